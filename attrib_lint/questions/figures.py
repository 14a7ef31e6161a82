"""Which figures are news that somebody must have told, and which come with what is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import load, words
from attrib_lint.questions.clause import dep, marker, subject
from attrib_lint.questions.support import SAYING, attributions_in, attributions_over, is_identified
from attrib_lint.questions.wording import forms_of, holds, occurrences

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Quantity

_WRITER = frozenset(("we", "i", "our", "my"))
_BACKGROUND = frozenset(("when", "as", "after", "while", "since", "before", "where", "once"))
_OPENING = 3  # paragraphs whose figures the story takes up again with their source
_DATA = frozenset(("data", "figures", "statistics", "index", "survey", "census", "study", "report"))
_BASES = forms_of("voice", "figures.bases")
_STUDIES = words("voice", "figures.studies")
RECORDS = forms_of("sources", "documents") | {
    "accounts",
    "books",
    "data",
    "minutes",
    "returns",
    "filings",
    "records",
}
_PUBLIC = words("voice", "figures.public")
_BODIES = words("voice", "figures.bodies")
_OUTLAYS = forms_of("voice", "figures.outlays")
_HARMS = forms_of("voice", "figures.harms")
_RESULTS = forms_of("voice", "figures.results")
_SELLING = forms_of("voice", "figures.selling")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_DAYS = words(
    "dates", *(key for key in load("dates") if key.startswith(("months.", "weekdays.")))
) - {"may", "march", "sun", "sat"} | {"yesterday", "today", "tonight", "ago", "last"}
_TOLD_BEFORE = 40  # tokens before a toll in which its day may be named
_REACH = 2  # paragraphs over which a budget is the subject
_DATED = lazy_regex(
    r"\b(?:1[89]\d\d|20\d\d)s?\b|\b(?:ago|last (?:january|february|march|april|may|"
    r"june|july|august|september|october|november|december))\b"
)


def is_in_passing(root: Token) -> bool:
    """Whether a figure stands beside the news: in a relative or "when" clause, or by a noun's side.

    "Meetup, which it bought for $200m", "arresting 210", "people with 3,000 followers". What
    stands after "despite" or with the main verb is told for its own sake.
    """
    token = root
    for _ in range(8):
        label = token.dep_.lower()
        if token.pos_ == "VERB" and token is not root:
            if label.startswith("acl:relcl") or marker(token) in _BACKGROUND:
                return True
            bare = not any(dep(c) in ("mark", "case") for c in token.children)
            if label in ("advcl", "acl") and token.tag_ == "VBG" and bare:
                return True
            if dep(token) in ("root", "parataxis", "ccomp"):
                return False
        elif dep(token) == "nmod" and token.head.pos_ in ("NOUN", "PROPN"):
            cases = {c.lower_ for c in token.children if dep(c) == "case"}
            if cases & {"with", "for", "at", "from"}:
                return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def is_label(article: Article, quantity: Quantity) -> bool:
    """Whether a figure names a kind or a base: "850-fill down", "per 100,000", "18 to 1"."""
    text, span = article.text, quantity.span
    before, after = text[max(0, span.start - 5) : span.start], text[span.end : span.end + 5]
    if before[-1:] in ("=", "/", ".", ":", "-", "–") or before.endswith(("per ", "PER ")):
        return True
    if quantity.unit == "count" and re.match(r"\d{5}", text[span.start : span.end].split()[-1]):
        parsed = article.block_at(span.start)
        near = parsed.block.span.of(text) if parsed is not None else ""
        return re.search(r"\b(?:zip|post(?:al)?|area) ?codes?\b", near, re.IGNORECASE) is not None
    if text[span.start : span.end].endswith(" pounds") and re.search(
        r"\b(?:weight|diet|surgery|slimm)", article.sentence_at(span.start).of(text), re.IGNORECASE
    ):
        return True  # the body's
    ticker = re.search(r"\([A-Z]{1,5}:? $", text[max(0, span.start - 8) : span.start])
    return bool(ticker or re.match(r"[-‑/=]\w|s\b|\s?(?:to|:)\s?1\b", after))


def is_measured_by_writer(article: Article, parsed: ParsedBlock) -> bool:
    """Whether the writer measures or judges in person, in the paragraph or beside it."""
    near = article.parsed[max(0, parsed.index - 1) : parsed.index + 2]
    return any(
        token.lower_ in _WRITER and not _is_quoted(article, p, token)
        for p in near
        if holds(p, _WRITER)
        for token in p.doc
    )


def _is_quoted(article: Article, parsed: ParsedBlock, token: Token) -> bool:
    at = parsed.start + token.idx
    return any(q.inner.start <= at < q.inner.end for q in article.quotes)


def is_on_record(quantity: Quantity, root: Token, money: bool) -> bool:
    """Taxes, budgets, earnings, targets; a public body's own outlay; the toll of a dated event."""
    sentence = root.sent
    if any(t.lower_ in _PUBLIC for t in sentence):
        return True
    verb = next((t for t in (root, *root.ancestors) if t.pos_ == "VERB"), None)
    if verb is None:
        return False
    if verb.lower_ in _HARMS and _is_past_event(verb):
        return True
    if money and is_dated_deal(sentence.text, verb):
        return True
    payer = subject(verb)
    body = payer is not None and any(t.lower_ in _BODIES for t in (payer, *payer.lefts))
    return money and body and not quantity.operator and verb.lower_ in _OUTLAYS


