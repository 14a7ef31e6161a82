"""Tells a piece of opinion: one that says so, or tells its readers what should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.extract.syntax import syntax_of
from attrib_lint.questions.essays import Stretches, is_essay, told_sentences
from attrib_lint.questions.wording import count_of

if TYPE_CHECKING:
    from attrib_lint.article import Article

_OPINION = frozenset(("column", "commentary", "editorial", "op-ed", "opinion", "opinions"))
_URGED = 0.18  # in sentences: how much a writer urges, asks and says "I" and "we" in a column
_DUTIES = frozenset(("should", "must", "ought"))
_OWN = frozenset(("i", "me", "my", "mine", "myself", "we", "our", "ours", "ourselves"))
_PERSON = 0.5  # what one "I" or "we" counts beside a "must" or a question
_PERSONS = 4  # "I" and "we" outside quotations from which on a writer speaks of themselves
_MARKS = _DUTIES | _OWN | {"?"}


def is_column(article: Article) -> bool:
    """Whether a piece is opinion: it is called so, or argues, urges and speaks of "us" all along.

    A column takes up what its readers know from the news. It owes them its quotations and its
    figures right, but not the origin of every rumour, view and estimate that it argues with.
    """
    return article.memo("column", _is_column)


def _is_column(article: Article) -> bool:
    genre = article.document.metadata.get("genre", "").lower()
    if genre == "news" or genre in _OPINION:
        return genre in _OPINION
    if count_of(article, _OWN) < _PERSONS or not is_essay(article):
        return False
    quoted = Stretches([quote.span for quote in article.quotes])
    said = Stretches([span for a in article.attributions for span in a.content])
    told = [s for s in told_sentences(article, quoted) if s[0].block.kind != "blockquote"]
    persons = urged = 0
    for parsed, first, stop in told:
        syntax = syntax_of(parsed.doc)
        for i in range(first, stop):
            low = syntax.low[i]
            if low not in _MARKS or quoted.hold(parsed, i):
                continue
            persons += low in _OWN and syntax.pos[i] == "PRON"
            urged += low == "?" or (low in _DUTIES and not said.hold(parsed, i))
    return persons >= _PERSONS and urged + _PERSON * persons >= _URGED * len(told)
