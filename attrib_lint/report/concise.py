"""`path:line:column: severity: message [rule]`, one line per finding."""

from __future__ import annotations

from typing import TextIO

from attrib_lint.core.finding import Diagnostic
from attrib_lint.report.report import Report


def write(report: Report, out: TextIO) -> None:
    """One line per finding, then the summary."""
    for diagnostic in report.diagnostics:
        out.write(f"{diagnostic.path}:{line(report, diagnostic)}\n")
    if not report.quiet:
        out.write(report.summary() + "\n")


def line(report: Report, diagnostic: Diagnostic) -> str:
    """A finding without its path: `line:column: severity: message [rule]`."""
    also = "".join(f", {folded.rule}" for folded in diagnostic.also)
    message = " ".join(diagnostic.message.split())
    where = report.start(diagnostic)
    return f"{where}: {diagnostic.severity}: {message} [{diagnostic.rule}{also}]"
