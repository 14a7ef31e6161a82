"""Stories: what is compared between articles, as plain data, and articles that tell one story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.agreement.dated import Dated, dated
from attrib_lint.agreement.mention import Mention, mentions
from attrib_lint.agreement.stems import is_content, stem
from attrib_lint.core.document import Document
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.extract.dates import dates_in
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.stories.clusters import Clusters
from attrib_lint.stories.happenings import Happening, happenings

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.core.facts import Source

_HUMAN = ("unnamed_person", "unnamed_collective")
_MOST_WORDS = 20
_SHORT = 60  # content words below which nothing need be repeated
_CONTACT = lazy_regex(
    r"\btold (?:us|me|this (?:newspaper|website|reporter|paper|publication)|reporters)\b"
    r"|\bin an interview with (?:us|this)\b|\bspoke to (?:us|this)\b|\bseen by (?:us|this)\b",
    re.IGNORECASE,
)


class Credit(Struct, frozen=True):
    """Who an article credits: `name` in full, `text` as written, `basis` what describes them.

    `kind` is the source's kind, `count` the number of people (None: plural, not stated).
    """

    name: str
    text: str
    span: Span
    kind: str
    outlet: bool
    count: int | None
    basis: str | None
    partitive: bool


class Spoken(Struct, frozen=True):
    """Quoted words: `words` in lower case without punctuation, who says them, and what is near."""

    span: Span
    text: str
    words: tuple[str, ...]
    speaker: Credit | None
    near: frozenset[str]


class Told(Struct, frozen=True):
    """One article, as far as stories are concerned; all spans index its prose.

    `keys` are what it shares with articles on the same story. `contact` is true where the article
    says that people spoke to it.
    """

    document: Document
    date: str | None
    keys: frozenset[str]
    figures: tuple[Mention, ...]
    credits: tuple[Credit, ...]
    quotes: tuple[Spoken, ...]
    happenings: tuple[Happening, ...]
    dates: tuple[Dated, ...]
    contact: bool

    @property
    def path(self) -> str:
        """The document's path."""
        return self.document.path

    @property
    def name(self) -> str:
        """The file's name, as messages give it."""
        return PurePath(self.document.path).name

    @property
    def outlets(self) -> tuple[Credit, ...]:
        """Other outlets that the article credits."""
        return tuple(credit for credit in self.credits if credit.outlet)

    @property
    def unnamed(self) -> tuple[Credit, ...]:
        """The unnamed people that the article credits."""
        return tuple(credit for credit in self.credits if credit.kind in _HUMAN)

    @property
    def people(self) -> frozenset[str]:
        """The named people that the article credits with statements."""
        return frozenset(c.name for c in self.credits if c.kind == "named_person")


class Story(Struct, frozen=True, dict=True):
    """Articles on one story, in the order given."""

    articles: tuple[Told, ...]

    @cached_property
    def origin(self) -> str | None:
        """The outlet that most articles rest on, if at least half of them credit it."""
        named = [{self.outlet_name(c) for c in told.outlets} for told in self.articles]
        counts = Counter(name for names in named for name in names)
        name, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
        return name if count >= 2 and 2 * count >= len(self.articles) else None

    def outlet_name(self, credit: Credit) -> str:
        """An outlet under the longest name that the story has for it ("Insider")."""
        names = [c.name for told in self.articles for c in told.outlets]
        longer = [n for n in names if n.endswith(f" {credit.name}")]
        return max(longer, key=len, default=credit.name)

    def independent(self, told: Told) -> bool:
        """Whether an article adds sourcing of its own: contact, or people nobody else quotes."""
        others = {name for other in self.articles if other is not told for name in other.people}
        return told.contact or bool(told.people - others - self._subjects)

    @cached_property
    def _subjects(self) -> frozenset[str]:
        """People whom the story is about: they are named in most articles."""
        counts = Counter(key for told in self.articles for key in told.keys)
        return frozenset(
            name
            for told in self.articles
            for name in told.people
            if 2 * counts[f"name:{name.lower()}"] > len(self.articles)
        )


