"""Reads articles in which the places that a rule should report are marked.

A file holds articles under lines that begin with "===". `[[mind-reading:was furious]]` marks words
that must be reported, `[[?mind-reading:...]]` words that may be, `[[~mind-reading:...]]` words that
look alike and must not be. Marks nest. What is not marked is in order.

A line "Only: rule, rule" above the first article says that nothing but these rules is marked in a
file; files without it are marked for every rule that any of them marks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from attrib_lint.rule import Rule

Verdict = Literal["must", "may", "trap"]
Row = dict[str, Any]
_OPEN = re.compile(r"\[\[([?~]?)([a-z-]+):")
_VERDICTS: dict[str, Verdict] = {"": "must", "?": "may", "~": "trap"}
_HEAD = re.compile(r"^===.*$", re.MULTILINE)
_ONLY = re.compile(r"^Only: *(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a paragraph, as code points, and whether a rule should report them."""

    start: int
    end: int
    rule: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its marks."""

    text: str
    marks: tuple[Mark, ...]


def read_marked(path: Path) -> Iterator[list[Paragraph]]:
    """The articles of a file; raises ValueError, naming file and place, for a mark out of order."""
    for number, article in enumerate(_HEAD.split(path.read_text("utf-8"))[1:], 1):
        lines = [line for line in article.splitlines() if line.strip()]
        try:
            yield [_unmarked(line) for line in lines]
        except ValueError as error:
            raise ValueError(f"{path}: article {number}: {error}") from error


def read_scope(path: Path) -> frozenset[str]:
    """The rules that a file is marked for, where these are not all."""
    named = _ONLY.search(_HEAD.split(path.read_text("utf-8"), maxsplit=1)[0])
    return frozenset(named[1].replace(",", " ").split()) if named else frozenset()


def read_rows(path: Path) -> list[Row]:
    """The objects of a file that has one a line, in JSON."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def marked_by(
    rows: Sequence[Row], texts: Mapping[Any, Sequence[str]], key: str, path: Path
) -> dict[tuple[Any, int], tuple[Mark, ...]]:
    """Marks that are kept apart from their texts, by the text's name and number of paragraph.

    `rows` come from `path`: under `key` a text's name, `paragraph`, `start`, `words`, `rule` and
    `verdict`; one without words says that nothing in its text is marked. Raises ValueError, naming
    the line, where the words do not stand there.
    """
    marks: dict[tuple[Any, int], list[Mark]] = {}
    for number, row in enumerate(rows, 1):
        if "words" not in row:
            continue
        where, start, words = row["paragraph"], row["start"], row["words"]
        text = texts.get(row[key], ())
        if where >= len(text) or not text[where].startswith(words, start):
            raise ValueError(f"{path}:{number}: {words!r} does not stand there")
        mark = Mark(start, start + len(words), row["rule"], row["verdict"])
        marks.setdefault((row[key], where), []).append(mark)
    return {at: tuple(sorted(some, key=lambda m: (m.start, m.end))) for at, some in marks.items()}


def read_examples(rule: Rule) -> Iterator[list[Paragraph]]:
    """The examples that a rule carries, by paragraphs, marked for this rule."""
    for example in (*rule.bad, *rule.good):
        lines = [line.replace("[[", f"[[{rule.name}:") for line in example.splitlines()]
        yield [_unmarked(line) for line in lines if line.strip()]


def _unmarked(line: str) -> Paragraph:
    text = ""
    waiting: list[tuple[int, str, Verdict]] = []
    marks = []
    at = 0
    while at < len(line):
        opening = _OPEN.match(line, at)
        if opening:
            waiting.append((len(text), opening[2], _VERDICTS[opening[1]]))
            at = opening.end()
        elif line.startswith("]]", at):
            if not waiting:
                raise ValueError(f"nothing is open before {line[at : at + 30]!r}")
            start, rule, verdict = waiting.pop()
            marks.append(Mark(start, len(text), rule, verdict))
            at += 2
        else:
            text += line[at]
            at += 1
    if waiting:
        raise ValueError(f"a mark of {waiting[-1][1]} is not closed in {line[:60]!r}")
    return Paragraph(text, tuple(sorted(marks, key=lambda mark: (mark.start, mark.end))))
