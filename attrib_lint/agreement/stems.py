"""Rough word forms by which words of two sentences are held to be the same."""

from __future__ import annotations

from functools import cache, lru_cache

from attrib_lint.extract.measured import singular
from attrib_lint.lexicon import load, words

_LENGTH = 6
_STOP = frozenset(
    [
        "the",
        "and",
        "for",
        "that",
        "with",
        "from",
        "this",
        "have",
        "been",
        "were",
        "was",
        "are",
        "his",
        "her",
        "its",
        "their",
        "they",
        "who",
        "which",
        "what",
        "when",
        "where",
        "will",
        "would",
        "than",
        "then",
        "also",
        "into",
        "about",
        "over",
        "more",
        "some",
        "such",
        "only",
        "just",
        "said",
        "says",
        "after",
        "before",
        "other",
        "because",
        "while",
        "during",
        "between",
        "through",
        "there",
        "here",
        "very",
        "much",
        "many",
        "most",
        "not",
        "but",
        "had",
        "has",
        "our",
        "your",
        "you",
        "she",
        "him",
        "them",
        "out",
        "all",
        "any",
        "can",
        "may",
        "now",
        "per",
        "percent",
        "million",
        "billion",
        "thousand",
        "hundred",
        "dozen",
        "least",
        "nearly",
        "almost",
        "around",
        "roughly",
        "approximately",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "according",
    ]
)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The first letters of a word without its inflection: "purchased", "purchase" -> "purcha"."""
    text = singular(word)
    for ending in ("ing", "ed", "ly", "es"):
        if text.endswith(ending) and len(text) - len(ending) >= 4:
            text = text.removesuffix(ending)
            break
    return text.removesuffix("e")[:_LENGTH]


@lru_cache(maxsize=50_000)
def is_content(word: str) -> bool:
    """Whether a word says what a sentence is about."""
    return len(word) > 2 and word.isalpha() and word.lower() not in _STOP


@cache
def event_class(word: str) -> str | None:
    """The event that a verb or noun tells, or None for a light verb; else the word's own stem."""
    if word in words("measured_events", "light.verbs"):
        return None
    return _classes("event").get(stem(word), stem(word))


@cache
def known_event(word: str) -> str | None:
    """As `event_class`, for listed events only."""
    return _classes("event").get(stem(word))


@cache
def named_event(noun: str) -> str | None:
    """The listed event that a noun is a name of: "victims", "the fine"; "employee" names none."""
    for key, entries in load("measured_events").items():
        if key.startswith("event.") and noun in entries:
            return key.removeprefix("event.")
    return None


@cache
def excludes(a: str, b: str) -> bool:
    """Whether two listed events cannot be one: pledged is not donated, killed is not wounded."""
    groups = [v for k, v in load("measured_events").items() if k.startswith("contrasts.")]
    return a != b and any(a in group and b in group for group in groups)


@cache
def noun_classes(noun: str) -> frozenset[str]:
    """The names under which a measured noun may come back: itself and its listed classes."""
    found = {noun}
    for key, entries in load("measured_events").items():
        if key.startswith("nouns.") and noun in entries:
            found.add(key.removeprefix("nouns."))
    return frozenset(found)


@cache
def _classes(table: str) -> dict[str, str]:
    prefix = f"{table}."
    return {
        stem(word): key.removeprefix(prefix)
        for key, entries in load("measured_events").items()
        if key.startswith(prefix)
        for word in entries
    }
