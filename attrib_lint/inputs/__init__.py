"""Files -> documents: which suffix is read how, and the two doors in."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Any

from attrib_lint.core.document import Document
from attrib_lint.core.errors import InputError
from attrib_lint.inputs.decoding import decode, without_surrogates

FORMATS: Mapping[str, tuple[str, ...]] = {
    "plain": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".mdx", ".mdown"),
    "html": (".html", ".htm", ".xhtml"),
}
"""Format -> suffixes. The module of the same name in this package reads it."""

SUFFIXES: Mapping[str, str] = {
    suffix: name for name, suffixes in FORMATS.items() for suffix in suffixes
}

SEARCHED: tuple[str, ...] = tuple(
    suffix for suffix, name in SUFFIXES.items() if name not in ("python", "records")
)
"""The suffixes that a folder is searched for. Programs and data are read when they are named."""


def format_of(path: str) -> str | None:
    """The format that a path's suffix selects; None for a suffix that is not known."""
    return SUFFIXES.get(PurePath(path).suffix.lower())


def read_document(path: str, data: bytes, format: str | None = None) -> Document:
    """The article in a file. A path with an unknown suffix is read as plain text.

    Offsets count the code points of the decoded file without its byte order mark. InputError: the
    bytes are not text, or not what the format promises.
    """
    return read_text(path, decode(path, data), format)


def read_text(path: str, text: str, format: str | None = None) -> Document:
    """The article in a text that is decoded already. Unpaired surrogates are read as U+FFFD."""
    name = format or format_of(path) or "plain"
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        raise InputError(f'{path}: there is no format "{name}"; choose one of {known}')
    reader: Any = import_module(f"attrib_lint.inputs.{name}")
    document: Document = reader.read(path, without_surrogates(text).removeprefix("\ufeff"))
    return document
