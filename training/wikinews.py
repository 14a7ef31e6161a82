"""Real news with marked faults: Wikinews articles of a public dataset, the marks kept beside them.

The articles come from the entity saliency dataset of dexter (`saliency-dataset.json`, a JSON object
a line), their marks from `marked/wikinews.jsonl`: the article's number there, the paragraph (0 is
the headline), where the words begin in it, the words, the rule, and whether it must, may or must
not (`trap`) report them. Texts: Wikinews, CC BY 2.5; those before September 2005, public domain.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from training.marked import Paragraph, Row, marked_by, read_rows

_LEFT = re.compile(
    r"\{\|.*?\|\}|\[\[[^\]]*\||\]\]|\[\[|\{\{[^}]*\}\}|\[https?://\S+ ?|<[^>]+>|^\s*[|*}]+.*$"
)
"""What a converter left of tables, links, templates and tags."""
_SHORTEST = 4  # words of a paragraph
_LEAST = 2  # paragraphs of an article


def read_wikinews(dataset: Path, marks: Path) -> Iterator[list[Paragraph]]:
    """The articles that have been read for faults, headline first.

    Raises ValueError, naming the line of `marks`, where its words do not stand in the dataset.
    """
    rows = read_rows(marks)
    texts = {row["docId"]: _paragraphs(row) for row in read_rows(dataset)}
    marked = marked_by(rows, texts, "article", marks)
    for article in sorted({row["article"] for row in rows}):
        yield [
            Paragraph(text, marked.get((article, i), ())) for i, text in enumerate(texts[article])
        ]


def _paragraphs(row: Row) -> list[str]:
    """An article's headline and the paragraphs of some length, in plain text."""
    fields = {f["name"]: f["value"] for f in row["document"] if f.get("value")}
    body = [fields[name] for name in sorted(fields) if name.startswith("body_par_")]
    plain = [" ".join(_LEFT.sub("", html.unescape(text).strip()).split()) for text in body]
    kept = [text for text in plain if len(text.split()) >= _SHORTEST]
    return [row["title"], *kept] if len(kept) >= _LEAST else []
