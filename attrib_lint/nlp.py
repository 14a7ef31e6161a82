"""Parses blocks of prose with the bundled pipeline: the only module that imports spaCy to run."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.tokens import Span as TokenSpan
    from thinc.api import Model

MODEL_FOLDER = Path(__file__).parent / "model"
_BATCH_SIZE = 64
_LONGEST_TEXT = 20_000  # code points parsed at once: bounds memory on a file without line breaks
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """One parsed Doc for each text, in order; `doc.text` has the length of its text.

    Texts are parsed in batches. Unpaired surrogates, which no tokenizer can store, are read as
    U+FFFD. A text longer than 20,000 code points is parsed in pieces.
    """
    sizes: deque[int] = deque()

    def cut() -> Iterator[str]:
        for text in texts:
            parts = list(_pieces(_SURROGATE.sub("\ufffd", text)))
            sizes.append(len(parts))
            yield from parts

    waiting: list[Doc] = []
    for doc in load_pipeline().pipe(cut(), batch_size=_BATCH_SIZE):
        waiting.append(doc)
        if len(waiting) == sizes[0]:
            yield _joined(waiting)
            sizes.popleft()
            waiting = []


def _joined(docs: list[Doc]) -> Doc:
    """The pieces of one text as one parse."""
    from spacy.tokens import Doc

    whole = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    assert whole is not None  # only for no docs
    return whole


def _pieces(text: str) -> Iterator[str]:
    """`text` cut at spaces into parts short enough to parse."""
    start = 0
    while len(text) - start > _LONGEST_TEXT:
        cut = text.rfind(" ", start, start + _LONGEST_TEXT) + 1
        if cut <= start:
            cut = start + _LONGEST_TEXT
        yield text[start:cut]
        start = cut
    yield text[start:]


@lru_cache(maxsize=1)
def load_pipeline() -> Language:
    """The bundled pipeline, loaded once per process."""
    import numpy as np
    from spacy.util import load_model_from_path

    nlp = load_model_from_path(MODEL_FOLDER)
    with np.load(MODEL_FOLDER / "weights_int8.npz") as weights:
        for key, node, name in _parameters(nlp):
            node.set_param(name, _restored(weights[key], weights.get(f"{key}#s")))
    return nlp


def _parameters(nlp: Language) -> Iterator[tuple[str, Model[object, object], str]]:
    """Every weight array of the pipeline: its key in the weights file, its layer and name."""
    for pipe_name, pipe in nlp.pipeline:
        model: Model[object, object] | None = getattr(pipe, "model", None)
        if model is None:
            continue
        for i, node in enumerate(model.walk()):
            if not node.name.endswith("listener"):
                for name in node.param_names:
                    yield f"{pipe_name}/{i}/{name}", node, name


def _restored(stored: np.ndarray, scale: np.ndarray | None) -> Any:
    """Float32 weights from int8 values and their row scales (or from half precision)."""
    import numpy as np

    weights = stored.astype(np.float32)
    if scale is not None:
        weights *= scale.astype(np.float32)
    return np.ascontiguousarray(weights)


def build_matcher(patterns: Mapping[str, list[dict[str, Any]]]) -> Matcher:
    """A spaCy matcher with one token pattern for each label; raises ValueError for a bad one."""
    from spacy.matcher import Matcher

    matcher = Matcher(load_pipeline().vocab, validate=True)
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


_KEPT = ("LEMMA", "TAG", "POS", "MORPH", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")
_NAMED = ("LEMMA", "TAG", "MORPH", "DEP", "ENT_TYPE")  # columns that hold hashes of strings


def pack(doc: Doc) -> bytes | None:
    """A parse in bytes, without its text; None for one that `unpack` would not give back whole."""
    import msgspec
    import numpy as np

    columns = doc.to_array([*_KEPT])
    shape = doc.to_array(["LENGTH", "SPACY", "SENT_START"]).astype(np.int32)
    hashes = np.unique(columns[:, [_KEPT.index(name) for name in _NAMED]])
    words = [doc.vocab.strings[int(value)] for value in hashes if value]
    content = msgspec.msgpack.encode((columns.tobytes(), shape.tobytes(), words))
    return content if unpack(doc.text, content) is not None else None


def unpack(text: str, content: bytes) -> Doc | None:
    """The parse of a text that `pack` made, in the vocabulary of the loaded pipeline.

    None where it would differ from what was packed.
    """
    import msgspec
    import numpy as np
    from spacy.tokens import Doc

    kept, shaped, strings = msgspec.msgpack.decode(content, type=tuple[bytes, bytes, list[str]])
    columns = np.frombuffer(kept, dtype=np.uint64).reshape(-1, len(_KEPT))
    shape = np.frombuffer(shaped, dtype=np.int32).reshape(-1, 3)
    vocab = load_pipeline().vocab
    for string in strings:
        vocab.strings.add(string)
        if "=" in string:
            vocab.morphology.add(string)
    words, at = [], 0
    for length, space, _ in shape.tolist():
        words.append(text[at : at + length])
        at += length + space
    doc = Doc(vocab, words=words, spaces=shape[:, 1].astype(bool).tolist())
    doc.from_array([*_KEPT], columns)  # type: ignore[arg-type]  # an array by another name
    same = doc.text == text and (doc.to_array(["SENT_START"]).astype(np.int32) == shape[:, 2]).all()
    return doc if same else None
