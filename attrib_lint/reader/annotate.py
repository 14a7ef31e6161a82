"""Writes what the heads say into a spaCy Doc: tags, features, lemmas, tree, names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

import numpy as np
import numpy.typing as npt
from msgspec import Struct, field
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, TAG
from spacy.symbols import NAMES, SPACE
from spacy.tokens import Doc
from spacy.vocab import Vocab

from attrib_lint.reader.decode import Ints
from attrib_lint.reader.encoder import Floats, Reading
from attrib_lint.reader.lemmas import Lemmatizer
from attrib_lint.reader.spans import NameDecoder, joined, trimmed
from attrib_lint.reader.suspicions import KEY, NEVER, AroundScorer, Notes, Odds, Suspicions

_COLUMNS = [TAG, POS, MORPH, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE]
_TYPES = {"PER": "PERSON"}
_IOB = {"O": 2, "B": 3, "I": 1}


class Parse(NamedTuple):
    """What is kept of a window, a row for each word: numbers of classes, heads (counted from 1;
    0 is the root), label numbers, scores of name tags, how far the word is suspected of what;
    the window's gist, and the words' notes. A reading's vectors are not kept."""

    morph: Ints
    tag: Ints
    script: Ints
    entity: Floats
    heads: Ints
    labels: Ints
    odds: Odds
    gist: Floats
    notes: Notes

    @classmethod
    def of(
        cls, reading: Reading, heads: Ints, labels: Ints, suspected: tuple[Odds, Floats, Notes]
    ) -> Parse:
        """The parse of a reading whose tree has been decoded."""
        morph, tag, script = reading.morph[1:], reading.tag[1:], reading.script[1:]
        return cls(morph, tag, script, reading.entity[1:], heads, labels, *suspected)


class Inventory(Struct, frozen=True):
    """The closed label sets of a trained model."""

    morphs: list[str]
    tags: list[str]
    scripts: list[str]
    labels: list[str]
    entities: list[str]
    suspicions: list[str] = field(default_factory=list)
    """Rules whose faults the reader has learnt to suspect; none in a model without a tagger."""

    @classmethod
    def load(cls, path: Path) -> Inventory:
        return cls(**json.loads(path.read_text(encoding="utf8")))


class Annotator:
    """Turns readings into token attributes; hashes of strings are looked up once."""

    def __init__(
        self, vocab: Vocab, inventory: Inventory, lemmatizer: Lemmatizer, around: AroundScorer
    ) -> None:
        self._vocab = vocab
        self._lemmatizer = lemmatizer
        self._inventory = inventory
        add = vocab.strings.add
        self._tags = _hashes([add(t) for t in inventory.tags])
        self._labels = _hashes([add(d) for d in inventory.labels])
        splits = [m.split("|", 1) for m in inventory.morphs]
        numbers = {name: i for i, name in enumerate(NAMES)}
        self._pos = _hashes([numbers[pos] for pos, _ in splits])
        self._morphs = _hashes([vocab.morphology.add(feats) for _, feats in splits])
        self._names = {t[2:]: add(_TYPES.get(t[2:], t[2:])) for t in inventory.entities if t != "O"}
        self._find_names = NameDecoder(inventory.entities)
        self._space = (add("_SP"), add("dep"))
        self._lemmas: dict[tuple[str, int, int], int] = {}
        self._suspected = tuple(inventory.suspicions)
        self._around = around

    def write(self, doc: Doc, words: list[int], parses: Sequence[Parse]) -> None:
        """Annotate `doc`. `words` are the indices of its non-space tokens, in order; `parses`
        cover them one after the other, and each begins a sentence."""
        table = np.zeros((len(doc), len(_COLUMNS)), np.uint64)
        heads = np.zeros(len(doc), np.int64)
        forms = [token.text for token in doc]
        offset = 0
        for parse in parses:
            tokens = words[offset : offset + len(parse.heads)]
            self._write_window(forms, tokens, parse, table, heads)
            offset += len(tokens)
        if len(words) < len(doc):
            self._write_spaces(doc, words, table, heads)
        table[:, 4] = heads.astype(np.uint64)
        doc.from_array(_COLUMNS, cast(Any, table))
        if words:
            odds = np.full((len(doc), len(self._suspected)), NEVER, np.int8)
            odds[words] = np.concatenate([parse.odds for parse in parses])
            gist = np.mean([parse.gist for parse in parses], 0)
            notes = np.zeros((len(doc), parses[0].notes.shape[1]), np.int8)
            notes[words] = np.concatenate([parse.notes for parse in parses])
            doc.user_data[KEY] = Suspicions(self._suspected, odds, gist, notes, self._around)

    def _write_window(
        self,
        forms: list[str],
        words: list[int],
        parse: Parse,
        table: npt.NDArray[np.uint64],
        heads: npt.NDArray[np.int64],
    ) -> None:
        tokens = np.asarray(words, np.intp)
        morphs = parse.morph
        table[tokens, 0] = self._tags[parse.tag]
        table[tokens, 1] = self._pos[morphs]
        table[tokens, 2] = self._morphs[morphs]
        tags = parse.tag.tolist()
        scripts = parse.script.tolist()
        keys = zip([forms[i] for i in words], tags, scripts, strict=True)
        table[tokens, 3] = [self._lemma(key) for key in keys]
        table[tokens, 5] = self._labels[parse.labels]
        heads[tokens] = np.where(parse.heads == 0, tokens, tokens[parse.heads - 1]) - tokens
        table[tokens, 6] = _IOB["O"]
        names = self._find_names(parse.entity)
        if names:
            arcs = [self._inventory.labels[i] for i in parse.labels]
            pos = [self._inventory.morphs[i].split("|", 1)[0] for i in morphs]
            names = joined(names, parse.heads, arcs)
            for start, end, kind in trimmed(names, [forms[i] for i in words], pos):
                table[tokens[start:end], 6] = _IOB["I"]
                table[tokens[start], 6] = _IOB["B"]
                table[tokens[start:end], 7] = self._names[kind]

    def _lemma(self, key: tuple[str, int, int]) -> int:
        known = self._lemmas.get(key)
        if known is None:
            if len(self._lemmas) > 50_000:
                self._lemmas.clear()
            form, tag, script = key
            lemma = self._lemmatizer(form, self._inventory.tags[tag], script)
            known = self._lemmas[key] = self._vocab.strings.add(lemma)
        return known

    def _write_spaces(
        self,
        doc: Doc,
        words: list[int],
        table: npt.NDArray[np.uint64],
        heads: npt.NDArray[np.int64],
    ) -> None:
        """A white-space token hangs on the word before it (the first word, where none is)."""
        tag, label = self._space
        outside, inside = _IOB["O"], _IOB["I"]
        n = 0  # words before token i
        for i, token in enumerate(doc):
            if n < len(words) and words[n] == i:
                n += 1
                continue
            goes_on = 0 < n < len(words) and table[words[n], 6] == inside
            name = (inside, table[words[n], 7]) if goes_on else (outside, 0)
            table[i] = (tag, SPACE, 0, token.orth, 0, label, *name)
            if words:
                heads[i] = words[max(0, n - 1)] - i


def _hashes(values: list[Any]) -> npt.NDArray[np.uint64]:
    return np.asarray(values, np.uint64)
