"""What a figure of the headline has in the body: itself, nothing, or another figure."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.same_fact import Likeness
from attrib_lint.agreement.shared import Shared
from attrib_lint.agreement.values import are_disjoint, dimension, is_slip, same_value
from attrib_lint.core.facts import Quantity
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.extract.units import is_currency
from attrib_lint.lexicon import words

_NUMBER = lazy_regex(r"\d+")
_SMALL = 12.0
_OPENING = 3  # paragraphs that tell what the headline sums up
_BORNE = 5.5  # likeness above which a figure is held against the headline all the same


def sums_up(a: Mention, b: Mention, both: Shared, like: Likeness, found: Sequence[Mention]) -> bool:
    """Whether a headline's figure is the one that its story opens with, or that alone can be meant.

    What the headline gives must not stand in the body: headlines sum up.
    """
    top, body = (a, b) if a.headline else (b, a)
    meant = any(_may_be_meant(m, top) for m in found)
    if meant and not (both.frame and both.slots >= 1):
        return False
    if _is_some(body, top):
        return False
    if like.part("countdown") or _slipped(a, b, found):
        return True
    measured = both.own or both.frame or both.event or like.part("lead") > 0
    dealt = both.modifiers > 0 or (both.act and top.quantity.unit != "count")
    measured = measured or (dealt and both.parties > 0)
    told = both.slots + both.own + 2 * both.frame + (both.own and body.definite)
    told += bool(like.part("lead") or like.part("compound")) + (like.part("subject") > 0)
    return measured and told >= (2 if body.block <= _OPENING else 3)


def _is_some(body: Mention, top: Mention) -> bool:
    """Whether a smaller figure is of some of the things, by words that the headline lacks: "the
    three county races" of 27."""
    low, whole = body.quantity.interval.low or 0, top.quantity.interval.low or 0
    return body.definite and low < whole and bool(body.phrase - top.around)


def _may_be_meant(body: Mention, top: Mention) -> bool:
    """Whether a figure of the body can be what a headline gives."""
    if body.headline:
        return False
    if body.quantity.unit == "fraction" and top.quantity.unit == "count":
        return f"{top.quantity.interval.low or 0:.0f}" in _NUMBER.findall(body.text)  # "20 of 27"
    if dimension(body.quantity) != dimension(top.quantity):
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


def _is_large(quantity: Quantity) -> bool:
    """Whether a count is no small number, which many things have."""
    return (quantity.interval.low or 0) > _SMALL


def _slipped(a: Mention, b: Mention, found: Sequence[Mention]) -> bool:
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


def is_borne_out(first: Mention, second: Mention, score: float, found: Sequence[Mention]) -> bool:
    """Whether the body bears the headline's figure out elsewhere.

    However alike the rival is, the opening's own word for the figure settles what is meant.
    """
    for top, body in ((first, second), (second, first)):
        if top.headline and not body.headline:
            return any(
                not m.headline
                and m is not body
                and _bears_out(m.quantity, top.quantity)
                and (score < _BORNE or m.block <= _OPENING)
                and _are_of_one_sort(m, top)
                for m in found
            )
    return False


def _are_of_one_sort(body: Mention, top: Mention) -> bool:
    """Whether two figures can count the same: people under two names, too."""
    if body.nouns & top.nouns or top.quantity.unit != "count" or _is_large(top.quantity):
        return True
    folk = words("measured_events", "population.words") | words("measured_events", "crowd.words")
    return bool(body.nouns & folk and top.nouns & folk)


def _bears_out(body: Quantity, top: Quantity) -> bool:
    """Whether the body gives a headline's figure, an operator aside."""
    if dimension(body) != dimension(top):
        return False
    one, other = body.interval.low or body.interval.high, top.interval.low or top.interval.high
    low, high = body.interval.low, body.interval.high
    if top.exact and low and high and other and low <= other <= high <= 1.3 * low:
        return True  # "around 9,000" for a headline's 9,000
    return same_value(body, top) or (bool(one and other) and abs(one - other) <= 0.05 * other)  # type: ignore[operator]  # both are set
