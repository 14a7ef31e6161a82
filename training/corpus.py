"""The training set, the development sets and the test sets, from a folder of treebanks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.entities import read_wikigold, tag_gum, tag_uner
from training.treebank import Sentence, read_sentences


@dataclass(frozen=True, slots=True)
class Corpus:
    """Training sentences with trees and names, and development sentences."""

    parsed: tuple[Sentence, ...]
    named: tuple[Sentence, ...]
    """Sentences whose names alone are used: WikiGold and UniversalNER's EWT dev."""
    dev: tuple[Sentence, ...]
    named_dev: tuple[Sentence, ...]


def read_training(treebanks: Path) -> Corpus:
    """Training and development parts; what a folder lacks is left out.

    EWT's dev sentences lend their names to training, never their trees.
    """
    gum = tag_gum(_read(treebanks / "gum/train.conllu"))
    ewt = _read(treebanks / "ewt/train.conllu")
    named: list[Sentence] = []
    held_out: list[Sentence] = []
    wikigold = treebanks / "ner/wikigold/wikigold.conll.txt"
    if wikigold.exists():
        sentences = [s for s in read_wikigold(wikigold) if len(s.words) < 120]
        cut = len(sentences) * 9 // 10
        named, held_out = sentences[:cut], sentences[cut:]
    ewt_dev = _read(treebanks / "ewt/dev.conllu")
    uner = treebanks / "ner/uner_ewt_dev.iob2"
    if uner.exists():
        named += [s.without_tree() for s in tag_uner(ewt_dev, uner)]
    gum_dev = tag_gum(_read(treebanks / "gum/dev.conllu"))
    return Corpus(
        parsed=tuple(ewt) + tuple(gum),
        named=tuple(named),
        dev=tuple(gum_dev) + tuple(ewt_dev),
        named_dev=tuple(held_out),
    )


def _read(path: Path) -> list[Sentence]:
    return list(read_sentences(path)) if path.exists() else []
