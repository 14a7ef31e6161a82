"""The number grammar: digits, spelled-out and vague numbers in plain text, without a parse."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from attrib_lint.lexicon import load

NumeralKind = Literal["number", "vague", "fraction", "ordinal"]
_TOKEN = re.compile(r"\d+(?:,\d+)*(?:\.\d+)?|[½¼¾⅓⅔⅕⅛]|[^\W\d_]+|\S")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:\.\d+)?")
_ORDINAL_SUFFIX = {"st", "nd", "rd", "th"}
_HYPHENS = {"-", "‑", "‐"}


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters, a figure or a sign; offsets index the text that was cut."""

    text: str
    start: int
    end: int
    lower: str


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, with the values it allows; `first` and `last` are word indices.

    `grain` is the unit of the last significant digit, at most a tenth of the value: 10,000 has
    1,000, 21,090 has 10. `spelled` is true where no digit is written.
    """

    first: int
    last: int
    low: float
    high: float
    kind: NumeralKind
    grain: float
    spelled: bool


def cut(text: str) -> tuple[Word, ...]:
    """The words of a text: "$33million" gives "$", "33", "million"."""
    return tuple(
        Word(word := m.group(), m.start(), m.end(), word.lower()) for m in _TOKEN.finditer(text)
    )


@cache
def opening_words() -> frozenset[str]:
    """Every word, in lower case, that a number without digits may begin with."""
    tables = ("values", "multipliers", "plural_magnitudes", "ordinals")
    vague = {word for name in _table("vague") for word in name.split()}
    digits = {name.split("-")[0] for name in _table("digit_words")}
    articles = {"a", "an", "the", "half", "both", "twice", "one"}
    return frozenset({w for t in tables for w in _table(t)} | vague | digits | articles)


def may_open(word: Word) -> bool:
    """Whether a number may begin with this word."""
    return word.text[0].isdigit() or word.text in _VULGAR or word.lower in opening_words()


def read_numeral(words: tuple[Word, ...], i: int) -> Numeral | None:
    """The longest number that begins at word `i`."""
    for read in (_share, _fraction, _digit_word, _vague, _plural_magnitude, _figure, _spelled):
        numeral = read(words, i)
        if numeral is not None:
            return numeral
    return None


@cache
def _table(name: str) -> dict[str, tuple[float, ...]]:
    """One table of numbers.toml."""
    prefix = f"{name}."
    return {
        key.removeprefix(prefix): tuple(float(v) for v in values)
        for key, values in load("numbers").items()
        if key.startswith(prefix)
    }


def grain(value: float, written: str = "") -> float:
    """The unit of the last significant digit, two significant digits at least being meant."""
    if "." in written:
        return float(10 ** -len(written.split(".")[1]))
    whole = int(value)
    if whole == 0:
        return 1.0
    digits = str(whole)
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10 ** min(zeros, max(0, len(digits) - 2)))


def _at(words: tuple[Word, ...], i: int) -> str:
    return words[i].lower if 0 <= i < len(words) else ""


def _touches(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` follows the word before it without a space."""
    return 0 < i < len(words) and words[i - 1].end == words[i].start


def _exactly(first: int, last: int, value: float, unit: float, *, spelled: bool) -> Numeral:
    return Numeral(first, last, value, value, "number", unit, spelled)


def _figure(words: tuple[Word, ...], i: int) -> Numeral | None:
    """12 / 12,500 / 2½ / 33million / 3.5bn / 5 lakh."""
    written = words[i].text
    if written in _VULGAR:
        return Numeral(i, i, _VULGAR[written], _VULGAR[written], "fraction", 0.01, False)
    if not written[0].isdigit() or not _GROUPED.fullmatch(written):
        return None
    if _touches(words, i + 1) and _at(words, i + 1) in _ORDINAL_SUFFIX:
        value = float(written.replace(",", ""))
        return Numeral(i, i + 1, value, value, "ordinal", 1.0, False)
    value, unit, last = float(written.replace(",", "")), 0.0, i
    unit = grain(value, written)
    if i + 1 < len(words) and words[i + 1].text in _VULGAR:
        value, unit, last = value + _VULGAR[words[i + 1].text], 0.25, i + 1
    elif [_at(words, i + k) for k in (1, 2, 3)] == ["and", "a", "half"]:
        value, unit, last = value + 0.5, 0.5, i + 3
    scale, last = _multiplier(words, last, digits=True)
    return _exactly(i, last, value * scale, unit * scale, spelled=False)


