"""`attrib-lint sources`: the source audit, article by article and over all of them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from attrib_lint.commands.options import RuleOptions, paths_argument, rule_options


@click.command("sources")
@paths_argument
@rule_options
@click.option(
    "--output-format",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
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
    """Show who is cited: every source, the words credited to it, shares named and unnamed."""
    from attrib_lint.audit import audit
    from attrib_lint.commands.check import show_errors
    from attrib_lint.commands.run import documents_in, gather
    from attrib_lint.linter import articles
    from attrib_lint.report.sources import write_csv, write_json, write_table

    linter = chosen.linter(chosen.load_config(paths))
    gathered = gather(paths, linter.config, stdin_filename)
    errors = [*gathered.errors]

    documents = documents_in(gathered, linter, errors)
    write = {"table": write_table, "json": write_json, "csv": write_csv}[output_format]
    write([audit(article) for article in articles(documents)], sys.stdout)
    show_errors(errors)
    ctx.exit(2 if errors else 0)
