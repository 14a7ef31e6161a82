"""What Python rule files say of themselves, kept so that a run which judges no new text need not
import them."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from attrib_lint.rule import Rule

_SAID = (
    "summary",
    "why",
    "help",
    "severity",
    "good",
    "bad",
    "guards",
    "presets",
    "where",
    "suspected",
    "voice",
    "columns",
)
_FUNCTIONS = ("check", "check_story", "anchor")


class Shelf(Protocol):
    """Keeps descriptions of rule files by their content."""

    def find(self, source: bytes) -> bytes | None:
        """The description of a file with this content, if there is one."""
        ...

    def keep(self, source: bytes, about: bytes) -> None:
        """Keep the description of a file."""
        ...


class Later:
    """A function of a rule file that is imported when it is first called.

    `find` imports the file and gives its function of that name.
    """

    def __init__(self, find: Callable[[str], Any], name: str) -> None:
        self._find = find
        self._name = name

    @cached_property
    def _function(self) -> Callable[..., Any]:
        return self._find(self._name)  # type: ignore[no-any-return]  # foreign code

    def __call__(self, *arguments: Any) -> Any:
        return self._function(*arguments)


def description(rule: Rule) -> bytes:
    """What a rule file says of itself: everything but the code."""
    said = {name: getattr(rule, name) for name in _SAID}
    functions = [name for name in _FUNCTIONS if getattr(rule, name) is not None]
    options = {"options": dict(rule.options), "preset_options": dict(rule.preset_options)}
    return json.dumps({"functions": functions, **options, **said}).encode()


def described(
    about: bytes,
    find: Callable[[str], Any],
    path: Path,
    name: str,
    group: str,
    *,
    builtin: bool,
) -> Rule:
    """The rule of a description, with its code still to be imported."""
    said: dict[str, Any] = {k: _frozen(value) for k, value in json.loads(about).items()}
    functions: dict[str, Any] = {each: Later(find, each) for each in said.pop("functions")}
    return Rule(name=name, group=group, path=path, builtin=builtin, **said, **functions)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(value) if isinstance(value, list) else value
