"""What was extracted from an article: the facts contract of DESIGN.md, and a page for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

from attrib_lint.core.span import Span
from attrib_lint.report.json import one_line

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.core.facts import Attribution, Quantity, Source

VERSION = 1
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


def write_full(articles: Iterable[Article], out: TextIO) -> None:
    """For people: who is cited and for what, then figures, dates and hedges."""
    from attrib_lint.report.full import console_for

    console = console_for(out)
    for article in articles:
        for line in _page(article):
            console.print(line, style="bold" if not line.startswith(" ") else None)
        console.print()


def _page(article: Article) -> Iterable[str]:
    text = article.text

    def words(span: Span) -> str:
        return " ".join(span.of(text).split())

    yield article.document.path
    yield "Sources"
    for mentions in _chains(article.sources):
        first = mentions[0]
        name = next((m.entity for m in mentions if m.entity), None) or words(first.span)
        times = f", {len(mentions)} mentions" if len(mentions) > 1 else ""
        yield f"  {name} ({first.kind.replace('_', ' ')}{times})"
    yield "Attributions"
    for found in article.attributions:
        who = words(found.source.span) if found.source else "nobody"
        said = " … ".join(words(part) for part in found.content)
        yield f"  {who} | {words(found.cue.span)} | {said}"
    yield "Figures"
    for quantity in article.quantities:
        low, high = quantity.interval.low, quantity.interval.high
        yield f"  {words(quantity.noun_span or quantity.span)} = {_number(low)} to {_number(high)}"
    yield "Dates"
    yield from (f"  {words(date.span)} = {date.value}" for date in article.dates)
    yield "Hedges"
    yield from (f"  {words(h.span)} ({h.kind.replace('_', ' ')})" for h in article.hedges)


def _number(value: float | None) -> str:
    return "open" if value is None else f"{value:,.12g}"
