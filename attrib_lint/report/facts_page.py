"""What was extracted from an article, for people: the marked text, its sources, its figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

from attrib_lint.audit import Audited, audit
from attrib_lint.core.span import Span
from attrib_lint.report.full import console_for, indented
from attrib_lint.report.marked import STYLES, legend, marked_blocks

if TYPE_CHECKING:
    from rich.console import Console

    from attrib_lint.article import Article


def write_full(articles: Iterable[Article], out: TextIO) -> None:
    """Every article with its marks; beneath it the sources, figures, dates and hedges."""
    console = console_for(out)
    for article in articles:
        console.print(Text(article.document.path, "bold"))
        console.print(legend())
        for text in marked_blocks(article):
            console.print()
            indented(console, text)
        for title, lines in _lists(article):
            _write_list(title, lines, console)
        console.print()


def _write_list(title: str, lines: list[Text], console: Console) -> None:
    if lines:
        console.print()
        console.print(Text(title, "bold"))
        for line in lines:
            indented(console, line)


def _lists(article: Article) -> Iterable[tuple[str, list[Text]]]:
    def words(span: Span) -> str:
        return " ".join(span.of(article.text).split())

    yield "Sources", [*_sources(article)]
    yield (
        "Figures",
        [
            Text(f"{words(q.noun_span or q.span)} = {_range(q.interval.low, q.interval.high)}")
            for q in article.quantities
        ],
    )
    yield "Dates", [Text(f"{words(date.span)} = {date.value}") for date in article.dates]
    yield (
        "Hedges",
        [Text(f"{words(h.span)} ({h.kind.replace('_', ' ')})") for h in article.hedges],
    )


def _sources(article: Article) -> Iterable[Text]:
    """A line for each source, under the number that stands in the text."""
    found = audit(article).sources
    width = len(str(len(found)))
    for number, source in enumerate(found, 1):
        yield Text.assemble(
            f"{number:>{width}}  ",
            (source.name, STYLES[source.category]),
            f"  {', '.join(_about(article, source))}",
        )


def _about(article: Article, source: Audited) -> Iterable[str]:
    yield source.kind.replace("_", " ")
    if source.second_hand:
        yield "second-hand"
    if source.mentions > 1:
        yield f"{source.mentions} mentions"
    yield f"{source.words} words credited"
    mention = next(s for s in article.sources if s.span == source.first)
    if mention.anonymity_reason:
        yield f"unnamed because “{mention.anonymity_reason}”"


def _range(low: float | None, high: float | None) -> str:
    if low is not None and low == high:
        return _number(low)
    return f"{_number(low)} to {_number(high)}"


def _number(value: float | None) -> str:
    return "open" if value is None else f"{value:,.12g}"
