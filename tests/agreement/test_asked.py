"""Shares of different groups of people asked are two facts; of one group they are one."""

from __future__ import annotations

import pytest

from attrib_lint.linter import Linter

OPENING = "What the towns want\n\nThe survey by Marr was taken in May.\n\n"
OTHER_PEOPLE = [
    "Among farmers, Reeve leads Lee by 47% to 41%.\n\nReeve leads Lee by 47% to 30% among clerks.",
    "Reeve leads Lee by 47% to 41%.\n\nAmong those under 30, Reeve leads Lee by 47% to 35%.",
    "Catholics favour Reeve over Lee by 61% to 30%.\n\nReeve was favoured over Lee by 61% "
    "to 24% among Methodists.",
    "In Bavaria, Reeve leads Lee by 52% to 31%.\n\nReeve leads Lee by 52% to 44% in Saxony.",
    "Reeve leads Lee by 44% to 39%.\n\nReeve leads Lee by 44% to 28% in Wales.",
    "Tenants favour the tram, with 55% for it and 20% against it, Marr said.\n\nAmong landlords, "
    "55% are for the tram and 37% against it.",
    "Of the Danes asked, 64% want the tunnel, Marr said.\n\nAmong Swedes, 52% want the tunnel, "
    "Holt said.",
    "A quarter of Danes welcomed the tunnel, with 63% opposing the tunnel, Marr found.\n\nIn "
    "Norway, opposing the tunnel were 48%, Holt found.",
]
SAME_PEOPLE = [
    "Reeve leads Lee by 47% to 41%.\n\nReeve leads Lee by 47% to 35%.",
    "Among farmers, Reeve leads Lee by 47% to 41%.\n\nReeve leads Lee by 47% to 35% among farmers.",
    "Reeve leads Lee by 47% to 41% among voters.\n\nReeve leads Lee by 47% to 35%.",
    "In Saxony, Reeve leads Lee by 52% to 31%.\n\nReeve leads Lee by 52% to 44% in Saxony.",
]
NO_POLL = (
    "Axa widens its lead\n\nAxa leads Orbis by 47% to 41% of the market.\n\nIn Wales, Axa leads "
    "Orbis by 47% to 35% of the market."
)


def _reported(text: str) -> bool:
    found = Linter("strict").check_text(OPENING + text, "a.md")
    return any("number-conflict" in (d.rule, *(f.rule for f in d.also)) for d in found)


@pytest.mark.parametrize("text", OTHER_PEOPLE)
def test_shares_of_other_people_are_let_through(text: str) -> None:
    assert not _reported(text)


@pytest.mark.parametrize("text", SAME_PEOPLE)
def test_two_shares_of_one_group_are_reported(text: str) -> None:
    assert _reported(text)


def test_a_place_alone_sets_no_two_shares_apart_outside_a_poll() -> None:
    found = Linter("strict").check_text(NO_POLL, "a.md")
    assert any("number-conflict" in (d.rule, *(f.rule for f in d.also)) for d in found)
