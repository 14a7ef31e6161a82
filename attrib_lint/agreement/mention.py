"""A quantity with everything that tells which fact it belongs to; plain data, no parse kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attrib_lint.agreement.stems import event_class, is_content, known_event, noun_classes, stem
from attrib_lint.core.facts import Quantity
from attrib_lint.core.span import Span
from attrib_lint.extract.dates import dates_in
from attrib_lint.extract.measured import governing_verb, singular
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock

_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "its",
        "their",
        "him",
        "them",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
    ]
)
_RELATIVE = re.compile(
    r"\b(?:last|next|previous|this|earlier this|coming)\s+(?:week|month|year|quarter|season|night"
    r"|spring|summer|fall|autumn|winter|decade|time|election|cycle)\b",
    re.IGNORECASE,
)
_SAYING = frozenset(
    [
        "say",
        "put",
        "estimate",
        "claim",
        "report",
        "count",
        "according",
        "estimated",
        "says",
        "said",
        "puts",
    ]
)
_STUDIES = frozenset(["poll", "survey", "study", "report", "estimate", "census"])
_DAYS = frozenset(
    stem(d) for d in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One quantity in its sentence.

    `nouns` are the names its noun may come back under; `phrase` the stems beside that noun (its
    modifiers and complements); `events` the event classes around it; `subject` and `clause` stems
    of
    the clause; `names` proper names in the sentence; `times` what dates it. `left` and `right` are
    the words around the figure. `order` and `total` place it among the figures of its unit in the
    sentence. `top` is true in a headline or first paragraph.
    """

    quantity: Quantity
    text: str
    shown: str
    block: int
    sentence: Span
    top: bool
    headline: bool
    nouns: frozenset[str]
    phrase: frozenset[str]
    proper: frozenset[str]
    events: frozenset[str]
    known: frozenset[str]
    subject: frozenset[str]
    clause: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    left: tuple[str, ...]
    right: tuple[str, ...]
    part: bool
    ranked: bool
    definite: bool
    shifted: bool
    source: str | None
    quoted: bool
    compound: bool
    text_of: str
    bearer: str | None
    beside: frozenset[str]
    holds: bool
    around: frozenset[str]
    order: int = 0
    siblings: tuple[Quantity, ...] = ()

    @property
    def shown_span(self) -> Span:
        """The prose span to show a reader: the figure with what it measures, if that is short."""
        full = self.quantity.noun_span
        return full if full is not None and len(full) <= 60 else self.quantity.span

    @property
    def rate(self) -> str | None:
        """What the figure is counted per."""
        return self.quantity.rate

    @property
    def span(self) -> Span:
        """The prose span of the figure."""
        return self.quantity.span


def mentions(article: Article) -> tuple[Mention, ...]:
    """Every quantity of an article as a Mention, in reading order."""
    found = []
    for quantity in article.quantities:
        parsed = article.block_at(quantity.span.start)
        tokens = article.tokens(quantity.span)
        if parsed is not None and tokens is not None and len(tokens):
            found.append(_mention(article, parsed, quantity, tokens))
    return _with_siblings(tuple(found))


