"""Real news with marked faults: Wikinews articles of a public dataset, the marks kept beside them.

The articles come from the entity saliency dataset of dexter (`saliency-dataset.json`, a JSON object
a line), their marks from `marked/wikinews.jsonl`: the article's number there, the paragraph (0 is
the headline), where the words begin in it, the words, the rule, and whether it must, may or must
not (`trap`) report them. Texts: Wikinews, CC BY 2.5; those before September 2005, public domain.
"""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.marked import Mark, Paragraph

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
    marked: defaultdict[int, dict[int, list[Mark]]] = defaultdict(dict)
    texts = {row["docId"]: _paragraphs(row) for row in _rows(dataset)}
    for number, row in enumerate(_rows(marks), 1):
        paragraphs = marked[row["article"]]
        if "words" not in row:
            continue  # nothing in this article is at fault, and nothing looks like it
        where, words = row["paragraph"], row["words"]
        text = texts.get(row["article"], [])
        if where >= len(text) or not text[where].startswith(words, row["start"]):
            raise ValueError(f"{marks}:{number}: {words!r} does not stand there in {dataset}")
        mark = Mark(row["start"], row["start"] + len(words), row["rule"], row["verdict"])
        paragraphs.setdefault(where, []).append(mark)
    for article, some in sorted(marked.items()):
        yield [
            Paragraph(text, tuple(sorted(some.get(i, ()), key=lambda m: (m.start, m.end))))
            for i, text in enumerate(texts[article])
        ]


def _rows(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _paragraphs(row: dict) -> list[str]:  # type: ignore[type-arg]
    """An article's headline and the paragraphs of some length, in plain text."""
    fields = {f["name"]: f["value"] for f in row["document"] if f.get("value")}
    body = [fields[name] for name in sorted(fields) if name.startswith("body_par_")]
    plain = [" ".join(_LEFT.sub("", html.unescape(text).strip()).split()) for text in body]
    kept = [text for text in plain if len(text.split()) >= _SHORTEST]
    return [row["title"], *kept] if len(kept) >= _LEAST else []
