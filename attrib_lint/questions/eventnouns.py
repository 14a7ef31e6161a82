"""Tells nouns for what happens or is done ("the resignation", "a U-turn", "years of neglect")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.lexicon.forms import noun_forms
from attrib_lint.questions.clause import children
from attrib_lint.questions.wording import forms_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEDS = forms_of("voice", "inference.deeds", "happenings.zero", "happenings.suffixed")
_STATES = words("voice", "happenings.states")
_EVIDENCE = noun_forms(words("voice", "inference.evidence")).keys()
_CHANGES = forms_of("voice", "happenings.changes")
_SPANS = words("voice", "happenings.spans")
_SUFFIXES = (
    "tion",
    "sion",
    "ment",
    "ance",
    "ence",
    "ncy",
    "sal",
    "val",
    "ial",
    "ture",
    "sure",
    "xit",
    "aking",
)


def is_happening(noun: Token) -> bool:
    """Whether a noun names an event or a deed, by its form or by the list of those without one."""
    noun = _of(noun)
    if noun.pos_ != "NOUN":
        return False
    word = noun.lower_
    if word in _DEEDS or _hyphened(noun) in _DEEDS:
        return True
    return (
        noun.tag_ in ("NN", "NNS") and _is_derived(word) and word.removesuffix("s") not in _STATES
    )


def is_deed(noun: Token) -> bool:
    """Whether a noun is for what was done ("the signing"), not for what can show a thing itself."""
    if noun.pos_ != "NOUN" or noun.lower_ in _EVIDENCE or noun.lower_ in _CHANGES:
        return False
    if any(t.lower_ in ("a", "an") for t in noun.children):
        return False
    doing = noun.lower_.endswith("ing") and noun.tag_ == "NN" and len(noun) > 5
    return is_happening(noun) or (doing and noun.lower_ not in _STATES)


def _of(noun: Token) -> Token:
    """Of "years of neglect", "a series of strikes": what they are years and a series of."""
    if noun.lower_ in _SPANS:
        return next((t for t in children(noun, "nmod") if t.pos_ == "NOUN"), noun)
    return noun


def _is_derived(word: str) -> bool:
    return len(word) > 6 and word.removesuffix("s").endswith(_SUFFIXES)


def _hyphened(noun: Token) -> str:
    """A word that was cut at its hyphen: "U-turn"."""
    if noun.i < 2 or noun.nbor(-1).text != "-":
        return noun.lower_
    return f"{noun.nbor(-2).lower_}-{noun.lower_}"
