"""Rises, falls and multiples that are not what the two figures told with them make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.sum import Sum
from attrib_lint.agreement.values import number
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span

if TYPE_CHECKING:
    from attrib_lint.article import Article

_TIMES = {
    "doubled": 2.0,
    "doubling": 2.0,
    "tripled": 3.0,
    "trebled": 3.0,
    "quadrupled": 4.0,
    "halved": 0.5,
}
_FROM_TO = lazy_regex(r",?\s*(?:\w+\s+){0,3}(?:\w+,\s+)?from\s+$")
_SPANS_OF_TIME = frozenset(("year", "month", "week", "day", "decade", "hour"))
_AGAINST = lazy_regex(
    r"^(?:(?!\b(?:and|but|while|which|who)\b)[^.;:]){0,40}"
    r"\b(?:against|compared (?:with|to)|(?:up|down) from|versus)\s+$"
)
_CHANGE = lazy_regex(  # "140 boats a year earlier, a fall of"
    r"(?:\s+(?P<noun>[a-z]+))??\s+(?:(?:in|during)\s+)?(?:(?:a|the|one)\s+year\s+(?:earlier|before|ago)"
    r"|last\s+year|the\s+previous\s+year),\s+"
    r"an?\s+(?:(?P<fall>fall|drop|decline|decrease)|rise|increase|jump|gain)\s+of\s+"
)
_CHANGE_ENDS = lazy_regex(  # nothing that says what else the change is measured on
    r"(?=[.,;)]|\s*$)(?:(?!\b(?:on|from|since|against|compared|than|over)\b)[^.;])*(?:[.;]|$)"
)
_CREDIT = lazy_regex(r"(?=,\s+(?:according to|as per|per)\b)")  # whose figures they are


def changes(article: Article, found: Sequence[Mention]) -> Iterator[Sum]:
    """ "rose 50% from 200 to 250"."""
    for share, a, b in zip(found, found[1:], found[2:], strict=False):
        if share.quantity.unit != "%" or not _from_to(article, share.span, a, b):
            continue
        low, high = a.quantity.interval.low or 0, b.quantity.interval.low or 0
        if not low:
            continue
        change = abs(high - low) / low * 100
        interval = share.quantity.interval
        least = (interval.tolerated_low or 0) - 0.6 - 0.05 * change
        most = (interval.tolerated_high or change) + 0.6 + 0.05 * change
        if not least <= change <= most:
            wrong = f"{a.text} to {b.text} is {number(round(change, 1))} percent, not {share.text}"
            yield Sum(share.span, wrong, a.span.cover(b.span), "these figures")


def falls(article: Article, found: Sequence[Mention]) -> Iterator[Sum]:
    """ "Sold 120 boats, against 150 the year before, a fall of 20 percent"."""
    for now, then, share in zip(found, found[1:], found[2:], strict=False):
        if share.quantity.unit != "%" or now.sentence != share.sentence:
            continue
        if now.quantity.unit != then.quantity.unit or now.quantity.unit == "%":
            continue
        against = _AGAINST.search(article.text[now.span.end : then.span.start])
        told = _CHANGE.fullmatch(article.text[then.span.end : share.span.start])
        rest = _CREDIT.split(article.text[share.span.end : share.sentence.end])[0]
        low, high = then.quantity.interval.low, then.quantity.interval.high
        if against is None or told is None or not low or not high or not then.quantity.exact:
            continue
        if then.quantity.noun not in (None, now.quantity.noun) or not _CHANGE_ENDS.match(rest):
            continue
        if told["noun"] and not re.search(rf"\b{told['noun']}\b", now.text_of):
            continue
        ends = (now.quantity.interval.tolerated_low, now.quantity.interval.tolerated_high)
        sign = -1 if told["fall"] else 1
        changes = sorted(sign * (end - low) / low * 100 for end in ends if end is not None)
        if not changes:
            continue
        slack = 1 + 0.05 * abs(changes[-1])
        least = (share.quantity.interval.tolerated_low or 0) - slack
        most = (share.quantity.interval.tolerated_high or changes[-1]) + slack
        if changes[-1] < least or changes[0] > most:
            way = ("a rise of " if told["fall"] else "a fall of ") if changes[-1] < 0 else ""
            wrong = (
                f"{then.text} to {now.text} is "
                f"{way}{number(abs(round(changes[0], 1)))} percent, not {share.text}"
            )
            yield Sum(share.span, wrong, now.span.cover(then.span), "these figures")


def multiples(article: Article, found: Sequence[Mention]) -> Iterator[Sum]:
    """ "doubled, from $4m to $6m"."""
    for match in re.finditer(r"\b(?:" + "|".join(_TIMES) + r")\b", article.text):
        span = Span(*match.span())
        near = (m for m in found if 0 <= m.span.start - span.end < 60)
        after = [m for m in near if m.quantity.unit not in _SPANS_OF_TIME][:2]
        if len(after) < 2 or not _from_to(article, span, *after):
            continue
        a, b = (m.quantity.interval.low or 0 for m in after)
        about = re.search(
            r"(?:nearly|almost|more than|about|roughly|over|virtually)\s$",
            article.text[: span.start],
        )
        wanted, slack = _TIMES[match.group()], 0.2 if about else 0.08
        if a and abs(b / a / wanted - 1) > slack:
            wrong = (
                f"{after[0].text} to {after[1].text} is {number(round(b / a, 2))} times, "
                f"not “{match.group()}”"
            )
            yield Sum(span, wrong, after[0].span.cover(after[1].span), "these figures")


def _from_to(article: Article, before: Span, a: Mention, b: Mention) -> bool:
    """Whether "from A to B" follows in the same sentence, one unit in both."""
    if a.sentence != b.sentence or a.quantity.unit not in (b.quantity.unit, "count"):
        return False
    if "%" in (a.quantity.unit, b.quantity.unit):
        return False
    opening = article.text[before.end : a.span.start]
    middle = article.text[a.span.end : b.span.start]
    exact = a.quantity.exact and b.quantity.exact
    return (
        exact
        and bool(_FROM_TO.fullmatch(opening))
        and re.fullmatch(r"(?:\s\w+){0,3}\s+to\s+", middle) is not None
    )
