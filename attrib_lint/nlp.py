"""Parses blocks of prose with the bundled pipeline: the only module that imports spaCy to run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy.typing as npt
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.tokens import Span as TokenSpan

_BATCH_SIZE = 64


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """One parsed Doc for each text, in order; `doc.text` has the length of its text.

    Texts are parsed in batches. Unpaired surrogates, which no tokenizer can store, are read as
    U+FFFD.
    """
    return load_pipeline().pipe(texts, batch_size=_BATCH_SIZE)


@lru_cache(maxsize=1)
def load_pipeline() -> Language:
    """The bundled pipeline, loaded once per process."""
    from attrib_lint.reader.pipeline import load_reader

    return load_reader()


def build_matcher(patterns: Mapping[str, list[dict[str, Any]]]) -> Matcher:
    """A spaCy matcher with one token pattern for each label; raises ValueError for a bad one."""
    vocab = load_pipeline().vocab
    from spacy.matcher import Matcher

    matcher = Matcher(vocab, validate=True)
    for label, tokens in patterns.items():
        matcher.add(label, [tokens])
    return matcher


def longest(matcher: Matcher, doc: Doc) -> list[TokenSpan]:
    """The longest matches that do not overlap, in reading order; `label_` is the pattern's."""
    from spacy.util import filter_spans

    return filter_spans(matcher(doc, as_spans=True))


def split_words(text: str) -> list[str]:
    """The tokens of a phrase, as the pipeline's tokenizer cuts them."""
    return [token.text for token in load_pipeline().make_doc(text) if not token.is_space]


PACKED = 4
"""The form of what `pack` gives, which `unpack` reads."""

_KEPT = ("LEMMA", "TAG", "POS", "MORPH", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")
_NAMED = ("LEMMA", "TAG", "DEP", "ENT_TYPE")  # columns that hold hashes of strings


def pack(doc: Doc) -> bytes | None:
    """A parse in bytes, without its text; None for one that `unpack` would not give back whole."""
    import msgspec
    import numpy as np

    from attrib_lint.reader.suspicions import KEY

    columns = doc.to_array([*_KEPT])
    shape = doc.to_array(["LENGTH", "SPACY", "SENT_START"]).astype(np.int32)
    strings = doc.vocab.strings
    named, morphs = (
        [strings[value] for value in _distinct(columns[:, where]) if value]
        for where in ([_KEPT.index(name) for name in _NAMED], _KEPT.index("MORPH"))
    )
    kept = doc.user_data.get(KEY)
    suspected = [part.tobytes() for part in (kept.odds, kept.gist, kept.notes)] if kept else None
    content = msgspec.msgpack.encode((columns.tobytes(), shape.tobytes(), suspected, named, morphs))
    return content if unpack(doc.text, content) is not None else None


def _distinct(numbers: npt.NDArray[Any]) -> list[int]:
    """Each number once. `np.unique` does the same, but imports numpy's masked arrays for it."""
    every: list[int] = numbers.ravel().tolist()
    return sorted({*every})


def unpack(text: str, content: bytes) -> Doc | None:
    """The parse of a text that `pack` made, in the vocabulary of the loaded pipeline.

    None where it would differ from what was packed.
    """
    import msgspec
    import numpy as np

    from attrib_lint.reader.pipeline import reader_of
    from attrib_lint.reader.suspicions import KEY, Suspicions

    vocab = load_pipeline().vocab
    from spacy.tokens import Doc

    kept, shaped, suspected, named, morphs = msgspec.msgpack.decode(
        content, type=tuple[bytes, bytes, tuple[bytes, bytes, bytes] | None, list[str], list[str]]
    )
    columns = np.frombuffer(kept, dtype=np.uint64).reshape(-1, len(_KEPT))
    shape = np.frombuffer(shaped, dtype=np.int32).reshape(-1, 3)
    for string in named:
        vocab.strings.add(string)
    for features in morphs:
        vocab.morphology.add(features)
    words, at = [], 0
    for length, space, _ in shape.tolist():
        words.append(text[at : at + length])
        at += length + space
    doc = Doc(vocab, words=words, spaces=shape[:, 1].astype(bool).tolist())
    doc.from_array([*_KEPT], columns)  # type: ignore[arg-type]  # an array by another name
    if suspected is not None:
        reader = reader_of(load_pipeline())
        odds = np.frombuffer(suspected[0], np.int8).reshape(len(doc), len(reader.suspected))
        gist = np.frombuffer(suspected[1], np.float32)
        notes = np.frombuffer(suspected[2], np.int8).reshape(len(doc), -1)
        doc.user_data[KEY] = Suspicions(reader.suspected, odds, gist, notes, reader.around)
    same = doc.text == text and (doc.to_array(["SENT_START"]).astype(np.int32) == shape[:, 2]).all()
    return doc if same else None
