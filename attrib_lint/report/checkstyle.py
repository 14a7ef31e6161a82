"""Checkstyle's XML, which many CI servers read."""

from __future__ import annotations

from typing import TextIO

from attrib_lint.report.report import Report
from attrib_lint.report.xml import attributes


def write(report: Report, out: TextIO) -> None:
    """A `file` element for each file with findings, and for each that could not be checked."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')
    for path, found in report.by_path.items():
        out.write(f"  <file{attributes(name=path)}>\n")
        for diagnostic in found:
            start = report.start(diagnostic)
            where = f"{start.location}: " if start.location is not None else ""
            values = attributes(
                line=start.line,
                column=start.column,
                severity=diagnostic.severity,
                message=f"{where}{diagnostic.message} {diagnostic.help}",
                source=f"attrib-lint.{diagnostic.group}.{diagnostic.rule}",
            )
            out.write(f"    <error{values}/>\n")
        out.write("  </file>\n")
    for error in report.errors:
        values = attributes(
            severity="error",
            message=f"{error.message} {error.help}".strip(),
            source=f"attrib-lint.{error.kind}",
        )
        out.write(f"  <file{attributes(name=error.path)}>\n    <error{values}/>\n  </file>\n")
    out.write("</checkstyle>\n")
