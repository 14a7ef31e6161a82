"""Nouns as cues: "her claim that ...", "criticism from unions", "the hope is that ..."."""

from __future__ import annotations

from attrib_lint.extract.cue_words import prepositions_of
from attrib_lint.extract.frames import Frame, Range, whole
from attrib_lint.extract.lost_clauses import that_near
from attrib_lint.extract.somebody import is_somebody
from attrib_lint.extract.subjects import Subject, subject_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_CLAUSES = ("acl", "ccomp", "appos", "advcl", "csubj", "parataxis")
_GIVERS = frozenset(("by", "from", "among"))
_APART = 8  # words between a noun and the "from" of its source


def noun_cue(syntax: Syntax, i: int, lemma: str) -> Frame | None:
    """A noun of saying or thinking with what it credits; None where nothing shows that."""
    drawn = _drawn(syntax, i, lemma)
    if drawn is not None:
        return drawn
    content = _clause(syntax, i, lemma) or _equated(syntax, i, lemma)
    clausal = content is not None
    content = content or _topic(syntax, i, lemma)
    if content is None:
        return None
    head = _source(syntax, i, lemma, content)
    among = _among(syntax, content) if head is None and not clausal else None
    if among is not None:
        head, content = among, (content[0], syntax.left[among])
    sourceless = clausal and any(syntax.low[t] == "that" for t in range(*content)[:1])
    if head is None and not sourceless and lemma not in words("cues", "nouns.sourceless"):
        return None
    return Frame(i, i, i + 1, lemma, "noun", head, (content,))


def _clause(syntax: Syntax, i: int, lemma: str) -> Range | None:
    """The clause or infinitive that says what the claim or plan is."""
    if lemma not in words("cues", "nouns.clause"):
        return None
    for k in syntax.kids[i]:
        if k > i and syntax.dep[k] in _CLAUSES and _is_marked(syntax, k):
            return whole(syntax, k)
    owned = any(syntax.tag[k] == "PRP$" or syntax.full[k] == "nmod:poss" for k in syntax.kids[i])
    for k in syntax.kids_of(syntax.head[i], "xcomp", "advcl") if owned else ():
        # "after their decision not to go": the parser hangs it on the verb
        if syntax.left[k] == i + 1 and any(syntax.low[m] == "to" for m in syntax.kids[k]):
            return whole(syntax, k)
    for k in syntax.kids_of(i, "nmod"):
        # "an allegation from his wife, Ann Lee, that ...": the parser hangs it on the last noun
        given = k > i and any(syntax.low[c] in _GIVERS for c in syntax.kids_of(k, "case"))
        for clause in syntax.kids_of(k, "acl") if given else ():
            first = syntax.left[clause]
            owned = any(syntax.dep[s] == "nsubj" for s in syntax.kids[clause])
            apart = syntax.low[first - 1] == "," or syntax.dep[first] == "mark"
            if owned and syntax.low[first] == "that" and apart:
                return whole(syntax, clause)
    if syntax.dep[i] == "nsubj":
        for k in syntax.kids_of(syntax.head[i], "obl"):
            # "fears are growing among investors | that ...": the parser hangs it on the investors
            among = any(syntax.low[c] == "among" for c in syntax.kids_of(k, "case"))
            for clause in syntax.kids_of(k, "acl") if among else ():
                if syntax.low[syntax.left[clause]] == "that" and _is_marked(syntax, clause):
                    return whole(syntax, clause)
    return _stray(syntax, i) if owned else None


def _stray(syntax: Syntax, i: int) -> Range | None:
    """Whose "suggestion at a debate | that she was old", "announcement Friday | that he won"."""
    for k in syntax.kids_of(i, "nmod", "obl"):
        for clause in syntax.kids_of(k, "acl") if k > i else ():
            first = syntax.left[clause]
            if syntax.low[first] == "that" and syntax.dep[first] == "mark":
                return whole(syntax, clause)
    return that_near(syntax, i, syntax.right[i] + 1)


def _is_marked(syntax: Syntax, k: int) -> bool:
    """Whether a clause opens with "that" or "to", or is a finite one that needs neither."""
    marks = [m for m in syntax.kids[k] if m < k and syntax.dep[m] == "mark"]
    if any(syntax.low[m] in ("that", "to") for m in marks):
        return True
    finite = any(syntax.dep[s] == "nsubj" for s in syntax.kids[k])
    return syntax.full[k] == "acl" and finite and not marks


def _equated(syntax: Syntax, i: int, lemma: str) -> Range | None:
    """What "is" puts beside the noun: "the hope is that prices fall"."""
    predicate = syntax.head[i]
    if syntax.full[i] != "nsubj:outer" or lemma not in words("cues", "nouns.clause"):
        return None
    that = next((k for k in syntax.kids_of(predicate, "mark") if syntax.low[k] == "that"), None)
    return (that, syntax.right[predicate] + 1) if that is not None and that > i else None


