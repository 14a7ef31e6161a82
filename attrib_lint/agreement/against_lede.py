"""A headline's figure that the story never gives, against the one figure that its opening gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import inf
from typing import TYPE_CHECKING

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.same_fact import times_differ
from attrib_lint.agreement.stems import excludes, is_content, stem
from attrib_lint.agreement.values import bounds, dimension, is_slip, same_value, written_value
from attrib_lint.core.facts import Quantity
from attrib_lint.core.span import Span
from attrib_lint.extract.operators import operator_kind
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.extract.units import is_currency

if TYPE_CHECKING:
    from attrib_lint.article import Article

_OPENING = 2  # paragraphs after the headline that tell its story
_LEAST = 12.0  # smaller counts belong to many things
_LEAST_SUM = 100.0
_FARTHEST = 3.0  # times: farther apart, two sums are of two things
_SHARED = 2  # words by which a paragraph tells the headline's story


def against_lede(article: Article, found: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of a headline's figure and the opening's, where the one must be meant for the other.

    Headlines sum up: what they give stands in the story. Where it does not, alone or added up, and
    the opening tells the same with one other figure of this kind, that one was meant.
    """
    tops = [m for m in found if m.headline]
    body = [m for m in found if not m.headline]
    for top in tops:
        if not _is_stated(top) or sum(_is_like(m, top) for m in tops) > 1:
            continue
        like = [m for m in body if _is_like(m, top)]
        opening = range(top.block + 1, top.block + _OPENING + 1)
        near = [m for m in like if m.block in opening and _is_close(m, top)]
        if not near or any(not same_value(m.quantity, near[0].quantity) for m in near):
            continue
        if _is_fraction(near[0], top):
            continue
        if any(_stands_for(m.quantity, top) for m in body) or _adds_up(top, like, body):
            continue
        if _tells_the_same(article, top, near[0]):
            yield top, near[0]


def _is_fraction(part: Mention, top: Mention) -> bool:
    """Whether a figure is a half, a third or a quarter of the headline's: "£300m for the first
    year" is no slip of the pen."""
    low, whole = part.quantity.interval.low or 0, top.quantity.interval.low or 0
    return low > 0 and whole / low in (2, 3, 4)


def _is_stated(top: Mention) -> bool:
    """Whether a headline gives a sum or a large count of its own."""
    unit, low = top.quantity.unit, top.quantity.interval.low or 0
    asked = top.right[:1] == ("?",)
    plain = not (top.part or top.ranked or top.compound or top.rate or asked)
    if unit == "count" and top.known & _HARM:
        return plain
    return plain and low >= (
        _LEAST_SUM if is_currency(unit) else _LEAST if unit == "count" else inf
    )


def _is_like(mention: Mention, top: Mention) -> bool:
    """Whether a figure is of the kind of a headline's: its currency, or the same things counted."""
    if dimension(mention.quantity) != dimension(top.quantity) or mention.rate != top.rate:
        return False
    if is_currency(top.quantity.unit) or mention is top:
        return True
    return bool(mention.nouns & top.nouns) or bool(mention.known & top.known & _HARM)


_HARM = frozenset(
    ("kill", "wound", "arrest", "rescue")
)  # of these a headline leaves out whom: "blast kills 31"


def _is_close(mention: Mention, top: Mention) -> bool:
    """Whether an opening's figure is near enough to a headline's to be a slip of it."""
    if mention.part or mention.ranked or mention.updates or mention.quoted or top.updates:
        return False
    return _ratio(mention.quantity, top.quantity) <= _FARTHEST or is_slip(
        mention.quantity, top.quantity
    )


def _ratio(a: Quantity, b: Quantity) -> float:
    one, other = (q.interval.low or q.interval.high or 0 for q in (a, b))
    return max(one, other) / min(one, other) if min(one, other) > 0 else _FARTHEST + 1


def _stands_for(quantity: Quantity, top: Mention) -> bool:
    """Whether a figure can be what a headline gives."""
    if dimension(quantity) != dimension(top.quantity):
        return False
    (low, high), (low_top, high_top) = bounds(quantity), bounds(top.quantity)
    if _is_about(top):
        high_top = low_top
    if low <= high_top and low_top <= high:
        return True
    near, rough = written_value(quantity) or 0, written_value(top.quantity) or 0
    return abs(near - rough) <= 0.05 * near and _digits(rough) < _digits(near)


def _digits(value: float) -> int:
    """The digits of a figure without its zeros: a headline's 300 for 312 has fewer."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _is_about(top: Mention) -> bool:
    """ "Row over £2.3m bill": no more than the sum, but what it is about."""
    thing = top.right[0] if top.right else ""
    return (
        operator_kind(top.quantity.operator) == "over"
        and top.text.lower().startswith("over ")
        and is_content(thing)
        and not thing.endswith("s")
    )


def _adds_up(top: Mention, like: Sequence[Mention], body: Sequence[Mention]) -> bool:
    """Whether two figures of the story, or all of a sentence, give the headline's.

    Beside "400 jobs" a mere "200 more" counts too.
    """
    wanted = written_value(top.quantity) or top.quantity.interval.low or 0
    told: dict[Span, dict[int, float]] = {m.sentence: {} for m in like}
    bare = [m for m in body if m.sentence in told and not m.nouns]
    bare = [m for m in bare if dimension(m.quantity) == dimension(top.quantity)]
    for mention in (*like, *bare):
        told[mention.sentence][mention.span.start] = written_value(mention.quantity) or 0
    sums = [sum(beside.values()) for beside in told.values()]
    values = {value for beside in told.values() for value in beside.values()}
    for a, b in combinations(values, 2):
        sums += [a + b, abs(a - b)]
    return any(abs(value - wanted) <= 0.03 * wanted for value in sums)


def _tells_the_same(article: Article, top: Mention, lede: Mention) -> bool:
    """Whether the opening tells the headline's story up to this figure, and of the same event."""
    if top.known and lede.known and all(excludes(x, y) for x in top.known for y in lede.known):
        return False
    if times_differ(top.times, lede.times):
        return False
    if top.known & lede.known & _HARM:
        return True
    told = _words(article, top.block)
    shared = told & _words(article, top.block + 1)
    if lede.block > top.block + 1:
        return len(shared) > _SHARED
    return len(shared) >= _SHARED


def _words(article: Article, block: int) -> set[str]:
    return {stem(w) for w in syntax_of(article.parsed[block].doc).words if is_content(w)}
