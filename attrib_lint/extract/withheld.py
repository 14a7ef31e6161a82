"""Finds the clause that says why a source's name is withheld."""

from __future__ import annotations

from functools import cache

from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words


def withheld_reason(syntax: Syntax, head: int) -> str | None:
    """The clause of the source's sentence, or of the next, that speaks of anonymity; else None.

    "An aide, who asked not to be named because ..." and "The aide spoke on condition of anonymity".
    """
    number = syntax.sent[head]
    for n in (number, number + 1):
        if n >= len(syntax.sent_spans):
            break
        first, stop = syntax.sent_spans[n]
        sentence = " ".join(syntax.low[first:stop])
        phrase = next((p for p in _phrases() if p in sentence), None)
        if phrase is not None:
            return _clause(syntax, first, stop, phrase)
    return None


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(sorted(words("sources", "anonymity_reason")))


def _clause(syntax: Syntax, first: int, stop: int, phrase: str) -> str:
    """From the comma or relative word before the phrase to the end of its clause."""
    parts = phrase.split()
    at = next(
        (i for i in range(first, stop) if syntax.low[i : i + len(parts)] == parts),
        first,
    )
    begin = at
    while begin > first and syntax.low[begin - 1] not in (",", "—", "–", ";"):
        begin -= 1
    end = at + len(parts)
    while end < stop and syntax.low[end] not in (",", "—", "–", ";", "."):
        end += 1
    return syntax.span(begin, min(end, stop)).of(syntax.text)
