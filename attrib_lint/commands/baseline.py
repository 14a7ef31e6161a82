"""`attrib-lint baseline`: accepts today's findings, so that only new ones are reported."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from attrib_lint.commands.options import RuleOptions, paths_argument, rule_options


@click.command("baseline")
@paths_argument
@rule_options
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], chosen: RuleOptions) -> None:
    """Accept today's findings: `check` then reports only new ones.

    Writes fingerprints, no text. Entries of files that are not named stay.
    """
    from attrib_lint.baseline import read_baseline, write_baseline
    from attrib_lint.commands.check import show_errors
    from attrib_lint.commands.progress import Progress
    from attrib_lint.commands.run import gather
    from attrib_lint.core.errors import ConfigError
    from attrib_lint.globs import relative

    config = chosen.load_config(paths)
    file, root = config.baseline, config.root
    if file is None:
        raise ConfigError("--isolated: a baseline needs a place; leave --isolated out.")
    linter = chosen.linter(replace(config, baseline=None))
    gathered = gather(paths, config)
    with Progress(len(gathered.sources)) as progress:
        run = linter.check_sources(gathered.sources, lambda result: progress.advance())
    before = read_baseline(file, root).files
    checked = {relative(result.path, root) for result in run.results}
    kept = {name: found for name, found in before.items() if name not in checked}
    hidden = {d for result in run.results for d in result.suppressed}
    found = [d for result in run.results for d in result.found if d not in hidden]
    rules = write_baseline(file, root, found, kept)
    click.echo(f"{file}: {rules.total()} findings in {len(checked)} files.")
    errors = (*gathered.errors, *run.all_errors)
    show_errors(errors)
    ctx.exit(2 if errors else 0)
