"""The index: what was found in a file, and how a paragraph was parsed, kept by content.

It lies in the user's cache folder and holds nothing that can be read without the text it was made
from: rows are named by a hash of the text and sealed with a key derived from the text. A row that
was damaged does not open and counts as missing; a file that was damaged is started anew.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b, shake_256
from pathlib import Path

FORMAT = b"attrib-lint index 1"
_DAY = 86_400
_KEPT_DAYS = 30
_LARGEST = 512 * 1024 * 1024  # bytes; rows that were not used for longest go first
_PATIENCE_MS = 4_000
_AT_ONCE = 500  # rows per query: SQLite takes 999 parameters in its oldest builds
_TAG = 16
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
_TABLE = """
CREATE TABLE IF NOT EXISTS rows (
    key BLOB PRIMARY KEY, used INTEGER NOT NULL, sealed BLOB NOT NULL
) WITHOUT ROWID
"""


def index_path() -> Path:
    """Where the index lies: in the user's cache folder."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("attrib-lint", appauthor=False)) / "index.sqlite3"


class Index:
    """Sealed rows by content. Never raises for what is wrong with its file: it does without.

    `notes` say what a user should know, once each.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._waiting: dict[bytes, bytes] = {}
        self._touched: set[bytes] = set()
        self._today = int(time.time() // _DAY)
        self.notes: list[str] = []
        self._open()

    def find(self, texts: Sequence[bytes], setting: bytes) -> list[bytes | None]:
        """What was kept for each text under a setting; None where there is nothing.

        A setting is whatever else the kept bytes depend on.
        """
        keys = [_key(text, setting) for text in texts]
        rows = self._rows(keys)
        return [
            _opened(rows[key], text, setting) if key in rows else None
            for key, text in zip(keys, texts, strict=True)
        ]

    def keep(self, text: bytes, setting: bytes, content: bytes) -> None:
        """Keep bytes for a text under a setting; written with the next `flush`."""
        if self._connection is not None:
            self._waiting[_key(text, setting)] = _sealed(content, text, setting)

    def flush(self) -> None:
        """Write what waits, in one transaction."""
        connection = self._connection
        if connection is None or not (self._waiting or self._touched):
            return
        rows = [(key, self._today, sealed) for key, sealed in self._waiting.items()]
        touched = [(self._today, key) for key in self._touched]
        self._waiting, self._touched = {}, set()
        try:
            with connection:
                connection.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", rows)
                connection.executemany("UPDATE rows SET used = ? WHERE key = ?", touched)
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Write what waits, let go of old rows, and close the file."""
        self.flush()
        if self._connection is None:
            return
        with suppress(sqlite3.Error), self._connection:
            self._forget(self._connection)
            self._shrink(self._connection)
        with suppress(sqlite3.Error):
            self._connection.close()
        self._connection = None

    def _forget(self, connection: sqlite3.Connection) -> None:
        """Let go of old rows; once a day, because that looks at every row."""
        (last,) = connection.execute("PRAGMA user_version").fetchone()
        if last != self._today:
            old = self._today - _KEPT_DAYS
            connection.execute("DELETE FROM rows WHERE used < ?", (old,))
            connection.execute(f"PRAGMA user_version = {self._today}")

    def _shrink(self, connection: sqlite3.Connection) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (free,) = connection.execute("PRAGMA freelist_count").fetchone()
        if (pages - free) * size > _LARGEST:
            connection.execute(
                "DELETE FROM rows WHERE key IN"
                " (SELECT key FROM rows ORDER BY used LIMIT (SELECT count(*) / 2 FROM rows))"
            )

    def _rows(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        found = {key: self._waiting[key] for key in keys if key in self._waiting}
        wanted = [key for key in dict.fromkeys(keys) if key not in found]
        for start in range(0, len(wanted), _AT_ONCE):
            if self._connection is None:
                break
            some = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, used, sealed FROM rows WHERE key IN ({marks})"
            try:
                for key, used, sealed in self._connection.execute(query, some):
                    found[key] = sealed
                    if used < self._today:
                        self._touched.add(key)
            except sqlite3.Error as error:
                self._give_up(error)
        return found

    def _open(self) -> None:
        try:
            self._connection = _connected(self.path)
        except sqlite3.DatabaseError as error:
            self._give_up(error)
        except OSError as error:
            self.notes.append(f"{self.path}: no index: {error.strerror}. Nothing is kept.")

    def _give_up(self, error: sqlite3.Error) -> None:
        """Do without the file; one that is damaged is removed, and the next run starts anew."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
        self._waiting.clear()
        # An error of Python's own, as of text that cannot be decoded, brings no code.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        if code & 0xFF not in _DAMAGED:  # busy, full, read-only
            self.notes.append(f"{self.path}: the index was left alone: {error}.")
            return
        remove_index(self.path)
        self.notes.append(f"{self.path}: the index was damaged ({error}) and is started anew.")
        with suppress(sqlite3.Error, OSError):
            self._connection = _connected(self.path)


def remove_index(path: Path) -> bool:
    """Remove the index with the files beside it; whether there was one."""
    there = False
    for suffix in ("", "-wal", "-shm", "-journal"):
        file = path.with_name(path.name + suffix)
        with suppress(FileNotFoundError):
            file.unlink()
            there = True
    return there


def _connected(path: Path) -> sqlite3.Connection:
    """The database, made readable for its user alone before anything is written to it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = sqlite3.connect(path, timeout=_PATIENCE_MS / 1000)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_TABLE)
        connection.commit()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def hashed(parts: Iterable[bytes]) -> bytes:
    """A hash of byte strings, each with its length."""
    digest = blake2b(FORMAT, digest_size=32)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def hashed_files(files: Mapping[str, Path] | Mapping[str, str]) -> bytes:
    """A hash of files with the names that they go by; a missing one counts as such."""
    parts: list[bytes] = []
    for name in sorted(files):
        try:
            with open(files[name], "rb") as file:
                content = file.read()
        except OSError:
            content = b"\0missing"
        parts += [name.encode("utf-8", "surrogatepass"), content]
    return hashed(parts)


def _key(text: bytes, setting: bytes) -> bytes:
    return hashed((b"key", setting, text))


def _stream(text: bytes, setting: bytes, length: int) -> int:
    secret = hashed((b"seal", setting, text))
    return int.from_bytes(shake_256(secret).digest(length), "big")


def _sealed(content: bytes, text: bytes, setting: bytes) -> bytes:
    """The content with a tag, under a key that only the text gives."""
    plain = blake2b(content, digest_size=_TAG).digest() + content
    mixed = int.from_bytes(plain, "big") ^ _stream(text, setting, len(plain))
    return mixed.to_bytes(len(plain), "big")


def _opened(sealed: bytes, text: bytes, setting: bytes) -> bytes | None:
    mixed = int.from_bytes(sealed, "big") ^ _stream(text, setting, len(sealed))
    plain = mixed.to_bytes(len(sealed), "big")
    content = plain[_TAG:]
    return content if plain[:_TAG] == blake2b(content, digest_size=_TAG).digest() else None
