"""The lines of a reStructuredText file, and what can be told from a line and its neighbours."""

from __future__ import annotations

import re

from msgspec import Struct

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.inputs.rst_inline import name_of

_LINE = lazy_regex(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_ADORNMENT = lazy_regex(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*\Z")
BULLET = lazy_regex(r"(?:[-*+•‣⁃]|\(?(?:\d{1,3}|[a-zA-Z]|#|[ivxlIVXL]{1,5})[.)])(?:[ \t]+|\Z)")
_TARGET = lazy_regex(r"_(`[^`]+`|[^:]+):(?:[ \t]+|\Z)(.*)", re.DOTALL)
_SUBSTITUTION = lazy_regex(r"\|([^|]+)\|[ \t]+replace::[ \t]+(.*)", re.DOTALL)


class Line(Struct):
    """A line from its first character that is not white space; empty lines have `start == end`."""

    start: int
    end: int
    indent: int

    @property
    def is_blank(self) -> bool:
        return self.start == self.end


class Lines:
    """The lines of a text; a list item's mark can be taken off its line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [_line(found) for found in _LINE.finditer(text)]

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, i: int) -> Line:
        return self.lines[i]

    def __setitem__(self, i: int, line: Line) -> None:
        self.lines[i] = line

    def definitions(self) -> tuple[dict[str, str], dict[str, str]]:
        """The link targets and the substitutions of the whole file, by name."""
        targets: dict[str, str] = {}
        words: dict[str, str] = {}
        for line in self.lines:
            content = self.text[line.start : line.end]
            if content.startswith(".. "):
                content = content[3:].lstrip()
                if (target := _TARGET.fullmatch(content)) is not None and target[2]:
                    targets[name_of(target[1].strip("`"))] = target[2].strip()
                elif (word := _SUBSTITUTION.fullmatch(content)) is not None:
                    words[name_of(word[1])] = word[2].strip()
        return targets, words

    def content(self, i: int) -> str:
        """The text of a line."""
        return self.text[self.lines[i].start : self.lines[i].end]

    def body_end(self, at: int, end: int, indent: int) -> int:
        """The first line after `at` that is not blank and not indented deeper than `indent`."""
        i = at + 1
        while i < end and (self.lines[i].is_blank or self.lines[i].indent > indent):
            i += 1
        return i

    def is_item(self, at: int, end: int, width: int) -> bool:
        """Whether the lines under a list mark fit a list item; "A. Lee said" runs on instead."""
        if at + 1 >= end or self.lines[at + 1].is_blank:
            return True
        below = self.lines[at + 1]
        return below.indent >= self.lines[at].indent + min(width, 2) or bool(
            BULLET.match(self.content(at + 1))
        )

    def title_lines(self, at: int, end: int) -> int:
        """How many lines a section title takes with its adornment; 0 where there is none."""
        if self.lines[at].indent and _ADORNMENT.match(self.content(at)) is None:
            return 0
        if at + 1 < end and not _ADORNMENT.match(self.content(at)):
            under = _ADORNMENT.match(self.content(at + 1))
            width = len(self.content(at).rstrip())
            return 2 if under and len(under[0].rstrip()) >= min(width, 4) else 0
        if at + 2 < end and not self.lines[at + 1].is_blank:
            over, under = _ADORNMENT.match(self.content(at)), _ADORNMENT.match(self.content(at + 2))
            if over and under and over[1] == under[1]:
                return 3
        return 1 if _ADORNMENT.match(self.content(at)) else 0


def _line(found: re.Match[str]) -> Line:
    content = found[1]
    kept = content.lstrip(" \t\x0b\x0c\u00a0")
    indent = len(content) - len(kept)
    return Line(found.start() + indent, found.end(1), indent)
