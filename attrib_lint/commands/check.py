"""`attrib-lint check`: the main job."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attrib_lint.commands.check_options import CheckOptions
from attrib_lint.commands.options import MERGE_BASE, open_index, paths_argument, rule_options
from attrib_lint.core.severity import SEVERITIES
from attrib_lint.report import FORMATS, PIPE_FORMAT, READ_BY_PEOPLE, TERMINAL_FORMAT

if TYPE_CHECKING:
    from attrib_lint.config import Config
    from attrib_lint.core.run_error import RunError
    from attrib_lint.index import Index
    from attrib_lint.report.report import Report

_OPTIONAL_VALUES = {"--changed": MERGE_BASE, "--add-ignores": "accepted"}


class CheckCommand(click.Command):
    """A command with options whose value follows "=" or is left out; click wants it next."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        stop = args.index("--") if "--" in args else len(args)
        filled = [
            f"{word}={_OPTIONAL_VALUES[word]}" if word in _OPTIONAL_VALUES else word
            for word in args[:stop]
        ]
        return super().parse_args(ctx, filled + args[stop:])


@click.command("check", cls=CheckCommand)
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
@click.option(
    "--changed",
    metavar="[=REV]",
    help="Only lines changed since this branch left REV (default: the branch it follows).",
)
@click.option("--staged", is_flag=True, help="Only lines that the next commit changes.")
@click.option("--fix", is_flag=True, help="Apply the edits that cannot change meaning.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--add-ignores",
    metavar="[=comments]",
    help="Accept what is found: in the accepted file, or in comments.",
)
@click.option("--reason", default="", help="The reason that --add-ignores writes down.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the index.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes (default: as many as the work is worth).",
)
@click.option("--stories", is_flag=True, help="Compare articles that tell one story.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes.")
@click.option("--show-suppressed", is_flag=True, help="Print suppressed findings as well.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("--quiet", is_flag=True, help="Print findings and errors, nothing else.")
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Check articles: files, folders, or - for standard input.

    Exit code 0: nothing at or above --fail-on. 1: something. 2: a mistake in the command or the
    config, a file that cannot be read, or a rule that crashed; everything else is still reported.
    """
    watched = options.pop("watch")
    chosen = CheckOptions(**{name: options[name] for name in CheckOptions.__struct_fields__})
    if watched:
        from attrib_lint.commands.watch import watch

        ctx.exit(watch(chosen.paths, lambda: check(chosen)))
    ctx.exit(check(chosen))


def check(options: CheckOptions) -> int:
    """Run the check and write its report; the exit code."""
    config = options.chosen.load_config(options.paths)
    index = None if options.no_cache else open_index()
    try:
        return _check(options, config, index)
    finally:
        if index is not None:
            index.close()
            for note in index.notes:
                click.echo(f"attrib-lint: {note}", err=True)


def _check(options: CheckOptions, config: Config, index: Index | None) -> int:
    from attrib_lint.commands.session import Session

    session = Session(options, config, options.chosen.linter(config, index))
    session.gather()
    session.run()
    if options.diff:
        count = session.write_diff(sys.stdout)
        show_errors(session.report().errors)
        return 2 if session.report().errors else int(count > 0)
    if options.fix:
        session.fix()
    if options.add_ignores is not None:
        session.add_ignores(options.add_ignores)
    report = session.report()
    write(report, options)
    show_errors(report.errors)
    return exit_code(report, options, config)


def exit_code(report: Report, options: CheckOptions, config: Config) -> int:
    """0, 1 or 2, as the command's help says."""
    from attrib_lint.core.severity import at_least

    if report.errors:
        return 2
    floor = options.fail_on or config.fail_on
    if floor == "never":
        return 0
    return int(any(at_least(d.severity, floor) for d in report.diagnostics))  # type: ignore[arg-type]  # click.Choice


def write(report: Report, options: CheckOptions) -> None:
    """Write the report to a file or to standard output."""
    from attrib_lint.core.errors import InputError
    from attrib_lint.report import write_report

    name, file = options.output_format, options.output_file
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
    if options.statistics:
        beside = name not in READ_BY_PEOPLE or file is not None
        for count, rule, severity in report.statistics():
            click.echo(f"{count:6}  {severity:7}  {rule}", err=beside)


def show_errors(errors: Iterable[RunError]) -> None:
    """Say on standard error what kept part of the run from happening."""
    for error in errors:
        click.echo(f"attrib-lint: {error.message}", err=True)
        if error.help:
            click.echo(f"  {error.help}", err=True)
