"""Parts of a whole in plain text: half, two-thirds, a quarter of a million, one in five."""

from __future__ import annotations

from attrib_lint.extract.number_words import HYPHENS, Numeral, Word, exactly, table, word_at


def fraction(words: tuple[Word, ...], i: int) -> Numeral | None:
    """half / a third / two-thirds / half a million / a quarter of a million / half a dozen."""
    parts, name = table("denominators"), word_at(words, i)
    top, last = 0.0, i
    if name == "half":
        top, last = 1.0, i
        below = 2.0
    elif name in ("a", "an", "one") and _fraction_word(words, i + 1):
        top, last, below = 1.0, i + 1, parts[word_at(words, i + 1)][0]
    else:
        hyphen = 1 if word_at(words, i + 1) in HYPHENS else 0
        plural, value = word_at(words, i + 1 + hyphen), table("values").get(name, (0.0,))[0]
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
    if word_at(words, i) not in table("denominators"):
        return False
    return word_at(words, i) == "half" or word_at(words, i + 1) in (
        "of",
        "more",
        "less",
        ",",
        ".",
        "",
    )


def _scaled_fraction(words: tuple[Word, ...], i: int, last: int, share: float) -> Numeral | None:
    big, at = table("multipliers"), last + 1
    if word_at(words, at) in HYPHENS and word_at(words, at + 1) == "dozen":
        return exactly(i, at + 1, 12 * share, 1.0, spelled=True)
    if word_at(words, at) in HYPHENS and word_at(words, last) in ("half", "quarter"):
        return None
    if word_at(words, at) == "of" and word_at(words, at + 1) == "a":
        at += 1
    if word_at(words, at) in ("a", "-") and word_at(words, at + 1) in big:
        factor = big[word_at(words, at + 1)][0]
        return exactly(i, at + 1, share * factor, factor / 20 if factor > 12 else 1.0, spelled=True)
    return Numeral(i, last, share, share, "fraction", 0.01, True)


def share(words: tuple[Word, ...], i: int) -> Numeral | None:
    """one in five / three out of ten / 9 in 10."""
    top = _small(words, i)
    if top is None:
        return None
    step = 1 if word_at(words, i + 1) == "in" else 2
    if step == 2 and [word_at(words, i + 1), word_at(words, i + 2)] != ["out", "of"]:
        return None
    at = i + 1 + step
    if word_at(words, at) == "every":
        at += 1
    below = _small(words, at)
    if below is None or below < 3 or top >= below or below > 1000:
        return None
    if step == 1 and below not in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000):
        return None
    return Numeral(i, at, top / below, top / below, "fraction", 0.01, words[i].text.isalpha())


def _small(words: tuple[Word, ...], i: int) -> float | None:
    """A plain whole number in one word."""
    word = word_at(words, i)
    if word.isdecimal():
        return float(word)
    return table("values").get(word, (None,))[0]
