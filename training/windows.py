"""Windows: runs of consecutive sentences as the padded arrays that the network trains on."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from attrib_lint.reader.lemmas import script_of
from attrib_lint.reader.pieces import WordPieces, shape_of
from training.lexicon import words
from training.treebank import Sentence, Word

ENTITIES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
MAX_WINDOW = 176
_FINAL = frozenset('.?!"”…’)')


@dataclass(frozen=True, slots=True)
class Labels:
    """The closed sets that the heads choose from."""

    morphs: tuple[str, ...]
    tags: tuple[str, ...]
    scripts: tuple[str, ...]
    labels: tuple[str, ...]
    entities: tuple[str, ...] = ENTITIES

    @classmethod
    def collect(cls, sentences: Sequence[Sentence]) -> Labels:
        """Labels of a training set; rare ones are left out, and words that have one are masked."""
        words = [w for s in sentences if s.parsed for w in s.words]

        def frequent(values: Iterator[str], least: int) -> tuple[str, ...]:
            return tuple(v for v, n in Counter(values).most_common() if n >= least)

        return cls(
            morphs=frequent((morph_of(w) for w in words), 3),
            tags=frequent((w.xpos for w in words), 3),
            scripts=frequent((s for w in words if general(s := script_of(w.form, w.lemma))), 4),
            labels=frequent((w.label for w in words), 10),
        )

    def save(self, path: Path) -> None:
        fields = ("morphs", "tags", "scripts", "labels", "entities")
        table = {f: list(getattr(self, f)) for f in fields}
        path.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf8")

    @classmethod
    def load(cls, path: Path) -> Labels:
        table = json.loads(path.read_text(encoding="utf8"))
        return cls(**{k: tuple(v) for k, v in table.items()})


def general(script: str) -> bool:
    """Whether a lemma script says something about more than one name."""
    return not (script[0] == "=" and script[1:2].isupper() and script != "=I")


def morph_of(word: Word) -> str:
    """Part of speech and features as one label: "VERB|Mood=Ind|Tense=Past"."""
    return f"{word.upos}|{word.features}"


@dataclass(frozen=True, slots=True)
class Example:
    """One window. `case` rewrites its letter case; `curly` its quotation marks."""

    sentences: tuple[Sentence, ...]
    case: str = "as-is"
    quotes: str = "as-is"


def cut_windows(
    sentences: Sequence[Sentence], pieces: WordPieces, rng: random.Random, longest: int = 5
) -> Iterator[Example]:
    """Windows of one to a few sentences that could have stood as one block of an article."""
    window: list[Sentence] = []
    size = 2
    limit = rng.randint(1, longest)
    for sentence in sentences:
        length = sum(len(pieces(w.form)) for w in sentence.words)
        breaks = sentence.document or len(window) >= limit or size + length > MAX_WINDOW
        if window and sentence.paragraph and not breaks:
            breaks = window[-1].words[-1].form[-1] not in _FINAL or rng.random() < 0.5
        if window and breaks:
            yield _dress(window, rng)
            window, size, limit = [], 2, rng.randint(1, longest)
        if length + 2 <= 400:
            window.append(sentence)
            size += length
    if window:
        yield _dress(window, rng)


def _dress(window: list[Sentence], rng: random.Random) -> Example:
    r = rng.random()
    case = "title" if r < 0.12 else "lower" if r < 0.17 else "upper" if r < 0.20 else "as-is"
    r = rng.random()
    quotes = "curly" if r < 0.25 else "straight" if r < 0.5 else "as-is"
    return Example(tuple(window), case, quotes)


_SMALL = words("small")
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'", "``": '"', "''": '"'}


def surface(example: Example) -> list[str]:
    """Word forms of a window as it is shown to the network."""
    out = []
    for sentence in example.sentences:
        for i, word in enumerate(sentence.words):
            form = word.form
            if example.case == "title":
                small = form.lower() in _SMALL and i > 0
                form = form if small else form[0].upper() + form[1:]
            elif example.case == "lower":
                form = form.lower()
            elif example.case == "upper":
                form = form.upper()
            if example.quotes == "straight":
                for curly, straight in _STRAIGHT.items():
                    form = form.replace(curly, straight)
            elif example.quotes == "curly":
                if form == '"':
                    form = "“" if word.xpos == "``" else "”"
                elif form == "'":
                    form = "‘" if word.xpos == "``" else "’"
                else:
                    form = form.replace("'", "’")
            out.append(form)
    return out


class Collator:
    """Turns windows into one padded batch."""

    def __init__(self, labels: Labels, pieces: WordPieces) -> None:
        self.pieces = pieces
        self.morph = {m: i for i, m in enumerate(labels.morphs)}
        self.tag = {t: i for i, t in enumerate(labels.tags)}
        self.script = {s: i for i, s in enumerate(labels.scripts)}
        self.label = {d: i for i, d in enumerate(labels.labels)}
        self.entity = {e: i for i, e in enumerate(labels.entities)}

    def __call__(self, examples: Sequence[Example]) -> dict[str, Any]:
        forms = [surface(e) for e in examples]
        split = [[self.pieces(f) for f in words] for words in forms]
        size = len(examples)
        longest = _padded(max(sum(map(len, s)) for s in split) + 2)
        most = _padded(max(len(f) for f in forms))
        out = {
            "ids": np.zeros((size, longest), np.int64),
            "shapes": np.zeros((size, longest), np.int64),
            "mask": np.zeros((size, longest), bool),
            "first": np.zeros((size, most + 1), np.int64),
            "words": np.zeros((size, most + 1), bool),
            "misc_known": np.array([e.sentences[0].misc_known for e in examples]),
        }
        for name in ("head", "label", "morph", "tag", "script", "start", "entity"):
            out[name] = np.full((size, most), -1, np.int64)
        for b, example in enumerate(examples):
            self._fill(out, b, example, forms[b], split[b])
        return {k: torch.from_numpy(v) for k, v in out.items()}

    def _fill(
        self,
        out: dict[str, np.ndarray[Any, Any]],
        b: int,
        example: Example,
        forms: list[str],
        split: list[tuple[int, ...]],
    ) -> None:
        at = 1
        out["ids"][b, 0] = self.pieces.cls
        out["words"][b, : len(forms) + 1] = True
        i = 0
        glued = True
        for sentence in example.sentences:
            offset = i
            for n, word in enumerate(sentence.words):
                ids = split[i]
                end = at + len(ids)
                out["ids"][b, at:end] = ids
                out["shapes"][b, at:end] = shape_of(forms[i], glued)
                out["first"][b, i + 1] = at
                at = end
                glued = not word.space_after and n + 1 < len(sentence.words)
                if sentence.parsed:
                    root = word.head == n
                    out["head"][b, i] = 0 if root else offset + word.head + 1
                    out["label"][b, i] = self.label.get(word.label, -1)
                    out["morph"][b, i] = self.morph.get(morph_of(word), -1)
                    out["tag"][b, i] = self.tag.get(word.xpos, -1)
                    out["script"][b, i] = self.script.get(script_of(word.form, word.lemma), -1)
                    out["start"][b, i] = n == 0
                if word.entity is not None:
                    out["entity"][b, i] = self.entity[word.entity]
                i += 1
        out["ids"][b, at] = self.pieces.sep
        out["mask"][b, : at + 1] = True


_STEP = 8


def _padded(length: int) -> int:
    """Few different lengths, because every new shape of a product is compiled once."""
    return -(-length // _STEP) * _STEP


def batches(
    examples: Sequence[Example], pieces: WordPieces, budget: int, rng: random.Random
) -> list[list[Example]]:
    """Windows of like length together, at most `budget` padded pieces each, in random order."""
    buckets: dict[int, list[Example]] = {}
    for example in rng.sample(examples, len(examples)):
        length = 2 + sum(len(pieces(w.form)) for s in example.sentences for w in s.words)
        buckets.setdefault(_padded(length), []).append(example)
    out: list[list[Example]] = []
    left: list[Example] = []
    for length in sorted(buckets):
        size = max(1, budget // length)
        left += buckets[length]
        while len(left) >= size:
            out.append(left[:size])
            del left[:size]
    if left:
        out.append(left)
    rng.shuffle(out)
    return out
