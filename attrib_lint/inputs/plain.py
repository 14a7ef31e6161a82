"""Read plain text: paragraphs, headline, headings and lists by their shape."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrib_lint.core.document import BlockKind, Document
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.inputs.boilerplate import ends_sentence, is_byline, is_furniture
from attrib_lint.inputs.prose import ProseBuilder
from attrib_lint.inputs.structure import MAX_HEADLINE

_LINE = lazy_regex(r"[^\r\n]+|\r\n|\r|\n")
_BULLET = lazy_regex(
    r"[ \t]*(?:[-–](?=[ \t]+[^a-z])|[*•‣▪◦·]|\d{1,2}[.)])[ \t]+(?=\S)|[ \t]*[•‣▪◦](?=\S)"
)
_URL = lazy_regex(r"https?://[^\s<>\"“”]+")
_MIN_WRAP, _MAX_WRAP = 40, 160
_MAX_DECK = 200


def read(path: str, source_text: str) -> Document:
    """A plain text article. Prose keeps the text as it is, but joins the lines of a wrapped
    paragraph with spaces.
    """
    builder = ProseBuilder(source_text)
    add_plain(builder, 0, len(source_text))
    return builder.document(path, "plain", guess_headline=True)


def add_plain(builder: ProseBuilder, start: int, end: int) -> None:
    """Add the paragraphs between two offsets of the builder's source text.

    In a text without blank lines each line is a paragraph, unless the lines are plainly wrapped.
    """
    text = builder.source_text
    chunks = list(_chunks(text, start, end))
    width = max((len(line) for lines in chunks for line in lines), default=0)
    if len(chunks) == 1 and not _is_wrapped(text, chunks[0]):
        chunks = [[line] for line in chunks[0]]
    for number, lines in enumerate(chunks):
        if number == 0 and len(chunks) > 1 and _has_deck(text, lines, width):
            _add(builder, lines[:1], "paragraph")
            _add(builder, lines[1:], "standfirst")
            continue
        for paragraph in _paragraphs(text, lines):
            _add(builder, paragraph, "paragraph")


def _chunks(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """Runs of lines between blank lines; each line without its line break."""
    lines: list[Span] = []
    for found in _LINE.finditer(text, start, end):
        if found[0][0] in "\r\n":
            continue
        if found[0].isspace():
            if lines:
                yield lines
            lines = []
            continue
        if lines and _blank_between(text, lines[-1].end, found.start()):
            yield lines
            lines = []
        lines.append(Span(found.start(), found.end()))
    if lines:
        yield lines


def _blank_between(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return len(gap) > 1 and gap != "\r\n"


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether line breaks only keep lines short: four lines or more of nearly one length, few of
    which end a sentence.
    """
    width = max(len(line) for line in lines)
    if len(lines) < 4 or not _MIN_WRAP <= width <= _MAX_WRAP:
        return False
    breaks = [_is_forced(text, line, following, width) for line, following in pairwise(lines)]
    stops = sum(ends_sentence(line.of(text)) for line in lines[:-1])
    return sum(breaks) >= 0.8 * len(breaks) and stops <= 0.5 * len(breaks)


def _is_forced(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted on a line."""
    word = following.of(text)[: width + 1].split(maxsplit=1)[0]
    return len(line) + 1 + len(word) > width


def _has_deck(text: str, lines: list[Span], width: int) -> bool:
    """Whether the first lines are a headline over its deck: two lines that nothing forced apart.

    `width` is that of the longest line of the text.
    """
    if len(lines) != 2 or max(len(line) for line in lines) > _MAX_DECK:
        return False
    if width <= _MAX_WRAP and _is_forced(text, lines[0], lines[1], width):
        return False
    headline, deck = (line.of(text).strip() for line in lines)
    plain = not is_byline(deck) and not is_furniture(deck) and not _BULLET.match(deck)
    return plain and len(headline) <= MAX_HEADLINE and not ends_sentence(headline)


def _paragraphs(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """The paragraphs and list items of a run of lines.

    A line that is page furniture or a bullet stands alone; so does every line where lines are too
    long to be wrapped, and a headline over a byline.
    """
    separate = max(len(line) for line in lines) > _MAX_WRAP
    paragraph: list[Span] = []
    for line in lines:
        content = line.of(text)
        alone = separate or is_byline(content.strip()) or is_furniture(content)
        if paragraph and (alone or _BULLET.match(content)):
            yield paragraph
            paragraph = []
        paragraph.append(line)
        if alone:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _add(builder: ProseBuilder, lines: list[Span], kind: BlockKind) -> None:
    text = builder.source_text
    bullet = _BULLET.match(text, lines[0].start, lines[0].end)
    builder.open("list" if bullet else kind)
    for i, line in enumerate(lines):
        start = bullet.end() if bullet and i == 0 else line.start
        if i:
            start += len(line.of(text)) - len(line.of(text).lstrip())
            builder.space(lines[i - 1].end, start)
        _add_line(builder, start, line.end)
    builder.close()


def _add_line(builder: ProseBuilder, start: int, end: int) -> None:
    text = builder.source_text
    at = start
    for url in _URL.finditer(text, start, end):
        builder.copy(at, url.start())
        since = builder.mark()
        stop = url.start() + len(url[0].rstrip(".,;:!?)’'"))
        builder.copy(url.start(), stop)
        builder.link(since, text[url.start() : stop])
        at = stop
    builder.copy(at, end)
