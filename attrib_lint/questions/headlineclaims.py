"""Finds a claim of the body in the headline, by its words in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words
from attrib_lint.questions.clause import children, covering
from attrib_lint.questions.events import event, full_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import ParsedBlock
    from attrib_lint.core.span import Span
    from attrib_lint.questions.proposition import Proposition


_LABILE = words("events", "labile.verbs")
_TELLING = ("NOUN", "PROPN", "NUM", "ADJ")
_TOLD = 3  # of its words that come in a sentence which tells a headline's story
_TOLD_BY = 2  # words of an object by which a headline means it under another name


def stated_in_headline(headline: ParsedBlock, claim: Proposition) -> Span | None:
    """Where a headline makes a claim of the body, or None; the headline's parse is not used.

    Headlines parse badly: the claim is recognised by its words in their order.
    """
    if not any(event(word) == claim.verb for word in syntax_of(headline.doc).low):
        return None
    tokens = [t for t in headline.doc if not t.is_punct]
    keys = [_keys(token) for token in tokens]
    for i, token in enumerate(tokens):
        if event(token.lower_) != claim.verb or _is_circumstance(tokens, i):
            continue
        actor = next((n for n in range(i) if keys[n] & claim.agents), None)
        after = max(
            (n for n in range(i + 1, len(tokens)) if keys[n] & claim.patients), default=None
        )
        ahead = next((n for n in range(i) if keys[n] & claim.patients), None)
        if claim.verb in _LABILE and ahead is None and after is None:
            ahead = _undergoing(claim, keys[:i])
            actor = ahead if actor is None else actor  # "plant to shut": who shuts it is not told
        if _fits(claim, actor, after, ahead, i):
            places = [n for n in (actor, after, ahead, i) if n is not None]
            return headline.span(covering(tokens[min(places)], tokens[max(places)]))
    return None


def told_in_lede(headline: ParsedBlock, claim: Proposition) -> Span | None:
    """Where a headline has the verb of a claim whose sentence tells the headline's story.

    A headline's words come in that sentence again, however they hang together: "Ship leaves Crete,
    diverts to Malta" over "The Amal, an aid ship, has left Crete but is reportedly diverting".
    """
    tokens = [t for t in headline.doc if not t.is_punct]
    said = {t.lemma_.lower() for t in claim.token.sent if t.pos_ in _TELLING}
    told = {
        t.lemma_.lower() for t in tokens if t.pos_ in _TELLING and event(t.lower_) != claim.verb
    }
    if len(told & said) < _TOLD:
        return None
    for i, token in enumerate(tokens):
        if event(token.lower_) != claim.verb or _is_circumstance(tokens, i) or not i:
            continue
        first = i
        while first and tokens[first - 1].i == tokens[first].i - 1 and first > i - 3:
            first -= 1
        return headline.span(covering(tokens[first], token))
    return None


def _is_circumstance(tokens: list[Token], i: int) -> bool:
    """ "Minister killed in helicopter crash": a noun behind a preposition claims nothing."""
    near = tokens[max(0, i - 2) : i]
    return tokens[i].pos_ == "NOUN" and any(t.pos_ == "ADP" for t in near)


def _undergoing(claim: Proposition, ahead: list[frozenset[str]]) -> int | None:
    """The first word of a headline's subject that is what the body's verb acts on.

    It may go by another noun if what tells which it is comes again: "Leigh biscuit plant" for "its
    biscuit factory in Leigh".
    """
    told = {
        t.lemma_.lower()
        for thing in children(claim.token, "obj", "nsubj:pass", "obl")
        for t in thing.subtree
        if t.pos_ in ("NOUN", "PROPN")
    }
    found = [n for n, keys in enumerate(ahead) if keys & told]
    return found[0] if len(found) >= _TOLD_BY else None


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
