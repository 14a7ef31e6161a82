"""Finds who does what a verb says: its subject, agent, or the word that controls it."""

from __future__ import annotations

from msgspec import Struct

from attrib_lint.extract.frames import bare_quantifier
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"))
_CLOSING = frozenset(("”", '"', "''"))
_DAYS = [f"weekdays.{n}" for n in range(1, 8)] + [f"months.{n:02}" for n in range(1, 13)]
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))


class Subject(Struct, frozen=True):
    """The head token of who acts; `agent` where it is the by-phrase of a passive."""

    head: int
    agent: bool = False


def subject_of(syntax: Syntax, i: int, depth: int = 0) -> Subject | None:
    """Who says, thinks or feels what the word at `i` means, by syntax alone."""
    if depth > 6:
        return None
    bare = syntax.tag[i] == "VBN" and _own(syntax, i) is None
    bare = bare and (syntax.dep[i] == "acl" or _opens_clause(syntax, i))
    if bare and _is_lost_main_verb(syntax, i):
        return Subject(syntax.head[i])
    asked = syntax.lemma[i] == "ask" and _own(syntax, i) is None and _is_bare(syntax, i)
    passive = syntax.is_passive(i) or bare or asked
    if passive:
        return _agent(syntax, i)
    own = _own(syntax, i)
    if own is not None:
        return Subject(own)
    return _inherited(syntax, i, depth)


def _opens_clause(syntax: Syntax, i: int) -> bool:
    """Whether a participle is a passive: "as promised", "Pressed for details, she ..."."""
    if i == 0 or syntax.low[i - 1] == "as" or syntax.dep[i] != "advcl":
        return i > 0 and syntax.low[i - 1] == "as"
    return not any(syntax.dep[k] == "aux" for k in syntax.kids[i])


def _is_bare(syntax: Syntax, i: int) -> bool:
    """Whether a form in -ed opens its clause: "Asked why, Lee said", "when asked why"."""
    if syntax.tag[i] == "VBN":
        return True
    opens = syntax.sent[i - 1] != syntax.sent[i] if i else True
    return syntax.tag[i] == "VBD" and (opens or syntax.low[i - 1] in ("when", "if", "after"))


def _is_lost_main_verb(syntax: Syntax, i: int) -> bool:
    """A past tense read as a participle: "A colleague called Lee a liar" has no other verb."""
    noun = syntax.head[i]
    active = any(k > i and syntax.dep[k] in ("obj", "ccomp", "xcomp") for k in syntax.kids[i])
    return syntax.head[noun] == noun and syntax.pos[noun] in ("NOUN", "PROPN") and active


def _agent(syntax: Syntax, i: int) -> Subject | None:
    charged = syntax.lemma[i] in words("cues", "strong.charging")
    lower = syntax.kids_of(i, "xcomp", "advcl") if charged else syntax.kids_of(i, "xcomp")
    for k in syntax.kids_of(i, "obl", "advcl"):
        if any(syntax.low[c] == "as" for c in syntax.kids_of(k, "case", "mark")):
            lower = [*lower, k]  # "described as a liar by Cole"
    beyond = [k for x in lower if x > i for k in syntax.kids_of(x, "obl", "nmod")]
    for k in [*syntax.kids_of(i, "obl", "nmod"), *beyond]:
        by = k > i and any(syntax.low[c] == "by" for c in syntax.kids_of(k, "case"))
        if by and not _is_circumstance(syntax, k):
            return Subject(k, agent=True)
    return None


def _is_circumstance(syntax: Syntax, k: int) -> bool:
    """Whether a by-phrase tells when or how: "reported by noon", "confirmed by email"."""
    low = syntax.low[k]
    if low in words("dates", *_DAYS) or low in words("subjects", "times"):
        return True
    clock = range(k, min(k + 3, len(syntax)))
    if syntax.pos[k] == "NUM" and any(syntax.low[t] in ("a.m.", "p.m.", "am", "pm") for t in clock):
        return True
    bare = syntax.first_kid(k, "det", "amod", "nmod") is None
    return low in words("subjects", "means") and (bare or low == "way")


