"""Finds the words that credit a statement, each with what it credits: a cue needs its content."""

from __future__ import annotations

from functools import cache

from attrib_lint.extract.cue_words import CueTable, adjectives, cue_table
from attrib_lint.extract.frames import Frame
from attrib_lint.extract.noun_cues import noun_cue
from attrib_lint.extract.phrase_cues import (
    according_cue,
    adjective_cue,
    holder_cue,
    per_cue,
    poll_cue,
    view_cue,
)
from attrib_lint.extract.spoken_verbs import spoken_verb_cue
from attrib_lint.extract.syntax import Syntax
from attrib_lint.extract.verb_cues import verb_cue
from attrib_lint.lexicon import words

_PREPOSITIONS = ("according", "in", "to", "per", "via")
_POLLS = frozenset(("poll", "polls", "survey", "surveys", "polling"))


def find_cues(syntax: Syntax, quote_of: list[int]) -> list[Frame]:
    """Every cue of a block that has content, in reading order.

    `quote_of` gives each token the number of the quotation that it stands in, -1 outside.
    """
    table, listed = cue_table(), _listed()
    quotes = any(number >= 0 for number in quote_of)
    found: list[Frame] = []
    for i, low in enumerate(syntax.low):
        frame = _listed_cue(syntax, i, low, quote_of) if low in listed else None
        if frame is None and quotes and syntax.pos[i] == "VERB":
            if not _is_read(table, low, syntax.lemma[i]):
                frame = spoken_verb_cue(syntax, i, quote_of)
        if frame is not None:
            found.append(frame)
    return found


@cache
def _listed() -> frozenset[str]:
    """Every word that `_listed_cue` knows."""
    table = cue_table()
    return frozenset({*table.forms, *table.noun_forms, *adjectives(), *_PREPOSITIONS})


def _listed_cue(syntax: Syntax, i: int, low: str, quote_of: list[int]) -> Frame | None:
    """A word of the lexicon as a cue."""
    table = cue_table()
    if low == "according":
        return according_cue(syntax, i)
    if low in table.forms and (frame := verb_cue(syntax, i, table.forms[low], quote_of)):
        return frame
    if low in table.noun_forms and syntax.pos[i] in ("NOUN", "PROPN"):
        return noun_cue(syntax, i, table.noun_forms[low])
    if syntax.pos[i] in ("ADJ", "VERB", "NOUN") and low in adjectives():
        return adjective_cue(syntax, i, low)
    if low == "in" and syntax.low[syntax.head[i]] in _POLLS:
        return poll_cue(syntax, i)
    if low == "in" and syntax.low[syntax.head[i]] in words("cues", "views.nouns"):
        return view_cue(syntax, i)
    if low == "to" and syntax.pos[i] == "ADP":
        return holder_cue(syntax, i)
    if low == "per" or (low == "via" and syntax.pos[i] == "ADP"):
        return per_cue(syntax, i)
    return None


def _is_read(table: CueTable, low: str, lemma: str) -> bool:
    """Whether a word is a cue by itself, not only with a particle: "shot down", but "shot back"."""
    lemma = table.forms.get(low, lemma)
    return low in table.forms and (lemma not in table.particles or bool(table.frames.get(lemma)))
