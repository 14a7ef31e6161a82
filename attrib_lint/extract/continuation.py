"""Follows direct speech into later paragraphs that have no cue of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from attrib_lint.core.facts import Attribution, Quote
from attrib_lint.extract.blocktext import BlockText
from attrib_lint.extract.lead_ins import leads_on

_SPOKEN = frozenset(("speech", "writing", "according_to", "colon", "passive"))
_LOOSE = 2  # words outside the marks that a paragraph of speech may have ("And:")


def with_continuations(
    attributions: list[Attribution], texts: Sequence[BlockText]
) -> list[Attribution]:
    """Attributions whose speech runs on, with the quotations of the paragraphs it runs into.

    Two conventions of news: a paragraph left without a closing mark goes on in the next, which
    opens with a mark; and a paragraph that is quotation alone, after one that ended with a
    speaker's words, is still that speaker's.
    """
    starts = [text.start for text in texts]
    by_block: dict[int, list[int]] = {}
    for n, a in enumerate(attributions):
        if not a.nested and a.cue.kind in _SPOKEN:
            by_block.setdefault(bisect_right(starts, a.cue.span.start) - 1, []).append(n)
    result = list(attributions)
    speaker: int | None = None
    for at, text in enumerate(texts):
        own = by_block.get(at, [])
        if own:
            speaker = _last_speaker(result, own, text)
        elif speaker is not None and is_speech(text):
            more = tuple(q.span for q in text.quotes if q.depth == 0)
            result[speaker] = replace(result[speaker], content=(*result[speaker].content, *more))
        else:
            speaker = None
        if own and at and (carried := _carried(texts[at - 1])) is not None:
            _lend(result, carried, text, own)
    return result


def _last_speaker(attributions: list[Attribution], own: list[int], text: BlockText) -> int | None:
    """The attribution whose direct speech, or whose cue, ends the paragraph."""
    end = text.start + (text.syntax.end[-1] if len(text.syntax) else 0)
    last = max(own, key=lambda n: _end(attributions[n]))
    a = attributions[last]
    ends = end - _end(a) <= 2 or not any(
        n >= 0 for n in text.quote_of[_token_after(text, _end(a)) :]
    )
    closing = text.start + text.syntax.start[text.syntax.sent_spans[-1][0]] if ends else end
    spoken = a.mode != "indirect" or leads_on(text) or a.cue.span.start >= closing
    return last if spoken and a.source is not None and ends else None


def _end(a: Attribution) -> int:
    return max((a.cue.span.end, *(s.end for s in a.content)))


def _token_after(text: BlockText, offset: int) -> int:
    return bisect_right(text.syntax.start, offset - text.start)


def is_speech(text: BlockText) -> bool:
    """Whether a paragraph is quotation alone."""
    outside = sum(
        n < 0 and text.syntax.pos[t] not in ("PUNCT", "SPACE") for t, n in enumerate(text.quote_of)
    )
    return bool(text.quotes) and outside <= _LOOSE and text.quotes[0].span.start == text.start


def _carried(before: BlockText) -> Quote | None:
    """The quotation that the paragraph before leaves open."""
    return next((q for q in before.quotes[-1:] if q.continued), None)


def _lend(attributions: list[Attribution], carried: Quote, text: BlockText, own: list[int]) -> None:
    """Gives the open quotation of the paragraph before to the cue that stands after it."""
    if any(span.overlaps(carried.span) for a in attributions for span in a.content if not a.nested):
        return
    for n in own:
        a = attributions[n]
        first = text.quotes[0] if text.quotes else None
        if first is not None and any(span.overlaps(first.span) for span in a.content):
            attributions[n] = replace(a, content=(carried.span, *a.content))
            return