def _with_siblings(found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Mentions with the other figures of their sentence and unit."""
    from dataclasses import replace

    result = []
    for mention in found:
        same = [
            m.quantity
            for m in found
            if m.sentence == mention.sentence and m.quantity.unit == mention.quantity.unit
        ]
        order = next(i for i, q in enumerate(same) if q.span == mention.span)
        others = tuple(q for q in same if q.span != mention.span)
        result.append(replace(mention, order=order, siblings=others))
    return tuple(result)


def _mention(
    article: Article, parsed: ParsedBlock, quantity: Quantity, tokens: TokenSpan
) -> Mention:
    sentence = tokens[0].sent
    sentence_span = parsed.span(sentence)
    phrase_tokens = article.tokens(quantity.noun_span) if quantity.noun_span is not None else None
    head = phrase_tokens[-1] if phrase_tokens is not None else tokens.root
    verb = governing_verb(head) or governing_verb(tokens.root)
    beside = _beside(tokens, phrase_tokens, head)
    events = _events(head, verb, sentence)
    clause = [t for t in (_clause(verb) if verb is not None else list(sentence)) if t not in tokens]
    sentence_text = sentence.text
    return Mention(
        quantity=quantity,
        text=quantity.span.of(article.text),
        shown=_shown(article, quantity),
        block=parsed.index,
        sentence=sentence_span,
        top=parsed.index <= 1 or parsed.block.kind in ("headline", "standfirst"),
        headline=_is_headline(article, parsed),
        nouns=(nouns := _nouns(quantity, events)),
        phrase=frozenset(stem(t.text) for t in beside if is_content(t.text))
        - {stem(n) for n in nouns},
        proper=frozenset(stem(t.text) for t in beside if t.pos_ == "PROPN"),
        events=frozenset(e for w in events if (e := event_class(w))),
        known=frozenset(e for w in events if (e := known_event(w))),
        subject=_subject(verb),
        clause=frozenset(stem(t.text) for t in clause if is_content(t.text)),
        names=frozenset(
            stem(t.text)
            for t in sentence
            if t.pos_ == "PROPN" and is_content(t.text) and t not in tokens
        )
        - _DAYS,
        times=_times(sentence_text),
        left=tuple(t.lower_ for t in tokens.doc[max(0, tokens.start - 6) : tokens.start]),
        right=tuple(t.lower_ for t in tokens.doc[tokens.end : tokens.end + 6]),
        part=_is_part(tokens, phrase_tokens),
        ranked=_is_ranked(tokens),
        definite=_is_definite(tokens),
        shifted=_is_shifted(clause),
        source=_source(article, quantity.span) or _speaker(sentence),
        compound=_is_compound(tokens),
        text_of=sentence_text.lower(),
        bearer=_bearer(tokens) if quantity.unit == "age" else None,
        beside=_names_beside(tokens),
        around=frozenset(stem(t.text) for t in sentence if is_content(t.text)),
        holds=verb is not None and verb.lemma_.lower() in ("have", "be", "hold", "include"),
        quoted=any(q.inner.contains(quantity.span) for q in article.quotes),
    )


def _shown(article: Article, quantity: Quantity) -> str:
    full = quantity.noun_span
    span = full if full is not None and len(full) <= 60 else quantity.span
    return " ".join(span.of(article.text).split())


def _is_headline(article: Article, parsed: ParsedBlock) -> bool:
    """A headline or standfirst, also one that the reader took for a short paragraph."""
    if parsed.block.kind in ("headline", "standfirst"):
        return True
    if parsed.index == 1 and len(parsed.doc) < 14:
        return article.parsed[0].doc.text.rstrip()[-1:] in (";", ":")
    return parsed.index == 0 and len(parsed.doc) < 25


def _beside(tokens: TokenSpan, phrase: TokenSpan | None, head: Token) -> list[Token]:
    """The words of the noun phrase but figure and head: modifiers, and "of ..." complements."""
    inside = [t for t in phrase if t not in tokens] if phrase is not None else []
    after = []
    start = phrase.end if phrase is not None else tokens.end
    for child in (*head.children, *tokens.root.children):
        if child.i >= start and child.dep_.startswith(("nmod", "obl")) and child.i - start < 4:
            after += [t for t in child.subtree if t.i - start < 8 and t.pos_ != "ADP"]
    before = [
        t for t in tokens.doc[max(0, tokens.start - 2) : tokens.start] if t.pos_ in ("ADJ", "PROPN")
    ]
    return [*before, *inside, *after]


def _events(head: Token, verb: Token | None, sentence: TokenSpan) -> list[str]:
    """The words that may tell the event: governing verb, relative clauses, predicate nouns."""
    found = []
    if verb is not None:
        found.append(verb.lemma_.lower())
        found += [c.lemma_.lower() for c in verb.children if c.dep_ in ("xcomp", "ccomp")]
        if verb.dep_ == "xcomp":
            found.append(verb.head.lemma_.lower())
    found += [
        c.lemma_.lower() for c in head.children if c.dep_.startswith("acl") or c.dep_ == "amod"
    ]
    above = head.head
    if above is not head and above.pos_ == "NOUN":
        found.append(above.lemma_.lower())
    found += [
        t.text.lower()
        for t in head.subtree
        if t.lower_ in ("dead", "killed", "injured", "wounded", "hurt", "missing")
    ]
    if not any(known_event(w) for w in found) and len(sentence) < 25:
        found += [
            t.text.lower() for t in sentence if known_event(t.text.lower()) and t.pos_ != "PROPN"
        ][:2]
    return found


def _nouns(quantity: Quantity, events: list[str]) -> frozenset[str]:
    if quantity.noun is not None:
        return noun_classes(quantity.noun)
    harmed = {known_event(w) for w in events} & {"kill", "wound", "arrest", "rescue"}
    if quantity.unit == "count" and harmed:
        return frozenset({"person", "victim"}) if "kill" in harmed else frozenset({"person"})
    return frozenset()


def _clause(verb: Token) -> list[Token]:
    """The words of a verb's own clause, without clauses inside it."""
    inner = {
        t.i
        for child in verb.children
        if child.dep_ in ("ccomp", "advcl", "parataxis", "conj", "csubj")
        for t in child.subtree
    }
    return [t for t in verb.subtree if t.i not in inner]


def _subject(verb: Token | None) -> frozenset[str]:
    current = verb
    for _ in range(4):
        if current is None:
            return frozenset()
        for child in current.children:
            if child.dep_.startswith("nsubj"):
                near = [t for t in child.subtree if abs(t.i - child.i) < 5 and is_content(t.text)]
                own = {stem(t.text) for t in near if t.pos_ in ("PROPN", "NOUN")}
                return frozenset(own) if child.lower_ not in _PRONOUNS else frozenset()
        current = current.head if current.dep_ in ("conj", "xcomp") else None
    return frozenset()


def _times(sentence: str) -> frozenset[str]:
    dated = {m.value for m in dates_in(sentence) if m.value != "XXXX-XX-XX"}
    return frozenset(dated | {m.group().lower() for m in _RELATIVE.finditer(sentence)})


def _is_part(tokens: TokenSpan, phrase: TokenSpan | None) -> bool:
    """Whether a figure is part of a whole, an addition to one, or one of a list."""
    doc = tokens.doc
    before = [t.lower_ for t in doc[max(0, tokens.start - 4) : tokens.start]]
    after = [t.lower_ for t in doc[tokens.end : tokens.end + 3]]
    inside = [t.lower_ for t in (phrase if phrase is not None else tokens)]
    if tokens[0].lower_ not in ("more", "over") and set(inside[1:]) & {
        "more",
        "other",
        "others",
        "additional",
        "further",
        "extra",
        "new",
    }:
        return True
    if "$" in tokens.text or "£" in tokens.text or "€" in tokens.text:
        return bool(set(before) & {"another", "additional", "further", "remaining", "extra"})
    if after[:1] == ["more"] or after[:2] in (
        ["of", "them"],
        ["of", "whom"],
        ["of", "those"],
        ["of", "which"],
        ["of", "these"],
        ["of", "the"],
    ):
        return not tokens.text.endswith("%") and "percent" not in tokens.text
    return bool(
        set(before)
        & {
            "another",
            "other",
            "including",
            "remaining",
            "further",
            "additional",
            "extra",
            "plus",
            "next",
        }
    )


def _is_ranked(tokens: TokenSpan) -> bool:
    """ "the first two states", "the last five months", "the top 10"."""
    before = [t.lower_ for t in tokens.doc[max(0, tokens.start - 2) : tokens.start]]
    return bool(set(before[-1:]) & {"first", "last", "top", "final", "past", "next", "previous"})


def _is_definite(tokens: TokenSpan) -> bool:
    before = [t.lower_ for t in tokens.doc[max(0, tokens.start - 2) : tokens.start]]
    return (
        bool(set(before) & {"the", "these", "those", "all", "his", "her", "their", "its"})
        or tokens[0].lower_ == "all"
    )


def _is_shifted(clause: list[Token]) -> bool:
    return any(t.lower_ in words("measured_events", "time_shift.words") for t in clause)


def _is_compound(tokens: TokenSpan) -> bool:
    """ "800-page", "20-yard": a figure joined to its noun by a hyphen."""
    doc, end = tokens.doc, tokens.end
    return "-" in tokens.text.strip("-") or (end < len(doc) and doc[end].text in ("-", "‑"))


def _bearer(tokens: TokenSpan) -> str | None:
    """The surname of whose age it is: "Rosa Diaz, 63," or "the 63-year-old Rosa Diaz"."""
    doc = tokens.doc
    before = [t for t in doc[max(0, tokens.start - 3) : tokens.start] if not t.is_punct]
    if before and before[-1].pos_ == "PROPN" and doc[tokens.start - 1].text in (",", "("):
        return stem(before[-1].text)
    after = list(doc[tokens.end : tokens.end + 4])
    names = [t for t in after if t.pos_ == "PROPN"]
    return stem(names[-1].text) if names and after[0].pos_ in ("PROPN",) else None


def _names_beside(tokens: TokenSpan) -> frozenset[str]:
    """Names within a few words of the figure, in its sentence or line."""
    doc, sentence = tokens.doc, tokens[0].sent
    start, end = max(sentence.start, tokens.start - 7), min(sentence.end, tokens.end + 6)
    for i in range(tokens.start - 1, start - 1, -1):
        if doc[i].text in (";", ":"):
            start = i
            break
    for i in range(tokens.end, end):
        if doc[i].text in (";", ":", "."):
            end = i
            break
    return (
        frozenset(
            stem(t.text)
            for t in doc[start:end]
            if t.text[:1].isupper() and is_content(t.text) and t not in tokens
        )
        - _DAYS
        - {"group", "match", "final"}
    )


def _speaker(sentence: TokenSpan) -> str | None:
    """The subject of a verb of saying or counting, or a poll that has figures, in lower case."""
    for token in sentence:
        if token.lower_ == "according":
            names = [
                t
                for t in token.doc[token.i + 2 : min(token.i + 8, sentence.end)]
                if t.pos_ in ("PROPN", "NOUN")
            ]
            return names[0].lower_ if names else None
    for token in sentence:
        if not token.dep_.startswith("nsubj") or token.lower_ in _PRONOUNS:
            continue
        verb = token.head
        says = verb.lemma_.lower() in _SAYING or verb.lower_ in _SAYING
        if verb.lower_ in ("put", "puts"):
            says = any(t.lower_ == "at" for t in verb.subtree)
        if says or (
            singular(token.text) in _STUDIES and verb.lemma_ in ("have", "show", "find", "give")
        ):
            near = [t for t in token.subtree if t.i - token.i < 14 and stem(t.text) not in _DAYS]
            named = [t.lower_ for t in near if t.pos_ == "PROPN"]
            plain = [t.lower_ for t in near if t.pos_ in ("NOUN", "ADJ")]
            return " ".join((token.lower_, *(named or plain[:3])))
    return None


def _source(article: Article, figure: Span) -> str | None:
    """Who is credited with the figure, in lower case, or None for the narrator."""
    for attribution in article.attributions:
        source = attribution.source
        if source is not None and any(c.contains(figure) for c in attribution.content):
            return (source.entity or source.span.of(article.text)).lower()
    return None
