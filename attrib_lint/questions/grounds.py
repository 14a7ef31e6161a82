"""Tells a guess that shows what it rests on, or that is not put forward as true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.questions.clause import (
    children,
    clause_verb,
    dep,
    governing_verbs,
    marker,
    subject,
)
from attrib_lint.questions.support import following_sentence

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.span import Span

_CONDITIONS = frozenset(("if", "unless"))
_GIVEN = ("case", "mark", "advcl", "advmod", "fixed")
_EXPLAINED = (
    ("that", "'s", "because"),
    ("that", "’s", "because"),
    ("that", "is", "because"),
    ("this", "is", "because"),
    ("after", "all"),
    ("for", "example"),
    ("for", "instance"),
)
_EARLY = 8  # words of the next sentence in which "for example" refers back


def shows_grounds(article: Article, parsed: ParsedBlock, guess: TokenSpan) -> bool:
    """Whether a reader sees what a guess follows from, or that it is asked or described.

    A condition or a premise in the sentence, the reason or an instance opening the next one, a
    question, or a clause that picks something out ("attacks that could be seen as cheap").
    """
    verb = clause_verb(guess[-1]) or clause_verb(guess[0]) or guess.root
    return (
        _is_asked(guess)
        or _picks_out(guess, verb)
        or _follows_from(guess, verb)
        or is_exemplified(article, parsed.span(guess))
    )


def _is_asked(guess: TokenSpan) -> bool:
    """ "Could he be plotting another attack?", not "It seems a safe bet that he will?"."""
    first, end = guess[0], guess[-1].sent[-1]
    while end.i > guess[-1].i and end.is_quote:
        end = end.nbor(-1)
    actor = subject(first.head)
    return end.text == "?" and first.pos_ == "AUX" and actor is not None and actor.i > first.i


def _picks_out(guess: TokenSpan, verb: Token) -> bool:
    """A restrictive relative clause describes: what is said of its noun is said elsewhere."""
    for head in (verb, *(t for t in guess)):
        if head.dep_ == "acl:relcl":
            edge = head.left_edge
            commas = edge.i > 0 and edge.nbor(-1).lower_ in (",", "-", "–", "—", "(")
            return not commas and edge.lower_ != "," and guess[0].i > head.head.i
    return False


def _follows_from(guess: TokenSpan, verb: Token) -> bool:
    """A forecast with "if", or anything with "given": the sentence says what it follows from.

    What somebody has in mind now ("clearly wants") does not hang on a condition.
    """
    sentence = guess[0].sent
    apart = [t for t in sentence if not guess.start <= t.i < guess.end]
    if any(t.lower_ == "given" and dep(t) in _GIVEN for t in apart):
        return True
    first = next((t for t in sentence if t.pos_ not in ("CCONJ", "PUNCT")), sentence[0])
    if first.lower_ in _CONDITIONS:
        return len(guess) > 1
    if len(guess) == 1 or _CONDITIONS.isdisjoint(t.lower_ for t in apart):
        return False
    heads = [verb]
    for head in governing_verbs(verb):
        if dep(heads[-1]) in ("conj", "acl", "parataxis"):
            break
        heads.append(head)
    return any(
        marker(clause) in _CONDITIONS for head in heads for clause in children(head, "advcl")
    )


def is_exemplified(article: Article, span: Span) -> bool:
    """Whether the next sentence gives the reason or an instance, in this paragraph or the next."""
    following = following_sentence(article, span)
    tokens = article.tokens(following) if following is not None else None
    if tokens is None:
        return False
    low = [t.lower_ for t in tokens[:_EARLY]]
    return any(
        tuple(low[i : i + len(phrase)]) == phrase
        for phrase in _EXPLAINED
        for i in (range(len(low)) if phrase[0] == "for" else (0,))
    )
