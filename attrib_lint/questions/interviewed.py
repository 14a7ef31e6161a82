"""Finds people whom an outlet spoke to, and those who are picked out of them: "one called it"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.lexicon.forms import noun_forms
from attrib_lint.questions.wording import occurrences
from attrib_lint.questions.wordorder import phrase_around

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.questions.phrases import Phrase

_SPEAKS = frozenset(("spoke", "spoken", "talked", "speaking"))
_ASKS = frozenset(("interviewed", "contacted", "quoted", "quotes", "cited", "cites", "polled"))
_OURS = frozenset(("we", "us", "our", "reporters", "correspondent"))
_BEFORE = frozenset(("DT", "CD", "JJ", "NN", "NNS", "RB", "RBR", "IN", "VBN", "HYPH", "PRP$"))
ONES = frozenset(("one", "another", "others", "both", "two", "three", "neither", "they"))


def interviewed(article: Article) -> Iterator[Phrase]:
    """The people of "which spoke to three employees", where a paper or "we" did the speaking."""
    for block, verb in occurrences(article, _SPEAKS | _ASKS):
        head = _object(verb, _nouns())
        if head is None or not _is_asked_by_paper(article, block, verb):
            continue
        phrase = phrase_around(block, head)
        after = Span(phrase.span.end, phrase.span.end + 3)
        if not any(name.span.overlaps(after) for name in article.names):
            yield phrase


@cache
def _nouns() -> frozenset[str]:
    listed = words("anonymity", "heads.source", "heads.person", "heads.role")
    return listed | noun_forms(words("sources", "roles")).keys()


def _object(verb: Token, nouns: frozenset[str]) -> Token | None:
    """The noun of whoever is spoken to, within the words right after the verb."""
    doc, at = verb.doc, verb.i + 1
    if verb.lower_ in _SPEAKS:
        if at >= len(doc) or doc[at].lower_ not in ("to", "with"):
            return None
        at += 1
    for token in doc[at : min(at + 7, verb.sent.end)]:
        if token.lower_ in nouns and token.tag_ in ("NN", "NNS"):
            following = token.nbor(1) if token.i + 1 < len(doc) else None
            if following is None or following.tag_ not in ("NN", "NNS", "NNP"):
                return token
        if token.tag_ not in (
            "DT",
            "CD",
            "JJ",
            "NN",
            "NNS",
            "RB",
            "RBR",
            "IN",
            "VBN",
            "HYPH",
            "PRP$",
        ):
            return None
        if token.tag_ == "IN" and token.lower_ not in ("than", "of", "about"):
            return None
    return None


def _is_asked_by_paper(article: Article, block: ParsedBlock, verb: Token) -> bool:
    """Whether the speaker is an outlet, "the paper", its "which", or the writer."""
    doc = verb.doc
    first = max(verb.sent.start, verb.i - 5)
    for token in reversed(doc[first : verb.i]):
        low = token.lower_
        if low in _OURS or low in words("second_hand", "outlets.nouns"):
            return True
        place = block.span(token)
        if any(n.kind == "outlet" and n.span.overlaps(place) for n in article.names):
            return True
        if token.pos_ in ("NOUN", "PROPN", "PRON") and low not in ("which", "that", "who", "it"):
            return False
    return False
