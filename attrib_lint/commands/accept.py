"""`--add-ignores`: writes down that findings may stand, beside the articles or in them."""

from __future__ import annotations

import subprocess
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from attrib_lint.accepted import accept
from attrib_lint.core.errors import ConfigError
from attrib_lint.core.finding import Diagnostic, Edit
from attrib_lint.core.offsets import LineIndex
from attrib_lint.core.span import Span
from attrib_lint.fixes import edited_bytes, replace_file
from attrib_lint.globs import relative
from attrib_lint.inputs import read_document

if TYPE_CHECKING:
    from attrib_lint.config import Config
    from attrib_lint.core.document import Document
    from attrib_lint.linter import FileResult, Run

_COMMENTED = ("markdown", "html")


def accept_found(
    run: Run, shown: Collection[Diagnostic], config: Config, how: str, reason: str
) -> str:
    """Accept the findings that are shown, with those folded into them; what was done, in words.

    With `how` "comments" they go into comments, where the format of a file has any.
    """
    outside: list[Diagnostic] = []
    commented = 0
    for result in run.results:
        mine = [d for d in result.diagnostics if d in shown]
        found = sorted(_covered(result, mine), key=lambda d: d.span)
        if how == "comments" and result.file is not None:
            rest = _comment(result.path, result.file.format, found, reason)
            commented += len(found) - len(rest)
            found = rest
        outside += found
    said = [f"{commented} accepted in comments"] if how == "comments" else []
    if outside or not said:
        if config.accepted_file is None:
            raise ConfigError("--add-ignores: there is no accepted file with --isolated.")
        entries = [replace(d, path=relative(d.path, config.root)) for d in outside]
        added = accept(
            config.accepted_file,
            entries,
            reason=reason,
            approved_by=_user(config.root),
            today=date.today(),
        )
        said.append(f"{added} accepted in {config.accepted_file}")
    return ", ".join(said) + "."


def _covered(result: FileResult, shown: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings of a file that are shown, and those that hide behind them."""
    behind = {(d.span, folded.rule) for d in shown for folded in d.also}
    prints = {d.fingerprint for d in shown}
    for found in result.found:
        if found.fingerprint in prints or any(
            rule == found.rule and span.overlaps(found.span) for span, rule in behind
        ):
            yield found


def _comment(path: str, format_name: str, found: list[Diagnostic], reason: str) -> list[Diagnostic]:
    """Write comments into a file; the findings for which that cannot be done."""
    if format_name not in _COMMENTED or not found:
        return found
    data = Path(path).read_bytes()
    document = read_document(path, data, format_name)
    start = min(
        (document.offsets.to_source(b.span).start for b in document.blocks if b.kind != "headline"),
        default=0,
    )
    fitting = [d for d in found if d.span.start >= start]
    edits = _comments(document, fitting, reason)
    edited = edited_bytes(data, document.source_text, edits)
    if edited is None:
        return found
    replace_file(Path(path), edited)
    return [d for d in found if d not in fitting]


def _comments(document: Document, found: list[Diagnostic], reason: str) -> list[Edit]:
    """One comment for each line: at its end in Markdown, after the words in HTML."""
    lines = LineIndex(document.source_text)
    rules: dict[int, dict[str, None]] = {}
    for diagnostic in sorted(found, key=lambda d: d.span):
        end = diagnostic.span.end
        if document.format == "markdown":
            end = lines.line_span(lines.position(diagnostic.span.start).line).end
        rules.setdefault(end, {})[diagnostic.rule] = None
    said = f" {reason.replace('--', '-')}" if reason else ""
    return [
        Edit(Span(end, end), f" <!-- attrib-lint: ignore[{', '.join(names)}]{said} -->", "Accept")
        for end, names in sorted(rules.items())
    ]


def _user(folder: Path) -> str:
    """Who accepts, as git knows them; empty where it does not."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), "config", "user.name"], capture_output=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace").strip()
