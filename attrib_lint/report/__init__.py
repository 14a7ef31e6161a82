"""Turns the diagnostics of a run into text: one output format per module, named in this table."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from attrib_lint.report.report import Report

    Writer = Callable[[Report, TextIO], None]

FORMATS: dict[str, str] = {
    "full": "for reading: each finding with its words in their sentence",
    "concise": "one line per finding",
    "grouped": "findings under the name of their file",
    "json": "one JSON object, for other programs",
    "json-lines": "the same, one object per line",
    "sarif": "SARIF 2.1.0, for code scanning",
    "github": "annotations of GitHub Actions",
    "gitlab": "GitLab's Code Quality report",
    "rdjsonl": "for reviewdog",
    "checkstyle": "Checkstyle XML, for CI servers",
    "junit": "JUnit XML, for CI servers",
}
TERMINAL_FORMAT, PIPE_FORMAT = "full", "concise"
READ_BY_PEOPLE = frozenset({"full", "concise", "grouped"})


def write_report(report: Report, name: str, out: TextIO) -> None:
    """Write `report` to `out` in the format `name`, a key of FORMATS."""
    module = import_module(f"attrib_lint.report.{name.replace('-', '_')}")
    cast("Writer", module.write)(report, out)
