"""Raw text that a teacher labels: paragraphs in the tokens of WikiText, without annotation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from training.entities import unparsed
from training.treebank import Sentence

_FINAL = frozenset(".?!")
_CLOSERS = frozenset("\")'")
_GLUED = {"@,@": ",", "@.@": "."}
_LONGEST = 80


def read_raw(folder: Path) -> Iterator[Sentence]:
    """Sentences of every .txt file in `folder`; those with a lost word or quotation are left out.

    A line is a paragraph; headings ("= Title =") are skipped.
    """
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf8").splitlines():
            if line.strip() and not line.strip().startswith("="):
                yield from _paragraph(line.split())


def _paragraph(tokens: list[str]) -> Iterator[Sentence]:
    fresh = True
    for forms in _sentences(_merged(tokens)):
        whole = forms[-1] in _FINAL or any(form in _FINAL for form in forms[-2:-1])
        odd = "<unk>" in forms or "'t" in forms or forms.count('"') % 2 == 1
        if not whole or odd or not 4 <= len(forms) <= _LONGEST:
            fresh = True
            continue
        sentence = unparsed([(form.replace("@-@", "-"), "O") for form in forms])
        words = list(sentence.words)
        for i, form in enumerate(forms):
            words[i] = replace(words[i], entity=None)
            if form == "@-@" or forms[i + 1 : i + 2] == ["@-@"]:
                words[i] = replace(words[i], space_after=False)
        yield Sentence(tuple(words), document=fresh, paragraph=fresh)
        fresh = False


def _merged(tokens: list[str]) -> list[str]:
    """Numbers as one token: "1 @,@ 000" is 1,000."""
    out: list[str] = []
    i = 0
    while i < len(tokens):
        if tokens[i] in _GLUED and out and i + 1 < len(tokens):
            out[-1] += _GLUED[tokens[i]] + tokens[i + 1]
            i += 2
        else:
            out.append(tokens[i])
            i += 1
    return out


def _sentences(tokens: list[str]) -> Iterator[list[str]]:
    start = 0
    for i, token in enumerate(tokens):
        following = tokens[i + 1] if i + 1 < len(tokens) else ""
        ends = token in _FINAL or (token in _CLOSERS and i > start and tokens[i - 1] in _FINAL)
        if ends and following not in _CLOSERS:
            yield tokens[start : i + 1]
            start = i + 1
    if start < len(tokens):
        yield tokens[start:]
