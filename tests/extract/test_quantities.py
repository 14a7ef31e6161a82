"""Quantities: intervals, units and what is no quantity."""

from __future__ import annotations

import pytest

from attrib_lint.extract.dates import dates_in
from attrib_lint.extract.figures import figures_in
from attrib_lint.extract.lookalikes import masked_spans
from attrib_lint.extract.quantities import find_quantities
from attrib_lint.nlp import parse
from tests.extract.number_table import EXPRESSIONS, LOOKALIKES


def _figures(text: str) -> list[tuple[str, float | None, float | None, str]]:
    closed = [mention.span for mention in dates_in(text)] + masked_spans(text)
    return [
        (f.span.of(text), f.interval.low, f.interval.high, f.unit) for f in figures_in(text, closed)
    ]


@pytest.mark.parametrize(("text", "written", "low", "high", "unit"), EXPRESSIONS)
def test_expression_has_its_interval(
    text: str, written: str, low: float | None, high: float | None, unit: str
) -> None:
    found = [figure for figure in _figures(text) if figure[0] == written]
    assert found, _figures(text)
    assert found[0][1] == pytest.approx(low) if low is not None else found[0][1] is None
    assert found[0][2] == pytest.approx(high) if high is not None else found[0][2] is None
    assert found[0][3] == unit


@pytest.mark.parametrize("text", LOOKALIKES)
def test_lookalike_is_no_quantity(text: str) -> None:
    assert _figures(text) == []


def test_the_tables_are_long_enough() -> None:
    assert len(EXPRESSIONS) >= 120
    assert len(LOOKALIKES) >= 40


@pytest.mark.parametrize(
    ("text", "noun", "event"),
    [
        ("The firm bought 10,000 GPUs in May.", "gpu", "buy"),
        ("The firm bought hundreds of GPUs in May.", "gpu", "buy"),
        ("The firm paid a fine of $3 million.", "fine", "pay"),
        ("She has support from 52 percent of Democratic primary voters.", "voter", "have"),
        ("Rescuers found 700 asylum seekers at sea.", "seeker", "find"),
    ],
)
def test_noun_and_event_come_from_the_parse(text: str, noun: str, event: str) -> None:
    (doc,) = parse([text])
    (quantity,) = find_quantities(doc)
    assert (quantity.noun, quantity.event) == (noun, event)


def test_spans_of_a_quantity_index_the_block() -> None:
    text = "He says nearly 10,000 graphics processing units came."
    (doc,) = parse([text])
    (quantity,) = find_quantities(doc)
    assert quantity.span.of(text) == "nearly 10,000"
    assert quantity.noun_span is not None
    assert quantity.noun_span.of(text) == "nearly 10,000 graphics processing units"


def test_a_rate_names_what_it_is_counted_per() -> None:
    (doc,) = parse(["Rents rose to $900 a month in Leeds."])
    assert find_quantities(doc)[0].rate == "month"


@pytest.mark.parametrize(
    "text", ["A ³ in 10 mark.", "It has ² – ³ marks.", "The ²nd note, ³ of 4."]
)
def test_raised_digits_are_read_over(text: str) -> None:
    assert all(figure[0].isascii() for figure in _figures(text))


def test_a_letter_before_a_plain_number_is_no_money() -> None:
    assert all(figure[3] == "count" for figure in _figures("He drove an R8 to Durban."))
