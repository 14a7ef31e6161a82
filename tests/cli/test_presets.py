"""Presets set options: built-in ones in the rule files, a house's own in its config."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib_lint.config import Config, read_config
from attrib_lint.core.errors import ConfigError, RuleError
from attrib_lint.linter import Linter
from attrib_lint.loader import load_rules, read_rule
from attrib_lint.report.explanation import explanation
from attrib_lint.rule_source import faults
from tests.cli.conftest import Check, write

FORMULA = "One official said talks had failed. He was not authorised to speak publicly."
PROMISE = "Two aides, who asked not to be named, said the bill was dead."
HOUSE = """\
preset = "house"
[presets.house]
extends = "desk"
[presets.desk]
extends = "ap"
[presets.desk.rules.late-attribution]
max-paragraphs = 2
"""
RULE = '''"""Leave on time.

House convention.
"""

HELP = "Did it?"
GOOD = ["a", "b", "c"]
BAD = ["[[a]]", "[[b]]", "[[c]]"]
OPTIONS = {"most": 1}
PRESET_OPTIONS = WHAT


def check(article, options):
    return ()
'''


def option(linter: Linter, rule: str, name: str) -> object:
    return next(a.options.values[name] for a in linter.active if a.rule.name == rule)


def named(preset: str, text: str) -> list[tuple[str, str]]:
    config = Config().with_preset(preset).choosing(select=["anonymity-unexplained"])
    return [(d.rule, d.severity) for d in Linter(config=config).check_text(text)]


@pytest.mark.parametrize(("preset", "most"), [("strict", 1), ("ap", 3), ("reuters", 0)])
def test_a_preset_sets_an_option_of_a_rule(preset: str, most: int) -> None:
    assert option(Linter(preset=preset), "late-attribution", "max-paragraphs") == most


def test_a_formula_is_a_reason_and_strict_notes_it() -> None:
    assert named("reuters", FORMULA) == []
    assert named("strict", FORMULA) == [("anonymity-unexplained", "info")]


def test_a_promise_without_a_reason_is_not_enough_for_ap() -> None:
    assert named("default", PROMISE) == []
    assert named("ap", PROMISE) == [("anonymity-unexplained", "warning")]


def config(folder: Path, text: str) -> Linter:
    write(folder / "attrib-lint.toml", text)
    return Linter(config=read_config(folder / "attrib-lint.toml"))


def test_a_house_preset_changes_what_it_extends(tmp_path: Path) -> None:
    linter = config(tmp_path, HOUSE)
    assert option(linter, "late-attribution", "max-paragraphs") == 2
    assert option(linter, "anonymity-unexplained", "bare-promises") == "reject"


def test_the_config_itself_counts_for_more_than_a_preset(tmp_path: Path) -> None:
    linter = config(tmp_path, HOUSE + "[rules.late-attribution]\nmax-paragraphs = 9\n")
    assert option(linter, "late-attribution", "max-paragraphs") == 9


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("max-paragraph = 2", "has no option `max-paragraph`. Did you mean “max-paragraphs”?"),
        (
            'max-paragraphs = "two"',
            "option `max-paragraphs` of “late-attribution” must be a number",
        ),
    ],
)
def test_a_wrong_option_in_a_preset_is_named_with_its_line(
    tmp_path: Path, line: str, said: str
) -> None:
    linter = config(tmp_path, HOUSE.replace("max-paragraphs = 2", line))
    with pytest.raises(ConfigError) as caught:
        _ = linter.active
    assert str(caught.value).startswith(f"{tmp_path / 'attrib-lint.toml'}:7: ")
    assert said in str(caught.value)


def test_an_unknown_rule_in_a_preset_is_named(tmp_path: Path) -> None:
    linter = config(tmp_path, HOUSE.replace("rules.late-attribution", "rules.late-atribution"))
    with pytest.raises(ConfigError, match="unknown rule “late-atribution”"):
        _ = linter.active


@pytest.mark.parametrize("table", ['{"apx": {"most": 2}}', '{"ap": {"least": 2}}', "3"])
def test_a_rule_whose_preset_options_do_not_fit_is_named(tmp_path: Path, table: str) -> None:
    path = tmp_path / "house" / "on_time.py"
    write(path, RULE.replace("WHAT", table))
    assert any("PRESET_OPTIONS" in fault for fault in faults(path))
    with pytest.raises(RuleError, match="PRESET_OPTIONS"):
        read_rule(path, "house")


def test_a_rule_explains_what_presets_set(tmp_path: Path) -> None:
    write(tmp_path / "house" / "on_time.py", RULE.replace("WHAT", '{"ap": {"most": 3}}'))
    (rule,) = load_rules(tmp_path, trusted=True).rules
    (options,) = (s for s in explanation(rule) if s.title == "Options")
    assert options.lines == ("most = 1  # 3 in ap",)


def test_the_list_of_rules_says_what_is_set(run: Check) -> None:
    shown = run("rules", "--isolated", "--preset", "ap").stdout
    (line,) = (line for line in shown.splitlines() if "late-attribution" in line)
    assert "(max-paragraphs = 3) Put the source" in line
