"""What a rule finds against what the reader suspects: each can overrule or add to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from attrib_lint.core.finding import Finding, Related
from attrib_lint.core.span import Span
from attrib_lint.rule import Options, Rule

if TYPE_CHECKING:
    from attrib_lint.article import Article

_MOST = 0.8
_MARKS = "“\"‘'«"
_HEADS = ("headline", "heading")  # what they leave open, the story tells


def second_reading(
    article: Article, rule: Rule, options: Options, findings: Sequence[Finding]
) -> list[Finding]:
    """The findings that the reader agrees with, and what it suspects elsewhere by itself.

    How sure it must be is set by the rule's options `reader-agrees` and `reader-alone`.
    """
    agrees = options.number("reader-agrees")
    kept = [f for f in findings if article.confidence(rule.name, f.span) >= agrees]
    found = [span for f in findings for span in (f.span, *(r.span for r in f.related))]
    added: dict[str, Finding] = {}
    for suspicion in article.suspicions(rule.name, options.number("reader-alone")):
        span = _whole_quotation(article, suspicion.span)
        block = article.block_at(span.start)
        if block is None or block.block.kind in _HEADS:
            continue
        if any(other.overlaps(span) for other in found):
            continue
        place = rule.anchor(article, span) if rule.anchor is not None else span
        if place is None:
            continue
        text = place.of(article.text)
        first = added.get(text.lower())
        if first is None:
            added[text.lower()] = Finding(place, _message(rule.suspected, text))
        else:
            again = Related(place, "and again")
            added[text.lower()] = replace(first, related=(*first.related, again))
    return [*kept, *added.values()]


def _message(template: str, text: str) -> str:
    """The rule's message; words that bring their own quotation marks get no others."""
    if text[0] in _MARKS:
        template = template.replace("“{span}”", "{span}")
    return template.replace("{span}", text)


def _whole_quotation(article: Article, span: Span) -> Span:
    """A quotation with its marks, where hardly a word of it lies outside `span`."""
    for quote in article.quotes:
        shared = min(span.end, quote.inner.end) - max(span.start, quote.inner.start)
        if quote.span.contains(span) and shared >= _MOST * len(quote.inner):
            return quote.span
    return span
