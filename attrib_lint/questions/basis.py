"""What a headline rests on, by its words: "has learnt", another outlet, unnamed people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.events import event
from attrib_lint.questions.frames import agentless_frame
from attrib_lint.questions.learnt import learnt_frame
from attrib_lint.questions.support import SAYING, is_identified, passes_on, voiced
from attrib_lint.questions.unnamed import unnamed_sources

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Source

_OPENING = 3  # paragraphs
_GONE = frozenset(("out", "off", "dead", "gone"))  # "Mayor out after 11 weeks"
_STATING = ("VB", "VBD", "VBP", "VBZ", "VBN")
_NEEDED = 2  # words, besides a name, that a sentence shares with the headline it bears out
_NO_SUPPORT = words("events", "basis.refusals")
_CONFIRMING = words("events", "basis.confirming")
_PLAIN = words("events", "basis.plain")
_SCOOPS = words("events", "basis.scoops")
_TELLING = ("NOUN", "PROPN", "VERB", "NUM", "ADJ")


class Basis(Struct, frozen=True):
    """What a headline rests on: `head` in the headline, `body` what stands for it; prose spans."""

    head: Span
    body: Span


def weak_basis(article: Article, headline: ParsedBlock) -> Basis | None:
    """The unnamed people, the outlet or the frame that a headline's claim rests on, or None.

    None where the opening does not tell what the headline tells, where anybody named or a document
    says the same, and where a word of confirming stands by it.
    """
    opening = _doubted(article, headline)
    if opening is None:
        return None
    told = [t for t in headline.doc if not t.is_punct]
    return Basis(Span(headline.span(told[0]).start, headline.span(told[-1]).end), opening.body)


def flat_lede(article: Article) -> Basis | None:
    """The sentence in which a story states flat what it later has from unnamed people, as `head`;
    `body` is the outlet they spoke to."""
    opening = _doubted(article, article.headline) if article.headline is not None else None
    return opening if opening is not None and opening.head.end <= opening.body.start else None


def _doubted(article: Article, headline: ParsedBlock) -> Basis | None:
    """The first sentence that tells a headline's story, and what it stands on, if that is weak."""
    wanted = _keys_of(headline)
    if len(wanted) < _NEEDED + 1 or not any(t.pos_ == "PROPN" for t in headline.doc):
        return None
    if not any(t.tag_ in _STATING or t.lower_ in _GONE for t in headline.doc):
        return None  # "Her falling numbers, in context" states nothing
    opening = _of_opening(article, wanted)
    return None if opening is None or _is_borne_out(article, wanted) else opening


def _of_opening(article: Article, wanted: frozenset[str]) -> Basis | None:
    """The first sentence that tells the headline's story, and what it stands on, if that is weak.

    A flat one stands on what follows it if that credits another outlet with unnamed people or as
    the first to have it.
    """
    flat: Span | None = None
    for n, parsed in enumerate(article.body[:_OPENING]):
        for sentence in parsed.doc.sents:
            span = parsed.span(sentence)
            if flat is None and not _tells_the_same(wanted, sentence, lede=not n):
                continue
            if flat is not None:
                found = _credited_elsewhere(article, sentence, span)
            else:
                found = _stands_on(article, parsed, span)
            if found is not None:
                return Basis(flat or span, found)
            if _is_backed(article, span):
                return None
            flat = flat or span
    return None


def _credited_elsewhere(article: Article, sentence: TokenSpan, span: Span) -> Span | None:
    """The outlet that a sentence credits with the story: "the scoop goes to", "first reported".

    Whom an unnamed person "told" is one, whatever the name.
    """
    unnamed = any(m.withheld and span.contains(m.phrase.span) for m in unnamed_sources(article))
    scoop = any(t.lower_ in _SCOOPS for t in sentence)
    for name in article.names:
        if span.contains(name.span) and name.kind not in ("person", "place"):
            outlet = name.kind == "outlet" or (unnamed and _is_told(article, name.span))
            if outlet and (unnamed or scoop):
                return name.span
    return None


