"""Vague numbers in plain text: dozens, a few, several hundred, six-figure, both, twice."""

from __future__ import annotations

from attrib_lint.extract.number_words import HYPHENS, Numeral, Word, table, word_at


def plural_magnitude(words: tuple[Word, ...], i: int) -> Numeral | None:
    """dozens / hundreds of thousands / tens of millions / thousands upon thousands."""
    plural = table("plural_magnitudes")
    name = word_at(words, i)
    if name not in plural:
        return None
    low, high = plural[name][:2]
    second = word_at(words, i + 2)
    if word_at(words, i + 1) in ("upon", "and", "on") and second == name:
        return Numeral(i, i + 2, 2 * low, 10 * high + 9, "vague", low, True)
    if word_at(words, i + 1) == "of" and second in plural and plural[second][0] > low:
        base = plural[second][0]
        return Numeral(i, i + 2, low * base, (high + 1) * base - 1, "vague", base, True)
    if name == "tens":
        return None
    return Numeral(i, i, low, high, "vague", low, True)


def vague_number(words: tuple[Word, ...], i: int) -> Numeral | None:
    """a few / several / a couple / a handful, and "several hundred", "a few dozen"."""
    entries, name = table("vague"), word_at(words, i)
    last = i
    if name in ("a", "the", "an"):
        name, last = f"a {word_at(words, i + 1)}", i + 1
    elif f"a {name}" in entries and name == "couple":
        name = f"a {name}"
    if name in ("both", "twice"):
        return _two(words, i)
    if name not in entries:
        return None
    low, high = entries[name][:2]
    after = last + 2 if word_at(words, last + 1) == "of" else last + 1
    factor = table("multipliers").get(word_at(words, after), (0.0,))[0]
    if factor:
        return Numeral(i, after, low * factor, high * factor, "vague", factor, True)
    return Numeral(i, last, low, high, "vague", 1.0, True)


def _two(words: tuple[Word, ...], i: int) -> Numeral | None:
    """ "both men", "both of them", "twice"; not "both A and B", "twice as many"."""
    after = word_at(words, i + 1)
    if word_at(words, i) == "twice":
        counts = after not in ("as", "the", "that", "its", "their", "his", "her", "what", "over")
    else:
        plural = after.endswith("s") or after in ("men", "women", "people", "children")
        plain = (
            i + 1 < len(words) and words[i + 1].text.islower() and after not in ("as", "is", "was")
        )
        counts = after == "of" or (plural and plain and word_at(words, i + 2) != "and")
    return Numeral(i, i, 2.0, 2.0, "number", 1.0, True) if counts else None


def digit_word(words: tuple[Word, ...], i: int) -> Numeral | None:
    """six-figure / double-digit."""
    if word_at(words, i + 1) not in HYPHENS:
        return None
    name = f"{word_at(words, i)}-{word_at(words, i + 2).removesuffix('s')}"
    found = table("digit_words").get(name)
    return Numeral(i, i + 2, found[0], found[1], "vague", found[0], True) if found else None
