"""Finds guesses at what will come and what somebody has in mind: "is bound to", "may be eyeing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.accusation import is_identifiable
from attrib_lint.questions.clause import (
    BE,
    before,
    children,
    clause_verb,
    covering,
    is_negated,
    is_one_of,
    modal,
    subject,
)
from attrib_lint.questions.eventnouns import is_happening
from attrib_lint.questions.wording import forms_of

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_SCHEMING = forms_of("voice", "speculation.scheming")
_LEANINGS = forms_of("voice", "speculation.leanings", "minds.verbs", "minds.states")
_STATES = words("voice", "speculation.leanings", "minds.states")
_FATED = words("voice", "speculation.fated")
_OUTLOOKS = words("voice", "speculation.outlooks")
_PERHAPS = words("voice", "speculation.perhaps")
_QUESTIONS = frozenset(("questions", "doubts", "suspicions", "eyebrows"))
_CONSEQUENCES = words("voice", "speculation.consequences")
_CERTAIN = words("voice", "speculation.certain")
_MOODS = words("voice", "speculation.moods")
_MODALS = frozenset(("may", "might", "could", "must", "will", "can", "ca", "wo", "cannot"))
_LOOKS = frozenset(("looks", "look", "seems", "appears"))
_DEICTIC = frozenset(("this", "that", "it", "which"))
_STOCK = (
    ("do", "n't", "be", "surprised", "if"),
    ("do", "n’t", "be", "surprised", "if"),
    ("do", "not", "be", "surprised", "if"),
    ("would", "be", "no", "surprise"),
    ("would", "come", "as", "no", "surprise"),
    ("would", "not", "be", "a", "surprise"),
    ("chances", "are"),
    ("one", "suspects"),
    ("one", "wonders"),
    ("hard", "to", "see", "how"),
    ("difficult", "to", "see", "how"),
    ("almost", "certainly"),
    ("you", "can", "bet"),
    ("smart", "money", "is"),
    ("in", "all", "likelihood"),
    ("in", "all", "probability"),
)
GUESS_WORDS = (
    _FATED
    | _PERHAPS
    | _CERTAIN
    | _MODALS
    | _LOOKS
    | frozenset(phrase[0] for phrase in _STOCK)
    | {"raises", "raise", "raised", "likely", "expected"}
)


def guess_at(token: Token) -> TokenSpan | None:
    """The words of a guess in the writer's own voice that a token opens or heads, or None."""
    low = token.lower_
    for phrase in _STOCK:
        if low == phrase[0] and _follows(token, phrase) and _opens_clause(token):
            return covering(token, token.nbor(len(phrase) - 1))
    if low in _FATED:
        return _fated(token)
    if low in ("likely", "expected"):
        return _consequence(token)
    if low in _LOOKS:
        return _outlook(token)
    if low in ("raises", "raise", "raised"):
        return _question(token)
    if low in _MODALS:
        return _scheme(token) or _well(token) or _mood(token)
    if low in _CERTAIN:
        return _leaning(token)
    return _perhaps(token) if low in _PERHAPS else None


def _follows(token: Token, phrase: tuple[str, ...]) -> bool:
    doc = token.doc
    if token.i + len(phrase) > len(doc):
        return False
    return all(doc[token.i + n].lower_ == word for n, word in enumerate(phrase))


def _opens_clause(token: Token) -> bool:
    """ "Chances are (that) he will", not "how realistic his chances are"."""
    if token.lower_ != "chances" or token.i == token.sent.start:
        return True
    ahead = token.nbor(-1)
    return ahead.is_punct or ahead.pos_ in ("CCONJ", "SCONJ") or ahead.lower_ == "the"


def _fated(word: Token) -> TokenSpan | None:
    """ "is bound to follow"."""
    doc = word.doc
    if word.i + 2 >= len(doc) or doc[word.i + 1].lower_ != "to":
        return None
    verb = next((t for t in doc[word.i + 2 : word.i + 4] if t.pos_ in ("VERB", "AUX")), None)
    being = next((t for t in before(word, 3) if t.lower_ in BE), None)
    if verb is None or being is None or being.lower_ in ("be", "being"):
        return None
    actor = subject(word) or subject(verb)
    if actor is None or actor.lower_ in ("you", "i", "we", "there"):
        return None
    if any(t.lower_ in ("not", "n't", "n’t") for t in doc[being.i : word.i]):
        return None
    return covering(being, verb)


def _consequence(word: Token) -> TokenSpan | None:
    """ "The ruling is likely to embolden the rebels": what an event will do to others."""
    frame = _fated(word)
    verb = frame[-1] if frame is not None else word
    if frame is None or not is_one_of(verb, _CONSEQUENCES) or not children(verb, "obj"):
        return None
    actor = subject(word) or subject(verb)
    return frame if actor is not None and is_happening(actor) else None


