"""Safe edits applied to a file, bytes in and bytes out."""

from __future__ import annotations

import codecs
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from attrib_lint.core.finding import Diagnostic, Edit

_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (b"", "utf-8"),
)


def safe_edits(diagnostics: Iterable[Diagnostic]) -> tuple[Edit, ...]:
    """The edits that cannot change meaning, in reading order.

    Of edits that overlap the first is kept; those of one diagnostic are kept or left together.
    """
    kept: list[Edit] = []
    for diagnostic in diagnostics:
        edits = [edit for edit in diagnostic.edits if edit.safe]
        if edits and not any(_clash(edit, other) for edit in edits for other in kept):
            kept += edits
    return tuple(sorted(kept, key=lambda edit: edit.span))


def _clash(edit: Edit, other: Edit) -> bool:
    return edit.span.overlaps(other.span) or edit.span.start == other.span.start


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits applied; they do not overlap and are in reading order."""
    parts, end = [], 0
    for edit in edits:
        parts += [text[end : edit.span.start], edit.new_text]
        end = edit.span.end
    return "".join([*parts, text[end:]])


def edited_bytes(data: bytes, source_text: str, edits: Iterable[Edit]) -> bytes | None:
    """A file with edits applied, in its own encoding; None where it is not text as read.

    Word files and notebooks are not: their source text is put together by the reader.
    """
    mark, encoding = next(pair for pair in _MARKS if data.startswith(pair[0]))
    try:
        written = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return None
    if written != source_text:
        return None
    return mark + edited(source_text, edits).encode(encoding)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that it is whole at every moment; its permissions stay."""
    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        os.chmod(name, path.stat().st_mode & 0o7777)
        os.replace(name, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(name)
        raise
