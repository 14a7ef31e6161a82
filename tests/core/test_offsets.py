"""Positions in the source are exact."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib_lint.core.offsets import LineIndex, OffsetMap, Position, Segment
from attrib_lint.core.span import Span

TRICKY = st.text(alphabet="ab \n\r\u2028\u0301\U0001f600é", max_size=60)


def test_a_span_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).overlaps(Span(2, 5))


@given(TRICKY)
def test_lines_end_at_line_breaks_and_nowhere_else(text: str) -> None:
    index = LineIndex(text)
    assert len(index) == len(re.split(r"\r\n|\r|\n", text))
    for offset in range(len(text)):
        position = index.position(offset)
        if text[offset] not in "\r\n":
            line = index.line_span(position.line)
            assert text[offset] == line.of(text)[position.column - 1]


def test_columns_count_in_the_unit_asked_for() -> None:
    index = LineIndex("é\U0001f600x")
    assert index.position(2) == Position(1, 3)
    assert index.position(2, "utf-16") == Position(1, 4)
    assert index.position(2, "utf-8") == Position(1, 7)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8), st.data())
def test_no_prose_span_maps_outside_the_source(
    pieces: list[tuple[int, int]], data: st.DataObject
) -> None:
    segments, prose, source = [], 0, 0
    for length, skip in pieces:
        source += skip
        if length:
            segments.append(Segment(Span(prose, prose + length), Span(source, source + length)))
        prose += length + 1
        source += length
    offsets = OffsetMap(tuple(segments), source)
    start = data.draw(st.integers(0, prose))
    end = data.draw(st.integers(start, prose))
    mapped = offsets.to_source(Span(start, end))
    assert 0 <= mapped.start <= mapped.end <= source


def test_an_entity_maps_as_a_whole() -> None:
    offsets = OffsetMap(
        (
            Segment(Span(0, 2), Span(0, 2)),
            Segment(Span(2, 3), Span(2, 7)),
            Segment(Span(3, 5), Span(7, 9)),
        ),
        9,
    )
    assert offsets.to_source(Span(2, 3)) == Span(2, 7)
    assert offsets.to_source(Span(1, 4)) == Span(1, 8)
    assert offsets.to_source(Span(3, 5)) == Span(7, 9)
