"""A quantity with everything that tells which fact it belongs to; plain data, no parse kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from attrib_lint.agreement.event_words import (
    acts,
    clause_words,
    event_words,
    named_by,
    noun_names,
    parties_in,
    subject_words,
    words_beside,
)
from attrib_lint.agreement.extent import (
    is_compound,
    is_definite,
    is_part,
    is_ranked,
    is_shifted,
    times_in,
)
from attrib_lint.agreement.people_of import DAY_STEMS, bearer_of, credited, names_beside, speaker_in
from attrib_lint.agreement.stems import event_class, is_content, known_event, stem
from attrib_lint.article import ParsedBlock
from attrib_lint.core.facts import Quantity
from attrib_lint.core.span import Span
from attrib_lint.extract.measured import governing_verb

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from attrib_lint.article import Article


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
    acts: frozenset[str]
    named_by: frozenset[str]
    parties: frozenset[str]
    order: int = 0
    siblings: tuple[Quantity, ...] = ()
    company: frozenset[tuple[str, float]] = frozenset()

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
    sentences: dict[int, _Sentence] = {}
    for quantity in article.quantities:
        parsed = article.block_at(quantity.span.start)
        tokens = article.tokens(quantity.span)
        if parsed is not None and tokens is not None and len(tokens):
            sentence = tokens[0].sent
            start = parsed.start + sentence.start_char
            if start not in sentences:
                sentences[start] = _Sentence.of(parsed, sentence)
            found.append(_mention(article, parsed, quantity, tokens, sentences[start]))
    return _with_siblings(tuple(found))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What the figures of one sentence have in common; `names` are stems by token number."""

    tokens: TokenSpan
    span: Span
    text: str
    names: dict[int, str]
    around: frozenset[str]
    times: frozenset[str]
    speaker: str | None

    @classmethod
    def of(cls, parsed: ParsedBlock, tokens: TokenSpan) -> _Sentence:
        text = tokens.text
        content = [t for t in tokens if is_content(t.text)]
        return cls(
            tokens=tokens,
            span=parsed.span(tokens),
            text=text.lower(),
            names={t.i: stem(t.text) for t in content if t.pos_ == "PROPN"},
            around=frozenset(stem(t.text) for t in content),
            times=times_in(text),
            speaker=speaker_in(tokens),
        )


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
        company = frozenset(
            (m.quantity.unit, m.quantity.interval.low or 0.0)
            for m in found
            if m.sentence == mention.sentence and m.span != mention.span and _is_telling(m)
        )
        result.append(replace(mention, order=order, siblings=others, company=company))
    return tuple(result)


def _is_telling(mention: Mention) -> bool:
    """Whether a figure tells a fact from others; "per 100,000" and "10-year bonds" do not."""
    low = mention.quantity.interval.low or 0
    kind = mention.compound or mention.left[-1:] == ("per",)
    return mention.quantity.exact and not kind and low > 12


def _mention(
    article: Article,
    parsed: ParsedBlock,
    quantity: Quantity,
    tokens: TokenSpan,
    sentence: _Sentence,
) -> Mention:
    figure = range(tokens.start, tokens.end)
    phrase_tokens = article.tokens(quantity.noun_span) if quantity.noun_span is not None else None
    head = phrase_tokens[-1] if phrase_tokens is not None else tokens.root
    verb = governing_verb(head) or governing_verb(tokens.root)
    beside = words_beside(tokens, phrase_tokens, head)
    events = event_words(head, verb, sentence.tokens)
    subject = subject_words(verb)
    whole = clause_words(verb) if verb is not None else sentence.tokens
    clause = [t for t in whole if t.i not in figure]
    headline = _is_headline(article, parsed)
    return Mention(
        quantity=quantity,
        text=quantity.span.of(article.text),
        shown=_shown(article, quantity),
        block=parsed.index,
        sentence=sentence.span,
        top=parsed.index <= 1 or parsed.block.kind in ("headline", "standfirst"),
        headline=headline,
        nouns=(nouns := noun_names(quantity, events, subject)),
        phrase=frozenset(stem(t.text) for t in beside if is_content(t.text))
        - {stem(n) for n in nouns},
        proper=frozenset(
            stem(t.text)
            for t in beside
            if t.pos_ == "PROPN" or (t.text[:1].isupper() and t.i > sentence.tokens.start)
        ),
        events=frozenset(e for w in events if (e := event_class(w))),
        known=frozenset(e for w in events if (e := known_event(w))),
        subject=subject,
        clause=frozenset(stem(t.text) for t in clause if is_content(t.text)),
        names=frozenset(name for i, name in sentence.names.items() if i not in figure) - DAY_STEMS,
        times=sentence.times,
        left=tuple(t.lower_ for t in tokens.doc[max(0, tokens.start - 6) : tokens.start]),
        right=tuple(t.lower_ for t in tokens.doc[tokens.end : tokens.end + 6]),
        part=is_part(tokens, phrase_tokens),
        ranked=is_ranked(tokens),
        definite=is_definite(tokens),
        shifted=is_shifted(clause),
        source=credited(article, quantity.span) or sentence.speaker,
        compound=is_compound(tokens),
        text_of=sentence.text,
        bearer=bearer_of(tokens) if quantity.unit == "age" else None,
        beside=names_beside(tokens),
        around=sentence.around,
        acts=acts(head, verb),
        named_by=named_by(head),
        parties=parties_in(clause, head, headline),
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
