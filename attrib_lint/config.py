"""Finds the config of a run and reads it into one frozen Config; what is wrong in it is named."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from attrib_lint.config_keys import KEYS, PRESET_KEYS, Key
from attrib_lint.core.errors import ConfigError
from attrib_lint.core.severity import Severity
from attrib_lint.toml_lines import line_of

FILE_NAMES = ("attrib-lint.toml", ".attrib-lint.toml", "pyproject.toml")
OptionValue = bool | int | float | str | tuple[str, ...]
FailOn = Literal["error", "warning", "info", "never"]


class Choice(Struct, frozen=True):
    """Which rules one place (a config file, the command line) asks for; None is "says nothing".

    `origin` names the place in words.
    """

    preset: str | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    origin: str = ""


class Preset(Struct, frozen=True):
    """A house's own preset: the rules of `extends`, changed; `rules` sets options of rules."""

    extends: str
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)


class Config(Struct, frozen=True):
    """The settings of a run. Globs and paths are relative to `root`; `path` is the file read.

    `choices` lead from the weakest (the config file) to the strongest (the command line).
    `settings` is the file's table as written, `text` the file.
    """

    root: Path = field(default_factory=Path)
    path: Path | None = None
    choices: tuple[Choice, ...] = ()
    fail_on: FailOn = "error"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    rule_paths: tuple[Path, ...] = ()
    trust: tuple[Path, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    genres: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)
    presets: Mapping[str, Preset] = field(default_factory=dict)
    require_reasons: bool = False
    accepted_file: Path | None = None
    baseline: Path | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""

    def choosing(
        self,
        *,
        preset: str | None = None,
        select: Sequence[str] | None = None,
        extend_select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        origin: str = "the command line",
    ) -> Config:
        """This config with one stronger choice of rules on top."""
        chosen = None if select is None else tuple(select)
        choice = Choice(preset, chosen, tuple(extend_select), tuple(ignore), origin)
        return replace(self, choices=(*self.choices, choice))

    def with_preset(self, preset: str) -> Config:
        """This config on another preset."""
        return self.choosing(preset=preset, origin="the caller")

    def line(self, *keys: str) -> str:
        """Where a setting stands, as a message begins: "attrib-lint.toml:3: "."""
        if self.path is None:
            return ""
        return _place(self.path, self.text, keys)


def find_config(start: Path) -> Path | None:
    """The nearest config file in `start` or a folder above it."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or _holds_table(path)):
                return path
    return None


def user_config_path() -> Path:
    """The user's own config file, the only one that may trust rules that execute code."""
    import platformdirs

    return Path(platformdirs.user_config_dir("attrib-lint", appauthor=False)) / "attrib-lint.toml"


def load_config(start: Path, *, explicit: Path | None = None, isolated: bool = False) -> Config:
    """The config for a run that begins in `start`; the user's own file stands in for a missing one.

    Raises ConfigError for what cannot be used.
    """
    if isolated:
        return Config(root=start)
    bare = _with_decisions(Config(root=start), {})
    own_path = user_config_path()
    own = read_config(own_path, may_trust=True) if own_path.is_file() else None
    path = explicit or find_config(start)
    if path is not None:
        config = read_config(path)
        return replace(config, trust=own.trust) if own else config
    return _with_decisions(replace(own, root=start), {}) if own else bare


def read_config(path: Path, *, may_trust: bool = False) -> Config:
    """The settings of one file, checked; rule names are checked later, when rules are loaded."""
    import tomli

    try:
        text = path.read_bytes().decode("utf-8")
        table: dict[str, Any] = tomli.loads(text)
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise ConfigError(f"{path}: {reason}. Name a config file that can be read.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8. Save the config as UTF-8.") from error
    except tomli.TOMLDecodeError as error:
        line = getattr(error, "lineno", None)
        place = f"{path}:{line}" if line else str(path)
        raise ConfigError(f"{place}: is not valid TOML: {error}. Mend that line.") from error
    if path.name == "pyproject.toml" or "attrib-lint" in table.get("tool", {}):
        table = table.get("tool", {}).get("attrib-lint", {})
    if "trust" in table and not may_trust:
        where = _place(path, text, ("trust",))
        raise ConfigError(
            f"{where}`trust` is not read from a project's config, because rules in Python run "
            f"code. Put it into {user_config_path()}, or use --trust."
        )
    _check(table, KEYS, path, text, ())
    for name, preset in table.get("presets", {}).items():
        _check(preset, PRESET_KEYS, path, text, ("presets", name))
    return _built(table, path, text)


