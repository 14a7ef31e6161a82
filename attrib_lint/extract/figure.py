"""A figure: a number joined with its operator, unit and range, by characters alone."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from attrib_lint.core.facts import Interval
from attrib_lint.core.span import Span
from attrib_lint.extract.number_words import Word

DASHES = ("-", "–", "‑", "—")


class Figure(Struct, frozen=True):
    """A number with its unit; `first` and `last` are word indices, `span` indexes the text."""

    first: int
    last: int
    span: Span
    interval: Interval
    operator: str
    unit: str
    exact: bool
    rate: str | None = None


def figure_span(cut: Sequence[Word], first: int, last: int) -> Span:
    """From the first word to the last."""
    return Span(cut[first].start, cut[last].end)


def written(cut: Sequence[Word], first: int, end: int, text: str) -> str:
    """The words [first, end) as written, in lower case."""
    return text[cut[first].start : cut[end - 1].end].lower() if end > first else ""