def _multiplier(words: tuple[Word, ...], last: int, *, digits: bool) -> tuple[float, int]:
    """What the words after `last` multiply by, and the last of them."""
    scale, big, short = 1.0, _table("multipliers"), _table("short_multipliers")
    following = _at(words, last + 1)
    if digits and _touches(words, last + 1) and following in short:
        if _touches(words, last + 2) and _at(words, last + 2).isalnum():
            return scale, last
        return short[following][0], last + 1
    hyphen = 1 if following in _HYPHENS and _touches(words, last + 1) else 0
    while (name := _at(words, last + 1 + hyphen)) in big and name != "score":
        scale, last = scale * big[name][0], last + 1 + hyphen
        hyphen = 0
    return scale, last


def _spelled(words: tuple[Word, ...], i: int) -> Numeral | None:
    """twenty-five / two hundred and six / a hundred / three and a half million."""
    values, big = _table("values"), _table("multipliers")
    total = current = 0.0
    at, seen = i, -1
    if _at(words, i) in ("a", "an") and _at(words, i + 1) in big:
        if _at(words, i + 1) == "score" and _at(words, i + 2) != "of":
            return None
        current, at = 1.0, i + 1
    while at < len(words):
        word = _at(words, at)
        if word in values and not (at > i and _at(words, at - 1) in values and current % 10):
            if seen == at - 1 and _at(words, seen) in values and values[word][0] >= 10:
                break
            current, seen = current + values[word][0], at
        elif word in big and (seen >= 0 or at > i) and word != "score":
            factor = big[word][0]
            current = (current or 1.0) * factor
            if factor >= 1000:
                total, current = total + current, 0.0
            seen = at
        elif not _joins(words, at, seen):
            break
        at += 1
    if seen < 0:
        return None
    value, unit, last = total + current, 0.0, seen
    unit = grain(value)
    if [_at(words, last + k) for k in (1, 2, 3)] == ["and", "a", "half"]:
        scale, end = _multiplier(words, last + 3, digits=False)
        half = 0.5 * (scale if scale > 1 else _last_scale(words, last))
        value, last, unit = (value * scale if scale > 1 else value) + half, end, half
    return _exactly(i, last, value, unit, spelled=True)


def _last_scale(words: tuple[Word, ...], last: int) -> float:
    """The multiplier at `last`: "a million and a half" is half a million more."""
    return _table("multipliers").get(_at(words, last), (1.0,))[0]


def _joins(words: tuple[Word, ...], at: int, seen: int) -> bool:
    """Whether a hyphen or "and" between two number words belongs to the number."""
    values, big, following = _table("values"), _table("multipliers"), _at(words, at + 1)
    if seen != at - 1 or seen < 0:
        return False
    if _at(words, at) in _HYPHENS:
        tens = values.get(_at(words, seen), (0.0,))[0] >= 20
        return following in big or (tens and values.get(following, (10.0,))[0] < 10)
    return _at(words, at) == "and" and _at(words, seen) in big and following in values


def _plural_magnitude(words: tuple[Word, ...], i: int) -> Numeral | None:
    """dozens / hundreds of thousands / tens of millions / thousands upon thousands."""
    plural = _table("plural_magnitudes")
    name = _at(words, i)
    if name not in plural:
        return None
    low, high = plural[name][:2]
    second = _at(words, i + 2)
    if _at(words, i + 1) in ("upon", "and", "on") and second == name:
        return Numeral(i, i + 2, 2 * low, 10 * high + 9, "vague", low, True)
    if _at(words, i + 1) == "of" and second in plural and plural[second][0] > low:
        base = plural[second][0]
        return Numeral(i, i + 2, low * base, (high + 1) * base - 1, "vague", base, True)
    if name == "tens":
        return None
    return Numeral(i, i, low, high, "vague", low, True)


def _vague(words: tuple[Word, ...], i: int) -> Numeral | None:
    """a few / several / a couple / a handful, and "several hundred", "a few dozen"."""
    table, name = _table("vague"), _at(words, i)
    last = i
    if name in ("a", "the", "an"):
        name, last = f"a {_at(words, i + 1)}", i + 1
    elif f"a {name}" in table and name in ("couple",):
        name = f"a {name}"
    if name in ("both", "twice"):
        return _two(words, i)
    if name not in table:
        return None
    low, high = table[name][:2]
    after = last + 2 if _at(words, last + 1) == "of" else last + 1
    factor = _table("multipliers").get(_at(words, after), (0.0,))[0]
    if factor:
        return Numeral(i, after, low * factor, high * factor, "vague", factor, True)
    return Numeral(i, last, low, high, "vague", 1.0, True)


