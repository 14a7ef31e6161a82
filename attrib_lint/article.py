"""One article with its facts, each computed once, on first use; all spans index the prose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.core.document import Block, Document
from attrib_lint.core.facts import (
    Attribution,
    Claim,
    DateMention,
    Hedge,
    NameMention,
    Quantity,
    Quote,
    Source,
    Suspicion,
)
from attrib_lint.core.span import Span
from attrib_lint.extract.attributions import Reading, read_attributions
from attrib_lint.extract.claims import find_claims
from attrib_lint.extract.dates import find_dates
from attrib_lint.extract.hedges import find_hedges, with_writers
from attrib_lint.extract.names import find_names
from attrib_lint.extract.quantities import find_quantities
from attrib_lint.extract.quotes import find_quotes
from attrib_lint.extract.shift import shifted
from attrib_lint.extract.suspicions import (
    Confidences,
    confidences,
    find_suspicions,
    learnt_rules,
    suspected_per_thousand,
)
from attrib_lint.extract.syntax import syntax_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

Fact = TypeVar("Fact")
LONGEST = 60_000
"""Code points of prose read as one article: some 10,000 words, more than news prints."""


class ParsedBlock(Struct, frozen=True):
    """A block that is read, and its parse. `doc.text` is the block's prose."""

    block: Block
    doc: Doc
    index: int

    @property
    def start(self) -> int:
        """Prose offset of the block: add it to a spaCy `idx`."""
        return self.block.span.start

    def span(self, tokens: Token | TokenSpan) -> Span:
        """The prose span of a token or a spaCy span of this block."""
        if hasattr(tokens, "idx"):
            start = self.start + tokens.idx
            return Span(start, start + len(tokens.text))
        return Span(self.start + tokens.start_char, self.start + tokens.end_char)

    def tokens(self, prose_span: Span) -> TokenSpan | None:
        """The spaCy span that touches `prose_span`, or None outside this block."""
        numbers = self.token_range(prose_span)
        return self.doc[numbers.start : numbers.stop] if numbers is not None else None

    def token_range(self, prose_span: Span) -> range | None:
        """The numbers of the tokens that touch `prose_span`, or None outside this block."""
        start = max(0, prose_span.start - self.start)
        end = prose_span.end - self.start
        if end <= 0 or start >= len(self.block.span):
            return None
        arrays = syntax_of(self.doc)
        first = bisect_right(arrays.end, start)
        stop = bisect_left(arrays.start, end)
        return range(first, stop) if first < stop else None


