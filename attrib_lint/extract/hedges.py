"""Finds the words that weaken a statement, and the clause that each weakens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from attrib_lint.core.facts import Attribution, Hedge, HedgeKind
from attrib_lint.core.span import Span
from attrib_lint.extract.cue_words import impersonal_forms
from attrib_lint.extract.evidential_nouns import evidential_noun
from attrib_lint.extract.evidential_verbs import evidential_forms, evidential_verb, seeming_forms
from attrib_lint.extract.impersonal import expletive_of, impersonal_cue
from attrib_lint.extract.syntax import Syntax, syntax_of
from attrib_lint.lexicon import load, words
from attrib_lint.lexicon.forms import noun_forms

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_hedges(doc: Doc) -> tuple[Hedge, ...]:
    """Hedges of a block in reading order; spans index the block.

    `hearsay_adverb` (reportedly), `hearsay_adj` (alleged, before a noun), `evidential_frame` (is
    said to, it is believed that, we are told; agentless only: a by-phrase names the agent) and
    `epistemic` (may, probably, seems to). "May" the month and "known as" are none of these.
    """
    syntax = syntax_of(doc)
    found = list(_hedges(syntax))
    found.extend(_phrases(syntax))
    kept: dict[Span, Hedge] = {}
    for hedge in sorted(found, key=lambda h: (h.span.start, -h.span.end)):
        if not any(other.contains(hedge.span) for other in kept):
            kept[hedge.span] = hedge
    return tuple(kept.values())


def with_writers(
    hedges: Iterable[Hedge], attributions: tuple[Attribution, ...]
) -> tuple[Hedge, ...]:
    """The hedges, those inside what a source says marked as not the writer's."""
    spoken = sorted(s for a in attributions if a.source is not None for s in a.content)
    result = []
    at = reach = 0
    for hedge in sorted(hedges, key=lambda h: h.span):
        while at < len(spoken) and spoken[at].start <= hedge.span.start:
            reach = max(reach, spoken[at].end)
            at += 1
        inside = hedge.span.end <= reach
        result.append(replace(hedge, writer=False) if inside else hedge)
    return tuple(result)


def _hedges(syntax: Syntax) -> Iterator[Hedge]:
    adverbs = words("hedges", "hearsay_adverb")
    adjectives = words("hedges", "hearsay_adj")
    soft = words("hedges", "epistemic_adverb")
    modals = words("hedges", "epistemic_modal")
    listed = _listed()
    for i, low in enumerate(syntax.low):
        if low not in listed:
            continue
        if low in adverbs:
            yield _hedge(syntax, i, i + 1, "hearsay_adverb", low)
        elif low in adjectives and syntax.dep[i] in ("amod", "acl", "compound"):
            yield _hedge(syntax, i, i + 1, "hearsay_adj", low)
        elif (low in soft and (syntax.pos[i] == "ADV" or syntax.dep[i] == "advmod")) or (
            low in modals and syntax.pos[i] == "AUX"
        ):
            yield _hedge(syntax, i, i + 1, "epistemic", low)
        elif low in words("hedges", "epistemic_adj") and syntax.pos[i] == "ADJ":
            if any(syntax.dep[k] == "cop" for k in syntax.kids[i]):
                yield _hedge(syntax, i, i + 1, "epistemic", low)
        elif low in _noun_forms():
            told = evidential_noun(syntax, i)
            if told is not None:
                yield _hedge(syntax, *told, "evidential_frame", _noun_forms()[low])
        elif low in impersonal_forms() and (
            frame := impersonal_cue(syntax, i, impersonal_forms()[low])
        ):
            it = expletive_of(syntax, i)
            first = it if it is not None else i
            yield _hedge(syntax, first, frame.stop, "evidential_frame", frame.lemma)
        elif low in evidential_forms() and (
            frame_range := evidential_verb(syntax, i, evidential_forms()[low])
        ):
            yield _hedge(syntax, *frame_range, "evidential_frame", evidential_forms()[low])
        elif low in seeming_forms() and syntax.pos[i] == "VERB":
            if syntax.first_kid(i, "xcomp", "ccomp") is not None:
                yield _hedge(syntax, i, i + 1, "epistemic", seeming_forms()[low])


@cache
def _listed() -> frozenset[str]:
    """Every word that may make a hedge by itself or with others of its clause."""
    adverbs = words("hedges", "hearsay_adverb", "hearsay_adj", "epistemic_adverb")
    rest = words("hedges", "epistemic_modal", "epistemic_adj")
    return frozenset({*adverbs, *rest, *evidential_forms(), *impersonal_forms(), *_noun_forms()})


@cache
def _noun_forms() -> dict[str, str]:
    return noun_forms(words("hedges", "evidential_noun"))


@cache
def _telling_words() -> frozenset[str]:
    """The longest word of each fixed phrase: without one of them, none of the phrases stands."""
    return frozenset(max(phrase.split(), key=len) for phrase in load("hedges")["phrases"])


def _phrases(syntax: Syntax) -> Iterator[Hedge]:
    """Fixed phrases, by their words."""
    if _telling_words().isdisjoint(syntax.low):
        return
    text = " ".join(syntax.low)
    for phrase in load("hedges")["phrases"]:
        parts = phrase.split()
        if phrase not in text:
            continue
        for i in range(len(syntax) - len(parts) + 1):
            if syntax.low[i : i + len(parts)] == parts:
                kind: HedgeKind = (
                    "epistemic" if parts[0] in ("if", "in", "chances") else "evidential_frame"
                )
                yield _hedge(syntax, i, i + len(parts), kind, phrase)


def _hedge(syntax: Syntax, first: int, stop: int, kind: HedgeKind, lemma: str) -> Hedge:
    return Hedge(syntax.span(first, stop), kind, _scope(syntax, first, stop), lemma)


def _scope(syntax: Syntax, first: int, stop: int) -> Span:
    """The clause around the hedge: up to the nearest verb and all below it."""
    node, steps = stop - 1, 0
    clause = ("root", "ccomp", "advcl", "acl", "parataxis", "conj", "csubj", "xcomp")
    while syntax.dep[node] not in clause and steps < 20:
        node = syntax.head[node]
        steps += 1
    if syntax.dep[node] == "xcomp":
        node = syntax.head[node]
    a, b = min(syntax.left[node], first), max(syntax.right[node] + 1, stop)
    return syntax.span(a, b)
