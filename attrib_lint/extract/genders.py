"""Tells women from men where titles, nouns or given names do."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from attrib_lint.lexicon import words

_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))


def gender_of(nouns: Set[str]) -> str:
    """ "f" or "m" where titles, nouns or a given name tell; else ""."""
    women, men = _genders()
    if nouns & women:
        return "f"
    return "m" if nouns & men else ""


def gender_of_pronoun(low: str) -> str:
    """ "f" for "she", "m" for "he", else ""."""
    return "m" if low in _HE else "f" if low in _SHE else ""


@cache
def _genders() -> tuple[frozenset[str], frozenset[str]]:
    return (
        words("names", "female", "female_given"),
        words("names", "male")
        | (words("names", "given") - words("names", "female_given", "either_given")),
    )
