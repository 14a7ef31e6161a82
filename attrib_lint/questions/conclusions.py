"""Finds conclusions drawn without "shows that": "it all points to", "a sign that", "lays bare"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.clause import (
    before,
    children,
    covering,
    is_negated,
    is_passive,
    modal,
    noun_phrase,
    subject,
    takes_clause,
)
from attrib_lint.questions.eventnouns import is_deed
from attrib_lint.questions.wording import forms_of

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_POINTING = {
    "point": ("to", "towards", "toward"),
    "add": ("up",),
    "amount": ("to",),
    "smack": ("of",),
    "reek": ("of",),
    "speak": ("volumes",),
    "hint": ("at",),
}
_POINTS = {
    form: follows
    for verb, follows in _POINTING.items()
    for form in (verb, verb + "s", verb + "ed" if verb != "speak" else "spoke")
}
_BARING = forms_of("voice", "inference.baring")
_SIGNS = words("voice", "inference.signs")
_DEEDS = forms_of("voice", "inference.deeds")
_DEICTIC = frozenset(("this", "that", "it", "all", "which", "these", "everything"))
_MEAN = frozenset(("mean", "means"))
# "Makes clear that", "leaves little doubt that", "sends a message that".
_STOCK = {
    "make": ("clear", "plain"),
    "leave": ("doubt",),
    "send": ("message", "signal"),
}
_STOCK_VERBS = {
    form: nouns
    for verb, nouns in _STOCK.items()
    for form in (verb, verb + "s", {"make": "made", "leave": "left", "send": "sent"}[verb])
}
_TEXTS = words("voice", "inference.texts")
CONCLUSION_WORDS = (
    frozenset(_POINTS)
    | frozenset(_STOCK_VERBS)
    | _BARING
    | _SIGNS
    | _MEAN
    | {"lays", "lay", "laid"}
)


def conclusion_at(token: Token) -> TokenSpan | None:
    """The words by which the writer draws a conclusion from what was told, or None."""
    low = token.lower_
    if low in _SIGNS:
        return _sign(token)
    if token.pos_ != "VERB" or is_negated(token):
        return None
    if low in _POINTS:
        return _pointing(token)
    if low in _STOCK_VERBS:
        return _stock(token)
    if low in _MEAN:
        return _meaning(token)
    return _baring(token)


def _pointing(verb: Token) -> TokenSpan | None:
    """ "It all points to", "the moves add up to"."""
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if following is None or following.lower_ not in _POINTS[verb.lower_]:
        return None
    actor = subject(verb)
    if actor is None or not 0 < verb.i - actor.i <= 4 or modal(verb) not in (None, "may"):
        return None
    first = _summary(actor, verb)
    return covering(first, following) if first is not None else None


def _summary(actor: Token, verb: Token) -> Token | None:
    """The first word of "it all", "all of this", "these moves": what points back to many facts."""
    if actor.lower_ in _DEICTIC:
        close = {t.lower_ for t in verb.doc[actor.i : verb.i]} | {
            t.lower_ for t in before(actor, 3)
        }
        lone = actor.lower_ == "it" and "all" not in close
        if lone or (actor.lower_ in ("that", "which") and actor.i > actor.sent.start + 1):
            return None
        first = next((t for t in before(actor, 2) if t.lower_ == "all"), actor)
        return next((t for t in before(actor, 1) if t.lower_ == "it"), first)
    pointed = any(
        t.lower_ in ("the", "these", "those", "this", "such") or t.dep_ == "nmod:poss"
        for t in actor.children
    )
    if actor.lower_ in _DEEDS and pointed and actor.pos_ == "NOUN":
        return noun_phrase(actor)[0]
    return None


def _meaning(verb: Token) -> TokenSpan | None:
    """ "That can only mean that": the one explanation the writer sees."""
    actor = subject(verb)
    if actor is None or actor.lower_ not in _DEICTIC or not takes_clause(verb):
        return None
    only = any(t.lower_ == "only" for t in verb.doc[actor.i : verb.i])
    return covering(actor, verb) if only and modal(verb) in ("can", "could") else None


def _baring(verb: Token) -> TokenSpan | None:
    """ "The climbdown exposes a party at war": an event that shows more than itself."""
    last = verb
    if verb.lower_ in ("lays", "lay", "laid"):
        last = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
        if last.lower_ != "bare":
            return None
    actor = subject(verb)
    if actor is None or not is_deed(actor):
        return None
    if not 0 < verb.i - actor.i <= 3 or modal(verb) is not None:
        return None
    if not any(t.lower_ in ("the", "this", "that", "such") for t in children(actor, "det")):
        return None
    if not children(verb, "obj", "ccomp") and last.i == verb.i:
        return None
    return covering(noun_phrase(actor)[0], last)


def _stock(verb: Token) -> TokenSpan | None:
    """ "The timing makes clear that", "all of this leaves little doubt that"."""
    following = verb.doc[verb.i + 1 : verb.i + 5]
    that = next((t for t in following if t.lower_ == "that"), None)
    if that is None or not any(t.lower_ in _STOCK_VERBS[verb.lower_] for t in following):
        return None
    actor = subject(verb)
    if actor is None or actor.i > verb.i or modal(verb) is not None or is_passive(verb):
        return None  # "it had been made clear that": by whoever made it
    if actor.lower_ not in _DEICTIC and (not is_deed(actor) or actor.lower_ in _TEXTS):
        return None
    return covering(noun_phrase(actor)[0], that)


def _sign(noun: Token) -> TokenSpan | None:
    """ ", a sign that", ", proof that": an afterthought to a sentence that tells a fact."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if following is None or following.lower_ != "that" or noun.pos_ != "NOUN":
        return None
    actor = subject(noun)
    being = [t for t in children(noun, "cop") if t.lower_ in ("is", "was", "’s", "'s", "are")]
    if being and actor is not None and (actor.lower_ in _DEICTIC or is_deed(actor)):
        return covering(noun_phrase(actor)[0], following) if actor.lower_ != "it" else None
    first = noun
    for token in before(noun, 3):
        if token.text in (",", "—", "–"):
            return covering(first, following)
        if token.pos_ not in ("DET", "ADJ", "ADV"):
            return None
        first = token
    return None
