"""Tells which later cue of a sentence goes on beside an earlier one, not inside its content."""

from __future__ import annotations

from dataclasses import dataclass

from attrib_lint.extract.frames import Frame
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_FINITE = ("VBD", "VBZ", "VBP")
_SPEECH = frozenset(("speech", "writing", "according_to", "colon", "passive"))
_CLOSING = frozenset(("”", '"', "''", "’", ")", "]", "'"))
_RELATIVE = frozenset(("which", "who"))
_TURNS = frozenset(("but", "while", "although", "though", "whereas"))


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the earlier content ends; `shared` where the later cue has the earlier one's source."""

    at: int
    shared: bool


def cut_before(syntax: Syntax, outer: Frame, inner: Frame) -> Cut | None:
    """Where the outer content ends if the inner cue continues the sentence's main line."""
    if inner.kind not in _SPEECH:
        return None
    first = _finite(syntax, inner.i)
    before = first - 1
    while before > outer.i and syntax.pos[before] == "ADV":
        before -= 1
    if outer.kind in _SPEECH:
        spoken = syntax.low[before] in _CLOSING and syntax.low[before - 1].endswith(",")
        going_on = syntax.tag[inner.i] == "VBG" and inner.lemma in words("cues", "strong.adding")
        if going_on and first == inner.i and (syntax.low[before] == "," or spoken):
            return Cut(before + spoken, shared=True)
    own = next((k for k in syntax.kids[inner.i] if syntax.dep[k] == "nsubj"), None)
    if own is None:
        tag = syntax.tag[first]
        same = tag in _FINITE and tag == syntax.tag[_finite(syntax, outer.i)]
        joined = same and syntax.low[before] in ("and", "but")
        return Cut(before, shared=True) if joined else None
    if own > inner.i:
        return None
    relative = syntax.left[own] - 1
    if relative - 1 > outer.i and syntax.low[relative] in _RELATIVE:
        return Cut(relative, shared=False) if syntax.low[relative - 1] == "," else None
    return None if outer.kind not in _SPEECH else _turn(syntax, outer, own)


def _turn(syntax: Syntax, outer: Frame, subject: int) -> Cut | None:
    """The "but" or "while" right before a cue's subject."""
    left = syntax.left[subject]
    for t in (left, left - 1):
        if t > outer.i and syntax.low[t] in _TURNS:
            return Cut(t, shared=False)
    return None


def _finite(syntax: Syntax, i: int) -> int:
    """A verb's first auxiliary, or the verb itself."""
    return min([k for k in syntax.kids[i] if k < i and syntax.dep[k] == "aux"] + [i])
