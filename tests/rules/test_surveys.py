"""A survey of research leans on many studies: that is one remark."""

from __future__ import annotations

from attrib_lint.linter import Linter

ONE = "A study found that {} is good for sleep."
FOODS = ("milk", "rice", "corn", "oat", "beet", "kale")


def studies(count: int) -> list[int]:
    """How many places each remark on a text with so many studies shows."""
    text = "\n\n".join(ONE.format(food) for food in FOODS[:count])
    found = Linter(preset="default").check_text(f"On sleep\n\n{text}")
    return [1 + len(d.related) for d in found if d.rule == "unidentified-study"]


def test_a_few_studies_are_a_remark_each() -> None:
    assert studies(3) == [1, 1, 1]


def test_many_are_one_remark_that_shows_all() -> None:
    assert studies(6) == [6]
