"""What every input format promises about spans; shared by the tests of all formats."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from attrib_lint.core.document import Document
from attrib_lint.core.span import Span

AWKWARD = [
    "\r\n",
    "\n",
    "\r",
    "\n\n",
    "\r\n\r\n",
    "\u2028",
    "\u0085",
    "\x0b",
    "e\u0301",
    "\U0001f600",
    "\U0001f468\u200d\U0001f469",
    "&amp;",
    "&#8220;",
    "&nbsp;",
    "&notanentity;",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](http://a.b)",
    "[^1]",
    "![",
    "<!-- ",
    " -->",
    "<b>",
    "</b>",
    "> ",
    "- ",
    "# ",
    "1. ",
    "|",
    "---\n",
    "+++\n",
    "\\",
    "\t",
    "  ",
    "\x00",
    "\u00a0",
    "“",
    "”",
    "'",
    '"',
    "he said",
    "The mayor",
    ". ",
    "$3m",
    "12%",
    "{{< x >}}",
    "{% x %}",
    "::: ",
    "~~",
    "http://x.y/z.",
    "<http://x.y>",
    "\ufeff",
]


def awkward_text() -> st.SearchStrategy[str]:
    """Text out of pieces that readers trip over."""
    piece = st.one_of(st.sampled_from(AWKWARD), st.text(max_size=6))
    return st.lists(piece, max_size=30).map("".join)


def assert_spans_hold(document: Document) -> None:
    """Blocks in order and inside the prose, segments inside the file, copies true to the file."""
    text, source = document.text, document.source_text
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text).strip() == block.span.of(text)
        assert_inside(document.offsets.to_source(block.span), source)
        at = block.span.end
    for segment in document.offsets.segments:
        assert segment.prose.end <= len(text)
        assert_inside(segment.source, source)
        if segment.verbatim:
            for i in range(len(segment.prose)):
                assert_copied(document, segment.prose.start + i)
    for link in document.links:
        assert link.span.end <= len(text)
    for comment in document.comments:
        assert_inside(comment.span, source)
    for location in document.locations:
        assert_inside(location.span, source)


def assert_inside(span: Span, text: str) -> None:
    assert 0 <= span.start <= span.end <= len(text)


def assert_copied(document: Document, offset: int) -> None:
    """The character at a prose offset stands at its source offset.

    White space may differ, and so may a word that stands for a code span.
    """
    character = document.text[offset]
    there = document.offsets.to_source(Span(offset, offset + 1)).of(document.source_text)
    assert len(there) == 1
    if character.isalnum() and "`" not in document.source_text:
        assert there == character


def word_file(paragraphs: Iterable[str]) -> bytes:
    """A Word file with these paragraphs; what XML cannot hold is left out."""
    lines = (
        "".join(ch for ch in text if ch >= " " and ch not in "\ufffe\uffff") for text in paragraphs
    )
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    return word_package(body)


def word_package(body: str) -> bytes:
    """A Word file whose body is the given XML, as other programs write it."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>',
        )
    return stream.getvalue()
