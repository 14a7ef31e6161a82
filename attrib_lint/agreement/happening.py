"""What happens at a date once: told by a verb, or named by a noun ("Sunday's attack")."""

from __future__ import annotations

import re
from functools import cache

from attrib_lint.agreement.place import Place
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import load, words

_NAMED = lazy_regex(r"[’']s((?:\s+[a-z-]+){1,2})\b")
_SAID_OF = lazy_regex(r"\bthe\s+$", re.IGNORECASE)
_PUT_OFF = lazy_regex(
    r"\b(?:adjourn|postpon|defer|reschedul)\w*\b[^.;]{0,20}\b(?:till|until|to|for)\s+(?:the\s+)?$"
    r"|\bput off\b[^.;]{0,20}\b(?:till|until|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TO_COME = lazy_regex(
    r"\b(?:will|is to|are to|due|set to|expected to|resumes?|continues?)\b[^.;]*$", re.IGNORECASE
)
_OCCUR = frozenset(["happen", "occur", "break", "strike", "hit", "take", "begin", "start", "erupt"])


def told_at(syntax: Syntax, place: Place, verb: int | None) -> frozenset[str]:
    """The happenings that the verb nearest to a date tells, or the noun that it is said of.

    A parse hangs many a date too high ("fighters raided the town on Friday, he said"): the last
    verb before the date counts as much as the one that governs it.
    """
    start = place.sentence[0]
    ahead = [i for i in range(start, place.first) if syntax.pos[i] == "VERB"]
    near = ahead[-1:] or ([verb] if verb is not None else [])
    found: set[str] = set()
    for i in near:
        found |= _of_verb(syntax.lemma[i])
        if syntax.lemma[i] in _OCCUR:
            for k in syntax.kids[i]:
                if syntax.full[k].startswith("nsubj"):
                    found |= named(syntax.low[k])
    return frozenset(found)


def is_put_off(before: str) -> bool:
    """Whether the words before a date put something off till then: "adjourned until"."""
    return _PUT_OFF.search(before) is not None


def is_to_come(before: str) -> bool:
    """Whether the words before a date tell what is yet to be: "will take the plea on"."""
    return _TO_COME.search(before) is not None


def named_at(before: str, after: str) -> frozenset[str]:
    """The happenings that the noun after a day names: "'s deadly attack", "the Sunday attack"."""
    found = _NAMED.match(after)
    if found is None and _SAID_OF.search(before) is not None:
        found = re.match(r"((?:\s+[a-z-]+){1,2})\b", after)
    near = found.group(1).split() if found is not None else []
    return next((kinds for word in near if (kinds := named(word))), frozenset())


@cache
def named(noun: str) -> frozenset[str]:
    """The happenings that a noun in the singular names."""
    return frozenset(
        key.removeprefix("once.")
        for key, entries in load("measured_events").items()
        if key.startswith("once.") and noun in entries
    )


def appoints(verb: str | None) -> bool:
    """Whether a verb gives the day of what is to be: pencilled in, set, held."""
    listed = words("measured_events", "appointing.verbs")
    return verb is not None and (verb in listed or _undoubled(verb) in listed)


def _undoubled(lemma: str) -> str:
    """ "Robb" is no verb, nor "pencill"."""
    return lemma[:-1] if lemma[-2:-1] == lemma[-1:] else lemma


@cache
def _of_verb(lemma: str) -> frozenset[str]:
    single = _undoubled(lemma)
    return frozenset(
        key.removeprefix("once_told.")
        for key, entries in load("measured_events").items()
        if key.startswith("once_told.") and (lemma in entries or single in entries)
    )


def begins(verb: str | None) -> bool:
    """Whether a verb tells what befalls a thing one time only: founded, built, opened, born."""
    return verb in words("measured_events", "origin.verbs")
