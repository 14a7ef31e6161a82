"""`attrib-lint story`: several articles on one story, who rests on whom, figures side by side."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attrib_lint.commands.options import RuleOptions, open_index, paths_argument, rule_options

if TYPE_CHECKING:
    from attrib_lint.core.document import Document


@click.command("story")
@paths_argument
@rule_options
@click.option(
    "--output-format", type=click.Choice(["full", "json"]), default="full", show_default=True
)
@click.option("--no-cache", is_flag=True, help="Neither read nor write the index.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    chosen: RuleOptions,
    output_format: str,
    no_cache: bool,
) -> None:
    """Show the stories that articles share: who rests on whom, the same figures, what conflicts."""
    from attrib_lint.commands.check import show_errors
    from attrib_lint.commands.run import gather
    from attrib_lint.core.run_error import RunError
    from attrib_lint.report.story import write_full, write_json
    from attrib_lint.story_run import check_together

    config = chosen.load_config(paths)
    index = None if no_cache else open_index()
    linter = chosen.linter(config, index)
    gathered = gather(paths, config)
    errors = [*gathered.errors]
    documents: list[Document] = []
    for source in gathered.sources:
        read = linter.read(source)
        if isinstance(read, RunError):
            errors.append(read)
        else:
            documents += read
    together = check_together(linter, documents)
    if index is not None:
        index.close()
        for note in index.notes:
            click.echo(f"attrib-lint: {note}", err=True)
    comparing = {
        active.rule.name for active in linter.active if active.rule.check_story is not None
    }
    shown = [d for result in together.results for d in result.diagnostics if _is_of(d, comparing)]
    found = [
        (story, [d for d in shown if d.path in {told.path for told in story.articles}])
        for story in together.stories
    ]
    if output_format == "json":
        write_json(found, sys.stdout)
    else:
        from rich.console import Console

        write_full(found, Console(), comparing)
    show_errors(errors)
    ctx.exit(2 if errors else 0)


def _is_of(diagnostic: object, rules: set[str]) -> bool:
    """Whether a diagnostic shows or carries one of the rules that compare articles."""
    also = {folded.rule for folded in getattr(diagnostic, "also", ())}
    return bool(({getattr(diagnostic, "rule", "")} | also) & rules)
