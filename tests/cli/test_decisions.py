"""Fixing, accepting, and the baseline."""

import json
from pathlib import Path

import pytest
import tomli

from attrib_lint.core.finding import Edit
from attrib_lint.core.span import Span
from attrib_lint.fixes import edited, edited_bytes
from tests.cli.conftest import ARTICLE, Check, write

IDLE = "<!-- attrib-lint: ignore[so-to-speak] agreed -->"
ONLY = ("--select", "wording,unused-suppression")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"One.\n\n{IDLE}\n\nTwo.\n", "One.\n\nTwo.\n"),
        (f"One.\r\n\r\n{IDLE}\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
        (f"{IDLE}\nTwo.\n", "Two.\n"),
        (f"One. {IDLE}\n\nTwo.\n", "One.\n\nTwo.\n"),
        (f"One {IDLE} more.\n", "One more.\n"),
        (
            "A, so to speak. <!-- attrib-lint: ignore[as-it-were, so-to-speak] x -->\n",
            "A, so to speak. <!-- attrib-lint: ignore[so-to-speak] x -->\n",
        ),
        (
            "<!-- attrib-lint: ignore-start[wording] -->\n\nTwo.\n\n"
            "<!-- attrib-lint: ignore-end[wording] -->\n\nThree.\n",
            "Two.\n\nThree.\n",
        ),
    ],
)
def test_fix_removes_suppressions_that_hide_nothing(
    run: Check, newsroom: Path, before: str, after: str
) -> None:
    write(newsroom / "b.md", before)
    result = run("check", "b.md", "--fix", *ONLY)
    assert (newsroom / "b.md").read_bytes().decode() == after
    assert "unused-suppression" not in result.stdout
    assert "fixed" in result.stdout
    assert result.exit_code == 0


def test_a_fix_keeps_the_byte_order_mark_and_the_permissions(run: Check, newsroom: Path) -> None:
    path = newsroom / "b.md"
    path.write_bytes(b"\xef\xbb\xbf" + f"{IDLE}\nTwö.\n".encode())
    path.chmod(0o640)
    run("check", "b.md", "--fix", *ONLY)
    assert path.read_bytes() == b"\xef\xbb\xbf" + "Twö.\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640


def test_diff_shows_the_fix_and_changes_nothing(run: Check, newsroom: Path) -> None:
    before = f"One.\n\n{IDLE}\n\nTwo.\n"
    write(newsroom / "b.md", before)
    result = run("check", "b.md", "--diff", *ONLY)
    assert f"-{IDLE}\n" in result.stdout
    assert result.stdout.startswith("--- a/b.md\n+++ b/b.md\n")
    assert result.exit_code == 1
    assert (newsroom / "b.md").read_text("utf-8") == before


def test_diff_of_nothing_is_empty(run: Check) -> None:
    result = run("check", "a.md", "--diff")
    assert (result.stdout, result.exit_code) == ("", 0)


def test_standard_input_cannot_be_fixed(run: Check) -> None:
    assert run("check", "-", "--fix", stdin="x").exit_code == 2


def test_edits_apply_in_their_places() -> None:
    edits = [Edit(Span(0, 1), "b", ""), Edit(Span(2, 2), "x", ""), Edit(Span(3, 5), "", "")]
    assert edited("abcdef", edits) == "bbxcf"


def test_a_file_that_is_not_its_own_source_text_is_not_edited() -> None:
    assert edited_bytes(b"PK\x03\x04\xff", "text", [Edit(Span(0, 1), "", "")]) is None
    assert edited_bytes("a".encode("utf-16"), "a", []) == "a".encode("utf-16")


def test_accepted_findings_are_silent_until_the_words_change(run: Check, newsroom: Path) -> None:
    result = run("check", "a.md", "--add-ignores", "--reason", "agreed with the desk")
    assert result.exit_code == 0
    assert "2 accepted in" in result.stderr
    table = tomli.loads((newsroom / "attrib-lint-accepted.toml").read_text("utf-8"))
    assert [e["rule"] for e in table["accepted"]] == ["so-to-speak", "as-it-were"]
    assert {e["reason"] for e in table["accepted"]} == {"agreed with the desk"}
    assert {e["path"] for e in table["accepted"]} == {"a.md"}
    assert "Nothing found" in run("check", "a.md").stdout
    write(newsroom / "a.md", "A new paragraph above.\n\n" + ARTICLE)
    assert "Nothing found" in run("check", "a.md").stdout
    write(newsroom / "a.md", ARTICLE.replace("noon", "one in the morning"))
    assert "so-to-speak" in run("check", "a.md").stdout


