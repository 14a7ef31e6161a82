"""Sentence starts."""

from __future__ import annotations

import numpy as np

from attrib_lint.reader.encoder import Reading
from attrib_lint.reader.sentences import find_starts, product


def reading(starts: list[float], arcs: np.ndarray) -> Reading:
    """A window whose arc scores are `arcs` (words x 1 + words) and whose start scores are given."""
    n = len(starts)
    none = np.zeros((n + 1, 1), np.float32)
    number = np.zeros(n + 1, np.intp)
    return Reading(
        arc_head=np.eye(n + 1, dtype=np.float32),
        arc_dep=np.vstack([np.zeros(n + 1), arcs]).astype(np.float32),
        label_head=none,
        label_dep=none,
        morph=number,
        tag=number,
        script=number,
        entity=none,
        start=np.array([0.0, *starts], np.float32),
        states=none,
    )


def arcs_to(heads: list[int]) -> np.ndarray:
    """Arc scores that are sure of these heads (0: root)."""
    scores = np.full((len(heads), len(heads) + 1), -9.0)
    scores[np.arange(len(heads)), heads] = 9
    return scores


def test_a_start_that_no_arc_crosses_is_one() -> None:
    found = find_starts(reading([5, -9, 1, -9], arcs_to([0, 1, 0, 3])))
    assert found.tolist() == [True, False, True, False]


def test_a_doubtful_start_inside_a_tree_is_none() -> None:
    found = find_starts(reading([5, -9, 1, -9], arcs_to([0, 1, 2, 2])))
    assert found.tolist() == [True, False, False, False]


def test_a_sure_start_stays() -> None:
    found = find_starts(reading([-9, -9, 9, -9], arcs_to([0, 1, 2, 2])))
    assert found.tolist() == [True, False, True, False]


def test_product_in_steps_is_the_product() -> None:
    rng = np.random.default_rng(1)
    left = rng.normal(size=(150, 192)).astype(np.float32)
    right = rng.normal(size=(151, 192)).astype(np.float32)
    assert np.allclose(product(left, right), left @ right.T, atol=1e-3)
