"""Finds reports and outlets that a text credits without saying whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.clause import dep
from attrib_lint.questions.frames import agentless_frame
from attrib_lint.questions.phrases import Phrase
from attrib_lint.questions.publishers import is_owned, repeats_headline
from attrib_lint.questions.reportphrases import open_report
from attrib_lint.questions.wordorder import credits, tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock

# "Seen by another newspaper", "told a local daily", "in an interview with a magazine".
_HANDED = lazy_regex(
    r"\b(?:(?:seen|obtained|reported|published|quoted|cited|reviewed|viewed|interviewed|carried|"
    r"quizzed|posted)(?: [\w-]+ly)? (?:by|in|on)|told|tells|telling|(?:interview|chat) (?:with|in)|"
    r"speaking to|spoke to|writing in|appeared in)\s$",
    re.IGNORECASE,
)
_BELIEVED = lazy_regex(r"^ (?:are|is) (?:to be believed|true|correct|accurate|anything to go by)\b")


def opaque_reports(article: Article) -> Iterator[Phrase]:
    """Phrases in the role of a source that mean somebody's report, and do not say whose."""
    for phrase, owned in _reports(article):
        if not owned:
            yield phrase


def is_owned_report(article: Article, span: Span) -> bool:
    """Whether a report that is relied on at `span` is somebody's after all."""
    return any(owned and phrase.span.overlaps(span) for phrase, owned in _reports(article))


def _reports(article: Article) -> tuple[tuple[Phrase, bool], ...]:
    """Phrases in the role of a source that mean a report, and whether the text says whose."""
    return article.memo("reports", lambda a: tuple(_find_reports(a)))


def _find_reports(article: Article) -> Iterator[tuple[Phrase, bool]]:
    nouns = words("second_hand", "reports.heads", "reports.media", "reports.outlets")
    for block, token in tokens_among(article, nouns | {"reported"}):
        if block.block.kind != "headline" and repeats_headline(article, block):
            continue
        phrase = _reported(block, token) if token.lower_ == "reported" else _source(block, token)
        if phrase is not None:
            yield phrase, is_owned(article, phrase, block.span(token.sent))


def _source(block: ParsedBlock, token: Token) -> Phrase | None:
    """The phrase around an ownerless report or outlet, where it is in the role of a source."""
    phrase = open_report(block, token)
    if phrase is None or any(t.tag_ == "VBD" for t in phrase.after):
        return None  # "Some websites groaned within hours of the first reports": no source
    if _comes_out(token):
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


def _comes_out(token: Token) -> bool:
    """ "As reports emerged that ...": what set something off, not who says it."""
    verb = token.head
    aside = dep(token) == "nsubj" and verb.lemma_.lower() in ("emerge", "surface")
    return aside and dep(verb) in ("advcl", "acl") and verb.i > token.i


def _reported(block: ParsedBlock, token: Token) -> Phrase | None:
    """ "It has been reported that", "as has been reported": somebody's report, and nobody's."""
    frame = agentless_frame(token)
    if frame is None or frame[0].lower_ != "it" or block.doc[frame.end].lower_ in ("to", "by"):
        return None
    before = tuple(block.doc[frame.start : token.i])
    return Phrase(block, block.span(frame), token, before, ())
