"""Read the inline markup of one Markdown block: emphasis, links, code, entities, comments."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from attrib_lint.core.document import Comment
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.inputs.bytemap import ByteMap
from attrib_lint.inputs.prose import ProseBuilder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

MAX_MARKS = 1500
_MARKUP = lazy_regex(rb"[*_`\[\]<&\\~!$]")
_FORMULA = lazy_regex(  # as Pandoc reads it: "$5 and $7" are sums of money
    rb"\$\$[^$]+\$\$|(?<![\\$])\$(?=[^\s$])(?:[^$\\]|\\.)*?(?<=[^\s\\])\$(?![\d$])"
)
_BREAK = lazy_regex(r"[ \t]*\\?(\r\n|\r|\n)[ \t]*")
_SKIPPED = lazy_regex(
    r"\{\{[^{}]*\}\}|\{%[^{}%]*%\}|\{/\*[^*]*\*/\}|^[ \t]*(?::{3,}|!{3})[^\r\n]*", re.MULTILINE
)
_MARKERS = {"emphasis_delimiter", "code_span_delimiter", "html_tag", "image", "latex_block"}
_LINKS = {"inline_link", "full_reference_link", "collapsed_reference_link", "shortcut_link"}
_CODE_STANDS_AS = "code"


def label_of(text: str) -> str:
    """A link label as definitions are looked up: case and white space do not count."""
    return " ".join(text.split()).casefold()


class InlineReader:
    """Reads the `inline` nodes of one block tree into a builder."""

    def __init__(
        self, builder: ProseBuilder, data: ByteMap, start: int, definitions: Mapping[str, str]
    ) -> None:
        from tree_sitter import Language, Parser
        from tree_sitter_markdown import inline_language

        self.builder = builder
        self.bytes = data
        self.start = start
        self.definitions = definitions
        self.parser = Parser(Language(inline_language()))
        self.base = 0

    def read(self, inline: Node, skip: int) -> None:
        """Add the text of a block's `inline` node, after its first `skip` bytes, to the open block.

        Text with very much markup is taken as it stands: the grammar needs quadratic time for it.
        """
        self.base = inline.start_byte + skip
        raw = bytearray(self.bytes.data[self.base : inline.end_byte])
        self.continuations: dict[int, int] = {}
        for child in inline.children if b"\n" in raw or b"\r" in raw else ():
            if child.type == "block_continuation" and child.start_byte >= self.base:
                at, end = child.start_byte - self.base, child.end_byte - self.base
                raw[at:end] = b" " * (end - at)
                self.continuations[self._outer(child.start_byte)] = self._outer(child.end_byte)
        marks = len(_MARKUP.findall(raw))
        if not marks or marks > MAX_MARKS:
            self._plain(0, len(raw))
            return
        data = bytes(raw)
        self._walk(self.parser.parse(_without_sums(data)).root_node, data)

    def _walk(self, root: Node, data: bytes) -> None:
        """Every child in order; what lies between children is text. Without recursion."""
        stack: list[tuple[str, Node | None, int, int]] = [("node", root, 0, len(data))]
        while stack:
            action, node, start, end = stack.pop()
            if action == "text":
                self._plain(start, end)
            elif action == "link":
                assert node is not None
                self.builder.link(start, self._target(node, data))
            elif node is not None:
                self._node(node, start, end, data, stack)

    def _node(
        self,
        node: Node,
        start: int,
        end: int,
        data: bytes,
        stack: list[tuple[str, Node | None, int, int]],
    ) -> None:
        kind = node.type
        if kind in _MARKERS:
            self._comment(node, data)
        elif kind in ("entity_reference", "numeric_character_reference"):
            raw = data[start:end].decode()
            value = html.unescape(raw)
            self._replace(start, end, value if value != raw else raw)
        elif kind == "backslash_escape":
            self._plain(start + 1, end)
        elif kind == "hard_line_break":
            self._space(start, end)
        elif kind == "code_span":
            self._replace(start, end, _CODE_STANDS_AS)
        elif kind == "strikethrough":
            return
        elif kind in ("uri_autolink", "email_autolink"):
            since = self.builder.mark()
            self._plain(start + 1, end - 1)
            self.builder.link(since, data[start + 1 : end - 1].decode("utf-8", "replace"))
        elif kind in _LINKS:
            self._link(node, start, end, data, stack)
        else:
            _push_children(node, start, end, stack)

    def _link(
        self,
        node: Node,
        start: int,
        end: int,
        data: bytes,
        stack: list[tuple[str, Node | None, int, int]],
    ) -> None:
        text = next((child for child in node.children if child.type == "link_text"), None)
        if text is None:
            return
        if node.type != "inline_link":
            if data[text.start_byte : text.start_byte + 1] == b"^":
                return
            if self._target(node, data) == "":
                _push_children(node, start, end, stack)
                return
        stack.append(("link", node, self.builder.mark(), 0))
        _push_children(text, text.start_byte, text.end_byte, stack)

    def _target(self, node: Node, data: bytes) -> str:
        """Where a link leads; "" for a reference that the file does not define."""
        found = {child.type: data[child.start_byte : child.end_byte] for child in node.children}
        if node.type == "inline_link":
            return found.get("link_destination", b"").decode("utf-8", "replace").strip("<>")
        label = found.get("link_label", b"")[1:-1] or found.get("link_text", b"")
        return self.definitions.get(label_of(label.decode("utf-8", "replace")), "")

    def _comment(self, node: Node, data: bytes) -> None:
        raw = data[node.start_byte : node.end_byte]
        if raw.startswith(b"<!--"):
            start, end = self._span(node.start_byte, node.end_byte)
            text = self.builder.source_text[start:end].removeprefix("<!--").removesuffix("-->")
            self.builder.comments.append(Comment(Span(start, end), text))

    def _plain(self, start: int, end: int) -> None:
        """Text between markup: line breaks become spaces, shortcodes are left out."""
        at, stop = self._span(start, end)
        text = self.builder.source_text
        skipped = [found.span() for found in _SKIPPED.finditer(text, at, stop)]
        for left, right in skipped:
            if text.startswith("{/*", left):
                comment = Comment(Span(left, right), text[left + 3 : right - 3])
                self.builder.comments.append(comment)
        for left, right in [*skipped, (stop, stop)]:
            if left > at:
                self._lines(at, left)
            at = max(at, right)

    def _lines(self, start: int, end: int) -> None:
        text = self.builder.source_text
        at = start
        while at < end and text[at] == " " and self.builder.ends_in_space:
            at += 1
        broken = "\n" in text[at:end] or "\r" in text[at:end]
        for found in _BREAK.finditer(text, at, end) if broken else ():
            self.builder.copy(at, found.start())
            after = min(end, max(found.end(), self.continuations.get(found.end(1), 0)))
            while after < end and text[after] in " \t":
                after += 1
            self.builder.space(found.start(), after)
            at = max(at, after)
        self.builder.copy(at, end)

    def _outer(self, byte: int) -> int:
        return self.start + self.bytes.code_point(byte)

    def _replace(self, start: int, end: int, text: str) -> None:
        self.builder.replace(*self._span(start, end), text)

    def _space(self, start: int, end: int) -> None:
        self.builder.space(*self._span(start, end))

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self._outer(self.base + start), self._outer(self.base + end)


def _without_sums(data: bytes) -> bytes:
    """The text with every dollar sign hidden that is of money, not of a formula."""
    if b"$" not in data:
        return data
    hidden = data.replace(b"$", b"%")
    for formula in _FORMULA.finditer(data):
        hidden = hidden[: formula.start()] + formula.group() + hidden[formula.end() :]
    return hidden


def _push_children(
    node: Node, start: int, end: int, stack: list[tuple[str, Node | None, int, int]]
) -> None:
    """Put a node's children and the text between them on the stack, the first on top."""
    pending: list[tuple[str, Node | None, int, int]] = []
    at = start
    for child in node.children:
        if not child.is_named:
            continue
        if child.start_byte > at:
            pending.append(("text", None, at, child.start_byte))
        pending.append(("node", child, child.start_byte, child.end_byte))
        at = child.end_byte
    if at < end:
        pending.append(("text", None, at, end))
    stack.extend(reversed(pending))
