"""The Reviewdog Diagnostic Format, one diagnostic per line; columns count bytes of UTF-8."""

from __future__ import annotations

from typing import Any, TextIO

from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.severity import Severity
from attrib_lint.core.span import Span
from attrib_lint.report.json import one_line
from attrib_lint.report.report import Report

LEVELS: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def write(report: Report, out: TextIO) -> None:
    """One line per finding."""
    for diagnostic in report.diagnostics:
        out.write(one_line(_entry(report, diagnostic)))


def _entry(report: Report, diagnostic: Diagnostic) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "message": f"{diagnostic.message} {diagnostic.help}",
        "location": _location(report, diagnostic.path, diagnostic.span),
        "severity": LEVELS[diagnostic.severity],
        "source": {"name": "attrib-lint"},
        "code": {"value": diagnostic.rule},
    }
    if diagnostic.edits and not report.sources[diagnostic.path].locations:
        entry["suggestions"] = [
            {"range": _range(report, diagnostic.path, edit.span), "text": edit.new_text}
            for edit in diagnostic.edits
        ]
    if diagnostic.related:
        entry["related_locations"] = [
            {
                "message": related.message,
                "location": _location(report, related.path or diagnostic.path, related.span),
            }
            for related in diagnostic.related
        ]
    return entry


def _location(report: Report, path: str, span: Span) -> dict[str, Any]:
    if report.sources[path].locations:
        return {"path": path}
    return {"path": path, "range": _range(report, path, span)}


def _range(report: Report, path: str, span: Span) -> dict[str, Any]:
    lines = report.places(path).lines
    start, end = (lines.position(offset, "utf-8") for offset in (span.start, span.end))
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }
