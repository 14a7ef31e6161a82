"""Whose words are whose: how far content reaches, who is its source, what is no attribution."""

from __future__ import annotations

from attrib_lint.article import Article
from tests.extract.built import article_of, build


def outer(article: Article) -> list[tuple[str | None, str, list[str]]]:
    """Source, cue and content of every attribution that stands in no other, as text."""
    text = article.text
    return [
        (
            a.source.span.of(text) if a.source else None,
            a.cue.span.of(text),
            [span.of(text) for span in a.content],
        )
        for a in article.attributions
        if not a.nested
    ]


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


def test_asked_at_the_start_has_no_source() -> None:
    doc = build(
        "Asked VERB VBD ccomp 6 ask",
        "why ADV WRB advmod 3",
        "he PRON PRP nsubj 3",
        "left VERB VBD ccomp 0 leave",
        ", PUNCT , punct 0",
        "Lee PROPN NNP nsubj 6",
        "said VERB VBD ROOT 6 say",
        "he PRON PRP nsubj 9",
        "was AUX VBD cop 9 be",
        "tired ADJ JJ ccomp 6",
        ". PUNCT . punct 6",
    )
    assert outer(article_of(doc)) == [
        (None, "Asked", ["why he left"]),
        ("Lee", "said", ["he was tired"]),
    ]


def test_a_relative_clause_credits_the_noun_it_is_about() -> None:
    doc = build(
        "It PRON PRP nsubj 3",
        "was AUX VBD cop 3 be",
        "a DET DT det 3",
        "charge NOUN NN ROOT 3",
        "that PRON WDT obj 8",
        "the DET DT det 6",
        "council NOUN NN nsubj 8",
        "strongly ADV RB advmod 8",
        "denied VERB VBD acl:relcl 3 deny",
        ". PUNCT . punct 3",
    )
    assert outer(article_of(doc)) == [("the council", "denied", ["a charge"])]


def test_a_passive_says_something_of_its_subject() -> None:
    doc = build(
        "The DET DT det 1",
        "firm NOUN NN nsubj:pass 3",
        "is AUX VBZ aux:pass 3 be",
        "accused VERB VBN ROOT 3 accuse",
        "of SCONJ IN mark 5",
        "dumping VERB VBG advcl 3 dump",
        "waste NOUN NN obj 5",
        "in ADP IN case 9",
        "the DET DT det 9",
        "river NOUN NN obl 5",
        ". PUNCT . punct 3",
    )
    assert outer(article_of(doc)) == [
        (None, "accused", ["The firm", "of dumping waste in the river"])
    ]


def test_a_plain_passive_says_nothing() -> None:
    doc = build(
        "The DET DT det 1",
        "firm NOUN NN nsubj:pass 3",
        "is AUX VBZ aux:pass 3 be",
        "praised VERB VBN ROOT 3 prais",
        ". PUNCT . punct 3",
    )
    assert outer(article_of(doc)) == []


def test_what_people_draw_is_credited_to_them() -> None:
    doc = build(
        "The DET DT det 1",
        "plan NOUN NN nsubj 3",
        "has AUX VBZ aux 3 have",
        "drawn VERB VBN ROOT 3 draw",
        "criticism NOUN NN obj 3",
        "from ADP IN case 6",
        "unions NOUN NNS obl 3 union",
        ". PUNCT . punct 3",
    )
    assert outer(article_of(doc)) == [("unions", "criticism", ["The plan"])]


def test_accusations_need_no_source() -> None:
    doc = build(
        "The DET DT det 1",
        "mayor NOUN NN nsubj 2",
        "faces VERB VBZ ROOT 2 face",
        "accusations NOUN NNS obj 2 accusation",
        "of ADP IN case 5",
        "fraud NOUN NN nmod 3",
        ". PUNCT . punct 2",
    )
    assert outer(article_of(doc)) == [(None, "accusations", ["of fraud"])]


def test_a_noun_is_what_its_clause_says() -> None:
    doc = build(
        "Her PRON PRP$ nmod:poss 1",
        "argument NOUN NN nsubj:outer 5",
        "is AUX VBZ cop 5 be",
        "that SCONJ IN mark 5",
        "ferries NOUN NNS nsubj 5 ferry",
        "cost VERB VBP ROOT 5",
        "too ADV RB advmod 7",
        "much ADJ JJ obj 5",
        ". PUNCT . punct 5",
    )
    assert outer(article_of(doc)) == [("Her", "argument", ["that ferries cost too much"])]


def test_to_many_holds_a_view() -> None:
    doc = build(
        "To ADP IN case 1",
        "many ADJ JJ obl 7",
        ", PUNCT , punct 1",
        "the DET DT det 4",
        "ferry NOUN NN nsubj 7",
        "is AUX VBZ cop 7 be",
        "a DET DT det 7",
        "lifeline NOUN NN ROOT 7",
        ". PUNCT . punct 7",
    )
    assert outer(article_of(doc)) == [("many", "To", ["the ferry is a lifeline"])]


def test_in_her_view_holds_a_view() -> None:
    doc = build(
        "In ADP IN case 2",
        "her PRON PRP$ nmod:poss 2",
        "view NOUN NN obl 7",
        ", PUNCT , punct 2",
        "the DET DT det 5",
        "law NOUN NN nsubj 7",
        "is AUX VBZ cop 7 be",
        "dead ADJ JJ ROOT 7",
        ". PUNCT . punct 7",
    )
    assert outer(article_of(doc)) == [("her", "In her view", ["the law is dead"])]


def test_things_threaten_nobody_with_words() -> None:
    doc = build(
        "A DET DT det 2",
        "pending ADJ JJ amod 2",
        "ballot NOUN NN nsubj 3",
        "threatened VERB VBD ROOT 3 threaten",
        "the DET DT det 5",
        "deal NOUN NN obj 3",
        ". PUNCT . punct 3",
    )
    assert outer(article_of(doc)) == []


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


def test_a_reduced_passive_credits_its_noun() -> None:
    doc = build(
        "The DET DT det 1",
        "ruling NOUN NN nsubj 4",
        "is AUX VBZ cop 4 be",
        "a DET DT det 4",
        "call NOUN NN ROOT 4",
        "echoed VERB VBN acl 4 echo",
        "by ADP IN case 7",
        "Japan PROPN NNP obl:agent 5",
        "on ADP IN case 9",
        "Saturday PROPN NNP nmod 4",
        ". PUNCT . punct 4",
    )
    assert outer(article_of(doc)) == [("Japan", "echoed", ["a call"])]
