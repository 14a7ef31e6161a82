"""Tells subjects that can speak from things: "the pressure threatens", "trade offers benefits"."""

from __future__ import annotations

from functools import cache

from attrib_lint.extract.sources import noun_of
from attrib_lint.extract.subjects import Subject, antecedent_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_THINGS = frozenset(
    ("it", "that", "this", "these", "there", "what", "which", "something", "nothing")
)
_HUMAN = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "men",
    "woman",
    "women",
    "ee",
    "ant",
    "ent",
    "crat",
    "mate",
)


def is_somebody(syntax: Syntax, subject: Subject | None) -> bool:
    """Whether a subject is a person, a body of people or a paper; unknown nouns are things."""
    if subject is None:
        return False
    head = subject.head
    antecedent = antecedent_of(syntax, head)
    if antecedent is not None:
        head = antecedent
    if syntax.pos[head] == "PRON":
        return syntax.low[head] not in _THINGS
    if syntax.pos[head] != "NOUN":
        return True
    noun = noun_of(syntax, head)
    if noun in _speakers() or syntax.low[head] in _speakers():
        return True
    return noun.endswith(_HUMAN) and noun not in words("sources", "things")


@cache
def _speakers() -> frozenset[str]:
    lists = (
        "roles",
        "bare",
        "people",
        "collectives",
        "groups",
        "institutions",
        "documents",
        "parts",
    )
    return words("sources", *lists, "offices")
