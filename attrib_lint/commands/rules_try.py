"""`attrib-lint rules try RULE PATHS`: what a rule would find, before anybody switches it on."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct, field
from msgspec.structs import replace

from attrib_lint.commands.options import RuleName, RuleOptions, paths_argument, rule_options

if TYPE_CHECKING:
    from attrib_lint.config import Config
    from attrib_lint.core.document import Document
    from attrib_lint.core.finding import Diagnostic
    from attrib_lint.core.run_error import RunError
    from attrib_lint.engine import ActiveRule
    from attrib_lint.linter import FileSource, Linter


class Trial(Struct):
    """What a rule found in some articles, before suppressions and the baseline."""

    documents: list[Document] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    errors: list[RunError] = field(default_factory=list)


@click.command("try")
@click.argument("rule", type=RuleName())
@paths_argument
@rule_options
@click.option("--sample", default=10, show_default=True, help="How many findings to show.")
@click.option("--seed", default=0, show_default=True, help="Another number, another sample.")
@click.pass_context
def command(
    ctx: click.Context,
    rule: str,
    paths: tuple[Path, ...],
    chosen: RuleOptions,
    sample: int,
    seed: int,
) -> None:
    """Show how much a rule finds in articles.

    RULE is a name or a rule file; a random sample of its findings is shown in context. Suppressions
    and the baseline do not count here.
    """
    from attrib_lint.commands.check import show_errors
    from attrib_lint.commands.run import gather

    linter, active = _ready(rule, chosen, chosen.load_config(paths))
    gathered = gather(paths, linter.config)
    trial = _trial(linter, active, gathered.sources)
    trial.errors[:0] = gathered.errors
    click.echo(_figures(active.rule.name, trial))
    _show_sample(linter, trial, sample, seed)
    show_errors(trial.errors)
    ctx.exit(2 if trial.errors else 0)


def _ready(rule: str, chosen: RuleOptions, config: Config) -> tuple[Linter, ActiveRule]:
    """A linter with that one rule switched on."""
    from attrib_lint.config import suggestion
    from attrib_lint.core.errors import InputError, RuleError

    path = Path(rule) if rule.endswith((".toml", ".py")) else None
    if path is not None:
        if not path.is_file():
            raise InputError(f"{path}: there is no such file. Check the path.")
        known = any(
            p.resolve() in (path.resolve(), *path.resolve().parents) for p in config.rule_paths
        )
        if not known:
            config = replace(config, rule_paths=(*config.rule_paths, path))
    name = path.stem.replace("_", "-") if path is not None else rule
    linter = chosen.linter(config.choosing(select=[name]))
    for error in linter.errors:
        if Path(error.path).stem.replace("_", "-") == name:
            raise RuleError(f"{error.message} {error.help}".strip())
    rules = [r for r in linter.rules if path is None or r.path.resolve() == path.resolve()]
    if all(known.name != name for known in rules):
        hint = suggestion(name, [known.name for known in rules])
        raise RuleError(f"unknown rule “{rule}”. {hint or '`attrib-lint rules` lists them.'}")
    return linter, next(a for a in linter.active if a.rule.name == name and a.rule in rules)


def _trial(linter: Linter, active: ActiveRule, sources: Sequence[FileSource]) -> Trial:
    from attrib_lint.core.run_error import RunError
    from attrib_lint.engine import find_in_article
    from attrib_lint.linter import articles
    from attrib_lint.story_run import check_together

    trial = Trial()

    def documents() -> Iterator[Document]:
        for source in sources:
            read = linter.read(source)
            if isinstance(read, RunError):
                trial.errors.append(read)
            else:
                trial.documents += read
                yield from read

    if active.rule.check_story is not None:
        for result in check_together(linter, documents()).results:
            trial.diagnostics += result.found
            trial.errors += result.errors
        return trial
    for article in articles(documents()):
        checked = find_in_article(article, (active,))
        trial.diagnostics += checked.diagnostics
        trial.errors += checked.errors
    return trial


def _figures(name: str, trial: Trial) -> str:
    from attrib_lint.audit import count_words

    blocks = ((d.text, block) for d in trial.documents for block in d.blocks if block.is_read)
    words = sum(count_words(block.span.of(text)) for text, block in blocks)
    found = len(trial.diagnostics)
    articles = len({d.path for d in trial.diagnostics})
    return (
        f"{name}: {found} finding{'' if found == 1 else 's'} in {articles} of "
        f"{len({d.path for d in trial.documents})} files, "
        f"{1000 * found / (words or 1):.2f} per 1,000 words ({words:,} words)."
    )


def _show_sample(linter: Linter, trial: Trial, size: int, seed: int) -> None:
    import random

    from attrib_lint.core.source_file import SourceFile
    from attrib_lint.report.full import write
    from attrib_lint.report.report import Report

    size = min(max(size, 0), len(trial.diagnostics))
    if not size:
        return
    numbers = sorted(random.Random(seed).sample(range(len(trial.diagnostics)), size))
    if size < len(trial.diagnostics):
        click.echo(f"A random sample of {size} (seed {seed}):")
    click.echo()
    report = Report(
        diagnostics=tuple(trial.diagnostics[i] for i in numbers),
        sources={d.path: SourceFile.of(d) for d in trial.documents},
        rules=linter.rules,
        quiet=True,
    )
    write(report, sys.stdout)
