"""Whether the body bears out a figure of the headline elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.proof import NEEDED, is_large
from attrib_lint.agreement.values import dimension, same_value
from attrib_lint.core.facts import Quantity


def is_borne_out(first: Mention, second: Mention, score: float, found: Sequence[Mention]) -> bool:
    """Whether the body bears the headline's figure out elsewhere."""
    for top, body in ((first, second), (second, first)):
        if top.headline and not body.headline:
            return score < NEEDED + 2 and any(
                not m.headline
                and _bears_out(m.quantity, top.quantity)
                and (m.nouns & top.nouns or top.quantity.unit != "count" or is_large(top.quantity))
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
