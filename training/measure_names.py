"""Measures the named-or-not decision on given source spans.

    python -m training.measure_names MODEL ARTICLES.jsonl GOLD.jsonl [--show]

ARTICLES has {"id", "text"}; GOLD has {"id", "start", "end", "unnamed"}. Prints precision, recall
and F1 of "unnamed" with a bootstrap interval over the spans.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Span

from attrib_lint.reader.names import KnownNames, naming_of
from training.evaluate import load


def f1(pairs: Sequence[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (gold, guess) pairs."""
    right = sum(gold and guess for gold, guess in pairs)
    precision = right / max(1, sum(guess for _, guess in pairs))
    recall = right / max(1, sum(gold for gold, _ in pairs))
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def interval(pairs: Sequence[tuple[bool, bool]], rounds: int = 2000) -> tuple[float, float]:
    """95 percent bootstrap interval of F1."""
    rng = random.Random(1)
    scores = sorted(f1(rng.choices(pairs, k=len(pairs)))[2] for _ in range(rounds))
    return scores[rounds // 40], scores[-rounds // 40]


def decisions(
    nlp: Any, articles: dict[str, str], gold: list[dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], bool]]:
    """Every gold span with the guess "unnamed"."""
    for name in sorted({g["id"] for g in gold}):
        text = articles[name]
        blocks = [(m.start(), m.group()) for m in re.finditer(r"[^\n]+", text)]
        docs = list(nlp.pipe([block for _, block in blocks]))
        known = KnownNames().add(docs)
        for g in (g for g in gold if g["id"] == name):
            at = max(i for i, (start, _) in enumerate(blocks) if start <= g["start"])
            start, doc = blocks[at][0], docs[at]
            end = min(g["end"] - start, len(doc.text))
            span: Span | None = doc.char_span(g["start"] - start, end, alignment_mode="expand")
            yield g, span is not None and naming_of(span, known).unnamed


def read_pairs(
    nlp: Any, articles: Path, gold: Path, *, show: bool = False
) -> list[tuple[bool, bool]]:
    """(gold, guess) of every span; `show` prints the wrong ones."""
    lines = articles.read_text(encoding="utf8").split("\n")
    texts = {row["id"]: row["text"] for row in map(json.loads, filter(None, lines))}
    spans = [json.loads(line) for line in gold.read_text(encoding="utf8").split("\n") if line]
    pairs = []
    for g, guess in decisions(nlp, texts, spans):
        pairs.append((bool(g["unnamed"]), guess))
        if show and guess != g["unnamed"]:
            print("wrong:", g["text"], "| gold", g["label"], "| cue", g["cue"])
    return pairs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", action="store_true", help="print the spans decided wrongly")
    args = parser.parse_args()
    pairs = read_pairs(load(args.model), args.articles, args.gold, show=args.show)
    precision, recall, f = f1(pairs)
    low, high = interval(pairs)
    print(f"unnamed: P {precision:.3f} R {recall:.3f} F1 {f:.3f} [{low:.3f}, {high:.3f}]")


if __name__ == "__main__":
    main()
