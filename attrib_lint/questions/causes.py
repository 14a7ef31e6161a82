"""Finds what is said to have caused what: "led to", "was driven by", "because of", "stems from"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.clause import (
    agent,
    before,
    children,
    covering,
    dep,
    is_negated,
    is_passive,
    modal,
    subject,
)
from attrib_lint.questions.eventnouns import is_deed, is_happening
from attrib_lint.questions.wording import forms_of

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token


_VERBS = forms_of("voice", "causes.verbs")
_EVENTS = forms_of("voice", "inference.deeds", "causes.events")
_REACTIONS = forms_of("voice", "causes.reactions")
_PHYSICAL = words("voice", "causes.physical")
_PRESSING = forms_of("voice", "causes.pressing")  # in the present tense, what happens as a rule
_HARMS = forms_of("voice", "causes.harms")
_SPANS = words("voice", "happenings.spans")
_MOVING = forms_of("voice", "causes.moving")
_GOALS = words("voice", "causes.goals")
_OFF = {
    "set": "off",
    "sets": "off",
    "brought": "about",
    "brings": "about",
    "wiped": "out",
    "wipes": "out",
}
_PASSIVE = forms_of("voice", "causes.passive")
_UNDOING = forms_of("voice", "causes.undoing")
_BECAUSE = {"because": "of", "due": "to", "owing": "to", "thanks": "to"}
_STEMMING = frozenset(("stems", "stemmed", "stem", "arose", "arises", "flowed", "resulted"))
CAUSE_WORDS = _STEMMING | _VERBS | _UNDOING | _PASSIVE | _MOVING | _OFF.keys() | _BECAUSE.keys()
_WITH = {
    "lead": "to",
    "led": "to",
    "leads": "to",
    "result": "in",
    "resulted": "in",
    "results": "in",
}


def cause_at(token: Token) -> TokenSpan | None:
    """The words that make one event the cause of another, if the token begins such a statement.

    The cause must be something that happened, and neither physical nor one whose effect can be
    seen or heard at once.
    """
    low = token.lower_
    found = _because(token) if low in _BECAUSE else _caused(token)
    if found is None and low in _VERBS | _UNDOING:
        found = _cause(token)
    if found is None and low in _MOVING | _OFF.keys():
        found = _driven(token)
    if found is None and low in _STEMMING:
        found = _stemming(token)
    return found


def _because(token: Token) -> TokenSpan | None:
    """A cause told behind its effect, or before: "because of the council’s decision"."""
    doc = token.doc
    if token.i + 3 >= len(doc) or doc[token.i + 1].lower_ != _BECAUSE[token.lower_]:
        return None
    told = list(doc[token.i + 2 : min(token.i + 9, token.sent.end)])
    deed = next((t for t in told if t.pos_ == "NOUN" and _is_done(t)), None)
    opens = token.is_sent_start or token.nbor(-1).lower_ in ("and", "but", ",")
    verb = _caused_before(deed) if opens and deed is not None else _told_before(token)
    if deed is None or verb is None or is_negated(verb) or modal(verb) is not None:
        return None
    whose = doc[token.i + 2 : deed.i]
    owned = any(t.tag_ == "POS" or t.pos_ == "PROPN" for t in whose)
    after = any(t.lower_ == "by" for t in doc[deed.i + 1 : deed.i + 3])
    if not (owned or after) or any(t.lower_ in _PHYSICAL for t in told[: deed.i - token.i + 1]):
        return None
    return covering(token, doc[token.i + 1]) if opens else covering(verb, doc[token.i + 1])


def _is_done(noun: Token) -> bool:
    """Whether a noun is for what somebody did, and the head of its phrase."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    return following.pos_ != "NOUN" and (noun.lower_ in _EVENTS or is_deed(noun))


def _told_before(token: Token) -> Token | None:
    """The past verb shortly before "because of"."""
    verb = next((t for t in before(token, 4) if t.pos_ == "VERB"), None)
    return verb if verb is not None and verb.tag_ == "VBD" else None


def _caused_before(deed: Token) -> Token | None:
    """The verb of what a cause at the opening has caused, where it is past or perfect."""
    verb = deed
    while verb.head.i != verb.i and (verb.pos_ != "VERB" or verb.i < deed.i):
        verb = verb.head
    done = verb.tag_ == "VBD" or any(
        t.lower_ in ("has", "have", "had", "was", "were") for t in children(verb, "aux", "aux:pass")
    )
    return verb if verb.pos_ == "VERB" and verb.i > deed.i and done else None


def _cause(verb: Token) -> TokenSpan | None:
    if verb.pos_ != "VERB" or is_passive(verb) or modal(verb) is not None or is_negated(verb):
        return None
    if verb.lemma_.lower() == "prompt" and children(verb, "xcomp"):
        return None  # "prompted the police to search it": whoever acts tells why
    if verb.tag_ not in ("VBD", "VBZ", "VBP") and not children(verb, "aux"):
        return None
    actor = subject(verb)
    if verb.lower_ in _PRESSING and (
        verb.tag_ in ("VBZ", "VBP") or actor is None or actor.lower_ == "which"
    ):
        return None
    if actor is None or not _is_event(actor, _effect(verb)) or _is_relative(verb, actor):
        return None
    told = before(actor, 12) if actor.lower_ == "which" else actor.subtree
    if any(t.lower_ in _PHYSICAL for t in told):
        return None
    last = verb
    if verb.lower_ in _WITH:
        following = [t for t in verb.doc[verb.i + 1 : verb.i + 3] if t.lower_ == _WITH[verb.lower_]]
        if not following:
            return None
        last = following[0]
    elif not children(verb, "obj", "ccomp", "xcomp"):
        return None
    if _is_seen(last) or (verb.lower_ in _UNDOING and not _undoes(verb)):
        return None
    return covering(verb, last)


