"""Figures that anybody can look up: populations, turnouts, state debts, what a release gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.clause import children, subject
from attrib_lint.questions.support import SAYING, attributions_in, attributions_over, is_identified
from attrib_lint.questions.wording import holds

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Quantity, Source

_PEOPLE = frozenset(("people", "person", "inhabitant", "resident", "citizen", "soul"))
_PLACES = words("voice", "figures.places")
_VOTING = frozenset(("vote", "voted", "votes", "voting"))
_STATE_MONEY = words("voice", "figures.state_money")
_DEALS = words("voice", "figures.deals")
_STATE_SIZED = 1e11  # sums of which only states dispose
_OPENING = 5  # paragraphs that tell of a release
_FIGURES = 4  # so many figures in them
_RATES = 2  # of them are rates or changes
_REACH = 6  # words after the sum within which the name of what was bought stands
_RELEASES = words("voice", "figures.releases")
_SHARED = 2  # words by which a later paragraph goes on with the release
_TIMES = words("names", "never") | {"year", "month", "week", "quarter", "percent", "rate", "number"}
_TOPICS = ("NOUN", "PROPN")


def is_public_figure(article: Article, parsed: ParsedBlock, quantity: Quantity) -> bool:
    """Whether a figure is a population, a turnout, a state's debt, a deal or from the release."""
    tokens = parsed.tokens(quantity.noun_span or quantity.span)
    if tokens is None or not len(tokens):
        return False
    root = tokens.root
    money = len(quantity.unit) == 3 and quantity.unit.isupper()
    if money:
        return _is_state_sized(parsed, quantity) or _is_price(quantity, tokens)
    if (quantity.noun or "").lower() in _PEOPLE and (_is_population(root) or _is_turnout(root)):
        return True
    return _is_of_release(article, parsed)


def _is_population(people: Token) -> bool:
    """ "A city of about 4 million people", "home to 300 people", "a population of 40,000"."""
    cases = {t.lower_ for t in children(people, "case")}
    first = people.left_edge.i
    if [t.lower_ for t in people.doc[max(people.sent.start, first - 1) : first + 1]] == [
        "home",
        "to",
    ]:
        return True
    return "of" in cases and people.head.lower_ in _PLACES


def _is_turnout(people: Token) -> bool:
    """ "600 million people voted": it was counted in public."""
    verb = people.head
    return verb.lower_ in _VOTING and subject(verb) == people


def _is_state_sized(parsed: ParsedBlock, quantity: Quantity) -> bool:
    """ "Up $6 trillion in debt": a sum that only states have, beside debts or taxes."""
    low = quantity.interval.low or 0
    return low >= _STATE_SIZED and holds(parsed, _STATE_MONEY)


def _is_price(quantity: Quantity, tokens: TokenSpan) -> bool:
    """ "Orla has paid $15 million for Kell Pearls": both sides of a deal stand by its price."""
    if quantity.operator or not quantity.exact:
        return False
    root = tokens.root
    verb = next((t for t in (root, *root.ancestors) if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in _DEALS:
        return False
    buyer, after = subject(verb), root.doc[tokens.end : min(tokens.end + _REACH, root.sent.end)]
    if len(after) and after[0].lower_ == "for":
        bought = any(t.pos_ == "PROPN" for t in after)
    else:
        ahead = root.doc[verb.i + 1 : tokens.start]
        bought = bool(len(ahead)) and ahead[-1].lower_ == "for" and ahead[0].pos_ == "PROPN"
    return bought and buyer is not None and any(t.pos_ == "PROPN" for t in buyer.subtree)


def _is_of_release(article: Article, parsed: ParsedBlock) -> bool:
    """Whether the story is of statistics that a body has released, and the paragraph goes on so."""
    topics = article.memo("release", _release)
    return bool(topics) and len(_topics_of(parsed) & topics) >= _SHARED


def _topics_of(parsed: ParsedBlock) -> frozenset[str]:
    """What a paragraph speaks of, but no day, month or unit."""
    return frozenset(
        t.lemma_.lower() for t in parsed.doc if t.pos_ in _TOPICS and t.lower_ not in _TIMES
    )


def _is_official(article: Article, source: Source | None) -> bool:
    """A body or its data, no outlet and no single person."""
    if source is None or source.outlet or source.kind == "named_person":
        return False
    return source.kind == "document_or_study" or is_identified(article, source)


def _release(article: Article) -> frozenset[str]:
    """What the opening of a story on a statistical release is about; empty for other stories."""
    opening = article.body[:_OPENING]
    if not any(holds(p, _RELEASES) for p in article.parsed[: _OPENING + 2]):
        return frozenset()
    given = [
        q
        for q in article.quantities
        for p in opening
        if p.block.span.contains(q.span) and q.unit in ("%", "count", "point")
    ]
    official = any(
        a.cue.kind in SAYING and _is_official(article, a.source)
        for q in given
        for a in (
            *attributions_over(article, q.span),
            *attributions_in(article, article.sentence_at(q.span.start)),
        )
    )
    rates = sum(q.unit in ("%", "point") for q in given)
    if len(given) < _FIGURES or rates < _RATES or not official:
        return frozenset()
    return frozenset().union(*(_topics_of(p) for p in opening))
