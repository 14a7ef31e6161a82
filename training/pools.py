"""Material for frames that the gold sentences give: names, subjects, predicates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from training.fragments import inside, lower_first, root_of
from training.treebank import Sentence, Word


@dataclass(frozen=True, slots=True)
class Pools:
    """Material from the treebanks: person names, subject phrases, short predicates."""

    names: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    subjects: tuple[tuple[Word, ...], ...]
    predicates: tuple[tuple[Word, ...], ...]


def collect_pools(sentences: Sequence[Sentence]) -> Pools:
    """Names, subjects and predicates found in gold sentences."""
    names, places, subjects, predicates = [], [], [], []
    for sentence in sentences:
        words = sentence.words
        for w, after in pairwise(words):
            if w.entity == "B-LOC" and (after.entity or "O")[0] != "I" and w.form.istitle():
                places.append(w.form)
        for a, b in pairwise(words):
            if (a.entity, b.entity) == ("B-PER", "I-PER") and a.form.istitle() and b.form.istitle():
                names.append((a.form, b.form))
        if not sentence.parsed or len(words) > 40:
            continue
        root = root_of(words)
        children = [i for i, w in enumerate(words) if w.head == root and w.label == "nsubj"]
        finite = words[root].xpos in ("VBD", "VBZ")
        if not children or children[0] > root or words[-1].form != "." or not finite:
            continue
        subject = children[0]
        if not all(inside(words, i, subject) for i in range(root)) or root > 9:
            continue
        if words[subject].upos == "NOUN" and words[0].xpos != "PRP$":
            part = list(words[:root])
            part[subject] = replace(part[subject], head=subject)
            subjects.append(tuple(lower_first(part)))
        if len(words) - root <= 9 and not any(w.form in "\"“”:;'" for w in words[root:]):
            predicates.append(tuple(replace(w, head=max(0, w.head - root)) for w in words[root:-1]))
    return Pools(
        names=tuple(names) or (("Ann", "Lee"),),
        places=tuple(places) or ("Ohio",),
        subjects=tuple(subjects),
        predicates=tuple(predicates),
    )
