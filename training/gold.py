"""Gold paragraphs to score against: running text with the gold words' offsets."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.entities import tag_gum, tag_uner
from training.lexicon import words
from training.treebank import Sentence, Word, read_sentences

_FINAL = frozenset('.?!"”’)…')
_SMALL = words("small")


@dataclass(frozen=True, slots=True)
class GoldWord:
    """A gold word at its place in the paragraph; `head` is the offset span of its head."""

    start: int
    end: int
    head: tuple[int, int]
    word: Word
    sentence_start: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text and its gold words."""

    text: str
    words: tuple[GoldWord, ...]


def read_gold(treebanks: Path, name: str) -> list[Sentence]:
    """Sentences of a set: "gum-dev", "ewt-dev", "gum-test", "ewt-test" or "pud"."""
    bank, _, part = name.partition("-")
    sentences = list(read_sentences(treebanks / bank / f"{part or bank}.conllu"))
    iob = {"pud": "uner_pud", "ewt-test": "uner_ewt_test", "ewt-dev": "uner_ewt_dev"}.get(name)
    if bank == "gum":
        return tag_gum(sentences)
    if iob and (treebanks / f"ner/{iob}.iob2").exists():
        tagged = {s.sentence_id: s for s in tag_uner(sentences, treebanks / f"ner/{iob}.iob2")}
        return [tagged.get(s.sentence_id, s) for s in sentences]
    return sentences


def paragraphs(sentences: Sequence[Sentence], case: str = "as-is") -> list[Paragraph]:
    """Up to twelve consecutive sentences each, never across documents.

    A treebank's paragraph mark breaks where the sentence before has no final mark (a heading),
    and half of the time elsewhere: sentence starts have to be found, not given.
    """
    rng = random.Random(1)
    out: list[Paragraph] = []
    group: list[Sentence] = []
    limit = rng.randint(1, 12)
    for sentence in sentences:
        if group:
            ends = group[-1].words[-1].form[-1] in _FINAL
            breaks = sentence.document or len(group) >= limit
            breaks = breaks or (sentence.paragraph and (not ends or rng.random() < 0.5))
            if breaks:
                out.append(_paragraph(group, case))
                group, limit = [], rng.randint(1, 12)
        group.append(sentence)
    if group:
        out.append(_paragraph(group, case))
    return out


def _cased(form: str, case: str, first: bool) -> str:
    if case == "lower":
        changed = form.lower()
    elif case == "upper":
        changed = form.upper()
    elif case == "title" and (first or form.lower() not in _SMALL):
        changed = form[0].upper() + form[1:]
    else:
        changed = form
    return changed if len(changed) == len(form) else form


def _paragraph(sentences: Sequence[Sentence], case: str) -> Paragraph:
    parts: list[str] = []
    spans: list[list[tuple[int, int]]] = []
    at = 0
    for sentence in sentences:
        here = []
        for i, w in enumerate(sentence.words):
            form = _cased(w.form, case, i == 0)
            here.append((at, at + len(form)))
            last = i + 1 == len(sentence.words)
            parts.append(form + (" " if w.space_after or last else ""))
            at += len(parts[-1])
        spans.append(here)
    words = tuple(
        GoldWord(*here[i], here[w.head], w, i == 0)
        for sentence, here in zip(sentences, spans, strict=True)
        for i, w in enumerate(sentence.words)
    )
    return Paragraph("".join(parts).rstrip(" "), words)
