"""Where a careless story first says whom it has its opening from, if that is paragraphs later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.basis import Basis
from attrib_lint.questions.events import event
from attrib_lint.questions.miscounted import withheld_people
from attrib_lint.questions.support import SAYING, is_identified, is_voice, passes_on, voiced

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Attribution, Source

_FARTHEST = 5  # paragraphs
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_TELLING = ("NOUN", "PROPN", "VERB", "NUM", "ADJ")
_PLAIN = words("events", "basis.plain")
_REFUSALS = words("events", "basis.refusals")
_WITNESSED = words("events", "witnessed", "witnessed.things")
_PAPERS = words("sources", "papers") | words("sources", "obtained")
_POLLED = frozenset(("poll", "polls", "survey", "study", "research", "data", "figures"))
_HEARD = frozenset(("report", "reports", "media"))


def first_credit(article: Article, allowed: int) -> Basis | None:
    """The flat sentence of the first paragraph, and the outlet, the paper or the unnamed people
    that are credited first, more than `allowed` paragraphs down.

    None where the first paragraph credits somebody, where many saw it, and where anybody on the
    record says as much in between.
    """
    if not article.body:
        return None
    block = article.body[0]
    told = _flat(article, block)
    if told is None:
        return None
    wanted = _keys(told) | (_keys(article.headline.doc[:]) if article.headline else frozenset())
    for attribution in voiced(article):
        source = attribution.source
        here = article.block_at(attribution.cue.span.start)
        if source is None or here is None or here.index <= block.index:
            continue
        if not _states(article, attribution, source):
            continue
        shared = wanted & _said(article, attribution)
        if not _is_borrowed(article, source):
            near = here.index - block.index <= allowed and _passes_by(attribution, source)
            if near or (is_identified(article, source) and len(shared) > 1):
                return None
            continue
        late = allowed < here.index - block.index <= _FARTHEST
        return Basis(block.span(told), source.span) if late else None
    return None


def _flat(article: Article, block: ParsedBlock) -> TokenSpan | None:
    """The sentence of a paragraph that tells most of the headline, if nobody is credited."""
    span = block.block.span
    for attribution in voiced(article):
        source = attribution.source
        if source is not None and span.contains(attribution.cue.span):
            if _states(article, attribution, source):
                return None
    if any(span.contains(p) for p in withheld_people(article)):
        return None
    wanted = _keys(article.headline.doc[:]) if article.headline is not None else frozenset()
    sentences = [
        s
        for s in block.doc.sents
        if any(t.tag_ in _FINITE for t in s) and not _bids(s.root) and not s.text.endswith("?")
    ]
    if not sentences:
        return None
    told = max(sentences, key=lambda s: (len(wanted & _keys(s)), len(_keys(s))))
    place = block.span(told)
    root = block.span(told.root.doc[told.root.i : told.root.i + 1])
    doubted = any(h.scope.contains(root) and h.span.overlaps(place) for h in article.hedges)
    quoted = any(q.span.overlaps(place) and q.kind == "speech" for q in article.quotes)
    polled = any(t.lower_ in _POLLED for t in told)
    return None if doubted or quoted or polled or _was_seen(told.root) else told


def _bids(verb: Token) -> bool:
    """Whether a sentence tells its readers what to do: "keep saving"."""
    return verb.tag_ == "VB" and not any(
        c.dep_.startswith(("nsubj", "aux", "csubj")) for c in verb.children
    )


def _was_seen(verb: Token) -> bool:
    """Whether many saw it: a match, a storm, a march; what is yet to come nobody has seen."""
    if any(c.lower_ in ("will", "to") for c in verb.children if c.dep_ in ("aux", "mark")):
        return False
    core = (c for c in verb.children if c.dep_.startswith(("nsubj", "obj", "iobj")))
    return any(t.lemma_.lower() in _WITNESSED for t in (verb, *core))


def _states(article: Article, attribution: Attribution, source: Source) -> bool:
    """Whether somebody is credited with a statement: no order, no refusal, no label."""
    return (
        attribution.cue.kind in SAYING
        and attribution.cue.lemma not in _REFUSALS
        and not attribution.nested
        and source.kind != "self_or_other"
        and is_voice(article, source)
    )


def _passes_by(attribution: Attribution, source: Source) -> bool:
    """Whether somebody without a name says it in so many words: an officer, a neighbour."""
    said = words("anonymity", "says", "speech") - {"write"}
    unnamed = source.kind in ("unnamed_person", "unnamed_collective")
    return unnamed and (attribution.cue.kind == "according_to" or attribution.cue.lemma in said)


def _is_borrowed(article: Article, source: Source) -> bool:
    """Whether a source is an outlet, "reports", a paper that somebody has, or unnamed people."""
    if passes_on(article, source):
        return True
    if any(p.overlaps(source.span) for p in withheld_people(article)):
        return True
    low = {t.lower_ for t in article.tokens(source.span) or ()}
    return source.kind == "document_or_study" and bool(low & (_PAPERS | _HEARD))


def _said(article: Article, attribution: Attribution) -> frozenset[str]:
    spans = attribution.content or (article.sentence_at(attribution.cue.span.start),)
    return frozenset(
        _key(t)
        for span in spans
        for t in article.tokens(Span(span.start, span.end)) or ()
        if _tells(t)
    )


def _tells(token: Token) -> bool:
    return token.pos_ in _TELLING and token.lower_ not in _PLAIN


def _key(token: Token) -> str:
    return event(token.lower_) if token.pos_ == "VERB" else token.lemma_.lower().rstrip("s")


def _keys(sentence: TokenSpan) -> frozenset[str]:
    return frozenset(_key(t) for t in sentence if _tells(t))
