"""What looks like a quantity and is none: identifiers, addresses, clock times, pronouns, markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.extract.number_words import Numeral, Word
from attrib_lint.extract.scan import scan
from attrib_lint.extract.units import unit_after
from attrib_lint.lexicon import words as entries

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURES = (
    r"\b\d{1,2}(?::\d\d)+(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}(?:\.\d\d)?\s?[ap]\.?m\b\.?"
    r"|\b\d{1,2}\s(?:o['’]clock|noon|GMT|UTC|EST|EDT|ET|PT|BST|IST)\b"
    r"|\b(?!Rs\d|RS\d|N\d|R\d|K?Sh\d|KSH)[A-Za-z]+[-–]?\d+(?:[.\d]*\d)?[A-Za-z]*\b(?!-?\s?(?:percent|%))"
    r"|\b\d+(?:G|D|K|GB|TB|MP|p|i|x|X)\b(?!\s(?:people|men|women|jobs))"
    r"|\b\d+[A-Z]{2,}\b|\b\d+(?!Million|Billion|Trillion|Percent)[A-Z][a-z]{2,}\w*"
    r"|\b\d+/\d+(?:/\d+)?\b|\+?\d{3}[- .]\d{3,4}[- .]?\d{3,4}\b"
    r"|\(\d{3}\)\s?\d{3}-\d{4}"
    r"|\b\d+(?:\.\d+){2,}\b|\b\d{5}(?:-\d{4})?(?=$|\n)|\b\d+(?:px|em|pt)\b"
)
_MASKED_FIGURE = lazy_regex(_FIGURES)
_MASKED = lazy_regex(
    r"https?://\S+|www\.\S+|\b[\w.]+@[\w.]+|[@#]\w+|<[^>]*>|pic\.twitter\.com/\S+"
    rf"|\b\w+\.(?:com|org|net|co)\b\S*|{_FIGURES}"
)
_MARKED = lazy_regex(r"[@#<]|https?://|www\.|\.(?:com|org|net|co)\b")
_DIGIT = lazy_regex(r"\d")
_FIGURE = lazy_regex(r"[+(]?\d|\b[A-Za-z]+[-–]?\d")
_MONEY_K = lazy_regex(r"[$£€₹₦]\s?\d[\d,.]*$|^\d+K$")
_NAMED_HUNDRED = lazy_regex(
    r"(?:FTSE|Fortune|S&P|Nasdaq|Nifty|Nikkei|Russell|Forbes|Billboard|Hot|ASX|CAC|IBEX|Indy|Dow|Big|Pac|Sensex|Stoxx|DAX)\s?-?$"
)


def masked_spans(text: str) -> list[Span]:
    """Stretches whose figures are never quantities: links, handles, markup, clock times, names
    with figures in them ("GPT-4", "G7"), telephone numbers, dates with slashes."""
    spans: list[Span] = []
    links = _MARKED.search(text) is not None
    if not links and _DIGIT.search(text) is None:
        return spans
    for match in _MASKED.finditer(text) if links else scan(_MASKED_FIGURE, _FIGURE, text):
        money = text[max(0, match.start() - 4) : match.end()]
        if re.fullmatch(r"\d+K", match.group()) or _MONEY_K.search(money):
            continue
        spans.append(Span(*match.span()))
    return spans


def is_lookalike(cut: Sequence[Word], numeral: Numeral, text: str) -> bool:
    """Whether a number is a label, part of a name or address, or the pronoun "one"."""
    first, last = cut[numeral.first], cut[numeral.last]
    if numeral.first == numeral.last and first.lower == "one":
        return _is_pronoun(cut, numeral.first) or _names_one(cut, numeral.first)
    if _is_idiom(cut, numeral) or _is_title(cut, numeral, text):
        return True
    if numeral.spelled:
        return _is_spelled_label(cut, numeral) or _is_address(cut, numeral)
    if not first.text.isdecimal() or numeral.first != numeral.last:
        return False
    before = cut[numeral.first - 1] if numeral.first else None
    if before is not None and before.lower in ("a", "an") and _is_bare(cut, numeral.last):
        return True
    if before is not None and before.text in (".", "№"):
        before = cut[numeral.first - 2] if numeral.first > 1 else None
    if before is not None and before.lower in entries("lookalikes", "labels.words"):
        return not _introduces_count(cut, numeral, before)
    if _is_identifier(cut, numeral, text) or _NAMED_HUNDRED.search(
        text[max(0, first.start - 12) : first.start]
    ):
        return True
    return (
        _is_address(cut, numeral)
        or _follows_name(cut, numeral, text)
        or last.end - first.start > 15
    )


def _is_identifier(cut: Sequence[Word], numeral: Numeral, text: str) -> bool:
    """Whether a long run of digits without groups stands by itself: "Item 127441906".

    Prices and counts of that size are written in groups or with "million".
    """
    first = cut[numeral.first]
    if len(first.text) < 7 or text[: first.start].rstrip().endswith(("$", "£", "€", "₹", "₦", "¥")):
        return False
    return unit_after(tuple(cut[numeral.last : numeral.last + 5]), 0) is None


def _is_bare(cut: Sequence[Word], last: int) -> bool:
    """Whether a figure after an article has no unit: "a 737"; not "a 5 percent rise"."""
    following = cut[last + 1] if last + 1 < len(cut) else None
    if following is None or following.text in ("-", "‑", "–", "%", "/"):
        return following is None
    return unit_after(tuple(cut[last : last + 5]), 0) is None


def _introduces_count(cut: Sequence[Word], numeral: Numeral, label: Word) -> bool:
    """ "On day 3" is a label; "a top 10 percent" or "this year 20 people" counts."""
    plain_time = label.text in ("week", "year", "season", "game", "match", "part", "day")
    follows = cut[numeral.last + 1].lower if numeral.last + 1 < len(cut) else ""
    return (
        label.lower != "no"
        and plain_time
        and follows.isalpha()
        and len(follows) > 2
        and follows not in ("and", "the", "was", "but", "for", "with", "when", "after")
    )


def _names_one(cut: Sequence[Word], i: int) -> bool:
    """Formula One, Air Force One, Type One."""
    return i > 0 and cut[i].text == "One" and cut[i - 1].text[0].isupper()


def _is_pronoun(cut: Sequence[Word], i: int) -> bool:
    before = cut[i - 1].lower if i else ""
    after = cut[i + 1].lower if i + 1 < len(cut) else ""
    if before in entries("lookalikes", "one_before.words") or after in entries(
        "lookalikes", "one_after.words"
    ):
        return True
    if after in ("-", "‑"):
        follows = cut[i + 2].lower if i + 2 < len(cut) else ""
        return follows in entries("lookalikes", "hyphen_idioms.words") or not follows.isalpha()
    return not after.isalpha() or (before == "-") or cut[i].text == "ONE"


def _is_idiom(cut: Sequence[Word], numeral: Numeral) -> bool:
    """two-way, four-wheeler, ten-fold, 24-hour news: no count. "One hundred" stays one."""
    at = numeral.last + 1
    if at + 1 < len(cut) and cut[at].text in ("-", "‑") and numeral.spelled:
        return cut[at + 1].lower in entries("lookalikes", "hyphen_idioms.words")
    before = cut[numeral.first - 1] if numeral.first else None
    return (
        before is not None
        and before.text in ("-", "‑")
        and (
            before.end == cut[numeral.first].start
            and numeral.first > 1
            and cut[numeral.first - 2].text.isalpha()
            and numeral.kind != "vague"
            and cut[numeral.first - 2].end == before.start
            and cut[numeral.first - 2].lower not in ("mid", "some", "another")
        )
    )


def _is_spelled_label(cut: Sequence[Word], numeral: Numeral) -> bool:
    """Chapter Eleven, Formula One, Big Ten, Seven Sisters."""
    first = cut[numeral.first]
    before = cut[numeral.first - 1] if numeral.first else None
    after = cut[numeral.last + 1] if numeral.last + 1 < len(cut) else None
    if (
        not first.text[0].isupper()
        or before is None
        or before.text in ('"', "“", ".", ":", "'", "‘", "—")
    ):
        return False
    if (
        before.text[0].isupper()
        and before.text.isalpha()
        and before.lower not in ("the", "a", "in")
    ):
        return not (
            after is not None
            and after.text[0].islower()
            and after.lower not in ("and", "of", "in", "is", "was", "has", "at")
        )
    return after is not None and after.text[0].isupper() and not before.text[0].isupper()


def _is_title(cut: Sequence[Word], numeral: Numeral, text: str) -> bool:
    """ "13 Hours", "Ocean's Eleven", "12 Years a Slave": capitals inside quotation marks."""
    before = cut[numeral.first - 1] if numeral.first else None
    after = cut[numeral.last + 1] if numeral.last + 1 < len(cut) else None
    if before is None or after is None or not after.text[0].isupper() or not after.text.isalpha():
        return False
    if before.text in ("“", '"', "‘", "'"):
        close = re.search(r"[”\"’']", text[after.start : after.start + 40])
        inner = text[after.start : after.start + close.start()] if close else "x y"
        return close is not None and all(w[0].isupper() or len(w) < 4 for w in inner.split())
    lower_title = text[cut[numeral.first].start :].split(" ", 3)
    headline = text[:60].istitle() or sum(w[:1].isupper() for w in text.split()[:8]) > 5
    return (
        not headline
        and before.text.islower()
        and len(after.text) > 3
        and after.text[1:].islower()
        and after.text.endswith("s")
        and len(lower_title) > 2
        and before.lower
        in ("film", "movie", "book", "novel", "see", "show", "series", "album", "thriller")
    )


def _is_address(cut: Sequence[Word], numeral: Numeral) -> bool:
    """10 Downing Street, 5th Avenue, 1600 Pennsylvania Avenue N.W."""
    following = cut[numeral.last + 1 : numeral.last + 4]
    street = entries("lookalikes", "compass.words")
    if not following or not following[0].text[0].isupper():
        return False
    names = [word for word in following if word.text[0].isupper()]
    return any(w.lower in street for w in names[1:]) or following[0].lower in street


def _follows_name(cut: Sequence[Word], numeral: Numeral, text: str) -> bool:
    """Whether a bare figure belongs to the capitalised word before it: "Apollo 11", "Boeing 737".

    "In Iraq 12 soldiers died" counts: a lower-case plural follows and no article precedes the name.
    """
    before = cut[numeral.first - 1] if numeral.first else None
    if before is None or not before.text[0].isupper() or not before.text.isalpha():
        return False
    if numeral.first == 1 or before.lower in (
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "of",
        "by",
        "for",
        "and",
        "but",
        "only",
        "just",
        "over",
        "about",
        "some",
        "all",
        "with",
        "after",
        "to",
        "from",
        "are",
        "is",
        "first",
        "last",
        "than",
        "least",
        "under",
        "nearly",
        "almost",
        "more",
        "between",
        "these",
        "those",
        "his",
        "her",
        "their",
        "our",
        "its",
        "as",
        "that",
        "these",
    ):
        return False
    if text[before.end : cut[numeral.first].start] != " ":
        return False
    titled = sum(w[:1].isupper() for w in text.split()) > 0.6 * len(text.split())
    after = cut[numeral.last + 1] if numeral.last + 1 < len(cut) else None
    counts = (
        after is not None
        and (
            after.lower.endswith("s")
            or after.lower
            in (
                "people",
                "men",
                "women",
                "children",
                "percent",
                "per",
                "%",
                "million",
                "billion",
                "more",
                "other",
            )
        )
        and (after.text[0].islower() or titled or after.text == "%")
    )
    article = numeral.first > 1 and cut[numeral.first - 2].lower in (
        "the",
        "a",
        "an",
        "of",
        "his",
        "her",
        "new",
    )
    return not counts or (article and not titled) or before.lower in ("boeing", "airbus", "iphone")
