"""Only my lines: the part of a run that `--changed` and `--staged` ask for."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.changed import Lines, Repository, touches
from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.span import Span

if TYPE_CHECKING:
    from attrib_lint.commands.run import Gathered
    from attrib_lint.linter import FileSource
    from attrib_lint.report.report import Report


class Scope(Struct, frozen=True):
    """The lines of a run that count, file by file; `words` say which they are.

    `staged` holds the files whose staged text is read instead of the one in the folder.
    """

    lines: Mapping[Path, Lines]
    words: str
    repository: Repository
    staged: frozenset[Path] = frozenset()

    def restrict(self, gathered: Gathered) -> Gathered:
        """The files of a run that have changed at all."""
        kept = [self._source(s) for s in gathered.sources if _real(s[0]) in self.lines]
        return replace(gathered, sources=tuple(kept))

    def _source(self, source: FileSource) -> FileSource:
        path = _real(source[0])
        if path not in self.staged:
            return source
        return source[0], partial(self.repository.staged_bytes, path)

    def narrow(self, report: Report) -> Report:
        """The report with the diagnostics that stand on changed lines, or are related to some."""
        kept = tuple(d for d in report.diagnostics if self._counts(d, report))
        return replace(report, diagnostics=kept, scope=self.words)

    def _counts(self, diagnostic: Diagnostic, report: Report) -> bool:
        places = [(diagnostic.path, diagnostic.span)]
        places += [(r.path or diagnostic.path, r.span) for r in diagnostic.related]
        return any(self._touched(path, span, report) for path, span in places)

    def _touched(self, path: str, span: Span, report: Report) -> bool:
        file = report.sources[path]
        if file.locations:  # no lines: a changed Word file counts as a whole
            return _real(path) in self.lines
        text = file.source_text
        first = text.count("\n", 0, span.start) + 1
        last = first + text.count("\n", span.start, max(span.start, span.end - 1))
        return touches(self.lines, _real(path), first, last)


def changed_scope(rev: str | None) -> Scope:
    """What differs from where this branch left `rev` (None: the branch that it follows)."""
    repository = Repository.around(Path.cwd())
    commit = repository.merge_base(rev)
    return Scope(repository.since(commit), f"lines changed since {commit[:9]}", repository)


def staged_scope(gathered: Gathered, *, named: bool) -> Scope | None:
    """What the next commit changes; None where the named files are to be checked as a whole.

    pre-commit names the staged files; with `--all-files` or `--files` it names others too, and then
    every file counts as a whole. With `--from-ref` and `--to-ref` it sets PRE_COMMIT_FROM_REF and
    PRE_COMMIT_TO_REF, and that range counts.
    """
    repository = Repository.around(Path.cwd())
    start, end = os.environ.get("PRE_COMMIT_FROM_REF"), os.environ.get("PRE_COMMIT_TO_REF")
    if start and end:
        lines = repository.between(start, end)
        return Scope(lines, f"lines changed from {start[:9]} to {end[:9]}", repository)
    lines = repository.staged()
    if named and not all(_real(path) in lines for path, _ in gathered.sources):
        return None
    return Scope(lines, "staged lines", repository, frozenset(lines))


def _real(path: str) -> Path:
    """A path as git names it: absolute, through links to folders."""
    absolute = Path(path).absolute()
    return absolute.parent.resolve() / absolute.name
