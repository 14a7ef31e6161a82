"""What a clause says about itself: subject, voice, modality, negation, by-phrase; reads tokens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from attrib_lint.extract.syntax import syntax_of

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

BE = frozenset(
    ("be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m")
)
MODALS = frozenset(("may", "might", "could", "can", "would", "should", "must", "ought"))
NEGATIVES = frozenset(
    ("not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor", "without")
)
_CLAUSAL = ("ccomp", "advcl", "acl", "csubj", "parataxis", "xcomp", "conj", "root", "discourse")


def dep(token: Token) -> str:
    """A dependency label without its subtype: "nsubj:pass" is "nsubj", "ROOT" is "root"."""
    return _base(token.dep_)


@cache
def _base(label: str) -> str:
    return label.partition(":")[0].lower()


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents of a token with one of some base labels, in reading order."""
    doc, i = token.doc, token.i
    syntax = syntax_of(doc)
    return [doc[k] for k in syntax.kids[i] if syntax.dep[k] in labels]


def subject(verb: Token) -> Token | None:
    """The head of a clause's subject; a shared one is taken over from the verb it hangs on."""
    token = verb
    for _ in range(4):
        for child in children(token, "nsubj", "csubj"):
            return child
        if dep(token) not in ("conj", "xcomp") or token.head.i == token.i:
            return None
        token = token.head
    return None


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive voice."""
    return syntax_of(verb.doc).is_passive(verb.i)


def agent(verb: Token) -> Token | None:
    """The head of the by-phrase of a passive verb."""
    for child in children(verb, "obl", "agent", "nmod"):
        cases = (child, *children(child, "case"))
        if child.i > verb.i and any(c.lower_ == "by" for c in cases):
            return child
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if following is not None and following.lower_ == "by" and is_passive(verb):
        return following.head
    return None


def modal(verb: Token) -> str | None:
    """The modal auxiliary of a clause ("may", "will", "to" in "PM to quit"), lower case."""
    for child in children(verb, "aux", "cop"):
        if child.lower_ in MODALS or child.lower_ in ("will", "shall", "'ll", "’ll", "wo", "ca"):
            return {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can"}.get(
                child.lower_, child.lower_
            )
    return None


def is_negated(verb: Token) -> bool:
    """Whether a clause carries a negative word of its own."""
    syntax = syntax_of(verb.doc)
    if NEGATIVES.isdisjoint(syntax.forms):
        return False
    return any(
        syntax.low[k] in NEGATIVES or any(syntax.low[d] == "no" for d in syntax.kids_of(k, "det"))
        for k in syntax.kids[verb.i]
    )


def governing_verbs(token: Token) -> Iterator[Token]:
    """The heads above a token up to the top of its sentence."""
    while token.head.i != token.i:
        token = token.head
        yield token


def clause_verb(token: Token) -> Token | None:
    """The verb (or other predicate) of the clause that a word stands in."""
    for head in (token, *governing_verbs(token)):
        if head.pos_ == "VERB" or any(dep(child) == "cop" for child in head.children):
            return head
    return None


def takes_clause(verb: Token) -> bool:
    """Whether a verb has a clause as its content: "suggests (that) it will fold"."""
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 4] if t.pos_ != "ADV"]
    if after and after[0] == "that" and verb.nbor(1).pos_ in ("SCONJ", "ADV"):
        return True
    return any(
        dep(child) in ("ccomp", "csubj")
        and child.i > verb.i
        and any(dep(c) == "nsubj" for c in child.children)
        for child in verb.children
    )


def noun_phrase(noun: Token) -> TokenSpan:
    """A noun with its determiner, compounds and adjectives to the left."""
    first = noun
    for token in noun.lefts:
        if dep(token) in ("det", "amod", "compound", "nmod", "nummod") and token.pos_ != "VERB":
            first = min(first, token.left_edge, key=lambda t: t.i)
    return covering(first, noun)


def marker(verb: Token) -> str | None:
    """The word that subordinates a clause ("if", "when", "that"), lower case."""
    for child in verb.children:
        if dep(child) == "mark" or (dep(child) == "advmod" and child.lower_ in ("when", "once")):
            return child.lower_
    return None


def before(token: Token, steps: int) -> Iterator[Token]:
    """The tokens to the left in the same sentence, the nearest first."""
    doc, at = token.doc, token.i
    syntax = syntax_of(doc)
    first = syntax.sent_spans[syntax.sent[at]][0]
    for i in range(at - 1, max(first, at - steps) - 1, -1):
        yield doc[i]


def covering(first: Token, last: Token) -> TokenSpan:
    """The spaCy span from one token to another."""
    return first.doc[first.i : last.i + 1]


def bases(word: str) -> Iterator[str]:
    """The bases that a regular verb form may have; the last is a stem common to its forms."""
    yield word
    stem = word
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word.removesuffix(ending) + ("y" if ending in ("ied", "ies") else "")
            yield stem
            yield stem + "e"
            if ending in ("ing", "ed") and stem[-1:] == stem[-2:-1] and stem[-1] not in "lsz":
                stem = stem[:-1]
                yield stem
            break
    yield stem.removesuffix("e")


def is_one_of(token: Token, lemmas: frozenset[str]) -> bool:
    """Whether a word is a form of one of some lemmas; does not trust the tagger's lemma alone."""
    return token.lemma_.lower() in lemmas or any(base in lemmas for base in bases(token.lower_))