class Article:
    """A document, its parsed blocks and its facts.

    `parsed` holds the blocks that are read (no byline, table, boilerplate), in reading order.
    """

    def __init__(self, document: Document, docs: tuple[Doc, ...]) -> None:
        read = [block for block in document.blocks if block.is_read]
        if len(read) != len(docs):
            raise ValueError(f"{len(docs)} parses for {len(read)} blocks")
        self.document = document
        self.text = document.text
        self.parsed = tuple(
            ParsedBlock(block, doc, i)
            for i, (block, doc) in enumerate(zip(read, docs, strict=True))
        )
        self._starts = [parsed.start for parsed in self.parsed]
        self._kept: dict[str, object] = {}

    @cached_property
    def headline(self) -> ParsedBlock | None:
        """The headline block, if there is one."""
        return next((p for p in self.parsed if p.block.kind == "headline"), None)

    @cached_property
    def body(self) -> tuple[ParsedBlock, ...]:
        """Everything read but the headline, the standfirst and section headings."""
        apart = ("headline", "standfirst", "heading")
        return tuple(p for p in self.parsed if p.block.kind not in apart)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quotation, with its speaker where one is found."""
        return self._reading.quotes

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says what, in reading order of the cue."""
        return self._reading.attributions

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every mention of a source in reading order; mentions of one source share `id`."""
        return self._reading.sources

    @cached_property
    def hedges(self) -> tuple[Hedge, ...]:
        """Every hedge, in reading order; `writer` is false inside what a source says."""
        return with_writers(self._per_block(find_hedges), self.attributions)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every number with a unit or a noun, in reading order."""
        return self._per_block(find_quantities)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Every date, in reading order."""
        return self._per_block(find_dates)

    @cached_property
    def names(self) -> tuple[NameMention, ...]:
        """Every proper name, in reading order, `name` being the fullest form in the document."""
        return find_names(tuple((p.doc, p.start) for p in self.parsed))

    @cached_property
    def _name_ends(self) -> list[int]:
        return [name.span.end for name in self.names]

    def names_at(self, prose_span: Span) -> tuple[NameMention, ...]:
        """The names that share at least one code point with a prose span."""
        first = stop = bisect_right(self._name_ends, prose_span.start)
        while stop < len(self.names) and self.names[stop].span.start < prose_span.end:
            stop += 1
        return self.names[first:stop]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every finite clause that asserts something, with who is credited and its hedges."""
        return find_claims(self.parsed, self.attributions, self.hedges, self.quantities)

    def suspicions(self, rule: str, least: float) -> tuple[Suspicion, ...]:
        """Where the reader suspects what `rule` reports, with at least this confidence."""
        if rule not in self.learnt_rules:
            return ()
        number = self.learnt_rules.index(rule)
        return tuple(
            shifted(found, parsed.start)
            for parsed, table in zip(self.parsed, self._confidences, strict=True)
            if table is not None
            for found in find_suspicions(parsed.doc, rule, table[:, number].tolist(), least)
        )

    @cached_property
    def learnt_rules(self) -> tuple[str, ...]:
        """The rules whose faults the reader can suspect."""
        return learnt_rules([parsed.doc for parsed in self.parsed])

    def confidence(self, rule: str, span: Span) -> float:
        """How sure the reader is that words in `span` are what `rule` reports: 0 to 1."""
        parsed = self.block_at(span.start)
        tokens = parsed.token_range(span) if parsed is not None else None
        table = self._confidences[parsed.index] if parsed is not None else None
        if table is None or not tokens or rule not in self.learnt_rules:
            return 0.0
        column = table[tokens.start : tokens.stop, self.learnt_rules.index(rule)]
        return float(column.max())

    @cached_property
    def word_count(self) -> int:
        """How many words the read blocks have, marks of punctuation among them."""
        return sum(len(parsed.doc) for parsed in self.parsed)

    @cached_property
    def suspected_per_thousand(self) -> float:
        """How many faults the reader suspects in 1,000 words: some 4 in a newspaper, 30 in a
        careless report."""
        return suspected_per_thousand(self._confidences)

    @cached_property
    def _confidences(self) -> tuple[Confidences | None, ...]:
        return confidences([parsed.doc for parsed in self.parsed])

    @cached_property
    def _reading(self) -> Reading:
        quotes = find_quotes(self.text, self.document.blocks)
        return read_attributions(self.parsed, quotes, self.names)

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What the layers above have worked out about this article once, by their own keys."""
        return {}

    def _per_block(self, find: Callable[[Doc], tuple[Fact, ...]]) -> tuple[Fact, ...]:
        return tuple(shifted(fact, p.start) for p in self.parsed for fact in find(p.doc))

    def memo(self, key: str, make: Callable[[Article], Fact]) -> Fact:
        """What `make` gives for this article, computed once under `key`."""
        if key not in self._kept:
            self._kept[key] = make(self)
        return cast(Fact, self._kept[key])

    def parts(self) -> tuple[Article, ...]:
        """The article itself; one longer than any article in stretches, on block boundaries.

        Facts and rules compare mentions with mentions: this keeps a file of any size linear.
        """
        if len(self.text) <= LONGEST:
            return (self,)
        stretches: dict[int, list[ParsedBlock]] = {}
        for parsed in self.parsed:
            stretches.setdefault(parsed.start // LONGEST, []).append(parsed)
        return tuple(
            Article(
                replace(self.document, blocks=tuple(p.block for p in stretch)),
                tuple(p.doc for p in stretch),
            )
            for stretch in stretches.values()
        )

    def block_at(self, offset: int) -> ParsedBlock | None:
        """The read block that holds a prose offset."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and offset < self.parsed[i].block.span.end:
            return self.parsed[i]
        return None

    @cached_property
    def sentence_spans(self) -> list[Span]:
        """The prose spans of every sentence, in reading order."""
        found: list[Span] = []
        for parsed in self.parsed:
            syntax = syntax_of(parsed.doc)
            start = parsed.start
            found += [syntax.span(*bounds, start) for bounds in syntax.sent_spans]
        return found

    def sentence_at(self, offset: int) -> Span:
        """The prose span of the sentence around an offset (the offset itself outside any block)."""
        parsed = self.block_at(offset)
        if parsed is not None:
            syntax = syntax_of(parsed.doc)
            number = bisect_right(syntax.sent_ends, offset - parsed.start)
            if number < len(syntax.sent_ends):
                return syntax.span(*syntax.sent_spans[number], parsed.start)
        return Span(offset, offset)

    def tokens(self, prose_span: Span) -> TokenSpan | None:
        """The spaCy span under a prose span that lies in one block."""
        parsed = self.block_at(prose_span.start)
        return parsed.tokens(prose_span) if parsed else None

    def sentences(self) -> Iterator[tuple[ParsedBlock, TokenSpan]]:
        """Every sentence with its block, in reading order."""
        for parsed in self.parsed:
            for sentence in parsed.doc.sents:
                yield parsed, sentence
