"""Tells people who were counted from people who speak: "half of voters", "six in 10 said so"."""

from __future__ import annotations

from attrib_lint.extract.sources import Phrase
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import load, words

_ASKED = frozenset(("polled", "surveyed"))
_CROWD = 20  # more than speak one by one in a story


def is_share(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a source is a share or a number of people: what a count gives, and not a voice."""
    inside = range(phrase.first, phrase.stop)
    head = phrase.head
    if syntax.low[head] in words("sources", "shares"):
        return True
    if any(syntax.low[t] in _ASKED and t > head for t in inside):
        return True
    before = range(phrase.first, head + 1)
    if any(syntax.low[t] in ("%", "percent") for t in before):
        return True
    numbers = [t for t in before if _number(syntax, t) is not None]
    if any(_is_large(syntax, t) for t in numbers):
        return True
    return any(_is_ratio(syntax, t) for t in numbers[:1])


def _is_ratio(syntax: Syntax, t: int) -> bool:
    """ "Six | in 10", "two | out of three", "nine | of 10"; not "one of two aides"."""
    for joining, least in (("in",), 3), (("out", "of"), 3), (("of",), 10):
        after = t + 1 + len(joining)
        if tuple(syntax.low[t + 1 : after]) == joining and after < len(syntax):
            whole = _number(syntax, after)
            return whole is not None and whole >= least
    return False


_YEARS = range(1900, 2100)


def _is_large(syntax: Syntax, t: int) -> bool:
    number = _number(syntax, t)
    aged = syntax.low[t + 1 : t + 2] in (["-"], ["year"])
    year = number is not None and number in _YEARS and "," not in syntax.low[t]
    return number is not None and number >= _CROWD and not (aged or year)


def _number(syntax: Syntax, t: int) -> int | None:
    plain = syntax.low[t].replace(",", "")
    if plain.isdecimal() and len(plain) < 10:
        return int(plain)
    spelled = load("sources")["numbers"]
    return spelled.index(plain) if plain in spelled else None