def _outlook(verb: Token) -> TokenSpan | None:
    """ "A split looks inevitable"."""
    for token in verb.doc[verb.i + 1 : verb.i + 4]:
        if token.lower_ in _OUTLOOKS:
            return covering(verb, token) if subject(verb) is not None else None
        if token.pos_ != "ADV":
            return None
    return None


def _question(verb: Token) -> TokenSpan | None:
    """ "The timing raises questions": whose questions, nobody says."""
    asked = [t for t in children(verb, "obj") if t.lower_ in _QUESTIONS and t.i - verb.i <= 3]
    actor = subject(verb)
    if not asked or actor is None or verb.pos_ != "VERB" or modal(verb) is not None:
        return None
    if actor.lower_ not in _DEICTIC and not is_happening(actor):
        return None
    return covering(verb, asked[0])


def _scheme(aux: Token) -> TokenSpan | None:
    """ "may now be eyeing", "must be wondering"."""
    verb = aux.head
    if verb.tag_ != "VBG" or not 0 < verb.i - aux.i <= 5 or verb.lower_ not in _SCHEMING:
        return None
    if not any(t.lower_ == "be" for t in aux.doc[aux.i + 1 : verb.i]) or is_negated(verb):
        return None
    actor = subject(verb)
    if actor is not None and aux.lower_ == "will" and actor.tag_ == "NNS":
        return None  # "farmers will be hoping for rain": as anybody would
    person = actor is not None and actor.lower_ in ("he", "she", "they", "it")
    if actor is None or not (person or _is_actor(actor)):
        return None
    return covering(aux, verb)


def _well(aux: Token) -> TokenSpan | None:
    """ "could well turn out to be": what may come, for all the writer knows."""
    doc = aux.doc
    if aux.lower_ not in ("may", "might", "could") or aux.i + 2 >= len(doc):
        return None
    if doc[aux.i + 1].lower_ == "prove" and doc[aux.i + 2].pos_ == "ADJ":
        return covering(aux, doc[aux.i + 2])  # "could prove fatal"
    if doc[aux.i + 1].lower_ != "well" or doc[aux.i + 2].pos_ not in ("VERB", "AUX"):
        return None
    actor = subject(doc[aux.i + 2]) or subject(aux.head)
    if actor is None or actor.lower_ in ("you", "i", "we"):
        return None
    return covering(aux, doc[aux.i + 2])


def _mood(aux: Token) -> TokenSpan | None:
    """ "can’t be thrilled", "must be livid"."""
    if aux.lower_ not in ("must", "can", "ca", "wo", "cannot", "will", "could"):
        return None
    for token in aux.doc[aux.i + 1 : aux.i + 6]:
        if token.lower_ in _MOODS:
            actor = subject(token)
            known = actor is not None and (is_identifiable(actor) or _is_pronoun(actor))
            being = any(t.lower_ == "be" for t in aux.doc[aux.i + 1 : token.i])
            return covering(aux, token) if known and being else None
        if token.pos_ not in ("ADV", "AUX", "PART"):
            return None
    return None


def _is_actor(noun: Token) -> bool:
    """Whoever can have something in mind, and can be told apart; also "rivals" and "ministers"."""
    return is_identifiable(noun) or (noun.tag_ == "NNS" and not children(noun, "nummod"))


def _leaning(adverb: Token) -> TokenSpan | None:
    """ "clearly fancies", "are clearly hoping"."""
    verb = clause_verb(adverb)
    if verb is None or verb.lower_ not in _LEANINGS or abs(verb.i - adverb.i) > 3:
        return None
    if modal(verb) is not None or any(t.lower_ == "be" for t in children(verb, "aux")):
        return None
    actor = subject(verb)
    if actor is None or actor.lower_ in ("i", "we", "you") or actor.i > verb.i:
        return None
    if verb.tag_ not in ("VBZ", "VBD", "VBP", "VBG") and verb.lower_ not in _STATES:
        return None
    if verb.lower_ in ("looks", "look", "looked", "sees", "see", "saw", "means"):
        return None
    first = min(adverb.i, verb.i, *(t.i for t in children(verb, "aux", "cop")))
    return verb.doc[first : max(adverb.i, verb.i) + 1]


def _perhaps(adverb: Token) -> TokenSpan | None:
    """ "Perhaps the senator is keeping his options open": a guess at one actor's mind or plan."""
    verb = clause_verb(adverb)
    if verb is None or verb.pos_ != "VERB" or abs(verb.i - adverb.i) > 8:
        return None
    actor = subject(verb)
    if actor is None or actor.i > verb.i or not (is_identifiable(actor) or _is_pronoun(actor)):
        return None
    minded = verb.lower_ in _LEANINGS
    running = verb.tag_ == "VBG" and verb.lower_ in _SCHEMING | _LEANINGS
    return covering(adverb, adverb) if minded or running else None


def _is_pronoun(actor: Token) -> bool:
    return actor.lower_ in ("he", "she")
