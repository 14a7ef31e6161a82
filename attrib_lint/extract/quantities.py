"""Finds quantities in a parsed block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.facts import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """Every one, in reading order; spans index the block."""
    return ()
