"""Each repair on a hand-built parse that has the fault, and on one that has not."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from attrib_lint.reader.repairs import repair

_VOCAB = spacy.blank("en").vocab


def parsed(rows: str) -> Doc:
    """A doc from "form/POS/head/label[/lemma[/tag]]" words; heads count from 0."""
    table = [row.split("/") for row in rows.split()]
    return Doc(
        _VOCAB,
        words=[r[0] for r in table],
        pos=[r[1] for r in table],
        heads=[int(r[2]) for r in table],
        deps=[r[3] for r in table],
        lemmas=[r[4] if len(r) > 4 else r[0].lower() for r in table],
        tags=[r[5] if len(r) > 5 else "" for r in table],
    )


def arc(doc: Doc, i: int) -> tuple[int, str]:
    return doc[i].head.i, doc[i].dep_


def test_two_adjacent_subjects_become_a_compound() -> None:
    doc = parsed(
        "A/DET/1/det Department/PROPN/3/nsubj official/NOUN/3/nsubj said/VERB/3/ROOT/say "
        "so/ADV/3/advmod"
    )
    repair(doc)
    assert arc(doc, 1) == (2, "compound")
    assert arc(doc, 0) == (2, "det")
    assert arc(doc, 2) == (3, "nsubj")


def test_an_article_before_the_first_subject_may_already_be_right() -> None:
    doc = parsed("A/DET/2/det Department/PROPN/3/nsubj official/NOUN/3/nsubj said/VERB/3/ROOT/say")
    repair(doc)
    assert arc(doc, 1) == (2, "compound")
    assert arc(doc, 0) == (2, "det")


def test_a_pronoun_subject_is_left_alone() -> None:
    doc = parsed("What/PRON/2/nsubj officials/NOUN/2/nsubj said/VERB/2/ROOT/say")
    repair(doc)
    assert arc(doc, 0) == (2, "nsubj")


def test_a_name_between_commas_is_an_apposition() -> None:
    doc = parsed(
        "chairman/NOUN/4/nsubj ,/PUNCT/4/punct Okoye/PROPN/4/nsubj ,/PUNCT/4/punct "
        "told/VERB/4/ROOT/tell reporters/NOUN/4/iobj"
    )
    repair(doc)
    assert arc(doc, 2) == (0, "appos")


def test_a_clause_after_an_interview_is_what_was_said() -> None:
    doc = parsed(
        "He/PRON/1/nsubj said/VERB/1/ROOT/say in/ADP/4/case an/DET/4/det interview/NOUN/1/obl "
        "that/SCONJ/7/mark rents/NOUN/7/nsubj fell/VERB/4/acl:relcl/fall"
    )
    repair(doc)
    assert arc(doc, 7) == (1, "ccomp")


def test_a_relative_clause_stays_with_its_interview() -> None:
    doc = parsed(
        "He/PRON/1/nsubj spoke/VERB/1/ROOT/say in/ADP/4/case an/DET/4/det interview/NOUN/1/obl "
        "that/PRON/6/nsubj aired/VERB/4/acl:relcl/air"
    )
    repair(doc)
    assert arc(doc, 6) == (4, "acl:relcl")


def test_a_quotation_is_joined_to_its_cue() -> None:
    doc = parsed(
        "We/PRON/1/nsubj go/VERB/1/ROOT ,/PUNCT/1/punct he/PRON/4/nsubj said/VERB/4/ROOT/say "
        "./PUNCT/4/punct"
    )
    assert len(list(doc.sents)) == 2
    repair(doc)
    assert len(list(doc.sents)) == 1
    assert arc(doc, 1) == (4, "ccomp")


def test_a_full_stop_keeps_two_sentences() -> None:
    doc = parsed(
        "We/PRON/1/nsubj go/VERB/1/ROOT ./PUNCT/1/punct he/PRON/4/nsubj said/VERB/4/ROOT/say"
    )
    repair(doc)
    assert len(list(doc.sents)) == 2


def test_an_opening_participle_is_no_content() -> None:
    doc = parsed(
        "Asked/VERB/3/ccomp/ask/VBN ,/PUNCT/0/punct she/PRON/3/nsubj said/VERB/3/ROOT/say "
        "rents/NOUN/5/nsubj fell/VERB/3/ccomp/fall/VBD"
    )
    repair(doc)
    assert arc(doc, 0) == (3, "advcl")


def test_a_participle_with_a_subject_is_content() -> None:
    doc = parsed(
        "Rents/NOUN/1/nsubj fallen/VERB/4/ccomp/fall/VBN ,/PUNCT/1/punct she/PRON/4/nsubj "
        "said/VERB/4/ROOT/say"
    )
    repair(doc)
    assert arc(doc, 1) == (4, "ccomp")


def test_a_name_right_after_a_noun_is_an_apposition() -> None:
    doc = parsed(
        "the/DET/1/det operator/NOUN/4/nsubj Yarra/PROPN/4/nsubj Trams/PROPN/2/flat "
        "said/VERB/4/ROOT/say"
    )
    repair(doc)
    assert arc(doc, 1) == (4, "nsubj")
    assert arc(doc, 2) == (1, "appos")


def test_a_noun_apart_from_the_name_is_left_alone() -> None:
    doc = parsed("trams/NOUN/3/nsubj which/PRON/3/obj Yarra/PROPN/3/nsubj runs/VERB/3/ROOT/run")
    repair(doc)
    assert arc(doc, 0) == (3, "nsubj")


def test_an_infinitive_read_as_an_adjective_becomes_a_verb() -> None:
    doc = parsed(
        "drug/NOUN/2/nsubj:pass is/AUX/2/aux:pass thought/VERB/2/ROOT/think "
        "to/PART/6/case/to/TO slow/ADJ/6/amod/slow/JJ memory/NOUN/6/compound loss/NOUN/2/xcomp"
    )
    repair(doc)
    assert [arc(doc, i) for i in (3, 4, 5, 6)] == [
        (4, "mark"),
        (2, "xcomp"),
        (6, "compound"),
        (4, "obj"),
    ]
    assert (doc[4].tag_, doc[4].pos_) == ("VB", "VERB")


def test_a_goal_after_to_is_left_alone() -> None:
    doc = parsed(
        "rents/NOUN/1/nsubj rose/VERB/1/ROOT/rise to/ADP/4/case/to/IN new/ADJ/4/amod/new/JJ "
        "heights/NOUN/1/obl"
    )
    repair(doc)
    assert arc(doc, 3) == (4, "amod")
