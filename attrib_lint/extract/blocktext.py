"""One block as the reading of attribution sees it: its syntax beside its quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec import Struct

from attrib_lint.core.facts import Quote
from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import Syntax


class BlockText(Struct, frozen=True):
    """`quotes` are the block's own, in prose offsets; `quote_of` gives each token the number of the
    outermost quotation around it, -1 outside. `start` is the block's prose offset, `sentence` the
    number of its first sentence in the document.
    """

    syntax: Syntax
    start: int
    kind: str
    quotes: list[Quote]
    quote_of: list[int]
    sentence: int

    def span(self, first: int, stop: int) -> Span:
        """The prose span of the tokens first .. stop - 1."""
        return self.syntax.span(first, stop, self.start)


def block_text(
    syntax: Syntax, start: int, kind: str, quotes: list[Quote], sentence: int
) -> BlockText:
    """A block with its tokens numbered by quotation."""
    numbers = [-1] * len(syntax)
    for number, quote in enumerate(quotes):
        if quote.depth or not quote.inner:
            continue
        first = bisect_right(syntax.end, quote.span.start - start)
        stop = bisect_left(syntax.start, quote.span.end - start)
        numbers[first:stop] = [number] * max(0, stop - first)
    return BlockText(syntax, start, kind, quotes, numbers, sentence)
