"""Which rules run, with which severity and options: presets, selectors and per-rule settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from attrib_lint.core.errors import ConfigError
from attrib_lint.engine import ActiveRule
from attrib_lint.rule import PRESETS, Options, OptionValue, Rule

if TYPE_CHECKING:
    from attrib_lint.config import Config


def active_rules(rules: Sequence[Rule], config: Config) -> tuple[ActiveRule, ...]:
    """The rules that `config` switches on, in the order given; raises ConfigError.

    `select` replaces the preset; `extend-select` adds to it; `ignore` has the last word. A selector
    is a rule, a group or `all`.
    """
    where = config.origin
    wanted = (
        _chosen(rules, config.select, where)
        if config.select
        else _preset(rules, config, config.preset or "default")
    )
    wanted |= _chosen(rules, config.extend_select, where)
    wanted -= _chosen(rules, config.ignore, where)
    for name in (*config.severity, *config.rules):
        _known(name, [rule.name for rule in rules], "rule", where)
    return tuple(_activate(rule, config) for rule in rules if rule.name in wanted)


def _activate(rule: Rule, config: Config) -> ActiveRule:
    given = config.rules.get(rule.name, {})
    for key, value in given.items():
        _known(key, list(rule.options), f"option of {rule.name}", config.origin)
        _same_type(rule, key, value, config.origin)
    options: Mapping[str, OptionValue] = {**rule.options, **given}
    return ActiveRule(rule, config.severity.get(rule.name, rule.severity), Options(options))


def _same_type(rule: Rule, key: str, value: OptionValue, where: str) -> None:
    default = rule.options[key]
    numeric = isinstance(default, int | float) and not isinstance(default, bool)
    fits = (
        isinstance(value, int | float) and not isinstance(value, bool)
        if numeric
        else isinstance(value, type(default))
    )
    if not fits:
        kind = (
            "number"
            if numeric
            else {bool: "yes-or-no value", str: "text"}.get(type(default), "list of texts")
        )
        raise ConfigError(f"{where}: option `{key}` of {rule.name} must be a {kind}.")


def _preset(rules: Sequence[Rule], config: Config, name: str) -> set[str]:
    """The rule names of a preset: a built-in one or the house's own, which may extend another."""
    seen: list[str] = []
    chosen: set[str] = set()
    ignored: set[str] = set()
    while name in config.presets:
        if name in seen:
            raise ConfigError(f"{config.origin}: preset `{name}` extends itself. Break the circle.")
        seen.append(name)
        house = config.presets[name]
        ignored |= _chosen(rules, house.ignore, config.origin) - chosen
        chosen |= _chosen(rules, house.select, config.origin) - ignored
        if house.extends is None:
            return chosen
        name = house.extends
    _known(name, [*PRESETS, *config.presets], "preset", config.origin)
    return chosen | ({r.name for r in rules if in_preset(r, name)} - ignored)


def in_preset(rule: Rule, preset: str) -> bool:
    """Whether a built-in preset has this rule. `strict` has all; a private rule is always on."""
    return preset == "strict" or preset in rule.presets or not rule.builtin


def _chosen(rules: Sequence[Rule], selectors: Iterable[str], where: str) -> set[str]:
    names = {rule.name for rule in rules}
    groups = {rule.group for rule in rules}
    chosen: set[str] = set()
    for selector in selectors:
        if selector == "all":
            chosen |= names
            continue
        _known(selector, [*names, *groups], "rule or group", where)
        chosen |= {rule.name for rule in rules if selector in (rule.name, rule.group)}
    return chosen


def _known(name: str, known: Sequence[str], what: str, where: str) -> None:
    if name in known:
        return
    near = get_close_matches(name, known, 1)
    hint = f"Did you mean `{near[0]}`?" if near else "`attrib-lint rules` lists them all."
    raise ConfigError(f"{where}: unknown {what} `{name}`. {hint}")
