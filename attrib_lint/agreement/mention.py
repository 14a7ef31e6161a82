"""A quantity with everything that tells which fact it belongs to; plain data, no parse kept."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.agreement.asked import asked_at, tells_of_poll
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
from attrib_lint.agreement.place import Place
from attrib_lint.agreement.retold import is_retold
from attrib_lint.agreement.stems import event_class, is_content, known_event, stem
from attrib_lint.article import ParsedBlock
from attrib_lint.core.facts import Quantity
from attrib_lint.core.span import Span
from attrib_lint.extract.measured import governing_verb
from attrib_lint.extract.quantities import find_quantities
from attrib_lint.extract.syntax import Syntax, syntax_of
from attrib_lint.inputs.displays import is_rows
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from attrib_lint.article import Article


class Mention(Struct, frozen=True):
    """One quantity in its sentence.

    `nouns` are the names its noun may come back under; `phrase` the stems beside that noun (its
    modifiers and complements); `events` the event classes around it; `subject` and `clause` stems
    of the clause; `names` proper names in the sentence; `times` what dates it. `left` and `right`
    are the words around the figure; `updates` says whether its sentence speaks of a change. `order`
    and `total` place it among the figures of its unit in the sentence. `top` is true in a headline
    or first paragraph. `acts` are the events that the figure takes part in, `named_by` those that
    its noun tells; `parties` who and what is identified beside it; `retold` says whether its clause
    tells again what has been told; `asked` says whose share it is, `polled` whether the article
    tells of a poll.
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
    updates: bool
    acts: frozenset[str]
    named_by: frozenset[str]
    parties: frozenset[str]
    retold: bool = False
    order: int = 0
    siblings: tuple[Quantity, ...] = ()
    asked: frozenset[str] = frozenset()
    polled: bool = False

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


def counts_in_headline(article: Article) -> bool:
    """Whether a headline or standfirst holds a figure: asked before all figures are read."""
    return any(_is_headline(article, p) and find_quantities(p.doc) for p in article.parsed)


def mentions(article: Article) -> tuple[Mention, ...]:
    """Every quantity of an article as a Mention, in reading order."""
    found, polled = [], tells_of_poll(article.text)
    sentences: dict[tuple[int, int], _Sentence] = {}
    rows = {p.index for p in article.parsed if is_rows(p.block.span.of(article.text))}
    for quantity in article.quantities:
        parsed = article.block_at(quantity.span.start)
        bounds = parsed.token_range(quantity.span) if parsed is not None else None
        if parsed is None or bounds is None or parsed.index in rows:
            continue
        place = Place.of(syntax_of(parsed.doc), bounds.start, bounds.stop)
        key = (parsed.index, place.sentence[0])
        if key not in sentences:
            sentences[key] = _Sentence.of(parsed, place.syntax, place.sentence)
        found.append(_mention(article, parsed, quantity, place, sentences[key], polled))
    return _with_siblings(tuple(found))


class _Sentence(Struct, frozen=True):
    """What the figures of one sentence have in common; `names` are stems by token number."""

    span: Span
    text: str
    names: dict[int, str]
    around: frozenset[str]
    times: frozenset[str]
    speaker: str | None
    updates: bool

    @classmethod
    def of(cls, parsed: ParsedBlock, syntax: Syntax, bounds: tuple[int, int]) -> _Sentence:
        span = syntax.span(*bounds)
        text = span.of(syntax.text)
        inside = enumerate(syntax.words[slice(*bounds)], bounds[0])
        stems = {i: stem(word) for i, word in inside if is_content(word)}
        return cls(
            span=span.shift(parsed.start),
            text=text.lower(),
            names={i: word for i, word in stems.items() if syntax.pos[i] == "PROPN"},
            around=frozenset(stems.values()),
            times=times_in(text),
            speaker=speaker_in(syntax, bounds),
            updates=_update_words().search(text.lower()) is not None,
        )


@cache
def _update_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('measured_events', 'update.words')))})\b")


