"""Whether sentences close by say whose a claim is: they tell it again, or it is one of theirs."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.lexicon import words
from attrib_lint.questions.events import event
from attrib_lint.questions.namedoutlets import names_outlet, with_sentence_before
from attrib_lint.questions.support import (
    SAYING,
    attributions_in,
    is_identified,
    is_voice,
    passes_on,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from attrib_lint.article import Article
    from attrib_lint.core.facts import Attribution, Source
    from attrib_lint.core.span import Span

_AHEAD = 3  # sentences after a claim, in which an outlet may tell it again
_BACK = 4  # sentences before an instance, in which somebody tells of all of them
_MANY = 3  # words that a statement further off, or a person's, shares with a claim it tells again
_ONE_OF = frozenset(("one", "another", "other"))
_PICKED = 5  # words within which "In one such case," ends
_ORIGINS = words("frames", "legal.origins")
_WORD = lazy_regex(r"[a-z]+")
_REPEATED = ("NOUN", "PROPN", "VERB", "NUM", "ADJ")
_REFUSALS = words("events", "basis.refusals")
_SAID = words("second_hand", "reports.says") | {"report", "according", "source", "tell", "say"}


def has_origin_beside(article: Article, span: Span) -> bool:
    """Whether an outlet or a record stands in the sentence of a claim, or in the one before.

    Whose the claim is need not be said again then, where the writer takes care.
    """
    here = with_sentence_before(article, article.sentence_at(span.start))
    if names_outlet(article, here):
        return True
    return not _ORIGINS.isdisjoint(_WORD.findall(here.of(article.text).lower()))


def is_told_close_by(article: Article, span: Span) -> bool:
    """Whether the sentences around tell whose the claim at `span` is.

    An outlet tells it again in the next three sentences, or has in the one before; a person does in
    the next one; the same source speaks before and after; or it is "one case" of what
    somebody has just been credited with.
    """
    spans = article.sentence_spans
    here = bisect_right(spans, span.start, key=attrgetter("end"))
    if here >= len(spans):
        return False
    before, after = spans[max(0, here - _BACK) : here], spans[here + 1 : here + 1 + _AHEAD]
    if _is_amid(article, before[-1:], spans[here], after[:1]) or _is_instance(
        article, spans[here], before
    ):
        return True
    told = _told_in(article, spans[here])
    return any(
        _tells_again(article, attribution, told, min(number + 1, 2))
        for number, sentence in enumerate(after)
        for attribution in attributions_in(article, sentence)
    ) or any(
        _is_press(article, attribution) and _tells_again(article, attribution, told, _MANY)
        for sentence in before[-1:]
        for attribution in attributions_in(article, sentence)
    )


def _tells_again(
    article: Article, attribution: Attribution, told: frozenset[str], least: int
) -> bool:
    """Whether somebody with a name says the same: an outlet much of it, a person most of it."""
    if attribution.nested or attribution.cue.kind not in SAYING:
        return False
    if attribution.cue.lemma in _REFUSALS or not attribution.content:
        return False
    shared = len(told & frozenset().union(*(_told_in(article, c) for c in attribution.content)))
    if _is_press(article, attribution):
        return shared >= least
    return least == 1 and is_identified(article, attribution.source) and shared >= _MANY


def _is_press(article: Article, attribution: Attribution) -> bool:
    """An outlet or its reporter who says so, or to whom somebody told it."""
    source, recipient = attribution.source, attribution.recipient
    if is_identified(article, source) and source is not None:
        if passes_on(article, source):
            return True
        if source.kind == "named_org_or_outlet" and attribution.cue.lemma == "report":
            return True
    return any(
        person is not None
        and any(n.kind == "outlet" and person.span.contains(n.span) for n in article.names)
        for person in (source, recipient)
    )


def _is_amid(article: Article, before: Sequence[Span], here: Span, after: Sequence[Span]) -> bool:
    """Whether one source speaks right before and right after, as a paper does that is retold.

    Who is what the sentence is about does not tell it.
    """
    about = {t.lower_ for t in article.tokens(here) or ()}
    earlier = [_heads(article, sentence) for sentence in before]
    later = [_heads(article, sentence) for sentence in after]
    return any(
        not about & set(head.split())
        for heads in earlier
        for others in later
        for head in heads & others
    )


def _heads(article: Article, sentence: Span) -> frozenset[str]:
    """Who is credited in a sentence: the name, or the noun of several sources or a paper."""
    return frozenset(
        (source.entity or source.head.of(article.text)).lower()
        for a in attributions_in(article, sentence)
        if (source := a.source) is not None
        and not a.nested
        and a.cue.kind in SAYING
        and is_voice(article, source)
        and _can_be_told_apart(article, source)
    )


def _can_be_told_apart(article: Article, source: Source) -> bool:
    """A body, a paper or people with a description; no single person, who tells his own deeds."""
    if source.kind in ("named_person", "role_named_elsewhere"):
        return False
    head = article.tokens(source.head)
    return head is not None and len(head) > 0 and head.root.pos_ in ("NOUN", "PROPN")


def _is_instance(article: Article, sentence: Span, before: Sequence[Span]) -> bool:
    """Whether a sentence gives one of the cases, letters or posts that somebody told of."""
    if not _opens_with_one(article, sentence):
        return False
    return any(
        is_identified(article, a.source) and a.cue.kind in SAYING and not a.nested
        for earlier in before
        for a in attributions_in(article, earlier)
    )


def _opens_with_one(article: Article, sentence: Span) -> bool:
    """ "In one post, ", "In another such case, "."""
    tokens = article.tokens(sentence)
    if tokens is None or len(tokens) < _PICKED + 1 or tokens[0].lower_ != "in":
        return False
    opening = tokens[1 : _PICKED + 1]
    picked = any(t.lower_ in _ONE_OF for t in opening[:2])
    return picked and any(t.text == "," for t in opening)


def _told_in(article: Article, span: Span) -> frozenset[str]:
    """What a stretch tells of: names, things, numbers and events, but no saying."""
    return frozenset(
        _key(t)
        for t in article.tokens(span) or ()
        if t.pos_ in _REPEATED and not t.is_stop and t.lemma_.lower() not in _SAID
    )


def _key(token: Token) -> str:
    return event(token.lower_) if token.pos_ == "VERB" else token.lemma_.lower()
