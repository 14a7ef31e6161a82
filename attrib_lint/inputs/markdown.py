"""Read Markdown and MDX: tree-sitter gives the exact bytes of every piece of markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.core.document import BlockKind, Comment, Document
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.inputs.bytemap import ByteMap
from attrib_lint.inputs.frontmatter import read_front_matter
from attrib_lint.inputs.markdown_inline import InlineReader, label_of
from attrib_lint.inputs.prose import ProseBuilder

if TYPE_CHECKING:
    from tree_sitter import Node

_COMMENT = lazy_regex(r"<!--(.*?)(?:-->|\Z)|\{/\*(.*?)(?:\*/\}|\Z)", re.DOTALL)
_FOOTNOTE = lazy_regex(r"\[\^[^\]\s]+\]:[ \t]*")
_MODULE_LINE = lazy_regex(r"(?:import|export)\b[^\r\n]*(?:from\b|=|\{)[^\r\n]*")
_CONTAINERS = {"document", "section", "block_quote", "list", "list_item"}
_HEADINGS = {"atx_heading", "setext_heading"}


def read(path: str, source_text: str) -> Document:
    """A Markdown article.

    The headline is the title of the front matter, else the first first-level heading. Code, raw
    HTML, comments and directives are left out; tables are kept but not read.
    """
    front = read_front_matter(path, source_text)
    builder = ProseBuilder(source_text)
    builder.metadata.update(front.metadata)
    if front.title:
        builder.open("headline")
        for start, end, text in front.title:
            if text is None:
                builder.copy(start, end)
            else:
                builder.replace(start, end, text)
        builder.close()
    reader = MarkdownReader(builder, front.metadata.get("title") if front.title else None)
    reader.read(front.end, len(source_text))
    return builder.document(path, "markdown")


class MarkdownReader:
    """Reads stretches of Markdown into a builder: a file's body, the cells of a notebook.

    `title` is the headline where it is known already.
    """

    def __init__(self, builder: ProseBuilder, title: str | None = None) -> None:
        from tree_sitter import Language, Parser
        from tree_sitter_markdown import language

        self.builder = builder
        self.title = " ".join(title.split()) if title else None
        self.has_headline = title is not None
        self.parser = Parser(Language(language()))
        self.inline: InlineReader | None = None
        self.start = 0
        self.bytes = ByteMap("")

    def read(self, start: int, end: int) -> None:
        """Add the blocks between two offsets of the builder's source text."""
        self.start = start
        self.bytes = ByteMap(self.builder.source_text[start:end])
        root = self.parser.parse(self.bytes.data).root_node
        definitions: dict[str, str] = {}
        leaves: list[tuple[Node, BlockKind]] = []
        stack: list[tuple[Node, BlockKind]] = [(root, "paragraph")]
        while stack:
            node, kind = stack.pop()
            if node.type == "link_reference_definition":
                self._define(node, definitions)
            elif node.type in _CONTAINERS:
                inside = self._inside(node, kind)
                stack.extend((child, inside) for child in reversed(node.children))
            else:
                leaves.append((node, kind))
        self.inline = InlineReader(self.builder, self.bytes, self.start, definitions)
        for node, kind in leaves:
            self._read_leaf(node, kind)

    def _inside(self, node: Node, kind: BlockKind) -> BlockKind:
        if node.type == "block_quote":
            return "blockquote"
        return "list" if node.type == "list_item" and kind == "paragraph" else kind

    def _text(self, node: Node) -> str:
        return self.bytes.data[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def _define(self, node: Node, definitions: dict[str, str]) -> None:
        label = target = ""
        for child in node.children:
            if child.type == "link_label":
                label = self._text(child)[1:-1]
            elif child.type == "link_destination":
                target = self._text(child).strip("<>")
        definitions.setdefault(label_of(label), target)

    def _read_leaf(self, node: Node, kind: BlockKind) -> None:
        if node.type == "paragraph":
            self._read_inline(node, kind)
        elif node.type in _HEADINGS:
            self._read_heading(node)
        elif node.type == "pipe_table":
            self._read_table(node)
        elif node.type == "html_block":
            self._read_comments(node)

    def _read_heading(self, node: Node) -> None:
        first = any("h1" in child.type for child in node.children)
        holder = next((child for child in node.children if child.type == "paragraph"), node)
        kind: BlockKind = "heading"
        if first and not self.has_headline:
            kind, self.has_headline = "headline", True
        elif first and self.title is not None and self._plain(holder) == self.title:
            return
        self._read_inline(holder, kind)

    def _plain(self, node: Node) -> str:
        text = " ".join(self._text(c) for c in node.children if c.type == "inline")
        return " ".join(re.sub(r"[*_`\\]", "", text).split())

    def _read_inline(self, node: Node, kind: BlockKind) -> None:
        assert self.inline is not None
        inline = next((child for child in node.children if child.type == "inline"), None)
        if inline is None:
            return
        text = self._text(inline)
        if _MODULE_LINE.fullmatch(text):
            return
        note = _FOOTNOTE.match(text)
        self.builder.open("list" if note else kind)
        skip = len(note[0].encode()) if note else 0
        self.inline.read(inline, skip)
        self.builder.close()

    def _read_table(self, node: Node) -> None:
        start, end = self._span(node.start_byte, node.end_byte)
        self.builder.open("table")
        self.builder.copy(start, end)
        self.builder.close()

    def _read_comments(self, node: Node) -> None:
        start, end = self._span(node.start_byte, node.end_byte)
        for found in _COMMENT.finditer(self.builder.source_text, start, end):
            span = Span(found.start(), found.end())
            self.builder.comments.append(Comment(span, found[1] or found[2] or ""))

    def _span(self, start_byte: int, end_byte: int) -> tuple[int, int]:
        at = self.start
        return at + self.bytes.code_point(start_byte), at + self.bytes.code_point(end_byte)
