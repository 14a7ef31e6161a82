"""What shows that two figures of one article state the same fact.

Two figures that merely resemble one another mostly belong to two facts: articles compare, list and
break down. So agreement has to be shown, slot by slot: what is measured, what happens, who takes
part. That one party does one deed in both is not enough: it does so in other places and months.
What points back ("the 31 victims") is read in taken_up.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lint.agreement.headline_figures import sums_up
from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.same_fact import Likeness, shares_end
from attrib_lint.agreement.shared import Shared, shared
from attrib_lint.agreement.values import dimension, is_mistyped, is_transposed, same_value
from attrib_lint.core.facts import Quantity
from attrib_lint.extract.units import is_currency, is_duration

_OPENING = 3  # blocks, headline and deck among them
_NAMED_BY = 2  # words that name what is counted by a compound
_COUNTED_TWICE = frozenset(("kill", "wound", "missing", "displace", "attend", "protest"))
_POLLS = frozenset(("poll", "survey"))
_TERMS = frozenset(["sentence", "term"])
_GENITIVES = (("'s",), ("’s",))
NEEDED = 3.5  # likeness of two shares


def is_proven(a: Mention, b: Mention, like: Likeness, found: Sequence[Mention]) -> bool:
    """Whether enough is shown for these two: a headline and its story, or two sentences of it."""
    both = shared(a, b)
    if a.headline != b.headline:
        return sums_up(a, b, both, like, found)
    if dimension(a.quantity) in ("%", "point"):
        return _same_share(like)
    if is_currency(a.quantity.unit) and (b.definite or both.slots):
        exact = a.quantity.exact and b.quantity.exact
        if exact and is_transposed(a.quantity, b.quantity):
            return True
    return (
        _repeats(a, b, both, like)
        or _is_misread(a, b, both)
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
    return both.frame and both.parties > 0 and told and like.part("subject") >= 0


def _is_misread(a: Mention, b: Mention, both: Shared) -> bool:
    """ "The trust's 280 questions" after "28 questions": the digits are one but for an error in
    typing, too many for chance, and the later figure is of what has been told before."""
    known = b.definite or b.left[-1:] in _GENITIVES
    return known and both.own and bool(a.subject or a.acts) and _is_typing_error(a, b)


def _is_typing_error(a: Mention, b: Mention) -> bool:
    one, other = a.quantity, b.quantity
    mine, theirs = _digits(one), _digits(other)
    zeros = mine == theirs and len(mine) > 1
    return one.exact and other.exact and (zeros or is_mistyped(one, other))


def _digits(quantity: Quantity) -> str:
    return f"{quantity.interval.low or 0:.10g}".replace(".", "").strip("0")


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


def _same_share(like: Likeness) -> bool:
    """Polls look alike: the figure beside a share must agree too."""
    if like.part("names") <= 0 or like.score < NEEDED:
        return False
    return like.part("sibling") > 0


def sources_disagree(a: Mention, b: Mention, like: Likeness) -> bool:
    """Whether two sources count one thing: who was hurt, or who came, in what is told of here.

    Two polls may ask one thing; what two countries aim at, or two firms own, are two shares.
    """
    both = shared(a, b)
    near = abs(a.block - b.block) <= 1
    if dimension(a.quantity) in ("%", "point"):
        polls = all(_POLLS & {*(m.source or "").split()} for m in (a, b))
        return polls and near and not a.siblings and not b.siblings and like.score >= NEEDED
    counted = a.acts & b.acts & a.known & b.known & _COUNTED_TWICE
    return both.head and bool(counted) and (near or both.parties > 0)
