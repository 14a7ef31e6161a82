"""What shows that two figures of one article state the same fact.

Two figures that merely resemble one another mostly belong to two facts: articles compare, list and
break down. So agreement has to be shown, slot by slot: what is measured, what happens, who takes
part, and whether the second figure points back to the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.same_fact import GENERAL, Likeness, shares_end, teller, verbatim
from attrib_lint.agreement.stems import stem
from attrib_lint.agreement.values import are_disjoint, dimension, is_mistyped, is_slip, same_value
from attrib_lint.core.facts import Quantity
from attrib_lint.extract.units import is_currency

NEEDED = 3.5  # likeness of two shares
SMALL = 12.0
_OPENING = 3  # paragraphs that tell what the headline sums up
_FRAME = 2.5  # words that stand alike around both figures: see same_fact


@dataclass(frozen=True, slots=True)
class Shared:
    """What two mentions have in common, slot by slot.

    `head` is the measured noun, `own` where it is more than "people" or "years"; `modifiers` and
    `parties` count. `event` is an event of the lexicon, `act` any verb or event that both figures
    take part in. `restated` is an event inside a phrase with "the": "the 120 people who attended".
    """

    head: bool
    own: bool
    modifiers: int
    event: bool
    act: bool
    restated: bool
    parties: int
    frame: bool
    beside: bool

    @property
    def slots(self) -> int:
        """How many things speak for one fact beside the noun."""
        happens = 2 if self.restated else 1 if self.event or self.act else 0
        return happens + min(2, self.modifiers) + min(2, self.parties)


def shared(a: Mention, b: Mention) -> Shared:
    """What two mentions have in common; `b` stands later."""
    heads = a.nouns & b.nouns
    counted = {stem(noun) for noun in a.nouns | b.nouns}
    modifiers = (a.phrase & b.phrase) - counted
    parties = _parties(a, b) - _tellers(a, b) - counted - modifiers
    acts = a.acts & b.acts
    return Shared(
        head=bool(heads),
        own=bool(heads - GENERAL),
        modifiers=len(modifiers),
        event=bool(a.known & b.known),
        act=bool(acts),
        restated=b.definite and bool(acts & b.named_by),
        parties=len(parties),
        frame=verbatim(a, b) >= _FRAME,
        beside=bool(a.company & b.company),
    )


def _parties(a: Mention, b: Mention) -> set[str]:
    """Who and what takes part in both; a headline stands for whole sentences of its story."""
    mine = a.parties | (a.names if b.headline else frozenset())
    theirs = b.parties | (b.names if a.headline else frozenset())
    return set(mine & theirs)


def _tellers(a: Mention, b: Mention) -> set[str]:
    """Who gives the figures, which tells nothing of them; but one promise is a headline's fact."""
    mine, theirs = teller(a), teller(b)
    return mine ^ theirs if a.headline != b.headline else mine | theirs


def is_proven(a: Mention, b: Mention, like: Likeness, found: Sequence[Mention]) -> bool:
    """Whether enough is shown for these two: a headline and its story, or two sentences of it."""
    both = shared(a, b)
    if a.headline != b.headline:
        return _sums_up(a, b, both, like, found)
    if dimension(a.quantity) in ("%", "point"):
        return _same_share(a, b, both, like)
    return _repeats(a, b, both, like) or _points_back(a, b, both, found)


def _sums_up(
    a: Mention, b: Mention, both: Shared, like: Likeness, found: Sequence[Mention]
) -> bool:
    """Whether a headline's figure is the one that its story opens with, or that alone can be meant.

    What the headline gives must not stand in the body: headlines sum up.
    """
    top, body = (a, b) if a.headline else (b, a)
    meant = any(_may_be_meant(m, top) for m in found)
    if meant and not (both.frame and both.slots >= 1):
        return False
    if like.part("countdown") or _slipped(a, b, both, found):
        return True
    measured = both.own or both.frame or both.event or like.part("lead") > 0
    dealt = both.modifiers > 0 or (both.act and top.quantity.unit != "count")
    measured = measured or (dealt and both.parties > 0)
    told = both.slots + both.own + 2 * both.frame + (both.own and body.definite)
    told += bool(like.part("lead") or like.part("compound")) + (like.part("subject") > 0)
    return measured and told >= (2 if body.block <= _OPENING else 3)


def _may_be_meant(body: Mention, top: Mention) -> bool:
    """Whether a figure of the body can be what a headline gives."""
    if body.headline or dimension(body.quantity) != dimension(top.quantity):
        return False
    if are_disjoint(body.quantity, top.quantity):
        return False
    if body.nouns & top.nouns:
        return True
    interval = body.quantity.interval
    vague = not body.quantity.exact and (
        interval.high is None or interval.high > 3 * (interval.low or 0)
    )
    return not vague and (top.quantity.unit != "count" or is_large(top.quantity))


def is_large(quantity: Quantity) -> bool:
    """Whether a count is no small number, which many things have."""
    return (quantity.interval.low or 0) > SMALL


def _slipped(a: Mention, b: Mention, both: Shared, found: Sequence[Mention]) -> bool:
    """Whether a sum of a headline is the body's only sum with its zeros wrong."""
    body = b if a.headline else a
    exact = a.quantity.exact and b.quantity.exact and is_currency(a.quantity.unit)
    return exact and is_slip(a.quantity, b.quantity) and _is_only(body, found)


def _is_only(body: Mention, found: Sequence[Mention]) -> bool:
    """Whether the body gives no other value in this unit."""
    return all(
        same_value(m.quantity, body.quantity)
        for m in found
        if not m.headline and dimension(m.quantity) == dimension(body.quantity)
    )


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
    if not all(same_value(m.quantity, a.quantity) or same_value(m.quantity, b.quantity) for m in rest):
        return False
    return (both.own or both.act) and both.slots >= 2


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
