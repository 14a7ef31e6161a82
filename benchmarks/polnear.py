"""Scores attribution, source kinds and hedges on PolNeAR, with the scorers that lie beside it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click

from attrib_lint.article import Article
from attrib_lint.core.document import Block, BlockKind, Document
from attrib_lint.core.offsets import OffsetMap
from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.lexicon.forms import noun_forms
from attrib_lint.nlp import parse

Record = dict[str, Any]
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_HUMAN = {"unnamed_person": "anonymous_source", "unnamed_collective": "vague_collective"}
_POINTING = frozenset(
    ("they", "them", "he", "she", "who", "which", "that", "their", "his", "her", "it")
)


@click.command("polnear")
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--split", type=click.Choice(["dev", "train"]), default="dev")
@click.option("--bootstrap", default=0, help="Samples for confidence intervals.")
def polnear_command(data: Path, split: str, bootstrap: int) -> None:
    """Attribution: cues, sources, content and whole relations."""
    folder = data / "polnear"
    gold = read_lines(folder / f"{split}.jsonl")
    articles = read_articles(gold)
    predicted = [
        {"id": record["id"], "attributions": list(_relations(articles[record["id"]]))}
        for record in gold
    ]
    extra = ["--bootstrap", str(bootstrap)] if bootstrap else []
    with tempfile.TemporaryDirectory() as scratch:
        path = write_lines(Path(scratch) / "predicted.jsonl", predicted)
        scorer = folder / "eval_attribution.py"
        _print_run(scorer, folder / f"{split}.jsonl", path, *extra)
        click.echo("\nwithout what lies inside another attribution's content (--ignore-nested):")
        _print_run(scorer, folder / f"{split}.jsonl", path, "--ignore-nested")


@click.command("sources")
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
def sources_command(data: Path) -> None:
    """Kinds of sources; only the sources of attributions in narration are submitted."""
    folder = data / "polnear"
    articles = read_articles(read_lines(folder / "dev.jsonl"))
    predicted = [
        {"id": name, "start": a.source.span.start, "end": a.source.span.end, "label": a.source.kind}
        for name, article in articles.items()
        for a in article.attributions
        if a.source is not None and not _inside(a.cue.span, [q.inner for q in article.quotes])
    ]
    with tempfile.TemporaryDirectory() as scratch:
        path = write_lines(Path(scratch) / "predicted.jsonl", predicted)
        _print_run(folder / "eval_sources.py", folder / "unnamed_gold_dev.jsonl", path)


@click.command("hedges")
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
def hedges_command(data: Path) -> None:
    """Hedges of the writer, vague and unnamed sources, quotations without a speaker."""
    folder = data / "polnear"
    gold = read_lines(folder / "hedge_gold_dev.jsonl")
    articles = read_articles(read_lines(folder / "dev.jsonl"))
    predicted = [
        {"id": name, "start": span.start, "end": span.end, "type": kind}
        for name in gold[0]["articles"]
        for span, kind in _weak_spans(articles[name])
    ]
    with tempfile.TemporaryDirectory() as scratch:
        path = write_lines(Path(scratch) / "predicted.jsonl", predicted)
        merged = "vague_collective+anonymous_source"
        _print_run(
            folder / "eval_spans.py", folder / "hedge_gold_dev.jsonl", path, "--merge", merged
        )


@click.command("attribution-time")
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
def attribution_time_command(data: Path) -> None:
    """CPU time of the parse, and of each kind of fact as a share of it."""
    gold = read_lines(data / "polnear" / "dev.jsonl")
    for _ in parse(["Warm."]):
        pass
    began = time.process_time()
    articles = list(read_articles(gold).values())
    whole = time.process_time() - began
    words = sum(len(p.doc) for article in articles for p in article.parsed)
    click.echo(f"{'parse':<14}{whole:8.2f} s   {words / whole:,.0f} tokens/s")
    total = 0.0
    for name in ("names", "attributions", "hedges", "quantities", "dates", "claims"):
        began = time.process_time()
        for article in articles:
            getattr(article, name)
        spent = time.process_time() - began
        total += spent
        click.echo(f"{name:<14}{spent:8.2f} s   {spent / whole:.3f} of the parse")
    click.echo(f"{'all facts':<14}{total:8.2f} s   {total / whole:.3f} of the parse")


def read_articles(records: Iterable[Record]) -> dict[str, Article]:
    """Parsed articles by id. The first paragraph is the headline, as PolNeAR lays its texts out."""
    documents = {record["id"]: _document(record) for record in records}
    texts = [b.span.of(d.text) for d in documents.values() for b in d.blocks]
    docs = iter(parse(texts))
    return {
        name: Article(document, tuple(next(docs) for _ in document.blocks))
        for name, document in documents.items()
    }


def _document(record: Record) -> Document:
    text: str = record["text"]
    blocks: list[Block] = []
    for found in _PARAGRAPH.finditer(text):
        kind: BlockKind = "paragraph" if blocks else "headline"
        blocks.append(Block(Span(*found.span()), kind))
    return Document(record["id"], text, text, OffsetMap.identity(len(text)), tuple(blocks))


def _relations(article: Article) -> Iterator[Record]:
    """Attributions as the scorer reads them; PolNeAR annotates the outermost ones alone."""
    for a in article.attributions:
        if not a.nested:
            source = [a.source.span.start, a.source.span.end] if a.source else None
            content = [[span.start, span.end] for span in a.content]
            yield {"source": source, "cue": [a.cue.span.start, a.cue.span.end], "content": content}


def _weak_spans(article: Article) -> Iterator[tuple[Span, str]]:
    """What weakens the article's sourcing, outside quotations, with the scorer's names for it."""
    quoted = [q.span for q in article.quotes]
    for hedge in article.hedges:
        if hedge.kind != "epistemic" and hedge.writer and not _inside(hedge.span, quoted):
            yield hedge.span, hedge.kind
    for a in article.attributions:
        source = a.source
        if source is None or a.nested or source.kind not in _HUMAN or not a.asserts:
            continue
        head = source.head.of(article.text).lower()
        known = source.share or source.relative_of is not None
        pointing = known or head in _POINTING or head in _bodies()
        if not pointing and not _inside(source.span, quoted):
            yield source.span, _HUMAN[source.kind]
    for quote in article.quotes:
        whole = quote.inner.of(article.text).count(" ") >= 4
        if quote.speaker is None and quote.kind == "unknown" and quote.depth == 0 and whole:
            yield quote.span, "orphan_quote"


@cache
def _bodies() -> frozenset[str]:
    """Plural words for bodies: "unions" are unnamed, but nobody hides behind them."""
    bodies = words("sources", "institutions") - words("sources", "collectives")
    return frozenset(form for form, noun in noun_forms(bodies).items() if form != noun)


def _inside(span: Span, others: list[Span]) -> bool:
    return any(other.contains(span) for other in others)


def read_lines(path: Path) -> list[Record]:
    """The records of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def write_lines(path: Path, records: Iterable[Record]) -> Path:
    """Writes records as JSON lines; gives back the path."""
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def _print_run(script: Path, *arguments: Path | str) -> None:
    command = [sys.executable, str(script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    click.echo(done.stdout.rstrip())
