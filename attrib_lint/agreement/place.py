"""Where a figure or a date stands: its words, and the sentence around them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from attrib_lint.extract.syntax import Syntax


class Place(Struct, frozen=True):
    """Tokens `first` .. `stop - 1` of a block, their root, and the sentence's token range."""

    syntax: Syntax
    first: int
    stop: int
    root: int
    sentence: tuple[int, int]

    @classmethod
    def of(cls, syntax: Syntax, first: int, stop: int) -> Place:
        """The place of some tokens; the sentence is that of the first."""
        sentence = syntax.sent_spans[syntax.sent[first]]
        return cls(syntax, first, stop, syntax.root_of(first, stop), sentence)

    def before(self, count: int) -> list[str]:
        """The words right before it in lower case, in reading order."""
        return self.syntax.low[max(0, self.first - count) : self.first]

    def after(self, count: int) -> list[str]:
        """The words right after it in lower case."""
        return self.syntax.low[self.stop : self.stop + count]

    def lemmas(self, tokens: Iterable[int]) -> list[str]:
        """The lemmas of some tokens of the block."""
        return [self.syntax.lemma[i] for i in tokens]

    @property
    def text(self) -> str:
        """The words as written."""
        return self.syntax.span(self.first, self.stop).of(self.syntax.text)

    @property
    def low(self) -> list[str]:
        """The words in lower case."""
        return self.syntax.low[self.first : self.stop]
