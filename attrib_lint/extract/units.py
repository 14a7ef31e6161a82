"""Units of a number: currency, percent, points, durations, measures, ages and rates."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from attrib_lint.extract.number_words import Word, cut_words
from attrib_lint.lexicon import load, words

_HYPHENS = ("-", "‑", "‐")
_DASHES = (*_HYPHENS, "–", "—")


class Unit(Struct, frozen=True):
    """A unit and the last word that belongs to it."""

    name: str
    last: int


@cache
def _named(table: str) -> dict[tuple[str, ...], str]:
    """The unit words of one table, cut into words, to the unit's name."""
    found: dict[tuple[str, ...], str] = {}
    for key, entries in load("units").items():
        if key.startswith(f"{table}."):
            for entry in entries:
                cut = entry.replace(".", " .").replace("/", " / ").replace("-", " - ")
                found[tuple(cut.split())] = key.removeprefix(f"{table}.")
    return found


@cache
def _plain(table: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(entry.replace("-", " - ").split()) for entry in words("units", f"{table}.words")
    )


@cache
def _signs() -> dict[str, str]:
    return {"".join(key): code for key, code in _named("currency_signs").items()} | _letters()


@cache
def _letters() -> dict[str, str]:
    return {"".join(key): code for key, code in _named("currency_letters").items()}


@cache
def _sign_ends() -> frozenset[str]:
    """The last words of signs and codes: no currency stands before any other word."""
    return frozenset({*(cut_words(sign)[-1].lower for sign in _signs()), *_codes()})


@cache
def _codes() -> dict[str, str]:
    return {key[0]: code for key, code in _named("currency_words").items() if len(key) == 1}


def currency_sign(cut: tuple[Word, ...], first: int) -> tuple[str, int] | None:
    """The currency whose sign ends right before word `first`, and the sign's first word."""
    if not first or cut[first - 1].lower not in _sign_ends():
        return None
    signs = _signs()
    for length in (4, 3, 2, 1):
        at = first - length
        if at < 0:
            continue
        text = "".join(word.lower for word in cut[at:first])
        touching = all(cut[k].end == cut[k + 1].start for k in range(at, first - 1))
        if text in signs and touching and _sign_stands(cut, at, first, text):
            return signs[text], at
    codes = _codes()
    before = cut[first - 1] if first else None
    if before and before.text.isupper() and len(before.text) == 3 and before.lower in codes:
        return codes[before.lower], first - 1
    return None


def is_of_money(cut: tuple[Word, ...], first: int) -> bool:
    """Whether a currency sign stands before a figure, or before the range that it ends: "$1-2T"."""
    while first > 1 and cut[first - 1].text in _DASHES and cut[first - 2].text[0].isdecimal():
        first -= 2
    return currency_sign(cut, first) is not None


def _is_grouped(figure: str) -> bool:
    """ "R600 000", "N45,000": no name has so many digits."""
    return any(sign == "," or sign.isspace() for sign in figure)


def _sign_stands(cut: tuple[Word, ...], at: int, first: int, text: str) -> bool:
    """Letters count as a sign only where they begin a word and the figure is near."""
    if text[0].isalpha() and at and cut[at - 1].end == cut[at].start and cut[at - 1].text.isalnum():
        return False
    gap = cut[first].start - cut[first - 1].end
    if text in _letters():
        large = _is_of_millions(cut, first) or _is_grouped(cut[first].text)
        return gap == 0 and cut[at].text[0].isupper() and large
    return gap <= 1


def _is_of_millions(cut: tuple[Word, ...], first: int) -> bool:
    """ "R11bn", "R5.5 million": an R8 is a car."""
    following = next((w.lower for w in cut[first : first + 5] if w.text.isalpha()), None)
    return following in words("units", "millions.words")


def unit_after(cut: tuple[Word, ...], last: int) -> Unit | None:
    """The unit right after word `last`, a hyphen between them allowed."""
    at = last + 1
    if at < len(cut) and cut[at].text in _HYPHENS and cut[at].start == cut[last].end:
        at += 1
    if at < len(cut) and cut[at].text == "]":
        at += 1
    following = tuple(word.lower for word in cut[at : at + 3])
    for length in (3, 2, 1):
        phrase, end = following[:length], at + length - 1
        if len(phrase) < length:
            continue
        if phrase in _plain("percent"):
            return _percent(cut, end)
        if phrase in _plain("basis_point"):
            return Unit("basis point", end)
        if phrase in _plain("point"):
            return Unit("point", end)
        for table in ("durations", "measures", "currency_words"):
            if phrase in _named(table):
                return Unit(_named(table)[phrase], end)
    return None


def _percent(cut: tuple[Word, ...], end: int) -> Unit:
    """ "5 percent", but "5 percent points" is points."""
    if end + 1 < len(cut) and cut[end + 1].lower in ("point", "points"):
        return Unit("point", end + 1)
    return Unit("%", end)


def is_duration(unit: str) -> bool:
    """Whether a unit measures time."""
    return unit in _named("durations").values()


def is_currency(unit: str) -> bool:
    """Whether a unit is money."""
    return unit.isupper() and len(unit) >= 3


def age_after(cut: tuple[Word, ...], unit: Unit) -> int | None:
    """The last word of an age: "-old" in "42-year-old", "old" in "42 years old"."""
    at = unit.last + 1
    if at < len(cut) and cut[at].text in _HYPHENS:
        at += 1
    if at < len(cut) and cut[at].lower in ("old", "olds"):
        return at
    if [w.lower for w in cut[unit.last + 1 : unit.last + 3]] == ["of", "age"]:
        return unit.last + 2
    return None


def rate_after(cut: tuple[Word, ...], last: int) -> str | None:
    """What a figure is counted per: "a month", "per person", "each"."""
    following = [word.lower for word in cut[last + 1 : last + 4]]
    if following[:1] == ["each"] or following[:1] == ["apiece"]:
        return "each"
    if following[:2] and following[0] in ("a", "an", "per", "every", "/") and len(following) > 1:
        name = following[1]
        if following[0] == "per" or name in words("units", "rates.words"):
            return name
    if following[:1] and following[0] in ("daily", "weekly", "monthly", "annually", "yearly"):
        return following[0].removesuffix("ly")
    if following[:2] == ["for", "every"] or following[:2] == ["for", "each"]:
        return following[2] if len(following) > 2 else "each"
    return None
