"""Doubtful arcs, and the second look at them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from attrib_lint.reader.annotate import Inventory
from attrib_lint.reader.decode import Ints
from attrib_lint.reader.doubt_features import Bools, Classes
from attrib_lint.reader.doubts import OPTIONS, Doubts, find_doubts
from attrib_lint.reader.encoder import Encoder, Floats, Reading, Window
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
        self.labels = inventory.labels
        self.cut = WindowCutter(pieces)
        self.tokenize = make_tokenizer()
        self.encode = Encoder(MODEL / "encoder.onnx")
        self.label = LabelScorer(MODEL / "labels.onnx", inventory.labels.index("ROOT"))
        self.classes = Classes.of(inventory.labels, inventory.morphs, inventory.tags, pieces)

    def read(
        self, *texts: str
    ) -> tuple[list[Window], list[Reading], list[Ints], list[Bools], Floats]:
        windows = [w for text in texts for w in self.cut(self.tokenize(text))[1]]
        readings = [self.encode(window) for window in windows]
        heads, starts = zip(*map(read_heads, readings), strict=True)
        return windows, readings, list(heads), list(starts), self.label(readings, heads)

    def doubts(self, *texts: str) -> tuple[Doubts | None, list[Ints], Floats]:
        windows, readings, heads, starts, scores = self.read(*texts)
        found = find_doubts(
            windows, readings, heads, starts, scores, self.classes, self.label.of_pairs
        )
        return found, heads, scores


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
    """A comma before the apposition and a bracket are told apart."""
    comma, _, _ = parts.doubts("Ana Ruiz, a nurse, left.")
    bracket, _, _ = parts.doubts("Ana Ruiz (a nurse) left.")
    assert comma is not None
    assert bracket is not None
    assert len(comma.features) == OPTIONS * len(comma.words)
    assert np.abs(comma.features[0] - bracket.features[0]).max() >= 1


def test_a_sure_score_moves_an_arc_and_names_it(parts: Parts) -> None:
    windows, readings, heads, starts, scores = parts.read(TEXTS[0])
    doubts, _, _ = parts.doubts(TEXTS[0])
    assert doubts is not None
    row, option = (int(n) for n in np.argwhere(doubts.possible[:, 1:])[0])
    raw = np.full((len(doubts.words), OPTIONS, len(parts.labels) + 1), -20, np.float32)
    raw[row, option + 1, parts.labels.index("appos")] = 20
    look = SecondLook(MODEL / "second_look.onnx", parts.classes, parts.label)
    look._session = SimpleNamespace(run=lambda names, feed: [raw])
    word = int(doubts.words[row])
    before = int(heads[0][word])
    labels = look(windows, readings, heads, starts, scores)
    assert parts.labels[labels[word]] == "appos"
    assert heads[0][word] == doubts.heads[row, option + 1] + 1 != before


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
