"""Source offsets -> places as people and programs name them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from attrib_lint.core.document import Location
from attrib_lint.core.offsets import LineIndex
from attrib_lint.core.span import Span


class Place(Struct, frozen=True):
    """Where one offset stands; `line` and `column` count from 1, in code points.

    In a file without lines `location` names a part of it ("paragraph 4") and the numbers count
    inside that part.
    """

    offset: int
    line: int
    column: int
    location: str | None = None

    def __str__(self) -> str:
        if self.location is not None:
            return f"{self.location}:{self.column}"
        return f"{self.line}:{self.column}"


class Places:
    """The places of one file. Offsets and spans given to it index the whole source text."""

    def __init__(self, source_text: str, locations: Sequence[Location] = ()) -> None:
        self.source_text = source_text
        self.lines = LineIndex(source_text)
        self._locations = tuple(locations)
        self._starts = [location.span.start for location in locations]

    def at(self, offset: int) -> Place:
        """The place of an offset."""
        location = self.location(offset)
        if location is None:
            position = self.lines.position(offset)
            return Place(offset, position.line, position.column)
        inside = offset - location.span.start
        position = LineIndex(location.span.of(self.source_text)).position(inside)
        return Place(inside, position.line, position.column, location.name)

    def location(self, offset: int) -> Location | None:
        """The part of a file without lines that an offset lies in."""
        i = bisect_right(self._starts, offset) - 1
        return self._locations[i] if i >= 0 else None

    def rows(self, span: Span) -> list[tuple[str, Span]]:
        """The lines that a span touches: a label ("12", "paragraph 4") and the line's span."""
        location = self.location(span.start)
        if location is not None:
            return [(location.name, location.span)]
        first = self.lines.position(span.start).line
        last = self.lines.position(max(span.start, span.end - 1)).line
        return [(str(line), self.lines.line_span(line)) for line in range(first, last + 1)]
