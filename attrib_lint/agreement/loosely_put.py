"""What a careless article puts two ways: figures that need less to be held for one estimate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrib_lint.agreement.loosely import acts_exclude, are_like, is_whole
from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.same_fact import times_differ
from attrib_lint.agreement.values import (
    dimension,
    is_vague_few,
    manner,
    may_agree,
    written_value,
)
from attrib_lint.extract.units import is_currency, is_duration
from attrib_lint.questions.careful import is_careless

if TYPE_CHECKING:
    from attrib_lint.article import Article

_SMALL = 12.0
_LARGE = 1000.0
_TWO = 2
_SHORT = frozenset(("exact", "over", "least"))  # headlines leave that out
_PLAIN = ("exact", "range")


def put_twice(article: Article, found: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of a careless article in which an estimate stands for a count, each figure once."""
    if not is_careless(article):
        return
    taken = set[int]()
    whole = [m for m in found if is_whole(m) and not is_vague_few(m.quantity.interval)]
    whole = [m for m in whole if not _is_about(m)]
    pairs = [(a, b) for i, a in enumerate(whole) for b in whole[i + 1 :] if _may_drift(a, b)]
    for are_one in (_is_same_number, _is_near):
        for a, b in sorted(pairs, key=lambda pair: _gap(*pair)):
            ends = {a.span.start, b.span.start}
            if not ends & taken and are_one(a, b, whole):
                taken |= ends
                yield a, b


def _may_drift(a: Mention, b: Mention) -> bool:
    """Whether two figures can be one and are put with different care."""
    if a.sentence == b.sentence or dimension(a.quantity) != dimension(b.quantity):
        return False
    ways = manner(a.quantity), manner(b.quantity)
    if ways[0] == ways[1] or "vague" in ways or set(ways) <= set(_PLAIN):
        return False
    if acts_exclude(a, b):
        return False
    if times_differ(a.times, b.times) and not (a.headline or b.headline):
        return False
    return may_agree(a.quantity, b.quantity)


def _gap(a: Mention, b: Mention) -> float:
    one, other = (written_value(m.quantity) or 0 for m in (a, b))
    return abs(one - other) / max(one, other, 1)


def _is_same_number(a: Mention, b: Mention, whole: Sequence[Mention]) -> bool:
    """Whether one number comes back, with "about", "nearly" or "at least" once only."""
    value = written_value(a.quantity) or 0
    if value != written_value(b.quantity):
        return False
    if (a.headline or b.headline) and {manner(m.quantity) for m in (a, b)} <= _SHORT:
        return False
    unit = a.quantity.unit
    if unit == "count":
        return value > _SMALL and are_like(a, b)
    if is_currency(unit):
        return value > _SMALL
    like = [m for m in whole if m.quantity.unit == unit]
    alone = all(m in (a, b) for m in like if written_value(m.quantity) == value)
    return alone and (not is_duration(unit) or _share(a, b) or len(like) == _TWO)


def _is_near(a: Mention, b: Mention, whole: Sequence[Mention]) -> bool:
    """ "Nearly $75 million", "$74.6 million": no third sum being near."""
    low = min(written_value(m.quantity) or 0 for m in (a, b))
    unit = a.quantity.unit
    if not _gap(a, b) or _is_bound(a) or _is_bound(b):
        return False
    told = b.definite or bool(a.acts & b.acts)
    if low < _LARGE and not (unit == "count" and low > _SMALL and told):
        return False
    near = [m for m in whole if m.quantity.unit == unit and may_agree(m.quantity, b.quantity)]
    values = {written_value(m.quantity) for m in near}
    if len(values) > _TWO:
        return False
    if unit == "count":
        return are_like(a, b) or bool(a.acts & b.acts)
    return is_currency(unit)


def _is_bound(mention: Mention) -> bool:
    """ "Nobody sells below $25,000", "up to 40": a bound, which another figure need not reach."""
    return manner(mention.quantity) in ("under", "most")


def _is_about(mention: Mention) -> bool:
    """ "Row over £2m bill": what a headline's row is about."""
    return mention.headline and mention.text.lower().startswith("over ")


def _share(a: Mention, b: Mention) -> bool:
    return bool(a.nouns & b.nouns or a.acts & b.acts or a.phrase & b.phrase)
