"""Read reStructuredText line by line, with exact places.

docutils gives lines but no offsets; tree-sitter's grammar knows no tables and needs quadratic time
for open emphasis ("*a " 20,000 times: 17 seconds). News needs only part of the language.
"""

from __future__ import annotations

import re

from msgspec import Struct

from attrib_lint.core.document import BlockKind, Comment, Document
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.inputs.frontmatter import flatten
from attrib_lint.inputs.prose import ProseBuilder
from attrib_lint.inputs.rst_inline import add_inline
from attrib_lint.inputs.rst_lines import BULLET, Line, Lines

_FIELD = lazy_regex(r":(?![\s:])([^:`\r\n]{1,60}):(?:[ \t]+|\Z)")
_EXPLICIT = lazy_regex(r"(\.\.)(?:[ \t]+|\Z)|__[ \t]")
_DIRECTIVE = lazy_regex(r"(?:\|[^|]+\|[ \t]+)?([a-zA-Z][\w:+.-]*)::(?:[ \t]+|\Z)")
_FOOTNOTE = lazy_regex(r"\[[^\]\s]{1,60}\][ \t]+")
_SIMPLE_TABLE = lazy_regex(r"=+(?:[ \t]+=+)+[ \t]*\Z")
_PROSE_DIRECTIVES: dict[str, BlockKind] = {
    **dict.fromkeys(
        ("attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning"),
        "paragraph",
    ),
    **dict.fromkeys(("epigraph", "highlights", "pull-quote"), "blockquote"),
    **dict.fromkeys(("admonition", "compound", "container", "sidebar", "topic"), "paragraph"),
    "figure": "caption",
}
_ARGUMENT_IS_PROSE = frozenset(_PROSE_DIRECTIVES) - {
    "admonition", "container", "figure", "sidebar", "topic",
}  # fmt: skip


def read(path: str, source_text: str) -> Document:
    """A reStructuredText article.

    The first section title is the headline, a field list before the text is metadata. Code,
    comments and directives without prose are left out; tables are kept but not read.
    """
    builder = ProseBuilder(source_text)
    reader = _Reader(builder)
    reader.read()
    return builder.document(path, "rst")


class _Body(Struct, frozen=True):
    """Lines to read, before `end`. `margin` is their indent; None is that of the first."""

    at: int
    end: int
    kind: BlockKind
    margin: int | None = None


