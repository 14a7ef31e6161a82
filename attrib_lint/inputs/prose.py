"""Build prose from pieces of a file, recording for each piece where it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrib_lint.core.document import Block, BlockKind, Comment, Document, Link, Location
from attrib_lint.core.offsets import OffsetMap, Segment
from attrib_lint.core.span import Span
from attrib_lint.inputs.structure import Draft, Settled, settle

_BETWEEN_BLOCKS = "\n\n"


class ProseBuilder:
    """Prose in the making. Pieces go in between `open` and `close`; white space around a block is
    trimmed, and a block without text leaves no trace.
    """

    def __init__(self, source_text: str) -> None:
        self.source_text = source_text
        self.links: list[Link] = []
        self.comments: list[Comment] = []
        self.metadata: dict[str, str] = {}
        self._text: list[str] = []
        self._length = 0
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._kind: BlockKind | None = None
        self._pieces: list[tuple[str, int, int]] = []
        self._block_links: list[tuple[int, int, str]] = []

    def open(self, kind: BlockKind) -> None:
        """Begin a block, ending the one before."""
        self.close()
        self._kind = kind

    @property
    def is_open(self) -> bool:
        """Whether a block is being filled."""
        return self._kind is not None

    @property
    def ends_in_space(self) -> bool:
        """Whether the open block's text so far ends in white space."""
        return bool(self._pieces) and self._pieces[-1][0][-1:].isspace()

    def copy(self, start: int, end: int) -> None:
        """Add source characters as they are."""
        if start < end:
            self._pieces.append((self.source_text[start:end], start, end))

    def replace(self, start: int, end: int, text: str) -> None:
        """Add `text` in place of source characters: an entity, a line break."""
        self._pieces.append((text, start, end))

    def mark(self) -> int:
        """A place among the pieces of the open block, for `link`."""
        return len(self._pieces)

    def link(self, since: int, target: str) -> None:
        """Record that the pieces added since `mark` link to `target`."""
        if since < len(self._pieces):
            self._block_links.append((since, len(self._pieces), target))

    def space(self, start: int, end: int) -> None:
        """Add one space in place of source white space, unless the block has one there already."""
        if self._pieces and not self.ends_in_space:
            self._pieces.append((" ", start, end))

    def close(self) -> None:
        """End the open block and lay its pieces down."""
        kind, pieces, links = self._kind, self._pieces, self._block_links
        self._kind, self._pieces, self._block_links = None, [], []
        trimmed = _trimmed(pieces)
        if kind is None or not any(text for text, _, _ in trimmed):
            return
        if self._length:
            self._add_text(_BETWEEN_BLOCKS)
        start = self._length
        places = []
        for text, source_start, source_end in trimmed:
            places.append(self._length)
            self._lay(text, source_start, source_end)
        places.append(self._length)
        self._blocks.append(Block(Span(start, self._length), kind))
        for first, last, target in links:
            if places[first] < places[last]:
                self.links.append(Link(Span(places[first], places[last]), target))

    def _add_text(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)

    def _lay(self, text: str, start: int, end: int) -> None:
        if not text:
            return
        prose, source = Span(self._length, self._length + len(text)), Span(start, end)
        self._add_text(text)
        if self._segments and len(text) == end - start:
            last = self._segments[-1]
            if last.verbatim and last.prose.end == prose.start and last.source.end == start:
                self._segments[-1] = Segment(last.prose.cover(prose), last.source.cover(source))
                return
        self._segments.append(Segment(prose, source))

    def document(
        self,
        path: str,
        format_name: str,
        locations: Sequence[Location] = (),
        guess_headline: bool = False,
        is_article: bool = True,
    ) -> Document:
        """The finished document.

        In an article each block's kind is settled from its text and its neighbours.
        """
        self.close()
        text = "".join(self._text)
        drafts = [Draft(block.span.of(text), block.kind) for block in self._blocks]
        settled = (
            settle(drafts, guess_headline)
            if is_article
            else Settled([block.kind for block in self._blocks])
        )
        blocks = tuple(
            Block(block.span, kind) for block, kind in zip(self._blocks, settled.kinds, strict=True)
        )
        return Document(
            path=path,
            source_text=self.source_text,
            text=text,
            offsets=OffsetMap(tuple(self._segments), len(self.source_text)),
            blocks=blocks,
            links=tuple(sorted(self.links, key=lambda link: link.span)),
            metadata={**settled.metadata, **self.metadata, **_label(settled, self.metadata)},
            comments=tuple(self.comments),
            locations=tuple(locations),
            format=format_name,
        )


def _label(settled: Settled, stated: Mapping[str, str]) -> dict[str, str]:
    """The genre that an article's own label gives; a page's section ("Politics") tells less."""
    label = settled.metadata.get("genre")
    return {"genre": label} if label and stated.get("genre", "").lower() != "news" else {}


def _trimmed(pieces: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The pieces without white space at either end of the block; their number is unchanged."""
    pieces = list(pieces)
    for i, (text, start, end) in enumerate(pieces):
        kept = text.lstrip()
        if kept:
            cut = len(text) - len(kept)
            pieces[i] = (kept, start + cut if len(text) == end - start else start, end)
            break
        pieces[i] = ("", start, end)
    for i in range(len(pieces) - 1, -1, -1):
        text, start, end = pieces[i]
        kept = text.rstrip()
        if kept:
            cut = len(text) - len(kept)
            pieces[i] = (kept, start, end - cut if len(text) == end - start else end)
            break
        pieces[i] = ("", start, end)
    return pieces
