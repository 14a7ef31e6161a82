"""Arcs that may be appositions or parataxis, and what speaks for and against each of their heads.

The encoder decides arc by arc. Whether "Ruiz, a nurse" is an apposition or the start of a list also
shows in the marks around it, in what else hangs on both words, and in how sure the arc is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from attrib_lint.reader.decode import Ints
from attrib_lint.reader.doubt_features import Bools, Classes, Flat, describe, flatten
from attrib_lint.reader.encoder import Floats, Reading, Window
from attrib_lint.reader.sentences import product

OPTIONS = 4
"""Heads that are considered of each word."""
_LEAST = 0.03
"""How probable one of the doubtful labels has to be for a second look."""
_NEVER = np.float32(-1e9)
_SURE = 12.0


class Doubts(NamedTuple):
    """Doubtful words of some windows; `heads` (words x options) may repeat a word's own head."""

    words: Ints
    """Places in the windows' words, counted through."""
    heads: Ints
    possible: Bools
    features: Floats
    """A row for each option of each word."""


def find_doubts(
    windows: Sequence[Window],
    readings: Sequence[Reading],
    heads: Sequence[Ints],
    starts: Sequence[Bools],
    scores: Floats,
    classes: Classes,
    score: Callable[[Floats, Floats], Floats],
) -> Doubts | None:
    """Doubtful words and the features of their options.

    `scores` are those of all words' labels; `score` gives them for other arcs.
    """
    odds = np.exp(scores - scores.max(1, keepdims=True))
    doubtful = odds[:, classes.doubtful].sum(1) > _LEAST * odds.sum(1)
    words = np.flatnonzero(doubtful & (np.concatenate(heads) > 0))
    if not len(words):
        return None
    labels: Ints = scores.argmax(1)
    flat = flatten(windows, readings, heads, starts, labels, classes)
    first, last = flat.first[words], flat.last[words]
    places = first[:, None] + np.arange((last - first).max())
    inside = places < last[:, None]
    places = np.where(inside, places, first[:, None])
    below = _below(flat.up, places, words) & inside
    arcs, root = _arcs(readings, flat, words, places.shape[1])
    options = np.where(below | ~inside, _NEVER, arcs)
    own = flat.up[words] - first
    options[np.arange(len(words)), own] = 100.0  # first of all
    rank = np.argsort(-options, axis=1, kind="stable")[:, :OPTIONS]
    if rank.shape[1] < OPTIONS:
        rank = np.pad(rank, ((0, 0), (0, OPTIONS - rank.shape[1])), mode="edge")
    possible = np.take_along_axis(options, rank, 1) > _NEVER
    possible[:, 1:] &= rank[:, 1:] != rank[:, :-1]
    rank = np.where(possible, rank, own[:, None])
    chosen = first[:, None] + rank
    features = describe(
        flat, classes, words, chosen, places, below, inside,
        np.take_along_axis(arcs, rank, 1), root, _labels(readings, flat, words, chosen, score),
    )  # fmt: skip
    return Doubts(words, chosen, possible, features)


def _below(up: Ints, places: Ints, words: Ints) -> Bools:
    """Which of a row's places are the word itself or hang below it."""
    below: Bools = places == words[:, None]
    climbing = np.append(up, -1)  # -1, above the root, stays
    above = places
    while (above >= 0).any():
        above = climbing[above]
        below |= above == words[:, None]
    return below


def _arcs(
    readings: Sequence[Reading], flat: Flat, words: Ints, longest: int
) -> tuple[Floats, Floats]:
    """Log-probabilities of every head in the word's sentence, and of its being the root."""
    scores = np.full((len(words), longest + 1), _NEVER, np.float32)
    sentences, rows = np.unique(flat.first[words], return_inverse=True)
    for n, begin in enumerate(sentences.tolist()):
        here = np.flatnonzero(rows == n)
        reading, offset = readings[flat.window[begin]], flat.offsets[flat.window[begin]]
        a, b = begin - offset + 1, flat.last[begin] - offset + 1
        arcs = product(reading.arc_dep[words[here] - offset + 1], reading.arc_head[np.r_[0, a:b]])
        scores[here, : arcs.shape[1]] = arcs
    scores[np.arange(len(words)), words - flat.first[words] + 1] = _NEVER
    scores -= scores.max(1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(1, keepdims=True))
    scores = scores.clip(-_SURE)
    return scores[:, 1:], scores[:, 0]


def _labels(
    readings: Sequence[Reading],
    flat: Flat,
    words: Ints,
    chosen: Ints,
    score: Callable[[Floats, Floats], Floats],
) -> Floats:
    """Log-probabilities of the labels of every option."""
    window = flat.window[words]
    offset = flat.offsets[window]
    pairs = zip(window.tolist(), (words - offset + 1).tolist(), strict=True)
    dep = np.stack([readings[w].label_dep[i] for w, i in pairs])
    rows = zip(window.tolist(), chosen - offset[:, None] + 1, strict=True)
    head = np.concatenate([readings[w].label_head[i] for w, i in rows])
    scores = score(np.repeat(dep, chosen.shape[1], 0), head)
    scores = scores - scores.max(1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(1, keepdims=True))
    clipped: Floats = scores.clip(-_SURE)
    return clipped
