"""Finds proper names and gives each the fullest form that the document has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.facts import NameMention

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_names(docs: tuple[tuple[Doc, int], ...]) -> tuple[NameMention, ...]:
    """Every proper name in the blocks (each with its prose offset), in reading order."""
    return ()
