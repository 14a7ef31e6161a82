"""Workflow commands that GitHub Actions shows as annotations."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.severity import Severity
from attrib_lint.report.concise import line
from attrib_lint.report.report import Report

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_MOST = 10  # GitHub shows ten annotations of each level per step and drops the others silently


def write(report: Report, out: TextIO) -> None:
    """One command per finding; where there are too many of a level, one says so for the rest."""
    written: Counter[Severity] = Counter()
    for diagnostic in report.diagnostics:
        severity = diagnostic.severity
        written[severity] += 1
        total = report.counts[severity]
        if total <= _MOST or written[severity] < _MOST:
            out.write(_annotation(report, diagnostic))
            continue
        if written[severity] == _MOST:
            rest = total - _MOST + 1
            text = f"{rest} more of this kind stand in the log of this step."
            out.write(f"::{LEVELS[severity]} title=attrib-lint::{text}\n")
        out.write(line(report, diagnostic) + "\n")
    for error in report.errors:
        out.write(f"::error title=attrib-lint::{_data(f'{error.message} {error.help}'.strip())}\n")
    if not report.quiet:
        out.write(report.summary() + "\n")


def _annotation(report: Report, diagnostic: Diagnostic) -> str:
    start = report.start(diagnostic)
    end = report.places(diagnostic.path).at(diagnostic.span.end)
    where = {"title": f"attrib-lint ({diagnostic.rule})", "file": diagnostic.path}
    if start.location is None:
        where |= {"line": str(start.line), "endLine": str(end.line)}
        if start.line == end.line:
            where |= {"col": str(start.column), "endColumn": str(end.column)}
    settings = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    text = _data(f"{diagnostic.message} {diagnostic.help}")
    return f"::{LEVELS[diagnostic.severity]} {settings}::{text}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
