"""Read HTML: the article's own text, without the page around it."""

from __future__ import annotations

from html import unescape

from attrib_lint import lexicon
from attrib_lint.core.document import BlockKind, Comment, Document
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.inputs.html_metadata import metadata_of
from attrib_lint.inputs.html_page import Page, is_hidden, kind_of_class, site_name_at
from attrib_lint.inputs.html_tokens import Token, attributes_of
from attrib_lint.inputs.prose import ProseBuilder

_SKIPPED = lexicon.words("html", "skipped")
_INLINE = lexicon.words("html", "inline")
_CODE = lexicon.words("html", "code")
_WHOLE = lexicon.words("html", "whole")
_KINDS: dict[str, BlockKind] = {
    "address": "byline", "blockquote": "blockquote", "caption": "caption", "dd": "list",
    "dt": "list", "figcaption": "caption", "h2": "heading", "h3": "heading", "h4": "heading",
    "h5": "heading", "h6": "heading", "li": "list", "table": "table",
}  # fmt: skip
_PIECE = lazy_regex(
    r"[ \t\n\r\f]+|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?"
)


def read(path: str, source_text: str) -> Document:
    """The article of a page: its one `article` element, else `main`, else the body.

    The headline is the first `h1`, else the title. Scripts, navigation, forms, code and what a
    class name calls page furniture are left out; `q` becomes quotation marks.
    """
    builder = ProseBuilder(source_text)
    reader = _Reader(builder)
    builder.metadata.update(metadata_of(source_text, reader.tokens))
    reader.read()
    return builder.document(path, "html")


