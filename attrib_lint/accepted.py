"""The accepted file: decisions to let findings stand, kept outside the articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from attrib_lint.core.errors import ConfigError
from attrib_lint.core.finding import Diagnostic

_HEADER = """\
# Findings that may stand, and why. Written by `attrib-lint check --add-ignores`; edit freely.
version = 1
"""
_KEYS = ("path", "rule", "fingerprint", "reason", "approved-by", "date")


@dataclass(frozen=True, slots=True)
class Entry:
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


@dataclass(frozen=True, slots=True)
class Accepted:
    """The accepted file as read."""

    entries: tuple[Entry, ...] = ()

    def find(self, diagnostic: Diagnostic) -> Entry | None:
        """The entry that accepts a diagnostic."""
        return next((entry for entry in self.entries if _fits(entry, diagnostic)), None)

    def unused(self, found: Iterable[Diagnostic], paths: Iterable[str]) -> tuple[Entry, ...]:
        """Entries for the files of a run that accept nothing any more."""
        keys = {(diagnostic.fingerprint, diagnostic.rule) for diagnostic in found}
        read = set(paths)
        return tuple(
            entry
            for entry in self.entries
            if entry.path in read and (entry.fingerprint, entry.rule) not in keys
        )


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
    return Accepted(tuple(_entry(path, number, row) for number, row in enumerate(rows, 1)))


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
