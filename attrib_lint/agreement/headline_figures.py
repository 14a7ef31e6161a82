"""What a figure of the headline has in the body: itself, nothing, or another figure."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.same_fact import Likeness
from attrib_lint.agreement.values import are_disjoint, dimension, same_value
from attrib_lint.core.facts import Quantity

NEEDED = 3.5  # evidence that does for one fact, where a headline is compared with its story
SMALL = 12.0
_ALONE = 1.5  # evidence that does for a figure of the headline that the body never gives


def stands_alone(a: Mention, b: Mention, like: Likeness, found: Sequence[Mention]) -> bool:
    """Whether no figure of the body can be what the headline gives: headlines sum stories up.

    Then the likest figure is held to be meant, if it measures the same thing.
    """
    if a.headline == b.headline:
        return False
    top = a if a.headline else b
    if any(_may_be_meant(m, top) for m in found):
        return False
    same = bool(a.nouns & b.nouns) or bool(a.known & b.known) or like.part("slip") > 0
    share = dimension(a.quantity) in ("%", "point")
    return same and like.score >= (NEEDED if share else _ALONE)


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
    return not vague and (top.quantity.unit != "count" or _is_large(top.quantity))


def is_borne_out(first: Mention, second: Mention, score: float, found: Sequence[Mention]) -> bool:
    """Whether the body bears the headline's figure out elsewhere."""
    for top, body in ((first, second), (second, first)):
        if top.headline and not body.headline:
            return score < NEEDED + 2 and any(
                not m.headline
                and _bears_out(m.quantity, top.quantity)
                and (m.nouns & top.nouns or top.quantity.unit != "count" or _is_large(top.quantity))
                for m in found
            )
    return False


def _bears_out(body: Quantity, top: Quantity) -> bool:
    """Whether the body gives a headline's figure, an operator aside."""
    if dimension(body) != dimension(top):
        return False
    one, other = body.interval.low or body.interval.high, top.interval.low or top.interval.high
    low, high = body.interval.low, body.interval.high
    if top.exact and low and high and other and low <= other <= high <= 1.3 * low:
        return True  # "around 9,000" for a headline's 9,000
    return same_value(body, top) or (bool(one and other) and abs(one - other) <= 0.05 * other)  # type: ignore[operator]  # both are set


def _is_large(quantity: Quantity) -> bool:
    """Whether a count is no small number, which many things have."""
    return (quantity.interval.low or 0) > SMALL


def is_only_other(body: Mention, found: Sequence[Mention]) -> bool:
    """Whether the body has no other value for this unit and noun."""
    return all(
        same_value(m.quantity, body.quantity)
        for m in found
        if not m.headline
        and dimension(m.quantity) == dimension(body.quantity)
        and (m.nouns & body.nouns or body.quantity.unit != "count")
        and m.quantity.interval.low is not None
    )


def is_unmatched(top: Mention, found: Sequence[Mention]) -> bool:
    """Whether the body never gives the headline's value."""
    return not any(same_value(m.quantity, top.quantity) for m in found if not m.headline)
