"""Finds reports and outlets that a text credits without saying whose they are."""

from __future__ import annotations

import re
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

_FIRST = frozenset({"early", "earlier", "initial", "preliminary", "first", "previous"})
_CORRECTED = re.compile(r"\b(?:later|corrected|turned out|proved|wrong(?:ly)?|mistaken|false)\b")
_AUTHORSHIP = frozenset(
    {
        "author",
        "authors",
        "co-author",
        "authored",
        "compiled",
        "commissioned",
        "published",
        "issued",
    }
)
_WHOSE = frozenset({"by", "from", "in", "of", "for", "via"})


def opaque_reports(article: Article) -> Iterator[Phrase]:
    """Phrases in the role of a source that mean somebody's report, and do not say whose."""
    nouns = words("second_hand", "reports.heads", "reports.media")
    for block, token in tokens_among(article, nouns):
        if block.block.kind != "headline" and repeats_headline(article, block):
            continue
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
    modifiers = {t.lower_ for t in phrase.modifiers if not _is_of_country(t)}
    if phrase.definite or phrase.owner is not None or not modifiers <= allowed:
        return None
    foreign = [t for t in phrase.modifiers if _is_of_country(t)]
    in_media = low in words("second_hand", "reports.media") or "media" in modifiers
    if foreign and not in_media:
        return None
    if low in words("second_hand", "reports.media") and not modifiers and not foreign:
        return None
    if low == "reports" and phrase.tail.startswith("of "):
        return None
    end = phrase.after[-1].i if phrase.after else token.i
    if end + 1 < len(block.doc) and block.doc[end + 1].tag_ in ("NNP", "PRP"):
        return None  # "reports Mr. Okafor filed"
    return phrase


def _is_of_country(token: Token) -> bool:
    """Whether a word tells no more than a country: "Chinese media"."""
    return token.tag_ == "JJ" and token.text[0].isupper() and not token.is_sent_start


def _is_owned(article: Article, phrase: Phrase, sentence: Span) -> bool:
    """Whether the publisher can be told from the words around."""
    if names_someone(_without_places(article, phrase), _WHOSE) or linked(article, sentence):
        return True
    if told_by_named(article, phrase.span):
        return True
    if any(
        a.cue.kind == "according_to" and a.source is not None and a.source.named
        for a in article.attributions
        if sentence.contains(a.cue.span) and not 0 <= phrase.span.start - a.cue.span.end < 3
    ):
        return True
    if _is_overtaken(article, phrase):
        return True
    if repeats_headline(article, phrase.block):
        near = sentences_after(article, _first_told(article), 2)
        if _is_identified_below(article, phrase):
            return True
    else:
        near = sentences_after(article, phrase.span.start, 1)
    if any(near.overlaps(n.span) for n in article.names if n.kind == "outlet"):
        return True
    if _names_author(article, sentences_after(article, phrase.span.start, 2), phrase):
        return True
    rest = [*phrase.block.doc[phrase.head.i + 1 : phrase.head.sent.end]]
    says = words("second_hand", "reports.says")
    stop = next((i for i, t in enumerate(rest) if t.lower_ in says), len(rest))
    return names_someone(tuple(rest[:stop]), frozenset({"by", "from"}))


def _without_places(article: Article, phrase: Phrase) -> tuple[Token, ...]:
    """What follows the head, places left out: "reports in Spain" are nobody's."""
    places = [n.span for n in article.names if n.kind == "place" and phrase.span.overlaps(n.span)]
    block = phrase.block
    kept: list[Token] = []
    preposition = ""
    for token in phrase.after:
        preposition = token.lower_ if token.tag_ == "IN" else preposition
        if preposition != "in" or not any(p.overlaps(block.span(token)) for p in places):
            kept.append(token)
    return tuple(kept)


def _is_overtaken(article: Article, phrase: Phrase) -> bool:
    """Whether the text says that first reports were put right: "it was later determined ..."."""
    if not {t.lower_ for t in phrase.modifiers} & _FIRST:
        return False
    near = sentences_after(article, phrase.span.start, 1).of(article.text)
    return _CORRECTED.search(near) is not None


def repeats_headline(article: Article, block: ParsedBlock) -> bool:
    """Whether a block is the headline, or prints it again."""
    headline = article.headline
    return headline is not None and block.doc.text == headline.doc.text


def _first_told(article: Article) -> int:
    """Where the body begins; a headline that is printed again is none of it."""
    told = (b.start for b in article.body if not repeats_headline(article, b))
    return next(told, 0)


def _is_identified_below(article: Article, phrase: Phrase) -> bool:
    """Whether a headline's report has its publisher in the body, or is an "internal" one there."""
    for block, token in tokens_among(article, frozenset({"report"})):
        if repeats_headline(article, block) or not is_noun(token):
            continue
        other = phrase_around(block, token)
        if not other.definite and _report(block, token) is None:
            return True
        if names_someone(other.after, _WHOSE):
            return True
    return False


def _names_author(article: Article, near: Span, phrase: Phrase) -> bool:
    """Whether one of the next sentences says who wrote or issued it: "its author, Ann Lee"."""
    until = phrase.head.sent.end_char + phrase.block.start
    for name in article.names:
        if name.kind == "place" or not until <= name.span.start < near.end:
            continue
        sentence = article.tokens(article.sentence_at(name.span.start))
        if sentence is not None and any(t.lower_ in _AUTHORSHIP for t in sentence):
            return True
    return False
