"""Finds reports and outlets that a text credits without saying whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.frames import agentless_frame
from attrib_lint.questions.phrases import Phrase, sentences_after, told_by_named, words_of
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
_AUTHORS = frozenset({"by", "of", "for", "via"})
_SINGLE = frozenset({"a", "an", "another", "one"})
# "Seen by another newspaper", "told a local daily", "in an interview with a magazine".
_HANDED = re.compile(
    r"\b(?:(?:seen|obtained|reported|published|quoted|cited|reviewed|viewed|interviewed|carried|"
    r"quizzed|posted)(?: [\w-]+ly)? (?:by|in|on)|told|tells|telling|(?:interview|chat) (?:with|in)|"
    r"speaking to|spoke to|writing in|appeared in)\s$",
    re.IGNORECASE,
)
_BELIEVED = re.compile(r"^ (?:are|is) (?:to be believed|true|correct|accurate|anything to go by)\b")


def opaque_reports(article: Article) -> Iterator[Phrase]:
    """Phrases in the role of a source that mean somebody's report, and do not say whose."""
    nouns = words("second_hand", "reports.heads", "reports.media", "reports.outlets")
    for block, token in tokens_among(article, nouns | {"reported"}):
        phrase = _reported(block, token) if token.lower_ == "reported" else _source(block, token)
        if phrase is not None and not _is_owned(article, phrase, block.span(token.sent)):
            yield phrase


def _source(block: ParsedBlock, token: Token) -> Phrase | None:
    """The phrase around an ownerless report or outlet, where it is in the role of a source."""
    phrase = _report(block, token)
    if phrase is None:
        return None
    sentence, text = block.span(token.sent), block.doc.text
    left = text[sentence.start - block.start : phrase.span.start - block.start]
    right = text[phrase.span.end - block.start : sentence.end - block.start]
    papers = token.lower_ not in words("second_hand", "reports.heads")
    if papers and _HANDED.search(left):
        return phrase
    if left.lower().endswith("if ") and _BELIEVED.search(right):
        return phrase
    if right.lower().startswith((" had it that", " have it that", " has it that")):
        return phrase
    return phrase if credits(phrase, words("second_hand", "reports.says")) else None


def _reported(block: ParsedBlock, token: Token) -> Phrase | None:
    """ "It has been reported that", "as has been reported": somebody's report, and nobody's."""
    frame = agentless_frame(token)
    if frame is None or frame[0].lower_ != "it":
        return None
    before = tuple(block.doc[frame.start : token.i])
    return Phrase(block, block.span(frame), token, before, ())


def _report(block: ParsedBlock, token: Token) -> Phrase | None:
    """The phrase around a noun that means a report of nobody in particular."""
    if not is_noun(token):
        return None
    phrase = _with_participle(phrase_around(block, token))
    before = words_of(phrase.before)
    if phrase.owner is not None or not _is_open(phrase, token.lower_, before):
        return None
    if token.lower_ == "reports" and phrase.tail.startswith("of "):
        return None
    end = phrase.after[-1].i if phrase.after else token.i
    if end + 1 < len(block.doc) and block.doc[end + 1].tag_ in ("NNP", "PRP"):
        return None  # "reports Mr. Okafor filed"
    return phrase


def _is_open(phrase: Phrase, low: str, before: frozenset[str]) -> bool:
    """Whether nothing before the noun says whose report or which outlet is meant."""
    modifiers = {t.lower_ for t in phrase.modifiers if not is_nationality(t)}
    if low in words("second_hand", "reports.outlets"):
        named = any(t.tag_ in ("NNP", "NNPS") for t in phrase.before)
        return bool(before & _SINGLE) and not named and not _names_follow(phrase)
    if low in words("second_hand", "reports.heads"):
        allowed = words("second_hand", "reports.opaque_modifiers")
        return not phrase.definite and modifiers <= allowed
    allowed = words("second_hand", "reports.media_modifiers")
    described = len(phrase.modifiers) > 0 or bool(before & allowed)
    if phrase.definite and (low != "press" or "the" not in before):
        return False
    return described and modifiers <= allowed


def is_nationality(token: Token) -> bool:
    """ "Korean", "British": an adjective that says which country's press is meant."""
    if not token.text[0].isupper() or token.tag_ not in ("JJ", "NNP"):
        return False
    return token.lower_.endswith(_PEOPLES) or token.lower_ in words(
        "second_hand", "reports.peoples"
    )


_PEOPLES = ("ian", "ean", "ish", "ese", "can")


def _names_follow(phrase: Phrase) -> bool:
    """Whether the outlet's name follows: "a newspaper, the Gazette", "a blog called Wren"."""
    doc, end = phrase.block.doc, phrase.after[-1].i if phrase.after else phrase.head.i
    near = doc[end + 1 : min(end + 5, phrase.head.sent.end)]
    names = (t for t in (*phrase.after, *near) if t.tag_ in ("NNP", "NNPS"))
    return any(t.lower_ not in words("phrases", "dates") for t in names)


def _with_participle(phrase: Phrase) -> Phrase:
    """The phrase with "emerging from Lagos", "circulating online" at its end."""
    doc = phrase.block.doc
    end = phrase.after[-1].i if phrase.after else phrase.head.i
    if end + 1 >= phrase.head.sent.end or doc[end + 1].tag_ != "VBG":
        return phrase
    last = end + 1
    while last + 1 < phrase.head.sent.end and doc[last + 1].tag_ in ("IN", "DT", "NN", "NNP", "RB"):
        last += 1
    span = phrase.span.cover(phrase.block.span(doc[last]))
    return replace(phrase, span=span, after=tuple(doc[phrase.head.i + 1 : last + 1]))


def _is_owned(article: Article, phrase: Phrase, sentence: Span) -> bool:
    """Whether the publisher can be told from the words around."""
    names = tuple(t for t in phrase.after if not _is_where(article, phrase, t))
    if names_someone(names, _WHOSE) or linked(article, sentence):
        return True
    if told_by_named(article, phrase.span):
        return True
    if phrase.block.block.kind == "headline" and article.body:
        near = sentences_after(article, article.body[0].start, 2)
    else:
        near = sentences_after(article, phrase.span.start, 1)
    if any(near.overlaps(n.span) for n in article.names if n.kind == "outlet"):
        return True
    rest = phrase.block.doc[phrase.head.i + 1 : phrase.head.sent.end]
    named = tuple(t for t in rest if not _is_where(article, phrase, t))
    return names_someone(named, frozenset({"by", "from"}))


def _is_where(article: Article, phrase: Phrase, token: Token) -> bool:
    """Whether a name says where and not who: "in the Korean press", "out of Madrid"."""
    if is_nationality(token) and token.tag_ == "JJ":
        return True
    if words_of(phrase.after) & _AUTHORS:
        return False
    place = phrase.block.span(token)
    return any(n.kind == "place" and n.span.overlaps(place) for n in article.names)
