"""`attrib-lint explain RULE`: why a rule exists, what it flags and what it lets through."""

from __future__ import annotations

import json
import re
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

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


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

    from attrib_lint.report.full import STYLES, indented

    severity = active.severity if active else rule.severity
    state = "switched on" if active else "switched off"
    console.print(
        Text.assemble((rule.name, "bold"), "  ", (severity, STYLES[severity]), f"  {state}")
    )
    console.print(Text(rule.summary))

    def section(title: str, lines: list[Text]) -> None:
        if lines:
            console.print()
            console.print(Text(title, "bold"))
            for line in lines:
                indented(console, line)

    section("Why", [Text(" ".join(part.split())) for part in rule.why.split("\n\n") if part])
    section("Ask", [Text(rule.help)])
    section("Flagged", [_example(text, "bold red") for text in rule.bad])
    section("Not flagged", [_example(text, "") for text in rule.good])
    section("Lets through", [Text(f"- {guard}") for guard in rule.guards])
    section("Options", [Text(f"{name} = {_toml(v)}") for name, v in rule.options.items()])
    presets = ", ".join(dict.fromkeys([*rule.presets, "strict"])) if rule.builtin else "all"
    section("Where", [Text(f"group {rule.group}; presets {presets}; reads {_READS[rule.where]}")])


_READS = {
    "narration": "the reporter's own words",
    "quotes": "quoted words",
    "all": "everything",
}


def _toml(value: object) -> str:
    return json.dumps([*value] if isinstance(value, tuple) else value, ensure_ascii=False)


def _example(marked: str, style: str) -> Text:
    """An example; what the rule flags is underlined, in `[[...]]` where there is no colour."""
    from rich.text import Text

    text = Text("- ")
    end = 0
    for mark in _MARK.finditer(marked):
        text.append(marked[end : mark.start()])
        text.append(f"[[{mark[1]}]]", style)
        end = mark.end()
    text.append(marked[end:])
    return text
