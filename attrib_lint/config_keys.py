"""The settings a config file may hold: one table, read by the checks and by the JSON Schema."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from attrib_lint.core.severity import SEVERITIES

Kind = Literal["text", "texts", "flag", "options", "table"]
Problem = tuple[tuple[str, ...], str]

_WANTED: dict[Kind, str] = {
    "text": "text in quotation marks",
    "texts": "a list of texts",
    "flag": "true or false",
    "options": "a table of options",
    "table": "a table",
}


class Key(Struct, frozen=True):
    """One setting. `table` means that it maps names (rules, globs) to values of `kind`.

    `words` closes the set of texts.
    """

    kind: Kind
    about: str
    words: tuple[str, ...] = ()
    table: bool = False
    default: Any = None

    def problem(self, value: Any) -> Problem | None:
        """Which part of `value` is wrong (keys below this one) and what it must be."""
        if not self.table:
            wanted = self._wanted(value)
            return ((), wanted) if wanted else None
        if not isinstance(value, dict):
            return (), "a table"
        for name, inner in value.items():
            if wanted := self._wanted(inner):
                return (name,), wanted
        return None

    def _wanted(self, value: Any) -> str | None:
        if self.words:
            listed = ", ".join(f"“{word}”" for word in self.words)
            return None if value in self.words else f"one of {listed}"
        good = {
            "text": isinstance(value, str),
            "texts": _is_texts(value),
            "flag": isinstance(value, bool),
            "options": isinstance(value, dict) and all(map(_is_option, value.values())),
            "table": isinstance(value, dict),
        }[self.kind]
        return None if good else _WANTED[self.kind]

    def schema(self) -> dict[str, Any]:
        """This setting in JSON Schema."""
        texts: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
        option = {"anyOf": [{"type": ["boolean", "number", "string"]}, texts]}
        values: dict[Kind, dict[str, Any]] = {
            "text": {"type": "string"},
            "texts": texts,
            "flag": {"type": "boolean"},
            "options": {"type": "object", "additionalProperties": option},
            "table": {"type": "object"},
        }
        value = values[self.kind]
        if self.words:
            value = {"enum": list(self.words)}
        if self.table:
            value = {"type": "object", "additionalProperties": value}
        described = {"description": self.about, **value}
        return described if self.default is None else {**described, "default": self.default}


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_option(value: Any) -> bool:
    return isinstance(value, bool | int | float | str) or _is_texts(value)


_CHOICES: dict[str, Key] = {
    "select": Key("texts", "Rules, groups or “all”; replaces the preset's choice when given."),
    "extend-select": Key("texts", "Rules or groups on top of the preset."),
    "ignore": Key("texts", "Rules or groups to leave out."),
    "severity": Key("text", "The severity of a rule or a group.", SEVERITIES, table=True),
}
PRESET_KEYS: dict[str, Key] = {
    "extends": Key("text", "The preset that this one starts from.", default="default"),
    **_CHOICES,
    "rules": Key("options", "The options of a rule.", (), True),
}
KEYS: dict[str, Key] = {
    "preset": Key(
        "text",
        "The set of rules: default, ap, reuters, wikipedia, strict or one of your own.",
        default="default",
    ),
    **_CHOICES,
    "fail-on": Key(
        "text", "The severity that fails a run.", (*SEVERITIES, "never"), default="error"
    ),
    "include": Key("texts", "Globs of the only files to read in folders."),
    "exclude": Key("texts", "Globs of files and folders to leave out."),
    "rule-paths": Key("texts", "Folders with rules of your own."),
    "trust": Key("texts", "Folders whose Python rules may run; your own config file only."),
    "per-file-ignores": Key("texts", "Rules or groups left out in the files of a glob.", (), True),
    "inputs": Key("text", "The input format of the files of a glob.", (), True),
    "genres": Key("text", "The genre (news, opinion, review ...) of a glob's files.", (), True),
    "rules": Key("options", "The options of a rule.", (), True),
    "presets": Key("table", "Presets of your own.", (), True),
    "require-reasons": Key("flag", "Report a suppression that gives no reason.", default=False),
    "accepted-file": Key(
        "text", "Where accepted findings are kept.", default="attrib-lint-accepted.toml"
    ),
    "baseline": Key("text", "The baseline file.", default="attrib-lint-baseline.json"),
}


def config_schema() -> dict[str, Any]:
    """JSON Schema of `attrib-lint.toml`, and of `[tool.attrib-lint]` in pyproject.toml."""
    properties = {name: key.schema() for name, key in KEYS.items()}
    preset = {
        "type": "object",
        "properties": {name: key.schema() for name, key in PRESET_KEYS.items()},
        "additionalProperties": False,
    }
    properties["presets"] = {
        "description": KEYS["presets"].about,
        "type": "object",
        "additionalProperties": preset,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "attrib-lint configuration",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
