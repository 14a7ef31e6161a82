"""The accepted file: decisions to let findings stand, kept outside the articles."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from attrib_lint.core.errors import ConfigError
from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span

_HEADER = """\
# Findings that may stand, and why. Written by `attrib-lint check --add-ignores`; edit freely.
version = 1
"""
_ENTRY = lazy_regex(
    r"^[ \t]*\[\[accepted\]\][^\n]*\n(?:(?![ \t]*\[)[^\n]*(?:\n|\Z))*", re.MULTILINE
)
_KEYS = ("path", "rule", "fingerprint", "reason", "approved-by", "date")


class Entry(Struct, frozen=True):
    """One decision. `path` is where the finding stood when it was accepted, for people to read."""

    fingerprint: str
    rule: str
    path: str = ""
    reason: str = ""
    approved_by: str = ""
    date: str = ""

    def as_toml(self) -> str:
        """The entry as a table."""
        values = (
            self.path,
            self.rule,
            self.fingerprint,
            self.reason,
            self.approved_by,
            self.date,
        )
        rows = [f"{key} = {_quoted(value)}" for key, value in zip(_KEYS, values, strict=True)]
        return "\n".join(["", "[[accepted]]", *rows, ""])


class Accepted(Struct, frozen=True):
    """The accepted file as read."""

    entries: tuple[Entry, ...] = ()
    text: str = ""

    def find(self, diagnostic: Diagnostic) -> Entry | None:
        """The entry that accepts a diagnostic."""
        return next((entry for entry in self.entries if _fits(entry, diagnostic)), None)

    def unused(
        self, found: Iterable[Diagnostic], paths: Collection[str], rules: Collection[str]
    ) -> Iterator[tuple[Entry, Span]]:
        """Entries that accept nothing any more, and where they stand in the file.

        Only those are judged whose file was read and whose rule ran.
        """
        keys = {(diagnostic.fingerprint, diagnostic.rule) for diagnostic in found}
        places = [Span(*table.span()) for table in _ENTRY.finditer(self.text)]
        if len(places) != len(self.entries):
            return  # laid out in a way that this program does not write: left alone
        for entry, span in zip(self.entries, places, strict=True):
            judged = entry.path in paths and entry.rule in rules
            if judged and (entry.fingerprint, entry.rule) not in keys:
                yield entry, span


def _fits(entry: Entry, diagnostic: Diagnostic) -> bool:
    return (entry.fingerprint, entry.rule) == (diagnostic.fingerprint, diagnostic.rule)


def read_accepted(path: Path) -> Accepted:
    """The entries of an accepted file; none where there is no such file.

    Raises ConfigError for a file that cannot be used.
    """
    import tomli

    try:
        text = path.read_bytes().decode("utf-8")
        table = tomli.loads(text)
    except FileNotFoundError:
        return Accepted()
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}. Mend the file.") from error
    rows = table.get("accepted", [])
    if not isinstance(rows, list):
        raise ConfigError(f"{path}: `accepted` must be a list of tables, [[accepted]].")
    entries = tuple(_entry(path, number, row) for number, row in enumerate(rows, 1))
    return Accepted(entries, text)


def _entry(path: Path, number: int, row: Any) -> Entry:
    where = f"{path}: entry {number}"
    if not isinstance(row, dict):
        raise ConfigError(f"{where} must be a table.")
    for key in row:
        if key not in _KEYS:
            raise ConfigError(f"{where}: unknown key `{key}`. Known: {', '.join(_KEYS)}.")
    for key in ("fingerprint", "rule"):
        if not isinstance(row.get(key), str):
            raise ConfigError(f"{where}: `{key}` is missing. Add it, or remove the entry.")
    return Entry(
        fingerprint=row["fingerprint"],
        rule=row["rule"],
        path=str(row.get("path", "")),
        reason=str(row.get("reason", "")),
        approved_by=str(row.get("approved-by", "")),
        date=str(row.get("date", "")),
    )


def accept(
    path: Path,
    found: Sequence[Diagnostic],
    *,
    reason: str = "",
    approved_by: str = "",
    today: date,
) -> int:
    """Add every diagnostic that the file does not hold yet; how many were added."""
    known = read_accepted(path)
    new = [
        Entry(d.fingerprint, d.rule, d.path, reason, approved_by, today.isoformat())
        for d in found
        if known.find(d) is None
    ]
    if new:
        text = path.read_text("utf-8") if path.exists() else _HEADER
        text = text.rstrip("\n") + "\n" + "".join(entry.as_toml() for entry in new)
        path.write_text(text, "utf-8", newline="\n")
    return len(new)


def _quoted(value: str) -> str:
    """A TOML string; JSON's escapes are TOML's."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
