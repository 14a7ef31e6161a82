"""`attrib-lint check`: the main job."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attrib_lint.commands.options import RuleOptions, paths_argument, rule_options
from attrib_lint.core.finding import SEVERITIES
from attrib_lint.report import FORMATS, PIPE_FORMAT, READ_BY_PEOPLE, TERMINAL_FORMAT

if TYPE_CHECKING:
    from attrib_lint.core.errors import RunError
    from attrib_lint.report.report import Report


@click.command("check")
@paths_argument
@rule_options
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    help="Exit with 1 at findings this severe (default: error).",
)
@click.option(
    "--output-format",
    type=click.Choice([*FORMATS]),
    help=f"Default: {TERMINAL_FORMAT} on a terminal, {PIPE_FORMAT} elsewhere.",
)
@click.option("--output-file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--stdin-filename", help="Name (and format) of the text on standard input.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("--quiet", is_flag=True, help="Print findings and errors, nothing else.")
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Check articles: files, folders, or - for standard input.

    Exit code 0: nothing at or above --fail-on. 1: something. 2: a mistake in the command or the
    config, a file that cannot be read, or a rule that crashed; everything else is still reported.
    """
    ctx.exit(check(**options))


def check(
    paths: tuple[Path, ...],
    chosen: RuleOptions,
    fail_on: str | None,
    output_format: str | None,
    output_file: Path | None,
    stdin_filename: str | None,
    statistics: bool,
    quiet: bool,
) -> int:
    """Run the check and write its report; the exit code."""
    from attrib_lint.commands.run import report_on
    from attrib_lint.core.finding import at_least

    config = chosen.load_config(paths)
    linter = chosen.linter(config)
    report = report_on(linter, paths, stdin_filename=stdin_filename, quiet=quiet)
    write(report, output_format, output_file, statistics=statistics)
    show_errors(report.errors)
    if report.errors:
        return 2
    floor = fail_on or config.fail_on
    if floor == "never":
        return 0
    return int(any(at_least(d.severity, floor) for d in report.diagnostics))  # type: ignore[arg-type]  # click.Choice


def write(report: Report, name: str | None, file: Path | None, *, statistics: bool = False) -> None:
    """Write the report to a file or to standard output."""
    from attrib_lint.core.errors import InputError
    from attrib_lint.report import write_report

    if file is None:
        name = name or (TERMINAL_FORMAT if sys.stdout.isatty() else PIPE_FORMAT)
        write_report(report, name, sys.stdout)
    else:
        name = name or PIPE_FORMAT
        try:
            with file.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
                write_report(report, name, out)
        except OSError as error:
            reason = error.strerror or "cannot be written"
            raise InputError(f"{file}: {reason}. Name a file that can be written.") from error
    if statistics:
        beside = name not in READ_BY_PEOPLE or file is not None
        for count, rule, severity in report.statistics():
            click.echo(f"{count:6}  {severity:7}  {rule}", err=beside)


def show_errors(errors: Iterable[RunError]) -> None:
    """Say on standard error what kept part of the run from happening."""
    for error in errors:
        click.echo(f"attrib-lint: {error.message}", err=True)
        if error.help:
            click.echo(f"  {error.help}", err=True)
