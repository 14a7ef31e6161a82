"""`attrib-lint rules`: every rule and which are on; writing, checking and trying rules."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from attrib_lint.commands import rules_check, rules_new, rules_try
from attrib_lint.commands.options import RuleOptions, rule_options

if TYPE_CHECKING:
    from attrib_lint.engine import ActiveRule
    from attrib_lint.rule import Rule


@click.group("rules", invoke_without_command=True)
@rule_options
@click.option("--output-format", type=click.Choice(["full", "json"]), default="full")
@click.pass_context
def command(ctx: click.Context, chosen: RuleOptions, output_format: str) -> None:
    """List the rules; the marked ones are switched on. Or write, check and try rules."""
    if ctx.invoked_subcommand is None:
        _list(chosen, output_format)


command.add_command(rules_new.command)
command.add_command(rules_check.command)
command.add_command(rules_try.command)


def _list(chosen: RuleOptions, output_format: str) -> None:
    from attrib_lint.selection import preset_name

    linter = chosen.linter(chosen.load_config())
    active = {active.rule.name: active for active in linter.active}
    if output_format == "json":
        rows = [rule_dict(rule, active.get(rule.name)) for rule in linter.rules]
        json.dump({"version": 1, "rules": rows}, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        _print(linter.rules, active, preset_name(linter.config))
    for error in linter.errors:
        click.echo(f"attrib-lint: {error.message} {error.help}", err=True)


def rule_dict(rule: Rule, active: ActiveRule | None) -> dict[str, object]:
    """A rule for other programs; severity and options as configured where it is switched on."""
    options = active.options.values if active else rule.options
    return {
        "name": rule.name,
        "group": rule.group,
        "severity": active.severity if active else rule.severity,
        "active": active is not None,
        "summary": rule.summary,
        "why": rule.why,
        "help": rule.help,
        "presets": [*rule.presets],
        "where": rule.where,
        "options": {k: [*v] if isinstance(v, tuple) else v for k, v in options.items()},
        "guards": [*rule.guards],
        "good": [*rule.good],
        "bad": [*rule.bad],
        "builtin": rule.builtin,
    }


def _changed(rule: Rule, active: ActiveRule | None) -> str:
    """The options that preset or config set otherwise than the rule: "(max-paragraphs = 3) "."""
    from attrib_lint.report.explanation import toml

    values = active.options.values if active else rule.options
    changed = [f"{k} = {toml(v)}" for k, v in values.items() if v != rule.options[k]]
    return f"({', '.join(changed)}) " if changed else ""


def _print(rules: tuple[Rule, ...], active: Mapping[str, ActiveRule], preset: str) -> None:
    from rich.text import Text

    from attrib_lint.report.full import STYLES, console_for

    console = console_for(sys.stdout)
    names = max((len(rule.name) for rule in rules), default=0)
    group = ""
    for rule in rules:
        if rule.group != group:
            group = rule.group
            console.print(Text(group, "bold"))
        on = active.get(rule.name)
        severity = on.severity if on else rule.severity
        line = Text.assemble(
            ("● " if on else "○ ", "green" if on else "dim"),
            (rule.name.ljust(names), "" if on else "dim"),
            "  ",
            (severity.ljust(8), STYLES[severity] if on else "dim"),
            (_changed(rule, on), "cyan"),
            (rule.summary, "" if on else "dim"),
        )
        console.print(line, overflow="ellipsis", no_wrap=True, soft_wrap=not sys.stdout.isatty())
    count = f"{len(active)} of {len(rules)} rules are switched on (●); preset {preset}."
    console.print(Text(count, "dim"))
