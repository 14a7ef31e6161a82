"""Do not let rumour, speculation or chatter be the source of a claim.

Nobody can be asked what a rumour meant. Printed as the subject of "says" or "suggests", it gives a
guess the weight of a source. (NPR ethics handbook: do not fill gaps by speculation; Reuters: no
hearsay chain, house convention)

Lets through: a rumour that somebody denies, dismisses or investigates, the rumour that a named
source passes on, leaks of gas or water, and speculation in shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    children,
    covering,
    dep,
    forms_of,
    is_sourced,
    noun_phrase,
    occurrences,
    takes_clause,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token, TokenSpan

HELP = "Who can be held to this? Report what someone identifiable said, or say it is unverified."
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
GUARDS = (
    "a rumour that is denied, dismissed or investigated is the story, not its source",
    "leaks of gas, oil or water and speculation in shares are something else",
    "a named source in the sentence clears it",
)
GOOD = [
    "The minister dismissed the rumours as “nonsense”.",
    "Oil leaks point to a broken gasket, the coastguard said.",
    "The SEC is investigating speculation in meme stocks.",
    "Rumours about the merger irritated staff.",
    "The gossip columns have it in for the duke.",
    "Leaks in the roof show how old the school is.",
    "Speculation suggests a takeover, Priya Nair of Canara Securities wrote in a note.",
    "The union moved to end rumours that the ferry would be sold.",
    "The principal laughed off speculation about her future.",
    "Gas leaks suggest that the pipes are older than the maps say, the utility said.",
    "Police are investigating who spread the rumour.",
    "The rumour mill has been turning since the defeat.",
]
BAD = [
    "[[Speculation suggests]] that it could enhance the search feature.",
    "[[Rumour has it]] the phone will fold.",
    "[[Leaks point]] to a September launch.",
    "[[Online chatter suggests]] the coach has already packed his desk.",
    "[[Rumours swirled]] that the governor would not run again.",
    "The chairman is on his way out, [[rumour has it]].",
    "[[Word has it]] that the regiment will be sent north in spring.",
    "[[The word on the street is]] that the mill will close.",
    "[[Gossip suggests]] that the duchess has sold her horses.",
    "[[Rumours say]] the garrison has not been paid since March.",
    "[[Market chatter points]] to a bid for the brewer.",
    "The sprinter will miss the Games, [[rumour has it]].",
]

_NOUNS = forms_of("frames", "rumours.nouns")
_VERBS = forms_of("frames", "rumours.verbs", "rumours.motion")
_POINT = frozenset(("point", "points", "pointed"))
_PHYSICAL = words("frames", "rumours.physical")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each claim whose grammatical source is a rumour."""
    for parsed, token in occurrences(article, _NOUNS | {"word"}):
        frame = _word_has_it(token) if token.lower_ == "word" else _rumour_says(token)
        if frame is None:
            continue
        span = parsed.span(frame)
        if not is_sourced(article, span, but=span):
            yield Finding(span, f"“{span.of(article.text)}”: the source here is rumour.")


def _rumour_says(noun: Token) -> TokenSpan | None:
    """ "Speculation suggests", "rumour has it", "rumours swirled that"."""
    verb = _following_verb(noun) or (noun.head if dep(noun) == "nsubj" else None)
    if verb is None or noun.pos_ == "VERB":
        return None
    phrase = noun_phrase(noun)
    if verb.i < noun.i or any(t.lower_ in _PHYSICAL for t in phrase) or _is_held(noun):
        return None
    if verb.i + 1 == len(verb.doc):
        return None
    after = verb.nbor(1).lower_
    if verb.lower_ in ("has", "have", "had"):
        return covering(phrase[0], verb.nbor(1)) if after == "it" else None
    if verb.lower_ in _POINT and after in ("to", "toward", "towards"):
        return covering(phrase[0], verb)
    if verb.lower_ in _VERBS and (takes_clause(verb) or after == "that"):
        return covering(phrase[0], verb)
    return None


def _following_verb(noun: Token) -> Token | None:
    """The next word, where it can only be a verb: "gossip suggests that", "chatter points to"."""
    if noun.i + 2 >= len(noun.doc) or noun.nbor(1).lower_ not in _VERBS | _POINT:
        return None
    return noun.nbor(1) if noun.nbor(2).lower_ in ("that", "to") else None


def _is_held(noun: Token) -> bool:
    """A rumour by somebody, or speculation in something: "speculation in shares"."""
    return any(
        dep(child) in ("nmod", "obl")
        and any(c.lower_ in ("in", "by") for c in children(child, "case"))
        for child in noun.children
    )


def _word_has_it(token: Token) -> TokenSpan | None:
    """ "Word has it that", "the word (on the street) is that"."""
    if token.lower_ != "word" or token.i + 2 >= len(token.doc):
        return None
    if token.nbor(1).lower_ == "has" and token.nbor(2).lower_ == "it":
        return covering(token, token.nbor(2))
    the = token.i > 0 and token.nbor(-1).lower_ == "the"
    for verb in token.doc[token.i + 1 : token.i + 5]:
        if the and verb.lower_ in ("is", "was") and verb.i + 1 < len(verb.doc):
            return covering(token.nbor(-1), verb) if verb.nbor(1).lower_ == "that" else None
        if verb.pos_ in ("VERB", "PUNCT"):
            return None
    return None
