"""Which of the loaded rules run, how severe each is, and with which options."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrib_lint.config import suggestion
from attrib_lint.core.errors import ConfigError
from attrib_lint.core.severity import Severity
from attrib_lint.engine import ActiveRule
from attrib_lint.rule import PRESETS, Options, OptionValue, Rule

if TYPE_CHECKING:
    from attrib_lint.config import Choice, Config

ALL = "all"


def active_rules(
    rules: Iterable[Rule], config: Config, *, left_out: Collection[str] = ()
) -> tuple[ActiveRule, ...]:
    """The rules that `config` switches on, in the order given.

    `left_out` names rules that exist but were not loaded (broken, untrusted): the config may name
    them. Raises ConfigError, naming the nearest known word, for any other unknown rule, group,
    preset or option.
    """
    loaded = tuple(rules)
    _check_names(config, {ALL, *left_out, *(word for rule in loaded for word in _names(rule))})
    chosen = _apply(loaded, config.choices, config)
    levels = _severities(config)
    return tuple(
        ActiveRule(
            rule,
            levels.get(rule.name, levels.get(rule.group, rule.severity)),
            _options(rule, config),
        )
        for rule in loaded
        if rule.name in chosen
    )


def named_by(rules: Iterable[Rule], names: Collection[str]) -> frozenset[str]:
    """The names of the rules that a list of rules, groups and `all` speaks of."""
    return frozenset(r.name for r in rules if ALL in names or not {*_names(r)}.isdisjoint(names))


def in_preset(rule: Rule, preset: str) -> bool:
    """Whether a built-in preset has this rule. `strict` has all; a private rule is always on."""
    return preset == "strict" or preset in rule.presets or not rule.builtin


def _names(rule: Rule) -> tuple[str, str]:
    return rule.name, rule.group


def _apply(rules: tuple[Rule, ...], choices: tuple[Choice, ...], config: Config) -> set[str]:
    """Names of the rules that the choices switch on, weakest choice first.

    A rule's name counts for more than its group, a group for more than "all", these for more than
    a preset; between equals the stronger choice decides, and inside one choice `ignore`.
    """
    preset = "default"
    selects: tuple[int, tuple[str, ...]] | None = None
    for strength, choice in enumerate(choices):
        if choice.preset is not None:
            preset, selects = choice.preset, None
        if choice.select is not None:
            selects = strength, choice.select
    floor = selects[0] if selects else 0
    base = set() if selects else _preset_rules(rules, preset, config, ())
    on: set[str] = set()
    for rule in rules:
        votes = [(0, -1, 0, rule.name in base)]
        for strength, choice in enumerate(choices):
            wanted = choice.extend_select if strength >= floor else ()
            if selects and selects[0] == strength:
                wanted = (*wanted, *selects[1])
            votes.extend((_weight(rule, name), strength, 0, True) for name in wanted)
            votes.extend((_weight(rule, name), strength, 1, False) for name in choice.ignore)
        if max(vote for vote in votes if vote[0] >= 0)[3]:
            on.add(rule.name)
    return on


def _weight(rule: Rule, name: str) -> int:
    """How closely `name` speaks of `rule`; -1 when it does not."""
    return {rule.name: 3, rule.group: 2, ALL: 1}.get(name, -1)


def _preset_rules(
    rules: tuple[Rule, ...], name: str, config: Config, seen: tuple[str, ...]
) -> set[str]:
    own = config.presets.get(name)
    if own is None:
        return {rule.name for rule in rules if in_preset(rule, name)}
    if name in seen:
        chain = " -> ".join((*seen, name))
        where = config.line("presets", name, "extends")
        raise ConfigError(f"{where}preset “{name}” extends itself ({chain}). Break the circle.")
    if own.select is None:
        base = frozenset(_preset_rules(rules, own.extends, config, (*seen, name)))
    else:
        base = named_by(rules, own.select)
    ignored = named_by(rules, own.ignore) - {*own.extend_select}
    return {*(base | named_by(rules, own.extend_select)) - ignored}


def preset_name(config: Config) -> str:
    """The preset that holds: the last place that names one decides."""
    return next((c.preset for c in reversed(config.choices) if c.preset is not None), "default")


def _chain(config: Config) -> tuple[tuple[str, ...], str]:
    """The house presets that hold, the one extended first, and the built-in one beneath them."""
    name = preset_name(config)
    chain: list[str] = []
    while name in config.presets and name not in chain:
        chain.append(name)
        name = config.presets[name].extends
    return tuple(reversed(chain)), name


def _severities(config: Config) -> dict[str, Severity]:
    """Severities set for rules and groups: those of the preset chain, then the config's own."""
    levels: dict[str, Severity] = {}
    for name in _chain(config)[0]:
        levels.update(config.presets[name].severity)
    return levels | dict(config.severity)


