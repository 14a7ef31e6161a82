"""How much the rules say on news, and a random sample of it to judge."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from attrib_lint.core.finding import Diagnostic
from attrib_lint.linter import Linter
from benchmarks.seeds import read_rows


def articles_of(data: Path, split: str) -> list[tuple[str, str]]:
    """(id, text) of the articles of one split of `splits.json`, headlines included.

    A folder without `splits.json` is a folder of `.txt` articles: all of them.
    """
    if not (data / "splits.json").exists():
        return [(path.name, path.read_text("utf-8")) for path in sorted(data.glob("*.txt"))]
    ids = set(json.loads((data / "splits.json").read_text("utf-8"))[split])
    rows = read_rows(data / "polnear" / "train.jsonl")
    return [(f"{row['id']}.txt", row["text"]) for row in rows if row["id"] in ids]


def check_all(
    texts: list[tuple[str, str]], preset: str
) -> Iterator[tuple[str, str, tuple[Diagnostic, ...]]]:
    """(id, text, diagnostics) for each article, each on its own: no story rules."""
    linter = Linter(preset=preset)
    for path, text in texts:
        yield path, text, linter.check_text(text, path)


_DATA = click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
_SPLIT = click.option("--split", default="tune", show_default=True)
_PRESET = click.option("--preset", default="default", show_default=True)


@click.command("rates")
@_DATA
@_SPLIT
@_PRESET
def rates_command(data: Path, split: str, preset: str) -> None:
    """Print diagnostics per 1,000 words for each rule on the articles of a split."""
    counts: Counter[str] = Counter()
    words = 0
    for _path, text, diagnostics in check_all(articles_of(data, split), preset):
        words += len(text.split())
        counts.update(d.rule for d in diagnostics)
    for rule, count in counts.most_common():
        click.echo(f"{rule:28} {count:6} {1000 * count / words:8.3f}")
    total = sum(counts.values())
    click.echo(f"{'all':28} {total:6} {1000 * total / words:8.3f}   {words} words, {preset}")


@click.command("sample")
@_DATA
@_SPLIT
@_PRESET
@click.option("--count", default=60, show_default=True)
@click.option("--rule", multiple=True, help="These rules only.")
@click.option("--seed", default=1, show_default=True)
@click.option("--context", default=200, show_default=True, help="Characters each side.")
def sample_command(
    data: Path, split: str, preset: str, count: int, rule: tuple[str, ...], seed: int, context: int
) -> None:
    """Print random diagnostics in context, to be judged one by one."""
    found = [
        (path, text, d)
        for path, text, diagnostics in check_all(articles_of(data, split), preset)
        for d in diagnostics
        if not rule or d.rule in rule
    ]
    chosen = random.Random(seed).sample(found, min(count, len(found)))
    for number, (path, text, d) in enumerate(chosen, 1):
        start, end = d.span.start, d.span.end
        before, after = text[max(0, start - context) : start], text[end : end + context]
        click.echo(f"--- {number} {path} [{start}, {end}) {d.severity} {d.rule}: {d.message}")
        click.echo(f"{before}>>>{text[start:end]}<<<{after}".replace("\n", " / "))
        for related in d.related[:3]:
            click.echo(f"    related: {related.span.of(text)!r} {related.message}")
