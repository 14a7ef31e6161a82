"""The rule pages of the documentation, as Markdown, from what each rule says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from attrib_lint.report.explanation import Section, articles_of, explanation, pieces
from attrib_lint.rule import PRESETS, Rule

INDEX = "README.md"
_GENERATED = "<!-- Written by docs/make_rule_pages.py from the rule files. -->\n"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_LINE_START = re.compile(r"^(\s*\d*)(?=(?:(?<!\d)[#+-]|(?<=\d)[.)]))")


def rule_pages(rules: Iterable[Rule]) -> dict[str, str]:
    """Every page by its file name: one for each rule, and an index of all."""
    ordered = sorted(rules, key=lambda rule: (rule.group, rule.name))
    return {INDEX: _index(ordered)} | {f"{rule.name}.md": rule_page(rule) for rule in ordered}


def rule_page(rule: Rule) -> str:
    """The page of one rule."""
    parts = [_GENERATED + f"# {rule.name}"]
    for section in explanation(rule):
        parts += [f"## {section.title}", _body(section)]
    parts.append(f"[All rules]({INDEX})")
    return "\n\n".join(parts) + "\n"


def _body(section: Section) -> str:
    if section.kind == "code":
        return "\n".join(("```toml", *section.lines, "```"))
    if section.kind == "items":
        return "\n".join(f"- {_escaped_prose(line)}" for line in section.lines)
    if section.kind == "examples":
        return "\n\n".join(map(_example, section.lines))
    return "\n\n".join(map(_escaped_prose, section.lines))


def _example(text: str) -> str:
    """An example as a quotation, what is flagged in bold; articles that are compared in turn."""
    articles = articles_of(text)
    rows: list[str] = []
    for number, article in enumerate(articles, 1):
        if len(articles) > 1:
            rows += [*([""] if rows else []), f"*Article {number}*", ""]
        marked = "".join(
            f"<b>{_escaped(words)}</b>" if flagged else _escaped(words)
            for words, flagged in pieces(article)
        )
        rows += _with_breaks([_LINE_START.sub(r"\1\\", row) for row in marked.split("\n")])
    return "\n".join(f"> {row}".rstrip() for row in rows)


def _with_breaks(rows: list[str]) -> list[str]:
    """Rows that stay on lines of their own."""
    return [
        f"{row}\\" if row.strip() and after.strip() else row
        for row, after in zip(rows, [*rows[1:], ""], strict=True)
    ]


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _escaped_prose(text: str) -> str:
    """Prose in which `code` stays code."""
    parts = re.split(r"(`[^`]+`)", text)
    return "".join(p if i % 2 else re.sub(r"([*_<])", r"\\\1", p) for i, p in enumerate(parts))


def _index(rules: list[Rule]) -> str:
    parts = [
        _GENERATED + "# Rules",
        f"{len(rules)} rules. `attrib-lint explain RULE` prints the same in a terminal, and "
        "`attrib-lint rules --preset ap` shows what a preset switches on.",
    ]
    for group, members in groupby(rules, lambda rule: rule.group):
        parts += [f"## {group}", _table(members)]
    return "\n\n".join(parts) + "\n"


def _table(rules: Iterable[Rule]) -> str:
    columns = [preset for preset in PRESETS if preset != "strict"]
    rows = [
        f"| rule | what it asks | severity | {' | '.join(columns)} |",
        f"|---|---|---|{':-:|' * len(columns)}",
    ]
    for rule in rules:
        on = " | ".join("●" if preset in rule.presets else "" for preset in columns)
        summary = _escaped_prose(rule.summary)
        rows.append(f"| [{rule.name}]({rule.name}.md) | {summary} | {rule.severity} | {on} |")
    return "\n".join(rows)
