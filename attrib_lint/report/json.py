"""The JSON contract of DESIGN.md, version 1; its schema is `attrib_lint/schema/report.json`."""

from __future__ import annotations

import json
from typing import Any, TextIO

from attrib_lint import __version__
from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.run_error import RunError
from attrib_lint.core.span import Span
from attrib_lint.report.places import Places
from attrib_lint.report.report import Report

VERSION = 1
TOOL = {"name": "attrib-lint", "version": __version__}


def write(report: Report, out: TextIO) -> None:
    """The whole run as one object."""
    json.dump(as_dict(report), out, ensure_ascii=False, indent=2)
    out.write("\n")


def one_line(value: Any) -> str:
    """A value as JSON that every reader takes for one line, also one that knows U+2028."""
    text = json.dumps(value, ensure_ascii=False)
    for char in "\x85\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text + "\n"


def as_dict(report: Report) -> dict[str, Any]:
    """The run as the contract lays it out."""
    return {
        "version": VERSION,
        "tool": TOOL,
        "diagnostics": [diagnostic_dict(report, d) for d in report.diagnostics],
        "errors": [error_dict(error) for error in report.errors],
        "summary": summary_dict(report),
    }


def summary_dict(report: Report) -> dict[str, int]:
    """The counts of a run."""
    return {
        "files": len(report.paths),
        **dict[str, int](report.counts.items()),
        "suppressed": report.suppressed,
        "baselined": report.baselined,
    }


def error_dict(error: RunError) -> dict[str, str]:
    """What kept part of the run from happening."""
    return {
        "path": error.path,
        "kind": error.kind,
        "message": error.message,
        "help": error.help,
    }


def diagnostic_dict(report: Report, diagnostic: Diagnostic) -> dict[str, Any]:
    """One diagnostic."""
    places = report.places(diagnostic.path)
    return {
        "path": diagnostic.path,
        "rule": diagnostic.rule,
        "group": diagnostic.group,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "text": diagnostic.text,
        **_ends(places, diagnostic.span),
        "also": [
            {"rule": f.rule, "severity": f.severity, "message": f.message, "help": f.help}
            for f in diagnostic.also
        ],
        "related": [
            _related(report, r.path or diagnostic.path, r.span, r.message)
            for r in diagnostic.related
        ],
        "edits": [
            {
                **_ends(places, edit.span),
                "new_text": edit.new_text,
                "safe": edit.safe,
                "title": edit.title,
            }
            for edit in diagnostic.edits
        ],
        "fingerprint": diagnostic.fingerprint,
    }


def _related(report: Report, path: str, span: Span, message: str) -> dict[str, Any]:
    places = report.places(path)
    text = span.of(places.source_text)
    return {"path": path, "text": text, "message": message, **_ends(places, span)}


def _ends(places: Places, span: Span) -> dict[str, dict[str, int | str]]:
    return {"start": _place(places, span.start), "end": _place(places, span.end)}


def _place(places: Places, offset: int) -> dict[str, int | str]:
    place = places.at(offset)
    numbers: dict[str, int | str] = {
        "offset": place.offset,
        "line": place.line,
        "column": place.column,
    }
    return numbers if place.location is None else {**numbers, "location": place.location}
