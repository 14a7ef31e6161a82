"""Names the event that a verb stands for, so that "bought" and "acquired" are one."""

from __future__ import annotations

from functools import cache

from attrib_lint.lexicon import load
from attrib_lint.questions.clause import bases


@cache
def event(word: str) -> str:
    """The event that a verb form stands for: "bought", "buys" and "acquired" give "buy"."""
    groups = _groups()
    if word in groups:
        return groups[word]
    stems = list(bases(word))
    return next((groups[stem] for stem in stems if stem in groups), stems[-1])


@cache
def _groups() -> dict[str, str]:
    groups: dict[str, str] = {}
    for key, verbs in load("events").items():
        if key.startswith("alike."):
            for verb in verbs:
                groups.setdefault(verb, key.removeprefix("alike."))
    return groups


def full_forms(word: str) -> tuple[str, ...]:
    """What an abbreviation (in lower case) may stand for, word by word; empty for other words."""
    return _abbreviations().get(word, ())


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    table = load("events").items()
    return {k.removeprefix("abbreviations."): v for k, v in table if k.startswith("abbreviations.")}
