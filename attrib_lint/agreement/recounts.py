"""One count or sum given twice with its digits changed: "2,140 adults", "the 1,240 volunteers"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.values import dimension, is_mistyped, is_transposed
from attrib_lint.extract.measured import singular
from attrib_lint.extract.units import is_currency
from attrib_lint.lexicon import words

_LARGE = 100.0
_ALIKE = 2  # words that two sentences share which speak of one sum
_DIGITS = 4  # of fewer, another crowd has as good as the same by chance


def recounts(found: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of figures that are one but for a digit, the later one with "the" or "all".

    Who is counted may go by another name the second time, but neither figure comes back.
    """
    times = Counter(_value(m) for m in found)
    alike: dict[tuple[str, str], list[Mention]] = {}
    for b in found:
        if not b.quantity.exact or b.ranked or b.updates or times[_value(b)] > 1:
            continue
        before = [a for key in _keys(b) for a in alike.get(key, ())] if b.definite else []
        yield from ((a, b) for a in _distinct(before) if not a.part and _are_one(a, b))
        for key in _keys(b):
            alike.setdefault(key, []).append(b)


def _value(mention: Mention) -> tuple[str, float | None, float | None]:
    interval = mention.quantity.interval
    return dimension(mention.quantity), interval.low, interval.high


def _keys(mention: Mention) -> Iterator[tuple[str, str]]:
    """What two figures share of which one is a slip of the other: their digits, or all but one."""
    digits = _digits(mention)
    yield mention.quantity.unit, "".join(sorted(digits))
    for i in range(len(digits)):
        yield mention.quantity.unit, f"{digits[:i]}_{digits[i + 1 :]}"


def _distinct(mentions: Sequence[Mention]) -> list[Mention]:
    return [*{m.span.start: m for m in mentions}.values()]


def _are_one(a: Mention, b: Mention) -> bool:
    if a.sentence == b.sentence or b.proper - a.names:
        return False
    if a.names and b.names and a.names.isdisjoint(b.names):
        return False  # voters in Ohio, voters in Iowa
    return _is_one_crowd(a, b) or _is_swapped_crowd(a, b) or _is_swapped_sum(a, b)


def _is_one_crowd(a: Mention, b: Mention) -> bool:
    if b.phrase - b.proper - a.around:
        return False  # "the 1,340 staff at the mill": another crowd has its own words
    return not b.part and _is_crowd(a) and _is_crowd(b) and _is_slip_of(b, a)


def _is_swapped_crowd(a: Mention, b: Mention) -> bool:
    """ "A survey of 2,300 nurses", "the 3,200 nurses"; "23 people", "all 32 suspects"."""
    if a.quantity.unit != "count" or b.quantity.unit != "count":
        return False
    if not is_transposed(a.quantity, b.quantity):
        return False
    people = _are_people(a) and _are_people(b)
    large = min(a.quantity.interval.low or 0, b.quantity.interval.low or 0) >= _LARGE
    whole = b.text.lower().startswith("all ") or b.left[-1:] == ("all",)
    return people and ((large and bool(a.nouns & b.nouns)) or whole)


def _is_swapped_sum(a: Mention, b: Mention) -> bool:
    """ "£4.5m for road repairs", "the £5.4m for road repairs"."""
    money = is_currency(a.quantity.unit) and a.quantity.unit == b.quantity.unit
    return money and is_transposed(a.quantity, b.quantity) and len(a.around & b.around) >= _ALIKE


def _is_crowd(mention: Mention) -> bool:
    """Whether a figure counts people, all of them and not at another time."""
    quantity = mention.quantity
    whole = quantity.exact and quantity.unit == "count" and not (mention.part or mention.ranked)
    if not whole or len(_digits(mention)) < _DIGITS or mention.updates:
        return False
    return _are_people(mention)


def _are_people(mention: Mention) -> bool:
    noun = singular(mention.quantity.noun or "")
    return bool({noun, *mention.nouns} & words("measured_events", "population.words"))


def _digits(mention: Mention) -> str:
    return f"{mention.quantity.interval.low or 0:.0f}"


def _is_slip_of(b: Mention, a: Mention) -> bool:
    """Whether two counts have as many digits, and one of them changed or two swapped."""
    one, other = a.quantity.interval.low or 0, b.quantity.interval.low or 0
    return len(f"{one:.0f}") == len(f"{other:.0f}") and is_mistyped(a.quantity, b.quantity)
