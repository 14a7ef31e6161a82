"""Tells a piece in the writer's own voice: a column, a review, a memoir, a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.extract.syntax import syntax_of
from attrib_lint.questions.wording import count_of

if TYPE_CHECKING:
    from attrib_lint.article import Article

_FIRST = frozenset(("i", "me", "my", "myself"))
_SHARED = frozenset(("you", "your", "yours", "yourself", "we", "us", "our", "ours", "ourselves"))
_OFTEN = 4  # first-person words outside quotations from which on a writer speaks of themselves
_ADDRESSED = 10  # words that address readers, or speak with them, from which on ...
_SHARE = 0.02  # ... and in which share of the words outside quotations a piece is a guide


def is_personal(article: Article) -> bool:
    """Whether a writer says "I" again and again outside quotations, or talks to "you".

    Such a piece is its writer's own voice whatever its metadata say: rules that ask whose guess or
    conclusion a sentence is have their answer. Advice, reviews and product guides speak to readers.
    """
    return article.memo("personal", _is_personal)


def _is_personal(article: Article) -> bool:
    if count_of(article, _FIRST) < _OFTEN and count_of(article, _SHARED) < _ADDRESSED:
        return False
    quoted = sorted(quote.span for quote in article.quotes)
    own = shared = told = last = 0
    for parsed in article.body:
        syntax = syntax_of(parsed.doc)
        for i, word in enumerate(syntax.low):
            at = parsed.start + syntax.start[i]
            while last < len(quoted) and quoted[last].end <= at:
                last += 1
            if last < len(quoted) and quoted[last].start <= at:
                continue
            told += word.isalpha()
            own += word in _FIRST and syntax.pos[i] == "PRON"
            shared += word in _SHARED
    return own >= _OFTEN or (shared >= _ADDRESSED and shared >= _SHARE * told)
