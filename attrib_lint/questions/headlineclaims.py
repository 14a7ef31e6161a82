"""Finds a claim of the body in the headline, by its words in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.extract.syntax import syntax_of
from attrib_lint.questions.clause import covering
from attrib_lint.questions.events import event, full_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import ParsedBlock
    from attrib_lint.core.span import Span
    from attrib_lint.questions.proposition import Proposition


def stated_in_headline(headline: ParsedBlock, claim: Proposition) -> Span | None:
    """Where a headline makes a claim of the body, or None; the headline's parse is not used.

    Headlines parse badly: the claim is recognised by its words in their order.
    """
    if not any(event(word) == claim.verb for word in syntax_of(headline.doc).low):
        return None
    tokens = [t for t in headline.doc if not t.is_punct]
    keys = [_keys(token) for token in tokens]
    for i, token in enumerate(tokens):
        if event(token.lower_) != claim.verb:
            continue
        actor = next((n for n in range(i) if keys[n] & claim.agents), None)
        after = max(
            (n for n in range(i + 1, len(tokens)) if keys[n] & claim.patients), default=None
        )
        ahead = next((n for n in range(i) if keys[n] & claim.patients), None)
        if _fits(claim, actor, after, ahead, i):
            places = [n for n in (actor, after, ahead, i) if n is not None]
            return headline.span(covering(tokens[min(places)], tokens[max(places)]))
    return None


def _fits(
    claim: Proposition, actor: int | None, after: int | None, ahead: int | None, verb: int
) -> bool:
    """Whether the words found around a headline's verb make up the claim."""
    if verb == 0:
        return False
    if claim.patients:
        if after is not None:
            return actor is not None or claim.vague_agent or not claim.agents
        return ahead is not None and (not claim.agents or actor is not None or claim.vague_agent)
    return actor is not None


def _keys(token: Token) -> frozenset[str]:
    """The forms under which a headline's word may be known in the body."""
    low = token.lower_.removesuffix("’s").removesuffix("'s")
    forms = {low, token.lemma_.lower(), *full_forms(low.replace(".", ""))}
    if low.endswith("s") and len(low) > 3:
        forms.add(low[:-1])
    return frozenset(forms)
