"""Cut blocks that no paragraph of prose reaches: a file without line breaks stays cheap."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from attrib_lint.core.document import Block, Document
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span

LONGEST = 6_000
"""Code points. Reading attribution compares the sentences of a block; this bounds its cost."""
_STOP = lazy_regex(r"[.!?][\"'”’)]*\s+")


def cut_long_blocks(document: Document) -> Document:
    """The document with every block of at most 6,000 code points.

    A longer one is cut after the last full stop that fits, or else at a space.
    """
    if all(len(block.span) <= LONGEST for block in document.blocks):
        return document
    blocks = tuple(part for block in document.blocks for part in _parts(block, document.text))
    return replace(document, blocks=blocks)


def _parts(block: Block, text: str) -> Iterator[Block]:
    start, end = block.span.start, block.span.end
    while end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        stop = start + len(text[start:cut].rstrip())
        if stop > start:
            yield replace(block, span=Span(start, stop))
        start = cut
    yield replace(block, span=Span(start, end))


def _cut(text: str, start: int, limit: int) -> int:
    """Where to end a part that begins at `start`: after a sentence, a word, or at the limit."""
    stops = [match.end() for match in _STOP.finditer(text, start + LONGEST // 2, limit)]
    if stops:
        return stops[-1]
    space = text.rfind(" ", start, limit)
    return space + 1 if space > start else limit
