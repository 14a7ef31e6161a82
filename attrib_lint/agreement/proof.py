"""What shows that two figures of one article state the same fact.

Two figures that merely resemble one another mostly belong to two facts: articles compare, list and
break down. So agreement has to be shown, slot by slot: what is measured, what happens, who takes
part, and whether the second figure points back to the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lint.agreement.headline_figures import sums_up
from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.same_fact import Likeness, shares_end
from attrib_lint.agreement.shared import Shared, shared
from attrib_lint.agreement.values import dimension, is_mistyped, is_transposed, ratio, same_value
from attrib_lint.core.facts import Quantity
from attrib_lint.extract.units import is_currency, is_duration

_OPENING = 3  # blocks, headline and deck among them
_NAMED_BY = 2  # words that name what is counted by a compound
_TERMS = frozenset(["sentence", "term"])
_SMALL = 12.0
_FAR = 4.0
NEEDED = 3.5  # likeness of two shares


def is_proven(a: Mention, b: Mention, like: Likeness, found: Sequence[Mention]) -> bool:
    """Whether enough is shown for these two: a headline and its story, or two sentences of it."""
    both = shared(a, b)
    if a.headline != b.headline:
        return sums_up(a, b, both, like, found)
    if dimension(a.quantity) in ("%", "point"):
        return _same_share(a, b, both, like)
    if is_currency(a.quantity.unit) and (b.definite or both.slots):
        exact = a.quantity.exact and b.quantity.exact
        if exact and is_transposed(a.quantity, b.quantity):
            return True
    return (
        _repeats(a, b, both, like)
        or _points_back(a, b, both, found)
        or _named_again(a, b, both, found)
        or _is_term(a, b, found)
        or _is_recast(a, b, found)
    )


def _is_recast(a: Mention, b: Mention, found: Sequence[Mention]) -> bool:
    """Whether the story calls its one thing by two numbers: "a three-person race", "two-person".

    It must be what the opening is about, and the article must know no third of them.
    """
    counted = a.quantity.unit == "count" and a.compound and b.compound
    if not counted or a.headline or b.headline or a.block > _OPENING:
        return False
    if _kind(a) != _kind(b) or len(_kind(a)) < _NAMED_BY:
        return False
    return sum(m.compound and bool(m.nouns & a.nouns) for m in found) == 2


def _kind(mention: Mention) -> tuple[str, ...]:
    """What is so called: "person race" of "a three-person race between them"."""
    return tuple(w.lower() for w in mention.right if w.isalpha())[:_NAMED_BY]


def _repeats(a: Mention, b: Mention, both: Shared, like: Likeness) -> bool:
    """Whether one sentence says again what another said: who does it, the act, and the rest."""
    if shares_end(a.quantity, b.quantity):
        return both.own or both.event
    told = both.act or both.event or both.modifiers > 0
    if both.frame and both.parties and told and like.part("subject") >= 0:
        return True
    measured = both.own or a.quantity.unit != "count"
    if measured and both.act and like.part("subject") > 0 and both.slots >= 3:
        return True
    if both.beside and (both.frame or both.act) and like.part("subject") >= 0:
        return True
    stated = (a.subject or a.acts) and (b.subject or b.acts)
    noted = bool(stated) and (both.slots >= 1 or b.definite)
    return both.own and noted and _is_misread(a.quantity, b.quantity)


def _is_misread(a: Quantity, b: Quantity) -> bool:
    """Whether the digits are the same but for a typing error, and too many for chance."""
    mine, theirs = _digits(a), _digits(b)
    zeros = mine == theirs and len(mine) > 1
    return a.exact and b.exact and (zeros or is_mistyped(a, b))


def _digits(quantity: Quantity) -> str:
    return f"{quantity.interval.low or 0:.10g}".replace(".", "").strip("0")


def _points_back(a: Mention, b: Mention, both: Shared, found: Sequence[Mention]) -> bool:
    """Whether the later figure is of things told of before: "the 31 victims", "all four experts".

    The article then counts these things twice, and nothing else by that noun.
    """
    if not (b.definite and both.head) or a.part or b.part or a.ranked or b.ranked:
        return False
    rest = (
        m
        for m in found
        if dimension(m.quantity) == dimension(a.quantity)
        and m.nouns & a.nouns & b.nouns
        and not m.part
    )
    if not all(
        same_value(m.quantity, a.quantity) or same_value(m.quantity, b.quantity) for m in rest
    ):
        return False
    if _is_whole(a):
        return False  # "both teams", "all three of the crew" of one event say nothing of another's
    low = min(m.quantity.interval.low or 0 for m in (a, b))
    if both.own and _is_whole(b) and low > _SMALL and ratio(a.quantity, b.quantity) <= _FAR:
        return True
    return (both.own or both.act) and both.slots + _is_whole(b) >= 2


def _named_again(a: Mention, b: Mention, both: Shared, found: Sequence[Mention]) -> bool:
    """ "The 27 flights" after "72 flights", nothing else of that name being counted.

    Words beside the later count that the earlier sentence lacks tell of other things.
    """
    if not (both.own and b.left[-1:] == ("the",) and a.quantity.exact and b.quantity.exact):
        return False
    if a.part or b.part or a.ranked or b.ranked or a.headline or b.headline or b.phrase - a.around:
        return False
    low = min(m.quantity.interval.low or 0 for m in (a, b))
    far = _FAR if low > _SMALL else _FAR / 2
    if a.quantity.unit != "count" or low <= 2 or ratio(a.quantity, b.quantity) > far:
        return False
    return all(
        same_value(m.quantity, a.quantity) or same_value(m.quantity, b.quantity)
        for m in found
        if m.quantity.unit == "count" and m.nouns & a.nouns & b.nouns and not m.headline
    )


def _is_term(a: Mention, b: Mention, found: Sequence[Mention]) -> bool:
    """ "Jailed for six years", and "the eight-year sentence", no other term being told."""
    if not (is_duration(a.quantity.unit) and "convict" in a.known and a.left[-1:] == ("for",)):
        return False
    if not (b.compound and b.definite and b.nouns & _TERMS):
        return False
    terms = [m for m in found if m.quantity.unit == a.quantity.unit and _tells_term(m)]
    return all(same_value(m.quantity, a.quantity) or m is b for m in terms)


def _tells_term(mention: Mention) -> bool:
    return bool(mention.nouns & _TERMS) or "convict" in mention.known


def _is_whole(mention: Mention) -> bool:
    """ "All 12 rooms", "both rooms"."""
    words = (*mention.left[-1:], *mention.text.lower().split()[:1])
    return not {"all", "both"}.isdisjoint(words)


def _same_share(a: Mention, b: Mention, both: Shared, like: Likeness) -> bool:
    """Polls look alike: the figure beside a share must agree too, or the whole sentence."""
    if like.part("names") <= 0 or like.score < NEEDED:
        return False
    if like.part("sibling") > 0:
        return True
    return like.part("subject") >= 0 and both.frame and both.parties > 0 and both.act


def sources_disagree(a: Mention, b: Mention, like: Likeness) -> bool:
    """Whether two sources give two figures for what is plainly one event."""
    both = shared(a, b)
    near = abs(a.block - b.block) <= 1
    if dimension(a.quantity) in ("%", "point"):
        return near and not a.siblings and not b.siblings and like.score >= NEEDED
    return both.head and both.event and (near or both.parties > 0)
