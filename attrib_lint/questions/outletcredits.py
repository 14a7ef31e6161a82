"""Finds where an outlet is credited: it reported, its report says, or it is thanked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.careful import is_careless
from attrib_lint.questions.unnamed import unnamed_sources
from attrib_lint.questions.wordorder import credits, phrase_around

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.core.facts import NameMention, Source
    from attrib_lint.questions.phrases import Phrase

_THANKS = lazy_regex(
    r"\b(?:(?:reported|revealed|disclosed|published|broken|flagged|spotted|obtained|seen|reviewed|"
    r"viewed|uncovered|unearthed|detailed)(?: [\w-]+ly)? (?:by|in|on|with)|told (?:by )?sources at|"
    r"(?:credit|scoop|kudos|hat[- ]?tip|courtesy|thanks)\b[^.;,]{0,40}?\b(?:to|of|from|with))"
    r" (?:[Tt]he )?$"
)
_SCOOPS = lazy_regex(
    r",? (?:(?:was|were) (?:the )?first to\b|broke (?:the )?(?:news|story)|has it that\b|"
    r"(?:has |had |also |first |exclusively )*(?:learn(?:ed|t)|understands|written about|"
    r"wrote about|got hold of|obtained|is reporting|are reporting|reckons)\b|"
    r"which (?:has |had |also |first )*(?:spoke|spoken|cites|cited|reported|obtained|saw|seen|"
    r"reviewed|published|broke|quotes|quoted)\b)"
)
# What an outlet says of itself is no news of its own, unless it is how it found something out.
_OF_ITSELF = lazy_regex(
    r"(?:that )?(?:it|its) (?!(?:has |had |was able to |could )?(?:also |independently )*"
    r"(?:saw|seen|see|obtain|verif|geolocat|review|analy|count|learn|confirm|spoke|found|identif|"
    r"authenticat|establish|view|uncover|trac))"
)
_SAID_TO = frozenset({"tell", "say", "speak", "talk", "confirm", "explain"})
# "Told the Sunday Post": a paper that nothing else shows to be one.
_HEARS = lazy_regex(r" (?:[Tt]he )?((?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w-]+)\b")
_NEXT = 40  # characters after "told", in which the outlet's name stands
_WITHIN = frozenset({"at", "of", "in", "with", "for", "from", "on"})


def outlet_credits(article: Article) -> Iterator[tuple[Span, str]]:
    """Where an outlet, its report or its source is credited, with the outlet's name."""
    reporting = words("second_hand", "outlets.report")
    pieces = words("second_hand", "reports.pieces")
    seen: list[Span] = []
    outlets = [name for name in article.names if name.kind == "outlet"]
    for attribution in article.attributions:
        source, cue = attribution.source, attribution.cue
        if source is None or cue.kind == "colon" or not attribution.content:
            continue
        piece = source.head.of(article.text).lower() in pieces
        shown = piece and cue.lemma in ("find", "show", "uncover", "establish", "reveal")
        if cue.kind != "according_to" and cue.lemma not in reporting and not shown:
            continue
        if any(_OF_ITSELF.match(span.of(article.text)) for span in attribution.content):
            continue
        name = _outlet_behind(article, source, outlets)
        if name is not None and name.span not in seen:
            seen.append(name.span)
            until = max(source.head.end, name.span.end)
            yield (Span(source.span.start, until) if piece else name.span), name.name
    for name in outlets:
        if name.span in seen:
            continue
        phrase = _phrase(article, name)
        if phrase is not None and credits(phrase, words("second_hand", "outlets.reported")):
            yield phrase.span, name.name
        elif _is_thanked(article, name):
            yield name.span, name.name


