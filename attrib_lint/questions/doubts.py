"""Where an article is less sure of what it says as a fact elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrib_lint.agreement.stems import stem
from attrib_lint.questions.support import is_identified

if TYPE_CHECKING:
    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.span import Span


def doubt_about(article: Article, span: Span, blocks: Sequence[ParsedBlock]) -> Span | None:
    """The hedge, or the source nobody can identify, that stands nearest in words to `span`.

    Of the sentences of `blocks` it is in the first of those that share most words with it.
    """
    said = _stems(article, span)
    best = None
    for place in sorted(_doubts(article), key=lambda s: s.start):
        if not any(parsed.block.span.contains(place) for parsed in blocks):
            continue
        shared = len(said & _stems(article, article.sentence_at(place.start)))
        if shared and (best is None or shared > best[0]):
            best = shared, place
    return best[1] if best is not None else None


def _doubts(article: Article) -> Iterator[Span]:
    yield from (hedge.span for hedge in article.hedges)
    for attribution in article.attributions:
        source = attribution.source
        if source is not None and not is_identified(article, source):
            yield source.span


def _stems(article: Article, span: Span) -> frozenset[str]:
    tokens = article.tokens(span) or ()
    return frozenset(stem(t.lower_) for t in tokens if t.pos_ in ("NOUN", "PROPN", "VERB", "NUM"))
