"""Tells acts from speech where a verb means both: "attacked a convoy", "attacked the plan"."""

from __future__ import annotations

from functools import cache

from attrib_lint.extract.sources import noun_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import load, words

_PERSONS = frozenset(("me", "us", "him", "her", "them", "you"))
_PEOPLE = ("roles", "people", "bare", "groups")


def is_given(syntax: Syntax, i: int, lemma: str) -> bool:
    """Whether a verb gives or keeps something: "denied the team a goal"."""
    return lemma in words("acts", "given") and syntax.first_kid(i, "iobj") is not None


def is_act(
    syntax: Syntax,
    lemma: str,
    subject: int | None,
    obj: int | None,
    given: bool = False,
    *,
    either: bool = False,
) -> bool:
    """Whether who does it, or what it is done to, shows that nothing is said.

    `either` is whether the object hangs on a preposition, where classes of what is said
    ("issued | a warning") do not apply.
    """
    classes = _classes().get(lemma)
    if classes is None:
        return False
    if given:
        return True
    if subject is not None and _falls_in(syntax, subject, classes["subjects"]):
        return True
    if obj is None:
        return False
    if classes["only"] and not either and syntax.pos[obj] == "NOUN":
        return not _falls_in(syntax, obj, classes["only"])
    return _falls_in(syntax, obj, classes["objects"])


def _falls_in(syntax: Syntax, i: int, classes: frozenset[str]) -> bool:
    if not classes:
        return False
    if "@pronouns" in classes and syntax.low[i] in _PERSONS:
        return True
    if "@named" in classes and syntax.ent[i] in ("PERSON", "PER"):
        return True
    bodies = "@bodies" in classes
    if bodies and (
        syntax.ent[i] == "ORG" or noun_of(syntax, i) in words("sources", "institutions")
    ):
        return True
    if syntax.pos[i] != "NOUN":
        return False
    noun = noun_of(syntax, i)
    if noun in classes or syntax.low[i] in classes:
        return True
    return "@people" in classes and (noun in _people() or syntax.low[i] in _people())


@cache
def _people() -> frozenset[str]:
    return words("sources", *_PEOPLE)


@cache
def _classes() -> dict[str, dict[str, frozenset[str]]]:
    """For each verb the words of its classes: `subjects`, `objects` and `only`."""
    lists = load("acts")
    verbs = {key.partition(".")[0] for key in lists if "." in key} - {"classes"}
    return {
        verb: {
            part: frozenset(
                word
                for name in lists.get(f"{verb}.{part}", ())
                for word in lists[f"classes.{name}"]
            )
            for part in ("subjects", "objects", "only")
        }
        for verb in verbs
    }
