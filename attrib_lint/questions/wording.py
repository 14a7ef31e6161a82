"""Finds words in an article fast: tokens are made only where a wanted form stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words
from attrib_lint.lexicon.forms import noun_forms, verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock

_VOWELS = frozenset("aeiou")


def occurrences(article: Article, forms: frozenset[str]) -> Iterator[tuple[ParsedBlock, Token]]:
    """Every token whose lower-case form is one of `forms`, in reading order, with its block."""
    places = article.memo("places of words", _places)
    for index, i in sorted(place for word in places.keys() & forms for place in places[word]):
        parsed = article.parsed[index]
        yield parsed, parsed.doc[i]


def _places(article: Article) -> dict[str, list[tuple[int, int]]]:
    """Each lower-case form of an article with the block and token numbers where it stands."""
    places: dict[str, list[tuple[int, int]]] = {}
    for parsed in article.parsed:
        for i, word in enumerate(syntax_of(parsed.doc).low):
            places.setdefault(word, []).append((parsed.index, i))
    return places


def holds(parsed: ParsedBlock, forms: frozenset[str]) -> bool:
    """Whether a block holds one of some lower-case forms."""
    return not forms.isdisjoint(syntax_of(parsed.doc).low)


@cache
def forms_of(name: str, *tables: str) -> frozenset[str]:
    """Every form of the words in some lists of a lexicon file, as verbs and as nouns."""
    lemmas = words(name, *tables)
    doubled = {
        lemma + lemma[-1] + end for lemma in lemmas if _doubles(lemma) for end in ("ed", "ing")
    }
    return frozenset({*lemmas, *verb_forms(lemmas), *noun_forms(lemmas), *doubled})


def _doubles(verb: str) -> bool:
    """Whether a short verb may double its last letter: "rig", "rigged"."""
    if len(verb) < 3 or verb[-1] in "wxyaeiou" or verb[-2] not in _VOWELS:
        return False
    return verb[-3] not in _VOWELS
