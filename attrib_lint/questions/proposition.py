"""Who does what to whom, clause by clause, so that a claim is recognised when it comes again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from attrib_lint.core.span import Span, Spans
from attrib_lint.extract.syntax import Syntax, syntax_of
from attrib_lint.lexicon import words
from attrib_lint.questions.clause import (
    agent,
    children,
    covering,
    dep,
    is_negated,
    is_passive,
    modal,
    subject,
)
from attrib_lint.questions.events import event, full_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock

Tense = Literal["past", "present", "future"]
_VAGUE = words("events", "vague.verbs")
_REPORTING = ("speech", "writing", "thought")
_GENERIC = words("events", "generic.nouns")
_PARTS = words("events", "generic.parts")


class Proposition(Struct, frozen=True):
    """One clause as a claim: a verb, who acts and what is acted on, in lemmas.

    `verb` is the name of a group of verbs alike. `vague_agent` is true where the subject is a
    pronoun or a noun that stands for something named before. `span` (prose) runs from the verb to
    the end of its object.
    """

    block: ParsedBlock
    token: Token
    span: Span
    verb: str
    agents: frozenset[str]
    patients: frozenset[str]
    vague_agent: bool
    tense: Tense
    modal: str | None
    negated: bool
    conditional: bool


def propositions(article: Article) -> tuple[Proposition, ...]:
    """The claims that may come again, in reading order, the headline's first; none from quotations.

    Those are the claims about events that are told of more than once or that the headline tells of.
    Verbs of saying and thinking make no claims of their own: their content does.
    """
    return article.memo("propositions", _propositions)


def _propositions(article: Article) -> tuple[Proposition, ...]:
    found = [*_telling_verbs(article)]
    count = Counter(verb for _, _, verb in found)
    headline = syntax_of(article.headline.doc).low if article.headline is not None else ()
    told = {event(word) for word in headline}
    again = ((parsed, i) for parsed, i, verb in found if count[verb] > 1 or verb in told)
    claims = (_read(parsed, parsed.doc[i]) for parsed, i in again)
    return tuple(claim for claim in claims if claim is not None)


def _telling_verbs(article: Article) -> Iterator[tuple[ParsedBlock, int, str]]:
    """The verbs that tell of an event, by block and token, with the event's name."""
    quoted = Spans(q.inner for q in article.quotes)
    cues = {a.cue.span.start for a in article.attributions if a.cue.kind in _REPORTING}
    for parsed in article.parsed:
        syntax = syntax_of(parsed.doc)
        for i, part in enumerate(syntax.pos):
            if part != "VERB" or syntax.lemma[i] in _VAGUE:
                continue
            verb = event(syntax.low[i])
            start = parsed.start + syntax.start[i]
            if verb in _VAGUE or start in cues or quoted.hold(start, start + 1):
                continue
            yield parsed, i, verb


def same_claim(one: Proposition, other: Proposition) -> bool:
    """Whether two clauses make one claim, tense, mood and hedges aside."""
    if one.verb != other.verb or one.negated != other.negated:
        return False
    agents = bool(one.agents & other.agents)
    vague = one.vague_agent or other.vague_agent or not (one.agents and other.agents)
    if not agents and not vague:
        return False
    if one.patients and other.patients:
        return bool(one.patients & other.patients)
    if one.patients or other.patients:
        return False
    return agents or (vague and _are_neighbours(one, other))


def _are_neighbours(one: Proposition, other: Proposition) -> bool:
    """Whether a pronoun in one of two clauses may well mean the subject of the other."""
    if not (one.agents or other.agents) or one.verb != other.verb:
        return False
    return one.block.index == other.block.index and abs(one.span.start - other.span.start) < 160


def _read(parsed: ParsedBlock, token: Token) -> Proposition | None:
    passive = is_passive(token) or _is_bare_passive(parsed, token)
    acting, acted = _actor(parsed, token), _objects(token)
    if passive:
        by = agent(token)
        acting, acted = by, ([acting] if acting is not None else [])
    if acting is None and not acted:
        return None
    agents, vague = _names(acting)
    patients = frozenset(lemma for noun in acted for lemma in _names(noun)[0])
    last = max((_phrase_end(noun) for noun in acted if noun.i > token.i), default=token.i)
    return Proposition(
        block=parsed,
        token=token,
        span=parsed.span(covering(token, token.doc[max(last, token.i)])),
        verb=event(token.lower_),
        agents=agents,
        patients=patients,
        vague_agent=vague,
        tense=_tense(token),
        modal=modal(token),
        negated=is_negated(token),
        conditional=_is_conditional(token),
    )


