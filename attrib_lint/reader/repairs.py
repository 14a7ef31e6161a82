"""Small, certain corrections of the parse."""

from __future__ import annotations

from spacy.tokens import Doc


def repair(doc: Doc) -> None:
    """Apply every repair in place."""
