"""Conflicts of ages, scores and ordinals, which have rules of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.people_of import one_bearer
from attrib_lint.agreement.stems import stem
from attrib_lint.agreement.values import same_value
from attrib_lint.core.lazy_regex import lazy_regex

_PARTIAL = frozenset(
    [
        "half",
        "halftime",
        "half-time",
        "first",
        "second",
        "third",
        "period",
        "quarter",
        "set",
        "inning",
        "early",
        "lead",
        "leading",
        "led",
        "minute",
        "aggregate",
        "earlier",
        "previous",
        "last",
        "season",
        "ago",
        "penalties",
        "shootout",
        "shoot-out",
        "down",
        "up",
    ]
)
_PEOPLE = frozenset(
    [
        "man",
        "woman",
        "boy",
        "girl",
        "person",
        "child",
        "son",
        "daughter",
        "student",
        "brother",
        "sister",
    ]
)
_BEFORE = ("last", "previous", "earlier")
_GAP = 2  # characters between the scores of two sets
_BORN = lazy_regex(
    r"\bborn\b"
    r"|\b(?:was|were|been) (?:founded|launched|created|built|opened|established"
    r"|introduced|released)\b"
)
_TOLD_OVER = lazy_regex(r"\bof (?:whom|which|them)\b")
_THEN = lazy_regex(r"\b(?:then|when|at the time|ago|at age|turned|turns|was only|since)\b")


def of_kind(
    found: Sequence[Mention], shared_names: AbstractSet[str]
) -> Iterator[tuple[Mention, Mention, str]]:
    """Pairs that disagree, with the kind that says so.

    `shared_names` are the surnames that several people of the article have.
    """
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            if a.quantity.unit != b.quantity.unit:
                if _exceeds(a, b):
                    yield a, b, "ordinal"
                elif _other_age(a, b) or _other_age(b, a):
                    yield a, b, "age"
                continue
            if a.sentence == b.sentence or same_value(a.quantity, b.quantity):
                continue
            if a.quantity.unit == "age" and _same_person(a, b, shared_names):
                yield a, b, "age"
            elif a.quantity.unit == "score" and _same_match(a, b, found):
                yield a, b, "score"


def _same_person(a: Mention, b: Mention, shared_names: AbstractSet[str]) -> bool:
    """Whether two exact ages are of one named person, or of one thing that "the" points back to."""
    if not (a.quantity.exact and b.quantity.exact):
        return False
    if any(_THEN.search(" ".join((*m.left, "|", *m.right[:2]))) for m in (a, b)):
        return False
    if "(" in (*a.left[-1:], *b.left[-1:]):
        return False  # "Warren (12)" counts votes as often as years
    if a.bearer and b.bearer:
        alone = a.bearer in shared_names or b.bearer in shared_names
        return one_bearer(a.bearer, b.bearer) and not alone
    if a.bearer or b.bearer or a.proper or b.proper or a.nouns & _PEOPLE:
        return False
    return bool(a.nouns & b.nouns) and b.definite and not a.part and not b.part


def _other_age(age: Mention, since: Mention) -> bool:
    """ "the 15-year-old browser" and "ten years ago the browser was born"."""
    if age.quantity.unit != "age" or since.quantity.unit != "year" or since.right[:1] != ("ago",):
        return False
    born = _BORN.search(since.text_of) and not age.bearer and age.quantity.exact
    born = born and not age.nouns & _PEOPLE
    low, years = age.quantity.interval.low, since.quantity.interval.low
    if not born or low is None or years is None or not since.quantity.exact:
        return False
    return bool({stem(n) for n in age.nouns} & since.subject) and abs(low - years) > 1


def _same_match(a: Mention, b: Mention, found: Sequence[Mention]) -> bool:
    """Whether two results are of one match: two names beside both, or a win of one just named."""
    if _is_partial(a) or _is_partial(b) or _is_long_ago(a) != _is_long_ago(b):
        return False
    if len(a.beside & b.beside) >= 2:
        return True
    between = (m for m in found if a.span.end < m.span.start < b.span.start)
    last = not any(m.quantity.unit == "score" and not _is_partial(m) for m in between)
    return last and "win" in b.acts and bool(b.beside) and b.beside <= a.beside


def _is_partial(mention: Mention) -> bool:
    """Whether a score is that of a half, or of a set: "6-4 6-2"."""
    span = mention.span
    gaps = (
        max(q.span.start - span.end, span.start - q.span.end)
        for q in mention.siblings
        if q.unit == "score"
    )
    return bool(_PARTIAL & {*mention.left, *mention.right}) or any(g <= _GAP for g in gaps)


def _is_long_ago(mention: Mention) -> bool:
    """Whether a score is dated by its month or season: "whom she beat in May"."""
    return any(time[5:7].isdecimal() or time.startswith(_BEFORE) for time in mention.times)


def _exceeds(a: Mention, b: Mention) -> bool:
    """ "four superdelegates, two of whom ... A fifth superdelegate": more than are told over."""
    if (a.quantity.unit, b.quantity.unit) != ("count", "ordinal") or a.block != b.block:
        return False
    if not a.quantity.exact or not a.quantity.noun or a.quantity.noun != b.quantity.noun:
        return False
    total, nth = a.quantity.interval.high, b.quantity.interval.low
    told_over = _TOLD_OVER.search(a.text_of) is not None and a.holds
    return total is not None and nth is not None and nth == total + 1 and told_over
