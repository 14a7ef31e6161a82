"""How sure the reader is of a suspicion, by what else it suspects in the article."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc
from spacy.vocab import Vocab

from attrib_lint.extract.suspicions import confidences
from attrib_lint.reader.suspicions import KEY, NEVER, Suspicions

RULES = ("hearsay-adverb", "mind-reading")
LIKELY, DOUBTFUL = 30, 8  # tenths of log-odds


class NoPriors:
    def __call__(self, gists: Sequence[npt.NDArray[np.float32]]) -> npt.NDArray[np.float32]:
        return np.zeros((len(gists), len(RULES)), np.float32)


def paragraph(*places: int, words: int = 40, odds: int = LIKELY) -> Doc:
    """A paragraph with a suspicion of one word at each of these places."""
    doc = Doc(Vocab(), ["word"] * words)
    table = np.full((words, len(RULES)), NEVER, np.int8)
    table[list(places), 0] = odds
    gist = np.zeros(48, np.float32)
    doc.user_data[KEY] = Suspicions(RULES, table, gist, NoPriors())  # type: ignore[arg-type]
    return doc


def sureness(*docs: Doc) -> float:
    """How sure the reader is of the first word of the first paragraph."""
    table = confidences(docs)[0]
    assert table is not None
    return float(table[0, 0])


def test_a_doubtful_suspicion_counts_for_more_among_many() -> None:
    doubtful = paragraph(0, odds=DOUBTFUL)
    careless = [paragraph(3, 9, 20, 31) for _ in range(8)]
    careful = [paragraph() for _ in range(8)]
    assert sureness(doubtful, *careful) < 0.5 < 0.69 < sureness(doubtful) < 0.9
    assert sureness(doubtful, *careless) > 0.8


def test_neighbouring_words_are_one_suspicion() -> None:
    doubtful = paragraph(0, odds=DOUBTFUL)
    apart = [paragraph(3, 9, 20, 31) for _ in range(8)]
    together = [paragraph(20, 21, 22, 23) for _ in range(8)]
    assert sureness(doubtful, *together) < sureness(doubtful, *apart)


def test_a_paragraph_that_the_reader_says_nothing_of_has_no_confidences() -> None:
    silent = Doc(Vocab(), ["word"])
    first, second = confidences([silent, paragraph(0)])
    assert first is None
    assert second is not None
    assert second.shape == (40, 2)
