"""Read Word files: the text as it would be printed, without deleted changes.

A .docx file is a zip of XML, so the standard library is enough. Positions count in the text of a
paragraph: `source_text` holds the paragraphs one per line, `locations` names them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.core.document import BlockKind, Comment, Document, Location
from attrib_lint.core.span import Span
from attrib_lint.inputs.docx_package import Package, W, kind_of_style, value_of
from attrib_lint.inputs.prose import ProseBuilder

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LEFT_OUT = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "txbxContent")
)
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}br": " ",
    f"{W}cr": " ",
    f"{W}noBreakHyphen": "-",
}


def read_bytes(path: str, data: bytes) -> Document:
    """The article in a Word file.

    Insertions that are not accepted yet are read, deletions are not. A comment is kept with the
    words it stands at. The headline is the title, else the first first-level heading, else a first
    line that reads like one. InputError: not a Word file, damaged or encrypted.
    """
    package = Package(path, data)
    reader = _Reader(package)
    for paragraph, in_table in _paragraphs(package.body()):
        reader.read(paragraph, in_table)
    return reader.document(path)


def _paragraphs(body: Element) -> Iterator[tuple[Element, bool]]:
    """Every paragraph in reading order, and whether it stands in a table. Without recursion."""
    stack: list[tuple[Element, bool]] = [(body, False)]
    while stack:
        element, in_table = stack.pop()
        if element.tag == f"{W}p":
            yield element, in_table
        elif element.tag not in _LEFT_OUT:
            inside = in_table or element.tag == f"{W}tbl"
            stack.extend((child, inside) for child in reversed(element))


class _Reader:
    """Lays paragraphs down as lines of the source text and as blocks."""

    def __init__(self, package: Package) -> None:
        self.styles = package.styles()
        self.targets = package.links()
        self.notes = package.comments()
        self.lines: list[str] = []
        self.length = 0
        self.kinds: list[tuple[int, int, BlockKind]] = []
        self.links: list[tuple[int, int, str]] = []
        self.comments: list[Comment] = []
        self.open_notes: dict[str, int] = {}
        self.first_h1: int | None = None

    def read(self, paragraph: Element, in_table: bool) -> None:
        """Add one paragraph."""
        pieces: list[str] = []
        start = at = self.length
        stack: list[Element | tuple[int, str]] = [paragraph]
        while stack:
            element = stack.pop()
            if isinstance(element, tuple):
                self.links.append((element[0], at, element[1]))
                continue
            text = self._text(element)
            if text:
                pieces.append(text)
                at += len(text)
            self._mark_note(element, at)
            if element.tag in _LEFT_OUT or _is_hidden(element):
                continue
            target = self.targets.get(element.get(_R_ID, ""))
            if element.tag == f"{W}hyperlink" and target:
                stack.append((at, target))
            stack.extend(reversed(element))
        self.lines.append("".join(pieces))
        self.kinds.append((start, at, "table" if in_table else self._kind(paragraph, start)))
        self.length = at + 1

    def _text(self, element: Element) -> str:
        if element.tag == f"{W}t":
            return (element.text or "").replace("\n", " ").replace("\r", " ")
        return _CHARACTERS.get(element.tag, "")

    def _mark_note(self, element: Element, at: int) -> None:
        key = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            self.open_notes[key] = at
        elif key in self.notes and (
            element.tag == f"{W}commentRangeEnd"
            or (element.tag == f"{W}commentReference" and key not in self.open_notes)
        ):
            since = self.open_notes.get(key, at)
            self.comments.append(Comment(Span(min(since, at), at), self.notes.pop(key)))

    def _kind(self, paragraph: Element, start: int) -> BlockKind:
        settings = paragraph.find(f"{W}pPr")
        if settings is None:
            return "paragraph"
        name = self.styles.get(value_of(settings, "pStyle"), "")
        kind = kind_of_style(name)
        if name == "heading 1" and self.first_h1 is None:
            self.first_h1 = start
        if kind is None and settings.find(f"{W}numPr") is not None:
            return "list"
        return kind or "paragraph"

    def document(self, path: str) -> Document:
        """The finished document."""
        builder = ProseBuilder("\n".join(self.lines))
        titled = any(kind == "headline" for _, _, kind in self.kinds)
        links = sorted(self.links)
        seen_title = False
        for start, end, kind in self.kinds:
            if kind == "headline":
                kind, seen_title = ("heading" if seen_title else "headline"), True
            elif not titled and start == self.first_h1:
                kind = "headline"
            builder.open(kind)
            at = start
            while links and links[0][0] < end:
                left, right, target = links.pop(0)
                builder.copy(at, left)
                since = builder.mark()
                builder.copy(max(at, left), right)
                builder.link(since, target)
                at = max(at, right)
            builder.copy(at, end)
        builder.close()
        builder.comments.extend(sorted(self.comments, key=lambda comment: comment.span))
        locations = [
            Location(Span(start, end), f"paragraph {number}")
            for number, (start, end, _) in enumerate(self.kinds, 1)
        ]
        guess = not titled and self.first_h1 is None
        return builder.document(path, "docx", locations, guess_headline=guess)


def _is_hidden(element: Element) -> bool:
    """Whether a run is formatted as hidden text."""
    if element.tag != f"{W}r":
        return False
    settings = element.find(f"{W}rPr")
    hidden = settings.find(f"{W}vanish") if settings is not None else None
    return hidden is not None and hidden.get(f"{W}val", "true") not in ("0", "false")
