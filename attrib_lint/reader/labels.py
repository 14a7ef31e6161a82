"""Labels of arcs, once the trees are known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from attrib_lint.reader.decode import Ints, best_tree, sentence_spans
from attrib_lint.reader.encoder import Floats, Reading, open_session
from attrib_lint.reader.sentences import find_starts, product

_ROWS = 4096


def read_heads(reading: Reading) -> Ints:
    """Heads of a window's words, as rows of its arrays: 0 is the root of each sentence."""
    heads = np.zeros(len(reading.start) - 1, np.intp)
    for first, last in sentence_spans(find_starts(reading)):
        rows = np.r_[0, first + 1 : last + 1]
        tree = best_tree(product(reading.arc_dep[first + 1 : last + 1], reading.arc_head[rows]))
        heads[first:last] = np.where(tree == 0, 0, tree + first)
    return heads


class LabelScorer:
    """Scores labels from the vectors of an arc's two ends, in onnxruntime.

    numpy would do, but its threads cost more than the product of two small matrices.
    """

    def __init__(self, path: Path, root: int) -> None:
        self._path = path
        self._root = root
        self._session: Any = None

    def __call__(self, readings: Sequence[Reading], heads: Sequence[Ints]) -> list[Ints]:
        """One label number per word of each window. Roots, and they alone, get the root label."""
        if not readings:
            return []
        if self._session is None:
            self._session = open_session(self._path)
        dep = np.concatenate([r.label_dep[1:] for r in readings])
        head = np.concatenate([r.label_head[h] for r, h in zip(readings, heads, strict=True)])
        is_root = np.concatenate(heads) == 0
        parts: list[Floats] = []
        for i in range(0, len(dep), _ROWS):
            feed = {"dep": dep[i : i + _ROWS], "head": head[i : i + _ROWS]}
            parts += self._session.run(["scores"], feed)
        scores = np.concatenate(parts)
        scores[:, self._root] = np.where(is_root, np.inf, -np.inf)
        best: Ints = scores.argmax(1)
        bounds = np.cumsum([len(h) for h in heads])[:-1]
        return list(np.split(best, bounds))
