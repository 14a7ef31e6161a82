"""Finds the statements a reader could check."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from attrib_lint.core.facts import Attribution, Claim, Hedge, Quantity
from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import Syntax, syntax_of

if TYPE_CHECKING:
    from attrib_lint.extract.attributions import BlockParse

T = TypeVar("T")
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "xcomp", "nmod", "csubj")
_CLAUSES = ("root", "ccomp", "conj", "parataxis", "advcl", "acl", "csubj")


def find_claims(
    blocks: tuple[BlockParse, ...],
    attributions: tuple[Attribution, ...],
    hedges: tuple[Hedge, ...],
    quantities: tuple[Quantity, ...],
) -> tuple[Claim, ...]:
    """Every finite clause that asserts something; spans index the prose.

    The clause of a cue ("he said") asserts nothing of its own and is left out; so are questions,
    commands and conditions. `attribution` is the innermost one whose content or scope holds the
    predicate.
    """
    cues = {a.cue.span.start for a in attributions}
    spoken = _Lookup([(s, a) for a in attributions for s in a.content])
    scopes = _Lookup([(a.scope, a) for a in attributions if a.scope is not None])
    hedged = _Lookup([(h.scope, h) for h in hedges])
    counted = _Lookup([(q.span, q) for q in quantities])
    claims: list[Claim] = []
    for parsed in blocks:
        syntax = syntax_of(parsed.doc)
        for i, clause in _clauses(syntax):
            predicate = syntax.span(i, i + 1).shift(parsed.start)
            if predicate.start in cues:
                continue
            span = clause.shift(parsed.start)
            inner = spoken.holding(predicate) or scopes.holding(predicate)
            claims.append(
                Claim(
                    span=span,
                    predicate=predicate,
                    lemma=syntax.lemma[i],
                    arguments=tuple(s.shift(parsed.start) for s in _arguments(syntax, i)),
                    attribution=min(inner, key=lambda p: len(p[0]))[1] if inner else None,
                    hedges=tuple(h for _, h in hedged.holding(predicate)),
                    quantities=tuple(q for _, q in counted.inside(span)),
                )
            )
    return tuple(claims)


class _Lookup(Generic[T]):
    """Facts by place."""

    def __init__(self, pairs: list[tuple[Span, T]]) -> None:
        self._pairs = sorted(pairs, key=lambda p: p[0].start)
        self._starts = [span.start for span, _ in self._pairs]
        self._longest = max((len(span) for span, _ in pairs), default=0)

    def holding(self, span: Span) -> list[tuple[Span, T]]:
        """The facts whose span holds `span`."""
        near = self._between(span.end - self._longest, span.start)
        return [(s, fact) for s, fact in near if s.contains(span)]

    def inside(self, span: Span) -> list[tuple[Span, T]]:
        """The facts whose span lies in `span`."""
        return [(s, fact) for s, fact in self._between(span.start, span.end) if span.contains(s)]

    def _between(self, low: int, high: int) -> list[tuple[Span, T]]:
        return self._pairs[bisect_left(self._starts, low) : bisect_right(self._starts, high)]


def _clauses(syntax: Syntax) -> Iterator[tuple[int, Span]]:
    """The predicate of each finite clause, and the clause without the clauses it leads to."""
    for i in range(len(syntax)):
        if syntax.dep[i] not in _CLAUSES or not _is_finite(syntax, i):
            continue
        if syntax.dep[i] == "advcl" and any(
            syntax.low[k] in ("if", "unless") for k in syntax.kids[i]
        ):
            continue
        _first, stop = syntax.sent_spans[syntax.sent[i]]
        if syntax.low[stop - 1] == "?":
            continue
        yield i, syntax.span(syntax.left[i], syntax.right[i] + 1)


def _is_finite(syntax: Syntax, i: int) -> bool:
    if syntax.tag[i] in ("VBD", "VBZ", "VBP"):
        return True
    return any(
        syntax.dep[k] in ("aux", "cop") and syntax.tag[k] in ("VBD", "VBZ", "VBP", "MD")
        for k in syntax.kids[i]
    ) and any(syntax.dep[k] in ("nsubj", "csubj", "expl") for k in syntax.kids[i])


def _arguments(syntax: Syntax, i: int) -> Iterator[Span]:
    for k in syntax.kids[i]:
        if syntax.dep[k] in _ARGUMENTS:
            yield syntax.span(syntax.left[k], syntax.right[k] + 1)
