"""Joins a number with its operator, currency, unit and range, by characters alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from attrib_lint.core.facts import Interval
from attrib_lint.core.span import Span
from attrib_lint.extract import numerals
from attrib_lint.extract.lookalikes import is_lookalike
from attrib_lint.extract.numerals import Numeral, Word
from attrib_lint.extract.operators import (
    Operator,
    interval,
    operator_after,
    operator_before,
    range_interval,
)
from attrib_lint.extract.units import (
    age_after,
    currency_sign,
    is_currency,
    is_duration,
    rate_after,
    unit_after,
)
from attrib_lint.lexicon import load
from attrib_lint.lexicon import words as entries

_DASHES = ("-", "–", "‑", "—")
_PERIODS = frozenset(
    [
        "century",
        "quarter",
        "day",
        "week",
        "month",
        "year",
        "floor",
        "street",
        "avenue",
        "amendment",
        "district",
        "grade",
        "edition",
        "half",
        "term",
        "world",
        "party",
        "estate",
        "annual",
        "birthday",
        "anniversary",
        "of",
        "in",
        "at",
        "on",
        "to",
        "and",
        "or",
        "the",
        "grader",
        "generation",
        "circuit",
        "congress",
        "season",
        "hour",
        "minute",
        "ave",
        "st",
        "place",
    ]
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit; `first` and `last` are word indices, `span` indexes the text."""

    first: int
    last: int
    span: Span
    interval: Interval
    operator: str
    unit: str
    exact: bool
    rate: str | None = None


def figures_in(text: str, closed: Sequence[Span]) -> list[Figure]:
    """Every figure outside the closed stretches, in reading order."""
    cut = numerals.cut(text)
    shut = _shut(cut, closed)
    found: list[Figure] = []
    i = 0
    while i < len(cut):
        closed_here = i in shut or not numerals.may_open(cut[i])
        figure = None if closed_here else _figure_at(cut, i, text, shut)
        if figure is None:
            i += 1
            continue
        found.append(figure)
        i = figure.last + 1
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
    score = _score(cut, i, text)
    if score is not None:
        return score
    numeral = numerals.read_numeral(cut, i)
    if numeral is None:
        return _ordinal(cut, i)
    if numeral.kind == "ordinal":
        return _ordinal(cut, i)
    if numeral.last in shut or is_lookalike(cut, numeral, text):
        return None
    return _range(cut, numeral, text, shut) or _single(cut, numeral, text)


