"""Whose share a figure is: "9% among women", "a third of Danes", "in Ohio 52%".

A poll gives one answer for many groups of people. Shares of two groups are two facts, and so are a
group's share and that of everybody asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrib_lint.agreement.people_of import DAY_STEMS
from attrib_lint.agreement.place import Place
from attrib_lint.agreement.stems import is_content, stem
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.extract.measured import singular
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from attrib_lint.agreement.mention import Mention

_AMONG = frozenset(("among", "amongst"))
_WHERE = frozenset(("in", "across", "throughout"))
_SHARES = frozenset(("%", "fraction"))
_DATES = DAY_STEMS | {stem("march"), stem("may")}
_WORD = lazy_regex(r"[a-z]+")
_LONGEST = 8  # words of a phrase that names a group
_CLOSING = frozenset((",", ";", ":", ".", "(", ")", "—", "–", "!", "?"))


def asked_at(place: Place, unit: str) -> frozenset[str]:
    """The stems that name whose share a figure is, empty where nothing tells or it is no share.

    What stands at the figure comes first, then the last "among" or place ahead of it, then whoever
    is the subject or has the sentence's other shares.
    """
    if unit not in _SHARES:
        return frozenset()
    syntax, (start, end) = place.syntax, place.sentence
    low = syntax.low
    if low[place.stop : place.stop + 1] and low[place.stop] in (*_AMONG, "of", *_WHERE):
        own = _named(syntax, place.stop, end)
        if own:
            return own
    ahead = range(place.first - 1, start - 1, -1)
    behind = range(place.stop, _clause_end(syntax, place.stop, end))
    for cues in (_AMONG, _WHERE):
        for i in (*ahead, *behind):
            if low[i] in cues and (group := _named(syntax, i, end)):
                return group
    for i in ahead:
        if syntax.full[i].startswith("nsubj") and _are_people(syntax, i):
            return _stems(syntax, _within(syntax, i, start, place.first))
    for i in ahead:
        if low[i] == "of" and i > start and _is_share(low[i - 1]):
            return _named(syntax, i, end)
    return frozenset()


def asked_apart(a: Mention, b: Mention) -> bool:
    """Whether two shares are of different people, or of a poll's whole and a group in it."""
    one, other = _group(a, b), _group(b, a)
    if one and other:
        return not one & other
    if not (one or other) or a.headline != b.headline:
        return False
    return a.polled or not _AMONG.isdisjoint((*a.text_of.split(), *b.text_of.split()))


def _group(a: Mention, b: Mention) -> frozenset[str]:
    """Whose share one is, what is counted in both and everybody asked left out."""
    shared = {stem(noun) for noun in a.nouns & b.nouns}
    return a.asked - shared - _everybody()


def _everybody() -> frozenset[str]:
    return frozenset(stem(word) for word in words("measured_events", "poll.everybody"))


def tells_of_poll(text: str) -> bool:
    """Whether an article gives what a poll found."""
    told = words("measured_events", "poll.words")
    return any(word in told for word in _WORD.findall(text.lower()))


def _is_share(word: str) -> bool:
    units = words("units", "percent.words") | words("measured_events", "poll.shares")
    return word in units


def _named(syntax: Syntax, cue: int, end: int) -> frozenset[str]:
    """What follows "among" or "of", or the name that follows "in"."""
    last = min(cue + 1 + _LONGEST, _clause_end(syntax, cue + 1, end))
    phrase = []
    for i in range(cue + 1, last):
        if syntax.pos[i] in ("VERB", "AUX", "NUM") or syntax.low[i] in _WHERE | {"who", "that"}:
            break
        phrase.append(i)
    if syntax.low[cue] in _WHERE:
        phrase = [i for i in phrase if syntax.pos[i] == "PROPN"]
    elif syntax.low[cue] == "of" and not any(_are_people(syntax, i) for i in phrase):
        return frozenset()
    return _stems(syntax, phrase)


def _clause_end(syntax: Syntax, start: int, end: int) -> int:
    return next((i for i in range(start, end) if syntax.low[i] in _CLOSING), end)


def _are_people(syntax: Syntax, i: int) -> bool:
    """Whether a word names people: "voters", or a plural name as "Republicans", "Danes"."""
    if syntax.pos[i] == "NOUN":
        noun = singular(syntax.words[i])
        return noun in words("measured_events", "population.words") or syntax.words[i][0].isupper()
    return syntax.pos[i] == "PROPN" and syntax.low[i].endswith("s")


def _within(syntax: Syntax, head: int, start: int, end: int) -> Iterable[int]:
    return (i for i in syntax.subtree(head) if start <= i < end)


def _stems(syntax: Syntax, tokens: Iterable[int]) -> frozenset[str]:
    return frozenset(stem(syntax.words[i]) for i in tokens if is_content(syntax.words[i])) - _DATES
