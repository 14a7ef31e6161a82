"""Tells people, organisations, outlets and places apart, by the votes of all their mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Literal

from attrib_lint.extract.name_runs import Run
from attrib_lint.extract.publishing import is_compound_title, publishes, was_told_by_unnamed
from attrib_lint.lexicon import words

Kind = Literal["person", "org", "outlet", "place", "other"]
_OFFICES = frozenset(
    ("lawyers", "staff", "spokesman", "spokeswoman", "spokesperson", "website", "rivals")
)
_AGENCIES = tuple((kind, "agency") for kind in ("news", "press", "information", "telegraph"))
_BODIES = frozenset(
    ("firm", "company", "bank", "charity", "startup", "start-up", "retailer", "airline")
)


def kinds_of(runs: list[Run]) -> dict[tuple[str, ...], Kind]:
    """One kind for each form, by the votes of all its mentions."""
    votes: dict[tuple[str, ...], Counter[Kind]] = {}
    for run in runs:
        count = votes.setdefault(run.low, Counter())
        for kind, weight in _votes(run):
            count[kind] += weight
    kinds = {
        low: (count.most_common(1)[0][0] if count else "other") for low, count in votes.items()
    }
    people: dict[str, int] = Counter(
        low[-1] for low, kind in kinds.items() if kind == "person" and len(low) > 1
    )
    for low in kinds:
        if len(low) == 1 and low[0] in people:
            kinds[low] = "person"
    return kinds


def _votes(run: Run) -> Iterator[tuple[Kind, int]]:
    """What speaks for a kind, with its weight."""
    low, syntax = run.low, run.syntax
    last, joined = low[-1], " ".join(low)
    before = syntax.low[run.first - 1] if run.first else ""
    bodies = words("names", "org_words")
    if joined in _outlets() or (
        (before == "the" or len(low) > 1) and f"the {joined}" in _outlets()
    ):
        yield "outlet", 4
    elif len(low) > 1 and last in words("names", "outlet_words"):
        yield "outlet", 3
    elif len(low) > 1 and low[0] in words("names", "outlet_openers"):
        yield "outlet", 4
    if low[-2:] in _AGENCIES and len(low) > 2:
        yield "outlet", 4
    if before in _BODIES:
        yield "org", 4
    if publishes(syntax, run.first, run.stop):
        yield "outlet", 4
    if len(low) == 1 and is_compound_title(syntax.words[run.first]):
        yield "outlet", 3
    if not run.titled and was_told_by_unnamed(syntax, run.first):
        yield "outlet", 3
    yield from _by_company(run)
    body = not bodies.isdisjoint(low)
    if run.titled and not body:
        yield "person", 3
    if len(low) > 1 and low[0] in words("names", "given") and last not in bodies:
        yield "person", 3
    if body:
        yield "org", 3
    if last in words("names", "places") and not run.titled and len(low) <= 2:
        yield "place", 2
    word = syntax.words[run.first]
    if len(low) == 1 and word.isupper() and 2 <= len(word) <= 6 and word.isalpha():
        yield "org", 2
    label = syntax.ent[run.first]
    if label in ("PERSON", "PER"):
        yield "person", 1
    elif label == "ORG":
        yield "org", 1
    elif label in ("LOC", "GPE"):
        yield "place", 1
    after = syntax.low[run.stop] if run.stop < len(syntax) else ""
    nxt = syntax.low[run.stop + 1] if run.stop + 1 < len(syntax) else ""
    if nxt in ("who", "whose") and after == ",":
        yield "person", 2
    if after == "," and nxt.isdecimal() and len(nxt) == 2 and len(low) > 1:
        yield "person", 3


@cache
def _outlets() -> frozenset[str]:
    return words("names", "outlets")


def _by_company(run: Run) -> Iterator[tuple[Kind, int]]:
    """What shows a lone name to be a company or a person: "Halden said it", "shares in Halden"."""
    syntax, stop = run.syntax, run.stop
    if len(run.low) > 2 or run.titled or " ".join(run.low) in _outlets():
        return
    if stop >= len(syntax) and run.first == 0:
        return
    following = syntax.low[stop : stop + 3]
    said = stop < len(syntax) and syntax.tag[stop] in ("VBD", "VBZ", "VBP")
    if said and following[1:2] in (["it"], ["its"]) and syntax.dep[stop + 1] != "obj":
        yield "org", 2
    elif said and following[1:2] in (["he"], ["she"]):
        yield "person", 2
    things = words("names", "company_things")
    if (
        (following[:1] in (["'s"], ["’s"]) and following[1:2] and following[1] in things - _OFFICES)
        or (following[:1] and following[0] in ("shares", "stock"))
        or following[:2] == [",", "which"]
    ):
        yield "org", 2
    before = syntax.low[max(0, run.first - 2) : run.first]
    if before[:1] and before[0] in ("shares", "stake", "stakes") and before[1:] in (["in"], ["of"]):
        yield "org", 2
