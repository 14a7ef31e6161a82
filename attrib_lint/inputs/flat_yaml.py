"""YAML that is nothing but lines `key: value`, as most front matter is.

Importing PyYAML takes longer than reading and parsing a short article.
"""

from __future__ import annotations

import re

Pair = tuple[str, str, int, int]
"""Key, value, and where the value stands, with its quotation marks."""

_LINE = re.compile(r"[^\r\n]+")
_PAIR = re.compile(
    r"(?P<key>[A-Za-z_][A-Za-z0-9_-]{0,80}): +"
    r"(?P<value>\"(?P<double>[^\"\\]*)\"|'(?P<single>[^']*)'|(?P<bare>[\w(“‘$£€/](?:.*\S)?)) *"
)
_GOES_ON = re.compile(r": | #|:$")  # to YAML, a mapping in the value or a comment


def flat_pairs(content: str) -> tuple[Pair, ...] | None:
    """The pairs in order, each value as PyYAML reads it; None for YAML that holds anything else."""
    pairs: list[Pair] = []
    for line in _LINE.finditer(content):
        pair = _PAIR.fullmatch(line[0])
        if pair is None or not line[0].isprintable() or _GOES_ON.search(pair["bare"] or ""):
            return None
        value = next(v for v in pair.group("double", "single", "bare") if v is not None)
        start, end = pair.span("value")
        pairs.append((pair["key"], value, line.start() + start, line.start() + end))
    return tuple(pairs)