def _options(rule: Rule, config: Config) -> Options:
    """A rule's options: its defaults, then what the preset chain sets, then the config's own."""
    houses, base = _chain(config)
    values = dict(rule.options) | dict(rule.preset_options.get(base, {}))
    for house in houses:
        _set(values, rule, config.presets[house].rules, config, ("presets", house, "rules"))
    _set(values, rule, config.rules, config, ("rules",))
    return Options(values)


def _set(
    values: dict[str, OptionValue],
    rule: Rule,
    table: Mapping[str, Mapping[str, OptionValue]],
    config: Config,
    above: tuple[str, ...],
) -> None:
    """Take a rule's options from a config table into `values`; ConfigError for a wrong one."""
    for name, value in table.get(rule.name, {}).items():
        where = config.line(*above, rule.name, name)
        key = name.replace("-", "_") if name.replace("-", "_") in values else name
        if key not in values:
            hint = suggestion(name, values) if values else "This rule has no options."
            raise ConfigError(f"{where}rule “{rule.name}” has no option `{name}`. {hint}")
        if not _same_kind(value, values[key]):
            wanted = _KIND_WORDS[type(values[key])]
            raise ConfigError(f"{where}option `{name}` of “{rule.name}” must be {wanted}.")
        values[key] = value


_KIND_WORDS: dict[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
    tuple: "a list of texts",
}


def _same_kind(value: OptionValue, default: OptionValue) -> bool:
    return _KIND_WORDS[type(value)] == _KIND_WORDS[type(default)]


def _check_names(config: Config, known: Collection[str]) -> None:
    """Raise ConfigError at the first name that no rule, group or preset has."""
    for where, kind, name in _named(config):
        words = {*PRESETS, *config.presets} if kind == "preset" else known
        if name not in words:
            raise ConfigError(f"{where}unknown {kind} “{name}”. {suggestion(name, words)}".rstrip())


def _named(config: Config) -> Iterator[tuple[str, str, str]]:
    """Every name in the config: where it stands, what kind of name it is, the name."""
    for choice in config.choices:
        in_file = choice.origin == str(config.path)
        for key in ("preset", "select", "extend_select", "ignore"):
            value: str | tuple[str, ...] | None = getattr(choice, key)
            option = key.replace("_", "-")
            where = config.line(option) if in_file else f"--{option}: "
            for name in (value,) if isinstance(value, str) else value or ():
                yield where, "preset" if key == "preset" else "rule or group", name
    for name in config.severity:
        yield config.line("severity", name), "rule or group", name
    for name in config.rules:
        yield config.line("rules", name), "rule", name
    for glob, names in config.per_file_ignores.items():
        for name in names:
            yield config.line("per-file-ignores", glob), "rule or group", name
    for title, preset in config.presets.items():
        yield config.line("presets", title, "extends"), "preset", preset.extends
        for key in ("select", "extend_select", "ignore", "severity", "rules"):
            for name in getattr(preset, key) or ():
                where = config.line("presets", title, key.replace("_", "-"))
                yield where, "rule" if key == "rules" else "rule or group", name