def _topic(syntax: Syntax, i: int, lemma: str) -> Range | None:
    """What a noun is about: "criticism of the plan"."""
    taken = prepositions_of("nouns.preposition").get(lemma, frozenset())
    for k in syntax.kids_of(i, "nmod", "obl"):
        cases = {syntax.low[c] for c in syntax.kids_of(k, "case")}
        if k > i and cases & taken:
            return whole(syntax, k)
        given = cases & _GIVERS or (cases == {"of"} and _is_felt(syntax, k, lemma))
        for lower in syntax.kids_of(k, "nmod") if k > i and given else ():
            # "warnings from experts | about the virus"
            if any(syntax.low[c] in taken for c in syntax.kids_of(lower, "case")):
                return whole(syntax, lower)
    return None


def _drawn(syntax: Syntax, i: int, lemma: str) -> Frame | None:
    """A reaction that something draws: "The plan drew criticism from unions"."""
    verb = syntax.head[i]
    if lemma not in words("cues", "nouns.reaction") or syntax.pos[verb] != "VERB":
        return None
    met = syntax.dep[i] == "obl" and syntax.is_passive(verb)  # "was met with | anger | from"
    if syntax.dep[i] != "obj" and not met:
        return None
    source = _giver(syntax, i) or _holder(syntax, i, lemma)
    if source is None or _clause(syntax, i, lemma):
        return None
    drawing = syntax.lemma[verb] in words("cues", "nouns.drawing")
    if not drawing and not is_somebody(syntax, Subject(source)):
        return None
    own = syntax.first_kid(verb, "nsubj") if met else None
    subject = Subject(own) if own is not None else subject_of(syntax, verb)
    if subject is None or subject.agent or _topic(syntax, i, lemma) is not None:
        return None
    content = whole(syntax, subject.head)
    return Frame(i, i, i + 1, lemma, "noun", source, (content,)) if content[1] <= i else None


def _source(syntax: Syntax, i: int, lemma: str, content: Range) -> int | None:
    """Whose claim it is: a possessive, a by-phrase, or the subject of "made the claim"."""
    for k in syntax.kids[i]:
        if syntax.full[k] in ("nmod:poss", "det:poss") or (syntax.tag[k] in ("PRP$", "WP$")):
            return k
    for k in syntax.kids_of(i, "nmod", "acl"):
        if content[0] <= k < content[1]:
            continue
        agent = next((a for a in syntax.kids_of(k, "obl")), k) if syntax.dep[k] == "acl" else k
        cases = {syntax.low[c] for c in syntax.kids_of(agent, "case")}
        if cases & _GIVERS or (cases == {"of"} and _is_felt(syntax, agent, lemma)):
            return agent
    verb = syntax.head[i]
    held = {"cop", "case"} <= {syntax.dep[k] for k in syntax.kids[i] if k < i}
    holder = next((k for k in syntax.kids_of(i, "nsubj") if k < i), None)
    if lemma in words("cues", "nouns.holders"):
        copular = syntax.first_kid(i, "cop") is not None
        return holder if copular else None  # "she is | a supporter of the plan"
    if held and holder is not None and "of" in {syntax.low[k] for k in syntax.kids_of(i, "case")}:
        return holder  # "analysts are of the view that ..."
    if syntax.dep[i] == "obj" and syntax.lemma[verb] in words("cues", "strong.taking"):
        subject = subject_of(syntax, verb)
        return subject.head if subject else None
    return _giver(syntax, i) or _party(syntax, i)


def _party(syntax: Syntax, i: int) -> int | None:
    """The group that an adjective names before a noun: "| Republican | criticism of the plan"."""
    for k in syntax.kids_of(i, "amod", "compound", "nmod"):
        if k < i and syntax.low[k] in words("cues", "nouns.parties"):
            return k
    return None


def _among(syntax: Syntax, content: Range) -> int | None:
    """Whose feeling it is, where the parse hangs them on its object: "fear of rain | among us"."""
    for t in range(*content):
        people = syntax.head[t]
        if (
            syntax.low[t] != "among"
            or syntax.pos[people] == "PRON"
            or people not in range(*content)
        ):
            continue
        last = syntax.right[people] + 1 >= content[1]
        if last and syntax.left[people] == t and is_somebody(syntax, Subject(people)):
            return people
    return None


def _is_felt(syntax: Syntax, k: int, lemma: str) -> bool:
    """Whether an "of" names who feels it: "the enthusiasm | of young voters | for the plan"."""
    about = "of" in prepositions_of("nouns.preposition").get(lemma, ())
    feeling = lemma in words("cues", "nouns.feeling")
    return feeling and not about and is_somebody(syntax, Subject(k))


def _holder(syntax: Syntax, i: int, lemma: str) -> int | None:
    """Whose support somebody has: "the backing | of most teachers"."""
    for k in syntax.kids_of(i, "nmod") if lemma in words("cues", "nouns.held") else ():
        of = any(syntax.low[c] == "of" for c in syntax.kids_of(k, "case"))
        if k > i and of and is_somebody(syntax, Subject(k)):
            return k
    return None


def _giver(syntax: Syntax, i: int) -> int | None:
    """The "from"-phrase after a noun, on the noun or on its verb."""
    for k in [*syntax.kids_of(i, "nmod"), *syntax.kids_of(syntax.head[i], "obl", "nmod")]:
        near = i < syntax.left[k] <= i + _APART
        if near and any(syntax.low[c] in ("from", "among") for c in syntax.kids_of(k, "case")):
            return k
    return None
