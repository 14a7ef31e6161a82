"""Figures with a grammar of their own: ages, ordinals, scores."""

from __future__ import annotations

import re
from functools import cache

from attrib_lint.core.facts import Interval
from attrib_lint.extract.figure import DASHES, Figure, figure_span
from attrib_lint.extract.number_words import Numeral, Word
from attrib_lint.extract.units import unit_after
from attrib_lint.lexicon import load
from attrib_lint.lexicon import words as entries

_OLD = 13  # "died at 4" tells the time as often as the age


def is_age(cut: tuple[Word, ...], numeral: Numeral, text: str) -> bool:
    """ "aged 42", "age 42", "dies at 85", and "Smith, 42," between commas."""
    before = cut[numeral.first - 1].lower if numeral.first else ""
    if before in ("aged", "age", "ages"):
        return True
    ahead = cut[numeral.first - 2].lower if numeral.first > 1 else ""
    if before == "at" and ahead in ("dies", "died", "dead") and _OLD <= numeral.low <= 115:
        return True  # "Ada Obi dies at 85"
    if numeral.spelled or not 0 < numeral.low <= 115 or numeral.first != numeral.last:
        return False
    word = cut[numeral.first]
    opens = re.search(r"[A-Za-z]{2,}[.”\"]?(?:, | \()$", text[max(0, word.start - 20) : word.start])
    closes = re.match(r",(?! \d)(?=\s)|\)|\.(?:\s|$)", text[word.end :])
    return bool(opens and closes) and before in (",", "(")


def age_decade(cut: tuple[Word, ...], numeral: Numeral) -> Figure | None:
    """ "in his 40s", "in their early 30s"."""
    at = numeral.last + 1
    if at >= len(cut) or cut[at].text != "s" or cut[at].start != cut[numeral.last].end:
        return None
    before = {w.lower for w in cut[max(0, numeral.first - 4) : numeral.first]}
    if not before & {"his", "her", "their", "my", "your", "our"} or numeral.low % 10:
        return None
    low = numeral.low
    value = Interval(low, low + 9, True, True, low, low + 9)
    return Figure(numeral.first, at, figure_span(cut, numeral.first, at), value, "", "age", False)


def ordinal_at(cut: tuple[Word, ...], i: int) -> Figure | None:
    """ "a fifth superdelegate", "his 12th goal"; periods, streets and "first" are left out."""
    last, value = i, _ordinals().get(cut[i].lower)
    if (
        value is None
        and cut[i].text.isdecimal()
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
    if before not in (
        "a",
        "the",
        "his",
        "her",
        "their",
        "its",
        "another",
    ) or after.lower in entries("lookalikes", "periods.words"):
        return None
    if after.text[0].isupper():
        return None
    exact = Interval(value, value, True, True, value, value)
    return Figure(i, last, figure_span(cut, i, last), exact, "", "ordinal", True)


@cache
def _ordinals() -> dict[str, float]:
    """Spelled ordinals from the third on."""
    table = load("numbers")
    prefix = "ordinals."
    return {k.removeprefix(prefix): float(v[0]) for k, v in table.items() if k.startswith(prefix)}


def score_at(cut: tuple[Word, ...], i: int, text: str) -> Figure | None:
    """ "won 3-1", "41-40", "a 5-4 ruling", "1 – 0": two figures, the lower first."""
    if i + 2 >= len(cut) or not (cut[i].text.isdecimal() and cut[i + 2].text.isdecimal()):
        return None
    if cut[i + 1].text not in DASHES or len(cut[i].text) > 3 or len(cut[i + 2].text) > 3:
        return None
    if i and cut[i - 1].text in ("$", "£", "€", "-", "–", "/"):
        return None
    a, b = float(cut[i].text), float(cut[i + 2].text)
    close = {w.lower for w in cut[max(0, i - 8) : i + 8]}
    spaced = cut[i].end != cut[i + 1].start
    sides = (*cut[max(0, i - 1) : i], *cut[i + 3 : i + 4])
    faced = spaced and len(sides) == 2 and all(w.text[:1].isupper() for w in sides)
    near = faced or entries("lookalikes", "score_words.words") & close  # "Tunisia 1 – 2 England"
    ages = {w.lower for w in cut[max(0, i - 3) : i]} & {"age", "ages", "aged", "between"}
    unit = unit_after(cut, i + 2)
    if ages or unit is not None or (a < b and not near) or not (near or a >= b or spaced):
        return None
    if a < b and cut[i + 3 : i + 4] and cut[i + 3].lower in ("people", "percent", "men", "women"):
        return None
    low, high = sorted((a, b))
    value = Interval(low, high, True, True, low, high)
    return Figure(i, i + 2, figure_span(cut, i, i + 2), value, "", "score", True)
