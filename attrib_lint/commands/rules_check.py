"""`attrib-lint rules check PATHS`: are these rule files sound, and do their examples pass?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--trust",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    metavar="FOLDER",
    help="Let the Python rules of this folder run their examples.",
)
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], trust: tuple[Path, ...]) -> None:
    """Say what is wrong with rule files; run their examples.

    Files are read without running them. TOML rules are data, so their examples always run; those of
    Python rules run with --trust. Exits with 1 where something is wrong.
    """
    files = _rule_files(paths)
    bad = 0
    for path in files:
        wrong, note = _checked(path, trust)
        bad += bool(wrong)
        for text in wrong:
            click.echo(text)
        if not wrong:
            click.echo(f"{path}: {note}")
    click.echo(f"{len(files) - bad} of {len(files)} rule files are sound.")
    ctx.exit(1 if bad else 0)


def _rule_files(paths: Sequence[Path]) -> list[Path]:
    from attrib_lint.core.errors import InputError, RuleError
    from attrib_lint.loader import rule_files

    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: there is no such file or folder. Check the path.")
        if path.is_file() and path.suffix not in (".toml", ".py"):
            raise RuleError(f"{path}: a rule is a .toml or a .py file. Give one of these.")
        found += rule_files(path)
    if not found:
        raise InputError(f"{paths[0]}: no rule files here; looked for *.toml and *.py.")
    return [*dict.fromkeys(found)]


def _checked(path: Path, trust: Sequence[Path]) -> tuple[list[str], str]:
    """What is wrong with a rule file; where nothing is, what can be said for it."""
    from attrib_lint.core.errors import RuleError
    from attrib_lint.loader import read_rule
    from attrib_lint.rule_source import faults

    found = [*faults(path)]
    if found:
        return found, ""
    if path.suffix == ".py" and not _is_trusted(path, trust):
        return [], f"reads well; its examples were not run. If you trust it: --trust {path}"
    try:
        rule = read_rule(path, path.resolve().parent.name)
        if rule.check_story is not None:
            return [], "sound; examples of several articles are not run."
        from attrib_lint.examples import failures

        wrong = failures(rule)
    except RuleError as error:
        return [str(error)], ""
    return [f"{path}: {text}" for text in wrong], f"{len(rule.good) + len(rule.bad)} examples pass."


def _is_trusted(path: Path, trust: Sequence[Path]) -> bool:
    resolved = path.resolve()
    folders = [folder.resolve() for folder in trust]
    return any(resolved == folder or folder in resolved.parents for folder in folders)
