"""An article with its sources, cues and contents marked, readable with and without colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.text import Text

from attrib_lint.audit import CATEGORIES, Category
from attrib_lint.core.span import Span

if TYPE_CHECKING:
    from attrib_lint.article import Article

STYLES: dict[Category, str] = {
    "named": "bold green",
    "unnamed": "bold yellow",
    "document": "bold cyan",
    "other": "bold",
}
_CUE = "bold magenta"
_CONTENT = "blue"
NOBODY = "-"


class Mark(Struct, frozen=True):
    """A stretch of prose and what is put around it."""

    span: Span
    opening: str
    closing: str
    style: str


def legend() -> Text:
    """What the brackets mean."""
    return Text.assemble(
        ("[1 source]", STYLES["named"]),
        "  ",
        ("<cue>", _CUE),
        "  ",
        ("{1 what source 1 is credited with}", _CONTENT),
        "  ",
        ("{- credited to nobody}", _CONTENT),
    )


def source_numbers(article: Article) -> Mapping[int, int]:
    """Source ids -> the numbers that readers see, from 1, in reading order."""
    return {n: i for i, n in enumerate(dict.fromkeys(s.id for s in article.sources), 1)}


def marked_blocks(article: Article) -> Iterable[Text]:
    """The blocks of an article, marked; those that are not read are dim."""
    marks = _marks(article)
    for block in article.document.blocks:
        if not block.is_read:
            yield Text(" ".join(block.span.of(article.text).split()), "dim")
            continue
        inside = [mark for mark in marks if block.span.contains(mark.span)]
        text = marked(article.text, block.span, inside)
        if block.kind in ("headline", "heading"):
            text.stylize_before("bold")
        yield text


def marked(prose: str, span: Span, marks: Iterable[Mark]) -> Text:
    """A stretch of prose with marks, which may nest and overlap; line breaks become spaces.

    At one place, what ends is closed first, the innermost before the others; then the longest of
    those that begin is opened first.
    """
    points: list[tuple[int, int, int, str, Mark]] = []
    for mark in marks:
        points.append((mark.span.start, 1, -mark.span.end, mark.opening, mark))
        points.append((mark.span.end, 0, -mark.span.start, mark.closing, mark))
    shown, last = "", span.start
    opened: dict[int, int] = {}
    styled: list[tuple[int, int, str]] = []
    for offset, is_opening, _, bracket, mark in sorted(points, key=lambda point: point[:3]):
        shown += prose[last:offset]
        last = offset
        if is_opening:
            opened[id(mark)] = len(shown)
        shown += bracket
        if not is_opening:
            styled.append((opened[id(mark)], len(shown), mark.style))
    text = Text((shown + prose[last : span.end]).replace("\n", " "))
    for start, end, style in sorted(styled, key=lambda part: part[0] - part[1]):
        text.stylize(style, start, end)
    return text


def _marks(article: Article) -> list[Mark]:
    numbers = source_numbers(article)
    marks = [
        Mark(source.span, f"[{numbers[source.id]} ", "]", STYLES[CATEGORIES[source.kind]])
        for source in article.sources
    ]
    for found in article.attributions:
        number = str(numbers[found.source.id]) if found.source else NOBODY
        marks.append(Mark(found.cue.span, "<", ">", _CUE))
        for content in found.content:
            marks += [
                Mark(part, f"{{{number} ", "}", _CONTENT) for part in _by_block(article, content)
            ]
    kept = {(mark.span, mark.opening): mark for mark in marks if len(mark.span)}
    return [*kept.values()]


def _by_block(article: Article, content: Span) -> Iterable[Span]:
    """The parts of a content, which may run over several blocks, block by block."""
    for parsed in article.parsed:
        block = parsed.block.span
        if block.overlaps(content):
            yield Span(max(block.start, content.start), min(block.end, content.end))
