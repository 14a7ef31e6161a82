"""A second look at arcs that may be appositions or parataxis: which head, which label."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from attrib_lint.reader.decode import Ints
from attrib_lint.reader.doubt_features import Bools, Classes
from attrib_lint.reader.doubts import OPTIONS, find_doubts
from attrib_lint.reader.encoder import Floats, Reading, Window, open_session
from attrib_lint.reader.labels import LabelScorer

LEAST = 0.25
"""How probable arc and label have to be together for an apposition or parataxis."""
PART = 0.2
"""What is left of the odds of a less probable one: the next label is the better guess, but not any
label, because where the head is unsure the label may still be plain."""
OWN = 1.75
"""How much the encoder's choice counts above the others. All tuned on the dev parts of EWT, GUM."""


class SecondLook:
    """Corrects heads and labels in place. A model without its file is left as it is."""

    def __init__(self, path: Path, classes: Classes, label: LabelScorer) -> None:
        self._path = path
        self._classes = classes
        self._label = label
        self._there = path.exists()
        self._session: Any = None

    def __call__(
        self,
        windows: Sequence[Window],
        readings: Sequence[Reading],
        heads: Sequence[Ints],
        starts: Sequence[Bools],
        scores: Floats,
    ) -> Ints:
        """The labels of all words; `scores` are those that the encoder alone gives them."""
        labels: Ints = scores.argmax(1)
        if not self._there:
            return labels
        doubts = find_doubts(
            windows, readings, heads, starts, scores, self._classes, self._label.of_pairs
        )
        if doubts is None:
            return labels
        if self._session is None:
            self._session = open_session(self._path)
        (raw,) = self._session.run(["scores"], {"features": doubts.features})
        before = labels[doubts.words]
        chances = self._chances(raw, doubts.possible, before)
        option = chances.max(2).argmax(1)
        sizes = np.array([len(h) for h in heads])
        offsets = np.cumsum(sizes) - sizes
        window = np.searchsorted(offsets, doubts.words, "right") - 1
        # Between two other labels the encoder, which saw more text than treebanks, is as good.
        concerned = self._concerned(before, chances, option)
        option[~concerned] = 0
        for n in np.flatnonzero(option).tolist():
            tree, offset = heads[window[n]], offsets[window[n]]
            word, head = int(doubts.words[n] - offset), int(doubts.heads[n, option[n]] - offset)
            if below(tree, head, word):  # for an arc before it has moved
                option[n] = 0
            else:
                tree[word] = head + 1
        concerned = self._concerned(before, chances, option)
        after = chances[np.arange(len(option)), option].argmax(1)
        labels[doubts.words] = np.where(concerned, after, before)
        return labels

    def _concerned(self, before: Ints, chances: Floats, option: Ints) -> Bools:
        """Whose label is or becomes a doubtful one."""
        after = chances[np.arange(len(option)), option].argmax(1)
        doubtful = self._classes.doubtful
        concerned: Bools = np.logical_or(np.isin(before, doubtful), np.isin(after, doubtful))
        return concerned

    def _chances(self, raw: Floats, possible: Bools, before: Ints) -> Floats:
        """words x options x labels. The last score says that none of the options is right."""
        scores = raw.reshape(len(possible), OPTIONS, -1)
        none = scores[:, 0, -1]
        scores = np.where(possible[:, :, None], scores[:, :, :-1], -np.inf)
        scores[:, :, self._classes.root] = -np.inf
        top = np.maximum(scores.max((1, 2)), none)
        odds: Floats = np.exp(scores - top[:, None, None])
        odds /= (odds.sum((1, 2)) + np.exp(none - top))[:, None, None]
        doubtful = odds[:, :, self._classes.doubtful]
        odds[:, :, self._classes.doubtful] = np.where(doubtful < LEAST, PART * doubtful, doubtful)
        odds[np.arange(len(odds)), 0, before] *= OWN
        return odds


def below(tree: Ints, word: int, top: int) -> bool:
    """Whether `word` is `top` or hangs below it; words count from 0, heads in `tree` from 1."""
    while word >= 0 and word != top:
        word = int(tree[word]) - 1
    return word == top
