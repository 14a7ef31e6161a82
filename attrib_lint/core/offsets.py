"""Where a piece of prose stands in the file it was read from, and on which line."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Literal

from msgspec import Struct

from attrib_lint.core.span import Span

Encoding = Literal["utf-8", "utf-16", "utf-32"]
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Segment(Struct, frozen=True):
    """A run of prose and the run of source text it came from.

    A verbatim segment has equal lengths and maps character by character. Otherwise (an entity,
    an escape, a collapsed line break) the whole prose run maps to the whole source run.
    """

    prose: Span
    source: Span

    @property
    def verbatim(self) -> bool:
        return len(self.prose) == len(self.source)


class OffsetMap(Struct, frozen=True, dict=True):
    """Prose offsets -> source offsets, through segments in rising prose order.

    Segments cover every prose character that has a place in the source; prose between two segments
    (block separators put in by a reader) maps to the gap's edges.
    """

    segments: tuple[Segment, ...]
    source_length: int

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(segment.prose.start for segment in self.segments)

    @staticmethod
    def identity(length: int) -> OffsetMap:
        """The map of a text that is its own source."""
        whole = Span(0, length)
        return OffsetMap((Segment(whole, whole),) if length else (), length)

    def to_source(self, prose_span: Span) -> Span:
        """The source span of a prose span: never outside the file, never reversed."""
        if prose_span.start == prose_span.end:
            at = self._start_of(prose_span.start)
            return Span(at, at)
        start = self._start_of(prose_span.start)
        return Span(start, max(start, self._end_of(prose_span.end)))

    def _start_of(self, offset: int) -> int:
        """Source offset of the prose character at `offset`."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0:
            segment = self.segments[i]
            if offset < segment.prose.end:
                inside = offset - segment.prose.start if segment.verbatim else 0
                return segment.source.start + inside
        following = i + 1
        if following < len(self.segments):
            return self.segments[following].source.start
        return self.segments[-1].source.end if self.segments else 0

    def _end_of(self, offset: int) -> int:
        """Source offset just after the prose character that ends at `offset`."""
        i = bisect_right(self._starts, offset - 1) - 1
        if i < 0:
            return self.segments[0].source.start if self.segments else 0
        segment = self.segments[i]
        if offset <= segment.prose.end:
            if segment.verbatim:
                return segment.source.start + (offset - segment.prose.start)
            return segment.source.end
        return segment.source.end


class Position(Struct, frozen=True):
    """A place as people write it: both numbers count from 1."""

    line: int
    column: int


class LineIndex:
    """Lines and columns of one text. Lines end at \\n, \\r\\n and \\r, and nowhere else."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(m.end() for m in _LINE_BREAK.finditer(text))]

    def position(self, offset: int, encoding: Encoding = "utf-32") -> Position:
        """Line and column of `offset`, the column in units of `encoding` (utf-32: code points)."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        if encoding == "utf-32":
            width = len(before)
        elif encoding == "utf-16":
            width = len(before) + sum(ch > "\uffff" for ch in before)
        else:
            width = len(before.encode("utf-8", "surrogatepass"))
        return Position(line + 1, width + 1)

    def line_span(self, line: int) -> Span:
        """The span of a 1-based line, without its line break."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return Span(start, start + len(self._text[start:end].rstrip("\r\n")))

    def __len__(self) -> int:
        return len(self._starts)