def _with_siblings(found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Mentions with the other figures of their sentence."""
    groups: defaultdict[Span, list[Mention]] = defaultdict(list)
    for mention in found:
        groups[mention.sentence].append(mention)
    return tuple(_with_others(m, groups[m.sentence]) for m in found)


def _with_others(mention: Mention, group: list[Mention]) -> Mention:
    if len(group) == 1:
        return mention
    like = [m.quantity for m in group if m.quantity.unit == mention.quantity.unit]
    return replace(
        mention,
        order=next(i for i, q in enumerate(like) if q.span == mention.span),
        siblings=tuple(q for q in like if q.span != mention.span),
    )


def _mention(
    article: Article,
    parsed: ParsedBlock,
    quantity: Quantity,
    place: Place,
    sentence: _Sentence,
    polled: bool,
) -> Mention:
    syntax, figure = place.syntax, range(place.first, place.stop)
    phrase = parsed.token_range(quantity.noun_span) if quantity.noun_span is not None else None
    head = phrase[-1] if phrase is not None else place.root
    verb = governing_verb(syntax, head)
    if verb is None:
        verb = governing_verb(syntax, place.root)
    beside = words_beside(place, phrase, head)
    events = event_words(place, head, verb)
    subject = subject_words(syntax, verb)
    whole = clause_words(syntax, verb) if verb is not None else range(*place.sentence)
    clause = [i for i in whole if i not in figure]
    nouns = noun_names(quantity, events, subject)
    headline = _is_headline(article, parsed)
    return Mention(
        quantity=quantity,
        text=quantity.span.of(article.text),
        shown=_shown(article, quantity),
        block=parsed.index,
        sentence=sentence.span,
        top=parsed.index <= 1 or parsed.block.kind in ("headline", "standfirst"),
        headline=headline,
        nouns=nouns,
        phrase=_stems(syntax, beside) - {stem(n) for n in nouns},
        proper=frozenset(
            stem(syntax.words[i])
            for i in beside
            if syntax.pos[i] == "PROPN" or (syntax.words[i][:1].isupper() and i > place.sentence[0])
        ),
        events=frozenset(e for w in events if (e := event_class(w))),
        known=frozenset(e for w in events if (e := known_event(w))),
        subject=subject,
        clause=_stems(syntax, clause),
        names=frozenset(name for i, name in sentence.names.items() if i not in figure) - DAY_STEMS,
        times=sentence.times,
        left=tuple(place.before(6)),
        right=tuple(place.after(6)),
        part=is_part(place, phrase),
        ranked=is_ranked(place),
        definite=is_definite(place),
        shifted=is_shifted(place, clause),
        source=credited(article, quantity.span) or sentence.speaker,
        compound=is_compound(place),
        text_of=sentence.text,
        bearer=bearer_of(place) if quantity.unit == "age" else None,
        beside=names_beside(place),
        around=sentence.around,
        updates=sentence.updates,
        acts=acts(syntax, head, verb),
        named_by=named_by(syntax, head),
        parties=parties_in(syntax, clause, head, headline),
        retold=is_retold(syntax, verb),
        holds=verb is not None and syntax.lemma[verb] in ("have", "be", "hold", "include"),
        asked=asked_at(place, quantity.unit),
        polled=polled,
        quoted=any(q.inner.contains(quantity.span) for q in article.quotes),
    )


def _stems(syntax: Syntax, tokens: list[int]) -> frozenset[str]:
    return frozenset(stem(syntax.words[i]) for i in tokens if is_content(syntax.words[i]))


def _shown(article: Article, quantity: Quantity) -> str:
    full = quantity.noun_span
    span = full if full is not None and len(full) <= 60 else quantity.span
    return " ".join(span.of(article.text).split())


def _is_headline(article: Article, parsed: ParsedBlock) -> bool:
    """A headline or standfirst, also one that the reader took for a short paragraph."""
    if parsed.block.kind in ("headline", "standfirst"):
        return True
    if parsed.index == 1 and len(parsed.doc) < 14:
        return syntax_of(article.parsed[0].doc).text.rstrip()[-1:] in (";", ":")
    return parsed.index == 0 and len(parsed.doc) < 25
