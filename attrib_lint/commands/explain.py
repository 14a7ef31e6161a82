"""`attrib-lint explain RULE`: why a rule exists, what it flags and what it lets through."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from attrib_lint.commands.options import RuleName, RuleOptions, rule_options
from attrib_lint.commands.rules import rule_dict

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from attrib_lint.engine import ActiveRule
    from attrib_lint.rule import Rule


@click.command("explain")
@click.argument("rule", type=RuleName())
@rule_options
@click.option("--output-format", type=click.Choice(["full", "json"]), default="full")
def command(rule: str, chosen: RuleOptions, output_format: str) -> None:
    """Explain a rule: why, examples, guards, options."""
    from attrib_lint.config import suggestion
    from attrib_lint.core.errors import ConfigError

    linter = chosen.linter(chosen.load_config())
    found = next((known for known in linter.rules if known.name == rule), None)
    if found is None:
        hint = suggestion(rule, [known.name for known in linter.rules])
        raise ConfigError(f"unknown rule “{rule}”. {hint or '`attrib-lint rules` lists them.'}")
    active = next((a for a in linter.active if a.rule.name == rule), None)
    if output_format == "json":
        row = {"version": 1, **rule_dict(found, active)}
        json.dump(row, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        from attrib_lint.report.full import console_for

        _print(found, active, console_for(sys.stdout))


def _print(rule: Rule, active: ActiveRule | None, console: Console) -> None:
    from rich.text import Text

    from attrib_lint.report.explanation import explanation
    from attrib_lint.report.full import STYLES, indented

    severity = active.severity if active else rule.severity
    state = "switched on" if active else "switched off"
    console.print(
        Text.assemble((rule.name, "bold"), "  ", (severity, STYLES[severity]), f"  {state}")
    )
    for section in explanation(rule):
        console.print()
        console.print(Text(section.title, "bold"))
        for line in section.lines:
            indented(console, _shown(line, section.kind, section.title))


def _shown(line: str, kind: str, title: str) -> Text:
    from rich.text import Text

    if kind == "examples":
        return _example(line, "bold red" if title == "Flagged" else "")
    return Text(f"- {line}" if kind == "items" else line)


def _example(marked: str, style: str) -> Text:
    """An example; what the rule flags is in colour, and in `[[...]]` for where there is none."""
    from rich.text import Text

    from attrib_lint.report.explanation import pieces

    text = Text("- ")
    for words, flagged in pieces(marked):
        text.append(f"[[{words}]]" if flagged else words, style if flagged else "")
    return text
