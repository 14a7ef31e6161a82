"""Labels of arcs, once the trees are known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from attrib_lint.reader.decode import Ints, best_tree, sentence_spans
from attrib_lint.reader.encoder import Floats, Reading, open_session
from attrib_lint.reader.sentences import find_starts, product

_ROWS = 4096
_CERTAIN = 1e9


def read_heads(reading: Reading) -> tuple[Ints, npt.NDArray[np.bool_]]:
    """Heads of a window's words, as rows of its arrays, and which words start a sentence.

    Head 0 is the root of each sentence.
    """
    heads = np.zeros(len(reading.start) - 1, np.intp)
    starts = find_starts(reading)
    for first, last in sentence_spans(starts):
        rows = np.r_[0, first + 1 : last + 1]
        tree = best_tree(product(reading.arc_dep[first + 1 : last + 1], reading.arc_head[rows]))
        heads[first:last] = np.where(tree == 0, 0, tree + first)
    return heads, starts


class LabelScorer:
    """Scores labels from the vectors of an arc's two ends, in onnxruntime.

    numpy would do, but its threads cost more than the product of two small matrices.
    """

    def __init__(self, path: Path, root: int) -> None:
        self._path = path
        self._root = root
        self._session: Any = None

    def __call__(self, readings: Sequence[Reading], heads: Sequence[Ints]) -> Floats:
        """Scores of every label for every word of the windows, one after the other. Roots, and
        they alone, have the root label."""
        dep = np.concatenate([r.label_dep[1:] for r in readings])
        head = np.concatenate([r.label_head[h] for r, h in zip(readings, heads, strict=True)])
        is_root = np.concatenate(heads) == 0
        scores = self.of_pairs(dep, head)
        scores[is_root, self._root] = _CERTAIN
        return scores

    def of_pairs(self, dep: Floats, head: Floats) -> Floats:
        """Scores of the labels of arcs that are none of a root."""
        if self._session is None:
            self._session = open_session(self._path)
        parts: list[Floats] = []
        for i in range(0, len(dep), _ROWS):
            feed = {"dep": dep[i : i + _ROWS], "head": head[i : i + _ROWS]}
            parts += self._session.run(["scores"], feed)
        scores: Floats = np.concatenate(parts)
        scores[:, self._root] = -_CERTAIN
        return scores
