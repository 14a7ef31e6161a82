"""Small, certain corrections of the parse, each for one construction of reported speech."""

from __future__ import annotations

from collections import Counter, defaultdict
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


class Labelled:
    """The tokens of a doc by label, found without making a Token of every one."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._double: list[tuple[Token, Token]] | None = None
        self._places: defaultdict[int, list[int]] = defaultdict(list)
        for i, label in enumerate(doc.to_array(DEP).tolist()):
            self._places[label].append(i)

    def __call__(self, *labels: str) -> list[Token]:
        """The tokens that have one of these labels, in order."""
        strings = self._doc.vocab.strings
        places = [i for label in labels for i in self._places.get(strings[label], ())]
        return [self._doc[i] for i in sorted(places)]

    def double_subjects(self) -> list[tuple[Token, Token]]:
        """Two nominal subjects of one verb, both before it."""
        if self._double is None:
            self._double = list(self._find_double_subjects())
        return self._double

    def _find_double_subjects(self) -> Iterator[tuple[Token, Token]]:
        found = self("nsubj", "nsubj:pass")
        heads = Counter(word.head.i for word in found if word.i < word.head.i)
        for i in sorted(i for i, count in heads.items() if count > 1):
            verb = self._doc[i]
            if verb.pos_ in ("VERB", "AUX"):
                before = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubj:pass")]
                yield from (p for p in pairwise(before) if p[0].pos_ in ("NOUN", "PROPN"))


def repair(doc: Doc) -> None:
    """Apply every repair in place."""
    labelled = Labelled(doc)
    for find in REPAIRS:
        edits = list(find(doc, labelled))
        if edits:
            _apply(doc, edits)
            labelled = Labelled(doc)


def _apply(doc: Doc, edits: list[Edit]) -> None:
    table: Any = doc.to_array([HEAD, DEP])
    for token, head, label in edits:
        table[token.i, 0] = np.int64(head.i - token.i).astype(np.uint64)
        table[token.i, 1] = doc.vocab.strings.add(label)
    doc.from_array([HEAD, DEP], table)


def adjacent_subjects(doc: Doc, labelled: Labelled) -> Iterator[Edit]:
    """ "a [Security Department] [official] said": two subjects side by side are one compound."""
    for first, second in labelled.double_subjects():
        adjacent = first.i + 1 == second.i and first.pos_ == "PROPN"
        if adjacent and second.pos_ in ("NOUN", "PROPN"):
            yield first, second, "compound"
            for child in first.children:
                if child.dep_ == "det" and child.i < first.i:
                    yield child, second, "det"


def hyphenated_subjects(doc: Doc, labelled: Labelled) -> Iterator[Edit]:
    """ "one [team]-[mate] said": two subjects with nothing but a hyphen between are one word."""
    for first, second in labelled.double_subjects():
        if first.i + 2 != second.i or doc[first.i + 1].tag_ != "HYPH":
            continue
        if not first.whitespace_ and not doc[first.i + 1].whitespace_:
            yield first, second, "compound"
            for child in first.children:
                if child.i < first.i:
                    yield child, second, child.dep_


def apposed_subjects(doc: Doc, labelled: Labelled) -> Iterator[Edit]:
    """ "the chairman, Peter Okoye, told": a name between commas is no second subject."""
    for first, second in labelled.double_subjects():
        between = [t for t in doc[first.i + 1 : second.i] if t.head not in (first, second)]
        before = doc[second.left_edge.i - 1] if second.left_edge.i else second
        comma = "," in (before.text, second.left_edge.text)
        named = second.pos_ == "PROPN" and first.pos_ == "NOUN"
        if named and comma and all(t.text == "," for t in between):
            yield second, first, "appos"


def described_subjects(doc: Doc, labelled: Labelled) -> Iterator[Edit]:
    """ "the operator [Yarra Trams] said": a name right after a noun is no second subject."""
    for first, second in labelled.double_subjects():
        adjacent = first.i + 1 == second.left_edge.i
        if adjacent and first.pos_ == "NOUN" and second.pos_ == "PROPN":
            yield second, first, "appos"


def infinitive_read_as_noun(doc: Doc, labelled: Labelled) -> Iterator[Edit]:
    """ "is thought to slow memory loss": after "to" a verb's complement is a verb.

    Writes the tag of the verb as well.
    """
    for noun in labelled("xcomp"):
        marker = next((c for c in noun.lefts if c.dep_ == "case" and c.tag_ == "TO"), None)
        if marker is None or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        verb: Any = doc[marker.i + 1]  # the stubs lack set_morph
        if verb.head == noun and verb.dep_ in ("amod", "compound") and verb.is_lower:
            verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
            verb.set_morph("VerbForm=Inf")
            yield verb, noun.head, "xcomp"
            yield noun, verb, "obj"
            yield marker, verb, "mark"


def clause_after_setting(doc: Doc, labelled: Labelled) -> Iterator[Edit]:
    """ "said in an interview that rents fell": the clause is what was said, not the interview's."""
    for token in labelled("acl", "acl:relcl"):
        if token.head.lemma_.lower() not in words("settings"):
            continue
        marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.lefts)
        verb = token.head.head
        if not marked or verb.lemma_.lower() not in words("saying") or token.head.dep_ != "obl":
            continue
        if not any(c.dep_ in _OBJECTS for c in verb.children):
            yield token, verb, "ccomp"


def split_quotation(doc: Doc, labelled: Labelled) -> Iterator[Edit]:
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


def opening_participle(doc: Doc, labelled: Labelled) -> Iterator[Edit]:
    """ "Asked about it, he said that ...": the participle is a circumstance, not what was said."""
    for token in labelled("ccomp"):
        if token.tag_ not in ("VBN", "VBG") or token.i > token.head.i:
            continue
        own = any(c.dep_.startswith("nsubj") or c.is_quote for c in token.children)
        content = any(c.dep_ == "ccomp" for c in token.head.rights)
        if token.left_edge.is_sent_start and content and not own:
            yield token, token.head, "advcl"


REPAIRS: tuple[Callable[[Doc, Labelled], Iterator[Edit]], ...] = (
    adjacent_subjects,
    hyphenated_subjects,
    apposed_subjects,
    described_subjects,
    infinitive_read_as_noun,
    clause_after_setting,
    split_quotation,
    opening_participle,
)
