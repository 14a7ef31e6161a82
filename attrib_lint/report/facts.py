"""What was extracted from an article: the facts contract of DESIGN.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

from attrib_lint.core.span import Span
from attrib_lint.report.json import one_line

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.core.facts import Attribution, Quantity, Source

VERSION = 1
_LIKELY = 0.5
"""Suspicions below this confidence are not worth a look."""
Pair = list[int]


def facts_dict(article: Article) -> dict[str, Any]:
    """The facts of one document; spans as [start, end] in source offsets."""
    document = article.document

    def at(prose_span: Span) -> Pair:
        span = document.offsets.to_source(prose_span)
        return [span.start, span.end]

    def attribution(found: Attribution) -> dict[str, Any]:
        who = found.source
        return {
            "source": at(who.span) if who else None,
            "source_id": who.id if who else None,
            "source_kind": who.kind if who else None,
            "cue": at(found.cue.span),
            "content": [at(part) for part in found.content],
            "mode": found.mode,
        }

    def quantity(found: Quantity) -> dict[str, Any]:
        interval = found.interval
        return {
            "span": at(found.span),
            "low": interval.low,
            "high": interval.high,
            "low_inclusive": interval.low_inclusive,
            "high_inclusive": interval.high_inclusive,
            "tolerated": [interval.tolerated_low, interval.tolerated_high],
            "operator": found.operator,
            "unit": found.unit,
            "noun": found.noun,
        }

    return {
        "version": VERSION,
        "path": document.path,
        "blocks": [{"span": at(block.span), "kind": block.kind} for block in document.blocks],
        "sources": [
            _chain(mentions, [at(m.span) for m in mentions])
            for mentions in _chains(article.sources)
        ],
        "attributions": [attribution(found) for found in article.attributions],
        "quotes": [
            {"span": at(q.span), "speaker_id": q.speaker.id if q.speaker else None}
            for q in article.quotes
        ],
        "hedges": [{"span": at(hedge.span), "kind": hedge.kind} for hedge in article.hedges],
        "quantities": [quantity(found) for found in article.quantities],
        "dates": [{"span": at(date.span), "value": date.value} for date in article.dates],
        "names": [
            {"span": at(name.span), "name": name.name, "kind": name.kind} for name in article.names
        ],
        "suspicions": [
            {"span": at(found.span), "rule": found.rule, "confidence": round(found.confidence, 2)}
            for rule in article.learnt_rules
            for found in article.suspicions(rule, _LIKELY)
        ],
    }


def write_lines(articles: Iterable[Article], out: TextIO) -> None:
    """One JSON object per article."""
    for article in articles:
        out.write(one_line(facts_dict(article)))


def _chains(sources: Iterable[Source]) -> list[list[Source]]:
    """The mentions of each source, in the order of their first mention."""
    chains: dict[int, list[Source]] = {}
    for source in sources:
        chains.setdefault(source.id, []).append(source)
    return [*chains.values()]


def _chain(mentions: list[Source], spans: list[Pair]) -> dict[str, Any]:
    """One source; what only some mentions tell is taken from the first that does."""
    first = mentions[0]

    def told(name: str) -> Any:
        return next((v for m in mentions if (v := getattr(m, name)) is not None), None)

    return {
        "id": first.id,
        "kind": first.kind,
        "name": told("entity"),
        "count": told("count"),
        "description": told("description"),
        "anonymity_reason": told("anonymity_reason"),
        "mentions": spans,
    }
