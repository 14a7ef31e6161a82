"""How severe a finding is."""

from __future__ import annotations

from typing import Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


def at_least(severity: Severity, floor: Severity) -> bool:
    """Whether `severity` is as severe as `floor`, or more."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(floor)
