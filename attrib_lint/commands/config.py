"""`attrib-lint config`: the settings that hold here, and the schema of the config file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attrib_lint.commands.options import RuleOptions, paths_argument, rule_options

if TYPE_CHECKING:
    from attrib_lint.config import Config


@click.group("config")
def command() -> None:
    """Show the settings that hold, or the schema of the config file."""


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of attrib-lint.toml and of [tool.attrib-lint]."""
    from attrib_lint.config_keys import config_schema

    click.echo(json.dumps(config_schema(), ensure_ascii=False, indent=2))


@command.command("show")
@paths_argument
@rule_options
def show(paths: tuple[Path, ...], chosen: RuleOptions) -> None:
    """Print every setting in TOML, each with the place that it comes from."""
    config = chosen.load_config(paths)
    linter = chosen.linter(config)
    active = linter.active  # mistakes are named before anything is printed
    for name, value, origin in settings(config):
        click.echo(f"{name} = {_toml(value)}  # {origin}")
    click.echo(f"# {len(active)} of {len(linter.rules)} rules are switched on.")


def settings(config: Config) -> Iterator[tuple[str, Any, str]]:
    """Every setting, its value, and where it was made."""
    from attrib_lint.config_keys import KEYS

    written = config.settings
    for name, key in KEYS.items():
        value = written.get(name, key.default)
        origin = _place(config, name) if name in written else "default"
        choice = name.replace("-", "_")
        for made in config.choices:
            stronger = getattr(made, choice, None)
            if stronger and made.origin != str(config.path):
                value, origin = stronger, made.origin
        if key.table:
            rows = value or {}
            for inner, content in rows.items():
                place = _place(config, name, inner)
                yield f"{name}.{_key(inner)}", content, place
        elif value is not None:
            yield name, value, origin


def _place(config: Config, *keys: str) -> str:
    return config.line(*keys).rstrip(": ")


def _key(name: str) -> str:
    plain = all(char.isascii() and (char.isalnum() or char in "-_") for char in name)
    return name if plain and name else json.dumps(name, ensure_ascii=False)


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(k)} = {_toml(v)}" for k, v in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