def told_by_unnamed(article: Article) -> Iterator[tuple[Span, str]]:
    """The outlets to which a source without a name confided something: it is their reporting.

    "A source told Reuters" may be Reuters' own; "an insider dished to Reuters" is not, nor is
    either in an article that leaves its sources open all over.
    """
    careless = is_careless(article)
    for mention in unnamed_sources(article):
        said = mention.attribution
        if said is None or said.nested or not (mention.withheld or careless):
            continue
        if said.cue.lemma in _SAID_TO and not careless:
            continue
        after = Span(said.cue.span.end, said.cue.span.end + _NEXT)
        for name in article.names:
            if name.kind == "outlet" and after.contains(name.span):
                between = article.text[said.cue.span.end : name.span.start].lower().split()
                if between in ([], ["the"], ["to"], ["to", "the"]):
                    yield name.span, name.name
        told = _HEARS.match(article.text, said.cue.span.end) if careless else None
        if told and told[1].split()[-1].lower() in words("names", "outlet_words"):
            yield Span(told.start(1), told.end(1)), told[1]


def _is_thanked(article: Article, name: NameMention) -> bool:
    """Whether the words around an outlet say that the story is its own.

    "First reported by X", "credit goes to X", "X has learnt", "papers obtained by X".
    """
    sentence = article.sentence_at(name.span.start)
    left = article.text[sentence.start : name.span.start]
    right = article.text[name.span.end : sentence.end]
    return _THANKS.search(left) is not None or _SCOOPS.match(right) is not None


def _outlet_behind(
    article: Article, source: Source, outlets: list[NameMention]
) -> NameMention | None:
    """The outlet that a source is, or whose report or source it is."""
    inside = [name for name in outlets if source.span.contains(name.span)]
    head = source.head.of(article.text).lower()
    if inside and source.kind == "document_or_study":
        return inside[0] if head in words("second_hand", "reports.pieces") else None
    if inside and inside[0].span.end < source.head.start:
        if head in words("second_hand", "reports.pieces"):
            return inside[0]  # "a BBC investigation"
    if inside and source.kind == "unnamed_person":
        ends = inside[0].span.end
        owned = article.text[ends : ends + 2] in ("’s", "'s", "’ ", "' ")
        return inside[0] if owned and head in ("source", "sources") else None
    if head in ("which", "that", "who"):
        near = [n for n in outlets if 0 <= source.span.start - n.span.end <= 2]
        return near[0] if near else None
    if source.kind == "named_person":
        return None
    if inside and head in ("newspaper", "tabloid", "magazine", "daily", "weekly", "broadsheet"):
        return inside[-1]  # "the Punch newspaper"
    if source.outlet and inside:
        left = article.text[: source.span.start].lower().removesuffix("the ").split()[-3:]
        if set(left) & _WITHIN:
            return None
        return inside[-1] if source.head.overlaps(inside[-1].span) else None
    if source.outlet and source.entity and len(source.span) <= 5:
        before = [n for n in outlets if n.name == source.entity and n.span < source.span]
        here = article.sentence_at(source.span.start)
        return before[-1] if before and here.contains(before[-1].span) else None
    return None


def _phrase(article: Article, name: NameMention) -> Phrase | None:
    """An outlet's phrase, or that of its report: "a report from Semafor"."""
    block = article.block_at(name.span.start)
    tokens = article.tokens(name.span)
    if block is None or tokens is None or not len(tokens):
        return None
    if tokens.start and block.doc[tokens.start - 1].lower_ in words("second_hand", "outlets.told"):
        return None
    for token in block.doc[max(0, tokens.start - 4) : tokens.start]:
        if token.lower_ in words("second_hand", "reports.pieces"):
            phrase = phrase_around(block, token)
            if phrase.span.contains(name.span):
                return phrase
    following = tokens[-1].nbor(1) if tokens.end < len(block.doc) else None
    if following is not None and (following.tag_ == "POS" or following.text in ("/", "“", '"')):
        return None
    phrase = phrase_around(block, tokens[-1])
    if any(t.lower_ in ("this", "that", "a", "an") for t in phrase.before):
        return None
    before = block.doc[phrase.before[0].i if phrase.before else tokens.start]
    if any(t.lower_ in _WITHIN for t in block.doc[max(0, before.i - 2) : before.i]):
        return None
    return replace(phrase, span=block.span(tokens), after=())
