"""Stories for people and programs: the provenance tree, figures side by side, conflicts."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TextIO

from attrib_lint.stories.provenance import Rests, SideBySide, rests, side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.tree import Tree

    from attrib_lint.core.finding import Diagnostic
    from attrib_lint.stories.story import Story

VERSION = 1
_NOBODY = "names no outlet"


def story_dict(story: Story, diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    """One story as JSON has it; spans as [start, end] in source offsets."""
    offsets = {told.path: told.document.offsets for told in story.articles}

    def at(path: str, span: Any) -> list[int]:
        place = offsets[path].to_source(span)
        return [place.start, place.end]

    return {
        "origin": story.origin,
        "articles": [
            {
                "path": r.told.path,
                "date": r.told.date,
                "outlets": [*r.outlets],
                "unnamed": [{"text": c.text, "span": at(r.told.path, c.span)} for c in r.unnamed],
                "people": [*r.people],
                "independent": r.independent,
            }
            for r in rests(story)
        ],
        "figures": [
            {
                "noun": row.noun,
                "unit": row.unit,
                "mentions": [
                    {
                        "path": path,
                        "text": m.shown,
                        "low": m.quantity.interval.low,
                        "high": m.quantity.interval.high,
                        "span": at(path, m.shown_span),
                        "outlier": (path, m) in row.outliers,
                    }
                    for path, m in row.figures
                ],
            }
            for row in side_by_side(story)
        ],
        "conflicts": [
            {
                "path": d.path,
                "rule": d.rule,
                "severity": d.severity,
                "message": d.message,
                "span": [d.span.start, d.span.end],
            }
            for d in diagnostics
        ],
    }


def write_json(found: Sequence[tuple[Story, Sequence[Diagnostic]]], out: TextIO) -> None:
    """Every story, one JSON object in all."""
    stories = [story_dict(story, diagnostics) for story, diagnostics in found]
    json.dump({"version": VERSION, "stories": stories}, out, ensure_ascii=False, indent=1)
    out.write("\n")


def write_full(
    found: Sequence[tuple[Story, Sequence[Diagnostic]]], console: Console, comparing: set[str]
) -> None:
    """Every story on a screen of its own: tree, table, conflicts.

    `comparing` are the rules that compare articles: shown also where another rule's finding on the
    same words carries them.
    """
    if not found:
        console.print("No two of these articles tell one story.")
    for story, diagnostics in found:
        console.print(_tree(story))
        rows = side_by_side(story)
        if rows:
            console.print(_table(story, rows))
        for d in diagnostics:
            colour = {"error": "red", "warning": "yellow"}.get(d.severity, "cyan")
            console.print(
                f"[{colour}]{d.severity}[/] [bold]{d.rule}[/] {_short(d.path)}", highlight=False
            )
            console.print(f"  {d.message}", markup=False, highlight=False)
            for folded in d.also:
                if folded.rule in comparing:
                    console.print(
                        f"  also {folded.rule}: {folded.message}", markup=False, highlight=False
                    )


def _short(path: str) -> str:
    return PurePath(path).name


def _tree(story: Story) -> Tree:
    """Articles under the outlets they rest on, the origin first."""
    from rich.tree import Tree

    found = rests(story)
    count = len(story.articles)
    headline = f"[bold]{count} articles, one story[/]"
    if story.origin is not None:
        own = sum(r.independent for r in found)
        adds = f"{own} add sourcing of their own" if own else "none adds sourcing of its own"
        headline += f": origin [bold]{story.origin}[/]; {adds}"
    tree = Tree(headline, highlight=False)
    groups: dict[str, list[Rests]] = {}
    for r in found:
        top = (
            story.origin if story.origin in r.outlets else (r.outlets[0] if r.outlets else _NOBODY)
        )
        groups.setdefault(top or _NOBODY, []).append(r)
    for name in sorted(groups, key=lambda n: (n != story.origin, n == _NOBODY, n)):
        branch = tree.add(f"[bold]{name}[/]" if name != _NOBODY else f"[yellow]{name}[/]")
        for r in groups[name]:
            leaf = branch.add(f"{_short(r.told.path)}{f' ({r.told.date})' if r.told.date else ''}")
            for text in _lines(r, name):
                leaf.add(text)
    return tree


def _lines(r: Rests, top: str) -> list[str]:
    """What else an article rests on."""
    lines = [f"unnamed: {c.text}" for c in r.unnamed[:4]]
    also = [name for name in r.outlets if name != top]
    if also:
        lines.append(f"also credits {', '.join(also)}")
    if r.independent:
        lines.append("[green]adds sourcing of its own[/]")
    return lines


def _table(story: Story, rows: Sequence[SideBySide]) -> Any:
    """The same figures, a row for each fact, a column for each article."""
    from rich.table import Table

    paths = [told.path for told in story.articles]
    table = Table(title="The same figures", title_justify="left", highlight=False)
    table.add_column("")
    for path in paths:
        table.add_column(_short(path).rsplit(".", 1)[0][:12], overflow="fold")
    for row in rows[:12]:
        cells = []
        for path in paths:
            texts = dict.fromkeys(
                f"[bold red]{m.text} (!)[/]" if (p, m) in row.outliers else m.text
                for p, m in row.figures
                if p == path
            )
            cells.append(" / ".join(texts))
        table.add_row(row.noun or row.unit, *cells)
    return table
