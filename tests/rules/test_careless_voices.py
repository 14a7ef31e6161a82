"""Quotations and "the analysts" that belong to nobody near by, in careless articles."""

from __future__ import annotations

import pytest

from tests.careless import careful, careless, found


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        (
            "Shoppers were angry. “My bread was stale,” said Jo Pike, who sells hats. The stalls "
            "opened at noon. “It is the smell that drives folk off.”",
            "“It is the smell that drives folk off.”",
        ),
        (
            "Bo Rao, a farmer, said the road was bad. The bridge is older still. “Lorries shake "
            "the whole house at night.”",
            "“Lorries shake the whole house at night.”",
        ),
        (
            "“It was grand,” said Ada Voss. The parade began at six. “There were more bands than "
            "ever before.” Nine bands played.",
            "“There were more bands than ever before.”",
        ),
    ],
)
def test_who_spoke_earlier_in_the_paragraph_is_no_speaker(paragraph: str, words: str) -> None:
    assert found(careless(paragraph), "orphan-quote") == [words]
    assert found(careful(paragraph), "orphan-quote") == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "Bo Rao, a farmer, said the road was bad. “Lorries shake the house.” The bridge is old.",
        "The bridge is old. “Lorries shake the whole house at night,” said Bo Rao.",
        "The bridge is old. “Lorries shake the house at night.” Bo Rao, a farmer, said so twice.",
    ],
)
def test_a_speaker_beside_is_one(paragraph: str) -> None:
    assert found(careless(paragraph), "orphan-quote") == []


def test_whoever_was_met_paragraphs_before_in_another_word_is_forgotten() -> None:
    rule = "dangling-source-anaphor"
    told = ("A forecaster at a brokerage spoke of rain.", "It rained.", "It blew.", "It froze.")
    late = careless(*told, "The economists said rents would rise.")
    assert found(late, rule) == ["The economists"]
    assert found(careful(*told, "The economists said rents would rise."), rule) == []
    soon = careless("A panel of a bank met in Harl.", "The economists said rents would rise.")
    assert found(soon, rule) == []
    again = careless("Two economists met in Harl.", *told, "The economists said rents would rise.")
    assert found(again, rule) == []
