"""A piece that argues more than it reports is told from news."""

from __future__ import annotations

import pytest

from attrib_lint.linter import Linter

REPORT = (
    "The council will close two libraries, its leader said.\n\n"
    "The union said forty jobs would go. The mayor said the money had run out.\n\n"
    "Residents met in the town hall on Monday. The vote is on Friday, the clerk said. "
    "The buildings date from 1903. The reading room was rebuilt after the war, a plaque says.\n\n"
    "The library at Hale lent 9,000 books last year, the council said. Its roof leaks.\n\n"
    "The mayor is clearly nervous about the vote."
)
ESSAY = (
    "The council will close two libraries, its leader said.\n\n"
    "But the sums do not add up. The roof at Hale has leaked for years.\n\n"
    "So the plan is a bargain for nobody. The reading room was rebuilt after the war.\n\n"
    "And the buildings date from 1903. The vote is on Friday. The hall is small.\n\n"
    "Yet the doors stay open until June. The books go to a depot.\n\n"
    "The mayor is clearly nervous about the vote."
)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(preset="strict")


def rules_on(linter: Linter, text: str) -> set[str]:
    return {d.rule for d in linter.check_text(text, "a.txt")}


def test_a_report_is_asked_whose_guess_it_is(linter: Linter) -> None:
    assert "writer-speculation" in rules_on(linter, REPORT)


def test_a_piece_that_is_said_to_be_news_is(linter: Linter) -> None:
    declared = f"---\ngenre: news\n---\n\n# Library plans\n\n{ESSAY}"
    assert "writer-speculation" in {d.rule for d in linter.check_text(declared, "a.md")}


def test_a_piece_that_argues_is_not(linter: Linter) -> None:
    assert "writer-speculation" not in rules_on(linter, ESSAY)


def test_turns_inside_quotations_do_not_make_an_essay(linter: Linter) -> None:
    quoted = ESSAY.replace("But the", "“But the").replace("for years.", "for years,” Ann Lee said.")
    quoted = quoted.replace("So the", "“So the").replace(
        "after the war.", "after the war,” she said."
    )
    quoted = quoted.replace("And the", "“And the").replace(
        "hall is small.", "hall is small,” she said."
    )
    quoted = quoted.replace("Yet the", "“Yet the").replace("to a depot.", "to a depot,” she said.")
    assert "writer-speculation" in rules_on(linter, quoted)


def test_talk_in_contractions_makes_an_essay(linter: Linter) -> None:
    chatty = ESSAY.replace("But the", "The").replace("So the", "The").replace("And the", "The")
    chatty = chatty.replace("Yet the", "The").replace("do not", "don’t").replace("is a", "isn’t a")
    assert "writer-speculation" not in rules_on(linter, chatty)


def test_a_short_text_is_not_judged(linter: Linter) -> None:
    assert "writer-speculation" in rules_on(
        linter, "But why? So what? The mayor is clearly nervous."
    )
