"""Figures that nobody is credited with, as an article that leaves much open gives them."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.questions.barefigures import is_bare_figure, is_plain_measure


def bare(text: str) -> list[str]:
    (article,) = articles([read_text("a.txt", text)])
    return [
        q.span.of(text)
        for q in article.quantities
        if (parsed := article.block_at(q.span.start)) and is_bare_figure(article, parsed, q)
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The ferry line has put $48 million into the new pier.", "$48 million"),
        ("Some 340 teachers were moved to other schools over the summer.", "Some 340"),
        ("The band, which banked £3.4m on its last tour, has split.", "£3.4m"),
        ("One in five bakeries in the valley has shut since spring.", "One in five"),
        ("The zoo is $9 million in debt, and the keepers know it.", "$9 million"),
        ("Records in the office show nothing. The clinic owns more than 400.", "more than 400"),
        ("The mayor secretly paid a $620,000 reward to the divers.", "$620,000"),
        (
            "Shares fell to a low, exchange data shows. Savers withdrew $90 million in a day.",
            "$90 million",
        ),
    ],
)
def test_a_figure_without_anybodys_word_is_bare(text: str, figure: str) -> None:
    assert figure in bare(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry line has put $48 million into the new pier, its director Ama Obi said.",
        "Obi said the pier was safe. It had cost $48 million, she added.",
        "The pier was costed at $48 million in a harbour report.",
        "The singer was freed on a bond of $48,000.",
        "The kit sells at a price of $4,800.",
        "She bought a $480 coat and $90 shoes.",
        "The 340 teachers met on Monday.",
        "They could lose $48 million.",
        "The mill stands in a village of 2,140.",
        "The researchers looked at 340 teachers for a year.",
        "We spent $4,800 on the test.",
        "The pier cost $48 million, the port said.\n\nAt $48 million, the pier is dear.",
    ],
)
def test_a_figure_that_somebody_told_or_set_is_not(text: str) -> None:
    assert bare(text) == []


@pytest.mark.parametrize(
    "text",
    ["The path runs 31 kilometres.", "He denies 18 counts of theft.", "She got bail of £40,000."],
)
def test_a_distance_a_charge_and_a_bail_are_plain(text: str) -> None:
    (article,) = articles([read_text("a.txt", text)])
    assert all(is_plain_measure(article, q) for q in article.quantities)


def test_a_sum_paid_is_not_plain() -> None:
    (article,) = articles([read_text("a.txt", "The club of 300 paid £40,000 for the boat.")])
    assert not any(is_plain_measure(article, q) for q in article.quantities)