def _is_told(article: Article, name: Span) -> bool:
    """Whether a name stands behind "told" or "to"."""
    before = article.text[max(0, name.start - 20) : name.start].lower().split()
    if before[-1:] == ["the"]:
        before.pop()
    return before[-1:] in (["to"], ["told"], ["tells"])


def _key(token: Token) -> str:
    """What a word is recognised by: the event of a verb, the stem of a noun."""
    if token.pos_ == "VERB":
        return event(token.lower_)
    return token.lemma_.lower().removesuffix("'s").removesuffix("’s").rstrip("s")


def _keys_of(headline: ParsedBlock) -> frozenset[str]:
    telling = (t for t in headline.doc if t.pos_ in _TELLING and t.lower_ not in _PLAIN)
    return frozenset(_key(t) for t in telling)


def _shared(wanted: frozenset[str], tokens: list[Token]) -> frozenset[str]:
    return wanted & {_key(t) for t in tokens if t.pos_ in _TELLING and t.lower_ not in _PLAIN}


def _tells_the_same(wanted: frozenset[str], sentence: TokenSpan, *, lede: bool) -> bool:
    """Whether a sentence shares a name and enough words with the headline; a lede, two names."""
    tokens = list(sentence)
    shared = _shared(wanted, tokens)
    names = {_key(t) for t in tokens if t.pos_ == "PROPN"} & shared
    initials = "".join(t.text[0] for t in tokens if t.text[:1].isupper()).lower()
    names |= {key for key in wanted if 2 < len(key) < 6 and key in initials}
    if lede and len(names) > 1:
        return True
    return bool(names) and len(shared) > _NEEDED and 2 * len(shared) >= len(wanted)


def _stands_on(article: Article, parsed: ParsedBlock, sentence: Span) -> Span | None:
    """What a sentence stands on, if that is weak: who is cited, or a frame; None for the rest."""
    if _is_backed(article, sentence):
        return None
    for token in parsed.tokens(sentence) or ():
        found = learnt_frame(token)
        found = found if found is not None else agentless_frame(token)
        if found is not None:
            return parsed.span(found)
    for mention in unnamed_sources(article):
        if mention.withheld and sentence.contains(mention.phrase.span):
            return mention.phrase.span
    for attribution in voiced(article):
        source = attribution.source
        if source is None or not sentence.contains(attribution.cue.span):
            continue
        if passes_on(article, source):
            return source.span if attribution.cue.kind in SAYING else None
    return None


def _is_backed(article: Article, sentence: Span) -> bool:
    """Whether a sentence cites somebody who can be identified, other outlets aside."""
    return any(
        a.source is not None
        and (not passes_on(article, a.source) or _is_in_headline(article, a.source))
        and a.cue.kind in SAYING
        and a.cue.lemma not in _NO_SUPPORT
        and is_identified(article, a.source)
        for a in voiced(article)
        if sentence.contains(a.cue.span)
    )


def _is_in_headline(article: Article, source: Source) -> bool:
    """Whether a person is who the headline is about: a presenter on his own leaving."""
    if article.headline is None or source.outlet:
        return False
    told = {t.lower_ for t in article.headline.doc if t.pos_ == "PROPN"}
    named = [t.lower_ for t in article.tokens(source.span) or () if t.pos_ == "PROPN"]
    return bool(named) and named[-1] in told


def _is_borne_out(article: Article, wanted: frozenset[str]) -> bool:
    """Whether anybody named, or a document, says what the headline says; or a word confirms it."""
    for attribution in article.attributions:
        source = attribution.source
        if source is None or attribution.cue.lemma in _NO_SUPPORT or passes_on(article, source):
            continue
        if source.kind == "self_or_other" or not is_identified(article, source):
            continue
        said = [t for c in attribution.content for t in article.tokens(c) or ()]
        around = article.tokens(article.sentence_at(attribution.cue.span.start)) or ()
        both = len(_shared(wanted, [*said, *around])) >= _NEEDED
        if _shared(wanted, said) and (both or attribution.cue.lemma in _CONFIRMING):
            return True
    return any(
        any(t.lemma_.lower() in _CONFIRMING for t in sentence)
        and _tells_the_same(wanted, sentence, lede=False)
        for parsed in article.body
        for sentence in parsed.doc.sents
    )
