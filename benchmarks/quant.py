"""Scores the consistency rules on articles with planted contradictions, untouched ones and pairs.

Recall: gold pairs of spans that one finding joins. False alarms: findings on untouched articles.
What the gold tolerates (oddities of the originals) is not scored. The measures are those of the
data folder's own scorer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import click

from attrib_lint.core.finding import Diagnostic
from attrib_lint.linter import Linter
from benchmarks.seeds import read_rows

RULES = ("number-conflict", "arithmetic-mismatch", "date-conflict", "name-role-variant")
Pair = tuple[tuple[int, int], tuple[int, int]]
Row = dict[str, Any]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans share a code point."""
    return a[0] < b[1] and b[0] < a[1]


def joins(found: Pair, gold: Pair) -> bool:
    """Whether a finding joins the two places of a gold pair, in either order."""
    straight = overlap(found[0], gold[0]) and overlap(found[1], gold[1])
    return straight or (overlap(found[0], gold[1]) and overlap(found[1], gold[0]))


def pairs_of(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[Pair, str]]:
    """Each finding of a consistency rule as a pair of spans, and whether sources disagree."""
    found = []
    for d in diagnostics:
        rules = {d.rule, *(folded.rule for folded in d.also)}
        if rules & set(RULES):
            here = (d.span.start, d.span.end)
            there = (d.related[0].span.start, d.related[0].span.end) if d.related else here
            disagree = d.severity == "info" and "disagree" in d.message
            found.append(((here, there), "sources-disagree" if disagree else "conflict"))
    return found


def _spans(row: list[list[int]]) -> Pair:
    return ((row[0][0], row[0][1]), (row[1][0], row[1][1]))


def score_articles(linter: Linter, folder: Path, verbose: bool) -> None:
    """Print recall by type, precision and false alarms."""
    tally: Counter[str] = Counter()
    types: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in read_rows(folder / "gold.jsonl"):
        text = (folder / f"{row['id']}.txt").read_text("utf-8")
        found = [
            p
            for p, kind in pairs_of(linter.check_text(text, f"{row['id']}.txt"))
            if kind == "conflict"
        ]
        gold = [_spans(c) for c in row["conflicts"]]
        tolerated = [_spans(t["spans"]) for t in row["tolerated"]]
        scored = [p for p in found if not any(joins(p, t) for t in tolerated)]
        hits = [p for p in scored if any(joins(p, g) for g in gold)]
        tally["found"] += len(scored)
        tally["right"] += len(hits)
        if row["label"] == "negative":
            tally["false"] += len(scored)
            tally["words"] += row["words"]
        for g in gold:
            found_it = any(joins(p, g) for p in scored)
            types[row["type"]][0] += 1
            types[row["type"]][1] += found_it
            if verbose and not found_it:
                click.echo(f"missed {row['id']} {row['type']}")
        for p in scored if verbose else ():
            if p not in hits:
                click.echo(f"extra  {row['id']} {text[slice(*p[0])]!r} / {text[slice(*p[1])]!r}")
    recalled, gold_count = (sum(t[k] for t in types.values()) for k in (1, 0))
    right, said = tally["right"], tally["found"]
    click.echo(f"recall {recalled}/{gold_count} = {recalled / gold_count:.3f}")
    click.echo(f"precision {right}/{said} = {right / max(1, said):.3f}")
    rate = 1000 * tally["false"] / tally["words"]
    click.echo(f"false alarms on untouched articles {tally['false']} = {rate:.3f} per 1,000 words")
    for name, (count, got) in sorted(types.items()):
        click.echo(f"  {name:28} {got}/{count}")


def score_pairs(linter: Linter, folder: Path, verbose: bool) -> None:
    """Print the accuracy on pairs of sentences; only a finding that joins the marked two counts."""
    rows = read_rows(folder / "pairs.jsonl")
    right = 0
    for row in rows:
        gold = _spans(row["spans"])
        found = pairs_of(linter.check_text(row["text"], f"{row['id']}.txt"))
        kinds = {kind for p, kind in found if joins(p, gold)}
        said = "conflict" if "conflict" in kinds else "sources-disagree" if kinds else "no-conflict"
        right += said == row["label"]
        if verbose and said != row["label"]:
            click.echo(f"pair {row['id']} {row['tag']}: {said}, gold {row['label']}")
    click.echo(f"pairs {right}/{len(rows)} = {right / len(rows):.3f}")


@click.command("quant")
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--verbose", is_flag=True, help="Print every miss and every extra.")
def quant_command(data: Path, verbose: bool) -> None:
    """Score the consistency rules on DATA/quant/dev (or a folder with gold.jsonl)."""
    folder = data if (data / "gold.jsonl").exists() else data / "quant" / "dev"
    linter = Linter(preset="strict")
    score_articles(linter, folder, verbose)
    if (folder / "pairs.jsonl").exists():
        score_pairs(linter, folder, verbose)
