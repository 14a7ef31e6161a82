"""Finds a newsroom's own word: "the Herald understands", "our correspondent learnt"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.lexicon import words
from attrib_lint.questions.clause import (
    children,
    covering,
    dep,
    is_negated,
    modal,
    subject,
    takes_clause,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

LEARNT_WORDS = words("frames", "learnt.verbs")
_REPORTERS = words("frames", "learnt.reporters")
_MEDIA = words("names", "outlet_words")
_KNOWN = frozenset(name.lower() for name in words("names", "outlets"))
_LABEL = lazy_regex(r"[A-Z][A-Z .'’-]{2,40}:\s")  # who speaks, in the transcript of an interview
_PRESENT = frozenset(("understand", "understands", "hear", "hears", "learns", "gathers"))
_ASKING = frozenset(("how", "why", "what", "who", "where", "whether"))


def learnt_frame(verb: Token) -> TokenSpan | None:
    """The words by which a newsroom vouches for what it does not source, or None.

    The newsroom is "we", "this newspaper", "our correspondent" or an outlet's name; a clause
    follows, or the frame closes the sentence: "..., Sunday Courier has learnt".
    """
    if verb.pos_ != "VERB" or verb.lower_ not in LEARNT_WORDS or is_negated(verb):
        return None
    teller = subject(verb)
    if teller is None or not 0 < verb.i - teller.i <= 4 or modal(verb) not in (None, "can"):
        return None
    if not _is_newsroom(teller, verb) or _has_origin(verb):
        return None
    following = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else "."
    closes = following in (".", ",", ";", ":", "—", "–") and _after_comma(verb)
    if not closes and (following in _ASKING or not takes_clause(verb)):
        return None
    return covering(_first(teller), verb)


def _is_newsroom(teller: Token, verb: Token) -> bool:
    word = teller.lower_
    if word == "we":
        return verb.lower_ in _PRESENT and not _LABEL.match(verb.doc.text)
    if word in _REPORTERS:
        own = [t.lower_ for t in children(teller, "det", "nmod")]
        return "our" in own or "this" in own or "the" in own
    if teller.pos_ not in ("PROPN", "NOUN") or not teller.text[:1].isupper():
        return False
    name = covering(_first(teller), verb.doc[_last(teller)]).text.lower()
    return name in _KNOWN or name.removeprefix("the ") in _KNOWN or name.split()[-1] in _MEDIA


def _first(noun: Token) -> Token:
    """The first word of a name or noun phrase, by its capitals."""
    first = noun
    while first.i > first.sent.start:
        near = first.nbor(-1)
        name = near.pos_ == "PROPN" or near.lower_ in ("the", "our", "this")
        if not name or near.is_punct:
            break
        first = near
        if near.lower_ in ("the", "our", "this"):
            break
    return first


def _last(noun: Token) -> int:
    doc, last = noun.doc, noun.i
    while last + 1 < noun.sent.end and doc[last + 1].pos_ == "PROPN":
        last += 1
    return last


def _after_comma(verb: Token) -> bool:
    """Whether a comma parts the frame from the sentence before it."""
    teller = subject(verb)
    first = _first(teller) if teller is not None else verb
    return first.i > first.sent.start and first.nbor(-1).text in (",", "—", "–", ";")


def _has_origin(verb: Token) -> bool:
    """ "has learned from court papers": the newsroom says where from."""
    for child in children(verb, "obl"):
        if any(c.lower_ in ("from", "through", "via", "by") for c in children(child, "case")):
            return True
    return any(dep(child) == "obj" and child.i > verb.i for child in verb.children)