def _actor(parsed: ParsedBlock, verb: Token) -> Token | None:
    """The subject; in headlines also the noun of "PM to quit" and "man held"."""
    found = subject(verb)
    foreseen = any(c.lower_ == "to" for c in children(verb, "mark", "aux"))
    if found is None and dep(verb) == "acl" and verb.head.i < verb.i:
        if foreseen and parsed.block.kind != "headline":
            return None  # "in talks to buy the tower": talks buy nothing
        return verb.head
    if found is None and parsed.block.kind == "headline":
        nouns = [t for t in verb.sent[: verb.i - verb.sent.start] if t.pos_ in ("NOUN", "PROPN")]
        return nouns[-1] if nouns else None
    return found


def _is_bare_passive(parsed: ParsedBlock, verb: Token) -> bool:
    """ "Man held over theft": a participle without its auxiliary."""
    if verb.tag_ != "VBN" or any(dep(child) == "aux" for child in verb.children):
        return False
    return (parsed.block.kind == "headline" or dep(verb) == "acl") and not _objects(verb)


def _objects(verb: Token) -> list[Token]:
    """Direct objects, with the conjuncts of each."""
    found = [child for child in children(verb, "obj", "dobj") if child.i > verb.i]
    return [*found, *(c for noun in found for c in children(noun, "conj"))]


def _names(noun: Token | None) -> tuple[frozenset[str], bool]:
    """The lemmas a noun phrase is known by, and whether it only stands for something named."""
    if noun is None:
        return frozenset(), False
    if noun.pos_ == "PRON":
        return frozenset(), True
    parts = [noun, *children(noun, "flat", "appos", "conj")]
    parts += [t for t in children(noun, "compound") if t.pos_ == "PROPN"]
    parts += [t for child in children(noun, "appos") for t in children(child, "flat", "compound")]
    if noun.lemma_.lower() in _PARTS or noun.pos_ in ("NUM", "SYM"):
        parts += [t for child in children(noun, "nmod") for t in (child, *children(child, "nmod"))]
    named = [t for t in parts if t.pos_ in ("NOUN", "PROPN", "NUM", "X", "ADJ")]
    lemmas = {t.lemma_.lower() for t in named} | {t.lower_ for t in named if t.pos_ == "PROPN"}
    lemmas |= {full for short in lemmas for full in full_forms(short)}
    lemmas -= _PARTS
    return frozenset(lemmas), noun.lemma_.lower() in _GENERIC


def _phrase_end(noun: Token) -> int:
    """The last token of a noun phrase without its clauses: "10,000 GPUs" of "10,000 GPUs that"."""
    end = noun.i
    if noun.lemma_.lower() in _PARTS or noun.pos_ in ("NUM", "SYM"):
        for child in children(noun, "nmod", "nummod"):
            end = max(end, _phrase_end(child))
    for child in children(noun, "flat"):
        end = max(end, child.i)
    return end


def _tense(verb: Token) -> Tense:
    auxiliaries = [child.lower_ for child in children(verb, "aux")]
    if any(word in ("will", "'ll", "’ll", "wo", "shall") for word in auxiliaries):
        return "future"
    if any(word in ("has", "have", "had", "was", "were", "did") for word in auxiliaries):
        return "past"
    if any(child.lower_ == "to" for child in children(verb, "aux", "mark")):
        return "future"
    return "past" if verb.tag_ in ("VBD", "VBN") and not _is_now(auxiliaries) else "present"


def _is_now(auxiliaries: list[str]) -> bool:
    return any(word in ("is", "are", "'s", "’s", "'re", "’re") for word in auxiliaries)


def _is_conditional(verb: Token) -> bool:
    syntax = syntax_of(verb.doc)
    clause = verb.i
    while True:
        if _marker(syntax, clause) in ("if", "whether", "unless", "until", "lest"):
            return True
        if syntax.head[clause] == clause:
            break
        clause = syntax.head[clause]
    sentence = syntax.span(*syntax.sent_spans[syntax.sent[verb.i]])
    return sentence.of(syntax.text).rstrip().endswith("?")


def _marker(syntax: Syntax, verb: int) -> str | None:
    """As `clause.marker`, for a token number."""
    for k in syntax.kids[verb]:
        if syntax.dep[k] == "mark" or (
            syntax.dep[k] == "advmod" and syntax.low[k] in ("when", "once")
        ):
            return syntax.low[k]
    return None
