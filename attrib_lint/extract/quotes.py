"""Finds quotations by their marks alone."""

from __future__ import annotations

from attrib_lint.core.document import Block
from attrib_lint.core.facts import Quote


def find_quotes(text: str, blocks: tuple[Block, ...]) -> tuple[Quote, ...]:
    """Every quotation in the blocks that are read; spans index the prose."""
    return ()