def _inside_number(cut: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` is glued to a letter or figure before it ("A4", "3.14.2")."""
    before, word = cut[i - 1], cut[i]
    return before.end == word.start and (
        (
            before.text.isalpha()
            and word.text[0].isdigit()
            and before.lower not in ("rs", "n", "r", "ksh")
        )
        or (
            before.text == "."
            and word.text[0].isdigit()
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
        if unit == "count" and _is_age(cut, numeral, text):
            unit = "age"
    decade = _age_decade(cut, numeral)
    if decade is not None:
        return decade
    rate = rate_after(cut, last)
    kind, first = _operator(cut, first, unit)
    operator = _text(cut, first, numeral.first if sign is None else sign[1], text)
    if not kind:
        kind, last, operator = _after(cut, last, text)
    if numeral.kind == "fraction" and unit != "count":
        numeral = replace(numeral, kind="number", grain=0.01)
    if numeral.kind == "fraction":
        unit = "fraction"
    value = interval(numeral, kind)
    exact = kind in ("", "exact") and numeral.kind == "number"
    return Figure(first, last, _span(cut, first, last), value, operator, unit, exact, rate)


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
        glued = cut[last + 1].text in _DASHES
        return (unit.last, unit.name) if glued else (last, "count")
    if unit.name == "point" and cut[unit.last].lower == "point" and numeral.low == 1:
        return last, "count"
    return unit.last, unit.name


def _is_age(cut: tuple[Word, ...], numeral: Numeral, text: str) -> bool:
    """ "aged 42", "age 42", and "Smith, 42," between commas."""
    before = cut[numeral.first - 1].lower if numeral.first else ""
    if before in ("aged", "age", "ages"):
        return True
    if numeral.spelled or not 0 < numeral.low <= 115 or numeral.first != numeral.last:
        return False
    word = cut[numeral.first]
    opens = re.search(r"[A-Za-z]{2,}[.”\"]?(?:, | \()$", text[max(0, word.start - 20) : word.start])
    closes = re.match(r",(?! \d)(?=\s)|\)|\.(?:\s|$)", text[word.end :])
    return bool(opens and closes) and before in (",", "(")


def _age_decade(cut: tuple[Word, ...], numeral: Numeral) -> Figure | None:
    """ "in his 40s", "in their early 30s"."""
    at = numeral.last + 1
    if at >= len(cut) or cut[at].text != "s" or cut[at].start != cut[numeral.last].end:
        return None
    before = {w.lower for w in cut[max(0, numeral.first - 4) : numeral.first]}
    if not before & {"his", "her", "their", "my", "your", "our"} or numeral.low % 10:
        return None
    low = numeral.low
    value = Interval(low, low + 9, True, True, low, low + 9)
    return Figure(numeral.first, at, _span(cut, numeral.first, at), value, "", "age", False)


def _ordinal(cut: tuple[Word, ...], i: int) -> Figure | None:
    """ "a fifth superdelegate", "his 12th goal"; periods, streets and "first" are left out."""
    last, value = i, _ordinals().get(cut[i].lower)
    if (
        value is None
        and cut[i].text.isdigit()
        and i + 1 < len(cut)
        and cut[i + 1].lower in ("st", "nd", "rd", "th")
    ):
        if cut[i + 1].start != cut[i].end:
            return None
        last, value = i + 1, float(cut[i].text)
    before = cut[i - 1].lower if i else ""
    after = cut[last + 1] if last + 1 < len(cut) else None
    if value is None or value < 3 or after is None or not after.text.isalpha():
        return None
    if (
        before not in ("a", "the", "his", "her", "their", "its", "another")
        or after.lower in _PERIODS
    ):
        return None
    if after.text[0].isupper():
        return None
    exact = Interval(value, value, True, True, value, value)
    return Figure(i, last, _span(cut, i, last), exact, "", "ordinal", True)


@cache
def _ordinals() -> dict[str, float]:
    """Spelled ordinals from the third on."""
    table = load("numbers")
    prefix = "ordinals."
    return {k.removeprefix(prefix): float(v[0]) for k, v in table.items() if k.startswith(prefix)}


def _score(cut: tuple[Word, ...], i: int, text: str) -> Figure | None:
    """ "won 3-1", "41-40", "a 5-4 ruling", "1 – 0": two figures, the lower first."""
    if i + 2 >= len(cut) or not (cut[i].text.isdigit() and cut[i + 2].text.isdigit()):
        return None
    if cut[i + 1].text not in _DASHES or len(cut[i].text) > 3 or len(cut[i + 2].text) > 3:
        return None
    if i and cut[i - 1].text in ("$", "£", "€", "-", "–", "/"):
        return None
    a, b = float(cut[i].text), float(cut[i + 2].text)
    close = {w.lower for w in cut[max(0, i - 8) : i + 8]}
    spaced = cut[i].end != cut[i + 1].start
    near = entries("lookalikes", "score_words.words") & close
    ages = {w.lower for w in cut[max(0, i - 3) : i]} & {"age", "ages", "aged", "between"}
    unit = unit_after(cut, i + 2)
    if ages or unit is not None or (a < b and not near) or not (near or a >= b or spaced):
        return None
    if a < b and cut[i + 3 : i + 4] and cut[i + 3].lower in ("people", "percent", "men", "women"):
        return None
    low, high = sorted((a, b))
    value = Interval(low, high, True, True, low, high)
    return Figure(i, i + 2, _span(cut, i, i + 2), value, "", "score", True)


def _range(cut: tuple[Word, ...], a: Numeral, text: str, shut: set[int]) -> Figure | None:
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
    if at >= len(cut) or not _joins_range(cut, at, lead):
        return None
    start_b = at + 1
    while start_b < len(cut) and cut[start_b].text in ("$", "£", "€", "₹", "₦"):
        start_b += 1
    b = numerals.read_numeral(cut, start_b) if start_b < len(cut) and start_b not in shut else None
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


def _joins_range(cut: tuple[Word, ...], at: int, lead: str) -> bool:
    """Whether word `at` joins the ends of a range."""
    if cut[at].lower == "and":
        return lead in ("between", "ages")
    if cut[at].lower in ("to", "or"):
        return True
    return (
        cut[at].text in _DASHES
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
    operator = _text(cut, start, a.first, text).rstrip("$£€₹₦ ")
    rate = rate_after(cut, last)
    value = range_interval(a, b)
    if kind == "about":
        value = replace(value, tolerated_low=0.9 * a.low, tolerated_high=1.1 * b.high)
    return Figure(start, last, _span(cut, start, last), value, operator, unit, False, rate)


def _span(cut: Sequence[Word], first: int, last: int) -> Span:
    return Span(cut[first].start, cut[last].end)


def _text(cut: Sequence[Word], first: int, end: int, text: str) -> str:
    return text[cut[first].start : cut[end - 1].end].lower() if end > first else ""
