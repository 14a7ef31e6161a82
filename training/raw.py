"""Raw text that a teacher labels, without annotation: paragraphs in the tokens of WikiText, and
articles whose marks are left aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from attrib_lint.reader.pipeline import make_tokenizer
from training.entities import unparsed
from training.marked import read_marked
from training.treebank import Sentence, Word

_FINAL = frozenset(".?!")
_CLOSERS = frozenset("\")'”’")
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


def read_articles(folder: Path) -> Iterator[Sentence]:
    """Sentences of the marked articles in `folder`, in the reader's tokens."""
    tokenize = make_tokenizer()
    for path in sorted(folder.glob("*.txt")):
        for paragraph in (p for article in read_marked(path) for p in article):
            tokens = [tok for tok in tokenize(paragraph.text) if not tok.is_space]
            words = iter(Word(t.text, bool(t.whitespace_), "", "", "", "", -1, "") for t in tokens)
            fresh = True
            for forms in _sentences([tok.text for tok in tokens]):
                sentence = tuple(islice(words, len(forms)))
                yield Sentence(sentence, document=fresh, paragraph=fresh)
                fresh = False


def every_nth(sentences: Iterable[Sentence], n: int, turn: int) -> Iterator[Sentence]:
    """Every n-th paragraph, another share of them in each of `n` turns."""
    number = 0
    for sentence in sentences:
        number += sentence.paragraph
        if number % n == turn % n:
            yield sentence


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
