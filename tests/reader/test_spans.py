"""Names from tag scores and trees."""

from __future__ import annotations

import numpy as np

from attrib_lint.reader.spans import NameDecoder, NameSpan, joined, trimmed

_LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")


def scores(*rows: dict[str, float]) -> np.ndarray:
    return np.array([[row.get(tag, -9.0) for tag in _LABELS] for row in rows], np.float32)


def test_a_name_keeps_together_when_its_words_differ_in_type() -> None:
    found = NameDecoder(_LABELS)(
        scores({"B-LOC": 2, "B-ORG": 1.5}, {"I-ORG": 3}, {"I-ORG": 3}, {"O": 3})
    )
    assert found == [NameSpan(0, 3, "ORG")]


def test_a_new_beginning_starts_a_new_name() -> None:
    found = NameDecoder(_LABELS)(scores({"B-PER": 3}, {"B-PER": 3}, {"I-PER": 3}))
    assert found == [NameSpan(0, 1, "PER"), NameSpan(1, 3, "PER")]


def test_words_without_names_give_none() -> None:
    assert NameDecoder(_LABELS)(scores({"O": 3}, {"O": 3})) == []


def test_a_compound_of_two_names_is_one() -> None:
    parts = [NameSpan(0, 1, "LOC"), NameSpan(1, 2, "ORG")]
    assert joined(parts, np.array([2, 0]), ["compound", "ROOT"]) == [NameSpan(0, 2, "ORG")]
    assert joined(parts, np.array([0, 1]), ["ROOT", "appos"]) == parts


def test_titles_and_dangling_words_are_not_part_of_a_name() -> None:
    forms = ["Justice", "Scalia", "Bank", "of"]
    pos = ["PROPN", "PROPN", "PROPN", "ADP"]
    names = [NameSpan(0, 2, "PER"), NameSpan(2, 4, "ORG")]
    assert trimmed(names, forms, pos) == [NameSpan(1, 2, "PER"), NameSpan(2, 3, "ORG")]
