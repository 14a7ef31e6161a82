"""Cuts a text into words and figures, and looks number words up; what the number grammar reads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from msgspec import Struct

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.lexicon import load

NumeralKind = Literal["number", "vague", "fraction", "ordinal"]

_SPACED = (  # 48 000, and 4 800 among small letters
    r"(?<![\d.,])[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})*"
    r"(?:[\u00a0\u2009\u202f]\d{3}|[ ]000)(?![\d,-])"
    r"|(?<=[a-z] )[1-9]\d{0,2}(?: \d{3})+(?= [a-z])"
)
_TOKEN = lazy_regex(rf"{_SPACED}|\d+(?:,\d+)*(?:\.\d+)?|[½¼¾⅓⅔⅕⅛]|[^\W\d_]+|\S")

_SEPARATOR = lazy_regex(r"[,\s]")

_LETTERS = lazy_regex(r"[^\W\d_]+")

VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}

_FIGURE = lazy_regex(rf"[\d{''.join(VULGAR)}]")

HYPHENS = {"-", "‑", "‐"}

_ARTICLES = frozenset(("a", "an", "the"))


class Word(NamedTuple):
    """A run of letters, a figure or a sign; offsets index the text that was cut.

    A tuple, because there is one for each word of an article.
    """

    text: str
    start: int
    end: int
    lower: str


class Numeral(Struct, frozen=True):
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


def cut_words(text: str) -> tuple[Word, ...]:
    """The words of a text: "$33million" gives "$", "33", "million"."""
    new = tuple.__new__  # half the time of calling Word, for every word of an article
    return tuple(
        [new(Word, (word := m[0], m.start(), m.end(), word.lower())) for m in _TOKEN.finditer(text)]
    )


def value_of(figure: str) -> float:
    """What a figure says, without what separates its thousands: "48 000" and "48,000"."""
    return float(_SEPARATOR.sub("", figure))


def may_hold_number(text: str) -> bool:
    """Whether `openings` may find anything: a figure or a number word stands somewhere."""
    if _FIGURE.search(text) is not None:
        return True
    return not _number_words().isdisjoint(_LETTERS.findall(text.lower()))


@cache
def table(name: str) -> dict[str, tuple[float, ...]]:
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


def word_at(words: tuple[Word, ...], i: int) -> str:
    """Word `i` in lower case, "" outside the text."""
    return words[i].lower if 0 <= i < len(words) else ""


def touches(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` follows the word before it without a space."""
    return 0 < i < len(words) and words[i - 1].end == words[i].start


def exactly(first: int, last: int, value: float, unit: float, *, spelled: bool) -> Numeral:
    """A number with one value; `unit` is its grain."""
    return Numeral(first, last, value, value, "number", unit, spelled)


def multiplier(words: tuple[Word, ...], last: int, *, digits: bool) -> tuple[float, int]:
    """What the words after `last` multiply by, and the last of them."""
    scale, big, short = 1.0, table("multipliers"), table("short_multipliers")
    following = word_at(words, last + 1)
    if digits and following in short and _ends_figure(words, last + 1):
        return short[following][0], last + 1
    if digits and following in short and touches(words, last + 1):
        return scale, last
    hyphen = 1 if following in HYPHENS and touches(words, last + 1) else 0
    while (name := word_at(words, last + 1 + hyphen)) in big and name != "score":
        scale, last = scale * big[name][0], last + 1 + hyphen
        hyphen = 0
    return scale, last


def money_multiplier(words: tuple[Word, ...], last: int) -> tuple[float, int]:
    """What a letter at a sum of money multiplies by, and the last word: "$1.1T"."""
    letter = table("money_multipliers").get(word_at(words, last + 1))
    if letter is None or not _ends_figure(words, last + 1):
        return 1.0, last
    return letter[0], last + 1


def _ends_figure(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` stands against the figure before it, and nothing against the word."""
    return touches(words, i) and not (touches(words, i + 1) and word_at(words, i + 1).isalnum())


def openings(words: Sequence[Word]) -> list[int]:
    """Where a number may begin: a figure, a number word, an article before one."""
    opening, following = _opening_words(), _after_articles()
    last = len(words) - 1
    return [
        i
        for i, word in enumerate(words)
        if (
            word.lower in opening
            and (word.lower not in _ARTICLES or (i < last and words[i + 1].lower in following))
        )
        or word.text[0].isdecimal()
        or word.text in VULGAR
    ]


@cache
def _opening_words() -> frozenset[str]:
    """Every word, in lower case, that a number without digits may begin with."""
    tables = ("values", "multipliers", "plural_magnitudes", "ordinals")
    vague = {word for name in table("vague") for word in name.split()}
    digits = {name.split("-")[0] for name in table("digit_words")}
    rest = {"half", "both", "twice", "one"}
    return frozenset({w for t in tables for w in table(t)} | vague | digits | rest | _ARTICLES)


@cache
def _number_words() -> frozenset[str]:
    return (_opening_words() - _ARTICLES) | _after_articles()


@cache
def _after_articles() -> frozenset[str]:
    """What makes a number with an article before it: "a hundred", "a third", "the couple"."""
    vague = {name.removeprefix("a ") for name in table("vague") if name.startswith("a ")}
    return frozenset({*table("multipliers"), *table("denominators"), *vague})
