"""Word lists of training and scoring."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    table = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf8"))
    return {key: frozenset(text.split()) for key, text in table.items()}


def words(key: str) -> frozenset[str]:
    """One list of words.toml."""
    return _table()[key]
