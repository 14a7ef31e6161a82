"""Trees and sentences from scores."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from attrib_lint.reader.decode import best_tree, sentence_spans


def is_tree(heads: np.ndarray) -> bool:
    if (heads == 0).sum() != 1:
        return False
    for i in range(len(heads)):
        seen = set()
        at = i + 1
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = int(heads[at - 1])
    return True


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_best_tree_is_as_good_as_any_tree_with_its_root(n: int) -> None:
    rng = np.random.default_rng(n)
    for _ in range(60):
        scores = rng.normal(size=(n, n + 1)).astype(np.float32)
        heads = best_tree(scores)
        assert is_tree(heads)
        root = int(np.flatnonzero(heads == 0)[0])
        best = max(
            sum(scores[i, h] for i, h in enumerate(tree))
            for tree in product(range(n + 1), repeat=n)
            if all(h != i + 1 for i, h in enumerate(tree))
            and is_tree(np.array(tree))
            and tree[root] == 0
        )
        assert sum(scores[i, h] for i, h in enumerate(heads)) == pytest.approx(best, abs=1e-4)


@pytest.mark.parametrize("n", [7, 30, 120])
def test_every_score_matrix_gives_one_tree(n: int) -> None:
    rng = np.random.default_rng(n)
    for spread in (0.0, 1.0, 100.0):
        assert is_tree(best_tree((rng.normal(size=(n, n + 1)) * spread).astype(np.float32)))


def test_a_clear_tree_is_kept() -> None:
    scores = np.full((3, 4), -5, np.float32)
    for word, head in enumerate((2, 0, 2)):
        scores[word, head] = 5
    assert best_tree(scores).tolist() == [2, 0, 2]


def test_sentences_cover_all_words_even_without_a_first_start() -> None:
    starts = np.array([False, False, True, False])
    assert sentence_spans(starts) == [(0, 2), (2, 4)]
    assert sentence_spans(starts[:0]) == []
