"""What the reader suspects in a parsed block: runs of words, and how sure it is of any words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from attrib_lint.core.facts import Suspicion
from attrib_lint.core.span import Span
from attrib_lint.reader.suspicions import KEY, TENTHS, Suspicions

if TYPE_CHECKING:
    from spacy.tokens import Doc

_GOES_ON = 0.3
"""Words belong to a suspicion while they have this share of the confidence asked for."""


_LIKELY = 0.5
_FAULTS, _WORDS = 2, 150
"""What is counted in with an article's own: about as many as a careless one has."""

Confidences = npt.NDArray[np.float64]
"""A row for each token, a column for each rule that the reader has learnt; 1 is certainty."""


def learnt_rules(docs: Sequence[Doc]) -> tuple[str, ...]:
    """The rules whose faults the reader of these Docs can suspect."""
    return next((doc.user_data[KEY].rules for doc in docs if KEY in doc.user_data), ())


def confidences(docs: Sequence[Doc]) -> tuple[Confidences | None, ...]:
    """How sure the reader is of every token of an article's Docs; None for one it says nothing of.

    What the whole article is like is weighed in.
    """
    kept: list[Suspicions] = [doc.user_data[KEY] for doc in docs if KEY in doc.user_data]
    if not kept:
        return (None,) * len(docs)
    around = iter(kept[0].around([one.gist for one in kept], [one.notes for one in kept]))
    return tuple(
        1 / (1 + np.exp(-doc.user_data[KEY].odds / TENTHS - next(around)))
        if KEY in doc.user_data
        else None
        for doc in docs
    )


def suspected_per_thousand(tables: Sequence[Confidences | None]) -> float:
    """How many faults the reader takes for likelier than not in 1,000 words of an article.

    A few words say little: some faults are counted in with them, as in an article that has its
    share, so that a single sentence is not let through for want of others.
    """
    found = words = 0
    for table in tables:
        if table is not None and len(table):
            likely = table > _LIKELY
            found += int(likely[0].sum() + (likely[1:] & ~likely[:-1]).sum())
            words += len(table)
    return 1000 * (found + _FAULTS) / (words + _WORDS)


def find_suspicions(
    doc: Doc, rule: str, confidence: Sequence[float], least: float
) -> tuple[Suspicion, ...]:
    """Runs of words that the reader suspects of what `rule` reports, with `least` confidence.

    `confidence` has one number for each token. Runs end with a sentence, and neither begin nor end
    with white space or a punctuation mark.
    """
    if max(confidence) < least:
        return ()
    found = []
    for sentence in doc.sents:
        first = None
        for i in range(sentence.start, sentence.end + 1):
            inside = i < sentence.end and confidence[i] >= least * _GOES_ON
            if inside and first is None:
                first = i
            elif not inside and first is not None:
                surest = max(confidence[first:i])
                if surest >= least and any(
                    token.is_alpha or token.like_num for token in doc[first:i]
                ):
                    found.append(_suspicion(doc, rule, first, i, surest))
                first = None
    return tuple(found)


def _suspicion(doc: Doc, rule: str, first: int, end: int, sure: float) -> Suspicion:
    while end - first > 1 and (doc[first].is_punct or doc[first].is_space):
        first += 1
    while end - first > 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    tokens = doc[first:end]
    return Suspicion(Span(tokens.start_char, tokens.end_char), rule, sure)
