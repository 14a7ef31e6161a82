"""From the paths of a command line to a Report: which files are read, and what came of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.commands.options import STDIN
from attrib_lint.core.errors import InputError
from attrib_lint.core.run_error import RunError
from attrib_lint.files import find_files
from attrib_lint.globs import GlobTable
from attrib_lint.report.report import Report

if TYPE_CHECKING:
    from attrib_lint.config import Config
    from attrib_lint.core.document import Document
    from attrib_lint.linter import FileSource, Linter, Run


class Gathered(Struct, frozen=True):
    """The files of a run, and what was asked for but is not there."""

    sources: tuple[FileSource, ...]
    errors: tuple[RunError, ...] = ()


def documents_in(gathered: Gathered, linter: Linter, errors: list[RunError]) -> Iterator[Document]:
    """The articles of a run; what cannot be read is added to `errors` and the rest goes on."""
    for source in gathered.sources:
        found = linter.read(source)
        if isinstance(found, RunError):
            errors.append(found)
        else:
            yield from found


def gather(paths: Sequence[Path], config: Config, stdin_filename: str | None = None) -> Gathered:
    """What the paths of a command line stand for; `-` is standard input, nothing is `.`."""
    if STDIN in paths or (stdin_filename and not paths):
        if len(paths) > 1:
            raise InputError("-: standard input cannot be mixed with paths. Give one or the other.")
        return Gathered((_stdin(stdin_filename),))
    sources: list[FileSource] = []
    errors: list[RunError] = []
    for path in paths or (Path(),):
        try:
            found = find_files(
                [path],
                root=config.root,
                include=config.include,
                exclude=config.exclude,
                inputs=config.inputs,
            )
            sources += [(str(file), file.read_bytes) for file in found]
        except InputError as error:
            errors.append(RunError(str(path), "unreadable-input", str(error)))
    unique = {name: (name, read) for name, read in sources}
    return Gathered(tuple(unique.values()), tuple(errors))


def without_excluded(gathered: Gathered, config: Config) -> Gathered:
    """Without the files that the config leaves out: for lists that a hook puts together."""
    excluded = GlobTable(config.root, dict.fromkeys(config.exclude, True))
    included = GlobTable(config.root, dict.fromkeys(config.include, True))
    kept = [
        source
        for source in gathered.sources
        if not excluded.last(source[0]) and (not config.include or included.last(source[0]))
    ]
    return replace(gathered, sources=tuple(kept))


def _stdin(name: str | None) -> FileSource:
    return name or "<stdin>.txt", sys.stdin.buffer.read


def report_of(
    run: Run, linter: Linter, errors: Iterable[RunError] = (), *, quiet: bool = False
) -> Report:
    """The report of a run: its diagnostics and the texts they point into."""
    diagnostics = run.diagnostics
    hidden = tuple(d for result in run.results for d in result.suppressed)
    wanted = {d.path for d in (*diagnostics, *hidden)} | {
        related.path for d in diagnostics for related in d.related if related.path is not None
    }
    return Report(
        diagnostics=diagnostics,
        sources={
            result.path: result.file
            for result in run.results
            if result.file is not None and result.path in wanted
        },
        errors=(*errors, *run.all_errors),
        rules=linter.rules,
        paths=tuple(dict.fromkeys(r.path for r in run.results if r.file is not None)),
        suppressed=sum(len(result.suppressed) for result in run.results),
        baselined=sum(len(result.baselined) for result in run.results),
        fixed=run.gone,
        hidden=hidden,
        quiet=quiet,
    )
