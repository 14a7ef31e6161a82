"""Where the next sentences come back to a report or a paper: "the memo", "its letter", "it"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.wordorder import is_noun, phrase_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.questions.phrases import Phrase

_AHEAD, PRONOUN_AHEAD = 3, 2  # sentences
_AHEAD_OF_HEADLINE = 6  # the lede tells it over again, and captions come between
_PRONOUNS = frozenset({"it", "this", "that"})
OTHER = frozenset({"another", "separate", "different", "second", "previous", "earlier", "last"})


def mentions_after(
    article: Article, span: Span, nouns: frozenset[str]
) -> Iterator[tuple[ParsedBlock, Phrase]]:
    """The definite mentions of something in the next three sentences: "the article"."""
    for _, block, sentence in sentences_on(article, span):
        for token in sentence:
            if token.lower_ in nouns and is_noun(token):
                phrase = phrase_around(block, token)
                if phrase.definite or phrase.owner is not None:
                    yield block, phrase


def sentences_on(
    article: Article, span: Span
) -> Iterator[tuple[int, ParsedBlock, Sequence[Token]]]:
    """The next sentences with their distance, up to one that brings in another work."""
    spans = article.sentence_spans
    first = bisect_right(spans, span.start, key=attrgetter("end")) + 1
    here = article.block_at(span.start)
    above = here is not None and here.block.kind in ("headline", "standfirst")
    ahead = _AHEAD_OF_HEADLINE if above else _AHEAD
    for distance, place in enumerate(spans[first : first + ahead], 1):
        block, tokens = article.block_at(place.start), article.tokens(place)
        if block is None or tokens is None:
            return
        sentence = tuple(tokens)
        if _brings_another(block, sentence):
            return
        yield distance, block, sentence


def called_again(phrase: Phrase) -> frozenset[str]:
    """The nouns by which a work may be called again; of several works only their own."""
    low = phrase.head.lower_
    works, papers = words("works", "back.works"), words("works", "back.papers")
    if phrase.head.tag_ == "NNS" and low not in words("works", "back.whole"):
        return frozenset({low})
    same = frozenset({low})
    return same | (works if low in works or low not in papers else papers)


def comes_back(
    block: ParsedBlock, sentence: Sequence[Token], i: int, nouns: frozenset[str], distance: int
) -> bool:
    """Whether a word comes back to a work: "the memo", "its letter", an opening "it"."""
    token = sentence[i]
    if token.lower_ in nouns and is_noun(token):
        phrase = phrase_around(block, token)
        return phrase.definite or phrase.owner is not None
    return opens_with_pronoun(sentence, i) and distance <= PRONOUN_AHEAD


def opens_with_pronoun(sentence: Sequence[Token], i: int) -> bool:
    """Whether a word is an "it" or "this" that opens a sentence or a clause after a comma."""
    token = sentence[i]
    return (
        token.lower_ in _PRONOUNS
        and token.tag_ in ("PRP", "DT")
        and (i == 0 or sentence[i - 1].text == ",")
    )


def _brings_another(block: ParsedBlock, sentence: Sequence[Token]) -> bool:
    """Whether a sentence speaks of a work besides: "another report", "a second study"."""
    nouns = words("works", "back.works")
    return any(
        t.lower_ in nouns
        and is_noun(t)
        and any(w.lower_ in OTHER for w in phrase_around(block, t).before)
        for t in sentence
    )
