"""Finds the words that credit a statement, each with what it credits: a cue needs its content."""

from __future__ import annotations

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

_POLLS = frozenset(("poll", "polls", "survey", "surveys", "polling"))


def find_cues(syntax: Syntax, quote_of: list[int]) -> list[Frame]:
    """Every cue of a block that has content, in reading order.

    `quote_of` gives each token the number of the quotation that it stands in, -1 outside.
    """
    table = cue_table()
    views = words("cues", "views.nouns")
    found: list[Frame] = []
    for i, low in enumerate(syntax.low):
        frame: Frame | None = None
        if low == "according":
            frame = according_cue(syntax, i)
        elif low in table.forms and (frame := verb_cue(syntax, i, table.forms[low], quote_of)):
            pass
        elif low in table.noun_forms and syntax.pos[i] in ("NOUN", "PROPN"):
            frame = noun_cue(syntax, i, table.noun_forms[low])
        elif syntax.pos[i] in ("ADJ", "VERB", "NOUN") and low in adjectives():
            frame = adjective_cue(syntax, i, low)
        elif low == "in" and syntax.low[syntax.head[i]] in _POLLS:
            frame = poll_cue(syntax, i)
        elif low == "in" and syntax.low[syntax.head[i]] in views:
            frame = view_cue(syntax, i)
        elif low == "to" and syntax.pos[i] == "ADP":
            frame = holder_cue(syntax, i)
        elif low == "per" or (low == "via" and syntax.pos[i] == "ADP"):
            frame = per_cue(syntax, i)
        if frame is None and not _is_read(table, low, syntax.lemma[i]):
            frame = spoken_verb_cue(syntax, i, quote_of)
        if frame is not None:
            found.append(frame)
    return found


def _is_read(table: CueTable, low: str, lemma: str) -> bool:
    """Whether a word is a cue by itself, not only with a particle: "shot down", but "shot back"."""
    lemma = table.forms.get(low, lemma)
    return low in table.forms and (lemma not in table.particles or bool(table.frames.get(lemma)))
