"""What the main claim of a careless article rests on, where that is unnamed people alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.events import event
from attrib_lint.questions.miscounted import withheld_people
from attrib_lint.questions.support import SAYING, is_identified, passes_on, voiced

if TYPE_CHECKING:
    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Attribution

_OPENING = 4  # paragraphs of the body in which the basis is told
_TELLING = ("NOUN", "VERB", "NUM", "ADJ")
_PLAIN = words("events", "basis.plain")
_REFUSALS = words("events", "basis.refusals")
_CONFIRMING = frozenset(("confirm", "acknowledge", "admit", "announce", "concede"))
_NO_PAPERS = frozenset(
    ("report", "reports", "study", "studies", "research", "data", "survey", "site", "website",
     "magazine", "daily", "paper", "newspaper", "outlet", "publication", "media", "rumours",
     "rumors", "article", "story", "news")
)  # fmt: skip
_PAPERS = words("sources", "papers") | words("sources", "obtained")
_HAVING = frozenset(
    ("obtain", "see", "review", "cite", "file", "leak", "publish", "read", "view", "say", "sign",
     "show", "release", "according", "table", "dated", "examine", "access", "quote")
)  # fmt: skip
_POLLED = frozenset(("poll", "polls", "survey", "study", "research"))


def unnamed_basis(article: Article) -> Span | None:
    """The unnamed people whom the opening rests on; None where anything better bears it out.

    A document cited beside them or before them, anybody on the record in the first paragraph, and
    whoever later says the same, are better. Another outlet's word is not, nor are "reports".
    """
    if not article.body:
        return None
    first = article.body[0].block.span
    opening = Span(first.start, article.body[:_OPENING][-1].block.span.end)
    basis = next((p for p in withheld_people(article) if opening.contains(p)), None)
    if basis is None:
        return None
    sentence = article.sentence_at(basis.start)
    if any(_is_paper(article, parsed, opening.start, sentence.end) for parsed in article.body):
        return None
    claim = _keys(article, first) | _keys(article, sentence)
    if article.headline is not None:
        claim |= _keys(article, article.headline.block.span)
    for attribution in voiced(article):
        if not _is_on_record(article, attribution):
            continue
        if first.contains(attribution.cue.span) or _bears_out(article, attribution, claim):
            return None
    return basis


def _is_paper(article: Article, parsed: ParsedBlock, start: int, stop: int) -> bool:
    """Whether a block tells of a document that somebody has, before a place: "obtained a memo"."""
    for sentence in parsed.doc.sents:
        span = parsed.span(sentence)
        if not start <= span.start < stop or not any(t.lemma_.lower() in _HAVING for t in sentence):
            continue
        if any(t.lower_ in _PAPERS and t.pos_ == "NOUN" for t in sentence):
            return True
    return False


def _is_on_record(article: Article, attribution: Attribution) -> bool:
    """Whether somebody with a name, a body or a poll states something; no outlet, no "reports"."""
    source = attribution.source
    if source is None or attribution.nested or attribution.cue.lemma in _REFUSALS:
        return False
    if attribution.cue.kind not in SAYING or passes_on(article, source):
        return False
    low = {t.lower_ for t in article.tokens(source.span) or ()}
    if source.kind == "self_or_other":
        return False
    if source.kind == "document_or_study":
        return bool(low & _POLLED) or not low & _NO_PAPERS
    reports = attribution.cue.lemma in ("report", "cite") and source.kind == "named_org_or_outlet"
    return is_identified(article, source) and not low & _NO_PAPERS and not reports


def _bears_out(article: Article, attribution: Attribution, claim: frozenset[str]) -> bool:
    """Whether somebody says what the opening says: enough of its words, or a word of confirming."""
    said = frozenset(w for span in attribution.content for w in _keys(article, span))
    shared = said & claim
    if attribution.cue.lemma in _CONFIRMING:
        return bool(shared) or not said
    return len(shared) > 2


def _keys(article: Article, span: Span) -> frozenset[str]:
    return frozenset(
        event(t.lower_) if t.pos_ == "VERB" else t.lemma_.lower()
        for t in article.tokens(span) or ()
        if t.pos_ in _TELLING and t.lower_ not in _PLAIN
    )
