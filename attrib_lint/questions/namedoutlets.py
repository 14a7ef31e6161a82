"""Whether an outlet is told of in some words: in a sentence, or in it and the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.core.span import Span


def names_outlet(article: Article, span: Span) -> bool:
    """Whether an outlet's name stands in a stretch of prose."""
    return any(name.kind == "outlet" and span.contains(name.span) for name in article.names)


def with_sentence_before(article: Article, sentence: Span) -> Span:
    """A sentence with the one before it, which may end the paragraph above."""
    return article.sentence_at(max(0, sentence.start - 2)).cover(sentence)
