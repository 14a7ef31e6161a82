"""Joins a number with its operator, currency, unit and range, by characters alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from attrib_lint.core.span import Span
from attrib_lint.extract.figure import DASHES, Figure, figure_span, written
from attrib_lint.extract.lookalikes import is_lookalike
from attrib_lint.extract.number_words import Numeral, Word, cut_words, may_hold_number, openings
from attrib_lint.extract.numerals import read_numeral
from attrib_lint.extract.operators import Operator, interval, operator_after, operator_before
from attrib_lint.extract.ranges import range_at
from attrib_lint.extract.special_figures import age_decade, is_age, ordinal_at, score_at
from attrib_lint.extract.units import (
    age_after,
    currency_sign,
    is_currency,
    is_duration,
    rate_after,
    unit_after,
)


def figures_in(text: str, closed: Sequence[Span]) -> list[Figure]:
    """Every figure outside the closed stretches, in reading order."""
    if not may_hold_number(text):
        return []
    cut = cut_words(text)
    shut = _shut(cut, closed)
    found: list[Figure] = []
    after = 0
    for i in openings(cut):
        figure = _figure_at(cut, i, text, shut) if i >= after and i not in shut else None
        if figure is not None:
            found.append(figure)
            after = figure.last + 1
    return found


def _shut(cut: Sequence[Word], closed: Sequence[Span]) -> set[int]:
    if not closed:
        return set()
    starts = [word.start for word in cut]
    shut: set[int] = set()
    for span in closed:
        first = max(0, bisect_right(starts, span.start) - 1)
        for k in range(first, bisect_left(starts, span.end)):
            if cut[k].end > span.start:
                shut.add(k)
    return shut


def _figure_at(cut: tuple[Word, ...], i: int, text: str, shut: set[int]) -> Figure | None:
    """The figure whose number begins at word `i`."""
    if i and _inside_number(cut, i):
        return None
    score = score_at(cut, i, text)
    if score is not None:
        return score
    numeral = read_numeral(cut, i)
    if numeral is None:
        return ordinal_at(cut, i)
    if numeral.kind == "ordinal":
        return ordinal_at(cut, i)
    if numeral.last in shut or is_lookalike(cut, numeral, text):
        return None
    return range_at(cut, numeral, text, shut) or _single(cut, numeral, text)


def _inside_number(cut: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` is glued to a letter or figure before it ("A4", "3.14.2")."""
    before, word = cut[i - 1], cut[i]
    return before.end == word.start and (
        (
            before.text.isalpha()
            and word.text[0].isdecimal()
            and before.lower not in ("rs", "n", "r", "ksh", "sh")
        )
        or (
            before.text == "."
            and word.text[0].isdecimal()
            and i > 1
            and cut[i - 2].end == before.start
        )
    )


def _single(cut: tuple[Word, ...], numeral: Numeral, text: str) -> Figure | None:
    """One number with what stands around it."""
    first, last, unit = numeral.first, numeral.last, "count"
    sign = currency_sign(cut, first)
    if sign is not None:
        unit, first = sign
    else:
        last, unit = _unit(cut, numeral, last)
        if unit == "count" and is_age(cut, numeral, text):
            unit = "age"
    decade = age_decade(cut, numeral)
    if decade is not None:
        return decade
    rate = rate_after(cut, last)
    kind, first = _operator(cut, first, unit)
    operator = written(cut, first, numeral.first if sign is None else sign[1], text)
    if not kind:
        kind, last, operator = _after(cut, last, text)
    if numeral.kind == "fraction" and unit != "count":
        numeral = replace(numeral, kind="number", grain=0.01)
    if numeral.kind == "fraction":
        unit = "fraction"
    value = interval(numeral, kind)
    exact = kind in ("", "exact") and numeral.kind == "number"
    return Figure(first, last, figure_span(cut, first, last), value, operator, unit, exact, rate)


def _after(cut: tuple[Word, ...], last: int, text: str) -> tuple[Operator, int, str]:
    """An operator after the figure, or after the noun right behind it ("20 people or more")."""
    kind, end = operator_after(cut, last)
    if kind:
        return kind, end, text[cut[last].end : cut[end].end].strip(" -")
    if last + 3 < len(cut) and cut[last + 2].lower == "or":
        kind, end = operator_after(cut, last + 1)
        if kind:
            return kind, last, text[cut[last + 1].end : cut[end].end].strip()
    return "", last, ""


def _operator(cut: tuple[Word, ...], first: int, unit: str) -> tuple[Operator, int]:
    """The operator before a figure; "over two years" and "under one" are prepositions there."""
    kind, start = operator_before(cut, first)
    word = cut[start].lower if start < first else ""
    if is_duration(unit) and word in ("over", "above", "below") and first - start == 1:
        return "", first
    if word == "some" and start and cut[start - 1].lower in ("for", "in") and is_duration(unit):
        return kind, start
    return kind, start


def _unit(cut: tuple[Word, ...], numeral: Numeral, last: int) -> tuple[int, str]:
    """The unit after a number and the last word of number and unit."""
    at = last
    if numeral.kind == "vague" and last + 2 < len(cut) and cut[last + 1].lower == "of":
        at = last + 1
        money = unit_after(cut, at)
        if money is None or not (is_currency(money.name) or numeral.low >= 2):
            return last, "count"
        return money.last, money.name
    unit = unit_after(cut, at)
    if unit is None:
        return last, "count"
    if unit.name in ("year", "month", "week", "day"):
        age = age_after(cut, unit)
        if age is not None:
            return age, "age"
    if unit.name == "second" and cut[unit.last].text == "second" and numeral.low != 1:
        glued = cut[last + 1].text in DASHES
        return (unit.last, unit.name) if glued else (last, "count")
    if unit.name == "point" and cut[unit.last].lower == "point" and numeral.low == 1:
        return last, "count"
    return unit.last, unit.name
