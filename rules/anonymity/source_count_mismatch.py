"""State the true number of sources: "sources" are two or more, "the source" is one.

Reuters forbids citing sources in the plural where there is one, and a reader counts them.
(Reuters handbook: never plural "sources" for one)

Flags "sources say" that becomes "the source", "a source" that becomes "the sources", and "reports"
where one outlet is ever named; in an article that is careless all over, "its source" and the like
after others, too. Lets through: one of the sources, a second source, new sources that
are introduced, sources of different organisations, articles that link to several reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Related,
    Source,
    Span,
    Unnamed,
    children,
    dep,
    is_careless,
    miscounted,
    occurrences,
    singular,
    unnamed_sources,
    words,
)
from attrib_lint.api import (
    introduced as introduced_sources,
)

HELP = "How many people, or outlets, is it? State the true number throughout."
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "strict")
OPTIONS = {"reader-company": 0.0}
PRESET_OPTIONS = {"default": {"reader-company": 15.0}, "strict": {"reader-company": 10.5}}
GUARDS = (
    "one of the sources, another, a second: a part is let through",
    "a source introduced in between is another source",
    "sources described differently are different sources",
    "“reports” stands where several outlets are named or linked",
)
GOOD = [
    "People familiar with the plan said the mill was for sale. A person close to the owner named a "
    "price. The person said three bids had come in.",
    "The river is a source of salmon. The sources said the dam would go.",
    "According to reports, two towns had floods. Ann Lee told the Herald that she saw none.",
    "He attacked Tory plans to process claims overseas. The Tories want fewer claims.",
    "Two of the guards sued the firm. The guards said they had been hurt.",
    "Two people with knowledge of the talks said they had failed. The sources said nobody "
    "shook hands.",
    "Two people described the meeting. One of the people said it lasted an hour.",
    "Sources at Ford and at GM said prices would rise.",
    "A source said it was cancelled; a second source confirmed it. The sources would not be named.",
    "Officials said the road was shut. An official said it would open soon. The official did not "
    "say when.",
    "According to reports, he resigned. The Herald and the Courier said he left on Monday.",
]
BAD = [
    "A person close to the choir said the tour was off. [[The sources]] said refunds would go out.",
    "Three people with knowledge of the talks said they had failed. [[The two sources]] added that "
    "nobody shook hands.",
    "Four villagers told the inquiry that soldiers fired first. [[The villager]] said it went on "
    "until dusk.",
    "“The pair have barely spoken,” an insider dished to the site. [[The insiders]] added that he "
    "had sold the boat.",
    "The mill is up for sale, according to people familiar with the plan. [[The person]] said "
    "three bids had come in.",
    "The firms are in talks, people familiar with the matter said. [[The person]] said they could "
    "fail.",
    "Sources say the plant will shut. [[The source]] said workers were told on Monday.",
    "Two officials confirmed the strike. “It is over,” [[the official]] said of the same briefing.",
    "According to [[reports]], he resigned.\n\nBusiness Insider said he left on Monday.",
    "A source said the mine would close. [[The sources]] said miners had been told.",
]
_HUMAN = ("unnamed_person", "unnamed_collective")
_PART = re.compile(
    r"\b(?:one|some|many|several|two|three|most|each|none|both) of (?:the |these |those |them )?$"
    r"|\b(?:another|second|other|third|separate|different|new)\s+$",
    re.IGNORECASE,
)
# Those whom a desk calls its sources; vendors, families and users are who the story is about.
_TELLERS = frozenset(
    word
    for key in ("source", "role", "officers", "private")
    for word in words("anonymity", f"heads.{key}")
)
# "The insider", "the investigator": whoever has been met without a name.
_RETOLD = {singular(noun) for noun in _TELLERS} | {"person"}
_NEAR = frozenset(("familiar", "close", "privy", "knowledge", "briefed"))
_GENERIC = frozenset(
    [
        "people",
        "person",
        "man",
        "men",
        "woman",
        "women",
        "voter",
        "resident",
        "some",
        "many",
        "critic",
        "expert",
    ]
)
_POINTING = ("the", "these", "those", "that", "this")
_ANOTHER = re.compile(
    r"\b(?:a|an|one|another|second|third)\s+(?:\w+\s+)?person\b|\bone of\b", re.IGNORECASE
)
_TOLD = r"\b(?:told|tells|telling) (?:the )?"
_PLURALS = ("people", "men", "women")


@dataclass(frozen=True, slots=True)
class _Group:
    """One mention of unnamed people: head noun, number, and how it is introduced."""

    span: Span
    noun: str
    plural: bool
    definite: bool
    part: bool
    description: str | None
    count: int | None = None
    chain: int | None = None


def check(article: Article, options: Options) -> Iterator[Finding]:
    """At most one finding for each kind of source."""
    found = list(_people(article))
    yield from found
    yield from _reports(article)
    if is_careless(article):
        known = [span for f in found for span in (f.span, *(r.span for r in f.related))]
        yield from _miscounted(article, known)


def _miscounted(article: Article, known: list[Span]) -> Iterator[Finding]:
    """What the nearest mention before tells, where the whole article is careless."""
    for later, first in miscounted(article):
        if any(span.overlaps(later) or span.overlaps(first) for span in known):
            continue
        known += [later, first]
        here, there = first.of(article.text), later.of(article.text)
        text = f"The number of sources changes: “{here}”, then “{there}”."
        yield Finding(later, text, (Related(first, f"here it is {here}"),))


def _people(article: Article) -> Iterator[Finding]:
    introduced: dict[str, list[_Group]] = {}
    done: set[str] = set()
    met = introduced_sources(unnamed_sources(article))
    groups = [g for s in article.sources if (g := _group(article, s))]
    met_elsewhere = (*_counted(article, groups), *_single(article, groups))
    for group in sorted((*groups, *met_elsewhere), key=lambda g: g.span.start):
        before = introduced.setdefault(group.noun, [])
        if group.definite and not group.part and before and group.noun not in done:
            first = before[0]
            other = all(_differs(b, group) and not b.part for b in before)
            if other and _same(first, group):
                done.add(group.noun)
                here, there = first.span.of(article.text), group.span.of(article.text)
                text = f"The number of sources changes: “{here}”, then “{there}”."
                yield Finding(group.span, text, (Related(first.span, f"here it is {here}"),))
        elif group.definite and not (group.part or before) and _is_retold(group):
            first_met = _recounted(met, group)
            if first_met is not None and group.noun == "person":
                between = article.text[first_met.phrase.span.end : group.span.start]
                first_met = None if _ANOTHER.search(between) else first_met
            if first_met is not None and not done & _RETOLD:
                done.add("source")
                here, there = first_met.phrase.text, group.span.of(article.text)
                text = f"The number of sources changes: “{here}”, then “{there}”."
                place = first_met.phrase.span
                yield Finding(group.span, text, (Related(place, f"here it is {here}"),))
        before.append(group)


def _recounted(met: list[Unnamed], group: _Group) -> Unnamed | None:
    """The unnamed people that "the sources" must be, where all that were met are of another number.

    "Three people with knowledge of the talks" are not "the two sources".
    """
    before = [m for m in met if m.phrase.span.end <= group.span.start]
    before = [m for m in before if m.withheld or not _NEAR.isdisjoint(m.phrase.text.split())]
    before = [m for m in before if m.chain == group.chain] or before
    if not before or any(_may_be(m, group) for m in before):
        return None
    return before[-1]


def _is_retold(group: _Group) -> bool:
    """ "The sources", "the investigator": whoever was met; not "the officers", who are known."""
    if group.noun in ("source", "person", "insider"):
        return True
    return group.noun in _RETOLD and not group.plural and group.description is None


def _may_be(mention: Unnamed, group: _Group) -> bool:
    plural = mention.phrase.head.tag_ in ("NNS", "NNPS") or mention.phrase.head.lower_ in _PLURALS
    if group.count is not None and mention.count is not None:
        return group.count == mention.count
    return plural == group.plural


def _differs(one: _Group, two: _Group) -> bool:
    """Whether two mentions are of different numbers: "three officials", "the two officials"."""
    if one.count is not None and two.count is not None and one.count > 1 and two.count > 1:
        return one.count != two.count
    return one.plural != two.plural


def _counted(article: Article, groups: list[_Group]) -> Iterator[_Group]:
    """ "Two officials" who are counted where nobody is credited: they introduce sources too."""
    back = (g.noun for g in groups if g.definite and not g.part)  # what they may point back to
    nouns = _TELLERS.intersection(back)
    if not nouns:
        return
    for quantity in article.quantities:
        full = quantity.noun_span
        if quantity.unit != "count" or quantity.noun not in nouns or full is None:
            continue
        if any(g.span.overlaps(full) for g in groups):
            continue
        plural = quantity.interval.low is None or quantity.interval.low >= 2
        yield _Group(full, quantity.noun, plural, False, False, None)


def _single(article: Article, groups: list[_Group]) -> Iterator[_Group]:
    """ "An insider" whom no cue credits: he is introduced all the same."""
    back = {g.noun for g in groups if g.definite and not g.part and g.plural}
    nouns = frozenset(back & words("anonymity", "heads.source"))
    if not nouns:
        return
    for parsed, token in occurrences(article, nouns):
        before = token.doc[token.i - 1].lower_ if token.i else ""
        after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        if before not in ("a", "an") or after == "of" or token.tag_ != "NN":
            continue
        span = Span(
            parsed.start + token.doc[token.i - 1].idx, parsed.start + token.idx + len(token)
        )
        if not any(g.span.overlaps(span) for g in groups):
            yield _Group(span, token.lower_, False, False, False, None)


def _same(first: _Group, later: _Group) -> bool:
    """Whether the later mention can point back: no description of its own, or the same.

    Those who are no desk's sources ("villagers") have to be counted where they come in.
    """
    if first.noun not in _TELLERS and (first.definite or first.count is None):
        return False
    return later.description is None or later.description == first.description


def _group(article: Article, source: Source) -> _Group | None:
    if source.kind not in _HUMAN:
        return None
    head = source.head.of(article.text)
    noun = singular(head)
    before = article.text[max(0, source.span.start - 20) : source.head.start]
    both = source.span.of(article.text).lower().startswith("both ")
    alone = head.lower() == "person" and _points_back(article, source)  # "the person said"
    alone = alone or both
    if (noun in _GENERIC and not alone) or not head.isalpha() or _is_modifier(article, source):
        return None
    if source.span.of(article.text).lower() in ("who", "which", "that"):
        return None  # not counted anew
    counted = source.count is not None or source.span.of(article.text).lower().startswith("the ")
    if head.lower() not in _TELLERS and not counted:
        return None
    first = source.span.of(article.text).lower().split()[:2]
    return _Group(
        span=source.span,
        noun=noun,
        plural=_is_plural(article, source) or head.lower() in _PLURALS,
        definite=_points_back(article, source) or first[:1] == ["both"],
        part=bool(_PART.search(before)) or first[1:] == ["of"],
        description=source.description,
        count=2 if first[:1] == ["both"] else source.count,
        chain=source.id,
    )


def _is_modifier(article: Article, source: Source) -> bool:
    """ "Tory plans": whoever plans, the word counts nobody."""
    tokens = article.tokens(source.head)
    return tokens is not None and dep(tokens.root) in ("compound", "amod")


def _is_plural(article: Article, source: Source) -> bool:
    tokens = article.tokens(source.head)
    return tokens is not None and tokens.root.tag_ in ("NNS", "NNPS")


def _points_back(article: Article, source: Source) -> bool:
    """ "The source", "those officials": not "said that officials"."""
    tokens = article.tokens(source.head)
    if tokens is None:
        return False
    pointing = [t for t in children(tokens.root, "det") if t.lower_ in _POINTING]
    return bool(pointing) and tokens.root.i - pointing[0].i <= 2


def _reports(article: Article) -> Iterator[Finding]:
    """ "According to reports" where one outlet is all that is ever named."""
    outlets = _longest({n.name for n in article.names if n.kind == "outlet"})
    cited = [s.span for s in article.sources if s.kind == "named_org_or_outlet"]
    named = {n.name for n in article.names if any(span.contains(n.span) for span in cited)}
    if len(outlets) != 1 or len(_longest(outlets | named)) > 1 or len(article.document.links) > 1:
        return
    credited = outlets & named or any(outlet.endswith(n) for outlet in outlets for n in named)
    if not credited and any(re.search(_TOLD + re.escape(o), article.text) for o in outlets):
        return  # "told the Herald": the paper that asks, not one that reports
    for source in article.sources:
        text = source.span.of(article.text)
        if text.lower() in ("reports", "media reports", "multiple reports", "several reports"):
            (outlet,) = outlets
            place = next(n.span for n in article.names if outlet.endswith(n.name))
            message = f"“{text}” is plural, but {outlet} is the only outlet named."
            yield Finding(source.span, message, (Related(place, "the only outlet named"),))
            return


def _longest(names: set[str]) -> set[str]:
    """Names without those that another one ends in: "Insider" beside "Business Insider"."""
    return {n for n in names if not any(other.endswith(f" {n}") for other in names)}
