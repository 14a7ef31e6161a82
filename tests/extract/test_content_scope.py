"""How far content reaches, and who is its source."""

from __future__ import annotations

from tests.extract.built import article_of, build, outer


def test_interrupted_content_keeps_what_stands_before_its_source() -> None:
    doc = build(
        "An DET DT det 2 a",
        "economic ADJ JJ amod 2",
        "downturn NOUN NN nsubj 11",
        ", PUNCT , punct 5",
        "she PRON PRP nsubj 5",
        "said VERB VBD parataxis 11 say",
        ", PUNCT , punct 5",
        "could AUX MD aux 11",
        "be AUX VB cop 11",
        "a DET DT det 11",
        "good ADJ JJ amod 11",
        "time NOUN NN ROOT 11",
        "to PART TO mark 13",
        "borrow VERB VB acl 11",
        ". PUNCT . punct 11",
    )
    assert outer(article_of(doc)) == [
        ("she", "said", ["An economic downturn", "could be a good time to borrow"])
    ]


def test_a_cue_between_commas_credits_both_sides_of_the_sentence() -> None:
    doc = build(
        "As SCONJ IN mark 2",
        "winter NOUN NN nsubj 2",
        "nears VERB VBZ advcl 11 near",
        ", PUNCT , punct 5",
        "Lee PROPN NNP nsubj 5",
        "says VERB VBZ parataxis 11 say",
        ", PUNCT , punct 5",
        "the DET DT det 8",
        "number NOUN NN nsubj 11",
        "of ADP IN case 10",
        "ferries NOUN NNS nmod 8 ferry",
        "shrinks VERB VBZ ROOT 11 shrink",
        ". PUNCT . punct 11",
    )
    assert outer(article_of(doc)) == [
        ("Lee", "says", ["As winter nears", "the number of ferries shrinks"])
    ]


def test_the_clause_of_another_verb_is_not_borrowed() -> None:
    doc = build(
        "The DET DT det 1",
        "firm NOUN NN nsubj 2",
        "denies VERB VBZ ROOT 2 denie",
        "any DET DT det 4",
        "wrongdoing NOUN NN obj 2",
        "and CCONJ CC cc 6",
        "points VERB VBZ conj 2 point",
        "out ADP RP compound:prt 6",
        "that SCONJ IN mark 10",
        "Lee PROPN NNP nsubj 10",
        "signed VERB VBD ccomp 6 sign",
        "the DET DT det 13",
        "same ADJ JJ amod 13",
        "paper NOUN NN obj 10",
        ". PUNCT . punct 2",
    )
    assert outer(article_of(doc)) == [
        ("The firm", "denies", ["any wrongdoing"]),
        ("The firm", "points", ["that Lee signed the same paper"]),
    ]


def test_a_participle_after_a_quotation_takes_its_own_clause() -> None:
    doc = build(
        '“ PUNCT `` punct 2 "',
        "I PRON PRP nsubj 2",
        "prefer VERB VBP ccomp 10",
        "the DET DT det 4",
        "ferry NOUN NN obj 2",
        ", PUNCT , punct 2",
        "” PUNCT '' punct 2 \"",
        "she PRON PRP nsubj 10",
        "said VERB VBD ROOT 8 say",
        ", PUNCT , punct 10",
        "noting VERB VBG ccomp 8 note",
        "she PRON PRP nsubj 13",
        "had AUX VBD aux 13 have",
        "sold VERB VBN ccomp 10 sell",
        "her PRON PRP$ nmod:poss 15",
        "car NOUN NN obj 13",
        ". PUNCT . punct 10",
    )
    assert outer(article_of(doc)) == [
        ("she", "said", ["“I prefer the ferry,”"]),
        ("she", "noting", ["she had sold her car"]),
    ]


def test_the_noun_before_a_verb_of_saying_speaks() -> None:
    doc = build(
        "The DET DT det 1",
        "fare NOUN NN nsubj 3",
        "is AUX VBZ cop 3 be",
        "lower ADJ JJR ROOT 3 low",
        "than SCONJ IN mark 6",
        "unions NOUN NNS obl 3 union",
        "say VERB VBP advcl 3",
        "it PRON PRP nsubj 9",
        "should AUX MD aux 9",
        "be AUX VB ccomp 6",
        ". PUNCT . punct 3",
    )
    assert outer(article_of(doc)) == [("unions", "say", ["it should be"])]


def test_another_speaker_after_a_comma_ends_the_content() -> None:
    doc = build(
        "Two NUM CD nsubj 3",
        "in ADP IN case 2",
        "three NUM CD nmod 0",
        "said VERB VBD ROOT 3 say",
        "they PRON PRP nsubj 6",
        "would AUX MD aux 6",
        "leave VERB VB ccomp 3",
        ", PUNCT , punct 11",
        "and CCONJ CC cc 11",
        "the DET DT det 10",
        "mayor NOUN NN nsubj 11",
        "said VERB VBD conj 3 say",
        "they PRON PRP nsubj 14",
        "would AUX MD aux 14",
        "stay VERB VB ccomp 11",
        ". PUNCT . punct 3",
    )
    assert outer(article_of(doc)) == [
        ("Two in three", "said", ["they would leave"]),
        ("the mayor", "said", ["they would stay"]),
    ]
