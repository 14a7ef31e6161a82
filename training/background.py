"""Prose of the treebanks in which some faults do not occur: what the tagger must stay silent on.

Marked articles were written to be marked; in a treebank people wrote for other reasons, and writers
feel, guess, explain and count as everybody does. Reports, weblogs and newsgroups have been read for
faults (`marked/treebanks.jsonl`: the document, the paragraph, where the words begin in it, the
words, the rule, and whether it must, may or must not (`trap`) report them). Of the rest, faults are
ruled out that an editor would not ask such prose about; nothing is said of faults of citing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import TypeVar

from training.marked import Paragraph, marked_by, read_rows
from training.treebank import Sentence, read_sentences, text_of

_GUM = "gum/train.conllu"
_FILES = (_GUM, "ewt/train.conllu")
_LONGEST = 150  # words of a paragraph, as in news
_SHORTEST = 12
_PARAGRAPHS = 12  # of an article
_OWN_VOICE = frozenset(
    (
        "anonymous-quote",
        "orphan-quote",
        "percent-without-base",
        "synthesised-inference",
        "unattributed-cause",
        "writer-speculation",
    )
)
_OF_OTHERS = frozenset(("anonymous-pejorative", "mind-reading", "unattributed-allegation"))
T = TypeVar("T")


def read_judged(treebanks: Path, marks: Path) -> Iterator[list[Paragraph]]:
    """Stretches of the documents that have been read for faults, by paragraphs.

    Raises ValueError, naming the line of `marks`, where its words do not stand in the treebank.
    """
    read = [text for path in _FILES for text in _documents(treebanks / path) if _is_judged(text[0])]
    marked = marked_by(read_rows(marks), dict(read), "document", marks)
    for document, texts in read:
        paragraphs = [
            Paragraph(text, marked.get((document, i), ())) for i, text in enumerate(texts)
        ]
        yield from _stretches(paragraphs)


def read_background(treebanks: Path) -> Iterator[tuple[list[str], frozenset[str]]]:
    """Stretches of other documents, with the rules that have nothing to say about them."""
    for document, texts in _documents(treebanks / _GUM):
        if not _is_judged(document) and document.split("_")[1:2] != ["vlog"]:
            for stretch in _stretches(texts):
                yield stretch, _OWN_VOICE | _OF_OTHERS


def _is_judged(document: str) -> bool:
    return document.startswith(("weblog", "newsgroup", "GUM_news"))


def _documents(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Every document's name and paragraphs."""
    for document, paragraphs in groupby(_paragraphs(path), key=lambda p: p[0].document_id):
        yield document, [text_of(p) for p in paragraphs]


def _stretches(paragraphs: Sequence[T]) -> Iterator[list[T]]:
    """As many paragraphs as an article has, again and again."""
    several = iter(paragraphs)
    while stretch := list(islice(several, _PARAGRAPHS)):
        yield stretch


def _paragraphs(path: Path) -> Iterator[list[Sentence]]:
    """Sentences by paragraph; long paragraphs are cut between sentences, scraps left out."""
    some: list[Sentence] = []
    size = 0
    for sentence in read_sentences(path):
        if some and (sentence.paragraph or size > _LONGEST):
            if size >= _SHORTEST:
                yield some
            some, size = [], 0
        some.append(sentence)
        size += len(sentence.words)
    if size >= _SHORTEST:
        yield some
