"""`path:line:column: severity: message [rule]`, one line per finding."""

from __future__ import annotations

from typing import TextIO

from attrib_lint.core.finding import Diagnostic
from attrib_lint.report.report import Report


def write(report: Report, out: TextIO) -> None:
    """One line per finding, then the summary."""
    for diagnostic in report.listed:
        out.write(line(report, diagnostic) + "\n")
    if not report.quiet:
        out.write(report.summary() + "\n")


def line(report: Report, diagnostic: Diagnostic) -> str:
    """One finding in one line."""
    also = "".join(f", {folded.rule}" for folded in diagnostic.also)
    where = f"{diagnostic.path}:{report.start(diagnostic)}"
    return f"{where}: {report.label(diagnostic)}: {message(diagnostic)} [{diagnostic.rule}{also}]"


def message(diagnostic: Diagnostic) -> str:
    """The message without line breaks."""
    return " ".join(diagnostic.message.split())
