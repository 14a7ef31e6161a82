"""Settings that hold for the files of a glob, as `per-file-ignores` and `inputs` do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Generic, TypeVar

Value = TypeVar("Value")


class GlobTable(Generic[Value]):
    """Glob -> value, read like gitignore lines, relative to `root`."""

    def __init__(self, root: Path, table: Mapping[str, Value]) -> None:
        self._root = root
        self._rows = []
        if table:
            from pathspec import GitIgnoreSpec

            self._rows = [(GitIgnoreSpec.from_lines([glob]), v) for glob, v in table.items()]

    def values(self, path: str | Path) -> Iterator[Value]:
        """The values of every glob that a file falls under, in the order of the config."""
        if self._rows:
            name = relative(path, self._root)
            yield from (value for spec, value in self._rows if spec.match_file(name))

    def last(self, path: str | Path) -> Value | None:
        """The value of the last glob that fits: a later line overrides an earlier one."""
        return next(iter([*self.values(path)][::-1]), None)


def relative(path: str | Path, root: Path) -> str:
    """`path` as seen from `root`, with forward slashes; as it is where it lies elsewhere."""
    try:
        return Path(path).absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return Path(path).as_posix().lstrip("/")
