"""Words as data: one TOML file per subject, read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import tomli

_FOLDER = Path(__file__).parent


@cache
def load(name: str) -> Mapping[str, tuple[str, ...]]:
    """The word lists of `lexicon/<name>.toml`, as written there.

    A list in a table is found under "table.key" ("speech.clause"), a list at the top under its own
    name; a table's list called `entries` also under the table's name alone.
    """
    data = tomli.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return MappingProxyType(dict(_lists(data, "")))


@cache
def words(name: str, *tables: str) -> frozenset[str]:
    """The entries of some lists of one file (of all, where none is named), in lower case."""
    lists = load(name)
    return frozenset(word.lower() for key in tables or lists for word in lists[key])


def _lists(data: Mapping[str, object], prefix: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, value in data.items():
        if isinstance(value, list):
            entries = tuple(str(item) for item in value)
            if key == "entries" and prefix:
                yield prefix.rstrip("."), entries
            yield prefix + key, entries
        elif isinstance(value, dict):
            yield from _lists(value, f"{prefix}{key}.")
