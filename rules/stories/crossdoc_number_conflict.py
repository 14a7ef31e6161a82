"""Give the figure that the other articles on the story give, or say why yours differs.

Five articles from one report cannot buy both hundreds and 10,000 of anything. One finding for each
group of figures, at the one that stands against the others. House convention; AP: check against the
original.

Two figures are compared as within one article (rules/NUMBERS.md). Lets through: figures that may
both be true, other events, articles of different days (the later one is an update), "thousands"
beside 10,000.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from attrib_lint.api import (
    Finding,
    Mention,
    Options,
    Related,
    Story,
    Told,
    are_disjoint,
    dimension,
    in_words,
    is_vague_few,
    likeness,
    manner,
    written_value,
)

HELP = "Which figure does the original have? Correct the one that stands alone?"
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "strict")
WHERE = "all"
GUARDS = (
    "articles of different days: the later figure is an update",
    "what is “still” so, or “down from” another figure, is a later count",
    "another unit, noun, event, time or place is another fact",
    "vague words that hold the other figure are let through",
    "“about 10,000” beside 10,000 is let through; “nearly 10,000” beside it is information",
)
OPTIONS = {"evidence": 3.5}
GOOD = [
    "The Ilesa council sent 15 engines to the fire.\n=====\nFour engines were still at the Ilesa "
    "fire, down from 15.",
    "Acme bought 10,000 trucks in May, Acme said.\n=====\nAcme bought around 10,000 trucks in May.",
    "Acme bought 10,000 trucks for the fleet.\n=====\nAcme spent $10m on trucks for the fleet.",
    "Acme bought thousands of trucks for its fleet.\n=====\nAcme bought 10,000 trucks for "
    "its fleet.",
]
BAD = [
    "Acme bought hundreds of trucks for its fleet.\n=====\nAcme bought around 10,000 trucks "
    "for its fleet.",
    "The storm in Ilesa killed 12 villagers.\n=====\nThe storm in Ilesa killed at least 20 "
    "villagers.",
    "The court fined Acme $3 million.\n=====\nThe court fined Acme $30 million.",
    "Acme bought nearly 10,000 trucks for its fleet.\n=====\nAcme bought 10,000 trucks for its "
    "fleet.",
]
Place = tuple[Told, Mention]
_LATER = re.compile(
    r"\b(?:(?:down|up) from|still|remain(?:s|ed|ing)?|by (?:then|evening|noon|nightfall))\b"
)
_SHORT_OF = frozenset(["below", "under"])  # nearly, almost, less than
_REACHED = frozenset(["exact", "over", "least"])


def check_story(story: Story, options: Options) -> Iterator[Finding]:
    """One finding for each figure that stands against others, then for each that has drifted."""
    needed = options.number("evidence")
    yield from _outliers(story, needed)
    yield from _drifts(story, needed)


def _outliers(story: Story, needed: float) -> Iterator[Finding]:
    order = {id(m): i for i, m in enumerate(m for told in story.articles for m in told.figures)}
    against: dict[int, list[Place]] = defaultdict(list)
    places: dict[int, Place] = {}
    for a, b in _pairs(story, needed, _conflict):
        for one, other in ((a, b), (b, a)):
            places[order[id(one[1])]] = one
            against[order[id(one[1])]].append(other)
    while against:
        key = max(against, key=lambda k: (len(against[k]), _vague(places[k][1]), -k))
        others = against.pop(key)
        yield _finding(places[key], others)
        for _, mention in others:
            other_key = order[id(mention)]
            left = [p for p in against.get(other_key, []) if order[id(p[1])] != key]
            if left:
                against[other_key] = left
            else:
                against.pop(other_key, None)


def _drifts(story: Story, needed: float) -> Iterator[Finding]:
    """One finding for each number that some articles hold to be reached and others not."""
    groups: dict[tuple[str, float | None], dict[int, Place]] = defaultdict(dict)
    for pair in _pairs(story, needed, _drift):
        for place in pair:
            quantity = place[1].quantity
            groups[dimension(quantity), written_value(quantity)].setdefault(id(place[0]), place)
    for found in groups.values():
        places = sorted(found.values(), key=lambda p: story.articles.index(p[0]))
        short = [p for p in places if manner(p[1].quantity) in _SHORT_OF]
        reached = [p for p in places if p not in short]
        alone, others = (reached, short) if len(reached) < len(short) else (short, reached)
        told, mention = alone[-1]
        text = (
            f"“{mention.shown}” here, “{others[0][1].shown}” in {others[0][0].name}: "
            "which has the original?"
        )
        related = tuple(Related(m.shown_span, f"here it is {m.shown}", t.path) for t, m in others)
        yield Finding(mention.shown_span, text, related, path=told.path, severity="info")


def _vague(mention: Mention) -> bool:
    return not mention.quantity.exact


def _pairs(
    story: Story, needed: float, differ: Callable[[Place, Place, float], bool]
) -> Iterator[tuple[Place, Place]]:
    """Pairs of figures from two articles that differ in some way, found by unit and noun."""
    having: dict[tuple[str, str], list[Place]] = defaultdict(list)
    seen: set[frozenset[int]] = set()
    for told in story.articles:
        for mention in told.figures:
            if mention.quantity.unit in ("age", "score", "ordinal", "%", "point", "fraction"):
                continue
            if mention.part or mention.compound or is_vague_few(mention.quantity.interval):
                continue  # "the 13-inch model" is another thing than "the 16-inch model"
            place = (told, mention)
            for noun in sorted(mention.nouns or {""}):
                for other in having[dimension(mention.quantity), noun]:
                    pair = frozenset((id(mention), id(other[1])))
                    if pair not in seen and differ(other, place, needed):
                        seen.add(pair)
                        yield other, place
                having[dimension(mention.quantity), noun].append(place)


def _conflict(a: Place, b: Place, needed: float) -> bool:
    """Whether two figures of one fact cannot both be true."""
    return are_disjoint(a[1].quantity, b[1].quantity) and _one_fact(a, b, needed)


def _drift(a: Place, b: Place, needed: float) -> bool:
    """Whether one number is "nearly" reached here and reached, or passed, there."""
    ways = {manner(a[1].quantity), manner(b[1].quantity)}
    if not ways & _SHORT_OF or not ways & _REACHED:
        return False
    same = written_value(a[1].quantity) == written_value(b[1].quantity)
    return same and _one_fact(a, b, needed)


def _one_fact(a: Place, b: Place, needed: float) -> bool:
    if a[0] is b[0]:
        return False
    if a[0].date and b[0].date and a[0].date != b[0].date:
        return False
    if any(m.updates or _LATER.search(m.text_of) for m in (a[1], b[1])):
        return False
    like = likeness(a[1], b[1])
    exact = bool(a[1].nouns & b[1].nouns) or bool(a[1].known & b[1].known)
    return like is not None and exact and like.score >= needed


def _finding(place: Place, others: list[Place]) -> Finding:
    told, mention = place
    shown = f"“{mention.shown}” ({in_words(mention.quantity)})"
    first = others[0][1]
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    text = (
        f"{shown} here; {others[0][0].name} has “{first.shown}” ({in_words(first.quantity)}){more}."
    )
    related = tuple(Related(m.shown_span, f"here it is {m.shown}", t.path) for t, m in others)
    return Finding(mention.shown_span, text, related, path=told.path)
