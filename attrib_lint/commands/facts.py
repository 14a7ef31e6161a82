"""`attrib-lint facts`: what was extracted, for other programs or for people."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from attrib_lint.commands.options import RuleOptions, paths_argument, rule_options


@click.command("facts")
@paths_argument
@rule_options
@click.option(
    "--output-format",
    type=click.Choice(["json-lines", "full"]),
    default="json-lines",
    show_default=True,
)
@click.option("--stdin-filename", help="Name (and format) of the text on standard input.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    chosen: RuleOptions,
    output_format: str,
    stdin_filename: str | None,
) -> None:
    """Show what is read out of articles: who is cited for what, figures, dates, hedges."""
    from attrib_lint.commands.check import show_errors
    from attrib_lint.commands.run import documents_in, gather
    from attrib_lint.linter import articles
    from attrib_lint.report.facts import write_lines

    linter = chosen.linter(chosen.load_config(paths))
    gathered = gather(paths, linter.config, stdin_filename)
    errors = [*gathered.errors]

    documents = documents_in(gathered, linter, errors)
    if output_format == "full":
        from attrib_lint.report.facts_page import write_full

        write_full(articles(documents), sys.stdout)
    else:
        write_lines(articles(documents), sys.stdout)
    show_errors(errors)
    ctx.exit(2 if errors else 0)
