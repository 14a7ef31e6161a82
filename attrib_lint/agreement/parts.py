"""Parts of a whole that do not make it: "45 seats: 20, 15 and six"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.sum import Sum
from attrib_lint.agreement.values import number
from attrib_lint.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from attrib_lint.article import Article

_PARTED = lazy_regex(r"\s*[:–—]\s*$")
_WITHIN = lazy_regex(  # a count inside or beside a part: "up four", "two of them"
    r"\b(?:up|down|than|gaining|losing|against|compared|each|apiece|both)\b"
    r"|\ba\s+(?:gain|loss)\b|\bof\s+(?:them|which|whom|these|those|whose)\b"
)
_REST = lazy_regex(r"\b(?:rest|others?|remain\w*|includ\w*|among|more|vacant|independents?)\b")


def parts_of(article: Article, found: Sequence[Mention]) -> Iterator[Sum]:
    """ "45 seats: 20 for the Reds, 15 for the Blues and six for the Greens"."""
    for i, total in enumerate(found):
        parts = [m for m in found[i + 1 :] if m.sentence == total.sentence]
        full = total.quantity.noun_span
        if full is None or len(parts) < 3 or total.quantity.unit != "count":
            continue
        if not _PARTED.match(article.text[full.end : parts[0].span.start]):
            continue
        told = article.text[full.end : total.sentence.end]
        last = article.text[parts[-2].span.end : parts[-1].span.start]
        alike = all(m.quantity.exact and m.quantity.unit == "count" for m in (total, *parts))
        if not alike or _REST.search(told) or not re.search(r"\band\s+$", last):
            continue
        apart = [article.text[a.span.end : b.span.start] for a, b in itertools.pairwise(parts)]
        amount = sum(m.quantity.interval.low or 0 for m in parts)
        if _WITHIN.search(told) or _may_hold(parts, total.quantity.interval.low or 0):
            continue
        if all("," in gap or gap is apart[-1] for gap in apart) and (
            amount != total.quantity.interval.low
        ):
            here = " ".join(full.of(article.text).split())
            wrong = f"“{here}”, but the parts make {number(amount)}"
            span = parts[0].span.cover(parts[-1].span)
            yield Sum(full, wrong, span, f"{number(amount)} together")


def _may_hold(parts: list[Mention], whole: float) -> bool:
    """Whether the sum comes out when some parts are counted within others, "14, five tankers"."""
    amounts = [m.quantity.interval.low or 0 for m in parts]
    over = sum(amounts) - whole
    inner = amounts[1:]
    return over > 0 and any(
        sum(some) == over for n in (1, 2, 3) for some in itertools.combinations(inner, n)
    )
