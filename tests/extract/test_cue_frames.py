"""Which words credit a statement, in which frames, and what is no attribution."""

from __future__ import annotations

import pytest

from attrib_lint.lexicon import load
from tests.extract.built import article_of, build, outer, parsed_article


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


def test_no_cue_is_listed_twice() -> None:
    doubles = {name: len(entries) - len(set(entries)) for name, entries in load("cues").items()}
    assert not {name for name, more in doubles.items() if more}


def test_few_before_its_verb_is_the_subject() -> None:
    text = "Many are new to the political process, and few express enthusiasm about Clinton."
    said = [a for a in parsed_article(text).attributions if a.source]
    assert [a.source.span.of(text) for a in said if a.source] == ["few"]


def test_an_adjective_names_whose_argument_it_is() -> None:
    (said,) = parsed_article("The Republican argument against the bill is weak.").attributions
    assert said.source is not None
    assert said.source.kind == "unnamed_collective"


def test_a_ruling_may_come_before_who_rules() -> None:
    text = "The man will remain in custody, a federal judge ruled Monday."
    (said,) = parsed_article(text).attributions
    assert [c.of(text) for c in said.content] == ["The man will remain in custody"]


def test_feelings_among_people_are_theirs() -> None:
    text = "The campaign was fueled by discontent with the party among many voters."
    (said,) = parsed_article(text).attributions
    assert said.source is not None
    assert said.source.span.of(text) == "many voters"


@pytest.mark.parametrize(
    "text",
    [
        "The crash was reported by noon.",
        "The vote was announced by Friday.",
        "Results will be reported by 9 p.m.",
        "It was confirmed by email.",
    ],
)
def test_when_and_how_are_no_source(text: str) -> None:
    assert [a.source for a in parsed_article(text).attributions if a.source] == []


def test_whom_somebody_confesses_to_is_not_what() -> None:
    assert parsed_article("Lee confessed to Amnesty International.").attributions == ()
    assert parsed_article("Lee confessed to the murder.").attributions != ()
