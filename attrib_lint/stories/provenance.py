"""Which article rests on which outlet or person, and the same figures side by side."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.same_fact import likeness
from attrib_lint.agreement.values import are_disjoint, dimension, is_vague_few
from attrib_lint.stories.story import Credit, Story, Told

_EVIDENCE = 2.5
_PRONOUNS = frozenset(["that", "who", "they", "he", "she", "it", "which", "this", "some"])
_APART = ("age", "score", "ordinal", "%", "point", "fraction")


class Rests(Struct, frozen=True):
    """What one article rests on: outlets by name, unnamed and named people as written.

    `independent` says that it adds sourcing of its own.
    """

    told: Told
    outlets: tuple[str, ...]
    unnamed: tuple[Credit, ...]
    people: tuple[str, ...]
    independent: bool


class SideBySide(Struct, frozen=True):
    """One fact as the articles have it; `outliers` are the figures that stand alone."""

    noun: str
    unit: str
    figures: tuple[tuple[str, Mention], ...]
    outliers: tuple[tuple[str, Mention], ...]


def rests(story: Story) -> tuple[Rests, ...]:
    """What each article of a story rests on, in order."""
    return tuple(
        Rests(
            told,
            tuple(dict.fromkeys(story.outlet_name(c) for c in told.outlets)),
            _introduced(told.unnamed),
            tuple(sorted(told.people)),
            story.independent(told),
        )
        for told in story.articles
    )


def _introduced(credits: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Unnamed people as they are first told of, without pronouns and "the sources" after them."""
    kept: list[Credit] = []
    for credit in credits:
        words = credit.text.lower().split()
        before = {word for c in kept for word in c.text.lower().split()}
        again = words[0] in ("the", "these", "those", "one") and words[-1] in before
        if words[-1] not in _PRONOUNS and not again and credit.text not in {c.text for c in kept}:
            kept.append(credit)
    return tuple(kept)


def side_by_side(story: Story) -> tuple[SideBySide, ...]:
    """Figures that at least two articles give for one fact, the most widely given first."""
    groups: list[list[tuple[str, Mention]]] = []
    by_kind: dict[tuple[str, str], list[list[tuple[str, Mention]]]] = defaultdict(list)
    for told in story.articles:
        for mention in told.figures:
            quantity = mention.quantity
            if quantity.unit in _APART or mention.part or is_vague_few(quantity.interval):
                continue
            keys = [(dimension(quantity), noun) for noun in sorted(mention.nouns or {""})]
            group = next((g for k in keys for g in by_kind[k] if _belongs(mention, g)), None)
            if group is None:
                group = []
                groups.append(group)
                for key in keys:
                    by_kind[key].append(group)
            group.append((told.path, mention))
    shared = [g for g in groups if len({path for path, _ in g}) > 1]
    shared.sort(key=lambda g: (-len({path for path, _ in g}), g[0][1].span.start))
    return tuple(_row(g) for g in shared)


def _belongs(mention: Mention, group: list[tuple[str, Mention]]) -> bool:
    found = [likeness(other, mention) for _, other in group]
    return any(like is not None and like.score >= _EVIDENCE for like in found)


def _row(group: list[tuple[str, Mention]]) -> SideBySide:
    first = group[0][1]
    alone = []
    for path, mention in group:
        others = [m for p, m in group if p != path]
        apart = [m for m in others if are_disjoint(m.quantity, mention.quantity)]
        if others and 2 * len(apart) > len(others):
            alone.append((path, mention))
    noun = first.quantity.noun or next(iter(sorted(first.events)), "")
    return SideBySide(noun, first.quantity.unit, tuple(group), tuple(alone))
