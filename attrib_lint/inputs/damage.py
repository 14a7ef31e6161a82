"""Recognise what taking a text off a page has damaged, in words that are no page's furniture."""

from __future__ import annotations

from attrib_lint.core.lazy_regex import lazy_regex

_ATTRIBUTE = lazy_regex(r"[\"”'’″]\s*(?:>|target=|href=|rel=|class=|/>)")
_STUCK = lazy_regex(r"[a-z][.!?,][\"”“][A-Z]")
_RAN_TOGETHER = lazy_regex(r"[a-z]{3}[A-Z][a-z]")


def closes_attribute(text: str, at: int) -> bool:
    """Whether a mark closes an attribute that lost its tag: `news.example">`, `” target=`."""
    return _ATTRIBUTE.match(text, at) is not None


def marks_ran_together(text: str) -> bool:
    """Whether a mark lost the space on one of its sides: `It is late."In 2010`, `said."It is`.

    On which, nobody can tell from the mark.
    """
    return _STUCK.search(text) is not None


def ran_together(word: str) -> bool:
    """Whether a word is two that lost the space between them: "PelosiOn"."""
    return _RAN_TOGETHER.search(word) is not None
