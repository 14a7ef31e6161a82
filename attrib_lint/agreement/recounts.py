"""One crowd counted twice with its digits changed: "2,140 adults", "the 1,240 volunteers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.values import is_mistyped, same_value
from attrib_lint.extract.measured import singular
from attrib_lint.lexicon import words

_DIGITS = 4  # of fewer, another crowd has as good as the same by chance


def recounts(found: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of counts of people that are one but for a digit, the later one with "the".

    Who is counted may go by another name the second time, but neither count comes back.
    """
    crowds = [m for m in found if _is_crowd(m)]
    for i, a in enumerate(crowds):
        for b in crowds[i + 1 :]:
            if not b.definite or a.sentence == b.sentence or not _is_slip_of(b, a):
                continue
            if b.phrase - b.proper - a.around or b.proper - a.names:
                continue  # "the 1,340 staff at the mill": another crowd has its own words
            if all(sum(same_value(m.quantity, one.quantity) for m in found) == 1 for one in (a, b)):
                yield a, b


def _is_crowd(mention: Mention) -> bool:
    """Whether a figure counts people, all of them and not at another time."""
    quantity = mention.quantity
    whole = quantity.exact and quantity.unit == "count" and not (mention.part or mention.ranked)
    if not whole or len(_digits(mention)) < _DIGITS or mention.updates:
        return False
    noun = singular(quantity.noun or "")
    return bool({noun, *mention.nouns} & words("measured_events", "population.words"))


def _digits(mention: Mention) -> str:
    return f"{mention.quantity.interval.low or 0:.0f}"


def _is_slip_of(b: Mention, a: Mention) -> bool:
    """Whether two counts have as many digits, and one of them changed or two swapped."""
    one, other = a.quantity.interval.low or 0, b.quantity.interval.low or 0
    return len(f"{one:.0f}") == len(f"{other:.0f}") and is_mistyped(a.quantity, b.quantity)
