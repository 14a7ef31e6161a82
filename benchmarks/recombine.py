"""More articles out of a few, for runs over thousands: new paragraphs of the same sentences.

Copy `n` of an article joins each sentence with the one `n + 1` places further on, so that its words
and names stay together and no paragraph stands twice. The vocabulary does not grow with the number
of copies, as that of real news would.
"""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def recombine(files: list[str], folder: Path, copies: int) -> list[str]:
    """The files with so many copies of each, in an order in which every stretch is a fair mix."""
    seen = {p for file in files for p in _parts(Path(file).read_text("utf-8"))[1]}
    many = [*files]
    for file in files:
        text = Path(file).read_text("utf-8")
        for number in range(1, copies + 1):
            path = folder / f"{number}-{Path(file).name}"
            path.write_text(_copy(text, number, seen), "utf-8")
            many.append(str(path))
    Random(0).shuffle(many)
    return many


def _parts(text: str) -> tuple[str, list[str]]:
    """What stands before the body (front matter, headline), and the body's paragraphs."""
    front = _FRONT.match(text)
    start = front.end() if front else 0
    paragraphs = [p.strip() for p in text[start:].split("\n\n") if p.strip()]
    head = paragraphs[:1] if paragraphs and paragraphs[0].startswith("#") else []
    return text[:start] + "\n".join(head), paragraphs[len(head) :]


def _copy(text: str, number: int, seen: set[str]) -> str:
    head, paragraphs = _parts(text)
    sentences = [s for paragraph in paragraphs for s in _SENTENCE.split(paragraph)]
    size = len(sentences)
    body: list[str] = []
    for i in range(0, size, 2):
        joined = f"{sentences[i]} {sentences[(i + number + 1) % size]}"
        if joined not in seen:
            seen.add(joined)
            body.append(joined)
    return "\n\n".join([head, *body]) + "\n"
