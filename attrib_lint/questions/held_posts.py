"""The post or rank that a text gives a person right where it names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import load, words

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.core.facts import NameMention

_REACH = 70  # characters before a name that hold its post
_ONCE = lazy_regex(
    r"\b(?:then|former|formerly|now|once|later|ex-|incoming|outgoing|acting|was|became|succeed\w*"
    r"|next|promot\w+|appoint\w+|named|nominat\w+|replac\w+|elect\w*|candidate|reshuffle|late"
    r"|retired)\b",
    re.IGNORECASE,
)
_PROMOTED = lazy_regex(r"\b(?:promot\w+|retired as|rose to|(?:the )?rank of)\b")
_DATED = lazy_regex(r"[^.;]{0,20}\b(?:in|from|until|till|between)\s+(?:\w+\s+)?(?:19|20)\d\d\b")
_BEHIND = (
    r",\s+(?:(?:who|and)\s+(?:is|has\s+been|serves\s+as)\s+)?"
    r"(?P<of>(?:(?:the|its|their|our|his|her|an?)\s+)?(?:[\w’'-]+\s+){0,3}?)"
)
_AFTER = r"(?=\s*[,.;)]|\s+(?:of|at|for|since)\b)"
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "our", "his", "her", "this"))
_HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Prof)\.?[ \t]+)?"


class Held(Struct, frozen=True):
    """A person's post at one mention.

    `kind` is the kind of post, of which one person holds one at a time; `posts` what it is, in
    words of the lexicon (a portfolio, the words of a rank); `text` as written; `places` the
    capitals that stand beside it, which tell whose post it is.
    """

    name: str
    span: Span
    kind: str
    posts: frozenset[str]
    text: str
    places: frozenset[str]

    def clashes(self, other: Held) -> bool:
        """Whether one person cannot be both at a time, of one employer."""
        apart = self.places and other.places and not self.places & other.places
        return self.kind == other.kind and not self.posts & other.posts and not apart


def held_posts(article: Article) -> Iterator[Held]:
    """Every post that stands beside a person's name, in reading order; former ones left out."""
    quoted = [quote.inner for quote in article.quotes if quote.kind != "term"]
    promoted = _PROMOTED.search(article.text) is not None
    full = {name.name for name in article.names if " " in name.name and name.kind != "place"}
    for name in article.names:
        surname = name.name.split()[-1]
        shared = sum(other.split()[-1] == surname for other in full) > 1
        alone = " " not in name.span.of(article.text)
        if name.kind == "place" or " " not in name.name or (shared and alone):
            continue
        if any(span.contains(name.span) for span in quoted):
            continue
        titled = _within(article, name, full)
        beside: tuple[Held, ...] = (titled,) if titled is not None else ()
        # "the mayor, Jo Rand, the governor, Tim Cole": what stands behind belongs to the next.
        beside = beside or tuple(_ahead(article, name)) or tuple(_behind(article, name))
        yield from (held for held in beside if held.kind != "rank" or not promoted)
    yield from _meant(article)


def _meant(article: Article) -> Iterator[Held]:
    """ "The assistant coach said" where that is somebody whom the story has named."""
    for source in (a.source for a in article.attributions):
        if source is None or source.entity is None or source.kind != "role_named_elsewhere":
            continue
        text = source.span.of(article.text)
        for kind, post in _patterns().items():
            found = re.search(rf"^[Tt]he\s(?:.*?\s)?(?P<post>{post})$", text)
            held = _read(kind, found["post"]) if found is not None and kind == "executive" else None
            if (
                found is None
                or not held
                or _ONCE.search(text)
                or _is_lesser(text[: found.start(1)])
            ):
                continue
            near = text[: found.start("post")].split()[-2:]
            yield Held(source.entity, source.span, kind, held, found["post"], _capitals(near))


def _within(article: Article, name: NameMention, full: set[str]) -> Held | None:
    """ "Inspector Hart" where the name was read with its title."""
    text = name.span.of(article.text)
    for kind, post in _patterns().items():
        found = re.match(rf"(?P<post>{post})[ \t]+(?P<rest>[A-Z].*)$", text)
        if found is None:
            continue
        rest = found["rest"]
        bearers = {n for n in full - {text} if n == rest or n.endswith(f" {rest}")}
        bearer = rest if rest in full or " " in rest else next(iter(bearers), None)
        held = _read(kind, found["post"])
        before = article.text[max(0, name.span.start - _REACH) : name.span.start].rpartition("\n")[
            2
        ]
        if len(bearers) > 1 or bearer is None or not held or _ONCE.search(before):
            continue
        if not _is_lesser(before):
            return Held(bearer, name.span, kind, held, found["post"], frozenset())
    return None


def _ahead(article: Article, name: NameMention) -> Iterator[Held]:
    """ "Operations director Gareth Pugh", "General Dheere"."""
    block = article.block_at(name.span.start)
    start = max(block.start if block is not None else 0, name.span.start - _REACH)
    before = article.text[start : name.span.start]
    if _ONCE.search(before) is not None:
        return
    for kind, post in _patterns().items():
        found = re.search(rf"\b(?P<post>{post}),?[ \t]+{_HONORIFIC}$", before)
        if found is None or _is_lesser(before[: found.start()]):
            continue
        held = _read(kind, found["post"])
        if held and _is_one_post(found["post"], before[: found.start()]):
            near = re.split(r"[,;:]", before[: found.start()])[-1].split()[-2:]
            yield Held(name.name, name.span, kind, held, found["post"].strip(), _capitals(near))


