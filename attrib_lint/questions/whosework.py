"""Whose a report, a study or a paper is, where the text comes back to it or has told it before.

"A report says one well in five is dry. It was drawn up by the Water Guild."
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.makers import names_maker
from attrib_lint.questions.mentionsafter import called_again, comes_back, sentences_on
from attrib_lint.questions.toldbefore import is_work_told_before
from attrib_lint.questions.wordorder import is_noun, linked, phrase_around, says_when

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article
    from attrib_lint.questions.phrases import Phrase


def says_whose(article: Article, span: Span) -> bool:
    """Whether the text around a report, study or paper at `span` brings a name to it.

    The next sentences may come back to it ("the work", "it") or to its makers ("the researchers");
    the headline, the standfirst or the sentence before may have told it already.
    """
    phrase = _phrase_at(article, span)
    if phrase is None:
        return False
    return is_told_after(article, phrase) or is_work_told_before(article, phrase)


def is_told_after(article: Article, phrase: Phrase) -> bool:
    """Whether one of the next sentences comes back to a phrase's work and says whose it is."""
    nouns = called_again(phrase)
    return any(
        names_maker(article, block, sentence, nouns, distance, phrase)
        for distance, block, sentence in sentences_on(article, phrase.span)
    )


def traces_after(article: Article, phrase: Phrase) -> set[str]:
    """What of issuer, date and link the next sentences give where they come back to a paper."""
    nouns = called_again(phrase)
    found = {"issuer"} if is_told_after(article, phrase) else set[str]()
    for distance, block, sentence in sentences_on(article, phrase.span):
        for i, token in enumerate(sentence):
            if not comes_back(block, sentence, i, nouns, distance):
                continue
            if linked(article, block.span(sentence[0]).cover(block.span(sentence[-1]))):
                found |= {"link", "issuer"}
            near = block.span(token).cover(block.span(sentence[min(i + 24, len(sentence) - 1)]))
            if says_when(near.of(article.text)) or any(
                near.contains(d.span) for d in article.dates
            ):
                found.add("date")
    return found


def _phrase_at(article: Article, span: Span) -> Phrase | None:
    """The phrase of the first work or paper in a span."""
    block, tokens = article.block_at(span.start), article.tokens(span)
    known = words("works", "back.works", "back.papers")
    if block is None:
        return None
    head = next((t for t in tokens or () if _single(t) in known and is_noun(t)), None)
    return phrase_around(block, head) if head is not None else None


def _single(token: Token) -> str:
    return token.lemma_.lower() if token.tag_ == "NNS" else token.lower_
