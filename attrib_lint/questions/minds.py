"""Whose mind a clause reads: the subject of "wants", "is furious", "has lost faith in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.clause import (
    BE,
    agent,
    children,
    dep,
    is_negated,
    is_one_of,
    is_passive,
    modal,
    subject,
)
from attrib_lint.questions.wording import forms_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = forms_of("voice", "minds.verbs")
_STATES = words("voice", "minds.states")
_PHRASES = tuple(tuple(phrase.split()) for phrase in sorted(words("voice", "minds.phrases")))
_OPENING = frozenset(phrase[0] for phrase in _PHRASES)
_STAKING = forms_of("voice", "minds.staking")
_HOLDING = forms_of("voice", "minds.holding")
_LOOSE = words("voice", "minds.loose")
_CONTESTS = forms_of("voice", "minds.contests")
_WINNING = words("voice", "minds.winning")
MIND_WORDS = _VERBS | _STATES | _OPENING | _STAKING | _HOLDING


def minded(token: Token) -> Token | None:
    """The subject of a private state that a word of MIND_WORDS tells, or None."""
    return _in_state(token) or _in_phrase(token) or _at_stake(token)


def named_by(actor: Token) -> Token:
    """The name of whoever is minded: of "the health secretary, Laura Penn," the name."""
    return next((t for t in children(actor, "appos") if t.pos_ == "PROPN"), actor)


def _in_phrase(verb: Token) -> Token | None:
    """The subject of "has lost faith in", "has designs on"."""
    if verb.lower_ not in _OPENING or verb.pos_ not in ("VERB", "AUX", "ADV"):
        return None
    doc = verb.doc
    said = any(
        [t.lower_ for t in doc[verb.i : verb.i + len(phrase)]] == list(phrase)
        for phrase in _PHRASES
    )
    head = verb if verb.pos_ == "VERB" else verb.head
    if not said or dep(head) in ("acl", "advcl", "ccomp", "xcomp"):
        return None
    actor = subject(head)
    return actor if actor is not None and actor.i < verb.i else None


def _at_stake(verb: Token) -> Token | None:
    """The subject of "is banking on", "is betting that", "sees the vote as a chance"."""
    if verb.pos_ != "VERB" or is_negated(verb) or modal(verb) is not None or is_passive(verb):
        return None
    if dep(verb) in ("acl", "advcl", "ccomp", "xcomp", "csubj"):
        return None
    after = verb.doc[verb.i + 1 : min(verb.i + 9, verb.sent.end)]
    if verb.lower_ in _STAKING:
        staked = verb.tag_ == "VBG" and any(t.lower_ in BE for t in children(verb, "aux"))
        if not staked or not (any(t.lower_ in ("on", "that") for t in after[:4])):
            return None
    elif (
        verb.lower_ not in _HOLDING
        or not children(verb, "obj")
        or not any(t.lower_ == "as" and t.pos_ in ("ADP", "SCONJ") for t in after)
    ):
        return None
    actor = subject(verb)
    if actor is None or actor.i > verb.i or actor.lower_.startswith(("every", "some", "any")):
        return None
    return actor


def _in_state(token: Token) -> Token | None:
    """The subject of "wants to", "fears that", "is furious"; None for anything else."""
    finite = token.tag_ in ("VBZ", "VBD", "VBP") or bool(children(token, "aux"))
    verb = token.pos_ == "VERB" and token.lower_ in _VERBS and finite and not is_passive(token)
    being = [t for t in children(token, "cop", "aux") if t.lower_ in BE]
    state = token.lower_ in _STATES and bool(being) and agent(token) is None
    if state and token.lower_ in _LOOSE and not children(token, "xcomp", "ccomp", "csubj"):
        return None
    if not (verb or state) or is_negated(token) or modal(token) is not None:
        return None
    if verb and _is_plain(token):
        return None
    if verb and not children(token, "xcomp", "ccomp"):
        things = children(token, "obj")
        wish = token.lower_.startswith("want")
        if not things or (wish and not _is_wish(things[0], subject(token))):
            return None
    if dep(token) in ("acl", "advcl", "ccomp", "xcomp", "csubj") or token.sent.text.endswith("?"):
        return None
    actor = subject(token)
    return actor if actor is not None and actor.i < token.i else None


def _is_wish(thing: Token, actor: Token | None) -> bool:
    """ "Almasa wants a foothold": a thing that somebody named is after, not a pronoun."""
    named = actor is not None and named_by(actor).pos_ == "PROPN"
    return named and thing.pos_ == "NOUN"


def _is_plain(verb: Token) -> bool:
    """ "The town feels empty", "the senator hopes to keep her seat": no guess about a mind."""
    aims = children(verb, "xcomp", "ccomp", "acomp")
    if verb.lemma_.lower() == "feel" and any(t.pos_ in ("ADJ", "ADV") for t in aims):
        return True
    wins = [t for t in aims if is_one_of(t, _WINNING)]
    return any(o.lower_ in _CONTESTS for t in wins for o in children(t, "obj"))
