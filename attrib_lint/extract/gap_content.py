"""Content that stands before its cue: subjects of passives, the noun a relative clause is about."""

from __future__ import annotations

from attrib_lint.extract.acts import is_act
from attrib_lint.extract.cue_words import cue_table
from attrib_lint.extract.frames import Range, object_of, phrase_end, whole
from attrib_lint.extract.named_content import name_in_gap
from attrib_lint.extract.somebody import is_somebody
from attrib_lint.extract.subjects import Subject
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_OF_NOUN = ("det", "amod", "compound", "nmod", "nummod")
_RELATIVE = frozenset(("that", "which", "whom", "who"))


def passive_content(
    syntax: Syntax, i: int, lemma: str, frames: set[str], subject: Subject | None
) -> tuple[Range, ...]:
    """What is said of the subject of a passive: "Lee was accused of fraud", "is seen as a threat".

    Without a by-phrase only what is said counts, not that something is: "The bill was criticized";
    and what can be told alone: "No injuries were reported".
    """
    nsubj = syntax.first_kid(i, "nsubj")
    agent = subject is not None and subject.agent
    by = subject.head if subject is not None and agent else None
    if not frames & {"object", "as", "complement"}:
        return ()
    said = _said_of_subject(syntax, i, lemma, frames, by)
    if nsubj is None and syntax.full[i] == "acl" and agent:
        noun = syntax.head[i]
        stop = max(noun + 1, min(syntax.left[i], i))
        if noun > i or (said is None and is_act(syntax, lemma, by, noun)):
            return ()
        thing = (_first_of(syntax, noun), stop)
        return (thing, said) if said is not None else (thing,)
    if nsubj is None:
        relative = syntax.full[i] == "acl:relcl" and syntax.low[syntax.head[i]] == "what"
        return (said,) if relative and said is not None else ()
    if said is not None:
        return (whole(syntax, nsubj), said)
    if by is None:
        return _told(syntax, i, lemma, nsubj)
    if is_act(syntax, lemma, by, nsubj):
        return ()
    return (whole(syntax, nsubj), *_charges(syntax, i, by))


def _told(syntax: Syntax, i: int, lemma: str, nsubj: int) -> tuple[Range, ...]:
    """What nobody in particular reports: "no injuries were reported", "two were reported dead"."""
    told = lemma in words("cues", "evidential.told")
    if not (told or lemma in words("cues", "evidential.state")):
        return ()
    if is_act(syntax, lemma, None, nsubj):
        return ()
    state = next((k for k in syntax.kids_of(i, "xcomp") if k > i), None)
    if state is not None:
        return whole(syntax, nsubj), whole(syntax, state)
    given = syntax.first_kid(i, "obj", "iobj") is not None  # "was denied entry"
    if not told or given or _is_brought(syntax, i, lemma):
        return ()
    return () if is_somebody(syntax, Subject(nsubj)) else (whole(syntax, nsubj),)


def _is_brought(syntax: Syntax, i: int, lemma: str) -> bool:
    """Whether a thing is brought before somebody, not told: "was reported | to the police"."""
    return lemma in words("cues", "evidential.brought") and any(
        k > i and any(syntax.low[c] == "to" for c in syntax.kids_of(k, "case"))
        for k in syntax.kids_of(i, "obl")
    )


def _charges(syntax: Syntax, i: int, agent: int) -> tuple[Range, ...]:
    """What somebody is blamed or praised for: "was attacked by Lee | for saying that ..."."""
    for k in [*syntax.kids_of(i, "advcl", "obl"), *syntax.kids_of(agent, "nmod", "acl")]:
        if k > agent and any(syntax.low[c] == "for" for c in syntax.kids_of(k, "mark", "case")):
            return (whole(syntax, k),)
    return ()


def _said_of_subject(
    syntax: Syntax, i: int, lemma: str, frames: set[str], by: int | None
) -> Range | None:
    taken = set(cue_table().prepositions.get(lemma, ()))
    if lemma in words("cues", "strong.intransitive"):
        taken.clear()  # "was called for a foul"
    if "as" in frames:
        taken.add("as")
    for k in [*syntax.kids[i], *_after_agent(syntax, lemma, by)]:
        if k < i:
            continue
        marks = {syntax.low[c] for c in syntax.kids_of(k, "case", "mark")}
        named = "complement" in frames and syntax.dep[k] in ("xcomp", "obj") and not marks
        if named or (marks & taken and syntax.dep[k] in ("obl", "advcl", "xcomp", "nmod", "acl")):
            stop = max(phrase_end(syntax, i), k + 1)
            if by is not None and syntax.left[by] > k:
                stop = min(stop, syntax.left[by])
            return max(syntax.left[k], i + 1), stop
    return None


def _after_agent(syntax: Syntax, lemma: str, by: int | None) -> list[int]:
    """What the parse hangs on an agent and the verb asks for: "accused by rivals | of lying"."""
    if by is None:
        return []
    asked = ("acl", "nmod") if lemma in words("cues", "strong.charging") else ("acl",)
    return [k for k in syntax.kids_of(by, *asked) if k > by and syntax.full[k] != "acl:relcl"]


def gap_content(
    syntax: Syntax, i: int, lemma: str, frames: set[str], subject: Subject | None
) -> tuple[Range, ...]:
    """The noun that a relative clause with an object gap is about: "a charge | that Lee denied".

    After a comma it is the pronoun that stands for it: "the plan, which Lee opposes". With its name
    where it is given one: "what | Lee calls | a war on farmers".
    """
    clause = _relative_clause(syntax, i)
    noun = syntax.head[clause]
    name = name_in_gap(syntax, i, frames)
    free = syntax.low[noun] == "what" and name is None
    takes = {"clause"} if free else {"object", "as", "complement"}
    if syntax.full[clause] != "acl:relcl" or not frames & takes:
        return ()
    if clause != i and object_of(syntax, i) is not None:
        return ()
    if subject is None or subject.agent or not noun < subject.head < i:
        return ()
    if syntax.low[subject.head] in _RELATIVE or syntax.pos[noun] not in ("NOUN", "PROPN", "PRON"):
        return ()
    if is_act(syntax, lemma, subject.head, noun):
        return ()
    begin = min(syntax.left[clause], subject.head)
    pronoun = next((t for t in range(begin, i) if syntax.low[t] in _RELATIVE), None)
    if pronoun is not None and syntax.low[pronoun - 1] == ",":
        thing = (pronoun, pronoun + 1)
    elif syntax.low[begin - 1] == "," or syntax.pos[begin] == "ADP":
        return ()
    else:
        thing = (_first_of(syntax, noun), begin)
    return (thing, name) if name is not None else (thing,)


def _relative_clause(syntax: Syntax, i: int) -> int:
    """The relative clause that a verb ends or shares: "a charge she has faced and | denied"."""
    clause = i
    while syntax.full[clause] != "acl:relcl" and syntax.dep[clause] in ("conj", "xcomp"):
        above = syntax.head[clause]
        if above > clause or object_of(syntax, above) is not None:
            return i
        clause = above
    return clause if syntax.full[clause] == "acl:relcl" else i


def _first_of(syntax: Syntax, noun: int) -> int:
    """Where a noun's phrase begins, also where the noun is a predicate: "it was | a charge"."""
    before = [k for k in syntax.kids_of(noun, *_OF_NOUN) if k < noun]
    return min([syntax.left[k] for k in before] + [noun])