def _is_past_event(verb: Token) -> bool:
    """A toll told in passing, or of a day or year that is named: "killing all on board"."""
    if verb.tag_ == "VBG" and dep(verb) != "root":
        return True
    before = verb.doc[max(0, verb.sent.start - _TOLD_BEFORE) : verb.sent.end]
    return any(_YEAR.fullmatch(t.text) or t.lower_ in _DAYS for t in before)


def is_own_result(article: Article, verb: Token) -> bool:
    """Whether the company that the headline is about tells its own sales, and speaks in the story.

    "Brava sold 95,000 cars", "sales there rose"; not what a rival sold.
    """
    headline, actor = article.headline, subject(verb)
    if headline is None or actor is None:
        return False
    about = {t.text for t in headline.doc if t.pos_ == "PROPN"}
    if actor.lower_ in _RESULTS:
        owners = {t.text for t in actor.lefts for t in t.subtree if t.pos_ == "PROPN"}
        if not owners <= about:
            return False
    elif verb.lower_ in _SELLING and actor.text in about:
        about = {actor.text}
    else:
        return False
    return any(
        a.source is not None
        and a.cue.kind in SAYING
        and is_identified(article, a.source)
        and any(n in article.sentence_at(a.cue.span.start).of(article.text) for n in about)
        for a in article.attributions
    )


def is_dated_deal(sentence: str, verb: Token) -> bool:
    """Whether a sum belongs to a deal of a day or year that is named: it is on record."""
    deals = words("voice", "figures.deals")
    return verb.lemma_.lower() in deals and _DATED.search(sentence.lower()) is not None


def is_budgeted(article: Article, parsed: ParsedBlock) -> bool:
    """Whether a passage is about a budget, whose sums are published."""
    budgets = words("voice", "figures.budgets")
    return any(
        holds(p, budgets) for p in article.parsed[max(0, parsed.index - _REACH) : parsed.index + 1]
    )


def is_introduced(article: Article, parsed: ParsedBlock) -> bool:
    """Whether the paragraph before hands over to this one: "A study found this:"."""
    before = article.parsed[parsed.index - 1] if parsed.index else None
    return (
        before is not None
        and article.text[before.start : before.block.span.end].rstrip().endswith(":")
        and holds(before, words("voice", "figures.papers"))
    )


def is_credited_elsewhere(article: Article, quantity: Quantity) -> bool:
    """Whether the story gives the source beside another figure of the same thing.

    The figures of a lede come back with their source; figures of one noun in one passage rest on
    what is named there.
    """
    parsed = article.block_at(quantity.span.start)
    if parsed is None:
        return False
    for other in article.quantities:
        at = article.block_at(other.span.start)
        if other.span == quantity.span or at is None or other.unit != quantity.unit:
            continue
        same = other.interval.low == quantity.interval.low
        taken_up = same and parsed.index < _OPENING
        alike = other.noun is not None and other.noun == quantity.noun
        if (taken_up or (alike and abs(at.index - parsed.index) <= 1)) and _is_credited(
            article, other.span
        ):
            return True
    return False


def _is_credited(article: Article, span: Span) -> bool:
    """Whether an identified source stands over a figure, or speaks in its sentence."""
    near = (
        *attributions_over(article, span),
        *attributions_in(article, article.sentence_at(span.start)),
    )
    return any(is_identified(article, a.source) and a.cue.kind in SAYING for a in near)


def is_about_data(article: Article, span: Span) -> bool:
    """Whether an earlier sentence has data, a survey or a report as its source."""
    return any(
        a.source is not None
        and a.cue.span.end <= span.start
        and (
            a.source.kind == "document_or_study"
            or not _DATA.isdisjoint(a.source.span.of(article.text).lower().split())
        )
        for a in article.attributions
    )


def speaks_near(article: Article, parsed: ParsedBlock, actor: Token) -> bool:
    """Whether whoever acts, or an officer of theirs, is quoted in the paragraph before or after."""
    at = parsed.span(actor)
    if not any(n.kind in ("org", "outlet") and n.span.contains(at) for n in article.names):
        return False
    here = article.sentence_at(at.start)
    near = article.parsed[max(0, parsed.index - 1) : parsed.index + 2]
    return any(
        a.cue.kind in SAYING
        and not here.contains(a.cue.span)
        and actor.text in article.sentence_at(a.cue.span.start).of(article.text)
        for p in near
        for a in attributions_in(article, p.block.span)
    )


def states_basis(article: Article) -> bool:
    """Whether the story says once what its figures rest on: "the analysis relied on filings"."""
    for parsed, verb in occurrences(article, _BASES):
        if parsed.block.kind == "headline":
            continue
        low = {t.lower_ for t in verb.sent}
        if low & (RECORDS - _STUDIES) and low & _STUDIES:
            return True
    return False
