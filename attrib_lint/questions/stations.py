"""What careless copy calls one person at one place and another: two posts, two ranks, two kin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import load, words
from attrib_lint.questions.name_slips import Bearer, people_named, plain

if TYPE_CHECKING:
    from attrib_lint.article import Article

_SHORT = 4  # letters
_REACH = 70  # characters before or behind a name that hold its post
_PAST = lazy_regex(
    r"\b(?:then|former|formerly|now|once|later|ex-|incoming|outgoing|acting|interim|was|became"
    r"|succeed\w*|next|promot\w+|appoint\w+|named|nominat\w+|replac\w+|elect\w*|candidate|until"
    r"|retired|previous\w*|used to|predecessor|successor|would-be|shadow)\b",
    re.IGNORECASE,
)
_NO_OWNERS = frozenset(
    ("the", "a", "an", "but", "and", "his", "her", "their", "its", "our", "in", "on", "at")
)
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Prof|Hon)\.?[ \t]+)?"
_OWNER = r"(?:(?:the|its|their|our|his|her|an?)\s+|\w+[’']s?\s+)?"
_END = r"(?=\s*[,.;)—–]|\s+(?:since|in|at|who|and|with|is|was)\b|$)"


class Station(Struct, frozen=True):
    """What a person is said to be beside one mention of the name.

    `group` is the kind of post in words of the lexicon ("top", "chair", "kin"); `rank` a word such
    as "deputy", `field` what the post is about, `whose` the capitals that stand beside it.
    """

    bearer: Bearer
    span: Span
    text: str
    group: str
    head: str
    rank: str | None
    field: frozenset[str]
    whose: frozenset[str]

    def clashes(self, other: Station) -> bool:
        """Whether one person is not both, of one employer, at a time."""
        if self.whose and other.whose and not self.whose & other.whose:
            return False
        if self.group == other.group == "kin":
            return self.head != other.head
        if self.head == other.head and self.rank and other.rank and self.rank != other.rank:
            return True
        if self.head == other.head and self.field and other.field:
            return not self.field & other.field
        return self.group != other.group and "plain" not in (self.group, other.group)

    def is_the_same(self, other: Station) -> bool:
        """Whether two people cannot both hold it: the post, its rank and its field are the same."""
        same = (self.head, self.rank, self.field) == (other.head, other.rank, other.field)
        apart = self.whose and other.whose and not self.whose & other.whose
        return same and self.group != "kin" and not apart


def stations(article: Article) -> Iterator[Station]:
    """The post, or the kinship, beside each mention of a person; no former or future ones."""
    for bearer in people_named(article):
        found = _ahead(article, bearer) or _behind(article, bearer)
        if found is not None:
            yield found


def changed_stations(article: Article) -> Iterator[tuple[Station, Station]]:
    """The first two stations of a person that do not go together; the later one first."""
    met: list[Station] = []
    done: set[str] = set()
    bearers = list(people_named(article))
    for here in stations(article):
        key = plain(here.bearer.surname)
        for before in met:
            if key not in done and _is_one(bearers, before.bearer, here.bearer):
                if here.clashes(before):
                    done.add(key)
                    yield here, before
        met.append(here)


def changed_bearers(article: Article) -> Iterator[tuple[Station, Station]]:
    """Two of one surname who are said to hold one post: "Mayor Ada Voss", "Mayor Jo Voss"."""
    met: list[Station] = []
    for here in stations(article):
        for before in met:
            one, two = before.bearer, here.bearer
            if one.given is None or two.given is None or plain(one.given) == plain(two.given):
                continue
            if plain(one.surname) == plain(two.surname) and here.is_the_same(before):
                if not _is_short(one.given, two.given):
                    yield here, before
                break
        met.append(here)


def _is_short(a: str, b: str) -> bool:
    """ "Tom" and "Thomas", "J." and "John": one name, told in short."""
    one, two = sorted((plain(a), plain(b)), key=len)
    return one[0] == two[0] and (len(one) < _SHORT or len(one) < len(two) - 1)


def _is_one(bearers: list[Bearer], one: Bearer, two: Bearer) -> bool:
    """Whether two mentions are of one person: no two given names go with the surname."""
    if plain(one.surname) != plain(two.surname):
        return False
    known = {plain(b.given) for b in bearers if b.given and plain(b.surname) == plain(one.surname)}
    if one.given and two.given:
        return plain(one.given) == plain(two.given)
    return len(known) == 1


def _ahead(article: Article, bearer: Bearer) -> Station | None:
    block = article.block_at(bearer.span.start)
    start = max(block.start if block is not None else 0, bearer.span.start - _REACH)
    before = article.text[start : bearer.span.start]
    if _PAST.search(re.split(r"[.;:]\s", before)[-1]) is not None:
        return None
    nick = re.sub(r"[A-Z][\w’'-]+ [“\"‘'][\w ]+[”\"’'] $", "", before)
    found = _ahead_pattern().search(nick)
    if found is None or re.search(r"(?:\band|&|/)\s*$", nick[: found.start()]):
        return None
    return _station(article, bearer, found, bearer.span, nick[: found.start()])


def _behind(article: Article, bearer: Bearer) -> Station | None:
    found = _behind_pattern().match(article.text, bearer.span.end)
    if found is None or _PAST.search(found.group()) is not None:
        return None
    dated = article.text[found.end() : found.end() + 30]
    if re.match(r"[^.;,]{0,12}\b(?:in|from|until|till|between)\s+(?:\w+\s+)?(?:19|20)\d\d", dated):
        return None
    span = Span(bearer.span.start, found.end("post"))
    return _station(article, bearer, found, span, found["of"] or "")


def _station(
    article: Article, bearer: Bearer, found: re.Match[str], span: Span, before: str
) -> Station | None:
    post = found["post"]
    head = " ".join(post.lower().split())
    near = before.split()[-3:]
    ranks, fields = words("roles", "station.ranks"), _fields()
    low = [re.sub(r"[^\w-]", "", w.lower()) for w in near]
    rank = next((w for w in reversed(low) if w in ranks), None)
    of = found["about"] or ""
    told = {fields[w] for w in (*low, *re.findall(r"\w+", of.lower())) if w in fields}
    group = _groups()[head]
    whose = frozenset(
        re.sub(r"[’']s?$|[.,]", "", w).lower()
        for w in near
        if w[:1].isupper() and plain(w) not in (*ranks, *fields, *_NO_OWNERS)
    )
    if group == "kin" and not whose and low[-1:] not in (["his"], ["her"], ["their"]):
        return None
    return Station(bearer, span, post, group, head, rank, frozenset(told), whose)


@cache
def _groups() -> dict[str, str]:
    """Each word for a post with its group."""
    return {
        post.lower(): key.removeprefix("station_group.")
        for key, posts in load("roles").items()
        if key.startswith("station_group.")
        for post in posts
    }


@cache
def _fields() -> dict[str, str]:
    """What a post can be about, in one word for what countries and firms call it."""
    told = {
        word: key.removeprefix("portfolio.")
        for key, entries in load("roles").items()
        if key.startswith("portfolio.")
        for word in entries
        if " " not in word
    }
    return {**{f: f for f in words("roles", "executive.fields")}, **told}


def _posts() -> str:
    return "|".join(sorted(map(re.escape, _groups()), key=lambda p: (-len(p), p)))


@cache
def _ahead_pattern() -> re.Pattern[str]:
    about = r"(?:\s+(?:for|of)\s+(?:the\s+)?(?P<about>[\w’'-]+(?:\s+and\s+\w+)?))?"
    return re.compile(
        rf"\b(?P<post>(?i:{_posts()})){about},?\s+(?:[\w’'-]+-(?:based|born)\s+)?{_TITLE}$"
    )


@cache
def _behind_pattern() -> re.Pattern[str]:
    about = r"(?:\s+(?:for|of)\s+(?:the\s+)?(?P<about>[\w’'-]+(?:\s+and\s+\w+)?))?"
    of = rf"(?P<of>{_OWNER}(?:[\w’'-]+\s+){{0,3}}?)"
    return re.compile(
        rf",\s+(?:who\s+(?:is|serves\s+as)\s+)?{of}\b(?P<post>(?i:{_posts()})){about}{_END}"
    )
