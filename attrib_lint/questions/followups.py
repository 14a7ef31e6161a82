"""Whether the text around a group gives it a face: a named member, a poll, a study of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.members import (
    answers_for,
    is_by_view,
    is_field,
    may_belong,
    named_before,
    named_in_body,
)
from attrib_lint.questions.phrases import Phrase, sentences_after

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.core.facts import Attribution

_POLLED = lazy_regex(r"%|\bper ?cent\b|\b(?:of|in) (?:10|ten|five|four|three)\b")
_ANSWERS = frozenset(
    {"deny", "reject", "dismiss", "dispute", "refute", "rebut", "decline", "defend"}
)
_WORK = words("evidence", "studies.about", "studies.heads") | {"outlook", "journal", "institute"}
_AMONG = lazy_regex(
    r"\b(?:among (?:them|those|these|the(?:ir)? [\w-]+)|(?:they|these|those|critics|supporters) "
    r"include[ds]?|one of them|one such)\b|\b(?:groups|campaigners|opponents|backers)"
    r"\b[^.]{0,40}\binclud(?:e|ed|ing)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"[^.]{0,60}\b(?:was|is|were) (?:among|one of) (?:the (?:first|few|many)|those|them)\b"
)


def is_fleshed_out(
    article: Article, attribution: Attribution, phrase: Phrase, ahead: int, *, back: bool = True
) -> bool:
    """Whether a member of the group is named close by, or the sentence reports a poll.

    With `back`, an expert heard just before is one of the "experts" that follow.
    """
    before_too = back or not is_field(phrase)
    if before_too and named_before(article, phrase):
        return True
    if named_in_body(article, phrase, attribution):
        return True
    near = _near(article, phrase, ahead)
    sentence = article.sentence_at(phrase.span.start)
    before = article.sentence_at(max(phrase.block.start, sentence.start - 2))
    here = before.cover(sentence).of(article.text).lower()
    plain = phrase.head.lower_ in words("anonymity", "collectives.plain")
    if _is_polled(article, near) or (_POLLED.search(here) and not plain):
        return True
    if _works_on_study(article, phrase, before):
        return True
    return is_followed_up(article, attribution, phrase, ahead)


def _is_polled(article: Article, near: Span) -> bool:
    """Whether a poll or survey close by has somebody's name to it."""
    for span in article.sentence_spans:
        if not near.overlaps(span):
            continue
        text = span.of(article.text).lower()
        if "survey" in text or " poll" in text:
            if any(n.kind != "place" and span.contains(n.span) for n in article.names):
                return True
    return False


def is_followed_up(article: Article, attribution: Attribution, phrase: Phrase, ahead: int) -> bool:
    """Whether the next sentences bring in somebody by name who may be one of the group."""
    near, sentence = _near(article, phrase, ahead), article.sentence_at(phrase.span.start)
    after = Span(sentence.end, max(near.end, sentence.end))
    if is_by_view(phrase) and not is_field(phrase) and _introduces(article, phrase, after):
        return True
    last = article.parsed[phrase.block.index + 1 : phrase.block.index + 2]
    counted = after.cover(last[0].block.span) if last and is_by_view(phrase) else after
    if _counts_among(article, counted):
        return True
    targets = " ".join(span.of(article.text) for span in attribution.content)
    for other in article.attributions:
        source = other.source
        if source is None or not source.named or other is attribution:
            continue
        if not near.contains(other.cue.span) or source.kind == "role_named_elsewhere":
            continue
        states = _states(article, other) and may_belong(article, phrase, source)
        if source.outlet or not states or _answers(article, other, targets):
            continue
        if source.kind == "named_org_or_outlet" and source.span.of(article.text).islower():
            continue  # "the publication"
        name = (source.entity or source.span.of(article.text)).split()
        if name and name[-1] not in targets:
            return True
    return False


def _answers(article: Article, attribution: Attribution, said: str) -> bool:
    """Whether somebody answers for what the group says of them: denies it, or is meant by it.

    "The developer, Okoro Land, said it had no part" is none of the critics of a developer.
    """
    if attribution.cue.lemma in _ANSWERS:
        return True
    source = article.tokens(attribution.source.span) if attribution.source is not None else None
    spoken = {word.lower() for word in said.split()}
    return source is not None and any(
        t.tag_ == "NN" and t.lower_ in spoken and t.nbor(-1).lower_ == "the"
        for t in source
        if t.i > 0
    )


def _states(article: Article, attribution: Attribution) -> bool:
    """Whether somebody says a thing, with a verb in it or quoted: no "a meeting called by Lee"."""
    if attribution.cue.kind == "according_to":
        return True
    return any(
        t.pos_ in ("VERB", "AUX") or t.text in '“”"'
        for span in attribution.content
        for t in article.tokens(span) or ()
    )


def _works_on_study(article: Article, phrase: Phrase, before: Span) -> bool:
    """Whether "researchers" are those of a study that has just been named."""
    if phrase.head.lower_ not in ("researchers", "scientists", "academics"):
        return False
    return any(
        any(t.lower_ in _WORK for t in article.tokens(near) or ())
        and any(name.kind != "place" and near.contains(name.span) for name in article.names)
        for near in (before, article.sentence_at(phrase.span.start))
    )


def _introduces(article: Article, phrase: Phrase, span: Span) -> bool:
    """Whether a sentence in `span` opens with somebody new: likely one of the group."""
    people = [name for name in article.names if name.kind == "person"]
    before = {name.name for name in people if name.span.start < span.start}
    return any(
        span.contains(name.span)
        and name.name not in before
        and article.sentence_at(name.span.start).start == name.span.start
        and not answers_for(article, phrase, name.name, name.span)
        for name in people
    )


def _counts_among(article: Article, after: Span) -> bool:
    """Whether the next sentences say who belongs to the group: "Among them was Ann Lee"."""
    return any(
        _AMONG.search(article.text[article.sentence_at(name.span.start).start : name.span.start])
        or _FIRST.match(article.text[name.span.end : article.sentence_at(name.span.start).end])
        for name in article.names
        if name.kind != "place" and after.contains(name.span)
    )


def _near(article: Article, phrase: Phrase, ahead: int) -> Span:
    """The next sentences, and the rest of the paragraph when they end inside a quotation."""
    near = sentences_after(article, phrase.span.start, ahead)
    last = article.block_at(near.end - 1)
    quoted = any(
        quote.span.start < near.end and near.end - 2 <= quote.span.end for quote in article.quotes
    )
    return near.cover(last.block.span) if last is not None and quoted else near
