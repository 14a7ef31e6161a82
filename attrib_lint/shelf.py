"""What Python rule files say of themselves, kept so that a run which judges no new text need not
import them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from attrib_lint.core.finding import Finding
from attrib_lint.rule import Options, Rule

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
)


class Shelf(Protocol):
    """Keeps descriptions of rule files by their content."""

    def find(self, source: bytes) -> bytes | None:
        """The description of a file with this content, if there is one."""
        ...

    def keep(self, source: bytes, about: bytes) -> None:
        """Keep the description of a file."""
        ...


class LaterCheck:
    """The check of a rule file that is imported when it is first called.

    `find` imports the file and gives its function "check" or "check_story".
    """

    def __init__(self, find: Callable[[str], Any]) -> None:
        self._find = find
        self.kind = "check"

    @cached_property
    def _check(self) -> Callable[[Any, Options], Iterable[Finding]]:
        return self._find(self.kind)  # type: ignore[no-any-return]  # foreign code

    def __call__(self, subject: Any, options: Options) -> Iterable[Finding]:
        return self._check(subject, options)


def description(rule: Rule) -> bytes:
    """What a rule file says of itself: everything but the code."""
    said = {name: getattr(rule, name) for name in _SAID}
    kind = "check" if rule.check is not None else "check_story"
    options = {"options": dict(rule.options), "preset_options": dict(rule.preset_options)}
    return json.dumps({"kind": kind, **options, **said}).encode()


def described(
    about: bytes, later: LaterCheck, path: Path, name: str, group: str, *, builtin: bool
) -> Rule:
    """The rule of a description, with its code still to be imported."""
    said: dict[str, Any] = {k: _frozen(value) for k, value in json.loads(about).items()}
    later.kind = said.pop("kind")
    check: dict[str, Any] = {later.kind: later}
    return Rule(name=name, group=group, path=path, builtin=builtin, **said, **check)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(value) if isinstance(value, list) else value
