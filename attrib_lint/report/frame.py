"""The words around a span, cut and wrapped to a width, with the span underlined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from rich.cells import cell_len

from attrib_lint.core.span import Span

_CONTEXT = 90  # code points of context on each side of a span
_MOST_ROWS = 6
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class Row(Struct, frozen=True):
    """A row of text and the part of it that is underlined; `text` has one line, no tabs.

    `marked` indexes `text`; None where the row only gives context.
    """

    text: str
    marked: Span | None

    @property
    def underline(self) -> tuple[int, int]:
        """Cells before the underline, and its length."""
        assert self.marked is not None
        return cell_len(self.text[: self.marked.start]), max(1, cell_len(self.marked.of(self.text)))


def frame(line: str, span: Span, width: int) -> list[Row]:
    """The rows that show `span` of one source line in the words around it.

    A line that is too long is cut at words, with an ellipsis that stays with its word; a span of
    many rows loses its middle.
    """
    shown = _window(line, span)
    before = "…\u00a0" if shown.start > 0 else ""
    after = "\u00a0…" if shown.end < len(line) else ""
    text = before + _CONTROL.sub(" ", shown.of(line)) + after
    marked = span.shift(len(before)) if shown.start == 0 else _moved(span, shown, len(before))
    cuts = [*_wrapped(text, width, marked)] or [(0, 0)]
    rows = [Row(text[s:e], _part(marked, s, e)) for s, e in cuts]
    if not any(row.marked for row in rows):  # the span is the space that a row was broken at
        i = max(i for i, (start, _) in enumerate(cuts) if start <= max(marked.start, 0))
        rows[i] = Row(rows[i].text, Span(len(rows[i].text), len(rows[i].text)))
    if len(rows) <= _MOST_ROWS:
        return rows
    return [*rows[: _MOST_ROWS - 2], Row("…", None), rows[-1]]


def _moved(span: Span, shown: Span, by: int) -> Span:
    return Span(span.start - shown.start + by, span.end - shown.start + by)


def _window(line: str, span: Span) -> Span:
    """The part of a line to show: the span and up to `_CONTEXT` code points of words beside it."""
    start, end = max(0, span.start - _CONTEXT), min(len(line), span.end + _CONTEXT)
    if start > 0:
        cut = line.find(" ", start, span.start)
        start = cut + 1 if cut >= 0 else start
    if end < len(line):
        cut = line.rfind(" ", span.end, end)
        end = cut if cut >= 0 else end
    return Span(start, end)


def _part(marked: Span, start: int, end: int) -> Span | None:
    """The share of a row in the marked span, as offsets into the row."""
    low, high = max(marked.start, start), min(marked.end, end)
    empty_here = marked.start == marked.end and start <= marked.start < end
    if low < high or empty_here:
        return Span(low - start, high - start)
    return None


def _wrapped(text: str, width: int, whole: Span) -> Iterator[tuple[int, int]]:
    """The spans of rows at most `width` cells wide, broken at spaces where there are any.

    A row ends before `whole` where that keeps it in one piece.
    """
    fits = cell_len(whole.of(text)) <= width
    start = 0
    while start < len(text):
        end, cells, space = start, 0, -1
        while end < len(text) and cells + cell_len(text[end]) <= width:
            cells += cell_len(text[end])
            if text[end] == " ":
                space = end
            end += 1
        if fits and start < whole.start < end < whole.end:
            end = whole.start
        elif end < len(text) and text[end] != " " and space > start:
            end = space
        end = max(end, start + 1)
        yield start, end
        start = end + 1 if end < len(text) and text[end] == " " else end
