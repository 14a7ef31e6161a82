"""What a rule finds against what the reader suspects: each can overrule or add to the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrib_lint.core.finding import Finding
from attrib_lint.core.span import Span
from attrib_lint.rule import Options, Rule

if TYPE_CHECKING:
    from attrib_lint.article import Article

_MOST = 0.8


def second_reading(
    article: Article, rule: Rule, options: Options, findings: Sequence[Finding]
) -> list[Finding]:
    """The findings that the reader agrees with, and what it suspects elsewhere by itself.

    How sure it must be is set by the rule's options `reader-agrees` and `reader-alone`.
    """
    agrees = options.number("reader-agrees")
    kept = [f for f in findings if article.confidence(rule.name, f.span) >= agrees]
    for suspicion in article.suspicions(rule.name, options.number("reader-alone")):
        block = article.block_at(suspicion.span.start)
        if block is None or block.block.kind in ("headline", "heading"):
            continue  # what a headline leaves open, the story tells
        if rule.clears is not None and rule.clears(article, suspicion.span):
            continue
        if not any(f.span.overlaps(suspicion.span) for f in findings):
            span = _whole_quotation(article, suspicion.span)
            message = rule.suspected.replace("{span}", span.of(article.text))
            kept.append(Finding(span, message))
    return kept


def _whole_quotation(article: Article, span: Span) -> Span:
    """A quotation with its marks, where hardly a word of it lies outside `span`."""
    for quote in article.quotes:
        shared = min(span.end, quote.inner.end) - max(span.start, quote.inner.start)
        if quote.span.contains(span) and shared >= _MOST * len(quote.inner):
            return quote.span
    return span
