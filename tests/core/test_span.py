"""Spans, and many spans at once."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib_lint.core.span import Span, Spans

ENDS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted)
SPANS = ENDS.map(lambda ends: Span(*ends))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_does_not_end_before_it_begins(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_stays_as_it_is() -> None:
    span = Span(1, 3)
    with pytest.raises(AttributeError):
        span.start = 2  # type: ignore[misc]  # what is tested
    assert pickle.loads(pickle.dumps(span)) == span


@given(st.lists(SPANS), SPANS)
def test_spans_hold_what_one_of_them_contains(spans: list[Span], place: Span) -> None:
    held = any(span.contains(place) for span in spans)
    assert Spans(spans).hold(place.start, place.end) == held
