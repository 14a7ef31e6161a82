"""Ranges as one figure: "between 5 and 7 million", "$10-$12", "18 to 29"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from attrib_lint.extract.figure import DASHES, Figure, figure_span, written
from attrib_lint.extract.number_words import Numeral, Word
from attrib_lint.extract.numerals import read_numeral
from attrib_lint.extract.operators import operator_before, range_interval
from attrib_lint.extract.units import age_after, currency_sign, rate_after, unit_after
from attrib_lint.lexicon import words as entries


def range_at(cut: tuple[Word, ...], a: Numeral, text: str, shut: set[int]) -> Figure | None:
    """ "between 5 and 7 million", "$10-$12", "18 to 29", "1% to 14%" as one figure."""
    if a.kind not in ("number", "fraction"):
        return None
    before = cut[a.first - 1].lower if a.first else ""
    sign = currency_sign(cut, a.first)
    first = sign[1] if sign else a.first
    lead = cut[first - 1].lower if first else ""
    unit_a = unit_after(cut, a.last) if sign is None else None
    at = (unit_a.last if unit_a else a.last) + 1
    if lead == "of" and first > 1 and cut[first - 2].lower in ("age", "ages"):
        lead = "ages"
    if at >= len(cut) or not _joinsrange_at(cut, at, lead):
        return None
    start_b = at + 1
    while start_b < len(cut) and cut[start_b].text in ("$", "£", "€", "₹", "₦"):
        start_b += 1
    b = read_numeral(cut, start_b) if start_b < len(cut) and start_b not in shut else None
    if b is None or b.kind not in ("number", "fraction") or before in ("by",):
        return None
    a = _shared_scale(cut, a, b)
    if not a.low < b.high:
        return None
    if cut[at].lower == "to" and _changes(cut, first, lead):
        return None
    return _range_figure(
        cut, a, b, first, sign[0] if sign else None, unit_a.name if unit_a else None, text
    )


def _joinsrange_at(cut: tuple[Word, ...], at: int, lead: str) -> bool:
    """Whether word `at` joins the ends of a range."""
    if cut[at].lower == "and":
        return lead in ("between", "ages")
    if cut[at].lower in ("to", "or"):
        return True
    return (
        cut[at].text in DASHES
        and at + 1 < len(cut)
        and (cut[at + 1].start == cut[at].end and cut[at].start == cut[at - 1].end)
    )


def _changes(cut: tuple[Word, ...], first: int, lead: str) -> bool:
    """ "rose from 4 to 6", "rose 4 percent to 6 million": two values."""
    near = [w.lower for w in cut[max(0, first - (6 if lead == "from" else 3)) : first]]
    return bool(set(near) & entries("lookalikes", "change_verbs.words"))


def _shared_scale(cut: tuple[Word, ...], a: Numeral, b: Numeral) -> Numeral:
    """ "5 to 7 million": the first figure takes the second's multiplier."""
    plain = cut[b.first].text.replace(",", "")
    if not re.fullmatch(r"\d+(\.\d+)?", plain) or a.first != a.last or float(plain) == 0:
        return a
    scale = b.low / float(plain)
    if scale >= 100 and a.low < 1000 and a.low * scale <= b.low:
        return replace(a, low=a.low * scale, high=a.high * scale, grain=a.grain * scale)
    return a


def _range_figure(
    cut: tuple[Word, ...],
    a: Numeral,
    b: Numeral,
    first: int,
    money: str | None,
    unit_a: str | None,
    text: str,
) -> Figure | None:
    unit_b = unit_after(cut, b.last)
    last, unit = (unit_b.last, unit_b.name) if unit_b else (b.last, unit_a or "count")
    if money is not None:
        last, unit = b.last, money
    elif unit_b and unit_b.name in ("year", "month"):
        age = age_after(cut, unit_b)
        last, unit = (age, "age") if age is not None else (last, unit)
    lead = cut[first - 1].lower if first else ""
    if unit_a and unit_a != unit:
        return None
    near = {w.lower for w in cut[max(0, first - 3) : first]}
    if unit == "count" and near & {"aged", "age", "ages"}:
        unit = "age"
    start = first - 1 if lead in ("between", "from") else first
    kind, start = operator_before(cut, start)
    operator = written(cut, start, a.first, text).rstrip("$£€₹₦ ")
    rate = rate_after(cut, last)
    value = range_interval(a, b)
    if kind == "about":
        value = replace(value, tolerated_low=0.9 * a.low, tolerated_high=1.1 * b.high)
    return Figure(start, last, figure_span(cut, start, last), value, operator, unit, False, rate)