def suggestion(word: str, known: Collection[str]) -> str:
    """ "Did you mean ...?" for the nearest known word; otherwise the known words, if few."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.55)
    if near:
        return f"Did you mean “{near[0]}”?"
    if len(known) <= 24:
        return "Known: " + ", ".join(sorted(known)) + "."
    return ""


def _holds_table(path: Path) -> bool:
    """Whether a pyproject.toml speaks of this program; a broken one is named later, not here."""
    try:
        return b"tool.attrib-lint" in path.read_bytes()
    except OSError:
        return False


def _place(path: Path, text: str, keys: Sequence[str]) -> str:
    line = line_of(text, tuple(keys))
    return f"{path}:{line}: " if line else f"{path}: "


def _check(
    table: Any, keys: Mapping[str, Key], path: Path, text: str, above: tuple[str, ...]
) -> None:
    """Raise ConfigError at the first key that is unknown or holds the wrong kind of value."""
    if not isinstance(table, dict):
        raise ConfigError(f"{_place(path, text, above)}`{'.'.join(above)}` must be a table.")
    for name, value in table.items():
        key = keys.get(name)
        if key is None:
            dotted = ".".join((*above, name))
            hint = suggestion(name, keys)
            where = _place(path, text, (*above, name))
            raise ConfigError(f"{where}unknown setting `{dotted}`. {hint}".rstrip())
        problem = key.problem(value)
        if problem:
            inner, wanted = problem
            full = (*above, name, *inner)
            hint = ""
            if key.words and isinstance(wrong := _at(value, inner), str):
                hint = " " + suggestion(wrong, key.words)
            raise ConfigError(
                f"{_place(path, text, full)}`{'.'.join(full)}` must be {wanted}.{hint}"
            )


def _at(value: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        value = value[key]
    return value


def _built(table: Mapping[str, Any], path: Path, text: str) -> Config:
    """A Config from a table that passed `_check`."""
    root = path.resolve().parent
    choice = Choice(**_choice(table), preset=table.get("preset"), origin=str(path))
    config = Config(
        root=root,
        path=path,
        choices=(choice,),
        fail_on=table.get("fail-on", "error"),
        include=tuple(table.get("include", ())),
        exclude=tuple(table.get("exclude", ())),
        rule_paths=tuple(root / folder for folder in table.get("rule-paths", ())),
        trust=tuple(root / Path(folder).expanduser() for folder in table.get("trust", ())),
        severity=dict(table.get("severity", {})),
        per_file_ignores={k: tuple(v) for k, v in table.get("per-file-ignores", {}).items()},
        inputs=dict(table.get("inputs", {})),
        genres=dict(table.get("genres", {})),
        rules=_rule_options(table),
        presets={
            name: Preset(
                extends=preset.get("extends", "default"),
                severity=dict(preset.get("severity", {})),
                rules=_rule_options(preset),
                **_choice(preset),
            )
            for name, preset in table.get("presets", {}).items()
        },
        require_reasons=table.get("require-reasons", False),
        settings=table,
        text=text,
    )
    return _with_decisions(config, table)


def _rule_options(table: Mapping[str, Any]) -> dict[str, dict[str, OptionValue]]:
    """The options that a config or a preset sets, rule by rule."""
    return {
        rule: {k: tuple(v) if isinstance(v, list) else v for k, v in options.items()}
        for rule, options in table.get("rules", {}).items()
    }


def _with_decisions(config: Config, table: Mapping[str, Any]) -> Config:
    """The config with the places of the accepted file and of the baseline."""
    accepted, baseline = (
        config.root / table.get(name, KEYS[name].default) for name in ("accepted-file", "baseline")
    )
    return replace(config, accepted_file=accepted, baseline=baseline)


def _choice(table: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a table that chooses rules. An empty `select` is "says nothing"."""
    return {
        "select": tuple(table["select"]) if table.get("select") else None,
        "extend_select": tuple(table.get("extend-select", ())),
        "ignore": tuple(table.get("ignore", ())),
    }
