"""JUnit's XML: a suite per file, a failed case per finding, a passed one for a clean file."""

from __future__ import annotations

from typing import TextIO

from attrib_lint.report.report import Report
from attrib_lint.report.xml import attributes, text


def write(report: Report, out: TextIO) -> None:
    """Every file of the run; what could not be checked is an error, not a failure."""
    failures, errors = len(report.diagnostics), len(report.errors)
    clean = [path for path in report.paths if path not in report.by_path]
    totals = attributes(
        name="attrib-lint", tests=failures + errors + len(clean), failures=failures, errors=errors
    )
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{totals}>\n')
    for path in report.by_path:
        _write_suite(report, path, out)
    for path in clean:
        suite = attributes(name=path, tests=1, failures=0, errors=0)
        case = attributes(name="attrib-lint", classname=path)
        out.write(f"  <testsuite{suite}>\n    <testcase{case}/>\n  </testsuite>\n")
    for error in report.errors:
        name = error.path or "attrib-lint"
        suite = attributes(name=name, tests=1, failures=0, errors=1)
        case = attributes(name=error.kind, classname=name)
        reason = attributes(type=error.kind, message=error.message)
        out.write(f"  <testsuite{suite}>\n    <testcase{case}>\n")
        out.write(f"      <error{reason}>{text(error.help)}</error>\n")
        out.write("    </testcase>\n  </testsuite>\n")
    out.write("</testsuites>\n")


def _write_suite(report: Report, path: str, out: TextIO) -> None:
    found = report.by_path[path]
    suite = attributes(name=path, tests=len(found), failures=len(found), errors=0)
    out.write(f"  <testsuite{suite}>\n")
    for diagnostic in found:
        where = report.start(diagnostic)
        case = attributes(name=f"{diagnostic.rule} at {where}", classname=path)
        reason = attributes(type=diagnostic.severity, message=diagnostic.message)
        body = text(f"{path}:{where}: {diagnostic.message}\n{diagnostic.help}")
        out.write(f"    <testcase{case}>\n      <failure{reason}>{body}</failure>\n")
        out.write("    </testcase>\n")
    out.write("  </testsuite>\n")
