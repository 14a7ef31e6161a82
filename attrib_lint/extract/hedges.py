"""Finds the words that weaken a statement, and the clause that each weakens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from attrib_lint.core.facts import Attribution, Hedge, HedgeKind
from attrib_lint.core.span import Span
from attrib_lint.extract.cue_words import impersonal_forms
from attrib_lint.extract.impersonal import expletive_of, impersonal_cue
from attrib_lint.extract.sources import singular_of
from attrib_lint.extract.syntax import Syntax, syntax_of
from attrib_lint.lexicon import load, words
from attrib_lint.lexicon.forms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BE = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re", "am", "'m")
)
_IT = frozenset(("it",))
_HEARERS = frozenset(("we", "i"))


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
        elif low == "there" and syntax.dep[i] == "expl":
            there = _there(syntax, i)
            if there is not None:
                yield there
        elif low in impersonal_forms() and (
            frame := impersonal_cue(syntax, i, impersonal_forms()[low])
        ):
            it = expletive_of(syntax, i)
            first = it if it is not None else i
            yield _hedge(syntax, first, frame.stop, "evidential_frame", frame.lemma)
        elif low in _frame_forms():
            yield from _frame(syntax, i, _frame_forms()[low])


@cache
def _listed() -> frozenset[str]:
    """Every word that may make a hedge by itself or with others of its clause."""
    adverbs = words("hedges", "hearsay_adverb", "hearsay_adj", "epistemic_adverb")
    rest = words("hedges", "epistemic_modal", "epistemic_adj")
    return frozenset({*adverbs, *rest, *_frame_forms(), *impersonal_forms(), "there"})


@cache
def _telling_words() -> frozenset[str]:
    """The longest word of each fixed phrase: without one of them, none of the phrases stands."""
    return frozenset(max(phrase.split(), key=len) for phrase in load("hedges")["phrases"])


@cache
def _frame_forms() -> dict[str, str]:
    lists = load("hedges")
    keys = (
        "frame_verb",
        "extraposed_verb",
        "widely_verb",
        "judged_verb",
        "called_verb",
        "told",
        "epistemic_verb",
    )
    return verb_forms(lemma for key in keys for lemma in lists[key])


def _frame(syntax: Syntax, i: int, lemma: str) -> Iterator[Hedge]:
    if lemma in words("hedges", "epistemic_verb"):
        complement = any(syntax.dep[k] in ("xcomp", "ccomp") for k in syntax.kids[i])
        if syntax.pos[i] == "VERB" and complement:
            yield _hedge(syntax, i, i + 1, "epistemic", lemma)
        return
    first = _auxiliary(syntax, i)
    subject = syntax.first_kid(i, "nsubj", "expl", "csubj")
    low_subject = syntax.low[subject] if subject is not None else ""
    if low_subject in _HEARERS and lemma in words("hedges", "told") and subject is not None:
        told = first is not None if lemma in ("tell", "inform") else True
        loose = syntax.dep[i] == "parataxis" or _has_clause(syntax, i)
        if told and loose and syntax.tag[i] != "VB":
            yield _hedge(syntax, subject, i + 1, "evidential_frame", lemma)
        return
    bare = first is None and syntax.tag[i] == "VBN" and syntax.dep[i] in ("acl", "advcl")
    bare = bare and not syntax.kids_of(i, "aux")
    held = bare and lemma in words("hedges", "judged_verb", "called_verb") and _is_judged(syntax, i)
    if held and not _has_agent(syntax, i):
        yield _hedge(syntax, i, i + 1, "evidential_frame", lemma)
        return
    if (
        first is None
        or _has_agent(syntax, i)
        or _is_negated(syntax, i)
        or syntax.tag[i] not in ("VBN", "VBD", "JJ")
    ):
        return
    to = i + 1 if i + 1 < len(syntax) and syntax.low[i + 1] == "to" else None
    extraposed = low_subject in _IT and lemma in words("hedges", "extraposed_verb")
    if extraposed and subject is not None and (_has_clause(syntax, i) or to is None):
        yield _hedge(syntax, subject, i + 1, "evidential_frame", lemma)
        return
    widely = any(syntax.low[t] in words("hedges", "widely") for t in range(first, i))
    infinitive = to is not None and any(
        syntax.dep[k] in ("xcomp", "ccomp", "advcl") and k > i for k in syntax.kids[i]
    )
    duty = lemma == "suppose" and syntax.low[i + 2 : i + 3] != ["have"]
    if infinitive and not duty and lemma in words("hedges", "frame_verb"):
        yield _hedge(syntax, first, i + 2, "evidential_frame", lemma)
    elif (widely and lemma in words("hedges", "widely_verb")) or (
        lemma in words("hedges", "judged_verb", "called_verb") and _is_judged(syntax, i)
    ):
        yield _hedge(syntax, first, i + 1, "evidential_frame", lemma)


def _is_judged(syntax: Syntax, i: int) -> bool:
    """Whether a passive says what its subject is held to be: "is seen | as a threat"."""
    return any(
        k > i
        and (
            (syntax.dep[k] in ("xcomp", "obj") and _is_description(syntax, k))
            or "as" in {syntax.low[c] for c in syntax.kids_of(k, "case", "mark")}
        )
        for k in syntax.kids[i]
    )


def _is_description(syntax: Syntax, k: int) -> bool:
    """Whether a complement is a noun or adjective: "considered a favourite", not "seen leaving"."""
    return syntax.tag[k] != "VBG" and not syntax.kids_of(k, "mark")


def _there(syntax: Syntax, i: int) -> Hedge | None:
    """ "There are fears that ...": nobody is said to have them."""
    noun = next((k for k in syntax.kids_of(syntax.head[i], "nsubj") if k > i), None)
    noun = syntax.head[i] if noun is None and syntax.head[i] > i else noun
    if noun is None or singular_of(syntax, noun) not in words("hedges", "evidential_noun"):
        return None
    told = any(syntax.low[t] == "that" for t in range(noun, min(noun + 3, len(syntax))))
    given = any(syntax.low[t] in ("from", "by", "among") for t in range(noun, noun + 2))
    if not told or given or syntax.low[noun - 1] == "no":
        return None
    return _hedge(syntax, i, noun + 1, "evidential_frame", singular_of(syntax, noun))


def _auxiliary(syntax: Syntax, i: int) -> int | None:
    """The first word of "has been widely [said]"; None where the verb is not a passive."""
    t, first = i - 1, None
    while t >= 0 and i - t <= 4:
        if syntax.low[t] in _BE:
            first = t
            if t > 0 and syntax.low[t - 1] in ("has", "have", "had", "is", "was", "are", "were"):
                first = t - 1
            break
        if syntax.pos[t] not in ("ADV", "PART", "AUX"):
            break
        t -= 1
    return first


def _has_agent(syntax: Syntax, i: int) -> bool:
    return any(
        k > i and syntax.low[c] == "by"
        for k in syntax.kids_of(i, "obl", "nmod")
        for c in syntax.kids_of(k, "case")
    )


def _is_negated(syntax: Syntax, i: int) -> bool:
    return any(syntax.low[k] in ("not", "n't", "n’t", "never", "yet") for k in syntax.kids[i])


def _has_clause(syntax: Syntax, i: int) -> bool:
    return any(
        k > i and (syntax.dep[k] in ("ccomp", "csubj") or syntax.low[syntax.left[k]] == "that")
        for k in syntax.kids[i]
    )


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
