"""What a figure covers: a whole or a part, now or at another time, the first few or all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.extract.dates import dates_in
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token


_RELATIVE = re.compile(
    r"\b(?:last|next|previous|this|earlier this|coming)\s+(?:week|month|year|quarter|season|night"
    r"|spring|summer|fall|autumn|winter|decade|time|election|cycle)\b",
    re.IGNORECASE,
)


def times_in(sentence: str) -> frozenset[str]:
    dated = {m.value for m in dates_in(sentence) if m.value != "XXXX-XX-XX"}
    return frozenset(dated | {m.group().lower() for m in _RELATIVE.finditer(sentence)})


def is_part(tokens: TokenSpan, phrase: TokenSpan | None) -> bool:
    """Whether a figure is part of a whole, an addition to one, or one of a list."""
    doc = tokens.doc
    before = [t.lower_ for t in doc[max(0, tokens.start - 4) : tokens.start]]
    after = [t.lower_ for t in doc[tokens.end : tokens.end + 3]]
    inside = [t.lower_ for t in (phrase if phrase is not None else tokens)]
    if tokens[0].lower_ not in ("more", "over") and set(inside[1:]) & {
        "more",
        "other",
        "others",
        "additional",
        "further",
        "extra",
        "new",
    }:
        return True
    if "$" in tokens.text or "£" in tokens.text or "€" in tokens.text:
        return bool(set(before) & {"another", "additional", "further", "remaining", "extra"})
    if after[:1] == ["more"] or after[:2] in (
        ["of", "them"],
        ["of", "whom"],
        ["of", "those"],
        ["of", "which"],
        ["of", "these"],
        ["of", "the"],
    ):
        return not tokens.text.endswith("%") and "percent" not in tokens.text
    return bool(
        set(before)
        & {
            "another",
            "other",
            "including",
            "remaining",
            "further",
            "additional",
            "extra",
            "plus",
            "next",
        }
    )


def is_ranked(tokens: TokenSpan) -> bool:
    """ "the first two states", "the last five months", "the top 10"."""
    before = [t.lower_ for t in tokens.doc[max(0, tokens.start - 2) : tokens.start]]
    return bool(set(before[-1:]) & {"first", "last", "top", "final", "past", "next", "previous"})


def is_definite(tokens: TokenSpan) -> bool:
    before = [t.lower_ for t in tokens.doc[max(0, tokens.start - 2) : tokens.start]]
    return (
        bool(set(before) & {"the", "these", "those", "all", "his", "her", "their", "its"})
        or tokens[0].lower_ == "all"
    )


def is_shifted(clause: list[Token]) -> bool:
    return any(t.lower_ in words("measured_events", "time_shift.words") for t in clause)


def is_compound(tokens: TokenSpan) -> bool:
    """ "800-page", "20-yard": a figure joined to its noun by a hyphen."""
    doc, end = tokens.doc, tokens.end
    return "-" in tokens.text.strip("-") or (end < len(doc) and doc[end].text in ("-", "‑"))
