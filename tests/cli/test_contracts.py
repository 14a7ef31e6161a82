"""Real output against the JSON Schemas that ship in the package."""

import io
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from attrib_lint.config_keys import config_schema
from attrib_lint.report import write_report
from tests.cli.conftest import CONFIG, Check, write
from tests.report.samples import report

STORY = """\
---
title: Council to close libraries
---

A source told the Gazette that nearly 4,000 people had signed by 3 May 2024.

“We will fight,” said Ann Lee, who leads Friends of Wexmoor Library. She reportedly wrote to
the council in March.
"""


def schema(name: str) -> Any:
    text = (files("attrib_lint") / "schema" / f"{name}.json").read_text("utf-8")
    found = json.loads(text)
    Draft202012Validator.check_schema(found)
    return found


def assert_valid(value: object, name: str) -> None:
    errors = list(Draft202012Validator(schema(name)).iter_errors(value))
    assert not errors, "\n".join(f"{e.json_path}: {e.message}" for e in errors)


def test_a_run_keeps_the_report_contract(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", STORY)
    result = run("check", "a.md", "b.md", "no.md", "--select", "all", "--output-format", "json")
    found = json.loads(result.stdout)
    assert_valid(found, "report")
    assert found["summary"]["files"] == 2
    assert found["errors"][0]["kind"] == "unreadable-input"
    texts = {path: (newsroom / path).read_text("utf-8") for path in ("a.md", "b.md")}
    assert found["diagnostics"]
    for diagnostic in found["diagnostics"]:
        start, end = diagnostic["start"]["offset"], diagnostic["end"]["offset"]
        assert texts[diagnostic["path"]][start:end] == diagnostic["text"]


def test_everything_a_report_can_hold_keeps_the_contract() -> None:
    out = io.StringIO()
    write_report(report(), "json", out)
    found = json.loads(out.getvalue())
    assert_valid(found, "report")
    memo = found["diagnostics"][-1]
    assert memo["start"] == {"offset": 0, "line": 1, "column": 1, "location": "paragraph 4"}
    assert found["diagnostics"][2]["related"][0]["path"] == "b.md"


def test_facts_keep_their_contract(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", STORY)
    result = run("facts", "a.md", "b.md")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [article["path"] for article in found] == ["a.md", "b.md"]
    for article in found:
        assert_valid(article, "facts")
    words = {STORY[start:end] for start, end in (q["span"] for q in found[1]["quotes"])}
    assert "“We will fight,”" in words


def test_facts_can_be_read_by_people(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", STORY)
    result = run("facts", "b.md", "--output-format", "full")
    assert "nearly 4,000 people = " in result.stdout


def test_the_shipped_config_schema_is_the_one_that_is_checked() -> None:
    assert schema("config") == config_schema()


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        (CONFIG, True),
        ('fail-on = "eror"', False),
        ("selekt = []", False),
        ('[presets.house]\nextends = "ap"\n[rules.x]\nmax = 3', True),
        ("[presets.house]\nextend = 3", False),
    ],
)
def test_the_config_schema_accepts_what_the_program_accepts(text: str, valid: bool) -> None:
    import tomli

    errors = list(Draft202012Validator(schema("config")).iter_errors(tomli.loads(text)))
    assert (not errors) == valid


def test_rules_and_explanations_are_there_for_programs(run: Check) -> None:
    rows = json.loads(run("rules", "--output-format", "json").stdout)["rules"]
    active = {row["name"] for row in rows if row["active"]}
    assert active == {"so-to-speak", "as-it-were"}
    one = json.loads(run("explain", "so-to-speak", "--output-format", "json").stdout)
    assert one["summary"] == "Say it plainly."


def test_an_explanation_shows_what_is_flagged(run: Check) -> None:
    shown = run("explain", "so-to-speak").stdout
    assert "- The bus left, [[so to speak]]." in shown
    assert "What happened?" in shown


def test_rules_mark_what_is_switched_on(run: Check) -> None:
    shown = run("rules").stdout
    assert "● so-to-speak" in shown
    assert "○ " in shown


def test_the_shell_completes_rule_names(run: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.shell_completion import ShellComplete

    from attrib_lint.cli import main

    complete = ShellComplete(main, {}, "attrib-lint", "_ATTRIB_LINT_COMPLETE")
    offered = {item.value for item in complete.get_completions(["check", "--select"], "hear")}
    assert {"hearsay", "hearsay-adverb"} <= offered
    assert complete.get_completions(["explain"], "hearsay-ad")[0].value == "hearsay-adverb"
