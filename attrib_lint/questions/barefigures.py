"""Which figures of a careless article nobody is credited with, whatever sort of event they tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.clause import children, modal, subject
from attrib_lint.questions.figures import RECORDS, is_introduced, is_label
from attrib_lint.questions.support import attributions_in, attributions_over, is_voice, scopes_over

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Attribution, Quantity
    from attrib_lint.core.span import Span

_LEAST_MONEY, _LEAST_PRICE = 1_000, 100_000
_LEAST_COUNT, _LEAST_ABOUT = 100, 20  # "about 30 people" is counted by somebody, "30 people" seen
_LET_THROUGH = words("voice", "figures.let_through")
_SUMS = words("voice", "figures.sums_at_law")
_DEFINITE = frozenset(("the", "these", "those", "all", "his", "her", "their", "its", "both"))
_TELLING = frozenset(("speech", "writing", "according_to", "passive", "colon"))
_WRITER = frozenset(("we", "i", "our", "my"))
_INTO = frozenset(("in", "from", "by", "through"))
_STUDIERS = words("evidence", "studies.heads") | words("voice", "figures.studiers")
_OPEN = frozenset(("would", "could", "should", "may", "might", "must", "can"))
_LENGTHS = frozenset(("kilometre", "kilometer", "mile", "metre", "meter", "foot", "yard"))
_COUNTS = frozenset(("count", "charge"))
_SET = re.compile(
    r"\b(?:(?:bail|bond|surety)(?: set)? (?:of|at)|(?:village|town|city|hamlet) of) \W*\w{0,3}$"
)
_RATIO = re.compile(r"\b(?:in|of every|out of(?: every)?) (?:[a-z]+|\d+)\b")


def is_bare_figure(article: Article, parsed: ParsedBlock, quantity: Quantity) -> bool:
    """Whether a sum, a larger count or a ratio stands with nobody's word around it.

    In the sentence, in the content or the scope of whoever spoke before; or, as the story has the
    same figure elsewhere, there. What is only possible has not been counted, and courts set sums.
    """
    if not _is_weighty(article, parsed, quantity) or is_label(article, quantity):
        return False
    tokens = parsed.tokens(quantity.span)
    if tokens is None or is_introduced(article, parsed) or _is_only_possible(tokens.root):
        return False
    if any(t.lower_ in _WRITER for t in tokens.sent) or _is_on_paper(tokens.root):
        return False
    return not _is_told(article, quantity.span) and not _is_told_elsewhere(article, quantity)


def is_plain_measure(article: Article, quantity: Quantity) -> bool:
    """Whether a figure is a distance, the people of a place, or what a court or charge sets."""
    text, span = article.text, quantity.span
    if quantity.unit in _LENGTHS or (quantity.noun or "").lower() in _COUNTS:
        return True
    return _SET.search(text[max(0, span.start - 30) : span.start]) is not None


def _is_weighty(article: Article, parsed: ParsedBlock, quantity: Quantity) -> bool:
    low, tokens = quantity.interval.low or 0, parsed.tokens(quantity.span)
    if tokens is None:
        return False
    words_of_it = (quantity.noun_span or quantity.span).of(article.text).lower()
    if quantity.unit in ("fraction", "count") and _RATIO.search(words_of_it):
        return True
    if not quantity.exact and not quantity.operator:
        return False
    if len(quantity.unit) == 3 and quantity.unit.isupper():
        if any(t.lower_ in _SUMS for t in tokens.sent):
            return False
        priced = tokens.root.dep_ in ("nummod", "compound", "amod", "nmod")
        return low >= (_LEAST_PRICE if priced and not quantity.rate else _LEAST_MONEY)
    if quantity.unit != "count" or (quantity.noun or "").lower() in _LET_THROUGH:
        return False
    if quantity.noun is None:
        return bool(quantity.operator) and low >= _LEAST_COUNT
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    if before in _DEFINITE or tokens[0].lower_ in _DEFINITE:
        return False  # "the 2,600 people": told before
    if is_plain_measure(article, quantity):
        return False
    return low >= (_LEAST_ABOUT if quantity.operator else _LEAST_COUNT)


def _is_only_possible(root: Token) -> bool:
    verb = next((t for t in (root, *root.ancestors) if t.pos_ == "VERB"), None)
    return verb is not None and modal(verb) in _OPEN


def _is_on_paper(root: Token) -> bool:
    """Whether a paper holds the figure, "in a cabinet paper", or a study has its sample."""
    sentence = root.sent
    if any(t.lower_ in RECORDS and _stands_in(t) for t in sentence):
        return True
    verb = next((t for t in (root, *root.ancestors) if t.pos_ == "VERB"), None)
    actor = subject(verb) if verb is not None else None
    return actor is not None and actor.lower_ in _STUDIERS


def _stands_in(noun: Token) -> bool:
    return any(c.lower_ in _INTO for c in children(noun, "case"))


def _is_told(article: Article, span: Span) -> bool:
    """Whether somebody's word holds a figure, or stands in its sentence."""
    over = (*attributions_over(article, span), *scopes_over(article, span))
    sentence = article.sentence_at(span.start)
    if any(is_voice(article, a.source) for a in over):
        return True
    if any(_is_telling(article, a) for a in attributions_in(article, sentence)):
        return True
    return any(sentence.overlaps(link.span) for link in article.document.links)


def _is_telling(article: Article, attribution: Attribution) -> bool:
    """ "The mayor said", "records show"; not "the order suggests", which the writer infers."""
    if attribution.cue.kind not in _TELLING and attribution.cue.lemma != "find":
        return False
    source = attribution.source
    if source is None:
        return True
    return is_voice(article, source) and source.kind != "self_or_other"


def _is_told_elsewhere(article: Article, quantity: Quantity) -> bool:
    """Whether the same figure comes again with somebody's word, in the body or above it."""
    return any(
        other.span != quantity.span
        and other.unit == quantity.unit
        and other.interval.low == quantity.interval.low
        and _is_told(article, other.span)
        for other in article.quantities
    )
