"""Unnamed people whose number changes, as the nearest mention before tells it."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.questions.miscounted import miscounted
from tests.careless import careful, careless, found


def pairs(text: str) -> list[tuple[str, str]]:
    (article,) = articles([read_text("a.txt", text)])
    return [(later.of(text), first.of(text)) for later, first in miscounted(article)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "The paper based its story on three people briefed on the sale. “It is over,” its "
            "source said.",
            ("its source", "three people briefed on the sale"),
        ),
        (
            "The Courier cited a former bus driver. “We slept at the wheel,” the former drivers "
            "told the paper.",
            None,
        ),
        (
            "A cabinet minister said the vote was lost. The ministers added that nobody slept.",
            ("The ministers", "A cabinet minister"),
        ),
        (
            "The tour is off, according to a person close to the band. The insiders said the "
            "drummer had left.",
            ("The insiders", "a person close to the band"),
        ),
        (
            "Two engineers told the site that the weld had failed.\n\nThe engineer said he had "
            "warned of it.",
            ("The engineer", "Two engineers"),
        ),
        (
            "Officials familiar with the audit said it was late. The Herald’s source said it was "
            "lost.",
            ("The Herald’s source", "Officials familiar with the audit"),
        ),
    ],
)
def test_the_nearest_mention_has_another_number(text: str, pair: tuple[str, str] | None) -> None:
    assert pairs(text) == ([pair] if pair else [])


@pytest.mark.parametrize(
    "text",
    [
        "Two officials said the road was shut. One of the officials said it would open.",
        "A source said it was cancelled. A second source agreed. The sources would not be named.",
        "Two aides said he wept. An aide close to him drove him home. The aide said he slept.",
        "Three managers told the court it was dark. The former manager Bo Rao said it was not.",
        "Two officials spoke.\n\nIt rained.\n\nIt snowed.\n\nIt blew.\n\nThe official said so.",
        "Two workers said the pay was low. The worker who fell said nothing.",
    ],
)
def test_a_part_a_name_and_a_long_way_off_are_others(text: str) -> None:
    assert pairs(text) == []


def test_the_nearest_mention_counts_in_careless_articles_only() -> None:
    told = "A magazine cited two clerks. “It is over,” its source said."
    rule = "source-count-mismatch"
    assert found(careless(told), rule) == ["its source"]
    assert found(careful(told), rule) == []
