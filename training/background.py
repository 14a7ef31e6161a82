"""Prose of the treebanks in which some faults do not occur: what the tagger must stay silent on.

Marked articles were written to be marked; in a treebank people wrote for other reasons, and writers
feel, guess, explain and count as everybody does. Faults are ruled out that an editor would not ask
such prose about; a blog's author may well accuse. Nothing is said of faults of citing: weblogs and
encyclopaedias have those too.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path

from training.treebank import Sentence, read_sentences, text_of

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
_NEWS = frozenset(("mind-reading", "unattributed-allegation", "unattributed-cause"))


def read_background(treebanks: Path) -> Iterator[tuple[list[str], frozenset[str]]]:
    """Stretches of a document by paragraphs, with the rules that have nothing to say about them."""
    for document, stretch in _stretches(treebanks / "ewt/train.conllu"):
        if document.startswith(("weblog", "newsgroup")):
            yield stretch, _OWN_VOICE
    for document, stretch in _stretches(treebanks / "gum/train.conllu"):
        genre = document.split("_")[1:2]
        if genre == ["news"]:
            yield stretch, (_OWN_VOICE | _OF_OTHERS) - _NEWS
        elif genre != ["vlog"]:
            yield stretch, _OWN_VOICE | _OF_OTHERS


def _stretches(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Every document's name with as many of its paragraphs as an article has, again and again."""
    for document, paragraphs in groupby(_paragraphs(path), key=lambda p: p[0].document_id):
        texts = map(text_of, paragraphs)
        while stretch := list(islice(texts, _PARAGRAPHS)):
            yield document, stretch


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
