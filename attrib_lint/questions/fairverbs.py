"""Where "admitted" and "claimed" are fair: a plea, a party to a suit, one's own affairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.support import in_legal_context
from attrib_lint.questions.wording import forms_of

if TYPE_CHECKING:
    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Attribution

_FIRST = frozenset(("i", "we", "my", "our"))
_OWNERS = frozenset(("he", "she", "they"))
_AFFECTED = frozenset(("him", "her", "them"))
_POSSESSIVES = frozenset(("his", "her", "their"))
_OWN = forms_of("voice", "loaded.own")
_KEPT = forms_of("voice", "loaded.kept") | forms_of(
    "wrongs",
    "alone.deceit",
    "alone.theft",
    "alone.corruption",
    "alone.cruelty",
    "pairs.hide.verbs",
    "pairs.break.verbs",
    "pairs.pollute.verbs",
)
_BODIES = forms_of("sources", "institutions")
DOUBTED = words("voice", "loaded.doubted", "responses.armed")
_NEGATIVES = frozenset(("no", "not", "never", "nothing", "nobody", "none", "neither", "n't", "n’t"))
_WRONGS = forms_of("wrongs", *(f"alone.{kind}" for kind in ("deceit", "theft", "corruption")))
ACCUSED = frozenset(("accused", "denied", "concealed", "concealing"))
PLEA = words("voice", "loaded.plea")


def is_fair_admission(article: Article, parsed: ParsedBlock, attribution: Attribution) -> bool:
    """A plea, a body's word on its own affairs, a quotation, or a confidence."""
    if in_legal_context(article, parsed) and any(t.lower_ in PLEA for t in parsed.doc):
        return True
    sentence = article.tokens(article.sentence_at(attribution.cue.span.start)) or ()
    if any(t.lower_ in ACCUSED for t in sentence):
        return True  # "they were accused of hiding it, and ultimately admitted"
    source = attribution.source
    if source is None or source.kind == "named_org_or_outlet":
        return True
    if source.head.of(article.text).lower() in _BODIES:
        return True
    said = attribution.content[0]
    if any(q.depth == 0 and q.inner.overlaps(said) and len(q.inner) > 20 for q in article.quotes):
        return True
    told = [t for t in article.tokens(said) or () if t.is_alpha]
    low = [t.lower_ for t in told]
    if low[:1] == ["that"]:
        low = low[1:]
    if low[:1] and any(t.lower_ in _AFFECTED and t.dep_ in ("obj", "iobj") for t in told):
        return True  # "that the cause had persuaded her": what nobody else can know
    if low[:1] not in ([w] for w in _OWNERS):
        return False
    return not _is_omission(low) and _KEPT.isdisjoint(low[1:4])


def is_fair_doubt(article: Article, parsed: ParsedBlock, attribution: Attribution) -> bool:
    """A claim that needs one: by a party to a fight or a suit, in court, or a denial."""
    cue = article.tokens(attribution.cue.span)
    if cue is not None and cue.root.tag_ == "VBG":
        return True  # "sued it, claiming that": what the suit is about
    if in_legal_context(article, parsed, reach=1):
        return True
    source = attribution.source
    around = {t.lower_ for t in article.tokens(source.span) or ()} if source is not None else set()
    if source is None or not around.isdisjoint(DOUBTED):
        return True
    if any(n.kind == "place" and n.span.contains(source.head) for n in article.names):
        return True  # a state: "Pyongyang", "North Korea"
    low = [t.lower_ for c in attribution.content for t in article.tokens(c) or () if t.is_alpha]
    denies = attribution.mode != "direct" and not _NEGATIVES.isdisjoint(low[:6])
    return denies or not _WRONGS.isdisjoint(low)


def is_own_affair(article: Article, attribution: Attribution, doubted: bool) -> bool:
    """The first person, or a source's own plans, habits and defeats: "admitted she had lost".

    Where the verb doubts what is said, the first person is no excuse.
    """
    for content in attribution.content:
        low = [t.lower_ for t in article.tokens(content) or () if t.is_alpha]
        if not doubted and not _FIRST.isdisjoint(low[:3]):
            return True
        if low[:1] == ["that"]:
            low = low[1:]
        own = low[:1] and low[0] in _OWNERS and not _is_omission(low)
        if own and not _OWN.isdisjoint(low[1:6]):
            return True
        felt = low[:1] in (["the"], ["a"]) and not _OWN.isdisjoint(low[1:2])
        if felt and not _POSSESSIVES.isdisjoint(low):
            return True  # "the fear of injury weighed on his mind"
    return False


def _is_omission(low: list[str]) -> bool:
    """ "she had not opened the memo": a duty left undone, which the source has kept back."""
    return low[1:2] in (["had"], ["has"], ["did"]) and low[2:3] in (["not"], ["never"])
