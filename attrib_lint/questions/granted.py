"""Finds what is taken for granted after it was only hedged: "once the ban comes in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.questions.clause import subject
from attrib_lint.questions.frames import agentless_frame
from attrib_lint.questions.support import is_credited
from attrib_lint.questions.wording import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attrib_lint.article import Article
    from attrib_lint.core.span import Span

_WHENEVER = frozenset(("when", "once", "after"))
_COMING = frozenset(
    ("come", "land", "take", "go", "begin", "start", "kick", "happen", "arrive", "fall")
)


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
