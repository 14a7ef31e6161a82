"""Who an article rests on: each source with what is credited to it, and the shares of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from attrib_lint.core.document import Document
from attrib_lint.core.facts import Attribution, Source, SourceKind
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span

if TYPE_CHECKING:
    from attrib_lint.article import Article

Category = Literal["named", "unnamed", "document", "other"]
CATEGORIES: dict[SourceKind, Category] = {
    "named_person": "named",
    "named_org_or_outlet": "named",
    "role_named_elsewhere": "named",
    "unnamed_person": "unnamed",
    "unnamed_collective": "unnamed",
    "document_or_study": "document",
    "self_or_other": "other",
}
_WORD = lazy_regex(r"\w[\w’'.,-]*")


class Audited(Struct, frozen=True):
    """One source of an article. `first` is its first mention, in the prose.

    `words` counts the words credited to it, each once; words that one source reports of another
    count for both. It is `second_hand` where all that it says comes through another outlet.
    """

    name: str
    kind: SourceKind
    first: Span
    mentions: int
    statements: int
    words: int
    second_hand: bool

    @property
    def category(self) -> Category:
        """Named, unnamed, a document, or none of these."""
        return CATEGORIES[self.kind]


class Audit(Struct, frozen=True):
    """The sources of one article in reading order.

    `words` counts the words that are read; `unsourced` the statements credited to nobody.
    """

    document: Document
    sources: tuple[Audited, ...]
    words: int
    unsourced: int


class Share(Struct, frozen=True):
    """How many sources are of one sort, and the words credited to them; both also as a share."""

    sources: int
    words: int
    of_sources: float
    of_words: float


class Overall(Struct, frozen=True):
    """A source over several articles: a name counts as one source, an unnamed one stays apart."""

    name: str
    kind: SourceKind
    articles: int
    mentions: int
    statements: int
    words: int
    second_hand: bool
    path: str
    first: Span


def audit(article: Article) -> Audit:
    """The source audit of one article."""
    chains: dict[int, list[Source]] = {}
    for source in article.sources:
        chains.setdefault(source.id, []).append(source)
    said: dict[int, list[Attribution]] = {}
    for found in article.attributions:
        if found.source is not None:
            said.setdefault(found.source.id, []).append(found)
    through = _through_outlets(article)
    return Audit(
        article.document,
        tuple(
            _audited(article.text, mentions, said.get(number, []), through)
            for number, mentions in chains.items()
        ),
        sum(count_words(p.block.span.of(article.text)) for p in article.parsed),
        sum(found.source is None for found in article.attributions),
    )


def shares(sources: Sequence[Audited | Overall]) -> dict[str, Share]:
    """What is named, unnamed, documents and other, which add up to one; and what is second-hand."""
    total = len(sources), sum(source.words for source in sources)
    sorts = ("named", "unnamed", "document", "other")
    found = {s: _share([x for x in sources if CATEGORIES[x.kind] == s], *total) for s in sorts}
    return {**found, "second_hand": _share([x for x in sources if x.second_hand], *total)}


def overall(audits: Iterable[Audit]) -> tuple[Overall, ...]:
    """Every source of some articles, those that are credited with most words first."""
    groups: dict[object, list[tuple[str, Audited]]] = {}
    for found in audits:
        for source in found.sources:
            alone = source.category != "named"
            key = (id(found), source.first) if alone else source.name.casefold()
            groups.setdefault(key, []).append((found.document.path, source))
    return tuple(sorted(map(_together, groups.values()), key=lambda o: (-o.words, o.name)))


def count_words(text: str) -> int:
    """The words of a text, as a person counts them."""
    return len(_WORD.findall(text))


def _audited(
    text: str, mentions: list[Source], said: list[Attribution], through: frozenset[Span]
) -> Audited:
    first = mentions[0]
    name = next((m.entity for m in mentions if m.entity), None)
    outlet = any(m.outlet for m in mentions)
    return Audited(
        name=name or " ".join(first.span.of(text).split()),
        kind=first.kind,
        first=first.span,
        mentions=len(mentions),
        statements=len(said),
        words=sum(count_words(part.of(text)) for part in _joined(said)),
        second_hand=outlet or (bool(said) and all(a.cue.span in through for a in said)),
    )


def _through_outlets(article: Article) -> frozenset[Span]:
    """The cues of what was said to another outlet, or is reported by one."""
    own = article.document.metadata.get("outlet", "").casefold()

    def is_other(source: Source | None) -> bool:
        return source is not None and source.outlet and (source.entity or "").casefold() != own

    reported = [p for a in article.attributions if is_other(a.source) for p in a.content]
    return frozenset(
        a.cue.span
        for a in article.attributions
        if is_other(a.recipient) or (a.nested and any(p.contains(a.cue.span) for p in reported))
    )


def _joined(said: Iterable[Attribution]) -> Iterator[Span]:
    """The contents of some attributions, each stretch of text once."""
    last: Span | None = None
    for part in sorted(part for found in said for part in found.content):
        if last is not None and part.start <= last.end:
            last = last.cover(part)
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last


def _share(some: Sequence[Audited | Overall], sources: int, words: int) -> Share:
    credited = sum(source.words for source in some)
    return Share(len(some), credited, len(some) / (sources or 1), credited / (words or 1))


def _together(found: list[tuple[str, Audited]]) -> Overall:
    path, first = found[0]
    return Overall(
        name=first.name,
        kind=first.kind,
        articles=len({path for path, _ in found}),
        mentions=sum(source.mentions for _, source in found),
        statements=sum(source.statements for _, source in found),
        words=sum(source.words for _, source in found),
        second_hand=all(source.second_hand for _, source in found),
        path=path,
        first=first.first,
    )