class _Reader:
    """One pass over the lines; nested bodies wait on a stack, so depth costs nothing."""

    def __init__(self, builder: ProseBuilder) -> None:
        self.builder = builder
        self.text = builder.source_text
        self.lines = Lines(self.text)
        self.targets, self.words = self.lines.definitions()
        self.has_headline = self.has_text = False

    def read(self) -> None:
        stack: list[_Body] = [_Body(0, len(self.lines), "paragraph", 0)]
        while stack:
            body = stack.pop()
            at = body.at
            while at < body.end and self.lines[at].is_blank:
                at += 1
            if at >= body.end:
                continue
            margin = self.lines[at].indent if body.margin is None else body.margin
            if self.lines[at].indent > margin:
                after = self.lines.body_end(at, body.end, margin)
                inside = [self.inner(at, after, body.kind, "blockquote")]
            else:
                margin = self.lines[at].indent
                after, inside = self.read_block(at, body.end, body.kind)
            stack.append(_Body(max(after, at + 1), body.end, body.kind, margin))
            stack.extend(reversed(inside))

    def inner(self, at: int, end: int, outer: BlockKind, kind: BlockKind) -> _Body:
        """A body inside a block: of its own kind in running text, else of the kind around it."""
        return _Body(at, end, kind if outer == "paragraph" else outer)

    def read_block(self, at: int, end: int, kind: BlockKind) -> tuple[int, list[_Body]]:
        """Read the block at a line: the line after it, and the bodies inside it to read first."""
        line, content = self.lines[at], self.lines.content(at)
        if explicit := _EXPLICIT.match(content):
            after = self.lines.body_end(at, end, line.indent)
            return after, self.read_explicit(at, after, explicit.end(), kind)
        if content.startswith((">>> ", "+-", "+=")) or _SIMPLE_TABLE.match(content):
            return self.read_table(at, end), []
        title = self.lines.title_lines(at, end)
        if title:
            return self.read_title(at, title), []
        if mark := _FIELD.match(content):
            after = self.lines.body_end(at, end, line.indent)
            return after, self.read_field(at, after, mark)
        if (mark := BULLET.match(content)) and self.lines.is_item(at, end, mark.end()):
            after = self.lines.body_end(at, end, line.indent)
            self.lines[at] = Line(line.start + mark.end(), line.end, line.indent + mark.end())
            return after, [self.inner(at, after, kind, "list")]
        return self.read_paragraph(at, end, kind)

    def read_title(self, at: int, lines: int) -> int:
        """A section title, or a line that parts sections."""
        if lines > 1:
            title = self.lines[at + lines - 2]
            self.builder.open("heading" if self.has_headline else "headline")
            self.has_headline = True
            self.add(title.start, title.end)
            self.builder.close()
        return at + lines

    def read_table(self, at: int, end: int) -> int:
        """A table or a doctest: kept or passed over up to the next blank line."""
        i = at
        while i < end and not self.lines[i].is_blank:
            i += 1
        if not self.lines.content(at).startswith(">>>"):
            self.builder.open("table")
            self.builder.copy(self.lines[at].start, self.lines[i - 1].end)
            self.builder.close()
        return i

    def read_field(self, at: int, after: int, mark: re.Match[str]) -> list[_Body]:
        line = self.lines[at]
        if not self.has_text:
            value = " ".join(self.text[line.start + mark.end() : self.lines[after - 1].end].split())
            known = {**self.builder.metadata, mark[1].lower(): value}
            self.builder.metadata.update(flatten(known))
            return []
        self.lines[at] = Line(line.start + mark.end(), line.end, line.indent + mark.end())
        return [_Body(at, after, "list")]

    def read_explicit(self, at: int, after: int, skip: int, kind: BlockKind) -> list[_Body]:
        """A directive, footnote, target or comment; the bodies to read."""
        line = self.lines[at]
        start = line.start + skip
        content = self.text[start : line.end]
        if note := _FOOTNOTE.match(content):
            self.lines[at] = Line(start + note.end(), line.end, line.indent + 3)
            return [_Body(at, after, "list")]
        if directive := _DIRECTIVE.match(content):
            return self.read_directive(
                at, after, directive[1].lower(), start + directive.end(), kind
            )
        if content.startswith(("_", "|")) or self.lines.content(at).startswith("__"):
            return []
        end = max((self.lines[i].end for i in range(at, after)), default=line.end)
        while end > start and self.text[end - 1].isspace():
            end -= 1
        end = max(end, line.end)
        self.builder.comments.append(
            Comment(Span(line.start, end), self.text[min(start, end) : end])
        )
        return []

    def read_directive(
        self, at: int, after: int, name: str, start: int, kind: BlockKind
    ) -> list[_Body]:
        inside = _PROSE_DIRECTIVES.get(name)
        if inside is None:
            return []
        line = self.lines[at]
        if inside == "paragraph":
            inside = kind
        bodies: list[_Body] = []
        if start < line.end and name in _ARGUMENT_IS_PROSE:
            indent = self.lines[at + 1].indent if at + 1 < after else line.indent + 3
            self.lines[at] = Line(start, line.end, indent or line.indent + 3)
            return [_Body(at, after, inside)]
        if start < line.end and name in ("admonition", "sidebar", "topic"):
            self.lines[at] = Line(start, line.end, line.indent + 3)
            bodies.append(_Body(at, at + 1, "heading"))
        first = at + 1
        while first < after and _FIELD.match(self.lines.content(first)):
            first += 1
        return [*bodies, _Body(first, after, inside)]

    def read_paragraph(self, at: int, end: int, kind: BlockKind) -> tuple[int, list[_Body]]:
        """A paragraph, or a term over its definition. "::" at its end makes what follows code."""
        line = self.lines[at]
        i = at + 1
        while i < end and not self.lines[i].is_blank and self.lines[i].indent == line.indent:
            i += 1
        last = self.lines[i - 1]
        stop = last.start + len(self.lines.content(i - 1).rstrip())
        is_literal = self.text.startswith("::", max(stop - 2, last.start))
        self.has_text = True
        self.builder.open(kind)
        self.add(line.start, stop - 1 if is_literal else stop)
        self.builder.close()
        after = self.lines.body_end(i - 1, end, line.indent)
        if is_literal:
            return after, []
        if i < end and self.lines[i].indent > line.indent and not self.lines[i].is_blank:
            return after, [self.inner(i, after, kind, "list")]
        return i, []

    def add(self, start: int, end: int) -> None:
        """Add running text to the open block."""
        add_inline(self.builder, start, end, self.targets, self.words)
