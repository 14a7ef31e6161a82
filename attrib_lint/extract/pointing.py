"""What words that point back show: how well an antecedent fits, which two are meant."""

from __future__ import annotations

from attrib_lint.core.facts import SourceKind
from attrib_lint.extract.sources import Phrase
from attrib_lint.extract.syntax import Syntax

REACH = 6
"""Sentences that a pronoun looks back."""


def fit_of_pronoun(
    distance: int, kind: SourceKind, known: str, many: bool, gender: str, plural: bool
) -> float:
    """How well an antecedent fits a pronoun; nearer is better, 0 is impossible."""
    if distance < 0 or distance > REACH:
        return 0.0
    if gender:
        human = kind in ("named_person", "unnamed_person", "role_named_elsewhere")
        if not human or many or (known and known != gender):
            return 0.0
        return 10.0 - distance + (1.0 if known == gender else 0.0)
    if plural:
        crowd = kind in ("unnamed_collective", "named_org_or_outlet") or many
        fits = crowd and kind != "document_or_study"
        return 8.0 - distance + (2.0 if many else 0.0) if fits else 0.0
    things = ("named_org_or_outlet", "document_or_study")
    return 9.0 - distance if kind in things and not many else 0.0


def is_pair(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a phrase points back to two: "both", "the two", "the two aides", "neither man"."""
    if syntax.low[phrase.first] in ("both", "neither", "either"):
        return True
    return phrase.definite and phrase.count == 2 and syntax.pos[phrase.head] in ("NUM", "NOUN")


def modifiers_of(syntax: Syntax, phrase: Phrase) -> set[str]:
    """The words before a post that tell which one: "Democratic presidential"."""
    before = range(phrase.first, phrase.head)
    found = {syntax.low[t] for t in before if syntax.pos[t] in ("ADJ", "NOUN", "PROPN")}
    return found | {word.removesuffix("ic") for word in found}
