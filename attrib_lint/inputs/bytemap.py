"""Byte offsets of UTF-8 text -> code point offsets, for parsers that count bytes."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate


class ByteMap:
    """The UTF-8 bytes of a text, and the code point that each byte belongs to.

    NUL, which grammars take for the end of the file, stands as a space in `data`.
    """

    __slots__ = ("_starts", "data")

    def __init__(self, text: str) -> None:
        self.data = text.replace("\0", " ").encode("utf-8")
        self._starts: array[int] | None = None
        if len(self.data) != len(text):
            widths = (
                (1 if ch < "\x80" else 2 if ch < "\u0800" else 3 if ch < "\U00010000" else 4)
                for ch in text
            )
            self._starts = array("I", accumulate(widths, initial=0))

    def code_point(self, byte: int) -> int:
        """The code point offset of a byte offset; inside a character, that of the character."""
        if self._starts is None:
            return byte
        return min(bisect_right(self._starts, byte) - 1, len(self._starts) - 1)
