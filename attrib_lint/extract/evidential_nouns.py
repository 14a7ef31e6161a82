"""Nouns that pass on what nobody is said to say: "amid reports that", "questions were raised"."""

from __future__ import annotations

from attrib_lint.extract.frames import Range
from attrib_lint.extract.noun_cues import noun_cue
from attrib_lint.extract.somebody import is_somebody
from attrib_lint.extract.sources import singular_of
from attrib_lint.extract.subjects import Subject
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_GIVERS = frozenset(("from", "by", "among"))


def evidential_noun(syntax: Syntax, i: int) -> Range | None:
    """The tokens of a noun that credits a claim to nobody; None where somebody holds it.

    "There are fears that ...", "amid accusations of fraud", "doubts have been raised about ...".
    """
    noun = singular_of(syntax, i)
    if noun not in words("hedges", "evidential_noun") or syntax.pos[i] != "NOUN":
        return None
    if _is_held(syntax, i) or (i and syntax.low[i - 1] in ("no", "any", "without")):
        return None
    there = _there(syntax, i)
    if there is not None:
        return (there, i + 1) if _is_told(syntax, i) else None
    if noun in words("hedges", "counted_noun") and syntax.tag[i] != "NNS":
        return None  # "a report on schools" is a paper
    if _is_abroad(syntax, i):
        return i, i + 1
    frame = noun_cue(syntax, i, noun)
    if frame is None or frame.source is not None:
        return None
    clause = frame.content[0][0]
    if noun in words("hedges", "clausal_noun") and syntax.low[clause] != "that":
        return None  # "criticism of the plan" says nothing that could be so or not
    return i, i + 1


def _there(syntax: Syntax, i: int) -> int | None:
    """The "there" of "there are fears"."""
    verb = i if syntax.first_kid(i, "expl") is not None else syntax.head[i]
    return next((k for k in syntax.kids_of(verb, "expl") if syntax.low[k] == "there"), None)


def _is_told(syntax: Syntax, i: int) -> bool:
    """Whether it is said what is feared: a "that" near the noun, or a clause without one."""
    return "that" in syntax.low[i + 1 : i + 3] or any(
        k > i and syntax.first_kid(k, "nsubj") is not None for k in syntax.kids_of(i, "acl")
    )


def _is_held(syntax: Syntax, i: int) -> bool:
    """Whether a word beside the noun says whose it is: "her fears", "fears among teachers"."""
    for k in syntax.kids[i]:
        if syntax.tag[k] in ("PRP$", "WP$") or syntax.full[k] == "nmod:poss":
            return True
        if k < i and syntax.low[k] in words("cues", "nouns.parties"):
            return True  # "Republican fears"
        if k < i and syntax.pos[k] == "PROPN" and syntax.dep[k] in ("compound", "nmod", "amod"):
            return True  # "White House fears"
        cases = {syntax.low[c] for c in syntax.kids_of(k, "case")} if k > i else set()
        if cases & _GIVERS or (cases == {"of"} and is_somebody(syntax, Subject(k))):
            return True
    verb = syntax.head[i]
    return any(
        syntax.low[c] in _GIVERS
        for k in syntax.kids_of(verb, "obl", "nmod")
        if syntax.dep[i] in ("nsubj", "obj") and k > i
        for c in syntax.kids_of(k, "case")
    )


def _is_abroad(syntax: Syntax, i: int) -> bool:
    """Whether the talk is simply there: "questions were raised", "speculation is growing"."""
    verb = syntax.head[i]
    if syntax.dep[i] != "nsubj" or verb < i:
        return False
    if syntax.is_passive(verb):
        return syntax.lemma[verb] in words("hedges", "voicing_verb")
    return syntax.lemma[verb] in words("hedges", "spreading_verb")
