"""Bytes -> text whose code points every offset counts."""

from __future__ import annotations

import codecs

from attrib_lint.core.errors import InputError
from attrib_lint.core.lazy_regex import lazy_regex

_SURROGATE = lazy_regex("[\ud800-\udfff]")
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def decode(path: str, data: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 with a byte order mark.

    The byte order mark is not part of the text: offset 0 is the character after it. Line ends stay
    as they are. InputError: bytes that are not text.
    """
    for mark, encoding in _UTF_16.items():
        if data.startswith(mark):
            return _decode(path, data, len(mark), encoding)
    skipped = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    return _decode(path, data, skipped, "utf-8")


def _decode(path: str, data: bytes, skipped: int, encoding: str) -> str:
    try:
        return data[skipped:].decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-16" if encoding.startswith("utf-16") else "UTF-8"
        at = skipped + error.start
        raise InputError(
            f"{path}: byte {at} (0x{data[at]:02X}) is not {name} text;"
            " save the file as UTF-8, or exclude it"
        ) from error


def without_surrogates(text: str) -> str:
    """The text with each unpaired surrogate replaced by U+FFFD: same length, safe to encode."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
