"""Finds what is taken for granted after it was only hedged: "once the ban comes in".

A headline's deal that the opening has from unnamed people or as talks, and that is done further on:
"once Velda owns the mine".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.basis import weak_basis
from attrib_lint.questions.clause import children, is_negated, is_one_of, subject
from attrib_lint.questions.eventnouns import is_happening
from attrib_lint.questions.frames import agentless_frame
from attrib_lint.questions.overstatement import only_in_prospect
from attrib_lint.questions.support import is_credited
from attrib_lint.questions.wording import forms_of, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from attrib_lint.article import Article
    from attrib_lint.core.span import Span

_WHENEVER = frozenset(("when", "once", "after"))
_FUTURE = frozenset(("will", "'ll", "’ll"))
_EVENTS = frozenset(("sale", "ban", "move", "deal", "merger", "takeover", "strike", "cut", "cuts"))
_COMING = frozenset(
    ("come", "land", "take", "go", "begin", "start", "kick", "happen", "arrive", "fall")
)


_DEALS = forms_of("events", "prospects.done", "prospects.had")
_DONE = words("events", "prospects.done") | words("events", "prospects.had")


def taken_as_done(article: Article) -> tuple[Span, Span] | None:
    """ "When Holm signs": of a deal that the headline is about and the opening has as talks or from
    unnamed people. The place, and what the opening stands on; spans of the prose."""
    headline = article.headline
    if headline is None or not any(t.lower_ in _DEALS for t in headline.doc):
        return None
    told = {t.lemma_.lower() for t in headline.doc if t.pos_ == "PROPN"}
    places = [
        (parsed, token)
        for parsed, token in occurrences(article, _WHENEVER)
        if parsed in article.body and _is_done(token, told)
    ]
    if not places:
        return None
    basis = weak_basis(article, headline) or only_in_prospect(article, headline)
    for parsed, token in places:
        here = parsed.span(token)
        quoted = any(q.inner.contains(here) for q in article.quotes)
        if basis is None or quoted or here.start < basis.body.end or is_credited(article, here):
            continue
        return parsed.span(token.doc[token.i : token.head.i + 1]), basis.body
    return None


def _is_done(word: Token, told: set[str]) -> bool:
    """Whether a clause of "when" or "once" has a deal done, by somebody of the headline."""
    verb = word.head
    if verb.tag_ not in ("VBZ", "VBP") or is_negated(verb) or word.i > verb.i:
        return False
    signs = any(noun.lower_ in ("pen", "ink") for noun in children(verb, "obj"))
    actor = subject(verb)
    if actor is None or not (signs or is_one_of(verb, _DONE)):
        return False
    names = {t.lemma_.lower() for t in (actor, *actor.children) if t.pos_ == "PROPN"}
    return bool(names & told)


def taken_for_granted(article: Article) -> Iterator[tuple[Span, Span]]:
    """ "Once the ban comes in", of a ban that had only been "understood to be" weighed up: the
    place, and the hedge on the noun before it; spans of the prose."""
    for parsed, token in occurrences(article, _WHENEVER):
        verb = token.head
        coming = verb.lemma_.lower() in _COMING and verb.tag_ in ("VBZ", "VBP")
        thing = subject(verb) if coming and 0 < verb.i - token.i <= 5 else None
        here = parsed.span(token)
        if thing is None or thing.pos_ != "NOUN":
            continue
        if any(q.inner.contains(here) for q in article.quotes) or is_credited(article, here):
            continue
        if not any(t.lower_ in ("the", "this", "these") for t in thing.children):
            continue
        hedge = _hedged_before(article, thing.lower_, here)
        if hedge is not None:
            yield parsed.span(thing.doc[token.i : verb.i + 1]), hedge
    for parsed, aux in occurrences(article, _FUTURE):
        noun = subject(aux.head)
        if noun is None or noun.i > aux.i or not (is_happening(noun) or noun.lower_ in _EVENTS):
            continue
        the = next((t for t in noun.children if t.lower_ in ("the", "this")), None)
        here = parsed.span(noun)
        quoted = any(q.inner.contains(here) for q in article.quotes)
        if the is None or quoted or parsed not in article.body or is_credited(article, here):
            continue
        hedge = _hedged_before(article, noun.lower_, here)
        if hedge is not None:
            yield parsed.span(noun.doc[the.i : noun.i + 1]), hedge


def _hedged_before(article: Article, noun: str, here: Span) -> Span | None:
    """The frame over every earlier mention of a noun; None where one stands without."""
    hedge: Span | None = None
    for parsed, token in occurrences(article, frozenset((noun,))):
        span = parsed.span(token)
        if span.start >= here.start or parsed is article.headline:
            continue
        frames = [agentless_frame(t) for t in token.sent]
        frame = next((f for f in frames if f is not None), None)
        if frame is None:
            return None
        hedge = hedge or parsed.span(frame)
    return hedge
