"""Prints every asked-for figure of the reader beside its floor and its aim.

    python -m training.targets TREEBANKS MODEL --baseline PIPELINE --corpus FOLDER
        --articles ARTICLES.jsonl --gold GOLD.jsonl [--sets dev]

Figures come from evaluate.py, measure_names.py and cost.py; what an option is missing for is left
out. `--sets dev` leaves PUD alone: test sets are for the end.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from training.cost import choose, measure
from training.evaluate import evaluate, load
from training.measure_names import f1, interval, read_pairs

_ACCURACY = (
    ("pud", "uas", 91.0, 92.5),
    ("pud", "las", 87.5, 89.5),
    ("gum+ewt dev", "las", 86.5, 88.5),
    ("pud title", "las", 86.0, 89.0),
    ("pud title", "upos", 94.0, 95.5),
    ("pud lower", "las", 86.0, 88.0),
    ("gum+ewt dev", "ccomp", 78.0, 84.0),
    ("gum+ewt dev", "parataxis", 48.0, 55.0),
    ("gum+ewt dev", "appos", 50.0, 58.0),
    ("pud", "cue + source", 91.0, 94.0),
    ("gum+ewt dev", "starts", 95.0, 96.0),
    ("pud", "name spans", 84.0, 88.0),
    ("pud", "names", 70.0, 76.0),
)
_ROUNDS = 3


class Row(NamedTuple):
    """One figure; `higher` says whether more is better."""

    name: str
    baseline: str
    value: float
    floor: float
    aim: float
    higher: bool = True
    note: str = ""

    def __str__(self) -> str:
        sign = 1 if self.higher else -1
        met = "aim" if sign * self.value >= sign * self.aim else "floor"
        met = met if sign * self.value >= sign * self.floor else "missed"
        cells = (self.name, self.baseline, f"{self.value:g}{self.note}", self.floor, self.aim, met)
        return "| " + " | ".join(str(cell) for cell in cells) + " |"


def accuracy(treebanks: Path, model: Path, baseline: Path | None, sets: str) -> Iterator[Row]:
    """Scores of trees, tags, sentence starts and names."""
    ours = evaluate(load(model), treebanks, sets)
    theirs = evaluate(load(baseline), treebanks, sets) if baseline else {}
    for name, column, floor, aim in _ACCURACY:
        if name in ours:
            old = str(theirs.get(name, {}).get(column, "-"))
            yield Row(f"{name}: {column}", old, ours[name].get(column, 0.0), floor, aim)


def names(model: Path, articles: Path, gold: Path) -> Row:
    """The named-or-not decision on given spans."""
    pairs = read_pairs(load(model), articles, gold)
    low, high = interval(pairs)
    score = round(f1(pairs)[2], 3)
    return Row("unnamed, F1", "-", score, 0.80, 0.88, note=f" [{low:.3f}, {high:.3f}]")


def cost(model: Path, baseline: Path, corpus: Path, files: int) -> Iterator[Row]:
    """CPU of parsing against the baseline's, in turn; of loading; memory."""
    chosen = choose(corpus, files)
    runs = [(measure(baseline, chosen), measure(model, chosen)) for _ in range(_ROUNDS)]

    def middle(key: str, which: int) -> float:
        return median(run[which][key] for run in runs)

    ratio = round(median(ours["parse"] / theirs["parse"] for theirs, ours in runs), 2)
    yield Row("CPU of the corpus, baseline = 1", "1.0", ratio, 0.5, 0.2, higher=False)
    for key, name, floor, aim in (
        ("load", "import + load, CPU s", 0.6, 0.4),
        ("peak", "peak memory, MiB", 400.0, 300.0),
    ):
        old = f"{middle(key, 0):.3g}"
        yield Row(name, old, round(middle(key, 1), 2), floor, aim, higher=False)


def main() -> None:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--baseline", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--files", type=int, default=20)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--sets", choices=("dev", "test"), default="test")
    args = parser.parse_args()
    rows = list(accuracy(args.treebanks, args.model, args.baseline, args.sets))
    if args.articles and args.gold:
        rows.append(names(args.model, args.articles, args.gold))
    if args.baseline and args.corpus:
        rows += cost(args.model, args.baseline, args.corpus, args.files)
    files = ("encoder.onnx", "encoder.weights", "labels.onnx")
    size = sum((args.model / f).stat().st_size for f in files) / 1e6
    rows.append(Row("weights, MB", "3.5", round(size, 1), 24, 12, higher=False))
    print("| figure | baseline | this | at least | aim | met |")
    print("|---|---|---|---|---|---|")
    print("\n".join(str(row) for row in rows))


if __name__ == "__main__":
    main()
