"""Another outlet's reporting is credited with neither link nor date.

A bare name does not let the reader find the report. Washington Post guidance wants text and link
when others' work is used; AP wants the credit to be findable. Reported once per outlet, and once
per article where the article has no links at all.

Let through: an outlet that is talked about rather than relied on, an outlet that somebody spoke to
("told Reuters"), a link or a date (also a weekday) in the sentence. With the option link-required a
date is not enough.
"""

from collections.abc import Iterator

from attrib_lint.api import Article, Finding, Options, Source, Span, linked

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
    for source, outlet in _credits(article):
        sentence = article.sentence_at(source.span.start)
        dated = any(sentence.contains(date.span) for date in article.dates)
        if linked(article, sentence) or (dated and not options.flag("link-required")):
            told.add(outlet)
            continue
        if outlet in told or (told and not article.document.links):
            continue
        told.add(outlet)
        yield Finding(
            source.span, f"“{source.span.of(article.text)}” is credited with no link or date."
        )


def _credits(article: Article) -> Iterator[tuple[Source, str]]:
    """Sources that are an outlet or its report, with the outlet's name."""
    outlets = [name for name in article.names if name.kind == "outlet"]
    seen: set[Span] = set()
    for attribution in article.attributions:
        source = attribution.source
        if source is None or source.span in seen or attribution.cue.lemma in ("own", "cut"):
            continue
        seen.add(source.span)
        if source.kind in ("named_person", "self_or_other"):
            continue
        inside = [name for name in outlets if source.span.contains(name.span)]
        if source.outlet:
            yield source, source.entity or source.span.of(article.text)
        elif inside and source.kind == "document_or_study":
            yield source, inside[0].name
