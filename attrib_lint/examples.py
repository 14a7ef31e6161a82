"""Runs the examples that a rule carries: what is marked must be flagged, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.engine import ActiveRule, check_article
from attrib_lint.inputs import read_text
from attrib_lint.rule import Options, Rule

_MARK = lazy_regex(r"\[\[(.+?)\]\]", re.DOTALL)


class Example(Struct, frozen=True):
    """An example article without its marks, and the spans that were marked."""

    text: str
    marked: tuple[Span, ...]


def unmarked(example: str) -> Example:
    """`[[...]]` taken out of an example; spans index the text that is left."""
    text, spans, last = "", [], 0
    for mark in _MARK.finditer(example):
        text += example[last : mark.start()]
        spans.append(Span(len(text), len(text) + len(mark[1])))
        text += mark[1]
        last = mark.end()
    return Example(text + example[last:], tuple(spans))


def failures(rule: Rule) -> list[str]:
    """What is wrong with a rule's own examples, a line each; empty when all is well.

    A bad example is an article that must be flagged at its marks and nowhere else, a good one an
    article that must stay silent. An example that begins with "---" is read as Markdown.
    """
    from attrib_lint.linter import articles

    examples = [unmarked(text) for text in (*rule.bad, *rule.good)]
    documents = [
        read_text("example.md" if e.text.startswith("---") else "example.txt", e.text)
        for e in examples
    ]
    active = [ActiveRule(rule, rule.severity, Options(rule.options))]
    wrong = []
    for example, article in zip(examples, articles(documents), strict=True):
        checked = check_article(article, active)
        wrong += [error.message for error in checked.errors]
        wrong += _differences(example, [d.span for d in checked.diagnostics])
    return wrong


def _differences(example: Example, found: Sequence[Span]) -> list[str]:
    missed = [span for span in example.marked if span not in found]
    extra = [span for span in found if span not in example.marked]
    return [
        *(f"not flagged: {span.of(example.text)!r} in {example.text!r}" for span in missed),
        *(f"flagged: {span.of(example.text)!r} in {example.text!r}" for span in extra),
    ]
