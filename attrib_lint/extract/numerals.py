"""The number grammar: digits, spelled-out and vague numbers in plain text, without a parse."""

from __future__ import annotations

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.extract.number_words import (
    HYPHENS,
    VULGAR,
    Numeral,
    Word,
    exactly,
    grain,
    money_multiplier,
    multiplier,
    table,
    touches,
    value_of,
    word_at,
)
from attrib_lint.extract.shares import fraction, share
from attrib_lint.extract.units import is_of_money
from attrib_lint.extract.vague_numbers import digit_word, plural_magnitude, vague_number

_GROUPED = lazy_regex(r"\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:\.\d+)?")

_ORDINAL_SUFFIX = {"st", "nd", "rd", "th"}


def read_numeral(words: tuple[Word, ...], i: int) -> Numeral | None:
    """The longest number that begins at word `i`."""
    for read in _READERS:
        numeral = read(words, i)
        if numeral is not None:
            return numeral
    return None


def _figure(words: tuple[Word, ...], i: int) -> Numeral | None:
    """12 / 12,500 / 2½ / 33million / 3.5bn / 5 lakh / $2T."""
    written = words[i].text
    if written in VULGAR:
        return Numeral(i, i, VULGAR[written], VULGAR[written], "fraction", 0.01, False)
    if not written[0].isdecimal() or not _GROUPED.fullmatch(written):
        return None
    if touches(words, i + 1) and word_at(words, i + 1) in _ORDINAL_SUFFIX:
        value = value_of(written)
        return Numeral(i, i + 1, value, value, "ordinal", 1.0, False)
    value, unit, last = value_of(written), 0.0, i
    unit = grain(value, written)
    if i + 1 < len(words) and words[i + 1].text in VULGAR:
        value, unit, last = value + VULGAR[words[i + 1].text], 0.25, i + 1
    elif [word_at(words, i + k) for k in (1, 2, 3)] == ["and", "a", "half"]:
        value, unit, last = value + 0.5, 0.5, i + 3
    scale, last = multiplier(words, last, digits=True)
    if scale == 1.0 and is_of_money(words, i):
        scale, last = money_multiplier(words, last)
    return exactly(i, last, value * scale, unit * scale, spelled=False)


def _spelled(words: tuple[Word, ...], i: int) -> Numeral | None:
    """twenty-five / two hundred and six / a hundred / three and a half million."""
    values, big = table("values"), table("multipliers")
    total = current = 0.0
    at, seen = i, -1
    if word_at(words, i) in ("a", "an") and word_at(words, i + 1) in big:
        if word_at(words, i + 1) == "score" and word_at(words, i + 2) != "of":
            return None
        current, at = 1.0, i + 1
    while at < len(words):
        word = word_at(words, at)
        if word in values and not (at > i and word_at(words, at - 1) in values and current % 10):
            if seen == at - 1 and word_at(words, seen) in values and values[word][0] >= 10:
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
    if [word_at(words, last + k) for k in (1, 2, 3)] == ["and", "a", "half"]:
        scale, end = multiplier(words, last + 3, digits=False)
        half = 0.5 * (scale if scale > 1 else _last_scale(words, last))
        value, last, unit = (value * scale if scale > 1 else value) + half, end, half
    return exactly(i, last, value, unit, spelled=True)


def _last_scale(words: tuple[Word, ...], last: int) -> float:
    """The multiplier at `last`: "a million and a half" is half a million more."""
    return table("multipliers").get(word_at(words, last), (1.0,))[0]


def _joins(words: tuple[Word, ...], at: int, seen: int) -> bool:
    """Whether a hyphen or "and" between two number words belongs to the number."""
    values, big, following = table("values"), table("multipliers"), word_at(words, at + 1)
    if seen != at - 1 or seen < 0:
        return False
    if word_at(words, at) in HYPHENS:
        tens = values.get(word_at(words, seen), (0.0,))[0] >= 20
        return following in big or (tens and values.get(following, (10.0,))[0] < 10)
    return word_at(words, at) == "and" and word_at(words, seen) in big and following in values


_READERS = (share, fraction, digit_word, vague_number, plural_magnitude, _figure, _spelled)
