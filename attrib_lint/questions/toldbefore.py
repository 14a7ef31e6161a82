"""Whether the headline, the standfirst or the sentence before has told whose work comes."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.mentionsafter import OTHER
from attrib_lint.questions.phrases import DEFINITE
from attrib_lint.questions.wordorder import is_noun, phrase_around

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.questions.phrases import Phrase


def is_work_told_before(article: Article, phrase: Phrase) -> bool:
    """Whether the headline, the standfirst or the sentence before says whose work comes."""
    before = {t.lower_ for t in phrase.before}
    if phrase.head.tag_ == "NNS" or before & OTHER or phrase.block.block.kind == "headline":
        return False
    if _is_told_above(article, phrase):
        return True
    spans = article.sentence_spans
    here = bisect_right(spans, phrase.span.start, key=attrgetter("end"))
    if not here:
        return False
    block, tokens = article.block_at(spans[here - 1].start), article.tokens(spans[here - 1])
    if block is None or tokens is None or block not in article.body:
        return False
    looked = words("works", "made.looked")
    verb = next((n for n, t in enumerate(tokens) if t.lower_ in looked and t.tag_ == "VBD"), None)
    return verb is not None and any(
        n.kind in ("org", "other", "outlet")
        for t in tokens[:verb]
        for n in article.names_at(block.span(t))
    )


def _is_told_above(article: Article, phrase: Phrase) -> bool:
    """Whether the words over the article give its work a name: "Oxfam report: wells run dry"."""
    opening = next(iter(article.body), None)
    if opening is None or phrase.block.index > opening.index + 1:
        return False
    nouns = words("works", "back.works")
    for block in article.parsed[: opening.index]:
        for a in article.attributions:
            if a.source is not None and block.block.span.contains(a.cue.span):
                if any(n.kind in ("org", "outlet") for n in article.names_at(a.source.span)):
                    return True
        for token in block.doc:
            if token.lower_ in nouns and is_noun(token):
                other = phrase_around(block, token)
                if any(
                    n.kind in ("org", "outlet", "other")
                    for t in (*other.before, *other.after)
                    if t.lower_ not in DEFINITE
                    for n in article.names_at(block.span(t))
                ):
                    return True
    return False
