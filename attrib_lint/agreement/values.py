"""Whether the values of two figures can both be true."""

from __future__ import annotations

import math

from attrib_lint.core.facts import Interval, Quantity
from attrib_lint.extract.operators import operator_kind

_SHARES = {"fraction": 100.0, "%": 1.0}


def dimension(quantity: Quantity) -> str:
    """What a figure may be compared on: its unit, percent and fraction being one."""
    return "%" if quantity.unit in _SHARES else quantity.unit


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The tolerated interval, open ends as infinity, fractions as percent."""
    interval, scale = quantity.interval, _SHARES.get(quantity.unit, 1.0)
    low = interval.tolerated_low if interval.tolerated_low is not None else interval.low
    high = interval.tolerated_high if interval.tolerated_high is not None else interval.high
    low = -math.inf if low is None else low * scale
    high = math.inf if high is None else high * scale
    return low, high


def are_disjoint(a: Quantity, b: Quantity) -> bool:
    """Whether no value satisfies both, tolerated zones included."""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    return high_a < low_b or high_b < low_a


def are_apart(a: Quantity, b: Quantity) -> bool:
    """As `are_disjoint`, "at least n" being held to mean less than twice n."""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    high_a = 2 * low_a if math.isinf(high_a) and low_a > 0 else high_a
    high_b = 2 * low_b if math.isinf(high_b) and low_b > 0 else high_b
    return high_a < low_b or high_b < low_a


def is_slip(a: Quantity, b: Quantity) -> bool:
    """Whether two figures differ by a factor of ten, a hundred, a thousand ...: a slipped zero."""
    one, other = a.interval.low or a.interval.high, b.interval.low or b.interval.high
    if not one or not other or min(one, other) <= 0:
        return False
    power = math.log10(max(one, other) / min(one, other))
    return power >= 0.99 and abs(power - round(power)) < 0.005


def is_mistyped(a: Quantity, b: Quantity) -> bool:
    """Whether three digits or more differ by one: changed, dropped, doubled or swapped."""
    one, other = a.interval.low or a.interval.high, b.interval.low or b.interval.high
    if not one or not other or min(one, other) <= 0:
        return False
    x, y = (f"{value:.10g}".replace(".", "").rstrip("0") for value in (one, other))
    if min(len(x), len(y)) < 3 or x == y:
        return False
    if len(x) == len(y):
        apart = [i for i, (c, d) in enumerate(zip(x, y, strict=True)) if c != d]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1
        return len(apart) == 1 or (swapped and sorted(x) == sorted(y))
    short, long = sorted((x, y), key=len)
    dropped = (long[:i] + long[i + 1 :] for i in range(len(long)))
    return len(long) - len(short) == 1 and any(short == rest for rest in dropped)


def is_transposed(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are one but for two neighbouring digits that changed places."""
    x, y = (f"{q.interval.low or 0:.10g}" for q in (a, b))
    if len(x) != len(y) or x == y:
        return False
    first = next(i for i, (c, d) in enumerate(zip(x, y, strict=True)) if c != d)
    return x[:first] + x[first : first + 2][::-1] + x[first + 2 :] == y


def ratio(a: Quantity, b: Quantity) -> float:
    """How many times the higher figure is above the lower one, at least."""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    top, below = max(low_a, low_b), min(high_a, high_b)
    return math.inf if below <= 0 else top / below


def value(quantity: Quantity) -> float | None:
    """The written value of an exact figure."""
    interval = quantity.interval
    if interval.low is None or interval.low != interval.high:
        return None
    return interval.low * _SHARES.get(quantity.unit, 1.0)


def manner(quantity: Quantity) -> str:
    """How a figure is put: exact, about, below, over, least, under, most, vague or range."""
    if quantity.exact:
        return "exact"
    kind = operator_kind(quantity.operator)
    if kind and kind != "exact":
        return kind
    low, high = quantity.interval.low, quantity.interval.high
    return "range" if low is not None and high is not None and high < 2 * low else "vague"


def may_agree(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are near one another, a vague word being near what it holds."""
    if are_disjoint(a, b):
        return False
    one, other = written_value(a), written_value(b)
    if "vague" in (manner(a), manner(b)):
        return True
    return one is not None and other is not None and abs(one - other) <= 0.12 * max(one, other)


def written_value(quantity: Quantity) -> float | None:
    """The number as written, whatever its operator."""
    low, high = quantity.interval.low, quantity.interval.high
    if manner(quantity) == "about" and low is not None and high is not None:
        return (low + high) / 2
    return high if manner(quantity) in ("below", "under", "most") else low


def same_value(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are written with one value."""
    return (
        dimension(a) == dimension(b)
        and a.interval.low == b.interval.low
        and a.interval.high == b.interval.high
    )


def is_label(quantity: Quantity) -> bool:
    """Whether a figure tells which one, not how many: "the 5.2 earthquake"."""
    low = quantity.interval.low or 0
    return quantity.unit == "count" and low != int(low)


def is_vague_few(interval: Interval) -> bool:
    """ "several", "a few", "a handful": never alone a conflict."""
    few = interval.high is not None and interval.low != interval.high and interval.high <= 20
    return few and interval.low in (2.0, 3.0)


def in_words(quantity: Quantity) -> str:
    """The interval for a message: "100-1,999", "at least 40", "under 50"."""
    low, high = quantity.interval.low, quantity.interval.high
    if low is None or high is None:
        return f"at least {number(low)}" if low is not None else f"at most {number(high or 0)}"
    if low == high:
        return number(low)
    if low == 0:
        return f"{'at most' if quantity.interval.high_inclusive else 'under'} {number(high)}"
    return f"{number(low)}-{number(high)}"


def number(value: float) -> str:
    """A figure with thousands separated: 1500000 is "1,500,000", 2.5 is "2.5"."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")
