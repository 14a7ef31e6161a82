"""One config file found -> one frozen Config."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from attrib_lint.core.finding import Severity

OptionValue = bool | int | float | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preset:
    """A house's own preset."""

    extends: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run. `origin` names the file (or the command line) they come from."""

    preset: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)
    presets: Mapping[str, Preset] = field(default_factory=dict)
    rule_paths: tuple[str, ...] = ()
    origin: str = "command line"

    def with_preset(self, preset: str) -> Config:
        """The same settings on another preset."""
        return replace(self, preset=preset)
