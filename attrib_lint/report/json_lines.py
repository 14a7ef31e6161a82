"""The JSON contract in pieces, one object per line: findings, errors, then the summary."""

from __future__ import annotations

from typing import Any, TextIO

from attrib_lint.report.json import VERSION, diagnostic_dict, error_dict, one_line, summary_dict
from attrib_lint.report.report import Report


def write(report: Report, out: TextIO) -> None:
    """Lines that hold `diagnostic`, `error` or `summary`, each with the version."""

    def put(**content: Any) -> None:
        out.write(one_line({"version": VERSION, **content}))

    for diagnostic in report.diagnostics:
        put(diagnostic=diagnostic_dict(report, diagnostic))
    for error in report.errors:
        put(error=error_dict(error))
    put(summary=summary_dict(report))
