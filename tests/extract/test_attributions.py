"""Who says what, by which words."""

from __future__ import annotations

from tests.extract.built import article_of, build, read


def test_verb_with_a_clause_is_a_cue() -> None:
    doc = build(
        "The DET DT det 1",
        "mayor NOUN NN nsubj 2",
        "said VERB VBD ROOT 2 say",
        "rents NOUN NNS nsubj 4 rent",
        "rose VERB VBD ccomp 2 rise",
        ". PUNCT . punct 2",
    )
    assert read(article_of(doc)) == [("The mayor", "said", ["rents rose"])]


def test_verb_of_an_action_is_no_cue() -> None:
    doc = build(
        "The DET DT det 1",
        "storm NOUN NN nsubj 2",
        "claimed VERB VBD ROOT 2 claim",
        "three NUM CD nummod 4",
        "lives NOUN NNS obj 2 life",
        ". PUNCT . punct 2",
    )
    assert read(article_of(doc)) == []


def test_inverted_source_keeps_its_description() -> None:
    doc = build(
        "Rents NOUN NNS nsubj 1 rent",
        "rose VERB VBD ccomp 3 rise",
        ", PUNCT , punct 1",
        "said VERB VBD ROOT 3 say",
        "a DET DT det 5",
        "person NOUN NN nsubj 3",
        "familiar ADJ JJ amod 5",
        "with ADP IN case 9",
        "the DET DT det 9",
        "matter NOUN NN obl 6",
        ". PUNCT . punct 3",
    )
    article = article_of(doc)
    assert read(article) == [("a person familiar with the matter", "said", ["Rents rose"])]
    source = article.sources[0]
    assert (source.kind, source.count, source.description) == (
        "unnamed_person",
        1,
        "familiar with the matter",
    )


def test_according_to_credits_the_clause_around_it() -> None:
    doc = build(
        "Rents NOUN NNS nsubj 1 rent",
        "rose VERB VBD ROOT 1 rise",
        ", PUNCT , punct 1",
        "according VERB VBG case 5 accord",
        "to ADP IN fixed 3",
        "officials NOUN NNS obl 1 official",
        ". PUNCT . punct 1",
    )
    assert read(article_of(doc)) == [("officials", "according to", ["Rents rose"])]


def test_passive_without_an_agent_has_no_source() -> None:
    doc = build(
        "Lee PROPN NNP nsubj:pass 2",
        "is AUX VBZ aux:pass 2 be",
        "said VERB VBN ROOT 2 say",
        "to PART TO mark 4",
        "sell VERB VB xcomp 2",
        "shares NOUN NNS obj 4 share",
        ". PUNCT . punct 2",
    )
    article = article_of(doc)
    assert read(article) == [(None, "said", ["Lee", "to sell shares"])]
    assert article.attributions[0].cue.kind == "passive"


def test_told_names_its_agent_and_its_recipient() -> None:
    doc = build(
        "Reuters PROPN NNP nsubj:pass 2",
        "was AUX VBD aux:pass 2 be",
        "told VERB VBN ROOT 2 tell",
        "by ADP IN case 5",
        "a DET DT det 5",
        "source NOUN NN obl:agent 2",
        "that SCONJ IN mark 8",
        "talks NOUN NNS nsubj 8 talk",
        "failed VERB VBD ccomp 2 fail",
        ". PUNCT . punct 2",
    )
    article = article_of(doc)
    assert read(article) == [("a source", "told", ["that talks failed"])]
    recipient = article.attributions[0].recipient
    assert recipient is not None
    assert recipient.outlet


def test_adding_shares_the_source_and_ends_the_content() -> None:
    doc = build(
        "She PRON PRP nsubj 1",
        "said VERB VBD ROOT 1 say",
        "rents NOUN NNS nsubj 3 rent",
        "rose VERB VBD ccomp 1 rise",
        ", PUNCT , punct 5",
        "adding VERB VBG advcl 3 add",
        "that SCONJ IN mark 8",
        "nobody PRON NN nsubj 8",
        "left VERB VBD ccomp 5 leave",
        ". PUNCT . punct 1",
    )
    assert read(article_of(doc)) == [
        ("She", "said", ["rents rose"]),
        ("She", "adding", ["that nobody left"]),
    ]


def test_relative_pronoun_speaks_for_its_noun() -> None:
    doc = build(
        "Voters NOUN NNS nsubj 5 voter",
        "who PRON WP nsubj 2",
        "say VERB VBP acl:relcl 0",
        "rents NOUN NNS nsubj 4 rent",
        "rose VERB VBD ccomp 2 rise",
        "left VERB VBD ROOT 5 leave",
        ". PUNCT . punct 5",
    )
    article = article_of(doc)
    assert read(article) == [("who", "say", ["rents rose"])]
    assert article.sources[0].kind == "unnamed_collective"


def test_quotation_beside_a_cue_is_direct_speech() -> None:
    doc = build(
        "“ PUNCT `` punct 2",
        "We PRON PRP nsubj 2",
        "lost VERB VBD ccomp 6 lose",
        ", PUNCT , punct 2",
        "” PUNCT '' punct 2",
        "she PRON PRP nsubj 6",
        "said VERB VBD ROOT 6 say",
        ". PUNCT . punct 6",
    )
    article = article_of(doc)
    assert read(article) == [("she", "said", ["“We lost,”"])]
    assert article.attributions[0].mode == "direct"
    speaker = article.quotes[0].speaker
    assert speaker is not None
    assert speaker.span.of(article.text) == "she"


def test_paragraph_of_speech_without_a_cue_keeps_its_speaker() -> None:
    first = build(
        "“ PUNCT `` punct 2",
        "We PRON PRP nsubj 2",
        "lost VERB VBD ccomp 6 lose",
        ", PUNCT , punct 2",
        "” PUNCT '' punct 2",
        "she PRON PRP nsubj 6",
        "said VERB VBD ROOT 6 say",
        ". PUNCT . punct 6",
    )
    second = build(
        "“ PUNCT `` punct 2",
        "Nobody PRON NN nsubj 2",
        "came VERB VBD ROOT 2 come",
        ". PUNCT . punct 2",
        "” PUNCT '' punct 2",
    )
    article = article_of(first, second)
    assert read(article) == [("she", "said", ["“We lost,”", "“Nobody came.”"])]


def test_cue_inside_a_quotation_is_nested() -> None:
    doc = build(
        "“ PUNCT `` punct 2",
        "They PRON PRP nsubj 2",
        "knew VERB VBD ccomp 8 know",
        "it PRON PRP nsubj 4",
        "leaked VERB VBD ccomp 2 leak",
        ", PUNCT , punct 2",
        "” PUNCT '' punct 2",
        "she PRON PRP nsubj 8",
        "said VERB VBD ROOT 8 say",
        ". PUNCT . punct 8",
    )
    article = article_of(doc)
    assert [(a.cue.lemma, a.nested) for a in article.attributions] == [
        ("know", True),
        ("say", False),
    ]
    assert article.attributions[0].scope is None


def test_crossing_tree_ends_the_search() -> None:
    doc = build(
        "Aides NOUN NNS nsubj 4 aide",
        "close ADJ JJ amod 3",
        "said VERB VBD ROOT 2 say",
        "talks NOUN NNS nmod 0 talk",
        "failed VERB VBD ccomp 2 fail",
        ". PUNCT . punct 2",
    )
    assert len(article_of(doc).attributions) == 1
