"""Finds hedges in a parsed block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.facts import Hedge

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_hedges(doc: Doc) -> tuple[Hedge, ...]:
    """Every one, in reading order; spans index the block."""
    return ()