def _own(syntax: Syntax, i: int) -> int | None:
    found = [k for k in syntax.kids[i] if syntax.dep[k] == "nsubj" and syntax.pos[k] in _NOMINAL]
    some = bare_quantifier(syntax, i)
    if some is not None:
        return some
    if len(found) > 1 and found[1] < i and syntax.low[found[0]] in _RELATIVE:
        return found[1]  # "candidates who | many | feel are weak"
    if len(found) > 1 and found[0] < i:
        passed = [t for t in range(found[0], i) if syntax.low[t] in _CLOSING]
        passed = passed or [k for k in syntax.kids_of(i, "ccomp") if found[0] < k < i]
        passed = passed or _fronted(syntax, i, found)
        return next((k for k in found if k > passed[-1]), found[0]) if passed else found[0]
    if not found:  # "Analysts | had | forecast": the parse may hang the subject on the auxiliary
        found = [s for k in syntax.kids_of(i, "aux") for s in syntax.kids_of(k, "nsubj")]
    return found[0] if found else None


def _fronted(syntax: Syntax, i: int, subjects: list[int]) -> list[int]:
    """The subject of the content where it stands first: "The plan, he said, is dead"."""
    later = [k for k in subjects if subjects[0] < k < i]
    if later and syntax.low[syntax.left[later[-1]] - 1] == ",":
        return [later[-1] - 1]
    return []


def antecedent_of(syntax: Syntax, i: int) -> int | None:
    """The noun that a relative pronoun stands for; None for any other word."""
    if syntax.low[i] not in _RELATIVE:
        return None
    node, steps = syntax.head[i], 0
    while syntax.dep[node] not in ("acl", "root") and steps < 6:
        node = syntax.head[node]
        steps += 1
    if syntax.dep[node] == "acl" and syntax.head[node] < i:
        return syntax.head[node]
    return None


def _inherited(syntax: Syntax, i: int, depth: int) -> Subject | None:
    """The subject that a verb without its own shares: coordination, control, participles."""
    head, dep = syntax.head[i], syntax.dep[i]
    if head == i:
        return None
    quoted = _quoted_person(syntax, i)
    if quoted is not None:
        return Subject(quoted)
    if dep == "acl":
        return _modified(syntax, i, head, depth)
    if dep not in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "appos", "obl"):
        return None
    if dep == "parataxis" and syntax.tag[i] not in ("VBG", "VBN", "VB"):
        return _of_list(syntax, i, head)
    if syntax.pos[head] in ("NOUN", "PROPN", "PRON") and not _has_clause(syntax, head):
        return Subject(head) if dep in ("advcl", "xcomp") else None
    if dep in ("xcomp", "advcl") and syntax.lemma[head] in words("subjects", "object_control"):
        obj = syntax.first_kid(head, "obj", "iobj")
        itself = obj is not None and syntax.low[obj].endswith(("self", "selves"))
        if obj is not None and obj < i and not itself and syntax.full[i] != "advcl:relcl":
            marked = any(syntax.low[k] in ("as", "to") for k in syntax.kids[i])
            if dep == "xcomp" or marked:
                return Subject(obj)
    if dep == "advcl" and (near := _beside(syntax, i, head)) is not None:
        return Subject(near)
    if dep == "conj" and (alike := _parallel(syntax, i, head)) is not None:
        return subject_of(syntax, alike, depth + 1)
    if syntax.is_passive(head):
        own = _own(syntax, head)
        return Subject(own) if own is not None else None
    return subject_of(syntax, head, depth + 1)


def _beside(syntax: Syntax, i: int, head: int) -> int | None:
    """Who stands before a loose clause that is theirs: "the sight of Lee | denouncing it".

    And who is given something to do: "it offers Lee a chance | to speak out".
    """
    marked = any(syntax.low[k] == "to" for k in syntax.kids_of(i, "mark"))
    if marked and (given := syntax.first_kid(head, "iobj")) is not None and given < i:
        return given
    if i == 0:
        return None
    name = i - 1
    while name > 0 and syntax.dep[name] == "flat" and syntax.head[name] < name:
        name = syntax.head[name]
    told = any(syntax.low[c] == "of" for c in syntax.kids_of(name, "case"))
    if syntax.tag[i] != "VBG" or syntax.pos[name] != "PROPN" or syntax.dep[name] != "nmod":
        return None
    return name if told and syntax.first_kid(i, "mark") is None else None


