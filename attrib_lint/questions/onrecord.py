"""Whether somebody without a name hides: the words may have fallen in public, or elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.phrases import Phrase
from attrib_lint.questions.unnamed import Unnamed, unnamed_sources

if TYPE_CHECKING:
    from attrib_lint.article import Article

_CITING = lazy_regex(r"\b(?:citing|cit(?:es|ed)|quot(?:ing|es|ed))\s(?:[\w-]+\s){0,3}$")
_CITED = lazy_regex(
    r"\b(?:quoted|cited|interviewed|contacted|named|identified) (?:only )?(?:by|in|on) "
    r"(?:the |an? )?(?:[A-Z]|(?:[\w-]+ )?(?:newspaper|paper|website|site|agency|magazine|channel))"
)
_MEDIA = lazy_regex(
    r"\baccording to (?:an? |the )?(?:[\w’'-]+ ){0,4}"
    r"(?:media|reports?|newspapers?|news agency|television|broadcaster|website)\b"
)
_QUOTED = lazy_regex(r"^\s(?:[\w-]+ ){0,2}(?:is|was|were|been) (?:\w+ )?quoted\b")
_REPORTED = lazy_regex(
    r"\b(?:television|TV|radio|newspaper|agency|media|channel|website|daily|broadcaster|magazine|"
    r"tabloid|weekly|outlet)s? (?:(?:has|have|had|also) )?(?:report|quot|cit)\w*"
    r"\s(?:[\w-]+\s){0,2}$"
)
# What somebody wrote, and others can read.
_WRITTEN = lazy_regex(
    r"\bin (?:an?|one|the|another|his|her|their|that) (?:[\w-]+ ){0,2}(?:e-?mail|letter|memo|"
    r"memorandum|text|message|note|diary|post|report|affidavit|filing|complaint|document)\b"
    r"(?! (?:to|with|for) (?:the )?(?:[A-Z]|us\b|me\b))"
)
_TURN = lazy_regex(r"\b(?:when|after|before|until|once)\s+$", re.I)
_OPENLY = lazy_regex(
    r"\bon (?:[\w-]+ ){0,3}(?:television|TV|radio|Facebook|Twitter|Instagram|YouTube|Telegram)\b"
    r"|\b(?:in|on|at) (?:an?|the|this|that|another)(?: [\w’'-]+){0,3} "
    r"(?:statement|press release|video|footage|clip|recording|livestream|broadcast|film|"
    r"documentary|(?:news|press) (?:conference|briefing)|briefing|rally|hearing|inquest|trial|"
    r"debate|speech|address|(?:public |town |council |board )?meeting|public comment|forum)\b"
    r"|\bduring public comment\b"
    r"|\b(?:tell|tells|told|telling|addressing|addressed|addresses) (?:the |an? )?"
    r"(?:(?!(?:after|before|when|while|that|how|in|at|of|about|and|he|she|they)\b)[\w’'-]+ ){0,4}"
    r"(?:reporters|journalists|parliament|lawmakers|senators|court|jury|inquest|"
    r"tribunal|inquiry|hearing|committee|panel|council|crowd|audience|rally|congregation|camera|"
    r"room|gathering|hall|protesters|stadium|state media|news conference|press conference|"
    r"briefing|meeting|news agency)\b(?! reporter| correspondent)",
    re.IGNORECASE,
)
_AVOWED = frozenset({"announce", "declare", "testify", "sue", "tweet", "post"})
_REACH = 30


def is_of_outlet(article: Article, phrase: Phrase) -> bool:
    """Whether another outlet, which the sentence credits, has this source and keeps its name.

    "Reuters reported, citing two officials", "an analyst quoted by AFP", "two unnamed officials
    told Reuters", "a relative said, according to Chinese media".
    """
    sentence = article.sentence_at(phrase.span.start)
    text = article.text
    if _MEDIA.search(sentence.of(text)):
        return True
    if _CITED.search(text[phrase.span.start : phrase.span.end + _REACH]):
        return True
    if _QUOTED.match(text[phrase.span.end : phrase.span.end + _REACH]):
        return True
    if _REPORTED.search(text[sentence.start : phrase.span.start]):
        return True  # "state television reported an official as saying"
    outlets = [n for n in article.names if n.kind == "outlet" and sentence.contains(n.span)]
    if not outlets:
        return False
    if _CITING.search(text[sentence.start : phrase.span.start]):
        return True
    before = Span(phrase.span.start, phrase.block.span(phrase.head).start)
    if phrase.owner is None and any(before.contains(n.span) for n in outlets):
        return True  # "BBC sources"
    near = Span(phrase.span.end, phrase.span.end + _REACH)
    after = [n for n in outlets if near.contains(n.span) or phrase.span.contains(n.span)]
    withheld = words("anonymity", "modifiers.withheld")
    if after and any(t.lower_ in withheld for t in phrase.modifiers):
        return True
    return any(
        a.source is not None
        and a.source.outlet
        and a.cue.lemma in words("second_hand", "outlets.report")
        and sentence.start <= a.cue.span.start < phrase.span.start
        and any(span.contains(phrase.span) for span in a.content)
        for a in article.attributions
    )


def is_public(article: Article, mention: Unnamed) -> bool:
    """Whether the source spoke in public or for a body: on television, in a statement, as "we".

    Any mention of the source may tell: "an official said ... She told reporters ...".
    """
    head, place = mention.phrase.head.lower_, mention.phrase.span
    mine = [
        m
        for m in unnamed_sources(article)
        if m.chain == mention.chain
        or (m.phrase.definite and m.phrase.head.lower_ == head)
        or (m.phrase.head.lower_ == head and _is_another(mention) and m.phrase.span < place)
    ]
    near = mention.sort in ("bare", "proximity")
    if any(told_openly(article, m.phrase, as_told=not near) for m in mine or [mention]):
        return True
    if mention.sort in ("bare", "proximity"):
        return False
    if is_turn_of_events(article, mention) or _is_read(article, mention):
        return True
    announced = mention.attribution is not None and mention.attribution.cue.lemma in _AVOWED
    return announced or _speaks_as_we(article, mention)


def is_turn_of_events(article: Article, mention: Unnamed) -> bool:
    """Whether what was said is an event of the story: "a row broke out when an official said so".

    It was heard then, and others have told of it.
    """
    sentence = article.sentence_at(mention.phrase.span.start)
    return _TURN.search(article.text[sentence.start : mention.phrase.span.start]) is not None


def _is_read(article: Article, mention: Unnamed) -> bool:
    """Whether somebody is known from a paper: "an officer wrote in one email"."""
    said = mention.attribution
    if said is None or said.cue.lemma not in ("write", "note", "complain"):
        return False
    sentence = article.sentence_at(mention.phrase.span.start)
    return _WRITTEN.search(article.text[said.cue.span.end : sentence.end]) is not None


def _is_another(mention: Unnamed) -> bool:
    """ "Another militant": what holds for the one before holds for this one."""
    return mention.sort in ("other", "public") and any(
        t.lower_ in ("another", "second", "third") for t in mention.phrase.before
    )


def told_openly(article: Article, phrase: Phrase, *, as_told: bool = True) -> bool:
    """Whether the sentence says that the words fell in public.

    `as_told`: what is reported counts too, which may end in where it was said.
    """
    sentence = article.sentence_at(phrase.span.start)
    tokens = article.tokens(sentence)
    if tokens is None:
        return False
    said = sentence.of(article.text)
    inside = [quote.span for quote in article.quotes]
    if not as_told:
        inside += [c for a in article.attributions for c in a.content]
    for span in inside:
        if sentence.contains(span) and not span.contains(phrase.span):
            start, end = span.start - sentence.start, span.end - sentence.start
            said = said[:start] + " " * (end - start) + said[end:]
    return _OPENLY.search(said) is not None


def _speaks_as_we(article: Article, mention: Unnamed) -> bool:
    """Whether an official of a body says "we": the body speaks."""
    attribution = mention.attribution
    if attribution is None or mention.phrase.head.lower_ not in words(
        "anonymity", "heads.officers"
    ):
        return False
    proper = any(t.tag_ in ("NNP", "NNPS") for t in mention.phrase.before)
    return proper and any(
        span.of(article.text).lstrip("“\"‘' ").startswith(("We ", "we ", "Our ", "our "))
        for span in attribution.content
    )
