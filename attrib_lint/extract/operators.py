"""What words like "nearly" and "at least" make of a number: its interval and tolerated zone."""

from __future__ import annotations

from functools import cache
from typing import Literal

from attrib_lint.core.facts import Interval
from attrib_lint.extract.number_words import Numeral, Word
from attrib_lint.lexicon import load

Operator = Literal["", "about", "below", "over", "least", "under", "most", "exact"]
_LONGEST = 4


@cache
def _phrases(side: str) -> dict[tuple[str, ...], Operator]:
    """Operator phrases of one side, cut into words."""
    table: dict[tuple[str, ...], Operator] = {}
    for key, entries in load("operators").items():
        if key.startswith(f"{side}."):
            kind = key.removeprefix(f"{side}.")
            for entry in entries:
                table[tuple(entry.replace(".", " .").split())] = kind  # type: ignore[assignment]  # keys of operators.toml
    return table


def operator_before(words: tuple[Word, ...], first: int) -> tuple[Operator, int]:
    """The operator that ends just before word `first`, and its first word (`first` if none)."""
    for length in range(min(_LONGEST, first), 0, -1):
        phrase = tuple(word.lower for word in words[first - length : first])
        kind = _phrases("before").get(phrase)
        if kind is not None:
            return kind, first - length
    return "", first


def operator_after(words: tuple[Word, ...], last: int) -> tuple[Operator, int]:
    """The operator right after word `last`, and its last word (`last` if none)."""
    for length in range(_LONGEST, 0, -1):
        phrase = tuple(word.lower for word in words[last + 1 : last + 1 + length])
        kind = _phrases("after").get(phrase)
        if kind is not None and len(phrase) == length:
            return kind, last + length
    following = words[last + 1 : last + 3]
    if following and following[0].start == words[last].end:
        if following[0].text == "+":
            return "least", last + 1
        if following[0].text == "-" and following[-1].lower in ("plus", "odd"):
            return ("least" if following[-1].lower == "plus" else "about"), last + 2
    return "", last


def operator_kind(phrase: str) -> Operator:
    """What a written operator does; "" for none."""
    words = tuple(phrase.lower().replace(".", " .").split())
    return _phrases("before").get(words) or _phrases("after").get(words) or ""


def interval(numeral: Numeral, operator: Operator) -> Interval:
    """The values that an operator and a number allow. Source: rules/NUMBERS.md, interval table."""
    low, high = numeral.low, numeral.high
    if numeral.kind == "vague":
        return _vague_interval(low, high, operator)
    if operator == "about":
        if low < 20 and numeral.kind == "number":
            return Interval(low - 1, low + 1, True, True, low - 1, low + 1)
        near = (round(factor * low, 6) for factor in (0.9, 1.1, 0.85, 1.15))
        floor, ceiling, least, most = near
        return Interval(floor, ceiling, True, True, least, most)
    if operator == "below":
        return Interval(round(0.9 * low, 6), low, True, False, 0.9 * low, 1.02 * low)
    if operator == "over":
        return Interval(low, 2 * low, False, False, 0.97 * low, 2 * low)
    if operator == "least":
        return Interval(low, None, True, True, low, None)
    if operator == "under":
        return Interval(0.0, low, True, False, 0.0, 1.03 * low)
    if operator == "most":
        return Interval(0.0, low, True, True, 0.0, 1.1 * low)
    if numeral.kind == "fraction":
        return Interval(low, low, True, True, low - 0.01, low + 0.01)
    half = numeral.grain / 2
    if half < 1 and low == int(low):
        return Interval(low, low, True, True, low, low)
    upper = low + half - 1 if half >= 1 else low + half
    return Interval(low, low, True, True, low - half, upper)


def _vague_interval(low: float, high: float, operator: Operator) -> Interval:
    """ "at least several hundred", "up to a dozen": the bound moves, the vague end stays."""
    if operator in ("least", "over"):
        return Interval(low, None, True, True, low, None)
    if operator in ("most", "under"):
        return Interval(0.0, high, True, True, 0.0, high)
    return Interval(low, high, True, True, low, high)


def range_interval(a: Numeral, b: Numeral) -> Interval:
    """From one written end to the other, ends rounded."""
    return Interval(a.low, b.high, True, True, a.low - a.grain / 2, b.high + b.grain / 2)