def told_by(article: Article) -> Told:
    """What an article brings to a story."""
    text = article.text
    credits = tuple(_credits(article))
    return Told(
        document=article.document,
        date=_date(article),
        keys=_keys(article),
        figures=mentions(article),
        credits=credits,
        quotes=tuple(_quotes(article)),
        happenings=happenings(article),
        dates=dated(article),
        contact=_CONTACT.search(text) is not None,
    )


def stories(told: Sequence[Told]) -> tuple[Story, ...]:
    """The stories that at least two of the articles tell."""
    clusters = Clusters()
    for article in told:
        clusters.add(article.keys)
    groups: dict[int, list[Told]] = {}
    for i, article in enumerate(told):
        groups.setdefault(clusters.cluster_of(i), []).append(article)
    return tuple(Story(tuple(group)) for group in groups.values() if len(group) > 1)


def _date(article: Article) -> str | None:
    """The day of the article: front matter, or a full date above the text."""
    stated = article.document.metadata.get("date", "")[:10]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", stated):
        return stated
    first = article.parsed[0].start if article.parsed else 0
    top = article.text[: max(first, 160)]
    full = [m.value for m in dates_in(top) if re.fullmatch(r"\d{4}-\d\d-\d\d", m.value)]
    return full[0] if full else None


def _keys(article: Article) -> frozenset[str]:
    """Names, measured things and the words that an article repeats.

    Outlets are no names here: two stories that one agency reported are still two.
    """
    kinds = ("place", "outlet")
    keys = {f"name:{name.name.lower()}" for name in article.names if name.kind not in kinds}
    keys |= {f"noun:{q.noun}" for q in article.quantities if q.noun and q.unit == "count"}
    counts: Counter[str] = Counter()
    for parsed in article.parsed:
        counts.update(
            {
                stem(w)
                for w in re.findall(r"[^\W\d_]{4,}", syntax_of(parsed.doc).text)
                if is_content(w)
            }
        )
    least = 1 if sum(counts.values()) < _SHORT else 2
    repeated = [word for word, count in counts.most_common(_MOST_WORDS) if count >= least]
    return frozenset(keys | {f"word:{word}" for word in repeated})


def _credits(article: Article) -> list[Credit]:
    """Every source and recipient of an attribution, and every source mention of an outlet."""
    found = {source.span: source for source in article.sources}
    for attribution in article.attributions:
        if attribution.recipient is not None:
            found.setdefault(attribution.recipient.span, attribution.recipient)
    return [_credit(article, source) for _, source in sorted(found.items())]


def _credit(article: Article, source: Source) -> Credit:
    text = " ".join(source.span.of(article.text).split())
    inside = [n for n in article.names if source.span.contains(n.span) and n.kind == "outlet"]
    outlet = source.outlet or bool(inside and source.kind not in _HUMAN)
    name = inside[0].name if outlet and inside else source.entity or text
    return Credit(
        name=name,
        text=text,
        span=source.span,
        kind=source.kind,
        outlet=outlet,
        count=source.count,
        basis=source.description,
        partitive=text.lower().startswith(("one of", "another", "some of", "both")),
    )


def _quotes(article: Article) -> list[Spoken]:
    """Quoted words of any length, with the stems of their sentence."""
    found = []
    for quote in article.quotes:
        text = quote.inner.of(article.text)
        words = tuple(re.findall(r"[\w’']+", text.lower()))
        if not words or quote.kind in ("title", "sign"):
            continue
        sentence = article.sentence_at(quote.span.start)
        near = frozenset(
            stem(w) for w in re.findall(r"[^\W\d_]+", sentence.of(article.text)) if is_content(w)
        )
        speaker = _credit(article, quote.speaker) if quote.speaker is not None else None
        found.append(Spoken(quote.span, text, words, speaker, near - {stem(w) for w in words}))
    return found
