"""Tells which later cue of a sentence goes on beside an earlier one, not inside its content."""

from __future__ import annotations

from msgspec import Struct

from attrib_lint.extract.frames import Frame
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_FINITE = ("VBD", "VBZ", "VBP")
_SPEECH = frozenset(("speech", "writing", "according_to", "colon", "passive"))
_CLOSING = frozenset(("”", '"', "''", "’", ")", "]", "'"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_RELATIVE = frozenset(("which", "who"))
_TURNS = frozenset(("but", "while", "although", "though", "whereas"))
_LOOSE = frozenset(
    ("and", "after", "before", "as", "when", ";")
)  # turn to another speaker after a comma
_DASHES = frozenset(("—", "–", "--", "-"))


class Cut(Struct, frozen=True):
    """Where the earlier content ends; `shared` where the later cue has the earlier one's source."""

    at: int
    shared: bool


def cut_before(syntax: Syntax, outer: Frame, inner: Frame) -> Cut | None:
    """Where the outer content ends if the inner cue continues the sentence's main line."""
    if inner.kind == "noun":
        return _next_noun(syntax, outer, inner)
    if inner.kind not in _SPEECH:
        return None
    first = _finite(syntax, inner.i)
    before = first - 1
    while before > outer.i and syntax.pos[before] == "ADV":
        before -= 1
    if outer.kind in _SPEECH and first == inner.i and syntax.tag[first] == "VBG":
        going_on = _participle(syntax, outer, inner, before)
        if going_on is not None:
            return going_on
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
    return _turn(syntax, outer, inner, own)


def _next_noun(syntax: Syntax, outer: Frame, inner: Frame) -> Cut | None:
    """The next of several nouns: "his claim that he won; | his criticism of her"."""
    first = syntax.left[inner.i]
    listed = outer.kind == "noun" and first - 1 > outer.i
    listed = listed and syntax.low[first - 1] in (";", ",", "and")
    return Cut(first, shared=False) if listed and inner.source is not None else None


def _participle(syntax: Syntax, outer: Frame, inner: Frame, before: int) -> Cut | None:
    """Speech that goes on in a participle: ", adding that", "and urging her", "before saying"."""
    if inner.lemma not in words("cues", "strong.adding"):
        return None
    spoken = syntax.low[before] in _CLOSING and syntax.low[before - 1].endswith(",")
    if syntax.low[before] == "," or syntax.low[before] in _DASHES or spoken:
        return Cut(before + spoken, shared=True)
    paired = syntax.low[before] == "and" and syntax.tag[outer.i] == "VBG"
    aside = syntax.low[before] == "before"
    aside = aside or (syntax.low[before] == "by" and _is_of_thing(syntax, outer))
    return Cut(before, shared=True) if paired or aside else None


def _is_of_thing(syntax: Syntax, outer: Frame) -> bool:
    """Whether a cue is about a thing, and no clause: "took aim at Lee | when she said ..."."""
    pieces = [(a, b) for a, b in outer.content if a < b]
    return all(syntax.pos[syntax.root_of(a, b)] in _NOMINAL for a, b in pieces)


def _turn(syntax: Syntax, outer: Frame, inner: Frame, subject: int) -> Cut | None:
    """The "but", "while" or ", and" right before a cue's subject."""
    left = syntax.left[subject]
    for t in (left, left - 1):
        if t <= outer.i:
            continue
        if syntax.low[t] in _TURNS:
            return Cut(t, shared=False)
        after_comma = syntax.low[t - 1] == "," or syntax.low[t - 2 : t] == [",", "even"]
        loose = after_comma or (
            syntax.low[t] != "and" and (outer.kind == "thought" or _is_of_thing(syntax, outer))
        )
        if loose and syntax.low[t] in _LOOSE and inner.kind == "speech":
            return Cut(t, shared=False)
    return None


def _finite(syntax: Syntax, i: int) -> int:
    """A verb's first auxiliary, or the verb itself."""
    return min([k for k in syntax.kids[i] if k < i and syntax.dep[k] == "aux"] + [i])
