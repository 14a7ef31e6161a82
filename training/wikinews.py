"""Real news with marked faults: Wikinews articles of public datasets, the marks kept beside them.

The articles come from the entity saliency dataset of dexter (`saliency-dataset.json`, a JSON object
a line) and from tables of scraped articles (`.csv` with title and text), their marks from
`marked/wikinews.jsonl`: the article (its number in the former, its title in the latter), the
paragraph (0 is the headline), where the words begin in it, the words, the rule, and whether it
must, may or must not (`trap`) report them. Texts: Wikinews, CC BY 2.5; those before September 2005,
public domain.
"""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.marked import Paragraph, Row, marked_by, read_rows

_LEFT = re.compile(
    r"\{\|.*?\|\}|\[\[[^\]]*\||\]\]|\[\[|\{\{[^}]*\}\}|\[https?://\S+ ?|<[^>]+>|^\s*[|*}]+.*$"
)
"""What a converter left of tables, links, templates and tags."""
_GAP = re.compile(r"\n\s*\n")
_DAY = re.compile(r"\w+day, \w+ \d+, \d{4}")
"""The line that dates an article."""
_SHORTEST = 4  # words of a paragraph
_LEAST = 2  # paragraphs of an article


def read_wikinews(datasets: Sequence[Path], marks: Path) -> Iterator[list[Paragraph]]:
    """The articles that have been read for faults, headline first.

    Raises ValueError, naming the line of `marks`, where its words do not stand in a dataset.
    """
    rows = read_rows(marks)
    texts = dict(pair for path in datasets for pair in read_texts(path))
    marked = marked_by(rows, texts, "article", marks)
    for article in dict.fromkeys(row["article"] for row in rows):
        yield [
            Paragraph(text, marked.get((article, i), ())) for i, text in enumerate(texts[article])
        ]


def read_texts(dataset: Path) -> Iterator[tuple[int | str, list[str]]]:
    """What the articles of a dataset are known by, and their paragraphs, headline first."""
    if dataset.suffix != ".csv":
        yield from ((row["docId"], _paragraphs(row)) for row in read_rows(dataset))
        return
    with dataset.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            parts = [" ".join(part.split()) for part in _GAP.split(row["text"])]
            kept = [part for part in parts if len(part.split()) >= _SHORTEST]
            title = " ".join(row["title"].split())
            yield title, [title, *(part for part in kept if not _DAY.fullmatch(part))]


def _paragraphs(row: Row) -> list[str]:
    """An article's headline and the paragraphs of some length, in plain text."""
    fields = {f["name"]: f["value"] for f in row["document"] if f.get("value")}
    body = [fields[name] for name in sorted(fields) if name.startswith("body_par_")]
    plain = [" ".join(_LEFT.sub("", html.unescape(text).strip()).split()) for text in body]
    kept = [text for text in plain if len(text.split()) >= _SHORTEST]
    return [row["title"], *kept] if len(kept) >= _LEAST else []
