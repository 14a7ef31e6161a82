"""Name spans from the encoder's tag scores and the tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from attrib_lint.reader.decode import Ints
from attrib_lint.reader.encoder import Floats
from attrib_lint.reader.lexicon import words

_NOT_LAST = frozenset(("ADP", "DET", "CCONJ", "PUNCT", "PART", "SCONJ"))
_NOT_FIRST = frozenset(("ADP", "DET", "CCONJ", "PUNCT", "PRON"))
_JOINS = frozenset(("compound", "flat"))


class NameSpan(NamedTuple):
    """A name: half-open word span and type."""

    start: int
    end: int
    kind: str


class NameDecoder:
    """Finds names in two steps: where one begins and goes on, then its type as a whole.

    Adding up the types first keeps a name in one piece when its words alone would be typed
    differently ("Sydney Morning Herald").
    """

    def __init__(self, labels: Sequence[str]) -> None:
        """`labels` are the IOB tags of the scores' columns."""
        self._kinds = tuple(dict.fromkeys(tag[2:] for tag in labels if tag != "O"))
        self._begin = [labels.index(f"B-{kind}") for kind in self._kinds]
        self._inside = [labels.index(f"I-{kind}") for kind in self._kinds]
        self._outside = labels.index("O")

    def __call__(self, scores: Floats) -> list[NameSpan]:
        """Spans of the words that the rows of `scores` stand for, in order."""
        if (scores.argmax(1) == self._outside).all():
            return []
        odds = np.exp(scores - scores.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        begin, inside = odds[:, self._begin], odds[:, self._inside]
        steps = np.stack([odds[:, self._outside], begin.sum(1), inside.sum(1)]).argmax(0)
        types = np.log(begin + inside + 1e-9)
        out: list[NameSpan] = []
        start = -1
        for i, step in enumerate([*steps.tolist(), 0]):
            if start >= 0 and step != 2:
                kind = self._kinds[int(types[start:i].sum(0).argmax())]
                out.append(NameSpan(start, i, kind))
                start = -1
            if step and start < 0:
                start = i
        return out


def joined(names: list[NameSpan], heads: Ints, labels: Sequence[str]) -> list[NameSpan]:
    """Names side by side that the tree joins into one: "[U.S.] [Congress]".

    `heads` count words from 1, as the decoder gives them; `labels` are those of the words.
    """
    out: list[NameSpan] = []
    for name in names:
        if out and out[-1].end == name.start:
            left = out[-1]
            up = _leaves(left, name, heads, labels)
            down = _leaves(name, left, heads, labels)
            if up or down:
                kind = name.kind if up else left.kind
                kind = "ORG" if kind == "MISC" and up else kind
                out[-1] = NameSpan(left.start, name.end, kind)
                continue
        out.append(name)
    return out


def _leaves(part: NameSpan, whole: NameSpan, heads: Ints, labels: Sequence[str]) -> bool:
    """Whether the top word of `part` hangs on a word of `whole` as part of a name."""
    for i in range(part.start, part.end):
        head = int(heads[i]) - 1
        if whole.start <= head < whole.end and labels[i] in _JOINS:
            return True
    return False


def trimmed(names: list[NameSpan], forms: Sequence[str], pos: Sequence[str]) -> list[NameSpan]:
    """Names without dangling small words, and persons without their titles."""
    out = []
    for start, end, kind in names:
        while start < end and pos[start] in _NOT_FIRST:
            start += 1
        while start < end and pos[end - 1] in _NOT_LAST and forms[end - 1] not in (".", "!"):
            end -= 1
        while kind == "PER" and end - start > 1 and forms[start].lower() in words("titles"):
            start += 1
        if start < end:
            out.append(NameSpan(start, end, kind))
    return out
