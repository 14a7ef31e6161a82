"""Unnamed people whose number changes from one mention to the next, in careless copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.extract.measured import singular
from attrib_lint.lexicon import words
from attrib_lint.questions.descriptions import is_near
from attrib_lint.questions.wording import occurrences
from attrib_lint.questions.wordorder import phrase_around

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article

_NEAR_BY = 4  # paragraphs: whoever was met before that is forgotten
_POINTING = frozenset(("the", "its", "his", "her", "their", "that", "these", "those"))
_WHOEVER = frozenset(("source", "insider", "informant", "tipster", "person", "individual"))
_NEARNESS = frozenset(("familiar", "aware", "privy", "briefed"))
_PEOPLE = {"people": "person", "persons": "person", "individuals": "individual"}
_PART = lazy_regex(
    r"\b(?:of|another|second|other|third|separate|different|new|both)\s+(?:the\s+)?$"
)


class Met(Struct, frozen=True):
    """A mention of unnamed people; `definite` where it points back, `withheld` where all that is
    told is how near they are, `told` where they are credited or near."""

    span: Span
    noun: str
    plural: bool
    definite: bool
    withheld: bool
    told: bool
    block: int

    def may_be(self, first: Met) -> bool:
        """Whether the mention can mean those who were met first."""
        return self.noun == first.noun or (self.noun in _WHOEVER and first.withheld)


def miscounted(article: Article) -> Iterator[tuple[Span, Span]]:
    """Each "the source" after "two officials", and whom it must mean: the later mention first."""
    met = list(_met(article))
    for i, later in enumerate(met):
        if not later.definite:
            continue
        near = (m for m in met[:i] if not m.definite and later.block - m.block < _NEAR_BY)
        firsts = [m for m in near if later.may_be(m)]
        together = later.plural and len(firsts) > 1
        if (
            any(m.told for m in firsts)
            and not together
            and all(m.plural != later.plural for m in firsts)
        ):
            yield later.span, [m for m in firsts if m.told][-1].span


def withheld_people(article: Article) -> Iterator[Span]:
    """Those whose names are kept back, where they come in: "sources", "two people close to it"."""
    yield from (m.span for m in _met(article) if m.withheld and m.told and not m.definite)


def _met(article: Article) -> Iterator[Met]:
    """The unnamed people who are credited, and those said to be near, in reading order."""
    heads = words("anonymity", "heads.source", "heads.person", "heads.role", "heads.officers")
    named = frozenset(("those", "someone", "somebody"))
    credited = [s.head for s in article.sources if s.kind.startswith("unnamed")]
    for parsed, token in occurrences(article, heads - named):
        if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "amod", "appos"):
            continue
        phrase = phrase_around(parsed, token)
        before = article.text[max(0, phrase.span.start - 25) : parsed.start + token.idx]
        place = Span(parsed.start + token.idx, parsed.start + token.idx + len(token.text))
        behind = Span(place.start, min(len(article.text), phrase.span.end + 2))
        if _PART.search(before) or article.names_at(behind):
            continue
        low = [t.lower_ for t in phrase.before]
        owned = phrase.owner is not None or any(t.tag_ == "POS" for t in phrase.before)
        said = any(h.overlaps(place) for h in credited)
        near = is_near(phrase) or token.doc[token.i + 1 :][:1].text in _NEARNESS
        pointing = owned or bool(_POINTING & set(low[:1]))
        definite = pointing and not phrase.after and not _is_told_apart(token)
        if pointing and not (definite and said):
            continue
        noun = _PEOPLE.get(token.lower_, singular(token.lower_))
        plural = token.tag_ in ("NNS", "NNPS") or token.lower_ in _PEOPLE
        withheld = near or token.lower_ in words("anonymity", "heads.source")
        yield Met(phrase.span, noun, plural, definite, withheld, said or near, parsed.index)


def _is_told_apart(noun: Token) -> bool:
    """Whether what follows says which one is meant: "the worker who fell"."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return following is not None and (
        following.tag_ in ("WP", "WDT", "WP$", "IN", "VBN", "NN", "NNS", "NNP", "POS")
    )
