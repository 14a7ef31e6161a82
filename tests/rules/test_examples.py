"""Every built-in rule does what its own examples say."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from attrib_lint.examples import failures
from attrib_lint.loader import builtin_folder, load_rules
from attrib_lint.rule import PRESETS, Rule

LOADED = load_rules(builtin_folder(), trusted=True, builtin=True)
ONE_ARTICLE = [rule for rule in LOADED.rules if rule.check is not None]


def test_every_rule_file_loads() -> None:
    assert LOADED.errors == ()
    assert LOADED.rules


@pytest.mark.parametrize("rule", ONE_ARTICLE, ids=lambda rule: rule.name)
def test_examples_are_flagged_where_marked_and_nowhere_else(rule: Rule) -> None:
    assert failures(rule) == []


ALONE = [rule for rule in ONE_ARTICLE if "reader-alone" in rule.preset_options.get("strict", {})]


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.name)
def test_what_is_in_order_is_not_suspected_in_strict(rule: Rule) -> None:
    strict = rule.preset_options["strict"]
    heard = {name: strict[name] for name in ("reader-alone", "reader-insists") if name in strict}
    options = {**rule.options, **heard}
    assert failures(replace(rule, bad=(), options=options)) == []


@pytest.mark.parametrize("rule", LOADED.rules, ids=lambda rule: rule.name)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert rule.why
    assert rule.guards
    assert rule.help.endswith("?") or "?" in rule.help
    assert set(rule.presets) <= set(PRESETS)
    assert len(rule.good) >= 3
    assert len(rule.bad) >= 3
    if rule.check is not None:
        assert all("[[" in text for text in rule.bad)
    assert not any("[[" in text for text in rule.good)
