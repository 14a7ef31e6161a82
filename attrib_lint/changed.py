"""Which lines of which files changed, as git sees it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from attrib_lint.core.errors import ConfigError
from attrib_lint.core.lazy_regex import lazy_regex

_HUNK = lazy_regex(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = lazy_regex(rb"\\([abfnrtv\"\\]|[0-7]{3})")
_LETTERS = {b"a": 7, b"b": 8, b"f": 12, b"n": 10, b"r": 13, b"t": 9, b"v": 11, b'"': 34, b"\\": 92}
_DIFF = ("diff", "--unified=0", "--no-color", "--no-ext-diff", "--src-prefix=a/", "--dst-prefix=b/")
WHOLE = range(1, 1 << 60)
"""The lines of a file that is new, or asked for as a whole."""

Lines = tuple[range, ...]


class Repository(Struct, frozen=True):
    """A git repository; every path it takes or gives is absolute, unless said otherwise."""

    root: Path

    @staticmethod
    def around(folder: Path) -> Repository:
        """The repository that a folder lies in. Raises ConfigError if there is none."""
        top = _git(folder, "rev-parse", "--show-toplevel")
        return Repository(Path(os.fsdecode(top.rstrip(b"\n"))))

    def merge_base(self, rev: str | None) -> str:
        """The commit where this branch left `rev`, or else the branch it follows.

        Raises ConfigError for an unknown revision, and where there is nothing to follow.
        """
        names = (rev,) if rev else ("@{upstream}", "origin/HEAD", "origin/main", "origin/master")
        for name in names:
            commit = self._try("merge-base", "HEAD", name)
            if commit:
                return commit.decode().strip()
        if rev:
            raise ConfigError(
                f"--changed={rev}: git knows no such revision here, or it shares no history with"
                " this branch. Name a branch, a tag or a commit."
            )
        raise ConfigError(
            "--changed: this branch follows no other. Name one: --changed=main, or --changed=HEAD."
        )

    def since(self, commit: str) -> dict[Path, Lines]:
        """Lines of the working tree that differ from a commit; untracked files as a whole."""
        lines = self._diff(commit)
        untracked = self._run("ls-files", "--others", "--exclude-standard", "-z")
        lines.update((path, (WHOLE,)) for path in self._paths(untracked))
        return lines

    def staged(self) -> dict[Path, Lines]:
        """Lines of the index that differ from the last commit."""
        return self._diff("--cached")

    def between(self, start: str, end: str) -> dict[Path, Lines]:
        """Lines that `end` changed since it left `start`."""
        return self._diff(f"{start}...{end}")

    def staged_bytes(self, path: Path) -> bytes:
        """A file as it is staged."""
        return self._run("show", f":./{path.relative_to(self.root).as_posix()}")

    def _diff(self, *what: str) -> dict[Path, Lines]:
        names = self._paths(self._run("diff", "--name-only", "-z", *what))
        lines: dict[Path, Lines] = dict.fromkeys(names, ())
        diff = self._run(*_DIFF, *what)
        for name, changed in parse_diff(diff.split(b"\n")):
            path = self.root / os.fsdecode(name)
            lines[path] = (*lines.get(path, ()), changed)
        return lines

    def _paths(self, listed: bytes) -> list[Path]:
        return [self.root / os.fsdecode(name) for name in listed.split(b"\0") if name]

    def _run(self, *arguments: str) -> bytes:
        return _git(self.root, *arguments)

    def _try(self, *arguments: str) -> bytes:
        try:
            return _git(self.root, *arguments)
        except ConfigError:
            return b""


def parse_diff(diff: Sequence[bytes]) -> Iterator[tuple[bytes, range]]:
    """New file name and new lines of every hunk of a diff without context."""
    name = b""
    i = 0
    while i < len(diff):
        line = diff[i]
        i += 1
        if line.startswith(b"+++ "):
            name = _name(line[4:])
        hunk = _HUNK.match(line)
        if hunk is None:
            continue
        removed, start, added = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
        i += removed + added  # what follows is text, whatever it looks like
        if added and name:
            yield name, range(start, start + added)


def _name(written: bytes) -> bytes:
    """A file name as git writes it after `+++ `; empty for a file that was removed."""
    written = written.removesuffix(b"\t")
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_unescaped, written[1:-1])
    return written[2:] if written.startswith(b"b/") else b""


def _unescaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    return bytes([_LETTERS[code] if code in _LETTERS else int(code, 8)])


def touches(lines: Mapping[Path, Lines], path: Path, first: int, last: int) -> bool:
    """Whether a stretch of lines of a file (1-based, both included) has changed."""
    return any(part.start <= last and first < part.stop for part in lines.get(path, ()))


def _git(folder: Path, *arguments: str) -> bytes:
    """What a git command prints. Raises ConfigError, with what git said."""
    import subprocess

    command = ["git", "-c", "core.quotepath=false", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except FileNotFoundError as error:
        raise ConfigError("git: is not installed. Install it, or name the files.") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[0] if said else f"git exited with {error.returncode}"
        raise ConfigError(f"{folder}: {reason}. Run this inside a git repository.") from error
    return done.stdout