class _Reader:
    """One walk over the tokens of a page's article."""

    def __init__(self, builder: ProseBuilder) -> None:
        self.builder = builder
        self.text = builder.source_text
        self.page = Page(self.text)
        self.tokens, self.ends = self.page.tokens, self.page.ends
        self.has_headline = False
        self.has_space = False
        self.kinds: list[tuple[int, BlockKind]] = []
        self.links: list[tuple[int, int, int, str]] = []
        self.quotes: list[int] = []
        self.block = 0

    def read(self) -> None:
        for token in self.tokens:
            if token.kind == "comment":
                inner = self.text[token.start + 4 : token.end].removesuffix("-->")
                self.builder.comments.append(Comment(Span(token.start, token.end), inner))
        start, end = self.page.scope()
        self.size = max(1, self.page.place(end) - self.page.place(start))
        if not any(t.name == "h1" and t.kind == "open" for t in self.tokens[start:end]):
            self._read_outer_headline(start)
        self._walk(start, end)

    def _read_outer_headline(self, before: int) -> None:
        """Take an `h1` above the article, else the title without the site's name, as headline."""
        for name, tokens in (("h1", self.tokens[:before]), ("title", self.tokens)):
            for i, token in enumerate(tokens):
                if token.kind == "open" and token.name == name:
                    self._read_headline(i, name == "title")
                    return

    def _read_headline(self, i: int, is_title: bool) -> None:
        self.has_headline = True
        self.builder.open("headline")
        for token in self.tokens[i + 1 : self.ends[i]]:
            if token.kind == "text":
                if is_title:
                    title = self.text[token.start : token.end].rstrip()
                    end = site_name_at(title, self.builder.metadata.get("outlet", ""))
                    token = Token("text", token.start, token.start + end)
                self._read_text(token)
        self.builder.close()

    def _walk(self, start: int, end: int) -> None:
        i = start
        while i < end:
            self._leave(i)
            token = self.tokens[i]
            if token.kind == "open":
                i = self._enter(i)
                continue
            if token.kind == "text":
                self._read_text(token)
            elif token.kind == "close" and token.name not in _INLINE:
                self._break(token)
            i += 1
        self._leave(end)
        self.builder.close()

    def _leave(self, i: int) -> None:
        """End what ends at token `i`: quotation marks, links, kinds of block."""
        while self.quotes and self.quotes[-1] <= i:
            self.quotes.pop()
            if self.builder.is_open:
                self.builder.replace(*self.page.tag(i), "’" if len(self.quotes) % 2 else "”")
        while self.links and self.links[-1][0] <= i:
            _, since, block, target = self.links.pop()
            if block == self.block and self.builder.is_open:
                self.builder.link(since, target)
        while self.kinds and self.kinds[-1][0] <= i:
            self.kinds.pop()
            self._close()

    def _enter(self, i: int) -> int:
        """Begin an element; the index of the next token to read."""
        token, after = self.tokens[i], self.ends[i]
        values = attributes_of(self.text, token)
        if token.name in _SKIPPED or is_hidden(values) or self.page.is_note_mark(i):
            if token.name not in _INLINE:
                self._break(token)
            return self.page.past(i)
        if token.name in _CODE:
            self._text_block()
            past = self.page.past(i)
            self.builder.replace(token.start, max(token.end, self.tokens[past - 1].end), "code")
            return past
        if token.name == "a" and values.get("href"):
            self._text_block()
            self.links.append((after, self.builder.mark(), self.block, values["href"]))
        elif token.name == "q":
            self._text_block()
            self.builder.replace(token.start, token.end, "‘" if len(self.quotes) % 2 else "“")
            self.quotes.append(after)
        elif token.name == "br":
            self._break_line(i)
        elif token.name not in _INLINE:
            self._break(token)
            kind = self._kind(i, token, values)
            if kind is not None:
                self._close()
                self.kinds.append((after, kind))
        return i + 1

    def _break_line(self, i: int) -> None:
        """One `br` is a space; two in a row end the paragraph."""
        following = next((t for t in self.tokens[i + 1 : i + 3] if not self.page.is_blank(t)), None)
        if following is not None and following.kind == "open" and following.name == "br":
            self._break(self.tokens[i])
        self.has_space = True

    def _kind(self, i: int, token: Token, values: dict[str, str]) -> BlockKind | None:
        """What a block-level element says its text is; None where it says nothing."""
        if token.name == "h1":
            first, self.has_headline = not self.has_headline, True
            return "headline" if first else "heading"
        if token.name == "table" and self.page.is_layout(i):
            return None
        if token.name == "li" and self.kinds and self.kinds[-1][1] == "blockquote":
            return None
        if token.name in _KINDS:
            return _KINDS[token.name]
        if token.name in _WHOLE or self.page.place(self.ends[i]) - token.start > 0.5 * self.size:
            return None
        return kind_of_class(f"{values.get('class', '')} {values.get('itemprop', '')}")

    def _break(self, token: Token) -> None:
        """End the block, or a cell of a table."""
        if self.kinds and self.kinds[-1][1] == "table":
            self.has_space = True
        else:
            self._close()

    def _close(self) -> None:
        self.builder.close()
        self.block += 1
        self.has_space = False

    def _text_block(self) -> None:
        if not self.builder.is_open:
            self.builder.open(self.kinds[-1][1] if self.kinds else "paragraph")
            self.has_space = False

    def _read_text(self, token: Token) -> None:
        if not self.builder.is_open and self.page.is_blank(token):
            return
        self._text_block()
        at = token.start
        if self.has_space and not self.page.is_blank(token):
            self.builder.space(at, at)
            self.has_space = False
        for piece in _PIECE.finditer(self.text, token.start, token.end):
            if piece[0] == " " and piece.start() > at:
                continue
            self.builder.copy(at, piece.start())
            at = piece.end()
            if piece[0][0] != "&":
                self.builder.space(piece.start(), at)
            else:
                self._read_entity(piece.start(), at)
        self.builder.copy(at, token.end)

    def _read_entity(self, start: int, end: int) -> None:
        raw = self.text[start:end]
        value = unescape(raw).replace("\u00a0", " ")
        if value == raw or any(0xD800 <= ord(ch) < 0xE000 for ch in value):
            self.builder.copy(start, end)
        else:
            self.builder.replace(start, end, value)
