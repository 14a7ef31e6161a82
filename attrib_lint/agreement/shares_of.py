"""Shares that are not the part told with them: "60% of 1,000, or 700", "75 of the 59"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrib_lint.agreement.closed_lists import NUMBER_WORD
from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.sum import Sum
from attrib_lint.agreement.values import number
from attrib_lint.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from attrib_lint.article import Article

_OF = lazy_regex(r"\s*Of\s+(?:the|its|their|all|these|those)?\s*", re.IGNORECASE)
_OR = lazy_regex(r"[^.;:()]{0,40}?,?\s*(?:or|that is|which is)\s+|[^.;:]{0,30}\(")
_AND_COUNT = lazy_regex(rf"[^.;:()]{{0,40}}?\b(?:and|plus)\s+{NUMBER_WORD}\b", re.IGNORECASE)
_BRACKET_ENDS = lazy_regex(r"\s*(?:in all|in total|altogether)?\s*\)")


def shares(article: Article, found: Sequence[Mention]) -> Iterator[Sum]:
    """ "60% of 1,000 people, or 700" and "75 of the 59"."""
    for i, a in enumerate(found[:-1]):
        b = found[i + 1]
        between = article.text[a.span.end : b.span.start]
        if (
            not re.fullmatch(r"\s+of\s+(?:the|its|their|all|these|those)?\s*", between)
            or not b.quantity.exact
        ):
            continue
        base, top = b.quantity.interval.low or 0, a.quantity.interval.low or 0
        if a.quantity.unit == "count" == b.quantity.unit and a.quantity.exact and top > base > 1:
            yield Sum(a.span, f"{a.text} cannot be part of {b.text}", b.span, "the whole")
        if i + 2 < len(found) and b.quantity.unit == "count":
            between = article.text[b.span.end : found[i + 2].span.start]
            yield from _share_of(article, a, b, found[i + 2], between)


def of_whole(article: Article, found: Sequence[Mention]) -> Iterator[Sum]:
    """ "Of the 800 who replied, 60%, or 480 parents"."""
    for whole, share, part in zip(found, found[1:], found[2:], strict=False):
        opening = article.text[whole.sentence.start : whole.span.start]
        if not _OF.fullmatch(opening) or whole.quantity.unit != "count":
            continue
        if whole.sentence == part.sentence and whole.quantity.exact:
            between = article.text[share.span.end : part.span.start]
            yield from _share_of(article, share, whole, part, between)


def _share_of(article: Article, a: Mention, b: Mention, c: Mention, between: str) -> Iterator[Sum]:
    if a.quantity.unit not in ("%", "fraction") or c.quantity.unit != "count":
        return
    if not _OR.fullmatch(between) or _AND_COUNT.match(article.text, c.span.end):
        return
    if between.endswith("("):  # "(12 boys and eight girls)", "(40 families among them)"
        full = c.quantity.noun_span or c.span
        alike = c.quantity.noun in (None, b.quantity.noun)
        if not alike or not _BRACKET_ENDS.match(article.text, max(full.end, c.span.end)):
            return
    share = (a.quantity.interval.low or 0) / (100 if a.quantity.unit == "%" else 1)
    part = share * (b.quantity.interval.low or 0)
    low = 0.93 * (c.quantity.interval.tolerated_low or 0)
    high = 1.07 * (c.quantity.interval.tolerated_high or part)
    if not low <= part <= high:
        wrong = f"{a.text} of {b.text} is {number(round(part))}, not {c.text}"
        yield Sum(a.span, wrong, c.span, f"stated as {c.text}")
