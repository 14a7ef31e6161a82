"""Finds quotations by their marks alone: no parse, never an exception."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.core.document import Block
from attrib_lint.core.facts import Quote
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span

_MARK = lazy_regex(r"''|``|’’|‘‘|[“”„‟«»\"″‘’‚‛']")
_DOUBLE = frozenset(("''", "``", "’’", "‘‘", "“", "”", "„", "‟", "«", "»", '"', "″"))
_OPENS_ONLY = frozenset(("``", "‘‘", "“", "„", "«", "‘", "‚"))
_CLOSES_ONLY = frozenset(("”", "’’", "»", "’"))
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0([{—–-/:;,“‘\"'…")
_AFTER_CLOSING = frozenset(" \t\n\r\u00a0)]}—–-/:;,.!?”’\"'…*")
_WRONG_CLOSE = lazy_regex(r"(?<=[,.!?])[’'‘](?=\s|$)")
_SINGLE_OPEN = lazy_regex(r"‘|(?<![^\s“\"(—–])'")
_ELISIONS = lazy_regex(r"(?:\d\ds?\b|(?:em|til|tis|twas|cause|n|bout|round|cos|cuz)\b)", re.I)
_ENDS = frozenset(".!?…”’\"')]")
_LOOK_AHEAD = 60  # marks: keeps the search linear in a text without paragraphs
Turn = Literal["open", "close", "either", "none"]


class _Open(Struct):
    """A quotation whose closing mark has not come yet."""

    start: int
    inner: int
    double: bool
    facing: bool  # whether its opening mark faces the right way
    slot: int  # its place in the list of quotes


def find_quotes(text: str, blocks: tuple[Block, ...]) -> tuple[Quote, ...]:
    """Every quotation in the blocks that are read, in reading order; spans index the prose.

    Spans nest or are disjoint, and stay inside one block. A paragraph of a longer quotation, opened
    again in the next paragraph and closed later, is `continued`; so is one that opens again after a
    full stop in its own paragraph, as where paragraphs were joined. A mark that closes nothing is a
    quote of its own, not balanced. Apostrophes and inch marks open nothing.
    """
    read = [block for block in blocks if block.is_read]
    found: list[Quote] = []
    for i, block in enumerate(read):
        following = read[i + 1] if i + 1 < len(read) else None
        quotes = list(_quotes_in(text, block.span))
        if following is not None and _runs_on(text, block, following, quotes):
            quotes = [_whole(block.span), *(replace(q, depth=q.depth + 1) for q in quotes)]
        if quotes and following is not None and following.kind in ("paragraph", "blockquote"):
            start = following.span.start
            quotes = [_carried_over(q, block, text[start : start + 2]) for q in quotes]
        found.extend(quotes)
    return tuple(found)


def _runs_on(text: str, block: Block, following: Block, quotes: list[Quote]) -> bool:
    """Whether a single mark that none closes opens a paragraph, and the next one too."""
    opening = text[block.span.start : block.span.start + 1]
    if not opening or opening not in "'‘" or following.kind not in ("paragraph", "blockquote"):
        return False
    if not text.startswith(opening, following.span.start):
        return False
    elided = _ELISIONS.match(text, block.span.start + 1)
    return elided is None and not any(q.span.start == block.span.start for q in quotes)


def _whole(span: Span) -> Quote:
    """A paragraph of a longer quotation: all of it after the mark."""
    return Quote(span, Span(span.start + 1, span.end), balanced=True, continued=True)


def _carried_over(quote: Quote, block: Block, next_opening: str) -> Quote:
    """An unclosed quotation is no fault where the next paragraph opens with a mark again."""
    runs_out = not quote.balanced and quote.span.end == block.span.end and len(quote.inner) > 0
    if runs_out and quote.depth == 0 and next_opening[:1] in "“\"„«'‘" and next_opening.strip():
        return replace(quote, balanced=True, continued=True)
    return quote


def _quotes_in(text: str, block: Span) -> Iterator[Quote]:
    marks = list(_MARK.finditer(text, block.start, block.end))
    slots: list[Quote | None] = []
    waiting: list[_Open] = []
    for position, mark in enumerate(marks):
        double = mark.group() in _DOUBLE
        inside = any(opened.double == double for opened in waiting)
        turn = _turn(text, block, mark, inside)
        if turn == "either":
            turn = "close" if inside else "open"
        if turn == "open" and double and _opens_again(waiting, text, marks, position):
            _end_early(waiting, slots, text, mark.start(), continued=True)
            inside = False
        if turn == "close" and inside:
            if not double and _is_possessive(text, marks, position):
                continue
            _close(waiting, slots, mark, double)
        elif turn == "open" and (double or _single_closes(text, block, marks, position)):
            facing = mark.group() not in _CLOSES_ONLY or not double
            waiting.append(_Open(mark.start(), mark.end(), double, facing, len(slots)))
            slots.append(None)
        elif turn == "close" and double:
            slots.append(Quote(Span(*mark.span()), Span(mark.end(), mark.end()), balanced=False))
    _end_early(waiting, slots, text, block.end)
    kept = sorted((q for q in slots if q is not None), key=lambda q: (q.span.start, -q.span.end))
    yield from _with_depth(kept)


def _turn(text: str, block: Span, mark: re.Match[str], inside: bool) -> Turn:
    """Which way a mark may face: its shape, its neighbours, whether its sort is open already."""
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    can_open = (before in _BEFORE_OPENING or not before.isalnum()) and not after.isspace()
    can_close = not before.isspace() and (after in _AFTER_CLOSING or not after.isalnum())
    shape = mark.group()
    if shape not in _DOUBLE:
        return _single_turn(text, mark, before, after, can_open, can_close)
    if shape in ('"', "''", "″") and before.isdecimal() and not after.isalnum():
        return "close" if inside else "none"
    if shape in _OPENS_ONLY:
        return "close" if can_close and not can_open else "open"
    if shape in _CLOSES_ONLY:
        return "open" if can_open and before.isspace() else "close"
    if can_open and can_close:
        return "either"
    if can_open or can_close:
        return "open" if can_open else "close"
    return "either" if not before.isalnum() or not after.isalnum() else "none"


def _single_turn(
    text: str, mark: re.Match[str], before: str, after: str, can_open: bool, can_close: bool
) -> Turn:
    if before.isalnum() and after.isalnum():
        return "none"
    if mark.group() != "‘" and _ELISIONS.match(text, mark.end()) and not before.isalnum():
        return "none"
    if before.isdecimal() and mark.group() == "'":
        return "none"
    if can_open and before in _BEFORE_OPENING and not can_close:
        return "open" if mark.group() != "’" else "none"
    return "close" if can_close else "none"


def _opens_again(
    waiting: list[_Open], text: str, marks: list[re.Match[str]], position: int
) -> bool:
    """Whether a double mark opens after a full stop inside a quotation that is never closed."""
    if not waiting or not waiting[-1].double:
        return False
    before = text[waiting[-1].inner : marks[position].start()]
    if before.rstrip() == before or before.rstrip()[-1:] not in _ENDS:
        return False
    depth = sum(opened.double for opened in waiting)
    for mark in marks[position : position + _LOOK_AHEAD]:
        depth += (mark.group() in ("“", "«", "„")) - (mark.group() in ("”", "»"))
        if depth == 0:
            return False
    return True


def _close(
    waiting: list[_Open], slots: list[Quote | None], mark: re.Match[str], double: bool
) -> None:
    while waiting:
        opened = waiting.pop()
        if opened.double == double:
            facing = opened.facing and not (double and mark.group() in ("“", "«", "``"))
            slots[opened.slot] = Quote(
                Span(opened.start, mark.end()), Span(opened.inner, mark.start()), balanced=facing
            )
            return


def _end_early(
    waiting: list[_Open],
    slots: list[Quote | None],
    text: str,
    stop: int,
    *,
    continued: bool = False,
) -> None:
    """Quotations left open end at `stop`, or where a single mark closes them by mistake.

    Single marks left open were apostrophes.
    """
    while waiting:
        opened = waiting.pop()
        wrong = _wrong_close(text, opened.inner, stop) if opened.double else None
        if wrong is not None and not any(
            quote is not None and opened.start < quote.span.start < wrong.end() < quote.span.end
            for quote in slots
        ):
            slots[opened.slot] = Quote(
                Span(opened.start, wrong.end()),
                Span(opened.inner, wrong.end() - 1),
                balanced=False,
            )
            continue
        end = opened.inner + len(text[opened.inner : stop].rstrip())
        if opened.double:
            slots[opened.slot] = Quote(
                Span(opened.start, end), Span(opened.inner, end), continued, continued
            )


def _wrong_close(text: str, start: int, stop: int) -> re.Match[str] | None:
    """A single mark that closes a double quotation, where none of its own sort is open."""
    found = _WRONG_CLOSE.search(text, start, stop)
    return None if found is None or _SINGLE_OPEN.search(text, start, found.start()) else found


def _is_possessive(text: str, marks: list[re.Match[str]], position: int) -> bool:
    """`workers' rights' he said`: an s before the mark, and another mark that closes."""
    if text[marks[position].start() - 1] not in "sS":
        return False
    for other in marks[position + 1 : position + _LOOK_AHEAD]:
        if other.group() in _DOUBLE or other.group() == "‘":
            return False
        after = text[other.end() : other.end() + 1]
        if not after.isalnum() and not text[other.start() - 1].isspace():
            return True
    return False


def _single_closes(text: str, block: Span, marks: list[re.Match[str]], position: int) -> bool:
    """Whether a single mark that could close follows: else the opening one is an apostrophe."""
    for other in marks[position + 1 : position + _LOOK_AHEAD]:
        if other.group() in ("'", "’", "‛"):
            before, after = text[other.start() - 1], text[other.end() : other.end() + 1]
            ends = other.end() >= block.end or not after.isalnum()
            if ends and not before.isspace():
                return True
    return False


def _with_depth(quotes: list[Quote]) -> Iterator[Quote]:
    around: list[int] = []
    for quote in quotes:
        while around and around[-1] <= quote.span.start:
            around.pop()
        yield replace(quote, depth=len(around)) if around else quote
        around.append(quote.span.end)
