"""What a sentence tells about a study: whose it is, where it is published, that it is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.wordorder import names_someone

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANY = frozenset({"studies", "papers", "trials", "experiments", "analyses", "authors"})


def brings_in_another(sentence: tuple[Token, ...]) -> bool:
    """Whether a sentence brings in a study besides: "in a separate paper", "another study"."""
    nouns = words("evidence", "studies.heads")
    return any(
        t.lower_ in ("separate", "another", "different", "second")
        and any(n.lower_ in nouns for n in sentence[i + 1 : i + 4])
        for i, t in enumerate(sentence)
    )


def gives_maker(sentence: tuple[Token, ...], nouns: frozenset[str]) -> bool:
    """Whether a sentence beside it gives a study, survey or report with its maker's name."""
    return any(
        token.lower_ in nouns
        and names_someone(_until_verb(sentence[i + 1 :]), frozenset({"by", "from", "for"}))
        for i, token in enumerate(sentence)
    )


def _until_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    stop = next((i for i, t in enumerate(tokens) if t.tag_ in ("VBD", "VBZ", "MD")), len(tokens))
    return tokens[:stop]


def presents_study(sentence: tuple[Token, ...], many: bool) -> bool:
    """Whether a sentence tells whose a study is: its authors, publisher or institution, by name.

    One paper that is named does not tell which "studies" are meant.
    """
    if many and not any(t.tag_ == "NNS" and t.lower_ in _MANY for t in sentence):
        return False
    low = {token.lower_ for token in sentence}
    if not low & words("evidence", "studies.about"):
        return False
    return names_someone(sentence, frozenset({"by", "in", "at", "from", "of"})) and bool(
        low & words("evidence", "studies.published", "studies.identifies", "studies.authors")
    )


def is_published(tokens: tuple[Token, ...]) -> bool:
    """Whether some words say that something was published, carried out or led by somebody."""
    return any(t.lower_ in words("evidence", "studies.published") for t in tokens)
