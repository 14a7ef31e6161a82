"""Finds who is accused by name: of something, of having done a wrong, or in somebody's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.accusation import accusations, is_identifiable
from attrib_lint.questions.clause import children, dep, is_negated, is_passive, modal, subject
from attrib_lint.questions.support import attributions_in, attributions_over
from attrib_lint.questions.wording import forms_of, holds
from attrib_lint.questions.wrongs import WRONG_WORDS, wrong_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.questions.accusation import Accusation

_ACCUSERS = words("voice", "responses.accusers")
_DATES = words("names", "never")
_ARMED = words("voice", "responses.armed")
_OFFICIAL = forms_of("voice", "responses.official")
_CONCLUDING = words("voice", "responses.concluding")
_BODIES = words("voice", "responses.general")


def accused_in(article: Article, parsed: ParsedBlock) -> Iterator[Token]:
    """Those accused in a block, named ones only: one word of each name."""
    if holds(parsed, _ACCUSERS):
        yield from _accused(parsed)
    for accusation in accusations(article):
        actor = _name_of(accusation.actor)
        if accusation.block is parsed and actor is not None:
            if _is_done(accusation) and not _is_official(article, accusation):
                yield actor
    yield from _alleged(article, parsed)
    if not holds(parsed, WRONG_WORDS):
        return
    for quote in article.quotes:
        tokens = parsed.tokens(quote.inner) if parsed.block.span.contains(quote.span) else None
        if tokens is not None and any(_is_charge(t) for t in tokens):
            yield from _said_of(parsed, tokens[-1])


def _alleged(article: Article, parsed: ParsedBlock) -> Iterator[Token]:
    """Who did what somebody "alleges": the ferries of "ferries sailed unsafe, they allege"."""
    for attribution in article.attributions:
        if attribution.cue.lemma != "allege" or not parsed.block.span.contains(
            attribution.cue.span
        ):
            continue
        for content in attribution.content:
            for verb in parsed.tokens(content) or ():
                actor = subject(verb) if verb.tag_ in ("VBD", "VBZ", "VBP") else None
                if actor is None or is_negated(verb) or not content.contains(parsed.span(actor)):
                    continue
                name = _name_of(actor)
                if name is not None and actor.i < verb.i:
                    yield name
                break


def _is_charge(verb: Token) -> bool:
    """ "He took our savings": a wrong told in somebody's words."""
    actor = subject(verb) if verb.pos_ == "VERB" and verb.lower_ in WRONG_WORDS else None
    if actor is None or actor.pos_ != "PRON" or is_negated(verb) or modal(verb) is not None:
        return False
    return wrong_at(verb, actor, by_person=True) is not None


def _is_done(accusation: Accusation) -> bool:
    """Whether somebody is said to have done it: not what could be done, nor what was suffered."""
    if accusation.block.span(accusation.actor).start >= accusation.span.start:
        return False
    return accusation.verb.tag_ != "VB" and modal(accusation.verb) is None


def _name_of(actor: Token) -> Token | None:
    """The name of who did it: of "the deputy governor, Dr Ada Cole," the name."""
    named = (actor, *(c for c in actor.children if dep(c) == "appos"))
    return next((t for t in named if _is_named(t)), None)


def _is_official(article: Article, accusation: Accusation) -> bool:
    """Whether the accusation is what an official inquiry found: "the watchdog concluded that"."""
    return any(
        a.source is not None
        and a.cue.lemma in _CONCLUDING
        and a.source.head.of(article.text).lower() in _OFFICIAL
        for a in (
            *attributions_over(article, accusation.span),
            *attributions_in(article, article.sentence_at(accusation.span.start)),
        )
    )


def _accused(parsed: ParsedBlock) -> Iterator[Token]:
    """The names after "accused": "accused coach Dele Bakare of bullying"."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in _ACCUSERS:
            continue
        if is_passive(token):
            target = subject(token)
            if target is not None and _is_named(target) and children(token, "obl", "advcl"):
                yield target
            continue
        rest = list(doc[token.i + 1 : token.i + 9])
        stop = next((n for n, t in enumerate(rest) if t.lower_ == "of" or t.is_punct), 0)
        names = [t for t in rest[:stop] if t.text[:1].isupper() and is_identifiable(t)]
        names = [t for t in names if _is_named(t)]
        if stop and rest[stop].lower_ == "of" and names and names[-1] is rest[stop - 1]:
            yield names[-1]


def _said_of(parsed: ParsedBlock, last: Token) -> Iterator[Token]:
    """Who a quotation is about: "the widow said of Mayor Tom Ortiz"."""
    for token in parsed.doc[last.i + 1 : last.i + 12]:
        if token.lower_ == "of" and token.i + 1 < len(parsed.doc):
            names = [t for t in parsed.doc[token.i + 1 : token.i + 5] if t.pos_ == "PROPN"]
            if names and names[0].i == token.i + 1:
                yield names[-1]
            return


def _is_named(noun: Token) -> bool:
    if noun.lower_ in _BODIES or noun.lower_ in _DATES or _is_armed(noun):
        return False
    return noun.text[:1].isupper() and noun.pos_ != "PRON"


def _is_armed(noun: Token) -> bool:
    """A militia or the like, in any word of its name: "the Islamic State"."""
    around = noun.doc[max(noun.sent.start, noun.i - 2) : noun.i + 2]
    return any(t.lower_ in _ARMED and t.text[:1].isupper() for t in around)


def whole_name(noun: Token) -> list[Token]:
    """The whole name around one of its words."""
    doc, first, last = noun.doc, noun.i, noun.i
    while first > noun.sent.start and _is_named(doc[first - 1]):
        first -= 1
    while last + 1 < noun.sent.end and doc[last + 1].pos_ == "PROPN":
        last += 1
    return list(doc[first : last + 1])
