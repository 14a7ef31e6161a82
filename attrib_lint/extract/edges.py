"""Puts stretches of content in order, without loose punctuation at their edges."""

from __future__ import annotations

from collections.abc import Iterable

from attrib_lint.extract.blocktext import BlockText
from attrib_lint.extract.frames import Range

_CLOSING = frozenset(("”", '"', "''", "’", ")", "]", "'"))


def tidy(text: BlockText, pieces: Iterable[Range]) -> tuple[Range, ...]:
    """Pieces in order, joined where they touch, without loose punctuation at their edges."""
    merged: list[list[int]] = []
    for a, b in sorted(pieces):
        if merged and a <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], b)
        else:
            merged.append([a, b])
    syntax, result = text.syntax, []
    for a, b in merged:
        while a < b and _is_loose(text, a, opening=True):
            a += 1
        while b > a and _is_loose(text, b - 1, opening=False):
            b -= 1
        if any(syntax.pos[t] != "PUNCT" for t in range(a, b)):
            result.append((a, b))
    return tuple(result)


def _is_loose(text: BlockText, t: int, opening: bool) -> bool:
    if text.quote_of[t] >= 0 or text.syntax.pos[t] not in ("PUNCT", "SPACE"):
        return False
    return not (text.syntax.low[t] in _CLOSING and not opening)
