"""Finds rumour in the place of a source: "whispers suggest", "the chatter is that"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.lexicon import words
from attrib_lint.questions.clause import (
    BE,
    before,
    children,
    covering,
    dep,
    noun_phrase,
    takes_clause,
)
from attrib_lint.questions.frames import agentless_frame
from attrib_lint.questions.wording import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_NOUNS = forms_of("frames", "rumours.nouns")
_TALK = words("frames", "rumours.talk")
_PASSED_ON = frozenset(("rumoured", "rumored"))
RUMOUR_WORDS = _NOUNS | _TALK | _PASSED_ON | {"word", "mill", "mills"}
# "fell on rumours that": by these a rumour is the reason or the setting of what is told.
_GROUNDS = frozenset(("on", "amid", "amidst", "after", "following", "over", "with"))
_MARKETS = words("frames", "rumours.markets")
_VERBS = forms_of("frames", "rumours.verbs", "rumours.motion")
_LINKS = frozenset(
    ("link", "links", "linked", "linking", "tie", "ties", "tied", "connect", "place")
)
_POINT = frozenset(("point", "points", "pointed"))
_HAVE = frozenset(("has", "have", "had"))
_PHYSICAL = words("frames", "rumours.physical")
_RIFE = words("frames", "rumours.rife")
_TRUE = frozenset(("true", "correct", "accurate", "right"))
_DENIALS = lazy_regex(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|laugh(?:s|ed)? off|"
    r"refut(?:es?|ed)|rubbish(?:es|ed)?|brush(?:es|ed)? (?:off|aside)|not true|untrue|"
    r"quash(?:es|ed)?|"
    r"no truth|nonsense|rubbish)\b",
    re.IGNORECASE,
)
_INSIDE = frozenset(
    ("IN", "TO", "DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH", "PRP$", "RP", "VBG")
)
_LEANS = frozenset(("ready", "set", "poised", "keen", "close", "on", "at", "in", "down", "out"))


def rumour_frame(noun: Token) -> TokenSpan | None:
    """The words by which a rumour is made the source of a claim, or None.

    `noun` is one of RUMOUR_WORDS. Rumours that somebody holds or that mean something else ("leaks
    of gas", "speculation in shares") are no frame, nor are rumours that are denied or spread.
    """
    if noun.lower_ in _PASSED_ON:
        return agentless_frame(noun)
    if noun.pos_ == "VERB" or (noun.lower_.startswith("mill") and not _is_mill(noun)):
        return None
    if noun.lower_ == "word":
        return _word_has_it(noun)
    if noun.lower_ not in _TALK:
        frame = _says(noun) or _linked_by(noun)
        if frame is not None:
            return frame
    phrase = noun_phrase(noun)
    if any(t.lower_ in _PHYSICAL for t in phrase):
        return None
    return (
        _on_rumour(noun, phrase)
        or _is_that(noun, phrase)
        or _has_somebody(noun, phrase)
        or _aside(noun)
        or _there_is(noun)
    )


def _on_rumour(noun: Token, phrase: TokenSpan) -> TokenSpan | None:
    """ "Shares jumped on market buzz that", "amid speculation that the plant will shut"."""
    doc, first = noun.doc, phrase[0]
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ != "that" or first.i == noun.sent.start:
        return None
    ground = first.nbor(-1)
    if ground.lower_ not in _GROUNDS or _is_held(noun):
        return None
    opens = ground.i == noun.sent.start or ground.nbor(-1).is_punct
    moved = any(t.pos_ == "VERB" for t in before(ground, 9))
    return covering(first, doc[noun.i + 1]) if opens or moved else None


def is_denied(text: str) -> bool:
    """Whether some words deny a rumour that stands beside them: "absolutely not true"."""
    return _DENIALS.search(text) is not None


def _is_mill(noun: Token) -> bool:
    return noun.i > 0 and noun.nbor(-1).lower_ in _NOUNS


def _says(noun: Token) -> TokenSpan | None:
    """ "Speculation suggests", "rumour has it", "rumours swirled that", "gossip links him with"."""
    verb = _following_verb(noun) or (noun.head if dep(noun) == "nsubj" else None)
    if verb is None:
        return None
    phrase = noun_phrase(noun)
    if verb.i < noun.i or any(t.lower_ in _PHYSICAL for t in phrase) or _is_held(noun):
        return None
    if verb.i + 1 == len(verb.doc):
        return None
    after = verb.nbor(1).lower_
    if verb.lower_ in _HAVE:
        return covering(phrase[0], verb.nbor(1)) if after == "it" else None
    if verb.lower_ in _POINT and after in ("to", "toward", "towards"):
        return covering(phrase[0], verb)
    if verb.lower_ in _LINKS and verb.tag_ != "VBG":
        named = any(c.pos_ in ("PROPN", "PRON") or c.ent_type_ for c in children(verb, "obj"))
        return covering(phrase[0], verb) if named else None
    if verb.lower_ in _VERBS and (takes_clause(verb) or after == "that"):
        return covering(phrase[0], verb)
    return None


def _following_verb(noun: Token) -> Token | None:
    """The next word, where it can only be a verb: "gossip suggests that", "chatter points to"."""
    if noun.i + 2 >= len(noun.doc) or noun.nbor(1).lower_ not in _VERBS | _POINT:
        return None
    return noun.nbor(1) if noun.nbor(2).lower_ in ("that", "to") else None


def _is_held(noun: Token) -> bool:
    """A rumour by somebody, or speculation in something that is traded: "speculation in shares"."""
    for child in children(noun, "nmod", "obl"):
        cases = {c.lower_ for c in children(child, "case")}
        if "by" in cases and child.pos_ != "PROPN":
            return True
        traded = noun.lower_ == "speculation" and child.lower_ in _MARKETS
        if "in" in cases and (traded or noun.lower_.startswith("leak")):
            return True
    return False


def _linked_by(noun: Token) -> TokenSpan | None:
    """ "Has been linked by market chatter to a merger"."""
    first = noun_phrase(noun)[0]
    if first.i < 2 or first.nbor(-1).lower_ != "by" or first.nbor(-2).lower_ not in _LINKS:
        return None
    return covering(first, noun)


def _is_that(noun: Token, phrase: TokenSpan) -> TokenSpan | None:
    """ "The chatter on supply accounts is that ...", "speculation is rife that ..."."""
    verb = _after_complement(noun)
    if verb is None or verb.lower_ not in ("is", "was", "are", "were", "has", "have", "’s", "'s"):
        return None
    seen_be = verb.lower_ in BE
    for token in verb.doc[verb.i + 1 : verb.i + 6]:
        if token.sent != noun.sent or token.is_punct:
            return None
        if token.lower_ == "that" and seen_be:
            return covering(phrase[0], token.nbor(-1))
        seen_be = seen_be or token.lower_ == "been"
        if token.tag_ not in ("RB", "RBR", "VBN") and token.lower_ not in _RIFE:
            return None
    return None


def _after_complement(noun: Token) -> Token | None:
    """The word after a noun and its prepositional phrases: "whispers out of Lisbon | have"."""
    for token in noun.doc[noun.i + 1 : noun.i + 11]:
        if token.sent != noun.sent:
            return None
        if token.lower_ in BE | _HAVE:
            return token
        if token.tag_ not in _INSIDE:
            return None
    return None


def _has_somebody(noun: Token, phrase: TokenSpan) -> TokenSpan | None:
    """ "Whispers out of Lisbon have Sporting ready to sell", "the rumour mill has her leaving"."""
    verb = _after_complement(noun)
    if verb is None or verb.lower_ not in _HAVE or verb.i + 2 >= len(verb.doc):
        return None
    whom = verb.nbor(1)
    named = whom.pos_ in ("PROPN", "PRON") or whom.text[0].isupper() or whom.lower_ == "the"
    if not named or whom.lower_ == "it":
        return None
    for token in verb.doc[verb.i + 2 : verb.i + 9]:
        if token.sent != noun.sent or token.is_punct:
            return None
        if token.tag_ in ("VBG", "TO") or token.lower_ in _LEANS:
            return covering(phrase[0], verb)
    return None


def _aside(noun: Token) -> TokenSpan | None:
    """ "So the gossip goes", "if the rumours are true"."""
    doc = noun.doc
    left = list(doc[max(noun.sent.start, noun.i - 3) : noun.i])
    right = [t.lower_ for t in doc[noun.i + 1 : noun.i + 5]]
    opener = next((t for t in left if t.lower_ in ("if", "so", "as")), None)
    if opener is None or not right:
        return None
    if opener.lower_ != "if":
        return covering(opener, noun.nbor(1)) if right[0] in ("goes", "went") else None
    if right[0] not in BE:
        return None
    believed = right[1:4] == ["to", "be", "believed"] or right[1:3] == ["anything", "to"]
    if right[1:2] and (right[1] in _TRUE or believed):
        return covering(opener, noun.nbor(2))
    return None


def _there_is(noun: Token) -> TokenSpan | None:
    """ "There is talk that the duke will sell", "there have been whispers in the city that"."""
    start: Token | None = None
    for token in _before(noun, 6):
        if token.lower_ == "there":
            start = token
            break
        if token.lower_ in BE | _HAVE or token.tag_ in ("RB", "JJ", "DT", "NN", "VBG", "JJR"):
            if token.lower_ == "no" or token.lower_ == "not":
                return None
            continue
        return None
    if start is None or not any(t.lower_ in BE | {"been"} for t in covering(start, noun)):
        return None
    for token in noun.doc[noun.i + 1 : noun.i + 8]:
        if token.lower_ == "that" and token.tag_ != "DT" and token.sent == noun.sent:
            return covering(start, noun)
        if token.tag_ not in _INSIDE:
            return None
    return None


def _before(noun: Token, steps: int) -> Iterator[Token]:
    for i in range(noun.i - 1, max(noun.sent.start, noun.i - steps) - 1, -1):
        yield noun.doc[i]


def _word_has_it(token: Token) -> TokenSpan | None:
    """ "Word has it that", "the word (on the street) is that", "word from the camp is that"."""
    if token.i + 2 >= len(token.doc):
        return None
    if token.nbor(1).lower_ == "has" and token.nbor(2).lower_ == "it":
        return covering(token, token.nbor(2))
    the = token.i > 0 and token.nbor(-1).lower_ == "the"
    opens = token.i == token.sent.start or token.nbor(-1).lower_ in ("and", "but", ",", "while")
    if not the and not opens:
        return None
    verb = _after_complement(token)
    if verb is None or verb.lower_ not in ("is", "was") or verb.i + 1 >= len(verb.doc):
        return None
    if _is_from_body(token, verb):
        return None
    if verb.nbor(1).lower_ != "that" and (the or verb.nbor(1).lower_ != ","):
        return None
    return covering(token.nbor(-1) if the else token, verb)


def _is_from_body(word: Token, verb: Token) -> bool:
    """ "Word from the White House was": a body has sent it, and can be asked."""
    between = word.doc[word.i + 1 : verb.i]
    low = [t.lower_ for t in between[:2]]
    return low == ["from", "the"] and len(between) > 2 and between[-1].pos_ == "PROPN"
