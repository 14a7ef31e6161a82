"""Leads and majorities that are not what lies between the two figures told with them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.sum import Sum
from attrib_lint.agreement.values import number
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span

if TYPE_CHECKING:
    from attrib_lint.article import Article

_JOIN = lazy_regex(
    r"\s*(?:,|–|-|—)?\s*(?:to|against|versus|vs\.?|over|and)?\s*(?:his|her|their)?\s*"
)
_AHEAD = lazy_regex(
    r"\b(?:lead|leads|led|leading|ahead|margin|edge|edges|edged|trail|trails|trailing|behind|back|beat|beats|tops|topped|advantage)\b"
)
_TALLY = lazy_regex(
    r"(?:,\s+|\s+\()(?!(?:19|20)\d\d[-–—])(\d[\d,]*)\s*(?:to|against|[-–—])\s*(\d[\d,]*)\b"
    r"(?![^.;]{0,40}\b\d+[-–—]\d)"  # no sets of a match, no second leg
)
_WON_BY = frozenset(("vote", "goal", "seat", "try", "frame", "hole", "game"))
_ERROR = lazy_regex(r"plus or minus|margin of (?:sampling )?error|\+/-|±")


def margins(article: Article, found: Sequence[Mention], slack: float) -> Iterator[Sum]:
    """ "by 21 points, 46 percent to 35 percent", also with the shares in the next sentence."""
    pairs = [(a, b) for a, b in itertools.pairwise(found) if _is_pair(article, a, b)]
    scores = [m for m in found if m.quantity.unit == "score"]
    for margin in (m for m in found if m.quantity.unit == "point" and m.quantity.interval.low):
        for a, b in pairs:
            if _belongs(article, margin, a, b) and (wrong := _gap(margin, a, b, slack)) is not None:
                span = a.span.cover(b.span)
                yield _sum(margin, span, span.of(article.text), number(wrong))
        for score in scores:
            low, high = score.quantity.interval.low or 0, score.quantity.interval.high or 0
            near = score.sentence == margin.sentence and 0 < score.span.start - margin.span.end < 8
            if near and not _fits(margin, high - low, slack):
                yield _sum(margin, score.span, score.text, number(high - low))


def tallies(article: Article, found: Sequence[Mention]) -> Iterator[Sum]:
    """ "Passed by 12 votes, 58 to 44"."""
    for margin in found:
        full = margin.quantity.noun_span
        won = margin.quantity.noun in _WON_BY and margin.quantity.exact and full is not None
        tally = _TALLY.match(article.text, full.end) if won and full is not None else None
        if tally is None or margin.left[-1:] != ("by",):
            continue
        one, other = (int(n.replace(",", "")) for n in tally.groups())
        gap = abs(one - other)
        if gap != margin.quantity.interval.low:
            span = Span(tally.start(1), tally.end(2))
            yield _sum(margin, span, span.of(article.text), number(gap))


def _sum(margin: Mention, span: Span, shares: str, gap: str) -> Sum:
    wrong = f"“{margin.text}”, but {shares} is {gap} apart"
    return Sum(margin.span, wrong, span, f"{gap} apart")


def _is_pair(article: Article, a: Mention, b: Mention) -> bool:
    """ "46 percent to 35 percent", and two shares of one sentence that follow one another."""
    if a.quantity.unit != "%" or b.quantity.unit != "%" or a.sentence != b.sentence:
        return False
    return a.quantity.exact and b.quantity.exact


def _belongs(article: Article, margin: Mention, a: Mention, b: Mention) -> bool:
    """Whether two shares are what a margin lies between."""
    between = article.text[a.span.end : b.span.start]
    joined = bool(_JOIN.fullmatch(between))
    if margin.sentence == a.sentence:
        gap = article.text[margin.span.end : a.span.start]
        if _of_error(article, margin.span):
            return False
        return joined and margin.span.end <= a.span.start and len(gap) < 30 and ";" not in gap
    apart = article.text[margin.sentence.end : a.sentence.start]
    if a.sentence.start < margin.sentence.end or _of_error(article, margin.span):
        return False
    if apart.strip() or not _AHEAD.search(margin.text_of) or margin.shifted or a.shifted:
        return False
    alone = (
        not any(not _of_error(article, m.span) for m in margin.siblings) and len(a.siblings) <= 3
    )
    if joined:
        return alone and bool(_AHEAD.search(a.text_of)) and not _other_poll(margin, a)
    rivals = bool(margin.names & a.names) and "while" in between and a.order == 0
    return alone and rivals and not _other_poll(margin, a)


def _of_error(article: Article, span: Span) -> bool:
    """Whether points are a poll's margin of error."""
    return _ERROR.search(article.text[max(0, span.start - 40) : span.start]) is not None


def _other_poll(margin: Mention, a: Mention) -> bool:
    """Whether the shares come from another time or place than the margin."""
    return bool(margin.times and a.times and not margin.times & a.times) or bool(
        a.names - margin.names and margin.names - a.names and not a.names & margin.names
    )


def _gap(margin: Mention, a: Mention, b: Mention, slack: float) -> float | None:
    """What the two shares are apart, where that is not the margin."""
    gap = abs((a.quantity.interval.low or 0) - (b.quantity.interval.low or 0))
    return None if _fits(margin, gap, slack) else gap


def _fits(margin: Mention, gap: float, slack: float) -> bool:
    interval = margin.quantity.interval
    low = interval.tolerated_low if interval.tolerated_low is not None else 0
    high = interval.tolerated_high if interval.tolerated_high is not None else gap
    return low - slack <= gap <= high + slack
