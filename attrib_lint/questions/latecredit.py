"""Whom a story first credits with its opening claim, and how many paragraphs further down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.basis import Basis
from attrib_lint.questions.events import event
from attrib_lint.questions.support import SAYING, is_identified, is_voice, passes_on, voiced

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Attribution, Source

_FARTHEST = 8  # paragraphs: what is credited further down is another matter
_TELLING = ("NOUN", "PROPN", "VERB", "NUM", "ADJ")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PLAIN = words("events", "basis.plain")
_WITNESSED = words("events", "witnessed", "witnessed.things")
_PUBLIC = words("events", "official") | words("antecedents", "officials.introduced_by")
_NO_SUPPORT = words("events", "basis.refusals")
_DEFINITE = frozenset(("the", "this", "that", "both", "these", "those", "its", "their"))
_POINTING = frozenset(("so", "that", "this", "it"))


def late_credit(article: Article, allowed: int) -> Basis | None:
    """The flat sentence of the first paragraph, and who is first credited with what it tells.

    None where somebody is credited with it within `allowed` paragraphs, where the story's own
    subject tells of himself, and where many saw it.
    """
    if not article.body:
        return None
    lede = _lede(article)
    if lede is None:
        return None
    block, sentence = lede
    told = _keys(sentence) | (_keys(article.headline.doc[:]) if article.headline else frozenset())
    place = block.span(sentence)
    for attribution in voiced(article):
        here = article.block_at(attribution.cue.span.start)
        if here is None or attribution.cue.span.start < place.start:
            continue
        distance = here.index - block.index
        if not _is_of(article, attribution, told, near=distance <= allowed):
            continue
        source = attribution.source
        if distance <= allowed or distance > _FARTHEST or source is None:
            return None
        if source.kind == "document_or_study" or _is_public(article, source):
            return None
        if _tells_of_self(article, source, sentence):
            return None
        late = _is_doubtful(article, attribution, source) or _repeats(article, attribution, told)
        return Basis(place, source.span) if late else None
    return None


def _lede(article: Article) -> tuple[ParsedBlock, TokenSpan] | None:
    """The sentence of the first paragraph that tells the news: most of what the headline tells."""
    block = article.body[0]
    sentences = [s for s in block.doc.sents if any(t.tag_ in _FINITE for t in s)]
    if not sentences:
        return None
    wanted = _keys(article.headline.doc[:]) if article.headline is not None else frozenset()
    told = max(sentences, key=lambda s: len(wanted & _keys(s)))
    if any(a.cue.span.end <= block.block.span.end for a in article.attributions):
        return None  # the paragraph has a source, or the headline
    if told.text.endswith("?") or _is_public_event(told.root):
        return None
    span = block.span(told)
    if any(h.span.overlaps(span) for h in article.hedges):
        return None
    if any(q.span.overlaps(span) for q in article.quotes):
        return None
    return block, told


def _is_public_event(verb: Token) -> bool:
    """Whether many saw it: a match, a storm, a court; what is yet to come nobody has seen."""
    if any(c.lower_ in ("will", "to") for c in verb.children if c.dep_ in ("aux", "mark")):
        return False
    core = (c for c in verb.children if c.dep_.startswith(("nsubj", "obj", "iobj")))
    return any(t.lemma_.lower() in _WITNESSED for t in (verb, *core))


def _is_of(
    article: Article,
    attribution: Attribution,
    told: frozenset[str],
    *,
    near: bool,
) -> bool:
    """Whether somebody is credited with what the sentence tells; nearby, with anything like it."""
    source = attribution.source
    if source is None or attribution.cue.kind not in SAYING or not is_voice(article, source):
        return False
    if attribution.cue.lemma in _NO_SUPPORT or attribution.nested or not attribution.asserts:
        return False
    said = _content(article, attribution)
    if _only_points(said):
        return True
    shared = told & frozenset(_key(t) for t in said if _tells(t))
    if near:
        return bool(shared)
    names = {_key(t) for t in said if t.pos_ == "PROPN" and t.dep_.startswith("nsubj")}
    again = {_key(t) for t in said if t.pos_ == "NOUN" and _is_definite(t)}
    again |= names if _is_doubtful(article, attribution, source) else set()
    return len(shared) > 1 or bool(told & again)


def _content(article: Article, attribution: Attribution) -> list[Token]:
    return [t for span in attribution.content for t in article.tokens(span) or ()]


def _only_points(said: list[Token]) -> bool:
    """ "Police said so", "that’s according to": what was told before is said."""
    return all(t.lower_ in _POINTING or t.pos_ not in _TELLING for t in said)


def _is_doubtful(article: Article, attribution: Attribution, source: Source) -> bool:
    """Whether a source has it from others or has no name: an outlet, or a body that "reports"."""
    if passes_on(article, source) or not is_identified(article, source):
        return True
    body = source.kind == "named_org_or_outlet"
    return body and (
        attribution.cue.lemma == "report" or _only_points(_content(article, attribution))
    )


def _is_definite(noun: Token) -> bool:
    return any(c.dep_.startswith(("det", "nmod")) and c.lower_ in _DEFINITE for c in noun.children)


def _is_public(article: Article, source: Source) -> bool:
    """Whether a source speaks for the public: police, a minister. They can be asked."""
    return any(
        t.lower_ in _PUBLIC and (t.pos_ == "PROPN" or t.dep_ not in ("compound", "amod", "nmod"))
        for t in article.tokens(source.span) or ()
    )


def _tells_of_self(article: Article, source: Source, sentence: TokenSpan) -> bool:
    """Whether the source is who the sentence is about."""
    name = f"{source.span.of(article.text)} {source.entity or ''}".lower().split()
    named = {t.lower_ for t in sentence if t.pos_ == "PROPN"}
    return bool(named & set(name))


def _repeats(article: Article, attribution: Attribution, told: frozenset[str]) -> bool:
    """Whether somebody with a name says the very thing: the verb or what it is said to be again."""
    said = _content(article, attribution)
    predicates = {
        _key(t) for t in said if t.dep_ in ("ROOT", "ccomp", "parataxis") or t.pos_ == "VERB"
    }
    shared = told & frozenset(_key(t) for t in said if _tells(t))
    return bool(told & predicates) and len(shared) > 1


def _tells(token: Token) -> bool:
    return token.pos_ in _TELLING and token.lower_ not in _PLAIN and token.is_alpha


def _key(token: Token) -> str:
    if token.pos_ == "VERB":
        return event(token.lower_)
    return token.lemma_.lower().removesuffix("'s").removesuffix("’s").rstrip("s")


def _keys(sentence: TokenSpan) -> frozenset[str]:
    return frozenset(_key(t) for t in sentence if _tells(t))
