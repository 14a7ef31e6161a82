"""Small, certain corrections of the parse, each for one construction of reported speech."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc, Span, Token

from attrib_lint.reader.lexicon import words

Edit = tuple[Token, Token, str]
"""A token, its new head (itself: a root) and its new label."""

_OBJECTS = frozenset(("ccomp", "obj", "xcomp"))


def repair(doc: Doc) -> None:
    """Apply every repair in place."""
    for find in REPAIRS:
        edits = list(find(doc))
        if edits:
            _apply(doc, edits)


def _apply(doc: Doc, edits: list[Edit]) -> None:
    table: Any = doc.to_array([HEAD, DEP])
    for token, head, label in edits:
        table[token.i, 0] = np.int64(head.i - token.i).astype(np.uint64)
        table[token.i, 1] = doc.vocab.strings.add(label)
    doc.from_array([HEAD, DEP], table)


def _labelled(doc: Doc, *labels: str) -> list[Token]:
    """The tokens with one of these labels, found without looking at every token in Python."""
    strings = doc.vocab.strings
    wanted = np.asarray([strings[label] for label in labels], np.uint64)
    return [doc[i] for i in np.flatnonzero(np.isin(doc.to_array(DEP), wanted)).tolist()]


def adjacent_subjects(doc: Doc) -> Iterator[Edit]:
    """ "a [Security Department] [official] said": two subjects side by side are one compound."""
    for first, second in _double_subjects(doc):
        adjacent = first.i + 1 == second.i and first.pos_ == "PROPN"
        if adjacent and second.pos_ in ("NOUN", "PROPN"):
            yield first, second, "compound"
            for child in first.children:
                if child.dep_ == "det" and child.i < first.i:
                    yield child, second, "det"


def apposed_subjects(doc: Doc) -> Iterator[Edit]:
    """ "the chairman, Peter Okoye, told": a name between commas is no second subject."""
    for first, second in _double_subjects(doc):
        between = [t for t in doc[first.i + 1 : second.i] if t.head not in (first, second)]
        before = doc[second.left_edge.i - 1] if second.left_edge.i else second
        comma = "," in (before.text, second.left_edge.text)
        named = second.pos_ == "PROPN" and first.pos_ == "NOUN"
        if named and comma and all(t.text == "," for t in between):
            yield second, first, "appos"


def described_subjects(doc: Doc) -> Iterator[Edit]:
    """ "the operator [Yarra Trams] said": a name right after a noun is no second subject."""
    for first, second in _double_subjects(doc):
        adjacent = first.i + 1 == second.left_edge.i
        if adjacent and first.pos_ == "NOUN" and second.pos_ == "PROPN":
            yield second, first, "appos"


def infinitive_read_as_noun(doc: Doc) -> Iterator[Edit]:
    """ "is thought to slow memory loss": after "to" a verb's complement is a verb.

    Writes the tag of the verb as well.
    """
    for marker in _labelled(doc, "case"):
        noun = marker.head
        if marker.tag_ != "TO" or noun.dep_ != "xcomp" or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        verb: Any = doc[marker.i + 1]  # the stubs lack set_morph
        if verb.head == noun and verb.dep_ in ("amod", "compound") and verb.is_lower:
            verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
            verb.set_morph("VerbForm=Inf")
            yield verb, noun.head, "xcomp"
            yield noun, verb, "obj"
            yield marker, verb, "mark"


def _double_subjects(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Two nominal subjects of one verb, both before it."""
    words = _labelled(doc, "nsubj", "nsubj:pass")
    heads = Counter(word.head.i for word in words if word.i < word.head.i)
    for i in sorted(i for i, count in heads.items() if count > 1):
        token = doc[i]
        if token.pos_ not in ("VERB", "AUX"):
            continue
        subjects = [c for c in token.lefts if c.dep_ in ("nsubj", "nsubj:pass")]
        for first, second in pairwise(subjects):
            if first.pos_ in ("NOUN", "PROPN"):
                yield first, second


def clause_after_setting(doc: Doc) -> Iterator[Edit]:
    """ "said in an interview that rents fell": the clause is what was said, not the interview's."""
    for token in _labelled(doc, "acl", "acl:relcl"):
        if token.head.lemma_.lower() not in words("settings"):
            continue
        marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.lefts)
        verb = token.head.head
        if not marked or verb.lemma_.lower() not in words("saying") or token.head.dep_ != "obl":
            continue
        if not any(c.dep_ in _OBJECTS for c in verb.children):
            yield token, verb, "ccomp"


def split_quotation(doc: Doc) -> Iterator[Edit]:
    """'"We will go," | he said.': a sentence never ends in a comma before its cue."""
    sentences: list[Span] = list(doc.sents)
    for left, right in pairwise(sentences):
        visible = [t for t in left if not t.is_space and not t.is_quote]
        if not visible or visible[-1].text != ",":
            continue
        cue = right.root
        subject = [c for c in cue.children if c.dep_ == "nsubj"]
        full = any(c.dep_ in _OBJECTS for c in cue.children)
        if subject and not full and cue.lemma_.lower() in words("saying"):
            yield left.root, cue, "ccomp"


def opening_participle(doc: Doc) -> Iterator[Edit]:
    """ "Asked about it, he said that ...": the participle is a circumstance, not what was said."""
    for token in _labelled(doc, "ccomp"):
        if token.tag_ not in ("VBN", "VBG") or token.i > token.head.i:
            continue
        own = any(c.dep_.startswith("nsubj") or c.is_quote for c in token.children)
        content = any(c.dep_ == "ccomp" for c in token.head.rights)
        if token.left_edge.is_sent_start and content and not own:
            yield token, token.head, "advcl"


REPAIRS: tuple[Callable[[Doc], Iterator[Edit]], ...] = (
    adjacent_subjects,
    apposed_subjects,
    described_subjects,
    infinitive_read_as_noun,
    clause_after_setting,
    split_quotation,
    opening_participle,
)
