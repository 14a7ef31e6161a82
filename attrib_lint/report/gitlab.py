"""GitLab's Code Quality report."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any, TextIO

from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.severity import Severity
from attrib_lint.report.report import Report

LEVELS: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def write(report: Report, out: TextIO) -> None:
    """A list of findings; GitLab wants each fingerprint once, so that the path is hashed in."""
    json.dump([_entry(report, d) for d in report.diagnostics], out, ensure_ascii=False, indent=2)
    out.write("\n")


def _entry(report: Report, diagnostic: Diagnostic) -> dict[str, Any]:
    places = report.places(diagnostic.path)
    start, end = places.at(diagnostic.span.start), places.at(diagnostic.span.end)
    key = f"{diagnostic.path}\0{diagnostic.rule}\0{diagnostic.fingerprint}"
    lines = {"begin": start.line, "end": end.line} if start.location is None else {"begin": 1}
    return {
        "description": diagnostic.message,
        "check_name": diagnostic.rule,
        "fingerprint": sha256(key.encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": LEVELS[diagnostic.severity],
        "location": {"path": diagnostic.path.removeprefix("./"), "lines": lines},
    }
