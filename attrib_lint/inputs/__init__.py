"""Files -> documents: which suffix is read how, and the two doors in."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Any

from attrib_lint.core.document import Document
from attrib_lint.core.errors import InputError
from attrib_lint.inputs.decoding import decode, without_surrogates
from attrib_lint.inputs.long_blocks import cut_long_blocks

FORMATS: Mapping[str, tuple[str, ...]] = {
    "plain": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".mdx", ".mdown"),
    "html": (".html", ".htm", ".xhtml"),
    "docx": (".docx", ".docm"),
    "rst": (".rst", ".rest"),
    "notebook": (".ipynb",),
    "python": (".py", ".pyi"),
    "records": (".json", ".jsonl", ".ndjson"),
}
"""Format -> suffixes. The module of the same name in this package reads it."""

BINARY: frozenset[str] = frozenset({"docx"})
"""Formats that are not text: `read_text` does not read them."""

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


def check_format(format: str) -> str:
    """What is wrong with the name of a format, in words; "" if nothing.

    A format may carry settings: "records:title,body" names the keys that hold text, "python:60"
    the length from which a string literal is read.
    """
    name, _, setting = format.partition(":")
    if name not in FORMATS:
        return f'there is no format "{name}"; choose one of {", ".join(FORMATS)}'
    if name == "python" and setting and not setting.isdigit():
        return f'"{format}" needs a number after the colon, such as "python:60"'
    if setting and name not in ("python", "records"):
        return f'the format "{name}" takes no settings; write "{name}"'
    return ""


def read_documents(path: str, data: bytes, format: str | None = None) -> tuple[Document, ...]:
    """The articles in a file: several where it holds records, otherwise one.

    A path with an unknown suffix is read as plain text. Offsets count the code points of the
    decoded file without its byte order mark; where the file has no lines, of the text that
    `locations` divide. InputError: the bytes are not text, or not what the format promises.
    """
    name, setting = _format(path, format)
    if name in BINARY:
        return (cut_long_blocks(_reader(name).read_bytes(path, data)),)
    return _read(path, decode(path, data), name, setting)


def read_texts(path: str, text: str, format: str | None = None) -> tuple[Document, ...]:
    """The articles in a text that is decoded already. Unpaired surrogates are read as U+FFFD."""
    name, setting = _format(path, format)
    if name in BINARY:
        raise InputError(f"{path}: {name} is not a format of text; give the file itself")
    return _read(path, text, name, setting)


def read_document(path: str, data: bytes, format: str | None = None) -> Document:
    """The one article in a file; as `read_documents`, but several are an InputError."""
    return _only(path, read_documents(path, data, format))


def read_text(path: str, text: str, format: str | None = None) -> Document:
    """The one article in a text; as `read_texts`, but several are an InputError."""
    return _only(path, read_texts(path, text, format))


def _read(path: str, text: str, name: str, setting: str) -> tuple[Document, ...]:
    reader = _reader(name)
    text = without_surrogates(text).removeprefix("\ufeff")
    if name == "records":
        return tuple(map(cut_long_blocks, reader.read_all(path, text, setting or None)))
    if setting:
        return (cut_long_blocks(reader.read(path, text, setting)),)
    return (cut_long_blocks(reader.read(path, text)),)


def _reader(name: str) -> Any:
    return import_module(f"attrib_lint.inputs.{name}")


def _format(path: str, format: str | None) -> tuple[str, str]:
    """The name and the setting of the format that a path is read in."""
    chosen = format or format_of(path) or "plain"
    wrong = check_format(chosen)
    if wrong:
        raise InputError(f"{path}: {wrong}")
    name, _, setting = chosen.partition(":")
    return name, setting


def _only(path: str, documents: tuple[Document, ...]) -> Document:
    if len(documents) != 1:
        raise InputError(f"{path}: it holds {len(documents)} articles; read them one by one")
    return documents[0]
