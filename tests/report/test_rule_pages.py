"""The pages about rules: fresh, complete, and Markdown whatever an example holds."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from attrib_lint.report.explanation import explanation
from attrib_lint.report.rule_pages import rule_page
from attrib_lint.rule import Rule
from docs.make_rule_pages import FOLDER, pages

RULE = Rule(
    name="so-to-speak",
    group="wording",
    summary="Say it plainly.",
    why="It says nothing.\n\nHouse convention.",
    help="What happened?",
    severity="warning",
    path=Path("so_to_speak.toml"),
    good=("1. It left.\nAt *noon*.",),
    bad=("# A bus\n\nIt left, [[so to speak]], at <noon>.",),
    guards=("“So to speak the truth” is let through.",),
    presets=("ap",),
    options={"words": ("a", "b")},
)


def test_the_pages_are_those_of_the_rules_as_they_are() -> None:
    wanted = pages()
    assert {path.name for path in FOLDER.glob("*.md")} == {*wanted}, "run docs/make_rule_pages.py"
    for name, text in wanted.items():
        assert (FOLDER / name).read_text("utf-8") == text, f"{name}: run docs/make_rule_pages.py"


def test_the_headings_are_fixed() -> None:
    assert [section.title for section in explanation(RULE)] == [
        "What",
        "Why",
        "Ask",
        "Flagged",
        "Not flagged",
        "Lets through",
        "Options",
        "Presets",
        "How to suppress",
    ]


def test_an_example_stays_as_written_with_what_is_flagged_in_bold() -> None:
    page = rule_page(RULE)
    assert "> \\# A bus\n>\n> It left, <b>so to speak</b>, at \\<noon\\>.\n" in page
    assert "> \\1. It left.\\\n> At \\*noon\\*.\n" not in page
    assert "> 1\\. It left.\\\n> At \\*noon\\*.\n" in page


def test_articles_that_are_compared_are_told_apart() -> None:
    page = rule_page(replace(RULE, bad=("Ten left.\n=====\nTwo left.",)))
    assert "> *Article 1*\n>\n> Ten left.\n>\n> *Article 2*\n>\n> Two left.\n" in page


def test_an_option_is_shown_as_a_config_has_it() -> None:
    assert '```toml\nwords = ["a", "b"]\n```' in rule_page(RULE)
