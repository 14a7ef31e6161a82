"""Named or not, on hand-built parses."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from attrib_lint.reader.names import KnownNames, naming_of

_VOCAB = spacy.blank("en").vocab


def phrase(rows: str) -> Doc:
    """A doc from "form/POS/tag/head/label/entity" words; the lemma is the form, singular."""
    table = [row.split("/") for row in rows.split()]
    return Doc(
        _VOCAB,
        words=[r[0] for r in table],
        pos=[r[1] for r in table],
        tags=[r[2] for r in table],
        heads=[int(r[3]) for r in table],
        deps=[r[4] for r in table],
        ents=[r[5] for r in table],
        lemmas=[r[0].lower().rstrip("s") if r[2] == "NNS" else r[0] for r in table],
    )


@pytest.mark.parametrize(
    ("rows", "named", "unnamed", "kind"),
    [
        ("Ann/PROPN/NNP/0/ROOT/B-PERSON Lee/PROPN/NNP/0/flat/I-PERSON", True, False, "person"),
        ("Reuters/PROPN/NNP/0/ROOT/B-ORG", True, False, "outlet"),
        ("the/DET/DT/1/det/O Senate/PROPN/NNP/1/ROOT/B-ORG", True, False, "organisation"),
        ("an/DET/DT/1/det/O aide/NOUN/NN/1/ROOT/O", False, True, "person"),
        ("the/DET/DT/1/det/O judge/NOUN/NN/1/ROOT/O", True, False, "person"),
        ("critics/NOUN/NNS/0/ROOT/O", False, True, "people"),
        ("Republicans/PROPN/NNPS/0/ROOT/O", False, True, "people"),
        ("some/DET/DT/0/ROOT/O", False, True, "people"),
        ("the/DET/DT/1/det/O report/NOUN/NN/1/ROOT/O", False, False, "document"),
        ("the/DET/DT/1/det/O government/NOUN/NN/1/ROOT/O", False, False, "institution"),
        ("she/PRON/PRP/0/ROOT/O", True, False, "person"),
        ("I/PRON/PRP/0/ROOT/O", False, False, "person"),
    ],
)
def test_phrases_are_named_or_not(rows: str, named: bool, unnamed: bool, kind: str) -> None:
    naming = naming_of(phrase(rows)[:])
    assert (naming.named, naming.unnamed) == (named, unnamed)
    if rows.split("/")[0] != "Republicans":
        assert naming.kind == kind


def test_an_owner_does_not_name_an_aide() -> None:
    doc = phrase("Lee/PROPN/NNP/2/nmod:poss/B-PERSON 's/PART/POS/0/case/O aide/NOUN/NN/2/ROOT/O")
    assert naming_of(doc[:]).unnamed


def test_who_stands_for_its_antecedent() -> None:
    doc = phrase("officials/NOUN/NNS/0/ROOT/O who/PRON/WP/2/nsubj/O agreed/VERB/VBD/0/acl:relcl/O")
    assert naming_of(doc[1:2]).unnamed


def test_many_of_whom_are_not_named() -> None:
    doc = phrase(
        "voters/NOUN/NNS/0/ROOT/O many/ADJ/JJ/4/nsubj/O of/ADP/IN/3/case/O "
        "whom/PRON/WP/1/nmod/O agree/VERB/VBP/0/acl:relcl/O"
    )
    assert naming_of(doc[1:4]).unnamed


def test_a_surname_seen_before_is_a_person() -> None:
    before = phrase("Ann/PROPN/NNP/0/ROOT/B-PERSON Lee/PROPN/NNP/0/flat/I-PERSON")
    known = KnownNames().add([before])
    assert naming_of(phrase("LEE/PROPN/NNP/0/ROOT/O")[:], known).kind == "person"
