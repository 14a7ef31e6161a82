"""Paths -> the files to check: folders are searched as ruff searches them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrib_lint.core.errors import InputError
from attrib_lint.inputs import SEARCHED

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_VENDORED = frozenset(
    {
        "__pycache__",
        "_build",
        "bower_components",
        "build",
        "dist",
        "node_modules",
        "site-packages",
        "third_party",
        "vendor",
        "venv",
    }
)
_NO_ARTICLES = frozenset({"cmakelists.txt", "humans.txt", "llms.txt", "robots.txt"})

Ignores = tuple[tuple[Path, "GitIgnoreSpec"], ...]
"""Ignore rules with the folder that they count from, the outermost first."""


def find_files(
    paths: Sequence[Path],
    *,
    root: Path,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    inputs: Mapping[str, str] | None = None,
) -> tuple[Path, ...]:
    """The files that paths stand for, each once, in the order of the paths and then by name.

    A file is taken whatever its name. In a folder only the suffixes of articles and the globs of
    `inputs` count; what git ignores, hidden and vendored folders are skipped. The globs `include`,
    `exclude` and `inputs` are gitignore lines relative to `root`. InputError: a path that does not
    exist, a folder without articles.
    """
    search = _Search(root.absolute(), include, exclude, tuple(inputs or {}))
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = tuple(search.folder(path))
            if not inside:
                raise InputError(f"{path}: no articles here; {search.wanted()}")
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            raise InputError(f"{path}: there is no such file or folder; check the path")
    return tuple(found)


class _Search:
    """What counts as an article in a folder."""

    def __init__(
        self, root: Path, include: Sequence[str], exclude: Sequence[str], inputs: Sequence[str]
    ) -> None:
        self.root = root
        self.include = _spec(include)
        self.exclude = _spec(exclude)
        self.inputs = _spec(inputs)
        self.globs = (*include, *inputs)

    def wanted(self) -> str:
        """What was looked for, in words, and what to do."""
        suffixes = ", ".join(f"*{suffix}" for suffix in SEARCHED)
        globs = f" and the globs {', '.join(self.globs)}" if self.globs else ""
        return (
            f"looked for {suffixes}{globs}, leaving out what is hidden, vendored, excluded or"
            " ignored by git; name a file, or give its kind a format under `inputs` in the config"
        )

    def folder(self, folder: Path) -> Iterator[Path]:
        """The articles under a folder, by name."""
        absolute = folder.absolute()
        pending: list[tuple[Path, Path, Ignores]] = [(folder, absolute, _ignores_above(absolute))]
        while pending:
            shown, real, ignores = pending.pop()
            own = _ignore_file(real / ".gitignore")
            if own is not None:
                ignores = (*ignores, (real, own))
            folders = []
            for entry in _entries(shown):
                below = real / entry.name
                if entry.name.startswith(".") or _ignored(below, _is_dir(entry), ignores):
                    continue
                if self._excluded(below, _is_dir(entry)):
                    continue
                if _is_dir(entry):
                    if not _is_vendored(entry.name, below):
                        folders.append((shown / entry.name, below, ignores))
                elif entry.is_file() and self._is_article(below):
                    yield shown / entry.name
            pending.extend(reversed(folders))

    def _excluded(self, path: Path, is_folder: bool) -> bool:
        return self.exclude is not None and _matches(self.exclude, self.root, path, is_folder)

    def _is_article(self, path: Path) -> bool:
        if self.include is not None and not _matches(self.include, self.root, path, False):
            return False
        if self.inputs is not None and _matches(self.inputs, self.root, path, False):
            return True
        name = path.name.lower()
        if name in _NO_ARTICLES or (name.startswith("requirements") and name.endswith(".txt")):
            return False
        return path.suffix.lower() in SEARCHED


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise InputError(f"{folder}: {reason}; make it readable, or exclude it") from error


def _is_dir(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder to search; links to folders are not followed."""
    return entry.is_dir(follow_symlinks=False)


def _is_vendored(name: str, path: Path) -> bool:
    return name in _VENDORED or (path / "pyvenv.cfg").is_file()


def _spec(globs: Sequence[str]) -> GitIgnoreSpec | None:
    if not globs:
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(globs)


def _ignore_file(path: Path) -> GitIgnoreSpec | None:
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return None
    return _spec(text.split("\n"))


def _ignores_above(folder: Path) -> Ignores:
    """The ignore rules between the repository's root and a folder, which is not included."""
    ignores: list[tuple[Path, GitIgnoreSpec]] = []
    for above in (folder, *folder.parents):
        spec = _ignore_file(above / ".gitignore") if above != folder else None
        if spec is not None:
            ignores.append((above, spec))
        if (above / ".git").exists():
            own = _ignore_file(above / ".git" / "info" / "exclude")
            return (*(((above, own),) if own else ()), *reversed(ignores))
    return ()


def _ignored(path: Path, is_folder: bool, ignores: Ignores) -> bool:
    """Whether git ignores a path: the innermost file that speaks of it decides."""
    for base, spec in reversed(ignores):
        verdict = spec.check_file(_name(path, base, is_folder)).include
        if verdict is not None:
            return verdict
    return False


def _matches(spec: GitIgnoreSpec, base: Path, path: Path, is_folder: bool) -> bool:
    return path.is_relative_to(base) and spec.match_file(_name(path, base, is_folder))


def _name(path: Path, base: Path, is_folder: bool) -> str:
    return path.relative_to(base).as_posix() + ("/" if is_folder else "")
