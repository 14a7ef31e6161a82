"""Sums that a careless article leaves to the reader: a list with counts in it, parts of a toll."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.sum import Sum
from attrib_lint.agreement.values import number
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.questions.careful import is_careless

if TYPE_CHECKING:
    from attrib_lint.article import Article

_LEAST, _MOST = 3, 12  # members of a list
_LIST = lazy_regex(
    r"(?:\s+others)?\s*[:–—]\s+(?P<items>[^.:;?!()–—“”\"]+?,[^.:;?!()–—“”\"]+?)\.(?:\s|$)"
)
_OPEN = lazy_regex(r"\b(?:includ|such as|among|like|others|more)")
_BETWEEN = lazy_regex(r",\s+and\s+|,\s+|\s+and\s+")
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = dict(zip(_WORDS, range(2, 11), strict=True))
_ITEM = lazy_regex(  # "two clerks", "a retired judge", "Ann Lee", "builder Ann Lee"
    rf"(?:(?P<many>\d{{1,2}}|{'|'.join(_COUNTS)})\s+[a-z]|(?:an?|the|his|her|its|their|one)\s+[a-z]"
    r"|(?:[a-z-]+\s+){0,3}[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)"
)
_HARMED = lazy_regex(
    r"(?<!mong )(?<!of )\b[Tt]he (?:dead|victims|injured|wounded|missing|arrested|detained|rescued)"
    r"\s+(?:were|are)\s+$"
)
_JOINED = re.compile(r"\s+[a-z]+(?:,|\s+and|,\s+and)\s+")


def summed(article: Article, found: Sequence[Mention]) -> Iterator[Sum]:
    """The sums of a careless article that do not come out."""
    if is_careless(article):
        yield from _lists(article, found)
        yield from _tolls(article, found)


def _lists(article: Article, found: Sequence[Mention]) -> Iterator[Sum]:
    """ "Five others: builder Ann Lee, two clerks and a retired judge"."""
    for mention in found:
        full = mention.quantity.noun_span or mention.span
        low = mention.quantity.interval.low or 0
        listed = _LIST.match(article.text, full.end)
        counts = mention.quantity.exact and mention.quantity.unit == "count" and low <= _MOST
        if not counts or listed is None or _OPEN.search(listed["items"]):
            continue
        amounts = [_amount(item) for item in _BETWEEN.split(listed["items"])]
        known = [n for n in amounts if n is not None]
        if len(amounts) < _LEAST or len(known) < len(amounts) or set(known) == {1}:
            continue
        if sum(known) != low:
            whole = Span(mention.span.start, listed.start("items")).of(article.text)
            span = Span(mention.span.start, mention.span.start + len(whole.rstrip(" :–—\n")))
            here = " ".join(span.of(article.text).split())
            items = Span(listed.start("items"), listed.end("items"))
            wrong = f"“{here}”, but {sum(known)} are listed"
            yield Sum(span, wrong, items, f"{sum(known)} together")


def _amount(item: str) -> int | None:
    """How many a member of a list stands for, None where it is no such member."""
    member = _ITEM.match(item)
    if member is None:
        return None
    many = member["many"]
    return 1 if many is None else int(many) if many.isdecimal() else _COUNTS[many]


def _tolls(article: Article, found: Sequence[Mention]) -> Iterator[Sum]:
    """ "At least 36 died. The dead were 14 children, 11 women and nine men."""
    for i, first in enumerate(found):
        opening = article.text[first.sentence.start : first.span.start]
        if _HARMED.search(opening) is None:
            continue
        parts = _joined(article, [m for m in found[i:] if m.sentence == first.sentence])
        totals = [m for m in found[:i] if m.known & first.known and _is_total(m)]
        plain = all(m.quantity.exact and m.quantity.unit == "count" for m in parts)
        amount = sum(m.quantity.interval.low or 0 for m in parts)
        if len(parts) > 1 and plain and totals and not any(_holds(m, amount) for m in totals):
            total = totals[0]
            span = parts[0].shown_span.cover(parts[-1].shown_span)
            wrong = f"these are {number(amount)}, not {total.text}"
            yield Sum(span, wrong, total.shown_span, f"here it is {total.text}")


def _joined(article: Article, parts: Sequence[Mention]) -> Sequence[Mention]:
    """The figures of a list, "14 children, 11 women and nine men", as far as it goes."""
    for n, (a, b) in enumerate(itertools.pairwise(parts), start=1):
        if _JOINED.fullmatch(article.text[a.span.end : b.span.start]) is None:
            return parts[:n]
    return parts


def _is_total(mention: Mention) -> bool:
    return mention.quantity.unit == "count" and not (
        mention.part or mention.ranked or mention.headline
    )


def _holds(total: Mention, amount: float) -> bool:
    interval = total.quantity.interval
    high = interval.high if interval.high is not None else amount
    return (interval.low or 0) <= amount <= high
