"""The catalogue's own sentences: every positive flagged, every near-miss silent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import tomli

from attrib_lint.linter import Linter


def as_text(example: str) -> str | None:
    """A catalogue example as an article, or None where it is schematic or carries a note."""
    marks = ("doc ", "Headline:", "Lede", "Para ", "[", "…")
    if any(mark in example for mark in marks):
        return None
    return example


@click.command("rules")
@click.argument("catalogue", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def rules_command(catalogue: Path) -> None:
    """Run the positive and negative sentences of CATALOGUE (rules.toml)."""
    linter = Linter(preset="strict")
    known = {rule.name for rule in linter.rules}
    right = wrong = skipped = 0
    for entry in tomli.loads(catalogue.read_text("utf-8"))["rule"]:
        if entry["name"] not in known:
            continue
        for key, expected in (("positives", True), ("negatives", False)):
            for example in entry[key]:
                text = as_text(example)
                if text is None:
                    skipped += 1
                elif _flagged(linter, entry, text) is expected:
                    right += 1
                else:
                    wrong += 1
                    click.echo(f"{'missed' if expected else 'false '}  {entry['name']}: {text}")
    click.echo(f"{right} right, {wrong} wrong, {skipped} schematic (written out in the rule files)")


def _flagged(linter: Linter, entry: dict[str, Any], text: str) -> bool:
    return any(
        entry["name"] in (d.rule, *(folded.rule for folded in d.also))
        for d in linter.check_text(text, "example.txt")
    )
