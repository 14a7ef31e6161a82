"""Finds reports and outlets that a text credits without saying whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.phrases import Phrase, sentences_after, told_by_named
from attrib_lint.questions.wordorder import (
    credits,
    is_noun,
    linked,
    names_someone,
    phrase_around,
    tokens_among,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock

_WHOSE = frozenset({"by", "from", "in", "of", "for", "via"})


def opaque_reports(article: Article) -> Iterator[Phrase]:
    """Phrases in the role of a source that mean somebody's report, and do not say whose."""
    nouns = words("second_hand", "reports.heads", "reports.media")
    for block, token in tokens_among(article, nouns):
        phrase = _report(block, token)
        if phrase is None or not credits(phrase, words("second_hand", "reports.says")):
            continue
        if not _is_owned(article, phrase, block.span(token.sent)):
            yield phrase


def _report(block: ParsedBlock, token: Token) -> Phrase | None:
    """The phrase around a noun that means a report of nobody in particular."""
    low = token.lower_
    if low in words("second_hand", "reports.heads"):
        allowed = words("second_hand", "reports.opaque_modifiers")
    elif low in words("second_hand", "reports.media"):
        allowed = words("second_hand", "reports.media_modifiers")
    else:
        return None
    if not is_noun(token):
        return None
    phrase = phrase_around(block, token)
    modifiers = {t.lower_ for t in phrase.modifiers}
    if phrase.definite or phrase.owner is not None or not modifiers <= allowed:
        return None
    if low in words("second_hand", "reports.media") and not modifiers:
        return None
    if low == "reports" and phrase.tail.startswith("of "):
        return None
    end = phrase.after[-1].i if phrase.after else token.i
    if end + 1 < len(block.doc) and block.doc[end + 1].tag_ in ("NNP", "PRP"):
        return None  # "reports Mr. Okafor filed"
    return phrase


def _is_owned(article: Article, phrase: Phrase, sentence: Span) -> bool:
    """Whether the publisher can be told from the words around."""
    if names_someone(phrase.after, _WHOSE) or linked(article, sentence):
        return True
    if told_by_named(article, phrase.span):
        return True
    if phrase.block.block.kind == "headline" and article.body:
        near = sentences_after(article, article.body[0].start, 2)
    else:
        near = sentences_after(article, phrase.span.start, 1)
    if any(near.overlaps(n.span) for n in article.names if n.kind == "outlet"):
        return True
    rest = tuple(t for t in phrase.block.doc[phrase.head.i + 1 : phrase.head.sent.end])
    return names_someone(rest, frozenset({"by", "from"}))
