"""What a careless article gives twice: figures that need less to be held for one fact.

In news two figures are two facts until one is shown. Where the reader suspects a fault in every
other sentence, a figure that comes back near to what it was, for the same things, was copied
badly: the nearest rival is asked about. No pair here may stand in one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.same_fact import GENERAL, times_differ
from attrib_lint.agreement.stems import excludes, stem
from attrib_lint.agreement.values import (
    are_apart,
    dimension,
    is_slip,
    is_transposed,
    is_vague_few,
    ratio,
    written_value,
)
from attrib_lint.extract.units import is_currency, is_duration
from attrib_lint.lexicon import words
from attrib_lint.questions.careful import is_careless

if TYPE_CHECKING:
    from attrib_lint.article import Article

_LARGE = 100.0  # counts of so many are no chance
_SMALL = 12.0
_ROUNDED, _NEAR, _FAR = 1.05, 1.6, 3.0  # times: 4,000 stands for 3,870
_DOERS = ("er", "or", "ist", "ian", "eer")  # singers, senators, cyclists
_UNLIKE = frozenset(("age", "score", "ordinal", "point", "%", "fraction"))


def told_twice(article: Article, found: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of a careless article that cannot both be true, the surest first, each figure once."""
    if not is_careless(article):
        return
    taken = set[int]()
    for are_one in (_is_slip_of, _is_for_headline, _is_pointed_at):
        for a, b in _rivals(found):
            ends = {a.span.start, b.span.start}
            if not ends & taken and are_one(a, b, found):
                taken |= ends
                yield a, b


def is_whole(mention: Mention) -> bool:
    """Whether a figure is of all of a thing, now and here."""
    own = not (mention.part or mention.ranked or mention.updates or mention.rate)
    return own and mention.quantity.unit not in _UNLIKE


def _rivals(found: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Whole figures of two sentences that are apart, the nearest in value first."""
    whole = [m for m in found if is_whole(m) and not is_vague_few(m.quantity.interval)]
    pairs = [
        (a, b)
        for i, a in enumerate(whole)
        for b in whole[i + 1 :]
        if a.sentence != b.sentence
        and dimension(a.quantity) == dimension(b.quantity)
        and are_apart(a.quantity, b.quantity)
        and not _are_apart_in_fact(a, b)
    ]
    yield from sorted(pairs, key=lambda pair: ratio(pair[0].quantity, pair[1].quantity))


def _are_apart_in_fact(a: Mention, b: Mention) -> bool:
    """Whether time makes two facts of them; a headline's is its story's."""
    return times_differ(a.times, b.times) and not (a.headline or b.headline)


def acts_exclude(a: Mention, b: Mention) -> bool:
    """Whether what happens to one does not happen to the other: pledged, and spent."""
    return bool(a.known and b.known) and all(excludes(x, y) for x in a.known for y in b.known)


def are_people(mention: Mention) -> bool:
    """Whether people are counted."""
    if mention.quantity.unit != "count":
        return False
    folk = words("measured_events", "population.words") | words("measured_events", "crowd.words")
    noun = mention.quantity.noun or ""
    return bool(mention.nouns & folk) or (
        noun.endswith(_DOERS) and noun not in words("measured_events", "crowd.things")
    )


def are_like(a: Mention, b: Mention) -> bool:
    """Whether what is counted can be the same: one noun, or people once by a general word."""
    if a.quantity.unit != "count":
        return True
    if a.nouns & b.nouns:
        return True
    general = words("measured_events", "anybody.words")
    return are_people(a) and are_people(b) and bool(a.nouns & general or b.nouns & general)


def _is_slip_of(a: Mention, b: Mention, found: Sequence[Mention]) -> bool:
    """Whether the digits of one are the other's with two swapped, or a zero more."""
    if not (a.quantity.exact and b.quantity.exact):
        return False
    swapped = is_transposed(a.quantity, b.quantity)
    if is_currency(a.quantity.unit):
        return swapped
    low = min(a.quantity.interval.low or 0, b.quantity.interval.low or 0)
    return low >= _LARGE and (swapped or is_slip(a.quantity, b.quantity)) and are_like(a, b)


def _is_for_headline(a: Mention, b: Mention, found: Sequence[Mention]) -> bool:
    """Whether a headline's figure, which the body never gives, is the body's nearest."""
    if a.headline == b.headline or acts_exclude(a, b):
        return False
    top, body = (a, b) if a.headline else (b, a)
    if any(_may_be(m, top) for m in found if not m.headline) or not are_like(a, b):
        return False
    if is_currency(top.quantity.unit) and (_is_small(top) or _is_of_year(body)):
        return False
    times = ratio(a.quantity, b.quantity)
    if times <= _ROUNDED:
        return False
    if is_duration(top.quantity.unit):
        return bool(a.nouns & b.nouns - GENERAL) and times <= _FAR
    return times <= (_FAR if a.nouns & b.nouns - GENERAL else _NEAR)


def _may_be(body: Mention, top: Mention) -> bool:
    """Whether a figure of the body can be the headline's."""
    if dimension(body.quantity) != dimension(top.quantity):
        return False
    if written_value(body.quantity) == written_value(top.quantity):
        return True
    return are_like(body, top) and not are_apart(body.quantity, top.quantity)


def _is_small(mention: Mention) -> bool:
    return (mention.quantity.interval.low or 0) < _LARGE


def _is_of_year(mention: Mention) -> bool:
    """Whether a sentence tells of a year of its own: "it lost £3m in 2019"."""
    return any(time[:4].isdecimal() for time in mention.times)


def _is_pointed_at(a: Mention, b: Mention, found: Sequence[Mention]) -> bool:
    """ "More than 12,000 savers lost their money", "the 9,400 savers who lost theirs"."""
    if a.headline or b.headline or not b.definite or a.quantity.unit != "count":
        return False
    if acts_exclude(a, b):
        return False
    low = min(a.quantity.interval.low or 0, b.quantity.interval.low or 0)
    near = _ROUNDED < ratio(a.quantity, b.quantity) <= _FAR
    if low <= _SMALL or not (near and are_like(a, b)):
        return False
    counted = {stem(noun) for noun in a.nouns | b.nouns}
    told = (b.phrase | b.named_by | b.acts) - counted
    return bool(told & (a.acts | a.known | a.clause | a.phrase))
