"""Counts before a closed list of other names than so many: "three candidates: Lee and Ortiz"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.sum import Sum
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span

if TYPE_CHECKING:
    from attrib_lint.article import Article

NUMBER_WORD = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundreds?|thousands?|dozens?|scores?"
    r"|several|many|few|both|pair|trio|couple|half|all)"
)
"""A number in figures or words, a round one among them."""
_LIST = lazy_regex(
    r"(?:\s*[:–—]\s+|,\s+(?:namely|viz\.?|i\.e\.)[,:]?\s+|\s+\()(?P<items>[A-Z]"
    r"(?:\b(?:Jr|Sr|Dr|Mr|Mrs|Ms|St|[A-Z])\.|[^.:;?!()–—])*?)\s*(?:[.;)–—]|,\s(?:which|where|who|while)\b)"
)
_WHOLE = (  # "of the", "out of", "of Kent's original", before the number of the whole
    r"(?:out\s+of|of|among|from)\s+"
    r"(?:(?:the|its|their|his|her|our|these|those|(?:[\w.-]+\s+){0,3}[\w.-]+[’']s?)\s+(?:\w+\s+)?)?"
)
_NUMBER_OF = lazy_regex(rf"\s+(?:[a-z]+\s+){{0,3}}{_WHOLE}")
_PART_NOUN = lazy_regex(r"\s+(?!out\b|of\b|among\b|from\b)")
_SOME_OF = lazy_regex(
    r"\b(?:some|most|many|several|few|any|part|half|majority|minority|but\s+\w+)\s+"
    rf"(?:[a-z]+\s+){{0,2}}?{_WHOLE}$",
    re.IGNORECASE,
)
_BARE = lazy_regex(r",\s+(?P<items>[A-Z][^.:;?!()–—]*?,[^.:;?!()–—]*?)\.(?:\s|$)")
_WERE = lazy_regex(
    r"\s+(?:are|were|will be)\s*:?\s+"
    r"(?P<items>[A-Z][^.:;?!()–—]*?,[^.:;?!()–—]*?\sand\s[^.:;?!()–—,]*?)\.(?:\s|$)"
)
_THERE = lazy_regex(  # "three writers are on the list for the prize: Lee and Ortiz"
    r"\s+(?:are|were|have been|remain|stand|made|make)\b(?P<told>[^.:;?!()–—,“”\"\d]{0,80}):\s+"
    r"(?P<items>[A-Z][^.:;?!()–—]*?\sand\s[^.:;?!()–—,]*?)\.(?:\s|$)"
)
_COUNTED = lazy_regex(  # a later noun that the list may belong to
    rf"\b{NUMBER_WORD}\b|\b(?:men|women|children|people|police|staff|family|group"
    r"|team|crew|squad|cast|gang|band|board|panel|jury|committee)\b"
    r"|\b(?!(?:this|his|its|has|was|is|as|plus|across|towards|besides)\b)"
    r"[a-z-]+(?<![su])s\b(?![’'])",
    re.IGNORECASE,
)
_UNDER = lazy_regex(  # "members of two clubs", "shops in the three cities"
    r"\b(?:of|in|from|with|at|for|by|between|to|on|across|among|against|over|after|before)\s+"
    r"(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_AND = lazy_regex(r"\s(?:and|&)\s")
_OTHERS = lazy_regex(r"\s+(?:others|more)\b(?=\s*(?:[:–—(]|,\s+(?:namely|[A-Z])))")
_SUFFIX = lazy_regex(r",?\s+(?:Jr|Sr|II|III|IV|MP|QC|KC|SC|SAN)\b\.?")  # belongs to a name
_OPEN = lazy_regex(r"\b(?:includ|such as|among|like|e\.g|for example|etc|others|more)\b|[“”\"]")


def listed_otherwise(article: Article, found: Sequence[Mention]) -> Iterator[Sum]:
    """ "three candidates: Lee and Ortiz"."""
    told = set[int]()
    for mention in found:
        full = mention.quantity.noun_span or _others(article, mention)
        exact = mention.quantity.exact and mention.quantity.unit == "count"
        whole = exact and (mention.quantity.interval.low or 0) in range(2, 13)
        if full is None or not whole:
            continue
        ways = ((way, way.match(article.text, full.end)) for way in (_LIST, _BARE, _WERE, _THERE))
        way, listed = next(((way, it) for way, it in ways if it is not None), (_LIST, None))
        if listed is None or _OPEN.search(listed["items"]):
            continue
        if not _is_listed(article, mention, way, listed, found):
            continue
        items = _items(_SUFFIX.sub("", listed["items"]))
        names = all(
            re.fullmatch(r"(?:[A-Z][\w.’'-]*)(?:\s+(?:of|the|de|van|[A-Z][\w.’'-]*)){0,3}", i)
            for i in items
        )
        told_twice = any(
            set(a.split()) <= set(b.split()) for a, b in itertools.permutations(items, 2)
        )
        names = names and len(items) > 1 and not told_twice
        at = listed.start("items")
        if names and at not in told and len(items) not in _counts(article, mention, found):
            told.add(at)
            shown = mention.shown_span.cover(full) if len(full) <= 60 else mention.shown_span
            part = _part_of(article, mention, found)
            shown = part.span.cover(shown) if part is not None else shown
            here = " ".join(shown.of(article.text).split())
            wrong = f"“{here}”, but {len(items)} are listed"
            yield Sum(shown, wrong, Span(at, listed.end("items")), f"{len(items)} names")


def _is_listed(
    article: Article,
    mention: Mention,
    way: re.Pattern[str],
    listed: re.Match[str],
    found: Sequence[Mention],
) -> bool:
    """Whether the list is one of what is counted, and can be counted in one way only."""
    *ahead, last = _SUFFIX.sub("", listed["items"]).split(",")
    if any(_AND.search(f" {item} ") for item in ahead) or len(_AND.findall(f" {last}")) > 1:
        return False
    if way not in (_WERE, _THERE):
        return True
    if way is _THERE and _COUNTED.search(listed["told"]):
        return False
    opening = article.text[mention.sentence.start : mention.span.start]
    return not _UNDER.search(opening) or _part_of(article, mention, found) is not None


def _counts(article: Article, whole: Mention, found: Sequence[Mention]) -> Container[float]:
    """The lengths a list may have: that of the part where one is told, "two of the three ports"."""
    if whole.left[-1:] == ("but",):  # "all but two of the five"
        return range(1000)
    if _SOME_OF.search(article.text[whole.sentence.start : whole.span.start]):
        return range(1000)
    part = _part_of(article, whole, found)
    if part is None:
        return {whole.quantity.interval.low or 0}
    counts = {part.quantity.interval.low or 0}
    if _PART_NOUN.match(article.text, part.span.end):  # "three seats of the five councils"
        counts.add(whole.quantity.interval.low or 0)
    return counts if part.quantity.exact else range(1000)


def _part_of(article: Article, whole: Mention, found: Sequence[Mention]) -> Mention | None:
    """The figure that tells how many of the whole are meant."""
    ahead = (m for m in found if m.sentence == whole.sentence and m.span.end < whole.span.start)
    joined = (m for m in ahead if _NUMBER_OF.fullmatch(article.text[m.span.end : whole.span.start]))
    return next(joined, None)


def _others(article: Article, mention: Mention) -> Span | None:
    """ "Alongside three others: Lee and Ortiz": who is counted is left out."""
    found = _OTHERS.match(article.text, mention.span.end)
    return mention.span.cover(Span(*found.span())) if found is not None else None


def _items(listed: str) -> list[str]:
    """The members of a list; an "and" before the last comma joins two words of one name."""
    *ahead, last = re.split(r",\s*", re.sub(r",\s*and\s+", ", ", listed))
    joined = [item.replace(" and ", " of ").replace(" & ", " of ") for item in ahead]
    return [item for item in (*joined, *re.split(r"\s+and\s+|\s*&\s*", last)) if item]
