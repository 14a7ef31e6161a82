"""Is this source named, and is it a person, an organisation or an outlet?

One place decides, from name tags, proper-noun tags, titles, organisation words, an outlet list and
what the document has said before. "Unnamed" means people whom a reader could not find: an aide,
critics, 42 percent of those polled. Documents, institutions and pronouns for a named source are
not unnamed, though no name stands in the phrase.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct, field
from spacy.tokens import Doc, Span, Token

from attrib_lint.reader.lexicon import words

NameKind = Literal["person", "organisation", "outlet", "place", "document", "institution", "people"]
_KINDS: dict[str, NameKind] = {"PERSON": "person", "ORG": "organisation", "LOC": "place"}


class Naming(Struct, frozen=True):
    """`named`: a name stands for the source. `unnamed`: people whom no reader could find."""

    named: bool
    unnamed: bool
    kind: NameKind


class KnownNames(Struct):
    """Names that a document has given so far, for surnames and roles that come back."""

    people: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)

    def add(self, docs: Iterable[Doc]) -> KnownNames:
        """Take in the names of parsed blocks."""
        for doc in docs:
            for entity in doc.ents:
                if entity.label_ == "PERSON" and len(entity) > 1:
                    self.people.add(entity[-1].lower_)
                elif entity.label_ == "ORG":
                    self.organisations.add(entity.text.lower())
        return self


def is_named(span: Span, known: KnownNames | None = None) -> bool:
    """Whether a name stands for the source, here or (for a pronoun or role) before."""
    return naming_of(span, known).named


def naming_of(span: Span, known: KnownNames | None = None) -> Naming:
    """The decision for the whole noun phrase of a source."""
    known = known or KnownNames()
    return _naming(_head(span), span, known)


def _head(span: Span) -> Token:
    """The word that carries the phrase: its root, or what a partitive is about."""
    head = span.root
    counted = head.lower_ in words("unspecified")  # "many of whom" is about the many
    small = head.pos_ in ("ADP", "DET", "ADJ", "CCONJ") and not counted
    if small or head.is_punct or head.is_space:
        nominal = [t for t in span if t.pos_ in ("NOUN", "PROPN", "PRON")]
        head = nominal[-1 if head.pos_ in ("DET", "ADJ") else 0] if nominal else head
    if head.pos_ in ("VERB", "AUX"):  # a headline or a mistaken span: its subject
        subject = [t for t in head.children if t.dep_.startswith("nsubj") and t in span]
        head = subject[0] if subject else head
    inner = [t for t in head.children if t.dep_ == "nmod" and t in span and t.i > head.i]
    plural = inner and (inner[0].tag_ in ("NNS", "NNPS") or inner[0].lower_ in words("unspecified"))
    if head.lower_ in words("gathering") and plural and head.ent_type_ == "":
        return inner[0]
    return head


def _naming(head: Token, span: Span, known: KnownNames) -> Naming:
    low, lemma = head.lower_, head.lemma_.lower()
    if low in known.people:
        return Naming(True, False, "person")
    if head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$"):
        return _pronoun(head, span, known)
    if any(t.lower_ in ("i", "we") and t.head == head and t.dep_ == "conj" for t in span):
        return Naming(False, False, "person")
    if lemma in words("demonyms") and head.tag_ in ("NNS", "NNPS"):
        return Naming(False, True, "people")
    name = _name_at(head, span, known)
    if name:
        return name
    appositive = [t for t in span if t.dep_ in ("appos", "flat", "nmod:desc") and t.head == head]
    for token in appositive:
        name = _name_at(token, span, known)
        if name and name.kind == "person":
            return name
    if {low, lemma} & words("documents"):
        return Naming(_has_name(span), False, "document")
    if head.pos_ == "ADJ" and head.text[0].isupper():
        return Naming(True, False, "institution")  # "American commitments"
    plural = head.tag_ in ("NNS", "NNPS") or head.pos_ in ("NUM", "DET")
    if plural or {low, lemma} & words("unspecified"):
        both = any(t.lower_ == "both" and t.head == head for t in span)
        return Naming(both, not both, "people")
    if lemma in words("institutions"):
        return Naming(_has_name(span), False, "institution")
    return _single(head, span)


def _single(head: Token, span: Span) -> Naming:
    """One person by a role: "the judge" has been named, "an aide" and "his aide" have not."""
    marks = {t.lower_ for t in head.children if t.dep_ in ("det", "nummod") and t in span}
    definite = marks & {"the", "this", "that"}
    owned = any(t.dep_ == "nmod:poss" for t in head.children)
    bare_headline = not marks and not owned and head.is_sent_start
    beside = [t for t in span if t.dep_ in ("conj", "appos", "flat") and t.head == head]
    introduced = any(t.ent_type_ == "PERSON" for t in beside)
    unnamed = not definite and not bare_headline and not introduced
    return Naming(not unnamed, unnamed, "person")


def _pronoun(head: Token, span: Span, known: KnownNames) -> Naming:
    low = head.lower_
    if head.tag_ in ("WP", "WDT", "WP$") or low in ("who", "which", "whom"):
        clause = head
        while clause.dep_ not in ("acl:relcl", "ROOT") and clause.head != clause:
            clause = clause.head
        antecedent = clause.head
        if clause.dep_ == "acl:relcl" and antecedent != head and low != "which":
            return _naming(antecedent, head.doc[antecedent.left_edge.i : antecedent.i + 1], known)
        return Naming(False, low == "who", "people")
    if any(t.lower_ in words("unspecified") for t in span if t.dep_ != "nmod") and len(span) > 1:
        return Naming(False, True, "people")
    if low in words("first_and_second"):
        return Naming(False, False, "person")
    if low in ("he", "she", "him", "her", "his", "hers", "it", "its", "himself", "herself", "this"):
        return Naming(True, False, "person")
    if low in ("they", "them", "their", "these", "themselves"):
        return _they(head, known)
    return Naming(False, low in words("unspecified"), "people")


def _they(head: Token, known: KnownNames) -> Naming:
    """Plural pronouns: what the last plural noun before them in the block was."""
    for i in range(head.i - 1, -1, -1):
        token = head.doc[i]
        if token.tag_ in ("NNS", "NNPS") and token.dep_ in ("nsubj", "nsubj:pass", "ROOT"):
            subtree = head.doc[token.left_edge.i : token.i + 1]
            return _naming(token, subtree, known)
    return Naming(False, True, "people")


def _has_name(span: Span) -> bool:
    return any(t.ent_type_ in _KINDS or t.pos_ == "PROPN" for t in span)


def _name_at(token: Token, span: Span, known: KnownNames) -> Naming | None:
    """The naming by a name whose head is `token`, or None where it is a common noun."""
    low = token.lower_
    if token.ent_type_ == "MISC" and token.pos_ == "PROPN" and len(span) > 2:
        return Naming(True, False, "organisation")  # "Citizens for Tax Justice"
    if token.pos_ not in ("PROPN", "X") and token.ent_type_ not in _KINDS:
        return None
    if token.tag_ == "NNPS" and token.ent_type_ not in _KINDS:
        return None
    common = token.pos_ == "NOUN" and token.tag_ in ("NN", "NNS") and token.ent_iob_ != "B"
    if common and (low not in words("organisation_words") or not token.text[0].isupper()):
        return None
    alone = len(span) <= 2 and not any(t.ent_type_ == "PERSON" for t in span)
    if alone and low in words("titles"):
        return Naming(True, False, "person")  # "the President"
    if low in words("outlets") or (low in words("outlet_words") and token.text[0].isupper()):
        return Naming(True, False, "outlet")
    if low in words("organisation_words"):
        return Naming(True, False, "organisation")
    return Naming(True, False, _KINDS.get(token.ent_type_, "person"))