def test_accepting_twice_adds_nothing(run: Check, newsroom: Path) -> None:
    run("check", "a.md", "--add-ignores")
    first = (newsroom / "attrib-lint-accepted.toml").read_text("utf-8")
    run("check", "a.md", "--add-ignores")
    assert (newsroom / "attrib-lint-accepted.toml").read_text("utf-8") == first


def test_findings_can_be_accepted_in_comments(run: Check, newsroom: Path) -> None:
    result = run("check", "a.md", "--add-ignores=comments", "--reason", "agreed")
    assert result.exit_code == 0
    text = (newsroom / "a.md").read_text("utf-8")
    assert "so to speak, at noon. <!-- attrib-lint: ignore[so-to-speak] agreed -->\n" in text
    assert not (newsroom / "attrib-lint-accepted.toml").exists()
    assert "Nothing found" in run("check", "a.md").stdout


def test_plain_text_has_no_comments(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.txt", "The bus left, so to speak.\n")
    run("check", "b.txt", "--add-ignores=comments")
    assert (newsroom / "b.txt").read_text("utf-8") == "The bus left, so to speak.\n"
    assert "Nothing found" in run("check", "b.txt").stdout


@pytest.mark.parametrize(
    "text", ["accepted = 1", "[[accepted]]\nrule = 'x'\n", "[[accepted]]\nrulle = 1\n", "x ="]
)
def test_a_broken_accepted_file_is_named(run: Check, newsroom: Path, text: str) -> None:
    write(newsroom / "attrib-lint-accepted.toml", text)
    result = run("check", "a.md")
    assert result.exit_code == 2
    assert "attrib-lint-accepted.toml" in result.stderr


def test_a_baseline_hides_what_was_there_and_counts_what_is_gone(
    run: Check, newsroom: Path
) -> None:
    write(newsroom / "b.md", ARTICLE)
    assert "4 findings in 2 files" in run("baseline").stdout
    result = run("check")
    assert "(4 in the baseline)" in result.stdout
    assert result.exit_code == 0
    new = ARTICLE.replace("# A bus", "# A late bus").replace(
        "It was late, as it were", "It was late"
    )
    write(newsroom / "a.md", new + "\nThe tram, so to speak, was full.\n")
    result = run("check")
    assert result.stdout.splitlines() == [
        "a.md:7:11: error: “so to speak” says nothing. [so-to-speak]",
        "1 error in 2 files (3 in the baseline, 1 gone from the baseline).",
    ]


def test_a_baseline_keeps_other_files_and_holds_no_text(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", ARTICLE)
    run("baseline")
    run("baseline", "b.md")
    text = (newsroom / "attrib-lint-baseline.json").read_text("utf-8")
    assert sorted(json.loads(text)["files"]) == ["a.md", "b.md"]
    assert "so to speak" not in text


@pytest.mark.parametrize("text", ["[]", "{", '{"version": 9, "files": {}}'])
def test_a_broken_baseline_is_named(run: Check, newsroom: Path, text: str) -> None:
    write(newsroom / "attrib-lint-baseline.json", text)
    result = run("check", "a.md")
    assert result.exit_code == 2
    assert "attrib-lint-baseline.json" in result.stderr


def test_an_entry_that_accepts_nothing_is_reported_and_removed(run: Check, newsroom: Path) -> None:
    run("check", "a.md", "--add-ignores")
    write(newsroom / "a.md", ARTICLE.replace(", so to speak,", ""))
    result = run("check", "a.md", *ONLY)
    assert "attrib-lint-accepted.toml:4:1: warning: This entry can go" in result.stdout
    run("check", "a.md", "--fix", *ONLY)
    table = tomli.loads((newsroom / "attrib-lint-accepted.toml").read_text("utf-8"))
    assert [entry["rule"] for entry in table["accepted"]] == ["as-it-were"]
    assert "unused" not in run("check", "a.md", *ONLY).stdout
    write(newsroom / "b.md", "The bus left.\n")
    assert "unused" not in run("check", "b.md", *ONLY).stdout
