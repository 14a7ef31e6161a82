"""Finds claims that come from nowhere: "it has emerged that", "it is an open secret that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.clause import BE, NEGATIVES, agent, before, covering

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_SURFACING = words("frames", "impersonal.surfacing")
_PUBLIC = words("frames", "impersonal.public")
_REDUCED = words("frames", "impersonal.reduced")
_WEAK = words("frames", "impersonal.weak")
_COINS = words("frames", "impersonal.money")
_SIGNS = frozenset("$€£₹₦¥")
_HAVE = frozenset(("has", "have", "had", "'s", "’s"))
_NEAR = 7  # tokens after "to" in which a figure makes a description a claim
IMPERSONAL_WORDS = _SURFACING | _PUBLIC | {"light"}
REDUCED_WORDS = _REDUCED


def surfaced_frame(token: Token) -> TokenSpan | None:
    """ "It has emerged that", "it leaked out that", "it has come to light that", or None."""
    low = token.lower_
    last = token
    if low == "leaked":
        last = _next(token)
        if last.lower_ != "out":
            return None
    elif low == "light":
        ahead = [t.lower_ for t in before(token, 2)]
        if ahead[:1] != ["to"] or ahead[1:] not in (["came"], ["come"], ["comes"]):
            return None
    elif low not in _SURFACING:
        return None
    it = _it_before(token)
    if it is None or _next(last).lower_ != "that":
        return None
    return covering(it, _next(last))


def public_frame(token: Token) -> TokenSpan | None:
    """ "It is an open secret that", "it's no secret that", "it is widely known that", or None."""
    if token.lower_ not in _PUBLIC or _next(token).lower_ != "that":
        return None
    ahead = [t.lower_ for t in before(token, 3)]
    qualified = {
        "secret": bool(ahead) and (ahead[0] == "open" or ahead[0] == "no"),
        "knowledge": bool(ahead) and ahead[0] in ("common", "public"),
        "known": bool(ahead) and ahead[0] in ("widely", "well", "generally", "commonly"),
    }
    it = _it_before(token)
    if not qualified.get(token.lower_, False) or it is None:
        return None
    clause = token.doc[_next(token).i + 1 : _next(token).i + 3]
    if any(t.lower_ in ("i", "we", "my", "our") for t in clause):
        return None  # "it's no secret that I love chess"
    return covering(it, _next(token))


def reduced_frame(participle: Token) -> TokenSpan | None:
    """ "The price, thought to be about £590m": a frame without its "is", after a comma, or None.

    With the verbs of thinking only a sum makes it a claim: "a man believed to be in his thirties"
    describes.
    """
    if participle.lower_ not in _REDUCED or _next(participle).lower_ != "to":
        return None
    ahead = next(before(participle, 1), None)
    if ahead is None or ahead.text not in (",", "—", "–", "(") or agent(participle) is not None:
        return None
    to = _next(participle)
    verb = next((t for t in participle.doc[to.i + 1 : to.i + 4] if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or any(c.lower_ in NEGATIVES for c in participle.children):
        return None
    rest = participle.doc[verb.i + 1 : verb.i + _NEAR]
    if participle.lower_ in _WEAK and not any(_is_sum(t) for t in rest):
        return None
    return covering(participle, verb)


def _is_sum(token: Token) -> bool:
    return token.text in _SIGNS or token.lower_ in _COINS or token.text == "%"


def _next(token: Token) -> Token:
    return token.doc[min(token.i + 1, len(token.doc) - 1)]


def _it_before(token: Token) -> Token | None:
    """The "it" that a group of auxiliaries, adverbs and determiners leads back to."""
    for near in before(token, 7):
        if near.lower_ == "it":
            return near
        known = near.lower_ in BE | _HAVE or near.pos_ in ("ADV", "DET", "ADJ", "AUX", "PART")
        dated = near.pos_ in ("PROPN", "ADP") or near.lower_ in ("come", "came", "comes")
        if not (known or dated) or near.lower_ in ("not", "n't", "n’t", "yet"):
            return None
    return None
