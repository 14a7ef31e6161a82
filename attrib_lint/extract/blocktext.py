"""One block as the reading of attribution sees it: its syntax beside its quotations."""

from __future__ import annotations

from dataclasses import dataclass

from attrib_lint.core.facts import Quote
from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import Syntax


@dataclass(frozen=True, slots=True)
class BlockText:
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
        return self.syntax.span(first, stop).shift(self.start)


def block_text(
    syntax: Syntax, start: int, kind: str, quotes: list[Quote], sentence: int
) -> BlockText:
    """A block with its tokens numbered by quotation."""
    numbers = [-1] * len(syntax)
    i = 0
    for number, quote in enumerate(quotes):
        if quote.depth or not quote.inner:
            continue
        first, stop = quote.span.start - start, quote.span.end - start
        while i < len(numbers) and syntax.end[i] <= first:
            i += 1
        j = i
        while j < len(numbers) and syntax.start[j] < stop:
            numbers[j] = number
            j += 1
    return BlockText(syntax, start, kind, quotes, numbers, sentence)
