"""Whether a text has established what a verb says besides: "claimed", "admitted", "revealed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import load, words
from attrib_lint.questions.careful import is_careless
from attrib_lint.questions.clause import marker
from attrib_lint.questions.contested import before_dash, is_conceded, is_contested, is_unanswered
from attrib_lint.questions.fairverbs import (
    ACCUSED,
    DOUBTED,
    PLEA,
    is_fair_admission,
    is_fair_doubt,
    is_own_affair,
)
from attrib_lint.questions.support import in_legal_context, is_identified, is_told_before
from attrib_lint.questions.wording import forms_of

if TYPE_CHECKING:
    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Attribution, Source

_SELF = frozenset(("he", "she", "they", "i", "we", "it", "his", "her", "their", "its", "my", "our"))
_THING = "self_or_other"
_TAKEN_AT_THEIR_WORD = frozenset(("claim", "admit", "concede"))
_POINTING = frozenset(("this", "that", "these", "those", "which", "it"))
_SIDES = words("voice", "loaded.sides")
_OFFICIAL = words("events", "official")
_COUNTER = forms_of("voice", "loaded.counter")
_RECORDS = forms_of("voice", "loaded.records")


def loaded_verb(article: Article, attribution: Attribution) -> str:
    """The cue's lemma with its particle: "find out"."""
    cue = article.tokens(attribution.cue.span)
    after = cue.doc[cue.end : cue.end + 1] if cue is not None else ()
    particle = " out" if any(t.lower_ == "out" for t in (*(cue or ()), *after)) else ""
    return attribution.cue.lemma.removesuffix(" out") + particle


def earns_its_verb(article: Article, attribution: Attribution) -> bool:
    """Whether the text gives ground for what the verb of an attribution implies."""
    parsed = article.block_at(attribution.cue.span.start)
    if parsed is None or parsed.block.kind in ("headline", "heading", "caption", "standfirst"):
        return True
    lemma = loaded_verb(article, attribution)
    if _is_plural_noun(article, attribution) or _is_proof_by_things(attribution):
        return True
    if is_careless(article) and lemma in _TAKEN_AT_THEIR_WORD:
        return _is_excused(article, parsed, attribution)
    if _is_own(article, attribution) or _is_answered(article, parsed, attribution):
        return True
    if is_told_before(article, attribution.content, attribution.cue.span):
        return True
    if lemma in load("voice")["loaded.guilt"]:
        return is_fair_admission(article, parsed, attribution)
    if lemma in load("voice")["loaded.doubt"]:
        return is_fair_doubt(article, parsed, attribution)
    if lemma not in load("voice")["loaded.truth"]:
        return False
    source = attribution.source
    if lemma == "point out" and source is not None and is_identified(article, source):
        return not _takes_side(article, source)
    if source is not None and source.head.of(article.text).lower() in _POINTING:
        return True  # "this proves": the writer infers it
    if is_identified(article, source) and not (source is not None and source.outlet):
        return True
    head = source.head.of(article.text).lower() if source is not None else ""
    if head in _RECORDS or head in _OFFICIAL:
        return True
    if source is not None and source.kind == "document_or_study" and not source.outlet:
        return head not in ("report", "reports", "article", "story") or source.named
    sentence = article.sentence_at(attribution.cue.span.start)
    if any(sentence.overlaps(link.span) for link in article.document.links):
        return True
    return _is_about_self(article, attribution)


def _is_proof_by_things(attribution: Attribution) -> bool:
    """ "The transfers prove that": nobody says so, the writer infers it."""
    source = attribution.source
    return attribution.cue.lemma == "prove" and source is not None and source.kind == _THING


def _is_excused(article: Article, parsed: ParsedBlock, attribution: Attribution) -> bool:
    """Of an article that leaves much open: whether at least the matter excuses the verb.

    A plea, what others are accused of, one's own plans, the claims of those whom nobody takes at
    their word, what has been told before, a concession. What stands beside it is no excuse.
    """
    cue = article.tokens(attribution.cue.span)
    if cue is None or cue.root.tag_ == "VBG" or is_conceded(cue.root):
        return True
    if marker(cue.root) in ("while", "whereas") or _is_own(article, attribution):
        return True
    if is_told_before(article, attribution.content, attribution.cue.span):
        return True
    sentence = article.tokens(article.sentence_at(attribution.cue.span.start)) or ()
    if any(t.lower_ in ACCUSED for t in sentence):
        return True
    pleads = attribution.cue.lemma != "claim" and any(t.lower_ in PLEA for t in parsed.doc)
    if pleads and in_legal_context(article, parsed):
        return True
    source = attribution.source
    around = {t.lower_ for t in article.tokens(source.span) or ()} if source is not None else set()
    return not around.isdisjoint(DOUBTED)


def _is_own(article: Article, attribution: Attribution) -> bool:
    """Whether what is told is the source's own affair."""
    return is_own_affair(article, attribution, _doubts(article, attribution))


def _doubts(article: Article, attribution: Attribution) -> bool:
    """Whether the verb says that the writer doubts what it tells: "claimed"."""
    return loaded_verb(article, attribution) in load("voice")["loaded.doubt"]


def _takes_side(article: Article, source: Source) -> bool:
    """Whether somebody is a party to what is told: "her rival", "secretary of the union"."""
    return any(t.lower_ in _SIDES for t in article.tokens(source.span) or ())


def _is_plural_noun(article: Article, attribution: Attribution) -> bool:
    """Whether "media claims" is a noun that the parse takes for a verb: the number differs."""
    cue, source = article.tokens(attribution.cue.span), attribution.source
    if not cue or cue[0].tag_ != "VBZ" or not cue[0].i:
        return False
    before = cue[0].nbor(-1)
    if before.tag_ != "NNS" and before.lower_ != "media":
        return False
    around = article.tokens(source.span) if source is not None else None
    if around is None or not around.start <= before.i < around.end:
        return True
    return bool(before.i == around.root.i)


def _is_about_self(article: Article, attribution: Attribution) -> bool:
    """Whether what is revealed begins with the source's own doings: "that she is expecting"."""
    tokens = article.tokens(attribution.content[0])
    return tokens is not None and any(t.lower_ in _SELF for t in tokens[:3])


def _is_answered(article: Article, parsed: ParsedBlock, attribution: Attribution) -> bool:
    """Whether a contrast in the sentence, or a denial in the paragraph, answers the statement."""
    cue = article.tokens(attribution.cue.span)
    if cue is not None and (marker(cue.root) in ("while", "whereas") or is_conceded(cue.root)):
        return True
    inside = [before_dash(article, content) for content in attribution.content]
    text = parsed.block.span.of(article.text).lower()
    if _doubts(article, attribution) and (
        is_unanswered(text) or is_contested(article, attribution)
    ):
        return True
    if any(phrase in text for phrase in ("in fact", "in reality", "no evidence", "no proof")):
        return True
    return any(
        t.lower_ in _COUNTER and not any(c.contains(parsed.span(t)) for c in inside)
        for t in parsed.doc
    )
