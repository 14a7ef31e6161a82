"""A column is not asked for the origin of what its readers know; its quotations are still read."""

from __future__ import annotations

import pytest

from attrib_lint.linter import Linter

RUMOUR = "The council reportedly knew of the cracks."
COLUMN = (
    "We all knew the weir would break. But who would listen to us?\n\n"
    "I walk there every week, and I have seen the moss in the cracks. And what did we do?\n\n"
    "The wall is old. So we should have asked in May. The pool was green by June.\n\n"
    "But nobody came. We must ask the council why. The gates were open for a week.\n\n"
    f"{RUMOUR} It is time that they told us."
)
NEWS = (
    "The weir at Hale broke on Monday, the council said. Forty homes were flooded.\n\n"
    "The police closed the road to the mill, a spokeswoman said. It stays closed until Friday.\n\n"
    "The wall dates from 1903. The mayor said it would be rebuilt.\n\n"
    "“We should have asked in May, and I am sorry that we did not,” the mayor said. “Why? I must "
    "ask our engineers.”\n\n"
    f"{RUMOUR} A report is due on Friday, the council said."
)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(preset="strict")


def rules_on(linter: Linter, text: str) -> set[str]:
    return {d.rule for d in linter.check_text(text, "a.txt")}


def test_a_column_is_not_asked_whose_rumour_it_is(linter: Linter) -> None:
    assert "hearsay-adverb" not in rules_on(linter, f"The weir\n\n{COLUMN}")


def test_news_is_asked_whatever_its_speakers_say(linter: Linter) -> None:
    assert "hearsay-adverb" in rules_on(linter, f"Weir breaks at Hale\n\n{NEWS}")


def test_what_is_called_opinion_is_a_column(linter: Linter) -> None:
    assert "hearsay-adverb" not in rules_on(linter, f"Opinion: The weir broke\n\n{NEWS}")


def test_the_marks_of_a_column_are_still_read(linter: Linter) -> None:
    broken = COLUMN.replace("The wall is old.", "“The wall is old, the mayor said.")
    assert "malformed-quote" in rules_on(linter, f"The weir\n\n{broken}")
