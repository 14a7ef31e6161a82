"""Byte offsets of UTF-8 text -> code point offsets, for parsers that count bytes."""

from __future__ import annotations

_INSIDE = bytes(range(0x80, 0xC0))


class ByteMap:
    """The UTF-8 bytes of a text, and the code point that each byte belongs to.

    NUL, which grammars take for the end of the file, stands as a space in `data`. Offsets are
    counted on from the last one asked for, which is cheap in reading order.
    """

    __slots__ = ("_byte", "_code_point", "_plain", "data")

    def __init__(self, text: str) -> None:
        self.data = text.replace("\0", " ").encode("utf-8")
        self._plain = len(self.data) == len(text)
        self._byte = self._code_point = 0

    def code_point(self, byte: int) -> int:
        """The code point offset of a byte offset."""
        if self._plain:
            return byte
        if byte >= self._byte:
            self._code_point += self._characters(self._byte, byte)
        else:
            self._code_point -= self._characters(byte, self._byte)
        self._byte = byte
        return self._code_point

    def _characters(self, start: int, end: int) -> int:
        """How many characters begin between two bytes."""
        return len(self.data[start:end].translate(None, _INSIDE))
