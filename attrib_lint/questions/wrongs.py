"""Tells whether a verb, with what stands beside it, says that somebody did wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.lexicon import load, words
from attrib_lint.questions.clause import children, is_one_of, is_passive
from attrib_lint.questions.wording import forms_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALONE = forms_of("wrongs", *(key for key in load("wrongs") if key.startswith("alone.")))
_PAIRS = tuple(
    (forms_of("wrongs", f"{name}.verbs"), forms_of("wrongs", f"{name}.objects"))
    for name in sorted(
        {key.rpartition(".")[0] for key in load("wrongs") if key.startswith("pairs.")}
    )
)
_TAKINGS = forms_of("wrongs", "takings.verbs")
_FUNDS = words("wrongs", "takings.funds")
_KEEPING = forms_of("wrongs", "takings.keeping")
_CLAIMING = forms_of("wrongs", "takings.claiming")
_PURSES = words("wrongs", "takings.purses")
_VIOLENCE = forms_of("wrongs", "violence.verbs")
_ABUSE = forms_of("wrongs", "violence.abuse")
_PERSONS = frozenset(("him", "her", "them", "me", "us"))
_VICTIMS = words("wrongs", "violence.victims")
_COPYING = forms_of("wrongs", "copying.verbs")
_FAILING = forms_of("wrongs", "duties.failing")
_DUTIES = forms_of("wrongs", "duties.verbs")
_SITTING = frozenset(("sat", "sit", "sits", "sitting"))
_PAPERS = words("wrongs", "sitting.papers")
_KNOWING = frozenset(("knew", "known"))
_GUILTY = words("wrongs", "knowledge.of")
_FIGURATIVE = words("wrongs", "figures.of_speech")
_PHRASES = tuple(tuple(phrase.split()) for phrase in sorted(words("wrongs", "phrases")))
_WORDS = frozenset(
    ("suggestion", "claim", "question", "criticism", "concern", "report", "rumour", "speculation")
)
_OPENING = frozenset(phrase[0] for phrase in _PHRASES)
_CURRENCY = lazy_regex(
    r"(?:[$€£₹₦¥]|rs\.?|n|us\$|a\$)[\d.,]+\s?(?:bn|m|k|tn|billion|million)?", re.I
)
_SIGNS = frozenset("$€£₹₦¥")
_COINS = frozenset(
    (
        "pound",
        "dollar",
        "euro",
        "rupee",
        "naira",
        "rand",
        "shilling",
        "cedi",
        "yen",
        "peso",
        "crore",
    )
)
_PARTS = frozenset(("hundreds", "thousands", "millions", "billions", "lakhs", "crores", "lots"))
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "SYM")
WRONG_WORDS = (
    _ALONE
    | frozenset(form for verbs, _ in _PAIRS for form in verbs)
    | _TAKINGS
    | _KEEPING
    | _CLAIMING
    | _VIOLENCE
    | _ABUSE
    | _COPYING
    | _FAILING
    | _SITTING
    | _KNOWING
    | _OPENING
)


def wrong_at(verb: Token, actor: Token, *, by_person: bool) -> Token | None:
    """The last word of the wrong that a clause tells, or None; `actor` is whoever did it.

    `by_person` says that the actor has a person's name: a company that bills the city is paid.
    """
    low = verb.lower_
    harmed = [c for c in children(verb, "obj", "nsubj") if c.i != actor.i]
    harmed += [c for noun in harmed for c in children(noun, "conj") if c.pos_ in _NOMINAL]
    if any(t.lower_ in _FIGURATIVE for c in harmed for t in c.subtree):
        return None
    last = verb.doc[max((_end(c) for c in harmed if c.i > verb.i), default=verb.i)]
    if low in _ALONE and _is_wrong(verb, harmed):
        return last
    if any(low in verbs and any(c.lower_ in things for c in harmed) for verbs, things in _PAIRS):
        return last
    if low in _TAKINGS and any(_is_money(c) for c in harmed):
        return last
    if low in _KEEPING and any(c.lower_ in _FUNDS and _is_others(c) for c in harmed):
        return last
    if by_person and low in _KEEPING and any(_is_kept(verb, c) for c in harmed):
        return last
    if low in _VIOLENCE and any(_head(c).lower_ in _VICTIMS for c in harmed):
        return last
    if low in _ABUSE and any(c.lower_ in _PERSONS for c in harmed):
        return last
    if low in _COPYING and any(_is_owned(c, actor) for c in harmed):
        return last
    if low in _CLAIMING and by_person and any(c.lower_ in _PURSES for c in harmed):
        return last if _is_for(verb) else None
    return _neglect(verb) or _phrase(verb)


def _phrase(verb: Token) -> Token | None:
    """ "turned a blind eye": a wrong told in a phrase."""
    if verb.lower_ not in _OPENING:
        return None
    if any(is_one_of(t, _WORDS) for t in verb.doc[verb.i + 1 : verb.i + 6]):
        return None  # "brushed off suggestions that": an answer, not a wrong
    for phrase in _PHRASES:
        end = verb.i + len(phrase)
        if [t.lower_ for t in verb.doc[verb.i : end]] == list(phrase):
            return verb.doc[end - 1]
    return None


def _neglect(verb: Token) -> Token | None:
    """ "failed to report", "sat on the cases", "knew about the beatings"."""
    low = verb.lower_
    if low in _FAILING:
        doing = next(iter(children(verb, "xcomp")), None)
        if doing is None or doing.lower_ not in _DUTIES or not 0 < doing.i - verb.i <= 3:
            return None
        told = children(doing, "obj", "ccomp", "iobj")
        told += [t for t in children(doing, "obl") if any(c.lower_ == "with" for c in t.children)]
        return doing if told else None
    if low in _SITTING:
        return _beside(verb, ("on",), _PAPERS)
    if low in _KNOWING:
        return _beside(verb, ("of", "about"), _GUILTY)
    return None


def _beside(verb: Token, prepositions: tuple[str, ...], wanted: frozenset[str]) -> Token | None:
    """The noun of a prepositional phrase beside a verb, where it is one of some: "on the cases"."""
    after = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    if after not in prepositions:
        return None
    for noun in children(verb, "obl", "obj", "nmod"):
        for token in (noun, *children(noun, "nmod")):
            if token.lower_ in wanted and token.i > verb.i:
                return token
    return None


def _is_wrong(verb: Token, harmed: list[Token]) -> bool:
    """ "Lie" lies somewhere unless it is told to or about; the other wrongs need an object."""
    if verb.lower_ in ("lie", "lies", "lied", "lying"):
        return verb.lower_ == "lied" or any(
            c.lower_ in ("to", "about") for o in children(verb, "obl") for c in children(o, "case")
        )
    return bool(harmed) or is_passive(verb)


def _is_money(noun: Token) -> bool:
    """ "N2.3bn", "$2m", "the difference", "public funds", "thousands of pounds"."""
    if noun.lower_ in _FUNDS or noun.lemma_.lower() in _COINS or noun.text in _SIGNS:
        return True
    if _head(noun).lemma_.lower() in _COINS:
        return True
    before = noun.doc[noun.i - 1 : noun.i].text_with_ws
    figure = before if before and not before[-1].isspace() else ""  # "N400|m" is two tokens
    return any(
        _CURRENCY.fullmatch(text) for text in (noun.text, figure, figure + noun.text)
    ) or any(t.text in _SIGNS for t in noun.subtree if abs(t.i - noun.i) < 4)


def _head(noun: Token) -> Token:
    """What is counted: of "thousands of pounds" the pounds, of "four of the girls" the girls."""
    if noun.lower_ in _PARTS or noun.pos_ in ("NUM", "DET") or noun.lower_ in ("some", "many"):
        return next(iter(children(noun, "nmod", "obl")), noun)
    return noun


def _is_owned(noun: Token, actor: Token) -> bool:
    """Whether a thing belongs to somebody else who is named: "Corvid's training pipeline"."""
    owners = [t for t in noun.subtree if t.pos_ == "PROPN" and children(t, "case")]
    return any(
        any(c.tag_ == "POS" for c in children(owner, "case")) and owner.lower_ != actor.lower_
        for owner in owners
    )


def _is_others(noun: Token) -> bool:
    """ "Our savings", "my pension"."""
    return any(t.lower_ in ("our", "my") for t in noun.children)


def _is_kept(verb: Token, noun: Token) -> bool:
    """ "Kept the money", "took cash from the till": what was given for others."""
    if noun.lower_ not in _FUNDS:
        return False
    the = any(t.lower_ == "the" for t in noun.children)
    if verb.lower_ in ("keep", "kept", "keeps", "keeping"):
        return the and not any(t.i > noun.i for t in noun.subtree)
    away = any(t.lower_ == "from" for t in verb.subtree if t.i > noun.i)
    return away and verb.lower_ in ("take", "took", "taken", "takes", "taking")


def _is_for(verb: Token) -> bool:
    """ "billed the state for holidays"."""
    return any(t.lower_ == "for" for t in verb.subtree if t.i > verb.i)


def _end(noun: Token) -> int:
    """The last token of an object; of "$2m" the figure, of "thousands of pounds" the pounds."""
    figures = [c.i for c in children(noun, "nummod") if noun.pos_ == "SYM"]
    return max([noun.i, *figures, _head(noun).i])
