"""One `check` from its paths to its report: gathered files, a run, fixes, decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import click
from msgspec.structs import replace

from attrib_lint.commands.fix import fix_files, write_diff
from attrib_lint.commands.options import MERGE_BASE, STDIN
from attrib_lint.commands.progress import Progress
from attrib_lint.commands.run import Gathered, gather, report_of, without_excluded
from attrib_lint.commands.scope import Scope, changed_scope, staged_scope
from attrib_lint.core.errors import ConfigError
from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.run_error import RunError

if TYPE_CHECKING:
    from attrib_lint.commands.check_options import CheckOptions
    from attrib_lint.config import Config
    from attrib_lint.linter import Linter, Run
    from attrib_lint.report.report import Report


class Session:
    """The state of one `check`, step by step."""

    def __init__(self, options: CheckOptions, config: Config, linter: Linter) -> None:
        _refuse(options)
        self._options = options
        self._config = config
        self._linter = linter
        self._scope: Scope | None = None
        self._gathered = Gathered(())
        self._run: Run | None = None
        self._complaints: list[RunError] = []
        self._mended = 0

    def gather(self) -> None:
        """Find the files, and the lines of them that count."""
        _ = self._linter.active, self._linter.decisions  # their mistakes are named first
        options = self._options
        gathered = gather(options.paths, self._config, options.stdin_filename)
        if options.changed is not None:
            self._scope = changed_scope(self._revision())
        elif options.staged:
            gathered = without_excluded(gathered, self._config)
            self._scope = staged_scope(gathered, named=bool(options.paths))
        self._gathered = self._scope.restrict(gathered) if self._scope else gathered
        if self._scope and not self._gathered.sources and not gathered.errors:
            click.echo("attrib-lint: no article has such lines; nothing was checked.", err=True)

    def run(self) -> None:
        """Check the files."""
        self._run = self._check()

    def _check(self) -> Run:
        sources = self._gathered.sources
        with Progress(len(sources), shown=not self._options.quiet) as progress:
            if self._options.stories:
                from attrib_lint.story_run import run_together

                return run_together(self._linter, sources, lambda result: progress.advance())
            return self._linter.check_sources(
                sources, lambda result: progress.advance(), jobs=self._options.jobs
            )

    def report(self) -> Report:
        """The report of the last run, narrowed to the lines that count."""
        assert self._run is not None
        return self._report_of(self._run)

    def _report_of(self, run: Run) -> Report:
        errors = (*self._gathered.errors, *self._complaints)
        report = report_of(run, self._linter, errors, quiet=self._options.quiet)
        report = replace(report, mended=self._mended)
        if not self._options.show_suppressed:
            report = replace(report, hidden=())
        return self._scope.narrow(report) if self._scope else report

    def _shown(self, run: Run) -> frozenset[Diagnostic]:
        return frozenset(self._report_of(run).diagnostics)

    def write_diff(self, out: TextIO) -> int:
        """Print what `--fix` would change; how many edits that are."""
        assert self._run is not None
        return write_diff(self._run, self._shown, out)

    def fix(self) -> None:
        """Apply safe edits, and check again."""
        assert self._run is not None
        staged = self._scope is not None and bool(self._scope.staged)
        check = None if staged else self._again  # what is staged stays as it is
        self._run, self._mended, problems = fix_files(check, self._run, self._shown)
        self._complaints += [RunError("", "unreadable-input", text) for text in problems]

    def _again(self) -> Run:
        """Check the files once more; what was written has moved lines."""
        if self._scope is not None and self._options.changed is not None:
            self._scope = changed_scope(self._revision())
        return self._check()

    def _revision(self) -> str | None:
        return None if self._options.changed == MERGE_BASE else self._options.changed

    def add_ignores(self, how: str) -> None:
        """Accept what is found, and check again."""
        from attrib_lint.commands.accept import accept_found

        assert self._run is not None
        shown = self._shown(self._run)
        added = accept_found(self._run, shown, self._config, how, self._options.reason)
        click.echo(f"attrib-lint: {added}", err=True)
        self._linter.__dict__.pop("decisions", None)
        self._run = self._again()


def _refuse(options: CheckOptions) -> None:
    """Raise ConfigError for options that contradict each other."""
    if options.changed is not None and options.staged:
        raise ConfigError("--staged, --changed: these exclude each other. Give one of them.")
    writes = options.fix or options.diff or options.add_ignores is not None
    if writes and (STDIN in options.paths or (options.stdin_filename and not options.paths)):
        raise ConfigError("-: standard input cannot be changed. Name a file.")
    if options.add_ignores not in (None, "accepted", "comments"):
        raise ConfigError(f"--add-ignores={options.add_ignores}: write `comments` or nothing.")
