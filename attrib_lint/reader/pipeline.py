"""The reader as a spaCy pipeline: spaCy's English tokenizer and one component."""

# No postponed annotations: older spaCy 3.8 reads those of a factory as they stand.

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import cast

import numpy as np
from spacy.lang.en import English, EnglishDefaults
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from attrib_lint.reader.annotate import Annotator, Inventory, Parse
from attrib_lint.reader.doubt_features import Classes
from attrib_lint.reader.encoder import Encoder, Window
from attrib_lint.reader.labels import LabelScorer, read_heads
from attrib_lint.reader.lemmas import Lemmatizer
from attrib_lint.reader.pieces import WordPieces
from attrib_lint.reader.repairs import repair
from attrib_lint.reader.second_look import SecondLook
from attrib_lint.reader.suspicions import AroundScorer, SuspicionScorer
from attrib_lint.reader.windows import WindowCutter

_SURROGATES = re.compile("[\ud800-\udfff]")
_LONG = re.compile(r"\S{200}(?=\S)")
_WINDOWS_AT_A_TIME = 16
READER = "attrib_lint_reader"
MODEL = Path(__file__).resolve().parent.parent / "model"

_UNITS = frozenset(("m.", "k.", "b.", "g.", "t."))


class Reader:
    """Annotates docs in place, many at a time."""

    def __init__(self, vocab: Vocab, model: Path) -> None:
        pieces = WordPieces(model / "tokenizer.json")
        self._cut = WindowCutter(pieces)
        self._encode = Encoder(model / "encoder.onnx")
        inventory = Inventory.load(model / "labels.json")
        self.suspected = tuple(inventory.suspicions)
        self.around = AroundScorer(model, len(self.suspected))
        self._suspect = SuspicionScorer(model / "suspicions.onnx", len(self.suspected))
        self._label = LabelScorer(model / "labels.onnx", inventory.labels.index("ROOT"))
        classes = Classes.of(inventory.labels, inventory.morphs, inventory.tags, pieces)
        self._look_again = SecondLook(model / "second_look.onnx", classes, self._label)
        lemmatizer = Lemmatizer.load(inventory.scripts, model / "lemmas.json")
        self._annotator = Annotator(vocab, inventory, lemmatizer, self.around)

    def __call__(self, doc: Doc) -> Doc:
        self.annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Docs in order, read `batch_size` at a time."""
        stream = iter(stream)
        while docs := list(islice(stream, batch_size)):
            self.annotate(docs)
            yield from docs

    def annotate(self, docs: list[Doc]) -> None:
        """Write tags, features, lemmas, trees, sentence starts and names into every doc."""
        cut = [self._cut(doc) for doc in docs]
        parses = self._parse(w for _, windows in cut for w in windows)
        for doc, (words, windows) in zip(docs, cut, strict=True):
            if len(doc):
                self._annotator.write(doc, words, list(islice(parses, len(windows))))
                repair(doc)

    def _parse(self, windows: Iterable[Window]) -> Iterator[Parse]:
        """Windows in order; vectors of a few at a time are in memory, however long the text."""
        windows = iter(windows)
        while chunk := list(islice(windows, _WINDOWS_AT_A_TIME)):
            readings = [self._encode(window) for window in chunk]
            heads, starts = zip(*map(read_heads, readings), strict=True)
            scores = self._label(readings, heads)
            labels = self._look_again(chunk, readings, heads, starts, scores)
            bounds = np.cumsum([len(tree) for tree in heads])[:-1]
            suspicions = map(self._suspect, readings)
            yield from map(Parse.of, readings, heads, np.split(labels, bounds), suspicions)


class SafeTokenizer:
    """spaCy's tokenizer for any Python string.

    Unpaired surrogates are read as U+FFFD. Stretches of over 200 characters without a space are
    cut, because affixes are stripped in quadratic time.
    """

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        text = _SURROGATES.sub("\ufffd", text)
        cuts = [match.end() for match in _LONG.finditer(text)]
        if not cuts:
            return self._tokenizer(text)
        bounds = [0, *cuts, len(text)]
        parts = [self._tokenizer(text[i:j]) for i, j in pairwise(bounds) if i < j]
        whole = Doc.from_docs(parts, ensure_whitespace=False)
        assert whole is not None  # only for no parts
        return whole


@Language.factory(READER, default_config={"model": None})
def _make_reader(nlp: Language, name: str, model: str | None) -> Reader:
    return Reader(nlp.vocab, Path(model) if model else MODEL)


class _Defaults(EnglishDefaults):
    # "It cost £30m." ends with a unit and a full stop, and is no abbreviation.
    tokenizer_exceptions = {  # noqa: RUF012  # spaCy declares it without ClassVar
        word: cut
        for word, cut in EnglishDefaults.tokenizer_exceptions.items()
        if word not in _UNITS
    }


class _News(English):  # type: ignore[no-untyped-call]  # spaCy's __init_subclass__
    """English; made like this, the tokenizer reads its exceptions once instead of twice."""

    Defaults = _Defaults


def reader_of(nlp: Language) -> Reader:
    """The component of a loaded pipeline that reads."""
    return cast(Reader, nlp.get_pipe(READER))


def make_tokenizer() -> SafeTokenizer:
    """The reader's tokenizer without its pipeline."""
    return SafeTokenizer(_News().tokenizer)


def load_reader(path: Path | None = None) -> Language:
    """The bundled pipeline, or the one whose model folder is at `path`."""
    nlp = _News()
    nlp.max_length = 50_000_000  # memory grows with the batch here, not with the text
    nlp.tokenizer = SafeTokenizer(nlp.tokenizer)
    nlp.add_pipe(READER, config={"model": str(path) if path else None})
    return nlp
