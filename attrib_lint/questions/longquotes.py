"""Finds the ends of quotations that run over several paragraphs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrib_lint.article import Article

_FARTHEST = 12  # paragraphs that one quotation may run over


def ends_of_long_quotes(article: Article) -> set[int]:
    """The paragraphs (by index) at the two ends of quotations that run over several of them."""
    ends = sorted([(i, False) for i in _running(article)] + [(i, True) for i in _lone(article)])
    found: set[int] = set()
    for (first, closes), (last, closed) in pairwise(ends):
        if not closes and closed and last - first <= _FARTHEST:
            found |= {first, last}
    return found


def _lone(article: Article) -> set[int]:
    """The paragraphs that hold a mark which closes nothing in them."""
    return {
        parsed.index
        for quote in article.quotes
        if not quote.balanced and len(quote.inner) == 0
        for parsed in (article.block_at(quote.span.start),)
        if parsed is not None
    }


def _running(article: Article) -> set[int]:
    """The paragraphs that a quotation runs out of."""
    return {
        parsed.index
        for quote in article.quotes
        if (not quote.balanced or quote.continued) and len(quote.inner) > 0
        for parsed in (article.block_at(quote.span.start),)
        if parsed is not None and quote.span.end >= parsed.block.span.end - 1
        if not quote.inner.of(article.text)[:1].islower()
    }
