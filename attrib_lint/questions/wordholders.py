"""Whose word a quoted word or two is: a speaker's, a document's, or that of whoever sees it so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.clause import agent, dep, governing_verbs, is_one_of, subject
from attrib_lint.questions.support import (
    attributions_in,
    is_identified,
    is_voice,
    scopes_over,
    voiced,
)
from attrib_lint.questions.wording import forms_of

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import Article
    from attrib_lint.core.facts import Attribution, Quote

_SHOWING = (words("voice", "inference.verbs") - {"suggest"}) | {"publish"}
_EXCERPT = re.compile(r"(?:^|[.!?] |excerpt )[Ff]rom (?:[Tt]he )?[A-Z][^.:]{1,60}:$")
_HEARERS = frozenset(("him", "her", "girl", "boy", "woman", "man", "child", "children", "driver"))
_SPEECH = words("cues", "speech.clause") - _SHOWING
_VIEWS = words("frames", "quotation.views")
_WANTS = words("frames", "quotation.wants")
_OFFICIAL = forms_of("sources", "institutions") | words("events", "official")


def is_word_of_somebody(article: Article, quote: Quote) -> bool:
    """Whether a source whom readers can identify is credited with the word."""
    sentence = article.sentence_at(quote.span.start)
    near = (a for a in attributions_in(article, sentence) if a.cue.lemma in _SPEECH)
    around = (
        a
        for a in voiced(article)
        if a.cue.kind != "thought"
        and a.cue.lemma not in _SHOWING
        and any(c.overlaps(quote.span) for c in a.content)
    )
    going_on = scopes_over(article, quote.span)
    credited = (*credited_with_word(article, quote), *near, *around, *going_on)
    return any(is_identified(article, a.source) or _is_body(article, a) for a in credited)


def _is_body(article: Article, attribution: Attribution) -> bool:
    """Whether a document or a body that can be asked uses the word: the report, officials."""
    source = attribution.source
    if source is None:
        return False
    head = article.tokens(source.head)
    if head is not None and (head.root.lower_ in _OFFICIAL or head.root.pos_ == "PROPN"):
        return True
    ahead = [t for t in article.tokens(source.span) or () if head and t.i < head.root.i]
    if any(t.pos_ == "PROPN" for t in ahead) or _is_taken_up(source.span.of(article.text)):
        return True
    return source.kind in ("document_or_study", "role_named_elsewhere")


def _is_taken_up(phrase: str) -> bool:
    """ "They say", "the presenter said": one told of before, whose word it is."""
    first = phrase.lower().split()[0]
    return first in ("he", "she", "they", "it") or (first == "the" and not phrase.endswith("s"))


def credited_with_word(article: Article, quote: Quote) -> list[Attribution]:
    """Those who are said to say or write what holds the quotation."""
    return [
        a
        for a in voiced(article)
        if (a.cue.kind == "according_to" or a.cue.lemma in _SPEECH)
        and is_voice(article, a.source)
        and any(c.overlaps(quote.span) for c in a.content)
    ]


def is_wanted(quoted: TokenSpan) -> bool:
    """ "Some parents called for a “boycott”": somebody's word, whoever that is."""
    return any(is_one_of(t, _WANTS) for t in quoted.doc[quoted.sent.start : quoted.start])


def has_holder(quoted: TokenSpan) -> bool:
    """Whether someone in the clause holds the word: "seen by rivals as", "Rao called for"."""
    before = quoted.doc[max(quoted.sent.start, quoted.start - 14) : quoted.start]
    for token in before:
        if is_one_of(token, _VIEWS) and (by := agent(token)) is not None and by.i < quoted.start:
            return True
        if is_one_of(token, _WANTS) and (actor := subject(token)) is not None:
            return actor.pos_ == "PROPN" and actor.i < token.i
    after = quoted.doc[quoted.end : quoted.end + 4]
    return any(is_one_of(t, _VIEWS) and agent(t) is not None for t in after)


def holder_around(quoted: TokenSpan, *, direct: bool = False) -> Token | None:
    """Whoever is named as thinking, saying or doing something in a clause around the word.

    "Trump accused Cruz of being “stiff”", "Lee is worried about its “underperformance”"; not what a
    purchase shows about him, nor what the subject of the very clause is said to be. With `direct`,
    also who does something with it: "Lee accused them of a “failure”".
    """
    word = quoted.root
    governing = list(governing_verbs(word))
    if not direct and dep(word) in ("obj", "obl", "nmod", "nsubj"):
        governing = governing[1:]
    for verb in governing:
        actor = subject(verb)
        if actor is None or not actor.i < verb.i < word.i:
            continue
        if actor.pos_ == "PROPN" and actor.ent_type_ not in ("DATE", "TIME"):
            return actor
    return None


def is_told_by_named(article: Article, quote: Quote) -> bool:
    """Whether a named person tells of the words: "Shephard recalled how a man called all “Betty”".

    Or whether they fell in a scene, to somebody in it: "an officer told the girl".
    """
    quoted = article.tokens(quote.inner)
    parsed = article.block_at(quote.span.start)
    teller = holder_around(quoted) if quoted is not None else None
    if parsed is not None and teller is not None:
        outlets = (n for n in article.names if n.kind == "outlet")
        if not any(n.span.overlaps(parsed.span(teller)) for n in outlets):
            return True  # an outlet passes on what others say
    hearers = (
        article.tokens(a.recipient.span)
        for a in article.attributions
        if a.recipient is not None
        and not quote.span.overlaps(a.recipient.span)
        and any(c.overlaps(quote.span) for c in a.content)
    )
    return any(h is not None and h[-1].lower_ in _HEARERS for h in hearers)


def in_excerpt(article: Article, offset: int) -> bool:
    """Whether the paragraph is another publication's text: it comes after "From the Gazette:"."""
    here = article.block_at(offset)
    if here is None:
        return False
    at = here.index
    while at > 0:
        before = article.parsed[at - 1]
        if _EXCERPT.search(before.block.span.of(article.text)):
            return True
        if before.block.kind != "blockquote":
            return False
        at -= 1
    return False
