"""Gives quotations their speaker, and tells speech from titles, terms and signs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from attrib_lint.core.facts import Attribution, Quote, QuoteKind, Source
from attrib_lint.core.span import Span
from attrib_lint.extract.blocktext import BlockText
from attrib_lint.lexicon import words

_SPOKEN = frozenset(("speech", "writing", "according_to", "passive", "colon", "noun"))
_REACH = 4  # words before the mark that may say what the quotation is


def with_speakers(
    quotes: tuple[Quote, ...], attributions: Sequence[Attribution], texts: Sequence[BlockText]
) -> tuple[Quote, ...]:
    """Quotations with speaker and kind.

    The speaker is the source of the innermost attribution whose cue stands outside the quotation
    and whose content touches it; a source that cannot speak (an event, a thing) is passed over for
    the one around it. A title, term or sign has no speaker of its own.
    """
    spoken = _Contents(
        [
            (span, a)
            for a in attributions
            if a.mode != "indirect" and _can_speak(a.source) and a.cue.kind in _SPOKEN
            if a.cue.lemma not in words("cues", "nouns.feeling")
            for span in a.content
        ]
    )
    starts = [text.start for text in texts]
    result = []
    for quote in quotes:
        at = bisect_left(starts, quote.span.start + 1) - 1
        kind = _kind(texts[at], quote) if at >= 0 else "unknown"
        speaker = _speaker(quote, spoken)
        if kind in ("title", "term"):
            speaker = None
        elif speaker is not None and kind == "unknown":
            kind = "speech"
        same = quote.speaker is speaker and quote.kind == kind
        result.append(quote if same else replace(quote, speaker=speaker, kind=kind))
    return tuple(result)


class _Contents:
    """What is credited to speakers, by place."""

    def __init__(self, contents: list[tuple[Span, Attribution]]) -> None:
        self._contents = sorted(contents, key=lambda c: c[0].start)
        self._starts = [span.start for span, _ in self._contents]
        self._longest = max((len(span) for span, _ in contents), default=0)

    def touching(self, span: Span) -> Iterator[Attribution]:
        """The attributions whose content shares words with `span`."""
        first = bisect_left(self._starts, span.start - self._longest)
        for other, a in self._contents[first : bisect_left(self._starts, span.end)]:
            if other.overlaps(span):
                yield a


def _speaker(quote: Quote, spoken: _Contents) -> Source | None:
    best: Attribution | None = None
    for a in spoken.touching(quote.span):
        if quote.span.contains(a.cue.span):
            continue
        if best is None or _size(a) <= _size(best):
            best = a
    return best.source if best else None


def _size(a: Attribution) -> int:
    return sum(len(span) for span in a.content)


def _can_speak(source: Source | None) -> bool:
    if source is None:
        return False
    return source.kind != "self_or_other" or len(source.head) <= 3


def _kind(text: BlockText, quote: Quote) -> QuoteKind:
    """What the words before a quotation, and its capitals, show it to be."""
    syntax = text.syntax
    first = bisect_left(syntax.start, quote.span.start - text.start)
    if first >= len(syntax):
        return "unknown"
    before = syntax.low[max(syntax.sent_spans[syntax.sent[first]][0], first - _REACH) : first]
    inner = quote.inner
    stop = bisect_left(syntax.start, inner.end - text.start)
    said = [w for w in syntax.words[first:stop] if w[0].isalnum()]
    if any(word in words("quotes", "signs") for word in before):
        return "sign"
    capital = bool(said) and all(w[0].isupper() or w[0].isdecimal() for w in said if len(w) > 3)
    titled = capital and said[0][0].isupper() and len(said) > 1
    near = set(before[-2:])
    if titled and near & words("quotes", "works"):
        return "title"
    if titled and said[-1] == syntax.words[stop - 1] and any(len(w) > 3 for w in said[1:]):
        return "title"
    own = {w.lower() for w in said} & words("sources", "first_person")
    if (
        near & words("quotes", "terms") and not own
    ):  # "called it “the worst day of my life”" is said
        return "term"
    return "unknown"
