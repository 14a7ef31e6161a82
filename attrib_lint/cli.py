"""The command line: names the commands; each is imported when it is needed."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from attrib_lint import __version__
from attrib_lint.core.errors import UserError
from attrib_lint.process import set_up_process

COMMANDS = (
    "check",
    "sources",
    "story",
    "facts",
    "explain",
    "rules",
    "baseline",
    "config",
    "init",
    "clean",
)


class Commands(click.Group):
    """Commands that live in `attrib_lint.commands`, one per module."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"attrib_lint.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from attrib_lint.config import suggestion

            raise click.UsageError(
                f"{error.message} {suggestion(args[0], COMMANDS)}", ctx
            ) from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as error:
            click.echo(f"attrib-lint: {error}", err=True)
            ctx.exit(2)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="attrib-lint")
def main() -> None:
    """A linter for sourcing in news prose: who says this, and can a reader tell?"""
    set_up_process()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # prose may hold what the terminal's encoding lacks
            reconfigure(errors="backslashreplace")
