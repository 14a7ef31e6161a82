"""Finds words in an article fast: tokens are made only where a wanted form stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, chain
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
    places, firsts = article.memo("places of words", _places)
    for at in sorted(at for word in places.keys() & forms for at in places[word]):
        index = bisect_right(firsts, at) - 1
        parsed = article.parsed[index]
        yield parsed, parsed.doc[at - firsts[index]]


def count_of(article: Article, forms: frozenset[str]) -> int:
    """How many tokens of an article are among `forms`, in lower case."""
    places, _ = article.memo("places of words", _places)
    return sum(len(places[word]) for word in forms if word in places)


def _places(article: Article) -> tuple[dict[str, list[int]], list[int]]:
    """Where each lower-case form stands, counting tokens; the first token of each block."""
    lows = [syntax_of(parsed.doc).low for parsed in article.parsed]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(chain.from_iterable(lows)):
        places[word].append(at)
    return places, [0, *accumulate(map(len, lows))]


def holds(parsed: ParsedBlock, forms: frozenset[str]) -> bool:
    """Whether a block holds one of some lower-case forms."""
    return not forms.isdisjoint(syntax_of(parsed.doc).forms)


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