def _behind(article: Article, name: NameMention) -> Iterator[Held]:
    """ "Lin, the company's chief product officer", "Pugh, who has been finance director"."""
    for kind, post in _patterns().items():
        if kind in ("rank", "seat"):
            continue
        found = re.compile(rf"{_BEHIND}\b(?P<post>{post}){_AFTER}").match(
            article.text, name.span.end
        )
        if found is None or _ONCE.search(found["of"]) or _is_lesser(found["of"]):
            continue
        if _DATED.match(article.text, found.end()) is not None:
            continue
        held = _read(kind, found["post"])
        if held and _is_one_post(found["post"], found["of"]):
            of = re.match(r"\s+(?:of|at|for)\s+(?:the\s+)?(\S+)", article.text[found.end() :])
            near = [*found["of"].split(), *(of.groups() if of is not None else ())]
            span = Span(name.span.start, found.end("post"))
            yield Held(name.name, span, kind, held, found["post"].strip(), _capitals(near))


def _is_lesser(before: str) -> bool:
    """Whether a word ahead makes another post of it ("deputy"), or a second one ("and")."""
    last = [word.strip("-") for word in re.findall(r"[\w&/-]+", before.lower())[-2:]]
    if last and last[-1] in words("roles", "posts.offices"):
        return True  # an attorney general has no rank
    lesser = words("roles", "posts.ranks", "posts.others")
    return bool(last) and (last[-1] in ("and", "&", "/") or not lesser.isdisjoint(last))


def _is_one_post(post: str, before: str) -> bool:
    """Whether a post is told in full: "the club's secretary", not "the press secretary"."""
    if post.lower() not in words("roles", "executive.alone"):
        return True
    ahead = before.split()
    last = ahead[-1].rstrip(",") if ahead else "the"
    if last.lower() in words("roles", "executive.kinds"):
        return False
    if last[:1].isupper() or last.lower() in words("roles", "executive.bodies") | _DETERMINERS:
        return post.islower()
    return bool(re.search(r"[’']s?$", last)) or before.rstrip().endswith((".", ",", ";"))


def _capitals(near: list[str]) -> frozenset[str]:
    cut = (re.sub(r"[’']s?$|[.,]", "", word) for word in near)
    plain = _DETERMINERS | words("names", "never")
    return frozenset(
        word.lower()
        for word in cut
        if word[:1].isupper() and len(word) > 1 and word.lower() not in plain
    )


@cache
def _patterns() -> dict[str, str]:
    """A pattern of each kind of post; ranks and seats are written with capitals."""

    def any_of(*keys: str) -> str:
        return "|".join(sorted(map(re.escape, words("roles", *keys)), key=lambda p: (-len(p), p)))

    portfolio = any_of(*(k for k in load("roles") if k.startswith("portfolio.")))
    fields = any_of("executive.fields")
    several = rf"(?:{portfolio})(?:(?:,|\s+and)\s+(?:{portfolio}))*"
    rank = any_of(*(k for k in load("roles") if k.startswith("rank.")))
    return {
        "executive": rf"(?i:{any_of('executive.posts')}|(?:{fields})\s+director"
        r"|chief\s+\w+\s+officer)",
        "minister": rf"(?i:{several}\s+(?:minister|secretary)|minister\s+(?:of|for)\s+{several})",
        "rank": rf"(?i:(?:(?:{rank})\.?[ \t-]+)*(?:{rank})\.?)",
        "court": rf"(?i:{any_of(*(k for k in load('roles') if k.startswith('court.')))})",
        "office": r"(?i:(?:deputy|vice|lieutenant)[ \t-]+)?(?i:mayor|governor|ambassador)",
        "seat": r"Sen\.|Senator|Rep\.|Representative|Congressman|Congresswoman",
    }


def _read(kind: str, text: str) -> frozenset[str]:
    """What a written post comes to, in words of the lexicon; empty for none."""
    low = " ".join(text.lower().split())
    if kind == "executive":
        return frozenset({_same_post(low)})
    if kind == "office":
        return frozenset({low.replace("-", " ")})
    if kind == "rank" and not all(w[0].isupper() for w in re.findall(r"\w+", text)):
        return frozenset()
    if kind == "seat":
        return frozenset({"senate" if low.startswith("sen") else "house"})
    prefix = {"minister": "portfolio.", "rank": "rank.", "court": "court."}[kind]
    named = {
        key.removeprefix(prefix)
        for key, entries in load("roles").items()
        if key.startswith(prefix)
        for entry in entries
        if re.search(rf"\b{re.escape(entry.lower())}\b", low)
    }
    if named >= {"inspector", "general"}:
        return frozenset()
    return frozenset(named)


def _same_post(post: str) -> str:
    for key, entries in load("roles").items():
        if key.startswith("same_post.") and post in entries:
            return key
    return post
