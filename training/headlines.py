"""Headline syntax from plain sentences: no articles, no forms of "be", no full stop."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from training.fragments import root_of, upper_first
from training.frames import clause_of
from training.treebank import Sentence, Word

_PRESENT = {"was": "is", "were": "are", "had": "has", "said": "says", "told": "tells"}


def headlines(sentences: Sequence[Sentence], rng: random.Random, count: int) -> list[Sentence]:
    """`count` headlines; half of them in Title Case."""
    clauses = [c for s in sentences if s.parsed and (c := clause_of(s.words)) and len(c) <= 18]
    out = []
    for clause in rng.sample(clauses, min(count, len(clauses))):
        words = upper_first(_dropped(clause, rng))
        words[-1] = replace(words[-1], space_after=False)
        if rng.random() < 0.6:
            words = [_titled(w, i) for i, w in enumerate(words)]
        out.append(Sentence(tuple(words), document=True, paragraph=True))
    return out


def _titled(word: Word, i: int) -> Word:
    small = word.upos in ("ADP", "DET", "CCONJ", "PART") and len(word.form) < 4 and i
    return word if small else replace(word, form=word.form[0].upper() + word.form[1:])


def _dropped(clause: Sequence[Word], rng: random.Random) -> list[Word]:
    """The clause without leaves that headlines leave out."""
    parents = {w.head for i, w in enumerate(clause) if w.head != i}
    keep = []
    for i, w in enumerate(clause):
        leaf = i not in parents
        article = w.label == "det" and w.form.lower() in ("a", "an", "the")
        verb = w.label in ("cop", "aux:pass", "aux") and w.lemma == "be"
        drop = leaf and ((article and rng.random() < 0.8) or (verb and rng.random() < 0.6))
        if not drop:
            keep.append(i)
    place = {old: new for new, old in enumerate(keep)}
    out = []
    for i in keep:
        w = clause[i]
        form = w.form
        if w.form in _PRESENT and rng.random() < 0.5:
            form = _PRESENT[w.form]
            features = w.features.replace("Tense=Past", "Tense=Pres")
            w = replace(w, xpos="VBP" if form == "are" else "VBZ", features=features)
        out.append(replace(w, form=form, head=place[w.head]))
    assert out[root_of(out)].label == "ROOT"
    return out