def _two(words: tuple[Word, ...], i: int) -> Numeral | None:
    """ "both men", "both of them", "twice"; not "both A and B", "twice as many"."""
    after = _at(words, i + 1)
    if _at(words, i) == "twice":
        counts = after not in ("as", "the", "that", "its", "their", "his", "her", "what", "over")
    else:
        plural = after.endswith("s") or after in ("men", "women", "people", "children")
        plain = (
            i + 1 < len(words) and words[i + 1].text.islower() and after not in ("as", "is", "was")
        )
        counts = after == "of" or (plural and plain and _at(words, i + 2) != "and")
    return Numeral(i, i, 2.0, 2.0, "number", 1.0, True) if counts else None


def _digit_word(words: tuple[Word, ...], i: int) -> Numeral | None:
    """six-figure / double-digit."""
    if _at(words, i + 1) not in _HYPHENS:
        return None
    name = f"{_at(words, i)}-{_at(words, i + 2).removesuffix('s')}"
    found = _table("digit_words").get(name)
    return Numeral(i, i + 2, found[0], found[1], "vague", found[0], True) if found else None


def _fraction(words: tuple[Word, ...], i: int) -> Numeral | None:
    """half / a third / two-thirds / half a million / a quarter of a million / half a dozen."""
    parts, name = _table("denominators"), _at(words, i)
    top, last = 0.0, i
    if name == "half":
        top, last = 1.0, i
        below = 2.0
    elif name in ("a", "an", "one") and _fraction_word(words, i + 1):
        top, last, below = 1.0, i + 1, parts[_at(words, i + 1)][0]
    else:
        hyphen = 1 if _at(words, i + 1) in _HYPHENS else 0
        plural, value = _at(words, i + 1 + hyphen), _table("values").get(name, (0.0,))[0]
        if not (plural in parts and plural.endswith(("s", "half")) and 0 < value < 20):
            hyphen = hyphen if name == "one" else -1
            if hyphen != 1 or plural not in parts:
                return None
        if plural == "quarters" and value > 3:
            return None
        top, last, below = value, i + 1 + hyphen, parts[plural][0]
    return _scaled_fraction(words, i, last, top / below)


def _fraction_word(words: tuple[Word, ...], i: int) -> bool:
    """Whether the word after "a" is a share, not an ordinal ("a third man", "a quarter-final")."""
    if _at(words, i) not in _table("denominators"):
        return False
    return _at(words, i) == "half" or _at(words, i + 1) in ("of", "more", "less", ",", ".", "")


def _scaled_fraction(words: tuple[Word, ...], i: int, last: int, share: float) -> Numeral | None:
    big, at = _table("multipliers"), last + 1
    if _at(words, at) in _HYPHENS and _at(words, at + 1) == "dozen":
        return _exactly(i, at + 1, 12 * share, 1.0, spelled=True)
    if _at(words, at) in _HYPHENS and _at(words, last) in ("half", "quarter"):
        return None
    if _at(words, at) == "of" and _at(words, at + 1) == "a":
        at += 1
    if _at(words, at) in ("a", "-") and _at(words, at + 1) in big:
        factor = big[_at(words, at + 1)][0]
        return _exactly(
            i, at + 1, share * factor, factor / 20 if factor > 12 else 1.0, spelled=True
        )
    return Numeral(i, last, share, share, "fraction", 0.01, True)


def _share(words: tuple[Word, ...], i: int) -> Numeral | None:
    """one in five / three out of ten / 9 in 10."""
    top = _small(words, i)
    if top is None:
        return None
    step = 1 if _at(words, i + 1) == "in" else 2
    if step == 2 and [_at(words, i + 1), _at(words, i + 2)] != ["out", "of"]:
        return None
    at = i + 1 + step
    if _at(words, at) == "every":
        at += 1
    below = _small(words, at)
    if below is None or below < 3 or top >= below or below > 1000:
        return None
    if step == 1 and below not in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000):
        return None
    return Numeral(i, at, top / below, top / below, "fraction", 0.01, words[i].text.isalpha())


def _small(words: tuple[Word, ...], i: int) -> float | None:
    """A plain whole number in one word."""
    word = _at(words, i)
    if word.isdigit():
        return float(word)
    return _table("values").get(word, (None,))[0]