def _parallel(syntax: Syntax, i: int, head: int) -> int | None:
    """A nearer verb of the form that a coordinated one has, where its head has another.

    "Some were yawning as he praised the bill | and described | its aims": "praised".
    """
    if syntax.tag[i] not in ("VBD", "VBZ") or syntax.tag[head] != "VBG":
        return None
    for t in range(i - 1, head, -1):
        if syntax.tag[t] == syntax.tag[i] and syntax.dep[t] == "advcl":
            return t if syntax.is_under(t, head) and _own(syntax, t) is not None else None
    return None


def _of_list(syntax: Syntax, i: int, head: int) -> Subject | None:
    """The subject of "He praised the bill, denounced its critics", a list without "and"."""
    listed = i > head and syntax.low[i - 1] == "," and syntax.tag[i] == syntax.tag[head]
    own = _own(syntax, head) if listed and not syntax.is_passive(head) else None
    return Subject(own) if own is not None and own < head else None


def _quoted_person(syntax: Syntax, i: int) -> int | None:
    """Whoever is quoted: "Reuters quoted an aide as [saying]"."""
    if syntax.tag[i] != "VBG" or i == 0 or syntax.low[i - 1] != "as":
        return None
    node = syntax.head[i]
    while syntax.head[node] != node and syntax.lemma[node] not in ("quote", "cite"):
        node = syntax.head[node]
    if syntax.lemma[node] not in ("quote", "cite"):
        return None
    if syntax.is_passive(node):
        return _own(syntax, node)
    return next((k for k in syntax.kids_of(node, "obj") if k < i), None)


def _has_clause(syntax: Syntax, i: int) -> bool:
    """Whether a noun is a predicate with a subject of its own."""
    return any(syntax.dep[k] in ("nsubj", "cop") for k in syntax.kids[i])


def _clause_verb(syntax: Syntax, i: int) -> int | None:
    """The verb of the clause that a noun stands in."""
    while syntax.head[i] != i and syntax.pos[i] not in ("VERB", "AUX"):
        i = syntax.head[i]
    return i if syntax.pos[i] == "VERB" else None


def _modified(syntax: Syntax, i: int, noun: int, depth: int) -> Subject | None:
    """A participle's noun ("a letter saying"); the issuer, where a statement is issued."""
    if syntax.tag[i] == "VB":
        return _aiming(syntax, noun, depth)
    if syntax.tag[i] not in ("VBG", "VBD", "VBZ", "VBP") and not _is_lost_main_verb(syntax, i):
        return None
    if syntax.tag[i] == "VBG" and i > 0 and _follows_comma(syntax, i) and depth < 6:
        verb = _clause_verb(syntax, noun)
        if verb is not None and verb < i:
            return subject_of(syntax, verb, depth + 1)
    verb = syntax.head[noun]
    if (
        syntax.tag[i] == "VBG"
        and any(syntax.dep[k] == "mark" for k in syntax.kids[i])
        and depth < 6
    ):
        return subject_of(syntax, verb, depth + 1) if syntax.pos[verb] == "VERB" else None
    statement = syntax.lemma[noun] in words("subjects", "statements") and syntax.dep[noun] == "obj"
    if statement and syntax.lemma[verb] in words("subjects", "issuing") and depth < 6:
        return subject_of(syntax, verb, depth + 1) or Subject(noun)
    return Subject(noun)


def _follows_comma(syntax: Syntax, i: int) -> bool:
    """Whether a comma comes right before a participle: ", | half-joking"."""
    first = i
    while first > 1 and syntax.low[first - 1] == "-":
        first -= 2
    return first > 0 and syntax.low[first - 1] == ","


def _aiming(syntax: Syntax, noun: int, depth: int) -> Subject | None:
    """Whose an infinitive on a noun is: "Lee mounted a campaign | to condemn", "is under pressure
    to pledge"."""
    own = _own(syntax, noun)
    if own is not None:
        return Subject(own)
    holder = next((k for k in syntax.kids[noun] if syntax.full[k] == "nmod:poss"), None)
    if holder is not None:
        return Subject(holder)
    verb = syntax.head[noun]
    if verb == noun and syntax.pos[noun] == "PROPN":
        return Subject(noun)  # a headline: "Lee to announce plan"
    if syntax.dep[noun] != "obj" or syntax.pos[verb] != "VERB" or depth > 5:
        return None
    given = syntax.first_kid(verb, "iobj")
    return Subject(given) if given is not None else subject_of(syntax, verb, depth + 1)
