"""Options that several commands share, and what they lead to: a Config and a Linter."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem
from msgspec import Struct

if TYPE_CHECKING:
    from attrib_lint.config import Config
    from attrib_lint.index import Index
    from attrib_lint.linter import Linter

Command = TypeVar("Command", bound=Callable[..., Any])
STDIN = Path("-")
MERGE_BASE = "@merge-base"  # `--changed` without a revision


class RuleNames(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.5
    """Rules, groups or "all", separated by commas; completed from the built-in pack."""

    name = "rules"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        return tuple(name.strip() for name in str(value).split(",") if name.strip())

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        done, comma, begun = incomplete.rpartition(",")
        return [
            CompletionItem(done + comma + name) for name in rule_words() if name.startswith(begun)
        ]


class RuleName(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.5
    """The name of one rule."""

    name = "rule"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(name) for name in rule_words() if name.startswith(incomplete)]


def rule_words() -> list[str]:
    """The names of the built-in rules and groups, read from file names alone."""
    from attrib_lint.loader import builtin_folder, rule_files

    paths = [*rule_files(builtin_folder())]
    names = {path.stem.replace("_", "-") for path in paths}
    return sorted(names | {path.parent.name for path in paths} | {"all"})


class RuleOptions(Struct, frozen=True):
    """What the command line says about rules and about the config."""

    select: tuple[tuple[str, ...], ...] = ()
    extend_select: tuple[tuple[str, ...], ...] = ()
    ignore: tuple[tuple[str, ...], ...] = ()
    preset: str | None = None
    config: Path | None = None
    isolated: bool = False
    trust: tuple[Path, ...] = ()

    def load_config(self, paths: Sequence[Path] = ()) -> Config:
        """The config of a run over `paths`, with the command line's choice of rules on top."""
        from attrib_lint.config import load_config

        found = load_config(start_of(paths), explicit=self.config, isolated=self.isolated)
        if not (self.preset or self.select or self.extend_select or self.ignore):
            return found
        return found.choosing(
            preset=self.preset,
            select=_joined(self.select) or None,
            extend_select=_joined(self.extend_select),
            ignore=_joined(self.ignore),
        )

    def linter(self, config: Config, index: Index | None = None) -> Linter:
        """A Linter for that config; trusts the folders named here."""
        from attrib_lint.linter import Linter

        return Linter(config=config, trust=self.trust, index=index)


def open_index() -> Index:
    """The index in the user's cache folder."""
    from attrib_lint.index import Index, index_path

    return Index(index_path())


def start_of(paths: Sequence[Path]) -> Path:
    """The folder from which a config is looked for, upwards: the one that holds all paths."""
    named = [path for path in paths if path != STDIN]
    folders = [path if path.is_dir() else path.parent for path in map(Path.absolute, named)]
    return Path(os.path.commonpath(folders)) if folders else Path.cwd()


def _joined(groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(name for group in groups for name in group)


def rule_options(command: Command) -> Command:
    """Adds the options about rules and config; `command` gets them as `chosen`, a RuleOptions."""

    @functools.wraps(command)
    def gathered(**values: Any) -> Any:
        own = {name: values.pop(name) for name in RuleOptions.__struct_fields__}
        return command(chosen=RuleOptions(**own), **values)

    names: dict[str, Any] = {"type": RuleNames(), "multiple": True, "metavar": "RULES"}
    file = click.Path(path_type=Path, exists=True, dir_okay=False)
    pack = click.Path(path_type=Path, exists=True)
    options: list[Callable[[Any], Any]] = [
        click.option("--select", help="Only these rules, groups or “all”.", **names),
        click.option("--extend-select", help="These rules or groups as well.", **names),
        click.option("--ignore", help="Not these rules or groups.", **names),
        click.option("--preset", help="default, ap, reuters, wikipedia, strict or your own."),
        click.option("--config", type=file, help="Read this config file."),
        click.option("--isolated", is_flag=True, help="Read no config file."),
        click.option(
            "--trust",
            type=pack,
            multiple=True,
            metavar="FOLDER",
            help="Let the Python rules of this folder run.",
        ),
    ]
    wrapped: Any = gathered
    for option in reversed(options):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]  # click's decorators are typed as Any


paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
