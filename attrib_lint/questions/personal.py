"""Tells a piece in which the writer speaks in the first person: a column, a review, a memoir."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.extract.syntax import syntax_of

if TYPE_CHECKING:
    from attrib_lint.article import Article

_FIRST = frozenset(("i", "me", "my", "myself"))
_OFTEN = 4  # first-person words outside quotations from which on a writer speaks of themselves


def is_personal(article: Article) -> bool:
    """Whether a writer says "I" or "my" again and again outside quotations.

    Such a piece is its writer's own voice whatever its metadata say: rules that ask whose guess or
    conclusion a sentence is have their answer.
    """
    return article.memo("personal", _is_personal)


def _is_personal(article: Article) -> bool:
    quoted = [quote.span for quote in article.quotes]
    seen = 0
    for parsed in article.body:
        syntax = syntax_of(parsed.doc)
        for i, word in enumerate(syntax.low):
            if word in _FIRST and syntax.pos[i] == "PRON":
                at = parsed.start + syntax.start[i]
                seen += not any(span.start <= at < span.end for span in quoted)
    return seen >= _OFTEN
