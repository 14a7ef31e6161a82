"""Hedges, their kinds and whose they are."""

from __future__ import annotations

import pytest

from tests.extract.built import parsed_article


def hedges(text: str) -> list[tuple[str, str]]:
    article = parsed_article(text)
    return [(h.span.of(article.text), h.kind) for h in article.hedges]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee reportedly sold her shares.", [("reportedly", "hearsay_adverb")]),
        ("Police are looking into the alleged theft.", [("alleged", "hearsay_adj")]),
        ("Lee is said to have sold her shares.", [("is said to", "evidential_frame")]),
        ("It is believed that Lee sold her shares.", [("It is believed", "evidential_frame")]),
        ("The firm may close in May.", [("may", "epistemic")]),
        ("Word has it the firm will close.", [("Word has it", "evidential_frame")]),
    ],
)
def test_hedge_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert hedges(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The letter is supposed to be returned by Friday.",
        "It has not been said whether the plant will close.",
        "Lee is said by prosecutors to have moved the money.",
        "The film opened in May.",
    ],
)
def test_no_hedge_is_found(text: str) -> None:
    assert hedges(text) == []


def test_hedge_in_what_a_source_says_is_not_the_writers() -> None:
    article = parsed_article("Maria Ortiz said the firm may close. It may open again.")
    assert [h.writer for h in article.hedges] == [False, True]
