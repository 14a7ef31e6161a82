"""Reads a source's noun phrase: where it begins and ends, who it is, what the reader is told."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from attrib_lint.extract.phrase_bounds import phrase_bounds
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import load, words
from attrib_lint.lexicon.forms import noun_forms

_DEFINITE = frozenset(("the", "that", "this", "these", "those", "its", "his", "her", "their"))
_COMPARED = frozenset(("more", "fewer", "less"))  # "more than half of voters"
_FRACTIONS = frozenset(
    ("half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth")
)


class Phrase(Struct, frozen=True):
    """A source phrase of one block: tokens first .. stop - 1 around its head.

    `noun` is the head's dictionary form; `definite` where it points back ("the official").
    """

    first: int
    stop: int
    head: int
    noun: str
    plural: bool
    definite: bool
    count: int | None
    description: str | None


@cache
def _nouns() -> dict[str, str]:
    return {
        "people": "person",
        "media": "medium",
        "data": "data",
        **noun_forms(words("sources", "roles", "bare", "documents", "institutions")),
        "men": "man",
        "women": "woman",
        "children": "child",
        "wives": "wife",
        "spokesmen": "spokesman",
        "spokeswomen": "spokeswoman",
        "lawmen": "lawman",
        "studies": "study",
        "analyses": "analysis",
    }


def read_phrase(syntax: Syntax, head: int, cue: int) -> Phrase:
    """The phrase around a source's head, without the cue and what hangs on it."""
    first, stop = phrase_bounds(syntax, head, cue)
    noun = noun_of(syntax, head)
    low = syntax.low[first]
    plural = _is_plural(syntax, head)
    return Phrase(
        first,
        stop,
        head,
        noun,
        plural,
        low in _DEFINITE or low == "both" or _is_owned(syntax, head),
        _count(syntax, first, stop, head, plural),
        _description(syntax, first, stop, head),
    )


def _is_owned(syntax: Syntax, head: int) -> bool:
    """Whether somebody's name owns it: "Mr. Lee's spokesman" is one that is known."""
    return any(syntax.full[k] == "nmod:poss" and k < head for k in syntax.kids[head])


def noun_of(syntax: Syntax, head: int) -> str:
    """What a source is called, in the singular; of "one of the sources" it is "source"."""
    whole = whole_of(syntax, head)
    return singular_of(syntax, head if whole is None else whole)


def whole_of(syntax: Syntax, head: int) -> int | None:
    """What a part is taken from: "voters" in "a lot of voters"; None where the head is no part."""
    if syntax.low[head] in _COMPARED:
        return next((k for k in syntax.kids_of(head, "obl", "nmod") if k > head), None)
    if syntax.low[head] in words("sources", "parts") or syntax.pos[head] in ("NUM", "SYM"):
        for k in syntax.kids_of(head, "nmod", "obl"):
            cases = {syntax.low[c] for c in syntax.kids_of(k, "case")}
            if k > head and "of" in cases and syntax.pos[k] in ("NOUN", "PROPN", "PRON"):
                return k
    return None


def singular_of(syntax: Syntax, i: int) -> str:
    """The dictionary form of a noun."""
    low = syntax.low[i]
    if low.endswith("men") and low not in ("men", "women", "specimen", "regimen", "amen"):
        return low[:-2] + "an"
    found = _nouns().get(low)
    if found is None and syntax.tag[i] in ("NNS", "NNPS") and low.endswith("s"):
        return low[:-3] + "y" if low.endswith("ies") else low[:-1]
    return found or syntax.lemma[i]


def _is_plural(syntax: Syntax, head: int) -> bool:
    if syntax.low[head] in (
        "they",
        "we",
        "them",
        "their",
        "our",
        "people",
        "police",
        "those",
        "others",
    ):
        return True
    if syntax.low[head] in ("some", "many", "most", "several", "few", "both", "all"):
        return True
    if any(syntax.dep[k] == "conj" for k in syntax.kids[head]):
        return True
    whole = whole_of(syntax, head)
    if whole is not None and syntax.low[head] not in ("one", "each", "none"):
        return _is_plural(syntax, whole)
    return syntax.tag[head] in ("NNS", "NNPS")


def _count(syntax: Syntax, first: int, stop: int, head: int, plural: bool) -> int | None:
    """The stated number of people; else 1, or None for an unknown plural."""
    if syntax.low[head] == "both":
        return 2
    if syntax.low[head] in _FRACTIONS:
        return None
    for i in range(first, head + 1):
        word = syntax.low[i]
        if word in ("dozen", "dozens", "hundreds", "thousands", "percent", "%"):
            return None
        if syntax.pos[i] == "NUM" or word in _number_words():
            if syntax.low[i + 1 : i + 2] == ["-"]:
                continue  # "the 57-year-old scientist"
            if word == "one" and i < head and plural and "of" in syntax.low[i:head]:
                return 1
            if word.isdecimal():
                return int(word) if len(word) < 7 else None
            if word in _number_words():
                return _number_words().index(word)
        if word == "both":
            return 2
        if word == "couple" and i < head:
            return 2
    conj = [k for k in syntax.kids[head] if syntax.dep[k] == "conj" and k < stop]
    if conj and syntax.tag[head] in ("NN", "NNP"):
        return 1 + len(conj)
    return None if plural else 1


@cache
def _number_words() -> tuple[str, ...]:
    return load("sources")["numbers"]


def _description(syntax: Syntax, first: int, stop: int, head: int) -> str | None:
    """What tells the reader about the source: what follows the noun, else what qualifies it."""
    begin = head + 1
    while begin < stop and (syntax.dep[begin] == "flat" or syntax.pos[begin] == "PROPN"):
        begin += 1
    tail = list(range(begin, stop))
    if tail and any(syntax.pos[t] not in ("PUNCT",) for t in tail):
        return syntax.span(tail[0], stop).of(syntax.text).strip(" ,")
    if syntax.pos[head] == "PROPN":
        return None
    dull = words("sources", "veracity")
    told = [
        t
        for t in range(first, head)
        if syntax.pos[t] not in ("DET", "NUM", "PUNCT", "PRON", "PART")
        and syntax.low[t] not in dull
        and syntax.dep[t] not in ("case", "flat")
        and not (syntax.pos[head] == "PROPN" and syntax.pos[t] == "PROPN")
    ]
    return syntax.span(told[0], head).of(syntax.text) if told else None


def is_pronoun(low: str) -> bool:
    """Whether a word points back to somebody named before it."""
    return low in words("sources", "pronouns")
