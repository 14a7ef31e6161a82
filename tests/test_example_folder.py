"""The example articles, config and house rules do what the README says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib_lint.config import read_config
from attrib_lint.examples import failures
from attrib_lint.linter import Linter
from attrib_lint.loader import load_rules
from attrib_lint.rule import Rule

EXAMPLES = Path(__file__).parent.parent / "examples"
HOUSE = load_rules(EXAMPLES / "house-rules", trusted=True)


def test_the_house_pack_has_a_rule_of_each_kind() -> None:
    assert HOUSE.errors == ()
    assert {rule.path.suffix for rule in HOUSE.rules} == {".py", ".toml"}


@pytest.mark.parametrize("rule", HOUSE.rules, ids=lambda rule: rule.name)
def test_house_rules_pass_their_own_examples(rule: Rule) -> None:
    assert failures(rule) == []


def test_the_example_config_loads_with_its_rules() -> None:
    config = read_config(EXAMPLES / "attrib-lint.toml")
    linter = Linter(config=config, trust=[EXAMPLES / "house-rules"])
    assert linter.errors == ()
    assert {rule.name for rule in HOUSE.rules} <= {active.rule.name for active in linter.active}


def test_the_well_sourced_article_is_silent_and_the_others_are_not() -> None:
    paths = sorted((EXAMPLES / "articles").iterdir())
    run = Linter(preset="strict").check_files(paths)
    loud = {Path(diagnostic.path).name for diagnostic in run.diagnostics}
    assert loud == {path.name for path in paths} - {"06-clean.md"}
