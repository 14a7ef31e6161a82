"""One heading per file, its findings in columns below it."""

from __future__ import annotations

from typing import TextIO

from attrib_lint.report.concise import message
from attrib_lint.report.report import Report


def write(report: Report, out: TextIO) -> None:
    """Every file with its findings, then the summary."""
    for path, found in report.listed_by_path.items():
        out.write(f"{path}\n")
        rows = [(str(report.start(d)), report.label(d), d) for d in found]
        places = max(len(place) for place, _, _ in rows)
        labels = max(len(label) for _, label, _ in rows)
        for place, label, diagnostic in rows:
            words = message(diagnostic)
            out.write(f"  {place:>{places}}  {label:<{labels}}  {words}  [{diagnostic.rule}]\n")
        out.write("\n")
    if not report.quiet:
        out.write(report.summary() + "\n")
