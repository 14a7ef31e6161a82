"""The line of a TOML file on which a key stands, for messages."""

from __future__ import annotations

import re

from attrib_lint.core.lazy_regex import lazy_regex

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = lazy_regex(rf"\s*\[{{1,2}}\s*({_DOTTED})\s*\]")
_ASSIGNED = lazy_regex(rf"\s*({_DOTTED})\s*=")
_PREFIX = ("tool", "attrib-lint")


def line_of(text: str, keys: tuple[str, ...]) -> int | None:
    """The 1-based line that names `keys`, or their longest beginning; None where nothing does.

    `[tool.attrib-lint]` before the keys is optional.
    """
    table: tuple[str, ...] = ()
    best, best_line = 0, None
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        assigned = None if header else _ASSIGNED.match(line)
        if header:
            table = _split(header[1])
            path = table
        elif assigned:
            path = table + _split(assigned[1])
        else:
            continue
        if path[: len(_PREFIX)] == _PREFIX:
            path = path[len(_PREFIX) :]
        shared = _shared(path, keys)
        if shared > best and shared == min(len(path), len(keys)):
            best, best_line = shared, number
    return best_line


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))


def _shared(path: tuple[str, ...], keys: tuple[str, ...]) -> int:
    """How many keys the two have in common from the start."""
    count = 0
    for ours, theirs in zip(path, keys, strict=False):
        if ours != theirs:
            break
        count += 1
    return count
