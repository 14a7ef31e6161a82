"""What a claim stands on where it is made: nothing, a named source, hearsay, a modal verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.clause import children, dep, is_passive
from attrib_lint.questions.frames import agentless_frame, has_agentless_frame
from attrib_lint.questions.support import (
    SAYING,
    attributions_over,
    is_identified,
    passes_on,
    scopes_over,
)
from attrib_lint.questions.wording import count_of, forms_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article
    from attrib_lint.core.facts import Attribution, Source
    from attrib_lint.questions.proposition import Proposition

Ground = Literal["flat", "named", "official", "outlet", "unnamed", "hearsay", "modal", "other"]
WEAK: frozenset[Ground] = frozenset(("outlet", "unnamed", "hearsay", "modal"))
_ADVERBS = words("frames", "adverbs")
_OPAQUE = frozenset(("report", "reports", "rumour", "rumours", "rumor", "rumors", "speculation"))
_OFFICIAL = forms_of("sources", "institutions") | words("events", "official")
_PEOPLE = words("sources", "roles") | {"source", "person", "insider", "report", "rumour", "rumor"}
_PERCEIVED = frozenset(
    ("continue", "hear", "see", "know", "learn", "read", "watch", "notice", "remember")
)
_INSIDE = frozenset(("familiar", "close", "knowledge", "briefed", "condition", "aware"))
_MAYBE = frozenset(("may", "might", "could"))
_SPEAKING_FOR = frozenset(
    ("family", "widow", "wife", "husband", "lawyer", "attorney", "office", "publicist", "estate")
)


class Standing(Struct, frozen=True):
    """What one mention of a claim stands on; `span` (prose) is what says so."""

    ground: Ground
    span: Span | None = None


def standing(article: Article, claim: Proposition) -> Standing:
    """What a claim stands on at this mention.

    "official" is the word of a body that can be asked (police, the government, a company), "outlet"
    another publication's word, "unnamed" a source that no reader can identify,
    "other" a claim that is not asserted at all: a condition, a wish, a denial.
    """
    known: dict[tuple[int, int], Standing] = article.kept.setdefault("standing", {})
    place = claim.block.index, claim.token.i
    if place not in known:
        known[place] = _standing(article, claim)
    return known[place]


def may_stand_on_hearsay(article: Article) -> bool:
    """Whether any claim of an article can: asked before its claims are read."""
    return count_of(article, _ADVERBS) > 0 or has_agentless_frame(article)


def _standing(article: Article, claim: Proposition) -> Standing:
    if claim.conditional:
        return Standing("other")
    verb = claim.block.span(claim.token)
    over = [a for a in attributions_over(article, verb) if a.source is not None]
    credited = [a for a in over if _is_statement(article, a)]
    if credited:
        return _credited(article, credited, claim)
    if over:
        return Standing("other")  # what somebody expects, hopes or has heard
    hedge = _hedge(claim.token)
    if hedge is not None:
        return Standing(hedge[0], claim.block.span(hedge[1]))
    if _is_embedded(claim.token) or not _is_finite(claim.token):
        return Standing("other")
    scoped = [a for a in scopes_over(article, verb) if a.source is not None]
    if scoped:
        return _credited(article, scoped, claim)
    return Standing("flat")


def _is_statement(article: Article, attribution: Attribution) -> bool:
    """Whether somebody says a thing: not hears it, and not "no address reported"."""
    source = attribution.source
    if attribution.cue.kind not in SAYING or attribution.cue.lemma in _PERCEIVED or source is None:
        return False
    return not source.span.of(article.text).lower().startswith("no ")


def _credited(article: Article, over: list[Attribution], claim: Proposition) -> Standing:
    """The strongest of the sources over a claim."""
    sources = [(a, a.source) for a in over if a.source is not None]
    for attribution, source in sources:
        if _is_record(article, source) or (
            is_identified(article, source)
            and (not passes_on(article, source) or _is_of_self(article, source, claim))
        ):
            return Standing("named", attribution.cue.span.cover(source.span))
    for attribution, source in sources:
        if passes_on(article, source):
            return Standing("outlet", attribution.cue.span.cover(source.span))
    for attribution, source in sources:
        if _is_official(article, source):
            return Standing("official", attribution.cue.span.cover(source.span))
    attribution, source = sources[0]
    return Standing("unnamed", attribution.cue.span.cover(source.span))


def _is_of_self(article: Article, source: Source, claim: Proposition) -> bool:
    """Whether one who passes on news tells of himself: the presenter "said he is to go"."""
    if source.outlet or not source.named:
        return False
    told = {t.lower_ for t in article.tokens(source.span) or () if t.pos_ == "PROPN"}
    return claim.vague_agent or bool(told & claim.agents)


def _is_official(article: Article, source: Source) -> bool:
    """Whether a source that is not named speaks for a body or a person: "police", "his family"."""
    if source.anonymity_reason is not None:
        return False
    head = article.tokens(source.head)
    if head is not None and head.root.lower_ in _SPEAKING_FOR:
        return bool(children(head.root, "nmod:poss", "poss", "nmod")) and head.root.tag_ == "NN"
    if not _INSIDE.isdisjoint((source.description or "").lower().split()):
        return False
    return source.head.of(article.text).lower() in _OFFICIAL or _is_body(article, source)


def _is_body(article: Article, source: Source) -> bool:
    """ "The trust", "the club": one body that the story has named, which can be asked."""
    head = article.tokens(source.head)
    if head is None or head.root.tag_ != "NN" or head.root.lower_ in _PEOPLE:
        return False
    return any(t.lower_ in ("the", "its") for t in children(head.root, "det", "nmod"))


def _is_record(article: Article, source: Source) -> bool:
    """Whether a source is a document that can be looked up: a poll, a filing, not "reports"."""
    head = source.head.of(article.text).lower()
    return source.kind == "document_or_study" and head not in _OPAQUE


def _is_finite(verb: Token) -> bool:
    """Whether a verb states something: "froze", "has frozen", not "freezing", "frozen"."""
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    if verb.tag_ == "VBN" and dep(verb) in ("root", "conj") and not is_passive(verb):
        return True  # a past tense that the tagger took for a participle
    return any(child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in children(verb, "aux"))


def _hedge(verb: Token) -> tuple[Ground, Token] | None:
    """The word that weakens a clause: a hearsay adverb, "may", a frame or "seems" above it."""
    for token in (verb, verb.head):
        for child in token.children:
            if child.lower_ in _ADVERBS:
                return "hearsay", child
    for child in children(verb, "aux"):
        if child.lower_ in _MAYBE:
            return "modal", child
    for token in (verb, verb.head):
        if dep(token) not in ("xcomp", "ccomp", "csubj", "advcl") or token.head.i == token.i:
            continue
        if agentless_frame(token.head) is not None:
            return "hearsay", token.head
        if token.head.lemma_.lower() in ("seem", "appear"):
            return "modal", token.head
    if verb.head.lemma_.lower() in ("likely", "possible") and verb.head.i != verb.i:
        return "modal", verb.head
    return None


def _is_embedded(verb: Token) -> bool:
    """Whether a clause hangs on a verb that does not assert it: wants to, denied that."""
    if dep(verb) in ("xcomp", "ccomp", "csubj", "acl"):
        return True
    if dep(verb) == "advcl" and any(c.lower_ in ("to", "for") for c in children(verb, "mark")):
        return True
    return dep(verb) == "conj" and verb.head.i != verb.i and _is_embedded(verb.head)
