"""Whether a sentence gives a name to a work that it comes back to, or to those who made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.mentionsafter import PRONOUN_AHEAD, opens_with_pronoun
from attrib_lint.questions.reportphrases import is_nationality
from attrib_lint.questions.wordorder import is_noun, phrase_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.questions.phrases import Phrase

_POSSESSIVES = frozenset({"its", "his", "her", "their"})
_WITH_NAME = frozenset({"by", "from", "at", "in", "for", "on"})
_OF_MAKERS = frozenset({"at", "from", "of", "with", "by"})
_BY = frozenset({"by", "from"})
_MAKERS = frozenset({"person", "org", "outlet"})
_LINKING = frozenset({"is", "are", "was", "were", "has", "have", "had"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH = 14  # tokens from a verb to whoever did it
_FIRST_PERSON = lazy_regex(
    r"(?i)\b(?:our (?:own |new |latest )?(?:study|research|report|findings?|results?|work|analysis|"
    r"survey|paper|data|experiments?)|we(?:[’']ve| have| had)? (?:also )?(?:f[io]und|discovered|"
    r"show(?:ed|n)?|studied|looked at|analy[sz]ed|surveyed|measured|tested|observed|examined|"
    r"(?:were|was) (?:very |really |quite )?(?:surprised|struck|astonished)|wanted to))\b"
)


def names_maker(
    article: Article,
    block: ParsedBlock,
    sentence: Sequence[Token],
    nouns: frozenset[str],
    distance: int,
    first: Phrase,
) -> bool:
    """Whether a sentence comes back to a work, or to its makers, with a name to it."""
    many = first.head.tag_ == "NNS" and first.head.lower_ not in words("works", "back.whole")
    for i, token in enumerate(sentence):
        low = token.lower_
        if low in nouns and is_noun(token):
            if _is_owned(article, block, sentence, i, first):
                return True
        elif many:
            continue
        elif low in words("works", "makers.nouns") and is_noun(token):
            if _is_maker_named(article, block, sentence, i):
                return True
        elif opens_with_pronoun(sentence, i) and distance <= PRONOUN_AHEAD:
            if _is_made_by(article, block, sentence, i + 1):
                return True
    return not many and _speaks_of_own(article, block, sentence)


def _is_owned(
    article: Article, block: ParsedBlock, sentence: Sequence[Token], i: int, first: Phrase
) -> bool:
    """Whether a definite mention of a work has a name: before it, after it or as who made it."""
    phrase = phrase_around(block, sentence[i])
    owner = phrase.owner
    if not (phrase.definite or owner is not None):
        return False
    if any(t.tag_ == "CD" for t in phrase.before):
        return False  # "the 2019 report" is another
    if any(n.kind in _MAKERS for t in phrase.before for n in article.names_at(block.span(t))):
        return True
    begin = i - len(phrase.before)
    if owner is not None and owner.lower_ in _POSSESSIVES:
        since = Span(first.span.end, block.span(owner).start)
        if any(n.kind != "place" and since.contains(n.span) for n in article.names):
            return True
    if _is_named_after(article, block, sentence, i + 1) or _is_made_by(
        article, block, sentence, i + 1
    ):
        return True
    if _is_made_before(article, block, sentence[:begin]):
        return True
    return (
        begin > 0
        and sentence[begin - 1].lower_ == "in"
        and _is_said_by_name(article, block, sentence)
    )


def _is_named_after(
    article: Article, block: ParsedBlock, sentence: Sequence[Token], start: int
) -> bool:
    """Whether a name is joined to a noun: "the report, from the Water Guild,", "in Nature"."""
    at = start
    while at < len(sentence) and (sentence[at].text in ",(–—-" or sentence[at].lower_ in _LINKING):
        at += 1
    if at >= len(sentence):
        return False
    made = words("works", "made.forms", "made.held")
    token = sentence[at]
    if token.tag_ in ("VBN", "VBD") and token.lower_ in made:
        at += 1
    if at < len(sentence) and sentence[at].lower_ in _WITH_NAME:
        return _name_follows(article, block, sentence, at + 1)
    return False


def _is_made_by(
    article: Article, block: ParsedBlock, sentence: Sequence[Token], start: int
) -> bool:
    """Whether a clause goes on that somebody with a name made it: "was drawn up by the Guild"."""
    made, says = words("works", "made.forms", "made.held"), words("second_hand", "reports.says")
    for at in range(start, min(start + _REACH, len(sentence))):
        token = sentence[at]
        if token.lower_ in made and token.tag_.startswith("VB"):
            for after in range(at + 1, min(at + _REACH, len(sentence))):
                low = sentence[after].lower_
                if low in _WITH_NAME and _name_follows(article, block, sentence, after + 1):
                    return True
                if low in says:
                    break
        elif token.lower_ in _LINKING and at + 1 < len(sentence):
            if sentence[at + 1].lower_ in _BY:
                return _name_follows(article, block, sentence, at + 2)
        elif token.lower_ in says or (token.tag_ in _FINITE and token.lower_ not in _LINKING):
            return False
    return False


def _is_made_before(article: Article, block: ParsedBlock, left: Sequence[Token]) -> bool:
    """Whether somebody with a name does it to the work: "Dr Rao, who led", "Written by Ann Lee"."""
    made = words("works", "made.forms", "made.looked")
    for at in range(len(left) - 1, max(-1, len(left) - 1 - _REACH), -1):
        token = left[at]
        if token.lower_ not in made or not token.tag_.startswith("VB"):
            continue
        if token.tag_ == "VBN" and at <= 1:  # "Published by the Guild, the report"
            return any(
                t.lower_ in _WITH_NAME and _name_follows(article, block, left, n + 1)
                for n, t in enumerate(left[at + 1 :], at + 1)
            )
        return len(left) - at <= 4 and any(_is_name(article, block, t) for t in left[:at])
    return False


def _is_said_by_name(article: Article, block: ParsedBlock, sentence: Sequence[Token]) -> bool:
    """Whether somebody with a name says something in the work: "in its report, the Guild said"."""
    place = block.span(sentence[0]).cover(block.span(sentence[-1]))
    return any(
        a.source is not None
        and not a.nested
        and place.contains(a.cue.span)
        and place.contains(a.source.span)
        and any(n.kind != "place" for n in article.names_at(a.source.span))
        for a in article.attributions
    )


def _is_maker_named(
    article: Article, block: ParsedBlock, sentence: Sequence[Token], i: int
) -> bool:
    """Whether makers have a name: "the team, led by Per Holm", "lead author Ama Obi"."""
    phrase = phrase_around(block, sentence[i])
    many = sentence[i].lower_ in words("works", "makers.groups")
    at = i + 1
    stop = min(at + _REACH, len(sentence))
    says = words("second_hand", "reports.says", "reports.cites")
    for n in range(at, stop):
        token = sentence[n]
        if token.lower_ in says or (
            token.tag_ in _FINITE and token.lower_ not in _LINKING | words("works", "made.forms")
        ):
            stop = n
            break
    known = (
        phrase.definite
        or phrase.owner is not None
        or sentence[i].lower_
        in (
            "author",
            "authors",
            "co-author",
            "co-authors",
            "coauthor",
        )
    )
    if known and any(_is_name(article, block, t) for t in sentence[at:stop]):
        return True
    if many and at < stop and sentence[at].lower_ in _OF_MAKERS:
        return _name_follows(article, block, sentence, at + 1)
    before = sentence[max(0, i - _REACH) : i]
    apart = next((n for n in range(len(before) - 1, -1, -1) if before[n].text == ","), None)
    if apart is None or any(t.tag_ in _FINITE and t.lower_ not in _LINKING for t in before[apart:]):
        return False
    return known and bool(apart) and _is_name(article, block, before[apart - 1])


def _speaks_of_own(article: Article, block: ParsedBlock, sentence: Sequence[Token]) -> bool:
    """Whether somebody with a name says "our study" or "we found" in quotation marks."""
    place = block.span(sentence[0]).cover(block.span(sentence[-1]))
    for quote in article.quotes:
        if not place.overlaps(quote.span) or not _FIRST_PERSON.search(quote.inner.of(article.text)):
            continue
        if quote.speaker is not None and quote.speaker.named and not quote.speaker.outlet:
            return True
    return False


def _name_follows(
    article: Article, block: ParsedBlock, sentence: Sequence[Token], start: int
) -> bool:
    """Whether a name stands after a preposition, in its phrase: "the charity Healthwatch Devon".

    What is made by a place is made by its state.
    """
    by = sentence[start - 1].lower_ == "by"
    for token in sentence[start : start + 10]:
        if _is_name(article, block, token) or (by and article.names_at(block.span(token))):
            return True
        if (
            token.tag_ in _FINITE
            or token.text in ";:.—"
            or token.lower_ in ("that", "which", "who")
        ):
            return False
    return False


def _is_name(article: Article, block: ParsedBlock, token: Token) -> bool:
    """Whether a word is, or is part of, the name of a body, a journal or a person."""
    if not token.text[0].isupper() or token.lower_ in words("phrases", "dates"):
        return False
    at = block.span(token)
    names = article.names_at(at)
    if names:
        return any(n.kind != "place" for n in names)
    opens = token.is_sent_start or token.nbor(-1).is_quote
    return len(token.text) > 1 and not opens and not is_nationality(token)
