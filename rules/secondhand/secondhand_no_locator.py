"""Another outlet's reporting is credited with neither link nor date.

A bare name does not let the reader find the report. Washington Post guidance wants text and link
when others' work is used; AP wants the credit to be findable. Reported once per outlet, and once
per article where the article has no links at all.

Let through: an outlet that is talked about rather than relied on, an outlet that somebody spoke to
("told Reuters"), a link or a date (also a weekday) in the sentence. With the option link-required a
date is not enough.
"""

from collections.abc import Iterator
from dataclasses import replace

from attrib_lint.api import (
    Article,
    Finding,
    NameMention,
    Options,
    Phrase,
    Span,
    credited,
    credits,
    linked,
    phrase_around,
    words,
)

HELP = "Can you link the original report, or at least give its date?"
SEVERITY = "info"
PRESETS = ("default", "ap", "wikipedia", "strict")
OPTIONS = {"link-required": False}
GUARDS = (
    "Only an outlet that is credited with information counts, not one that is the subject.",
    "A link or a date in the sentence clears it.",
    "An article without any links is told once.",
)
BAD = (
    "Musk bought 10,000 GPUs, according to [[Business Insider]].",
    "As per [[a report from Semafor]], the feud is personal.",
    "[[The New York Times]] reported that talks failed.",
    "The goalkeeper has signed for Benfica, [[ESPN]] reported.",
    "Rebels hold the airport, according to [[Al Jazeera]]. The BBC reported shelling in the suburbs.",
    "The vaccine trial has been paused, [[the Financial Times]] reports.",
)
GOOD = (
    "---\ntitle: Musk buys chips\n---\n"
    "[Business Insider reported](https://www.businessinsider.com/x) that he bought chips.",
    "Reuters reported on 11 April that the plant would close.",
    "Business Insider is owned by Axel Springer.",
    "“We will appeal,” the minister told the BBC.",
    "The Guardian reported on Tuesday that the trust had been warned.",
    "The Washington Post cut 200 jobs in its newsroom.",
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report the first bare credit of each outlet."""
    told: set[str] = set()
    for span, outlet in sorted(_credits(article)):
        sentence = article.sentence_at(span.start)
        dated = any(sentence.contains(date.span) for date in article.dates)
        if linked(article, sentence) or (dated and not options.flag("link-required")):
            told.add(outlet)
            continue
        if outlet in told or (told and not article.document.links):
            continue
        told.add(outlet)
        yield Finding(span, f"“{span.of(article.text)}” is credited with no link or date.")


def _credits(article: Article) -> Iterator[tuple[Span, str]]:
    """Where an outlet or its report is a source, with the outlet's name."""
    seen: list[Span] = []
    outlets = [name for name in article.names if name.kind == "outlet"]
    for _, source in credited(article):
        inside = [name for name in outlets if source.span.contains(name.span)]
        if source.kind == "unnamed_person" and inside and inside[0].span.start < source.head.start:
            seen.append(inside[0].span)
            yield inside[0].span, inside[0].name
        elif inside and (source.outlet or source.kind == "document_or_study"):
            seen.append(source.span)
            yield source.span, inside[0].name
        elif source.outlet and source.entity:
            before = [n for n in outlets if n.name == source.entity and n.span < source.span]
            if before and article.sentence_at(source.span.start).contains(before[-1].span):
                seen.append(before[-1].span)
                yield before[-1].span, before[-1].name
    for name in outlets:
        phrase = _phrase(article, name)
        if phrase is None or any(span.overlaps(name.span) for span in seen):
            continue
        if credits(phrase, words("second_hand", "reports.says")):
            yield phrase.span, name.name


def _phrase(article: Article, name: NameMention) -> Phrase | None:
    """An outlet's phrase, or that of its report: "a report from Semafor"."""
    block = article.block_at(name.span.start)
    tokens = article.tokens(name.span)
    if block is None or tokens is None or not len(tokens):
        return None
    for token in block.doc[max(0, tokens.start - 4) : tokens.start]:
        if token.lower_ in words("second_hand", "reports.pieces"):
            phrase = phrase_around(block, token)
            if phrase.span.contains(name.span):
                return phrase
    phrase = phrase_around(block, tokens[-1])
    return replace(phrase, after=())
