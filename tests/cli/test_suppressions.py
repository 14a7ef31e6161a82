"""Decisions to let a finding stand: comments, front matter, the accepted file."""

from pathlib import Path

import pytest

from tests.cli.conftest import Check, write

SPEAK = "The bus left, so to speak, at noon."
WERE = "It was late, as it were, and full."


def found(run: Check, newsroom: Path, text: str, *arguments: str) -> list[str]:
    """What is reported on a text: "line rule", in order."""
    write(newsroom / "b.md", text)
    output = run(
        "check", "b.md", "--quiet", "--select", "wording,unused-suppression", *arguments
    ).stdout
    house = ("so-to-speak", "as-it-were", "unused-suppression", "unexplained-suppression")
    rows = []
    for line in output.splitlines():
        _, number, _, rest = line.split(":", 3)
        rule = rest.rpartition("[")[2].rstrip("]")
        if rule in house:
            rows.append(f"{number} {rule}")
    return rows


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{SPEAK}\n\n{WERE}\n", ["1 so-to-speak", "3 as-it-were"]),
        (f"{SPEAK} <!-- attrib-lint: ignore[so-to-speak] agreed -->\n", []),
        (f"<!-- attrib-lint: ignore[so-to-speak] agreed -->\n\n{SPEAK}\n", []),
        (f"<!-- attrib-lint: ignore[wording] agreed -->\n{SPEAK}\n", []),
        (f"<!-- attrib-lint: ignore agreed -->\n\n{SPEAK}\n", []),
        (
            f"<!-- attrib-lint: ignore[so-to-speak] -->\n\n{SPEAK}\n\n{SPEAK}\n",
            ["5 so-to-speak"],
        ),
        (
            f"<!-- attrib-lint: ignore[so-to-speak,as-it-were] x -->\n\n{SPEAK} {WERE}\n\n{WERE}\n",
            ["5 as-it-were"],
        ),
        (
            f"<!-- attrib-lint: ignore-start[so-to-speak] -->\n\n{SPEAK}\n\n{SPEAK}\n\n"
            f"<!-- attrib-lint: ignore-end[so-to-speak] -->\n\n{SPEAK}\n",
            ["9 so-to-speak"],
        ),
        (f"{SPEAK}\n\n<!-- attrib-lint: ignore-start -->\n\n{SPEAK}\n", ["1 so-to-speak"]),
        (f"{SPEAK}\n\n<!-- attrib-lint: ignore-file[so-to-speak] -->\n\n{SPEAK}\n", []),
        (f"---\nattrib-lint-ignore: [so-to-speak]\n---\n\n{SPEAK}\n\n{WERE}\n", ["7 as-it-were"]),
        (f"---\nattrib-lint:\n  ignore: [wording]\n---\n\n{SPEAK}\n\n{WERE}\n", []),
    ],
)
def test_a_suppression_hides_what_it_covers_and_no_more(
    run: Check, newsroom: Path, text: str, left: list[str]
) -> None:
    assert found(run, newsroom, text) == left


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "<!-- attrib-lint: ignore[so-to-speak] x -->\n\nThe bus left.\n",
            "“so-to-speak” is not f",
        ),
        (f"<!-- attrib-lint: ignore[so-to-speek] x -->\n\n{SPEAK}\n", "no rule is named “so-to-sp"),
        (f"{SPEAK} <!-- attrib-lint: ignore[as-it-were] -->\n", "“as-it-were” is not found here"),
        ("<!-- attrib-lint: ignore -->\n\nThe bus left.\n", "it hides nothing here"),
        (f"<!-- attrib-lint: ingore[so-to-speak] -->\n\n{SPEAK}\n", "is not a suppression"),
        (f"<!-- attrib-lint: ignore-end[wording] -->\n\n{SPEAK}\n", "Nothing was started"),
        ("---\nattrib-lint-ignore: [so-to-speak]\n---\n\nThe bus left.\n", "“so-to-speak” is not"),
    ],
)
def test_a_suppression_that_hides_nothing_is_reported(
    run: Check, newsroom: Path, text: str, said: str
) -> None:
    write(newsroom / "b.md", text)
    output = run("check", "b.md", "--select", "wording,unused-suppression").stdout
    assert said in output
    assert "[unused-suppression]" in output


def test_a_suppression_of_a_rule_that_did_not_run_is_not_judged(run: Check, newsroom: Path) -> None:
    text = f"{SPEAK} <!-- attrib-lint: ignore[so-to-speak] agreed -->\n"
    write(newsroom / "b.md", text)
    assert "Nothing found" in run("check", "b.md", "--select", "as-it-were,suppressions").stdout


def test_reasons_can_be_required(run: Check, newsroom: Path) -> None:
    config = (newsroom / "attrib-lint.toml").read_text("utf-8")
    write(newsroom / "attrib-lint.toml", "require-reasons = true\n" + config)
    bare = f"{SPEAK} <!-- attrib-lint: ignore[so-to-speak] -->\n"
    assert found(run, newsroom, bare) == ["1 unexplained-suppression"]
    assert found(run, newsroom, bare.replace("] ", "] agreed with the desk ")) == []


def test_the_summary_counts_what_is_suppressed(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", f"{SPEAK} <!-- attrib-lint: ignore[so-to-speak] agreed -->\n")
    assert "(1 suppressed)" in run("check", "b.md").stdout
