"""Where a paragraph's dateline ends: "LIMA, Peru (AP) - ", "Guwahati: "."""

from __future__ import annotations

from attrib_lint.extract.syntax import Syntax

_LONGEST = 12  # words: "NASHUA, N.H., Feb. 9 (AP) -"
_DASHES = frozenset(("-", "—", "–", "--"))
_OF_DATELINE = frozenset(("PROPN", "NUM", "PUNCT", "SYM", "SPACE", "X"))


def dateline_end(syntax: Syntax) -> int:
    """The first token after a dateline, 0 where a paragraph has none."""
    if not len(syntax) or not syntax.words[0][0].isupper():
        return 0
    for t in range(1, min(len(syntax) - 1, _LONGEST)):
        word, spaced = syntax.low[t], syntax.end[t - 1] < syntax.start[t]
        if word in _DASHES and spaced and syntax.end[t] < syntax.start[t + 1]:
            return t + 1 if _is_shouted(syntax, t) else 0
        if word == ":":
            placed = t <= 2 and all(syntax.ent[k] in ("LOC", "GPE") for k in range(t))
            return t + 1 if placed else 0
        if syntax.pos[t] not in _OF_DATELINE and syntax.words[t].islower():
            return 0
    return 0


def _is_shouted(syntax: Syntax, dash: int) -> bool:
    """Whether the town is in capitals, or an agency stands in brackets before the dash."""
    town = syntax.words[0]
    return (len(town) > 1 and town.isupper()) or syntax.low[dash - 1] == ")"
