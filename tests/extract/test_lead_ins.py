"""Quotations credited by what stands around them, and cues that end another one's content."""

from __future__ import annotations

from tests.extract.built import article_of, build, read

_LOST = (
    "“ PUNCT `` punct 2",
    "We PRON PRP nsubj 2",
    "lost VERB VBD ROOT 2 lose",
    ". PUNCT . punct 2",
    "” PUNCT '' punct 2",
)


def test_name_after_a_dash_closes_a_quotation() -> None:
    doc = build(
        *_LOST,
        "— PUNCT : punct 6",
        "Ann PROPN NNP ROOT 6 Ann",
        "Lee PROPN NNP flat 6 Lee",
    )
    (found,) = (a for a in read(article_of(doc)) if a[1] == "—")
    assert found[0] == "Ann Lee"
    assert found[2][0].replace(" ", "") == "“Welost.”"


def test_colon_leads_into_the_next_paragraph() -> None:
    first = build(
        "The DET DT det 1",
        "mayor NOUN NN nsubj 2",
        "said VERB VBD ROOT 2 say",
        ": PUNCT : punct 2",
    )
    (found,) = read(article_of(first, build(*_LOST)))
    assert found[:2] == ("The mayor", "said")
    assert found[2][0].replace(" ", "") == "“Welost.”"


def test_verb_of_any_meaning_beside_speech_is_a_cue() -> None:
    doc = build(
        "Lee PROPN NNP nsubj 1",
        "shot VERB VBD ROOT 1 shoot",
        "back ADV RB advmod 1",
        ", PUNCT , punct 1",
        "“ PUNCT `` punct 6",
        "We PRON PRP nsubj 6",
        "lost VERB VBD ccomp 1 lose",
        "badly ADV RB advmod 6",
        ". PUNCT . punct 6",
        "” PUNCT '' punct 6",
    )
    (found,) = read(article_of(doc))
    assert found[:2] == ("Lee", "shot")


def test_contrasted_cue_ends_the_content_before_it() -> None:
    doc = build(
        "Lee PROPN NNP nsubj 1",
        "said VERB VBD ROOT 1 say",
        "rents NOUN NNS nsubj 3 rent",
        "rose VERB VBD ccomp 1 rise",
        "but CCONJ CC cc 7",
        "the DET DT det 6",
        "mayor NOUN NN nsubj 7",
        "denied VERB VBD conj 3 deny",
        "it PRON PRP obj 7",
        ". PUNCT . punct 1",
    )
    assert read(article_of(doc)) == [
        ("Lee", "said", ["rents rose"]),
        ("the mayor", "denied", ["it"]),
    ]
