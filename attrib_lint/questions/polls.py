"""Finds polls whose result a text gives, and what it says about how they were done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.phrases import Phrase, told_by_named
from attrib_lint.questions.wordorder import (
    credits,
    is_noun,
    names_someone,
    phrase_around,
    tokens_among,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock

_FIGURE = lazy_regex(
    r"%|\bper ?cent\b|\bmajority\b|\bmost (?:of )?\w+|\b\w+ in (?:ten|10|five|5|four|4|three|3)\b"
    r"|\b\w+ out of (?:every )?(?:\d+|ten|five|four|three|twenty)\b"
    r"|\bhalf\b|\bthirds?\b|\bquarters?\b|\bpoints?\b",
    re.IGNORECASE,
)
_AGAINST = lazy_regex(r"\b\d\d(?:\.\d)? ?(?:to|[-–—]) ?\d\d(?:\.\d)?\b")
_TAKEN_UP = lazy_regex(
    r"(?:[\w-]+ (?:per ?cent )?){1,5}of "
    r"(?:those (?:asked|questioned|polled|surveyed)|respondents)\b"
    r"|(?:the|this|its) (?:poll|survey|questionnaire)\b",
    re.IGNORECASE,
)
_STRAW = lazy_regex(r"\bstraw (?:poll|vote|ballot)s?\b", re.IGNORECASE)
"""A show of hands: it has no sample."""
_VOTE = lazy_regex(
    r"\b(?:topped|top|heads?|headed|went|go|goes|going|returned|return to|at|to) the polls?\b"
    r"|\bpolls? (?:open|close|opened|closed|tax|worker|station|watcher)\w*"
    r"|\bpolling (?:station|place|day|booth|stations|places)\b|\bclose of polls?\b",
    re.IGNORECASE,
)
_SAMPLE = lazy_regex(
    r"\b\d[\d,]{2,} (?:[\w-]+ ){0,4}?(?:adults?|voters?|people|respondents|residents|"
    r"americans|britons|"
    r"women|men|workers|parents|students|likely|registered|members|users|households|teachers|doctors|"
    r"nurses|readers|customers|nigerians|indians|australians|canadians|citizens|participants|firms|"
    r"companies|republicans|democrats)\b"
    r"|\bsample(?: size)? of\b|\b(?:surveyed|polled|interviewed|questioned) (?:[\w-]+ ){0,2}\d",
    re.IGNORECASE,
)
_MARGIN = lazy_regex(
    r"±|\bmargin(?:s)?(?: of (?:sampling )?error)?\b[^.]{0,60}\d|\bplus[- ]or[- ]minus\b|"
    r"\bmargin of (?:sampling )?error\b|\+/-",
    re.IGNORECASE,
)
_SPONSOR = lazy_regex(
    r"\b(?:commissioned|sponsored|paid for|funded|financed|ordered)\b|\bon behalf of\b"
    r"|\b(?:polls?|surveys?|questionnaire)\b[^.]{0,60}\bfor (?:the )?[A-Z]"
)
_FIELDED = lazy_regex(
    r"\b(?:conducted|carried out|fielded|surveyed|interviewed|polled)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_BETWEEN = lazy_regex(r"\b(?:taken|between|from|done)\b[^.]{0,60}$", re.IGNORECASE)
_ASKED = lazy_regex(
    r"\b(?:poll|survey|respondent|sample|questionnaire|interview|adult|voter)", re.IGNORECASE
)
_OTHER = frozenset({"separate", "another", "second", "different"})
_BAR = r"needs?|needed|requires?|required|must|thresholds?|minimum|qualif\w+|eligib\w+"
_BAR_BEFORE = lazy_regex(rf"\b(?:{_BAR})\b[^,;:]{{0,50}}$", re.IGNORECASE)
_BAR_AFTER = lazy_regex(
    rf"^[^,;:]{{0,40}}\b(?:{_BAR}|to (?:enter|join|take part))\b", re.IGNORECASE
)


class Poll(Struct, frozen=True):
    """A poll in the role of a source, in a sentence that gives a result."""

    phrase: Phrase
    sentence: Span
    named: bool


def find_polls(article: Article) -> Iterator[Poll]:
    """Polls and surveys whose result is given, in reading order; no votes, no land surveys."""
    says = words("evidence", "polls.says")
    brands = words("evidence", "polls.brands")
    for block, token in tokens_among(article, words("evidence", "polls.heads") | brands):
        phrase, sentence = _poll(block, token), token.sent
        back = phrase is not None and phrase.definite and token.lower_ not in brands
        if phrase is None or back or _VOTE.search(sentence.text) or _STRAW.search(sentence.text):
            continue
        if not credits(phrase, says) and (not _in_poll(phrase) or _is_bar(phrase)):
            continue
        given = _gives_figure(phrase, sentence.text) or _gives_it_next(article, block, sentence)
        if given and not told_by_named(article, phrase.span):
            yield Poll(phrase, block.span(sentence), is_named(article, phrase))


def _poll(block: ParsedBlock, token: Token) -> Phrase | None:
    """The phrase around a noun that means an opinion poll."""
    if not is_noun(token):
        return None
    phrase = phrase_around(block, token)
    if {t.lower_ for t in phrase.modifiers} & words("evidence", "polls.other_kinds"):
        return None
    return phrase


def _gives_figure(phrase: Phrase, sentence: str) -> bool:
    """Whether the sentence gives a result: "most polls" is none, nor is "the most unpopular"."""
    within = phrase.head.sent
    at = phrase.head.idx - within.start_char
    degrees = {t.idx - within.start_char for t in within if t.tag_ == "RBS"}
    return any(
        found.start() not in degrees and not found.start() <= at < found.end() + 1
        for found in _FIGURE.finditer(sentence)
    )


def _gives_it_next(article: Article, block: ParsedBlock, sentence: TokenSpan) -> bool:
    """Whether the next sentence opens with the result: "Six in ten of those asked", "the poll"."""
    if sentence.end < len(block.doc):
        following = block.doc[sentence.end].sent
    elif block.index + 1 < len(article.parsed) and len(article.parsed[block.index + 1].doc):
        following = article.parsed[block.index + 1].doc[0].sent
    else:
        return False
    if not _FIGURE.search(following.text) and not _AGAINST.search(following.text):
        return False
    return _TAKEN_UP.match(following.text) is not None


def _in_poll(phrase: Phrase) -> bool:
    """Whether the result stands "in a poll"."""
    first = phrase.before[0].i if phrase.before else phrase.head.i
    return first > 0 and phrase.block.doc[first - 1].lower_ == "in"


def _is_bar(phrase: Phrase) -> bool:
    """Whether the share is what a rule asks for in polls: "needs 3 percent in a poll to enter"."""
    sentence = phrase.head.sent
    at = phrase.head.idx - sentence.start_char
    left, right = sentence.text[:at], sentence.text[at + len(phrase.head.text) :]
    return bool(_BAR_BEFORE.search(left) or _BAR_AFTER.search(right))


def is_named(article: Article, phrase: Phrase) -> bool:
    """Whether the words around a poll say who did it."""
    if phrase.head.lower_ in words("evidence", "polls.brands"):
        return True
    if any(
        t.tag_ in ("NNP", "NNPS") or (t.text[0].isupper() and not t.is_sent_start)
        for t in phrase.before
    ):
        return True
    rest = tuple(phrase.head.sent[phrase.head.i - phrase.head.sent.start + 1 :])
    makers = [t.lower_ for t in rest[:5]]
    if makers[:2] in (["by", "the"], ["from", "the"]):
        if set(makers) & words("evidence", "studies.bodies"):
            return True  # "a survey by the firm" that has been named
    return names_someone(rest, frozenset({"by", "from", "for"}))


def missing_basics(article: Article, poll: Poll) -> tuple[str, ...]:
    """What the article does not say about a poll: of pollster, sponsor, sample, dates, margin.

    Of "a separate poll" only its own paragraph tells: the rest is about another one; of the other
    one that paragraph tells nothing.
    """
    text = article.text
    missing = []
    another = _is_another(poll.phrase)
    if another:
        text = poll.phrase.block.block.span.of(article.text)
    else:
        others = {b.block.span for b in _others(article) if b is not poll.phrase.block}
        for span in others:
            text = text.replace(span.of(article.text), "")
    within = poll.phrase.block.block.span if another else None
    if not poll.named and not _pollster_elsewhere(article, within):
        missing.append("pollster")
    if not _SPONSOR.search(text):
        missing.append("sponsor")
    if not _SAMPLE.search(text):
        missing.append("sample")
    if not _is_dated(article, poll, within):
        missing.append("dates")
    if not _MARGIN.search(text):
        missing.append("margin")
    return tuple(missing)


def _others(article: Article) -> Iterator[ParsedBlock]:
    """The paragraphs that bring in a poll besides the one that the article is about."""
    for block, token in tokens_among(article, words("evidence", "polls.singular")):
        phrase = _poll(block, token)
        if phrase is not None and _is_another(phrase):
            yield block


def _is_another(phrase: Phrase) -> bool:
    """Whether it is brought in as a poll besides: "a separate survey", "another poll"."""
    before = {t.lower_ for t in phrase.before}
    return not _OTHER.isdisjoint(before) and not phrase.definite


def _pollster_elsewhere(article: Article, within: Span | None) -> bool:
    """Whether another sentence, of one paragraph or of all, names the poll that is meant."""
    for block, token in tokens_among(article, words("evidence", "polls.heads")):
        if within is not None and block.block.span != within:
            continue
        phrase = _poll(block, token) if not _VOTE.search(token.sent.text) else None
        if phrase is not None and is_named(article, phrase):
            return True
    low = (within.of(article.text) if within else article.text).lower()
    return any(re.search(rf"\b{re.escape(w)}", low) for w in words("evidence", "polls.pollsters"))


def _is_dated(article: Article, poll: Poll, within: Span | None) -> bool:
    """Whether the poll's sentence has a date, or another says when people were asked."""
    for date in article.dates:
        if within is not None and not within.contains(date.span):
            continue
        if poll.sentence.contains(date.span):
            return True
        sentence = article.sentence_at(date.span.start)
        before = article.text[sentence.start : date.span.start]
        if _FIELDED.search(before):
            return True
        if _BETWEEN.search(before) and _ASKED.search(sentence.of(article.text)):
            return True
    return False
