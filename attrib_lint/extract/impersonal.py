"""Cues that credit nobody: "it emerged that", "it turns out", "it is learnt that"."""

from __future__ import annotations

from attrib_lint.extract.frames import Frame, Range, has_verb, whole
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_CLAUSES = ("ccomp", "csubj", "parataxis", "xcomp", "acl")


def impersonal_cue(syntax: Syntax, i: int, lemma: str) -> Frame | None:
    """How something came out, without who brought it out; None for "a rival emerged"."""
    it = expletive_of(syntax, i)
    if it is None or lemma not in words("cues", "impersonal.verbs", "impersonal.phrasal"):
        return None
    last = i
    if lemma in words("cues", "impersonal.phrasal"):
        particle = next((k for k in syntax.kids[i] if i < k <= i + 2 and _is_out(syntax, k)), None)
        if particle is None:
            return None
        last = particle
    clause = _clause(syntax, i)
    content = (clause,) if clause is not None else _around(syntax, i, it)
    if not content:
        return None
    aside = content[0][0] < i
    return Frame(i, i, last + 1, lemma, "passive", None, content, parenthetical=aside)


def expletive_of(syntax: Syntax, i: int) -> int | None:
    """The "it" of "it emerged that", which stands for the clause."""
    return next(
        (
            k
            for k in syntax.kids[i]
            if k < i and syntax.low[k] == "it" and syntax.dep[k] in ("nsubj", "expl")
        ),
        None,
    )


def takes_that(syntax: Syntax, i: int) -> bool:
    """Whether a that-clause follows a verb."""
    return any(
        k > i and syntax.dep[k] in _CLAUSES and "that" in syntax.low[syntax.left[k] : k]
        for k in syntax.kids[i]
    )


def _is_out(syntax: Syntax, k: int) -> bool:
    return syntax.low[k] in ("out", "light")


def _clause(syntax: Syntax, i: int) -> Range | None:
    for k in syntax.kids_of(i, *_CLAUSES):
        if k > i and has_verb(syntax, whole(syntax, k)):
            return whole(syntax, k)
    return None


def _around(syntax: Syntax, i: int, it: int) -> tuple[Range, ...]:
    """The clause around ", it emerged last night,": what stands before it, and after."""
    above = syntax.head[i]
    if syntax.dep[i] != "parataxis" or it < 1 or syntax.low[it - 1] != ",":
        return ()
    first, stop = whole(syntax, above)
    begin, end = it - 1, syntax.right[i] + 1
    pieces = ((first, begin), (end, stop))
    finite = any(has_verb(syntax, piece) for piece in pieces)
    return tuple((a, b) for a, b in pieces if a < b) if finite else ()
