"""Every sum in an article that a reader can do again, and that fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.agreement.changed_by import changes, falls, multiples
from attrib_lint.agreement.closed_lists import listed_otherwise
from attrib_lint.agreement.loosely_summed import summed
from attrib_lint.agreement.margins import margins, tallies
from attrib_lint.agreement.mention import mentions
from attrib_lint.agreement.parts import parts_of
from attrib_lint.agreement.shares_of import of_whole, shares
from attrib_lint.agreement.sum import Sum

if TYPE_CHECKING:
    from attrib_lint.article import Article


def wrong_sums(article: Article, slack: float) -> Iterator[Sum]:
    """The sums that do not come out; `slack` is by how many points a lead may be off."""
    found = mentions(article)
    yield from margins(article, found, slack)
    yield from tallies(article, found)
    yield from changes(article, found)
    yield from multiples(article, found)
    yield from shares(article, found)
    yield from of_whole(article, found)
    yield from falls(article, found)
    yield from parts_of(article, found)
    yield from listed_otherwise(article, found)
    yield from summed(article, found)
