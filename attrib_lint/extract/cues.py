"""Finds the words that credit a statement, each with what it credits: a cue needs its content."""

from __future__ import annotations

from functools import cache

from attrib_lint.extract.cue_words import adjectives, cue_table, feeling_forms, impersonal_forms
from attrib_lint.extract.feelings import feeling_cue
from attrib_lint.extract.frames import Frame
from attrib_lint.extract.impersonal import impersonal_cue
from attrib_lint.extract.noun_cues import noun_cue
from attrib_lint.extract.phrase_cues import (
    according_cue,
    adjective_cue,
    holder_cue,
    per_cue,
    poll_cue,
    view_cue,
)
from attrib_lint.extract.spoken_verbs import blunt_cue, spoken_verb_cue
from attrib_lint.extract.syntax import Syntax
from attrib_lint.extract.verb_cues import verb_cue
from attrib_lint.lexicon import words

_POLLS = frozenset(("poll", "polls", "survey", "surveys", "polling"))
_PREPOSITIONS = frozenset(("in", "to", "per", "via"))


def find_cues(syntax: Syntax, quote_of: list[int]) -> list[Frame]:
    """Every cue of a block that has content, in reading order.

    `quote_of` gives each token the number of the quotation that it stands in, -1 outside.
    """
    listed = _listed()
    quotes = any(number >= 0 for number in quote_of)
    found: list[Frame] = []
    for i, low in enumerate(syntax.low):
        frame: Frame | None = None
        if low in listed:
            frame = _cue_at(syntax, i, low, quote_of)
        elif quotes and syntax.pos[i] == "VERB":
            frame = spoken_verb_cue(syntax, i, quote_of)
        elif quotes and syntax.pos[i] == "ADJ":
            frame = blunt_cue(syntax, i, quote_of)
        if frame is not None:
            found.append(frame)
    return found


@cache
def _listed() -> frozenset[str]:
    """Every word that may be a cue by what it says."""
    table = cue_table()
    verbs = {*table.forms, *impersonal_forms(), *feeling_forms()}
    return frozenset({"according", *verbs, *table.noun_forms, *adjectives(), *_PREPOSITIONS})


def _cue_at(syntax: Syntax, i: int, low: str, quote_of: list[int]) -> Frame | None:
    """The cue that a listed word is, if it is one."""
    table = cue_table()
    lemma = table.forms.get(low)
    if low == "according":
        return according_cue(syntax, i)
    if low in impersonal_forms() and (out := impersonal_cue(syntax, i, impersonal_forms()[low])):
        return out
    if low in feeling_forms() and (felt := feeling_cue(syntax, i, feeling_forms()[low])):
        return felt
    if lemma is not None and (said := verb_cue(syntax, i, lemma, quote_of)):
        return said
    if low in table.noun_forms and syntax.pos[i] in ("NOUN", "PROPN"):
        return noun_cue(syntax, i, table.noun_forms[low])
    if syntax.pos[i] in ("ADJ", "VERB", "NOUN") and low in adjectives():
        return adjective_cue(syntax, i, low)
    if low in _PREPOSITIONS:
        return _prepositional_cue(syntax, i, low)
    if lemma is None or "clause" not in table.frames[lemma]:
        return spoken_verb_cue(syntax, i, quote_of)
    return None


def _prepositional_cue(syntax: Syntax, i: int, low: str) -> Frame | None:
    above = syntax.low[syntax.head[i]]
    if low == "in" and above in _POLLS:
        return poll_cue(syntax, i)
    if low == "in" and above in words("cues", "views.nouns"):
        return view_cue(syntax, i)
    if low == "to" and syntax.pos[i] == "ADP":
        return holder_cue(syntax, i)
    if low == "per" or (low == "via" and syntax.pos[i] == "ADP"):
        return per_cue(syntax, i)
    return None
