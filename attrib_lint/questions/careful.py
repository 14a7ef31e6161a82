"""How an article cites: carelessly, or with care, so that what is left open is told soon."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.core.facts import Source
    from attrib_lint.core.span import Span

_CARELESS = 15.0  # suspected faults in 1,000 words, from here on
_LONG = 120  # words: a few sentences do not show how somebody cites
_OPENING, _STORY = 8, 20  # sentences, the headline's among them


def is_careless(article: Article, least: int = _LONG) -> bool:
    """Whether the reader suspects more in an article than in any whose writer took care.

    In a short notice two or three suspicions are many; `least` asks for so many words of it.
    """
    return is_long(article, least) and article.suspected_per_thousand >= _CARELESS


def is_careful(article: Article, below: float = _CARELESS) -> bool:
    """Whether the reader suspects so little in an article that its writer took care."""
    return is_long(article) and article.suspected_per_thousand < below


def is_answered_soon(article: Article, span: Span, ahead: int = 2) -> bool:
    """Whether a statement of somebody, or of a study, with a name follows within some sentences.

    Newspapers open with "a study says" and go on "Ann Lee, who led it, told ...". Where sources are
    left open all over the article, what follows a study need not be its author.
    """
    if not is_careful(article):
        return False
    spans = article.sentence_spans
    here = bisect_left(spans, span.end, key=attrgetter("end"))
    following = spans[here + 1 : here + 1 + ahead]
    return any(
        _has_a_name(article, attribution.source)
        and not attribution.nested
        and any(sentence.contains(attribution.cue.span) for sentence in following)
        for attribution in article.attributions
    )


def _has_a_name(article: Article, source: Source | None) -> bool:
    """ "Ann Lee", "the Rand Corporation study"."""
    return source is not None and (source.named or bool(article.names_at(source.span)))


def is_opening(article: Article, span: Span) -> bool:
    """Whether words stand where a longer story sums up what it goes into further on."""
    spans = article.sentence_spans
    here = bisect_left(spans, span.start, key=attrgetter("end"))
    return here < _OPENING and len(spans) >= _STORY


def is_long(article: Article, least: int = _LONG) -> bool:
    """Whether an article has words enough to show how it cites, to a reader that has learnt."""
    return bool(article.learnt_rules) and article.word_count >= least
