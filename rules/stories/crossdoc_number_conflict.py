"""Give the figure that the other articles on the story give, or say why yours differs.

Five articles from one report cannot buy both hundreds and 10,000 of anything. One finding for each
group of figures, at the one that stands against the others. House convention; AP: check against the
original.

Two figures are compared as within one article (rules/NUMBERS.md). Lets through: figures that may
both be true, other events, articles of different days (the later one is an update), "thousands"
beside 10,000.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

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
)

HELP = "Which figure does the original have? Correct the one that stands alone?"
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "strict")
WHERE = "all"
GUARDS = (
    "articles of different days: the later figure is an update",
    "another unit, noun, event, time or place is another fact",
    "vague words that hold the other figure are let through",
)
OPTIONS = {"evidence": 3.5}
GOOD = [
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
]
Place = tuple[Told, Mention]


def check_story(story: Story, options: Options) -> Iterator[Finding]:
    """One finding for each figure that stands against others."""
    against: dict[int, list[Place]] = defaultdict(list)
    places: dict[int, Place] = {}
    for a, b in _conflicts(story, options.number("evidence")):
        for one, other in ((a, b), (b, a)):
            places[id(one[1])] = one
            against[id(one[1])].append(other)
    while against:
        key = max(against, key=lambda k: (len(against[k]), _vague(places[k][1]), -k))
        others = against.pop(key)
        yield _finding(places[key], others)
        for _, mention in others:
            left = [p for p in against.get(id(mention), []) if id(p[1]) != key]
            if left:
                against[id(mention)] = left
            else:
                against.pop(id(mention), None)


def _vague(mention: Mention) -> bool:
    return not mention.quantity.exact


def _conflicts(story: Story, needed: float) -> Iterator[tuple[Place, Place]]:
    """Pairs of figures from two articles that cannot both be true, found by unit and noun."""
    having: dict[tuple[str, str], list[Place]] = defaultdict(list)
    seen: set[frozenset[int]] = set()
    for told in story.articles:
        for mention in told.figures:
            if mention.quantity.unit in ("age", "score", "ordinal", "%", "point", "fraction"):
                continue
            if mention.part or is_vague_few(mention.quantity.interval):
                continue
            place = (told, mention)
            for noun in mention.nouns or {""}:
                for other in having[dimension(mention.quantity), noun]:
                    pair = frozenset((id(mention), id(other[1])))
                    if pair not in seen and _conflict(other, place, needed):
                        seen.add(pair)
                        yield other, place
                having[dimension(mention.quantity), noun].append(place)


def _conflict(a: Place, b: Place, needed: float) -> bool:
    if a[0] is b[0] or not are_disjoint(a[1].quantity, b[1].quantity):
        return False
    if a[0].date and b[0].date and a[0].date != b[0].date:
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
