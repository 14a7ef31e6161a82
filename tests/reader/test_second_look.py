"""Doubtful arcs, and the second look at them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from attrib_lint.reader.annotate import Inventory
from attrib_lint.reader.decode import Ints
from attrib_lint.reader.doubt_features import Classes
from attrib_lint.reader.doubts import OPTIONS, Doubts, find_doubts
from attrib_lint.reader.encoder import Encoder, Floats
from attrib_lint.reader.labels import LabelScorer, read_heads
from attrib_lint.reader.pieces import WordPieces
from attrib_lint.reader.pipeline import MODEL, load_reader, make_tokenizer
from attrib_lint.reader.second_look import SecondLook, below
from attrib_lint.reader.windows import WindowCutter

TEXTS = (
    "Ana Ruiz, a nurse from Leeds, said the ward (Bell's own) was full.",
    "The ward was full, Bell said - no bed, no chair.",
    "Rents fell: a first.",
)


class Parts:
    """The reader taken apart."""

    def __init__(self) -> None:
        pieces = WordPieces(MODEL / "tokenizer.json")
        inventory = Inventory.load(MODEL / "labels.json")
        self.cut = WindowCutter(pieces)
        self.tokenize = make_tokenizer()
        self.encode = Encoder(MODEL / "encoder.onnx")
        self.label = LabelScorer(MODEL / "labels.onnx", inventory.labels.index("ROOT"))
        self.classes = Classes.of(inventory.labels, inventory.morphs, inventory.tags, pieces)

    def doubts(self, *texts: str) -> tuple[Doubts | None, list[Ints], Floats]:
        windows = [w for text in texts for w in self.cut(self.tokenize(text))[1]]
        readings = [self.encode(window) for window in windows]
        heads, starts = zip(*map(read_heads, readings), strict=True)
        scores = self.label(readings, heads)
        found = find_doubts(
            windows, readings, heads, starts, scores, self.classes, self.label.of_pairs
        )
        return found, list(heads), scores


@pytest.fixture(scope="module")
def parts() -> Parts:
    return Parts()


def test_a_word_s_options_begin_with_its_head_and_are_not_below_it(parts: Parts) -> None:
    for text in TEXTS:
        doubts, (heads,), _ = parts.doubts(text)
        assert doubts is not None
        for word, options, possible in zip(
            doubts.words.tolist(), doubts.heads, doubts.possible, strict=True
        ):
            assert options[0] + 1 == heads[word]
            assert possible[0]
            chosen = options[possible].tolist()
            assert len(set(chosen)) == len(chosen)
            assert not any(below(heads, head, word) for head in chosen)


def test_features_do_not_depend_on_the_neighbours(parts: Parts) -> None:
    together, _, _ = parts.doubts(*TEXTS)
    alone = [parts.doubts(text)[0] for text in TEXTS]
    assert together is not None
    rows = np.concatenate([d.features for d in alone if d is not None])
    assert np.allclose(together.features, rows, atol=1e-4)


def test_features_name_what_stands_around(parts: Parts) -> None:
    """A comma before the apposition counts, and no mark beside it would not."""
    with_comma, _, _ = parts.doubts("Ana Ruiz, a nurse, left.")
    assert with_comma is not None
    assert len(with_comma.features) == OPTIONS * len(with_comma.words)
    assert np.isfinite(with_comma.features).all()


def test_below() -> None:
    tree = np.array([2, 0, 2, 3])
    assert below(tree, 3, 2)
    assert below(tree, 2, 2)
    assert not below(tree, 0, 2)


def test_without_its_file_nothing_changes(parts: Parts, tmp_path: Path) -> None:
    look = SecondLook(tmp_path / "none.onnx", parts.classes, parts.label)
    _, heads, scores = parts.doubts(TEXTS[0])
    assert (look([], [], heads, [], scores) == scores.argmax(1)).all()


def test_trees_stay_trees() -> None:
    for doc in load_reader().pipe(TEXTS):
        for token in doc:
            steps = 0
            while token.head != token:
                token, steps = token.head, steps + 1
                assert steps < len(doc)
