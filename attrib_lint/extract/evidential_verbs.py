"""Verbs that pass on what nobody is said to say: "is said to", "was widely seen", "we are told"."""

from __future__ import annotations

from functools import cache

from attrib_lint.extract.frames import Range
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words
from attrib_lint.lexicon.forms import verb_forms

_BE = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re", "am", "'m")
)
_HEARERS = frozenset(("we", "i"))


@cache
def evidential_forms() -> dict[str, str]:
    """Forms of the verbs that may make such a frame -> their dictionary form."""
    keys = (
        "frame_verb",
        "extraposed_verb",
        "widely_verb",
        "judged_verb",
        "called_verb",
        "charging_verb",
        "told",
    )
    return verb_forms(words("hedges", *keys))


@cache
def seeming_forms() -> dict[str, str]:
    """Forms of "seem" and "appear"."""
    return verb_forms(words("hedges", "epistemic_verb"))


def evidential_verb(syntax: Syntax, i: int, lemma: str) -> Range | None:
    """The tokens of the frame that a verb makes; None where it names who says so, or says nothing.

    A by-phrase names the agent. What must or should be seen so is not yet seen so.
    """
    first = _auxiliary(syntax, i)
    heard = _heard(syntax, i, lemma, first)
    if heard is not None:
        return heard
    held = lemma in words("hedges", "judged_verb", "called_verb") and _is_judged(syntax, i)
    if _has_agent(syntax, i):
        return None
    if first is None:
        before = i - 1 if i and syntax.low[i - 1] in words("hedges", "widely") else i
        told = held or (before < i and lemma in words("hedges", "widely_verb"))
        return (before, i + 1) if told and _is_reduced(syntax, i) else None
    if syntax.tag[i] not in ("VBN", "VBD", "JJ") or _is_wished(syntax, first):
        return None
    if _is_negated(syntax, i) and lemma not in words("hedges", "belief_verb"):
        return None
    return _passive(syntax, i, lemma, first, held=held)


def _heard(syntax: Syntax, i: int, lemma: str, first: int | None) -> Range | None:
    """ "We are told", "I hear that"."""
    subject = syntax.first_kid(i, "nsubj", "expl", "csubj")
    if subject is None or syntax.low[subject] not in _HEARERS:
        return None
    if lemma not in words("hedges", "told") or syntax.tag[i] == "VB":
        return None
    told = first is not None if lemma in ("tell", "inform") else True
    loose = syntax.dep[i] == "parataxis" or _has_clause(syntax, i)
    return (subject, i + 1) if told and loose else None


def _passive(syntax: Syntax, i: int, lemma: str, first: int, *, held: bool) -> Range | None:
    """A finite passive whose auxiliaries begin at `first`."""
    to = i + 1 if i + 1 < len(syntax) and syntax.low[i + 1] == "to" else None
    it = syntax.first_kid(i, "nsubj", "expl", "csubj")
    if it is not None and syntax.low[it] == "it" and lemma in words("hedges", "extraposed_verb"):
        if _has_clause(syntax, i) or to is None:
            return it, i + 1
    infinitive = to is not None and any(
        syntax.dep[k] in ("xcomp", "ccomp", "advcl") and k > i for k in syntax.kids[i]
    )
    duty = lemma == "suppose" and syntax.low[i + 2 : i + 3] != ["have"]
    if infinitive and not duty and lemma in words("hedges", "frame_verb"):
        return first, i + 2
    widely = any(syntax.low[t] in words("hedges", "widely") for t in range(first, i))
    charged = lemma in words("hedges", "charging_verb") and _is_charged(syntax, i)
    if held or charged or (widely and lemma in words("hedges", "widely_verb")):
        return first, i + 1
    return None


def _is_charged(syntax: Syntax, i: int) -> bool:
    """Whether a passive says of what: "is accused | of fraud", "is credited | with the idea"."""
    return any(
        k > i and syntax.low[c] in ("of", "with")
        for k in syntax.kids_of(i, "obl", "advcl")
        for c in syntax.kids_of(k, "case", "mark")
    )


def _is_reduced(syntax: Syntax, i: int) -> bool:
    """Whether a participle stands without its auxiliary: "a rival | widely seen | as weak"."""
    bare = syntax.tag[i] == "VBN" and syntax.dep[i] in ("acl", "advcl")
    return bare and not syntax.kids_of(i, "aux")


def _is_wished(syntax: Syntax, first: int) -> bool:
    """Whether it is only to be so: "must be seen as fair", "wants to be seen as fair"."""
    return first > 0 and syntax.low[first - 1] in ("to", "must", "should")


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
