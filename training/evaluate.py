"""Prints the score table of one or more pipelines.

    python -m training.evaluate TREEBANKS PIPELINE... [--sets dev] [--json FILE]

PIPELINE is a model folder of the reader or any folder that spacy.load takes. `--sets test` adds
PUD and the test splits: they are for the end.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import spacy
from spacy.language import Language

from attrib_lint.reader.pipeline import load_reader
from training.gold import paragraphs, read_gold
from training.score import LABELS, Tally, score

DEV = ("gum-dev", "ewt-dev")
TEST = ("pud", "gum-test", "ewt-test")
COLUMNS = (
    *("uas", "las", "upos", "xpos", "lemma", "starts", "sentences"),
    *("names", "name spans", "PER", "ORG", "LOC", "cue + source", "cue + source + content"),
    *LABELS,
)


def load(path: Path) -> Language:
    """The reader where there is an encoder, else whatever spaCy finds."""
    return load_reader(path) if (path / "encoder.onnx").exists() else spacy.load(path)


def evaluate(nlp: Language, treebanks: Path, sets: str) -> dict[str, dict[str, float]]:
    """Scores by set and name, in percent."""
    out: dict[str, dict[str, float]] = {}
    both = Tally()
    for name in DEV if sets == "dev" else (*DEV, *TEST):
        sentences = read_gold(treebanks, name)
        wide = name in ("pud", "gum-dev")
        cases = ("as-is", "title", "lower", "upper") if wide else ("as-is",)
        for case in cases:
            golds = paragraphs(sentences, case)
            label = name if case == "as-is" else f"{name} {case}"
            out[label] = _rounded(score(nlp, golds))
            if name in DEV and case == "as-is":
                score(nlp, golds, both)
    out["gum+ewt dev"] = _rounded(both)
    return out


def _rounded(tally: Tally) -> dict[str, float]:
    return {name: round(tally.f1(name), 2) for name in COLUMNS if tally.gold[name]}


def table(results: dict[str, dict[str, dict[str, float]]]) -> str:
    """A Markdown table per set, one row per pipeline."""
    lines: list[str] = []
    for name in next(iter(results.values())):
        columns = [c for c in COLUMNS if any(c in r[name] for r in results.values())]
        lines += ["", f"| {name} | " + " | ".join(columns) + " |"]
        lines.append("|---" * (len(columns) + 1) + "|")
        for pipeline, scores in results.items():
            cells = [f"{scores[name][c]:.1f}" if c in scores[name] else "-" for c in columns]
            lines.append(f"| {pipeline} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("pipelines", type=Path, nargs="+")
    parser.add_argument("--sets", choices=("dev", "test"), default="dev")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    results = {str(p): evaluate(load(p), args.treebanks, args.sets) for p in args.pipelines}
    print(table(results))
    if args.json:
        args.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
