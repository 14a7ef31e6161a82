"""A text as the engine sees it: prose, its blocks, and the way back to the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from attrib_lint.core.offsets import OffsetMap
from attrib_lint.core.span import Span

BlockKind = Literal[
    "headline",
    "standfirst",
    "byline",
    "heading",
    "paragraph",
    "caption",
    "list",
    "blockquote",
    "table",
    "boilerplate",
]
READ_KINDS: frozenset[BlockKind] = frozenset(
    {"headline", "standfirst", "heading", "paragraph", "caption", "list", "blockquote"}
)


class Block(Struct, frozen=True):
    """One headline, paragraph, list item ...: the unit that is parsed. `span` indexes the prose."""

    span: Span
    kind: BlockKind

    @property
    def is_read(self) -> bool:
        """Whether this block is linted; bylines, tables and boilerplate are masked."""
        return self.kind in READ_KINDS


class Link(Struct, frozen=True):
    """Prose that links somewhere. `span` indexes the prose."""

    span: Span
    target: str


class Comment(Struct, frozen=True):
    """An editor's comment that may hold a suppression. `span` indexes the source text.

    `text` is what stands between the comment marks.
    """

    span: Span
    text: str


class Location(Struct, frozen=True):
    """A part of a file that has no lines: "paragraph 4", "cell 2". `span` indexes `source_text`."""

    span: Span
    name: str


class Document(Struct, frozen=True):
    """One article.

    `source_text` is the decoded file; `text` the prose read from it; `offsets` leads from prose to
    source. `blocks` are disjoint and in reading order. `metadata` holds what front matter or HTML
    states (title, date, author, outlet, genre, ...), as text, keys in lower case. `locations` is
    empty for files with lines.
    """

    path: str
    source_text: str
    text: str
    offsets: OffsetMap
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    locations: tuple[Location, ...] = ()
    format: str = "plain"
