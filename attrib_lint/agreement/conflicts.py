"""Pairs of figures in one article that cannot both be true."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.agreement.against_lede import against_lede
from attrib_lint.agreement.entries import Entries
from attrib_lint.agreement.headline_figures import is_borne_out
from attrib_lint.agreement.kinds import of_kind
from attrib_lint.agreement.loosely import told_twice
from attrib_lint.agreement.mention import Mention, mentions
from attrib_lint.agreement.people_of import namesakes
from attrib_lint.agreement.proof import NEEDED, is_proven, sources_disagree
from attrib_lint.agreement.recounts import recounts
from attrib_lint.agreement.same_fact import Likeness, likeness, shares_end
from attrib_lint.agreement.taken_up import Limits, taken_up
from attrib_lint.agreement.values import (
    are_apart,
    are_disjoint,
    dimension,
    is_label,
    is_slip,
    is_vague_few,
    ratio,
    same_value,
)
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span

if TYPE_CHECKING:
    from attrib_lint.article import Article

_LIVE = lazy_regex(r"\bthe latest\b|\blive (?:updates|blog)\b|\bas it happened\b", re.IGNORECASE)
_WORLDS = 100.0
_STUDY = frozenset(
    [
        "the",
        "poll",
        "survey",
        "study",
        "report",
        "reports",
        "statement",
        "new",
        "latest",
        "same",
        "race",
        "his",
        "her",
        "its",
    ]
)
_FREQUENCIES = frozenset(["once", "twice", "thrice"])  # how often, never how many
_CLOCK = lazy_regex(r"\n\s*\d{1,2}[:.]\d\d\s*[ap]\.?m", re.IGNORECASE)


class Conflict(Struct, frozen=True):
    """Two mentions of one fact whose intervals do not meet; `first` stands first in the text.

    `sources_differ` is true where two different sources are credited with the figures.
    """

    first: Mention
    second: Mention
    likeness: Likeness
    sources_differ: bool

    @property
    def ratio(self) -> float:
        """How many times one figure is above the other, at least."""
        return ratio(self.first.quantity, self.second.quantity)


def reports_as_it_happens(article: Article) -> bool:
    """Whether an article is a running report, whose figures are updates."""
    return bool(_LIVE.search(article.text[:300])) or len(_CLOCK.findall(article.text)) > 2


def find_conflicts(article: Article) -> tuple[Conflict, ...]:
    """The conflicts of an article in reading order, each outlier reported once.

    Articles that report as things happen are left alone: their figures are updates.
    """
    if reports_as_it_happens(article):
        return ()
    found = mentions(article)
    beside, limits = _beside(found), Limits(article)
    candidates = [
        c
        for a, b in _pairs(found)
        if (c := _conflict(a, b, found, beside))
        and not limits.is_another(a, b)
        and not _both_restated(c, found)
        and not is_borne_out(c.first, c.second, c.likeness.score, found)
    ]
    candidates += [
        Conflict(a, b, Likeness(NEEDED, ((why, NEEDED),)), False)
        for a, b, why in of_kind(found, namesakes(article))
    ]
    for kind, pairs in (
        ("lede", (p for p in against_lede(article, found) if not limits.is_another(*p))),
        ("crowd", recounts(found)),
        ("taken up", taken_up(article, found, limits)),
    ):
        like = Likeness(NEEDED, ((kind, NEEDED),))
        candidates += [Conflict(a, b, like, False) for a, b in pairs]
    entries = Entries(article)
    candidates = [c for c in candidates if not entries.are_two(c.first.block, c.second.block)]
    return tuple(_with_careless(article, found, _one_per_outlier(candidates, found)))


def _with_careless(
    article: Article, found: Sequence[Mention], proven: list[Conflict]
) -> list[Conflict]:
    """What is shown, and in a careless article what is likely enough."""
    taken = {m.span.start for conflict in proven for m in (conflict.first, conflict.second)}
    loose = [
        Conflict(a, b, Likeness(NEEDED, (("careless", NEEDED),)), False)
        for a, b in told_twice(article, found)
        if not {a.span.start, b.span.start} & taken
    ]
    return sorted(proven + loose, key=lambda c: c.first.span.start)


_Beside = Mapping[tuple[Span, str], Sequence[Mention]]


def _beside(found: Sequence[Mention]) -> _Beside:
    """The figures of each sentence by what they may be compared on."""
    groups: defaultdict[tuple[Span, str], list[Mention]] = defaultdict(list)
    for mention in found:
        groups[mention.sentence, dimension(mention.quantity)].append(mention)
    return groups


def _of_sentence(mention: Mention, beside: _Beside) -> list[Mention]:
    """The other figures of a mention's sentence that may be compared with it."""
    group = beside[mention.sentence, dimension(mention.quantity)]
    return [m for m in group if m.span != mention.span]


