"""Names of people a letter or a vowel apart, as careless copy has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.spellings import edits_between

if TYPE_CHECKING:
    from attrib_lint.article import Article

_WORD = lazy_regex(r"[^\W\d_][\w’'-]*")
_NICKNAMED = lazy_regex(r"(?P<given>[A-Z][\w’'-]+) [“\"‘'(][A-Z][\w ]{1,12}[”\"’')] $")
_INITIAL = lazy_regex(r"^[A-Z]\.\s+")
_TWINS = frozenset(("twin", "twins", "brothers", "sisters", "cousin", "cousins", "siblings"))
_SHORTEST = 3  # letters of a name that a letter tells from another
_LONG = 6  # letters: two of them may be wrong
_OFTEN = 3  # times: so often nobody mistypes


class Bearer(Struct, frozen=True):
    """A person where a text names them; `given` is None where the surname stands alone."""

    given: str | None
    surname: str
    span: Span


class Slip(Struct, frozen=True):
    """Two spellings of one name: the one that comes later, or less often, is `odd`."""

    odd: Bearer
    usual: Bearer


def name_slips(article: Article) -> Iterator[Slip]:
    """Each person whose given name or surname is spelled two ways, once for a pair of spellings.

    Kin, two names in one sentence and names that are both told again and again are two people.
    """
    bearers = list(people_named(article))
    full = [b for b in bearers if b.given is not None]
    seen: set[frozenset[str]] = set()
    for one, two in combinations(full, 2):
        pair = _told_apart(one, two)
        if pair is None or pair in seen or _are_two(article, full, one, two):
            continue
        seen.add(pair)
        yield _slip(bearers, one, two)
    known = {plain(b.surname) for b in full} | {plain(b.given or "") for b in full}
    for alone in bearers:
        if alone.given is not None or plain(alone.surname) in known:
            continue
        if len(alone.surname) <= _SHORTEST:
            continue
        near = {plain(b.surname): b for b in full if _is_slip(b.surname, alone.surname)}
        if len(near) == 1:
            (usual,) = near.values()
            together = frozenset((plain(usual.surname), plain(alone.surname)))
            if together not in seen and not _in_one_sentence(article, usual, alone):
                seen.add(together)
                yield Slip(alone, usual)


def people_named(article: Article) -> Iterator[Bearer]:
    """Every mention of a person by name outside quotations, in reading order.

    What shares its given name with a person is one, whatever it was taken for.
    """
    quoted = [quote.inner for quote in article.quotes if quote.kind != "term"]
    given = {n.name.split()[0] for n in article.names if n.kind == "person" and " " in n.name}
    for name in article.names:
        if any(span.contains(name.span) for span in quoted):
            continue
        text = name.span.of(article.text)
        cut = _INITIAL.match(text)
        start = name.span.start + (cut.end() if cut is not None else 0)
        found = [m.group() for m in _WORD.finditer(article.text, start, name.span.end)]
        parts = [re.sub(r"[’']s?$", "", part) for part in found]
        parts = [part for part in parts if part]
        if not parts or not (name.kind == "person" or (len(parts) > 1 and parts[0] in given)):
            continue
        if not parts[-1][0].isupper():
            continue
        nick = _NICKNAMED.search(article.text[max(0, start - 40) : start])
        first = parts[0] if len(parts) > 1 else nick["given"] if nick is not None else None
        yield Bearer(first, parts[-1], Span(start, name.span.end))


def plain(name: str) -> str:
    """A name in lower case without accents: one desk writes them, another one does not."""
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(c for c in letters if not unicodedata.combining(c))


def _told_apart(one: Bearer, two: Bearer) -> frozenset[str] | None:
    """The two spellings, where two full names differ by a slip in one of their parts."""
    if one.given is None or two.given is None:
        return None
    given = plain(one.given), plain(two.given)
    surname = plain(one.surname), plain(two.surname)
    if given[0] == given[1] and _is_slip(one.surname, two.surname):
        return frozenset(surname)
    if surname[0] == surname[1] and _is_slip(one.given, two.given) and not _is_gender(*given):
        return frozenset(given)
    return None


def _is_slip(a: str, b: str) -> bool:
    """Whether one spelling is a slip for the other: an edit, or two that leave the sound alone."""
    one, two = plain(a), plain(b)
    if one == two or min(len(one), len(two)) < _SHORTEST or one[0] != two[0]:
        return False
    edits = edits_between(one, two)
    return edits == 1 or (edits == 2 and (_sound(one) == _sound(two) or _is_close(one, two)))


def _is_close(one: str, two: str) -> bool:
    return min(len(one), len(two)) > _LONG and one[-1] == two[-1] and one[:2] == two[:2]


def _sound(name: str) -> str:
    """The consonants of a name, doubled ones once and those that sound alike as one."""
    low = name.replace("ph", "f").replace("ck", "k").replace("sch", "sh")
    low = low.translate(str.maketrans("czqv", "kskf"))
    return re.sub(r"(.)\1+", r"\1", low[0] + re.sub(r"[aeiouyhw]", "", low[1:]))


def _is_gender(a: str, b: str) -> bool:
    """ "Mario" and "Maria", "Juan" and "Juana": a man and a woman."""
    short, long = sorted((a, b), key=len)
    return long == f"{short}a" or (a[:-1] == b[:-1] and {a[-1], b[-1]} <= set("aoe"))


def _are_two(article: Article, full: list[Bearer], one: Bearer, two: Bearer) -> bool:
    """Whether two full names belong to two people all the same."""
    often = [sum((b.given, b.surname) == (x.given, x.surname) for b in full) for x in (one, two)]
    return (
        min(often) >= _OFTEN
        or _in_one_sentence(article, one, two)
        or any(is_kin(article, b.span) for b in (one, two))
    )


def is_kin(article: Article, span: Span) -> bool:
    """Whether a name comes in as a relative: "her younger sister, Karen Thorvald"."""
    kin = words("sources", "kin") | _TWINS
    ahead = article.text[max(0, span.start - 25) : span.start].lower()
    behind = article.text[span.end : span.end + 25].lower()
    told = re.findall(r"[a-z-]+", ahead)[-2:], re.findall(r"[a-z-]+", behind)[:3]
    return bool(kin & {*told[0], *told[1]})


def _in_one_sentence(article: Article, one: Bearer, two: Bearer) -> bool:
    sentence = article.sentence_at(two.span.start)
    return sentence.overlaps(one.span)


def _slip(bearers: list[Bearer], one: Bearer, two: Bearer) -> Slip:
    often = [
        sum(b.surname == x.surname and b.given in (None, x.given) for b in bearers)
        for x in (one, two)
    ]
    return Slip(one, two) if often[0] < often[1] else Slip(two, one)
