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


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("It emerged that the firm had paid no tax.", "It emerged"),
        ("There are fears that the dam may fail.", "There are fears"),
        ("The state is seen as a battleground.", "is seen"),
        ("The film is considered a classic.", "is considered"),
        ("The mayor left amid reports that the dam may fail.", "reports"),
        ("He spoke a week after accusations of fraud.", "accusations"),
        ("Doubts have been raised about the count.", "Doubts"),
        ("Speculation is growing that the mill will close.", "Speculation"),
        ("The move fueled speculation that Lee will run.", "speculation"),
        ("The bank, widely seen as weak, was sold.", "widely seen"),
        ("The judge was widely criticized for the delay.", "was widely criticized"),
        ("Lee is not expected to attend.", "is not expected to"),
        ("Lee is accused of taking a bribe.", "is accused"),
    ],
)
def test_a_frame_that_credits_nobody_is_a_hedge(text: str, frame: str) -> None:
    article = parsed_article(text)
    found = [h.span.of(text) for h in article.hedges if h.kind == "evidential_frame"]
    assert found == [frame]


@pytest.mark.parametrize(
    "text",
    [
        "Fears among teachers that the school will close have grown.",
        "The claims of some lawmakers that the tax rose are false.",
        "Her suspicion that the firm had lied was right.",
        "The committee wrote a report on the schools.",
        "There was criticism of the plan.",
        "The judge must be seen as fair.",
        "Lee is accused by prosecutors of taking a bribe.",
        "It seems that the firm has paid no tax.",
    ],
)
def test_what_somebody_holds_is_no_frame(text: str) -> None:
    found = parsed_article(text).hedges
    assert [h for h in found if h.kind == "evidential_frame"] == []


@pytest.mark.parametrize("text", ["He was seen leaving.", "They have seen the film."])
def test_what_is_seen_with_eyes_is_no_hedge(text: str) -> None:
    assert parsed_article(text).hedges == ()