def _pairs(found: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of one dimension in different sentences."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        is_range = mention.quantity.unit == "age" and not mention.quantity.exact
        kind = mention.quantity.unit in ("age", "score", "ordinal") or is_label(mention.quantity)
        if not kind or is_range:
            groups[dimension(mention.quantity)].append(mention)
    for group in groups.values():
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                if a.sentence != b.sentence:
                    yield a, b


def _conflict(a: Mention, b: Mention, found: Sequence[Mention], beside: _Beside) -> Conflict | None:
    ends = shares_end(a.quantity, b.quantity) and _only_range(b, found)
    if not (are_apart(a.quantity, b.quantity) or ends):
        return None
    if is_vague_few(a.quantity.interval) or is_vague_few(b.quantity.interval):
        return None
    risen = "rise" in a.known & b.known and a.headline != b.headline  # "rises to 12", "rose to 12"
    if (a.updates or b.updates) and not risen:
        return None
    if _opens_list(a) and _opens_list(b):
        return None
    if a.headline != b.headline and _are_worlds_apart(a, b):
        return None
    if any(_is_moment(m) or m.text.lower() in _FREQUENCIES for m in (a, b)):
        return None
    like = likeness(a, b)
    if like is None:
        return None
    by_a, by_b = _of_sentence(a, beside), _of_sentence(b, beside)
    if _sums_up(a, b, by_b) or _sums_up(b, a, by_a):
        return None
    if _states(by_a, b) or _states(by_b, a):
        return None
    if not (are_disjoint(a.quantity, b.quantity) or ends) and like.score < NEEDED + 1:
        return None
    differ = a.source is not None and b.source is not None and not _same_source(a.source, b.source)
    if not (sources_disagree(a, b, like) if differ else is_proven(a, b, like, found)):
        return None
    return Conflict(a, b, like, differ)


def _are_worlds_apart(a: Mention, b: Mention) -> bool:
    """Whether no writer can take one for the other: "1,800 pages", "two pages a minute"."""
    exact = a.quantity.exact and b.quantity.exact
    return ratio(a.quantity, b.quantity) > _WORLDS and not (
        exact and is_slip(a.quantity, b.quantity)
    )


def _is_moment(mention: Mention) -> bool:
    """Whether a bare figure tells when, or at what age: "dies at 85"."""
    bare = mention.quantity.unit == "count" and mention.quantity.noun is None
    return bare and mention.left[-1:] == ("at",)


def _opens_list(mention: Mention) -> bool:
    """Whether a figure counts the list that follows: two lists have two lengths."""
    return mention.text_of.rstrip().endswith(":")


def _sums_up(total: Mention, part: Mention, by_part: Sequence[Mention]) -> bool:
    """Whether a figure and the "more" or "other" beside it make the total, within 10 percent."""
    low = part.quantity.interval.low
    whole = total.quantity.interval.low
    if not by_part or low is None or whole is None:
        return False
    unit = part.quantity.unit
    lows = [m.quantity.interval.low for m in by_part if m.quantity.unit == unit]
    beside = [value for value in lows if value is not None]
    return any(
        abs(low + more - whole) <= 0.1 * whole
        for more in (*beside, sum(beside))
        if more and more >= 0.5 * abs(whole - low)  # what is added has to fill the gap
    )


def _states(sentence: Sequence[Mention], other: Mention) -> bool:
    """Whether one sentence gives both values ("21 of the 200"): they are two facts."""
    return any(same_value(m.quantity, other.quantity) for m in sentence)


def _only_range(mention: Mention, found: Sequence[Mention]) -> bool:
    """Whether an article has at most two ranges of this unit: more are groups of one scale."""
    ranges = {
        (m.quantity.interval.low, m.quantity.interval.high)
        for m in found
        if m.quantity.unit == mention.quantity.unit
        and m.quantity.interval.low != m.quantity.interval.high
        and not m.quantity.operator
    }
    return len(ranges) <= 2


def _same_source(a: str, b: str) -> bool:
    """Whether two credits may mean one source: a shared name, or "the poll" for a named one."""
    one, other = (set(re.findall(r"\w{3,}", text)) - _STUDY for text in (a, b))
    return not one or not other or bool(one & other)


def _both_restated(conflict: Conflict, found: Sequence[Mention]) -> bool:
    """Whether both values come back for the noun: then they are two facts."""
    return all(
        any(
            other is not one
            and same_value(other.quantity, one.quantity)
            and (other.nouns & one.nouns or not one.nouns)
            for other in found
        )
        for one in (conflict.first, conflict.second)
    )


def _one_per_outlier(candidates: list[Conflict], found: Sequence[Mention]) -> list[Conflict]:
    """The best conflict of each group of figures that hang together."""
    kept: list[Conflict] = []
    taken: set[int] = set()
    for conflict in sorted(candidates, key=lambda c: -c.likeness.score):
        ends = {conflict.first.span.start, conflict.second.span.start}
        if not ends & taken:
            kept.append(conflict)
        taken |= ends
    return sorted(kept, key=lambda c: c.first.span.start)
