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

_USUAL = 0.015
"""Suspicions to the token at which an article says nothing of any one of them."""
_FIRM = 150
"""Tokens with as many suspicions as usual that are added to an article: one alone tells little."""
_WEIGHT = 1.0

Confidences = npt.NDArray[np.float64]
"""A row for each token, a column for each rule that the reader has learnt; 1 is certainty."""


def learnt_rules(docs: Sequence[Doc]) -> tuple[str, ...]:
    """The rules whose faults the reader of these Docs can suspect."""
    return next((doc.user_data[KEY].rules for doc in docs if KEY in doc.user_data), ())


def confidences(docs: Sequence[Doc]) -> tuple[Confidences | None, ...]:
    """How sure the reader is of every token of an article's Docs; None for one it says nothing of.

    What the whole article is like is weighed in, and how much else in it is suspected.
    """
    kept: list[Suspicions] = [doc.user_data[KEY] for doc in docs if KEY in doc.user_data]
    if not kept:
        return (None,) * len(docs)
    priors = kept[0].priors([one.gist for one in kept])
    odds = [one.odds / TENTHS + prior for one, prior in zip(kept, priors, strict=True)]
    company = _company(odds)
    sure = iter([1 / (1 + np.exp(-own - company)) for own in odds])
    return tuple(next(sure) if KEY in doc.user_data else None for doc in docs)


def _company(odds: Sequence[Confidences]) -> float:
    """What to add to the log-odds of every suspicion of an article for the number of them.

    Faults come together: a careless piece has ten times as many as a newspaper's page.
    """
    found = 0
    for own in odds:
        likely = own > 0
        found += int(likely[0].sum() + (likely[1:] & ~likely[:-1]).sum()) if len(own) else 0
    words = sum(map(len, odds))
    often = (found + _USUAL * _FIRM) / (words + _FIRM)
    return _WEIGHT * float(np.log(often / _USUAL))


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
