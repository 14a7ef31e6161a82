"""SARIF 2.1.0, as code scanning reads it."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from attrib_lint import __version__
from attrib_lint.core.finding import Diagnostic, Edit
from attrib_lint.core.run_error import RunError
from attrib_lint.core.severity import Severity
from attrib_lint.core.span import Span
from attrib_lint.report.report import Report
from attrib_lint.rule import Rule

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT = "attribLint/v1"


def write(report: Report, out: TextIO) -> None:
    """One log with one run. Columns count code points; positions index no line number elsewhere."""
    names = {d.rule for d in report.listed}
    rules = sorted((rule for rule in report.rules if rule.name in names), key=lambda r: r.name)
    index = {rule.name: i for i, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "attrib-lint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [_notification(error) for error in report.errors],
            }
        ],
        "results": [_result(report, d, index) for d in report.listed],
    }
    json.dump(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=2
    )
    out.write("\n")


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why or rule.summary},
        "help": {"text": f"{rule.why}\n\n{rule.help}".strip(), "markdown": _markdown(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.group], "precision": _precision(rule)},
    }


def _precision(rule: Rule) -> str:
    """Errors and the default preset are earned by measured precision (DESIGN.md, presets)."""
    if rule.severity == "error":
        return "very-high"
    return "high" if "default" in rule.presets else "medium"


def _markdown(rule: Rule) -> str:
    """The rule's page: why, what to ask, and an example of each kind."""
    parts = [rule.why, f"**Ask:** {rule.help}"]
    parts += [f"**Flagged:** {_example(text)}" for text in rule.bad[:2]]
    parts += [f"**Not flagged:** {_example(text)}" for text in rule.good[:2]]
    return "\n\n".join(part for part in parts if part)


def _example(marked: str) -> str:
    text = " ".join(marked.split()).replace("*", "\\*").replace("<", "&lt;")
    return text.replace("[[", "**").replace("]]", "**")


def _notification(error: RunError) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": f"{error.message} {error.help}".strip()},
        "descriptor": {"id": error.kind},
    }


def _result(report: Report, diagnostic: Diagnostic, index: dict[str, int]) -> dict[str, Any]:
    also = "".join(f"\n{folded.message} ({folded.rule})" for folded in diagnostic.also)
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": f"{diagnostic.message} {diagnostic.help}{also}"},
        "locations": [_location(report, diagnostic.path, diagnostic.span)],
        "partialFingerprints": {_FINGERPRINT: diagnostic.fingerprint},
    }
    if diagnostic.rule in index:
        result["ruleIndex"] = index[diagnostic.rule]
    if diagnostic.related:
        result["relatedLocations"] = [
            {
                "id": i,
                **_location(report, related.path or diagnostic.path, related.span),
                "message": {"text": related.message},
            }
            for i, related in enumerate(diagnostic.related, 1)
        ]
    fixable = not report.sources[diagnostic.path].locations
    if diagnostic.edits and fixable:
        result["fixes"] = [_fix(report, diagnostic.path, edit) for edit in diagnostic.edits]
    if diagnostic in report.hidden:
        result["suppressions"] = [{"kind": "inSource"}]
    return result


def _location(report: Report, path: str, span: Span) -> dict[str, Any]:
    """A place; in a file without lines it is named, not counted."""
    file = {"artifactLocation": {"uri": uri(path)}}
    place = report.places(path).at(span.start)
    if place.location is not None:
        return {
            "physicalLocation": file,
            "logicalLocations": [
                {"fullyQualifiedName": f"{path}: {place}", "name": place.location}
            ],
        }
    return {"physicalLocation": {**file, "region": _region(report, path, span)}}


def _region(report: Report, path: str, span: Span) -> dict[str, int]:
    start, end = (report.places(path).at(offset) for offset in (span.start, span.end))
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(report: Report, path: str, edit: Edit) -> dict[str, Any]:
    return {
        "description": {"text": edit.title},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": uri(path)},
                "replacements": [
                    {
                        "deletedRegion": _region(report, path, edit.span),
                        "insertedContent": {"text": edit.new_text},
                    }
                ],
            }
        ],
    }


def uri(path: str) -> str:
    """A path as a URI reference: relative where it is relative."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
