"""Scores the strict preset on annotated articles: recall of `must`, what is not in the gold, traps.

A diagnostic and a gold finding match when the rule is the same and the primary span overlaps the
gold span or one of its partners; folded rules count; four rules are matched by document.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from attrib_lint.core.span import Span
from attrib_lint.linter import Linter

BY_DOCUMENT = frozenset(
    {"anonymity-unexplained", "sole-anonymous-basis", "uncredited-origin", "single-origin-story"}
)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reported:
    """One rule reported at one place; a folded rule is reported too."""

    path: str
    rule: str
    span: Span
    related: tuple[Span, ...]
    text: str


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def reported(folder: Path, select: tuple[str, ...]) -> list[Reported]:
    """What a strict run over the folder's texts says, with the folded rules."""
    linter = Linter(preset="strict")
    texts = [(p.name, p.read_text("utf-8")) for p in sorted(folder.glob("*.txt"))]
    found = []
    for d in linter.check_texts(texts):
        places = tuple(r.span for r in d.related if r.path in (None, d.path))
        for rule in (d.rule, *(folded.rule for folded in d.also)):
            if not select or rule in select:
                found.append(Reported(d.path, rule, d.span, places, d.text))
    return found


def matches(found: Reported, gold: Row) -> bool:
    """Same rule, same document, and the primary span overlaps an anchor of the gold finding."""
    if found.rule != gold["name"]:
        return False
    anchors = [gold, *gold.get("partners", [])]
    mine = [Span(a["start"], a["end"]) for a in anchors if a["doc"] == found.path]
    if found.rule in BY_DOCUMENT:
        return bool(mine)
    return any(found.span.overlaps(anchor) for anchor in mine)


def rules_of(folder: Path) -> set[str]:
    """The rules that exist in this checkout."""
    return {rule.name for rule in Linter(preset="strict").rules}


@click.command("seeds")
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--select", multiple=True, help="Score these rules only.")
@click.option("--verbose", is_flag=True, help="Print every miss and every extra.")
def seeds_command(data: Path, select: tuple[str, ...], verbose: bool) -> None:
    """Score DATA/seeds: recall of must, share absent from the gold, traps."""
    folder = data / "seeds" if (data / "seeds").is_dir() else data
    gold = read_rows(folder / "seeds_gold.jsonl")
    exist = rules_of(folder)
    gold = [g for g in gold if g["name"] in exist and (not select or g["name"] in select)]
    found = reported(folder, select)
    must = [g for g in gold if g["tier"] == "must"]
    missed = [g for g in must if not any(matches(f, g) for f in found)]
    extra = [f for f in found if not any(matches(f, g) for g in gold)]
    sprung = list(_sprung(found, read_rows(folder / "seeds_traps.jsonl"), folder.parent.parent))
    _table(must, missed, found, extra)
    click.echo(f"must found   {len(must) - len(missed)} of {len(must)}")
    click.echo(f"not in gold  {len(extra)} of {len(found)}")
    click.echo(f"traps sprung {len(sprung)}")
    if verbose:
        for g in missed:
            click.echo(f"missed  {g['doc'][:3]} {g['start']}-{g['end']} {g['name']}: {g['text']}")
        for f in extra:
            click.echo(f"extra   {f.path[:3]} {f.span.start}-{f.span.end} {f.rule}: {f.text}")
    for f, trap in sprung:
        click.echo(f"trap    {f.path[:3]} {f.rule}: {f.text} ({trap['why']})")


def _sprung(found: list[Reported], traps: list[Row], root: Path) -> Iterator[tuple[Reported, Row]]:
    names = _names_of_codes(root)
    for trap in traps:
        forbidden = {names.get(code, code) for code in trap["must_not"]}
        span = Span(trap["start"], trap["end"])
        for f in found:
            if f.path == trap["doc"] and f.rule in forbidden and f.span.overlaps(span):
                yield f, trap


def _names_of_codes(root: Path) -> dict[str, str]:
    """Rule names by the letter codes that the data uses, from the catalogue beside the data."""
    import tomli

    catalogue = root / "rules" / "rules.toml"
    if not catalogue.is_file():
        raise click.ClickException(f"{catalogue}: not found; the traps name rules by its codes")
    rules = tomli.loads(catalogue.read_text("utf-8"))["rule"]
    return {rule["code"]: rule["name"] for rule in rules}


def _table(
    must: list[Row], missed: list[Row], found: list[Reported], extra: list[Reported]
) -> None:
    due = Counter(g["name"] for g in must)
    lost = Counter(g["name"] for g in missed)
    said = Counter(f.rule for f in found)
    beyond = Counter(f.rule for f in extra)
    click.echo(f"{'rule':28} {'must':>8} {'reported':>9} {'not in gold':>12}")
    for rule in sorted({*due, *said}):
        hits = f"{due[rule] - lost[rule]}/{due[rule]}"
        click.echo(f"{rule:28} {hits:>8} {said[rule]:>9} {beyond[rule]:>12}")
