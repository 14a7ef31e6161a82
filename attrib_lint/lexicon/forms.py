"""Which dictionary words an inflected form may belong to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from attrib_lint.lexicon import load

_VOWELS = frozenset("aeiou")


@cache
def irregular() -> dict[str, str]:
    """Irregular form -> dictionary form."""
    return dict(line.split() for line in load("irregular")["entries"])


@cache
def _doubling(which: str) -> frozenset[str]:
    """Verbs whose last letter doubles: "planned"; or `either` doubles or does not: "labelled"."""
    return frozenset(load("irregular")[which])


def verb_forms(lemmas: Iterable[str]) -> dict[str, str]:
    """Every inflected form of some verbs -> its dictionary form; of two that share one
    ("lambasted") the first in the alphabet."""
    wanted = set(lemmas)
    table = {form: lemma for lemma in sorted(wanted, reverse=True) for form in _regular(lemma)}
    forms = _irregular_forms()
    table.update((form, lemma) for lemma in wanted & forms.keys() for form in forms[lemma])
    return table


@cache
def _irregular_forms() -> dict[str, list[str]]:
    """Dictionary form -> its irregular forms."""
    forms: dict[str, list[str]] = {}
    for form, lemma in irregular().items():
        forms.setdefault(lemma, []).append(form)
    return forms


def noun_forms(lemmas: Iterable[str]) -> dict[str, str]:
    """Singular and plural of some nouns -> the singular; also where a plural is listed itself."""
    ordered = sorted(lemmas, reverse=True)
    return {form: lemma for lemma in ordered for form in (lemma, _with_s(lemma))}


@cache
def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")


@cache
def _regular(verb: str) -> tuple[str, ...]:
    forms = verb, _with_s(verb)
    if verb.endswith("ie"):
        return (*forms, verb + "d", verb[:-2] + "ying")
    if verb.endswith("e"):
        both = (verb + "ing",) if verb.endswith(("ee", "oe", "ye")) else ()
        return (*forms, verb + "d", verb[:-1] + "ing", *both)
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return (*forms, verb[:-1] + "ied", verb + "ing")
    either = verb in _doubling("either")
    stem = verb + verb[-1] if either or verb in _doubling("doubling") else verb
    single = (verb + "ed", verb + "ing") if either else ()
    return (*forms, stem + "ed", stem + "ing", *single)