def _caused(verb: Token) -> TokenSpan | None:
    """ "Has been driven by the trade war": a cause told as the agent of its effect."""
    if verb.lower_ not in _PASSIVE or not is_passive(verb) or modal(verb) is not None:
        return None
    by, effect = agent(verb), subject(verb)
    if by is None or effect is None or is_negated(verb) or dep(verb) == "acl":
        return None
    if (
        effect.lower_ in _REACTIONS
        or not _is_event(by, effect)
        or any(t.lower_ in _PHYSICAL for t in by.subtree)
    ):
        return None
    auxiliaries = [t for t in children(verb, "aux") if t.i < verb.i]
    first = min((verb, *auxiliaries), key=lambda t: t.i)
    return covering(first, verb.doc[by.left_edge.i])


def _driven(verb: Token) -> TokenSpan | None:
    """ "Cuts have pushed the theatre to the brink", "the speech set off a run on the rand"."""
    if verb.pos_ != "VERB" or is_passive(verb) or modal(verb) is not None or is_negated(verb):
        return None
    actor, things = subject(verb), children(verb, "obj", "obl")
    if actor is None or actor.i > verb.i or not things or not is_deed(actor):
        return None
    if any(t.lower_ in _PHYSICAL for t in actor.subtree):
        return None
    if verb.lower_ in _MOVING and any(t.lower_ in _GOALS for t in children(verb, "obl")):
        return covering(verb, verb)
    off = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    harmed = things[0].lower_ in _HARMS or is_happening(things[0])
    if verb.lower_ in _OFF and off.lower_ == _OFF[verb.lower_] and harmed:
        return None if _is_seen(off) else covering(verb, off)
    return None


def _stemming(verb: Token) -> TokenSpan | None:
    """ "The exodus stems from the college’s decision": a cause behind its effect."""
    origin = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    effect = subject(verb)
    if origin.lower_ != "from" or effect is None or verb.pos_ != "VERB" or is_negated(verb):
        return None
    by = next((t for t in children(verb, "obl") if t.i > verb.i), None)
    if by is None or not (by.lower_ in _EVENTS or is_deed(by)) or modal(verb) is not None:
        return None
    harm = effect.lower_ in _HARMS or is_happening(effect)
    owned = _is_somebodys(by) or any(t.tag_ == "POS" for t in by.subtree)
    seen = any(t.lower_ in _PHYSICAL for t in by.subtree) or effect.lower_ in _REACTIONS
    return covering(verb, origin) if harm and owned and not seen else None


def _is_seen(last: Token) -> bool:
    """Whether the effect is talk, a feeling or a disruption that anybody can watch."""
    skipped = ("compound", "nmod")
    for token in last.doc[last.i + 1 : min(last.i + 9, last.sent.end)]:
        if token.lower_ in _SPANS:
            skipped = ("compound", "case")  # "a wave of recriminations"
        elif token.pos_ in ("NOUN", "PROPN") and dep(token) not in skipped:
            return token.lower_ in _REACTIONS
    return False


def _undoes(verb: Token) -> bool:
    """ "cost Brennan her job", "sank the merger": not a price, and not a boat."""
    harmed = children(verb, "obj", "iobj")
    if verb.lemma_.lower() == "cost":
        return any(t.lower_ in ("his", "her", "their", "its") for o in harmed for t in o.children)
    if verb.lower_ in ("bring", "brings", "brought") and not any(
        t.lower_ == "down" for t in verb.doc[verb.i + 1 : verb.i + 8]
    ):
        return False
    return any(t.pos_ == "PROPN" or t.lower_ in _EVENTS for o in harmed for t in o.subtree)


def _is_relative(verb: Token, actor: Token) -> bool:
    """ "a loophole that led to ...": about one noun, not about what was just told."""
    return dep(verb) == "acl" and actor.lower_ != "which"


def _effect(verb: Token) -> Token | None:
    """The head of what is caused: an object, or what "led to" and "resulted in" lead to."""
    things = children(verb, "obj", "obl", "ccomp")
    found = next((t for t in things if t.i > verb.i), None)
    if found is not None and found.pos_ == "VERB":
        return subject(found)
    return found


def _is_event(noun: Token, effect: Token | None) -> bool:
    """Whether a subject is something that happened: "the conflict", "this".

    Where only its form tells so, the effect must be a harm, or the deed somebody's who is named.
    """
    if noun.lower_ in ("this", "that", "which") or noun.lower_ in _EVENTS:
        return True
    if effect is None or not is_happening(noun):
        return False
    return effect.lower_ in _HARMS or (_is_somebodys(noun) and is_happening(effect))


def _is_somebodys(deed: Token) -> bool:
    """ "Patel’s defection", "years of cuts by the Conservative council", "the war with Beijing"."""
    for token in deed.subtree:
        cases = {c.lower_ for c in children(token, "case")}
        if cases & {"'s", "’s", "'", "’", "by", "with"} and any(
            t.pos_ == "PROPN" or t.text[:1].isupper() for t in (token, *token.children)
        ):
            return True
    return False
