"""From scores to structures: sentences, one tree per sentence."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.intp]

_NEVER = np.float32(-1e9)


def sentence_spans(starts: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Half-open spans of sentences. The first word always starts one."""
    if not len(starts):
        return []
    bounds = [0, *(int(i) for i in np.flatnonzero(starts[1:]) + 1), len(starts)]
    return list(pairwise(bounds))


def best_tree(scores: Floats) -> Ints:
    """Heads of the best tree with exactly one root.

    `scores` is words x (1 + words); column 0 is the root. Heads are 0 for the root, else the
    number of the head word counted from 1. Most sentences need no search: the best head of every
    word already gives a tree.
    """
    n = len(scores)
    scores = scores.copy()
    scores[np.arange(n), np.arange(1, n + 1)] = _NEVER
    heads: Ints = scores.argmax(1)
    if (heads == 0).sum() == 1 and not _cycle(heads):
        return heads
    # Exactly one root: the word that loses least by giving up its best head.
    if n == 1:
        return np.zeros(1, np.intp)
    loss = scores[:, 1:].max(1) - scores[:, 0]
    root = int(loss.argmin())
    scores[:, 0] = _NEVER
    scores[root] = _NEVER
    scores[root, 0] = 0
    square = np.full((n + 1, n + 1), _NEVER, np.float32)
    square[1:] = scores
    return _arborescence(square)[1:]


def _cycle(heads: Ints) -> bool:
    """Whether following heads from some word never reaches the root."""
    up = np.concatenate(([0], heads))
    steps = 1
    while steps < len(up):
        up = up[up]
        steps *= 2
    return bool(up.any())


def _arborescence(scores: Floats) -> Ints:
    """Chu-Liu-Edmonds on a dense matrix: scores[d, h], node 0 the root. Iterative contraction."""
    stack: list[tuple[Ints, Ints, Ints, Ints, list[int]]] = []
    while True:
        heads: Ints = scores.argmax(1)
        heads[0] = 0
        cycle = _find_cycle(heads)
        if not cycle:
            break
        inside = set(cycle)
        rest = np.array([v for v in range(len(scores)) if v not in inside])
        ring = np.array(cycle)
        base = scores[ring, heads[ring]]
        into = scores[np.ix_(ring, rest)] - base[:, None]
        out_of = scores[np.ix_(rest, ring)]
        m = len(rest)
        smaller = np.full((m + 1, m + 1), _NEVER, np.float32)
        smaller[:m, :m] = scores[np.ix_(rest, rest)]
        smaller[m, :m] = into.max(0)
        smaller[:m, m] = out_of.max(1)
        stack.append((heads, rest, into.argmax(0), out_of.argmax(1), cycle))
        scores = smaller
    while stack:
        outer, rest, enter, leave, cycle = stack.pop()
        m = len(rest)
        full = outer.copy()
        for i in range(1, m):
            full[rest[i]] = cycle[leave[i]] if heads[i] == m else rest[heads[i]]
        full[cycle[enter[heads[m]]]] = rest[heads[m]]
        heads = full
    return heads


def _find_cycle(heads: Ints) -> list[int]:
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        path = []
        v = start
        while v != 0 and colour[v] == 0:
            colour[v] = start
            path.append(v)
            v = int(heads[v])
        if v != 0 and colour[v] == start:
            return path[path.index(v) :]
    return []
