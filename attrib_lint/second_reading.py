"""What a rule finds against what the reader suspects: each can overrule or add to the other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from attrib_lint.core.finding import Finding, Related
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.questions.careful import is_careless, is_long, is_opening
from attrib_lint.rule import Options, Rule

if TYPE_CHECKING:
    from attrib_lint.article import Article

_MOST = 0.8  # of a quotation's characters: what is suspected is the quotation
_COMMON = lazy_regex(r"[^\dA-Z]+")  # "reportedly"; a name or a figure is another one each time
_MARKS = "“”\"‘’'«»"
_EASED = 1.2  # log-odds: in a careless article the next doubtful place is likelier to be one
HEADS = ("headline", "heading")  # what they leave open, the story tells; but see `headlines`


def in_company(article: Article, options: Options) -> bool:
    """Whether the reader suspects as much in an article as the rule's `reader-company` asks for.

    What an editor would ask about in a careless piece is a quibble where all else is in order. A
    few sentences do not show which it is.
    """
    least = options.values.get("reader-company", 0.0)
    assert isinstance(least, int | float)
    return not least or not is_long(article) or article.suspected_per_thousand >= least


def beyond_opening(
    article: Article, options: Options, findings: Sequence[Finding]
) -> list[Finding]:
    """The findings without those of an opening in which the rule's `reader-opening` hears none.

    Newspapers sum up first: who says so, and on what grounds, the rest of the story tells.
    """
    least = options.values.get("reader-opening", 0.0)
    assert isinstance(least, int | float)
    if not least or not findings or article.suspected_per_thousand >= least:
        return list(findings)
    return [f for f in findings if f.about == "article" or not is_opening(article, f.span)]


def may_speak_alone(rule: Rule, options: Options) -> bool:
    """Whether the reader may report what the rule has not found."""
    if not rule.suspected:
        return False
    return min(options.number("reader-alone"), options.number("careless-alone")) <= 1


def second_reading(
    article: Article, rule: Rule, options: Options, findings: Sequence[Finding]
) -> list[Finding]:
    """The findings that the reader agrees with, and what it suspects elsewhere by itself.

    How sure it must be is set by the rule's options `reader-agrees`, `reader-alone` and, against
    what the rule lets through, `reader-insists`; in a careless article it need be less sure to
    agree or to speak by itself, and `careless-alone` and `careless-insists` count too. Of a rule
    that it has not learnt the reader says nothing.
    """
    if rule.name not in article.learnt_rules:
        return list(findings)
    agrees, alone = (_eased(article, options.number(f"reader-{n}")) for n in ("agrees", "alone"))
    insists = options.number("reader-insists")
    if is_careless(article):
        alone = min(alone, options.number("careless-alone"))
        insists = min(insists, options.number("careless-insists"))
    kept = [f for f in findings if agrees <= 0 or _confidence(article, rule, f) >= agrees]
    if alone > 1:
        return kept
    return [*kept, *_suspected(article, rule, options, (alone, insists), findings)]


def _eased(article: Article, least: float) -> float:
    """How sure the reader must be in this article."""
    if not 0 < least < 1 or not is_careless(article):
        return least
    return 1 / (1 + (1 - least) / least * math.exp(_EASED))


def _confidence(article: Article, rule: Rule, finding: Finding) -> float:
    """How sure the reader is of the surest place of a finding; one about the article has all of it.

    The first source of a story stands for the others: it need not be what the reader doubts.
    """
    if finding.about == "article":
        every = (article.confidence(rule.name, parsed.block.span) for parsed in article.parsed)
        return max(every, default=0.0)
    return max(article.confidence(rule.name, span) for span in _places(finding))


def _places(finding: Finding) -> Iterator[Span]:
    yield finding.span
    yield from (related.span for related in finding.related if related.path is None)


def _suspected(
    article: Article,
    rule: Rule,
    options: Options,
    sure: tuple[float, float],
    findings: Sequence[Finding],
) -> Iterator[Finding]:
    """Suspicions where nothing is found, in headlines or outside; repeated common words are one.

    `sure` is how sure the reader must be, where the rule's guards say nothing and where they do.
    """
    least, insists = sure
    found = [span for finding in findings for span in _places(finding)]
    added: dict[str, Finding] = {}
    for suspicion in article.suspicions(rule.name, least):
        if any(other.overlaps(suspicion.span) for other in found):
            continue
        span = _whole_quotation(article, suspicion.span)
        made = rule.anchor(article, span, options) if rule.anchor is not None else span
        if made is None and suspicion.confidence >= insists:
            made = span
        if made is None or made == "settled":
            continue
        place = made.span if isinstance(made, Finding) else made
        if any(other.overlaps(place) for other in found):
            continue
        block = article.block_at(place.start)
        if block is None or (block.block.kind in HEADS) != (rule.where == "headlines"):
            continue
        found.append(place)
        text = place.of(article.text)
        key = text if _COMMON.fullmatch(text) else str(place.start)
        first = added.get(key)
        if first is None:
            message = _message(rule.suspected, text)
            added[key] = made if isinstance(made, Finding) else Finding(place, message)
        else:
            again = Related(place, "and again")
            added[key] = replace(first, related=(*first.related, again))
    yield from added.values()


def _message(template: str, text: str) -> str:
    """The rule's message; words that bring their own quotation marks get no others."""
    if text[0] in _MARKS and text[-1] in _MARKS + ",.?!":
        template = template.replace("“{span}”", "{span}")
    return template.replace("{span}", text)


def _whole_quotation(article: Article, span: Span) -> Span:
    """A quotation with its marks, where hardly a word of it lies outside `span`."""
    for quote in article.quotes:
        shared = min(span.end, quote.inner.end) - max(span.start, quote.inner.start)
        if quote.span.contains(span) and shared >= _MOST * len(quote.inner):
            return quote.span
    return span
