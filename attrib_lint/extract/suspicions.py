"""What the reader suspects in a parsed block: runs of words, and how sure it is of any words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.facts import Suspicion
from attrib_lint.core.span import Span
from attrib_lint.reader.suspicions import KEY, Suspicions

if TYPE_CHECKING:
    from spacy.tokens import Doc

_GOES_ON = 0.3
"""Words belong to a suspicion while they have this share of the confidence asked for."""


def find_suspicions(doc: Doc, rule: str, least: float) -> tuple[Suspicion, ...]:
    """Runs of words that the reader suspects of what `rule` reports, with `least` confidence.

    Runs end with a sentence, and neither begin nor end with white space or a punctuation mark.
    """
    column = _column(doc, rule)
    if not column or max(column) < least:
        return ()
    found = []
    for sentence in doc.sents:
        first = None
        for i in range(sentence.start, sentence.end + 1):
            inside = i < sentence.end and column[i] >= least * _GOES_ON
            if inside and first is None:
                first = i
            elif not inside and first is not None:
                if max(column[first:i]) >= least:
                    found.append(_suspicion(doc, rule, first, i, max(column[first:i])))
                first = None
    return tuple(found)


def learnt_rules(doc: Doc) -> tuple[str, ...]:
    """The rules whose faults the reader of this Doc can suspect."""
    kept: Suspicions | None = doc.user_data.get(KEY)
    return kept.rules if kept is not None else ()


def confidence(doc: Doc, rule: str, tokens: range) -> float:
    """How sure the reader is that some of these tokens are what `rule` reports: 0 to 1."""
    kept: Suspicions | None = doc.user_data.get(KEY)
    if kept is None or rule not in kept.rules or not tokens:
        return 0.0
    column = kept.confidences[tokens.start : tokens.stop, kept.rules.index(rule)]
    return float(column.max()) / 255


def _column(doc: Doc, rule: str) -> list[float]:
    kept: Suspicions | None = doc.user_data.get(KEY)
    if kept is None or rule not in kept.rules:
        return []
    column = kept.confidences[:, kept.rules.index(rule)]
    return (column / 255).tolist() if column.any() else [0.0] * len(column)


def _suspicion(doc: Doc, rule: str, first: int, end: int, sure: float) -> Suspicion:
    while end - first > 1 and (doc[first].is_punct or doc[first].is_space):
        first += 1
    while end - first > 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    tokens = doc[first:end]
    return Suspicion(Span(tokens.start_char, tokens.end_char), rule, sure)
