"""Clauses as content: complements, parentheses, and what a lost parse leaves of them."""

from __future__ import annotations

from attrib_lint.extract.frames import Range, object_of, whole
from attrib_lint.extract.subjects import Subject
from attrib_lint.extract.syntax import Syntax
from attrib_lint.extract.verb_subjects import recipient_of
from attrib_lint.lexicon import words

_ASKING = frozenset(("whether", "if", "why", "what", "how", "about", "who"))
_LOST = frozenset(("nsubj", "obj", "nmod", "conj", "appos", "flat", "compound", "root", "dep"))
_OPENING = frozenset(("nsubj", "obl", "advcl", "nmod", "advmod"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "VERB"))
_TELLING = frozenset(("tell", "put", "inform", "remind", "assure"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_ASIDE = frozenset(("though", "although", "while", "as", "but", "when", "after", "before", "and"))


def complement_of(
    syntax: Syntax, i: int, subject: Subject | None, quote_of: list[int]
) -> int | None:
    """The clause that a verb takes; of two, the one that is not its subject in disguise."""
    clauses = [
        k
        for k in syntax.kids[i]
        if syntax.dep[k] in ("ccomp", "csubj") and not _is_loose_participle(syntax, i, k)
    ]
    if len(clauses) > 1 and clauses[0] < i:
        later = next((k for k in clauses if k > i), None)
        quoted = any(quote_of[t] >= 0 for t in range(syntax.left[clauses[0]], clauses[0] + 1))
        if later is not None and (not quoted or syntax.tag[i] == "VBG"):
            return later
        if later is not None and _is_apart(syntax, later, subject, quote_of):
            return later
        if later is None:
            return max(clauses, key=lambda k: syntax.right[k] - syntax.left[k])
    elif len(clauses) > 1:
        # 'said on "Meet the Press" that ...': a title read as a clause
        told = next((k for k in clauses if syntax.low[syntax.left[k]] == "that"), None)
        bare = not any(syntax.dep[k] == "nsubj" for k in syntax.kids[clauses[0]])
        if told is not None and bare and quote_of[clauses[0]] >= 0:
            return told
    return clauses[0] if clauses else None


def _is_apart(syntax: Syntax, later: int, subject: Subject | None, quote_of: list[int]) -> bool:
    """Whether words in marks stand apart from a source whose clause follows its cue.

    'In "Salt," a novel, and in an interview, Ms. Lee said | she had ...'
    """
    if subject is None or subject.head > later:
        return False
    before = syntax.left[subject.head] - 1
    owned = any(syntax.dep[k] == "nsubj" for k in syntax.kids[later])
    return owned and before > 0 and all(quote_of[t] < 0 for t in (before, before - 1))


def _is_loose_participle(syntax: Syntax, i: int, k: int) -> bool:
    """Whether a clause is a participle after a comma: "reported, citing a memo"."""
    left = syntax.left[k]
    return k > i and syntax.tag[k] == "VBG" and "," in (syntax.low[left], syntax.low[left - 1])


def around(syntax: Syntax, clause: int, cue: int) -> tuple[Range, ...]:
    """A clause without the words of the cue, should they stand inside."""
    first, stop = whole(syntax, clause)
    if first <= cue < stop:
        if clause > cue:
            begins = [syntax.left[k] for k in syntax.kids[clause] if k > cue]
            return ((max(cue + 1, min([*begins, clause])), stop),)
        later = next((t for t in range(cue + 1, stop) if syntax.is_under(t, clause)), stop)
        while later < stop and syntax.pos[later] == "PUNCT" and later + 1 < stop:
            later += 1
        aside = later >= stop or syntax.low[later] in _ASIDE or syntax.tag[later] == "VBG"
        return ((first, cue),) if aside else ((first, cue), (later, stop))
    return ((first, stop),)


def stretched(syntax: Syntax, pieces: tuple[Range, ...], clause: int, i: int) -> tuple[Range, ...]:
    """Content after a main verb, to the sentence's end: parsers lose the tails of long clauses."""
    if clause < i or len(pieces) != 1 or syntax.dep[i] != "root":
        return pieces
    first, stop = pieces[0]
    end = syntax.sent_spans[syntax.sent[i]][1]
    for k in syntax.kids[i]:
        if k > clause and syntax.dep[k] in ("conj", "advcl", "parataxis", "obl", "ccomp", "cc"):
            if not (_is_torn_off(syntax, k) or _is_reason(syntax, k)):
                end = min(end, syntax.left[k])
    return ((first, max(stop, end)),)


def _is_reason(syntax: Syntax, k: int) -> bool:
    """Whether a clause gives the reason within what is said: "said he left | because ..."."""
    first = syntax.left[k]
    reason = syntax.low[first] in ("because", "if", "unless") and syntax.low[first - 1] != ","
    return syntax.dep[k] == "advcl" and reason


def _is_torn_off(syntax: Syntax, k: int) -> bool:
    """Whether a clause on the cue goes on in the content: "said he was sure | it would hold"."""
    left = syntax.left[k]
    opening = [w for w in syntax.low[left : left + 3] if w not in ("and", "or", ",", "but")]
    if syntax.dep[k] in ("ccomp", "conj") and opening[:1] == ["that"]:
        return True
    return syntax.dep[k] == "ccomp" and syntax.pos[left - 1] != "PUNCT"


def with_gap(
    syntax: Syntax, i: int, lemma: str, subject: Subject | None, pieces: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Content after a cue with the words between them that belong to neither.

    Parsers hang the subject of a clause, or all of it, on the cue: "said the deal | “is dead”".
    What stays out is whom somebody tells, when and where.
    """
    if len(pieces) != 1 or pieces[0][0] <= i or lemma not in words("cues", "strong.clause"):
        return pieces
    first, stop = pieces[0]
    begin = i + 1
    if subject is not None and i < subject.head < first:
        begin = syntax.right[subject.head] + 1
    told = recipient_of(syntax, i, lemma)
    start = begin
    while start < first:
        top = start
        while begin <= syntax.head[top] < first and syntax.head[top] != top:
            top = syntax.head[top]
        if top != told and syntax.dep[top] in _LOST and syntax.pos[top] in _NOMINAL:
            break
        start = max(start, syntax.right[top] if top != told else start) + 1
    return ((min(start, first), stop),)


def from_start(syntax: Syntax, i: int, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
    """Content before its cue with the openings that the parse hung on the cue.

    "In Ohio, | the race is tight, Lee said": what comes before the content belongs to it.
    """
    first, stop = pieces[0]
    if stop > i:
        return pieces
    lost = [syntax.left[k] for k in syntax.kids[i] if k < first and syntax.dep[k] in _OPENING]
    return ((min([*lost, first]), stop), *pieces[1:])


def with_front(
    syntax: Syntax, i: int, subject: Subject | None, pieces: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Content after a cue with the words before its subject: "The plan, he said, | is dead"."""
    if subject is None or subject.head > i or pieces[0][0] < i:
        return pieces
    front = next((k for k in syntax.kids_of(i, "nsubj") if k < subject.head), None)
    if front is None:
        return pieces
    return ((syntax.left[front], syntax.left[subject.head]), *pieces)


def joined(one: Range, other: Range, cue: int) -> Range:
    """The stretch over two ranges, short of the cue."""
    first, stop = min(one[0], other[0]), max(one[1], other[1])
    return (first, stop) if not first <= cue < stop else other


def without_cue(syntax: Syntax, head: int, cue: int, subject: Subject | None) -> tuple[Range, ...]:
    """The clause around a parenthetical cue, in the pieces before and after it."""
    first, stop = whole(syntax, head)
    cue_first, cue_stop = whole(syntax, cue)
    pieces = [(first, min(cue_first, stop)), (max(cue_stop, first), stop)]
    return tuple((a, b) for a, b in pieces if b > a)


def embraced_clause(syntax: Syntax, i: int, subject: Subject | None) -> int | None:
    """The clause in which a parenthetical cue ("..., he said, ...", "as he said") stands."""
    if subject is None or syntax.head[i] == i or syntax.low[i + 1 : i + 2] == [":"]:
        return None
    head = syntax.head[i]
    if syntax.dep[i] == "parataxis":
        if syntax.head[subject.head] == head and syntax.dep[subject.head] == "nsubj":
            return None  # "Doctors offer shots, | warn of an epidemic"
        return None if _has_complement(syntax, i) else _innermost(syntax, i, head)
    relative = syntax.low[subject.head] in _RELATIVE or subject.head > i
    relative = relative or any(syntax.low[k] in _RELATIVE for k in syntax.kids_of(i, "obj"))
    if syntax.dep[i] == "acl" and not relative and _between_commas(syntax, i):
        return syntax.head[head]
    whole_clause = object_of(syntax, i) is None or syntax.lemma[i] in ("tell", "put")
    if syntax.dep[i] == "advcl" and whole_clause and not _is_complete(syntax, i):
        return head if any(syntax.low[k] in ("as", "than") for k in syntax.kids[i]) else None
    return None


def _has_complement(syntax: Syntax, i: int) -> bool:
    """Whether a verb has something of its own to say: "...; the army denies it"."""
    if any(k > i for k in syntax.kids_of(i, "xcomp", "ccomp")):
        return True
    return object_of(syntax, i) is not None and syntax.lemma[i] not in _TELLING


def _innermost(syntax: Syntax, i: int, head: int) -> int:
    """The smallest clause that lies on both sides of a parenthetical cue.

    "It lost its grant, which, he said, was small": the relative clause alone.
    """
    best = head
    for t in range(syntax.left[head], syntax.right[head] + 1):
        if syntax.dep[t] not in ("acl", "ccomp", "advcl") or not syntax.left[t] < i < t:
            continue
        smaller = syntax.right[t] - syntax.left[t] < syntax.right[best] - syntax.left[best]
        if smaller and not syntax.is_under(t, i):
            best = t
    return best


def _is_complete(syntax: Syntax, i: int) -> bool:
    """Whether a clause lacks nothing: "even as she knows why", "as voters went to the polls"."""
    if any(k > i for k in syntax.kids_of(i, "xcomp")):
        return True
    for k in syntax.kids[i]:
        asking = syntax.dep[k] in ("ccomp", "xcomp", "advcl", "advmod") and any(
            syntax.low[t] in _ASKING for t in (syntax.left[k], k)
        )
        goes = syntax.dep[k] == "obl" and any(
            syntax.low[c] in ("to", "into") for c in syntax.kids_of(k, "case")
        )
        if k > i and (asking or (goes and syntax.lemma[i] not in words("cues", "strong.subject"))):
            return True
    return any(syntax.low[k] == "even" for k in syntax.kids[i])


def _between_commas(syntax: Syntax, i: int) -> bool:
    first, last = syntax.left[i], syntax.right[i]
    opened = syntax.low[first] == "," or (first > 0 and syntax.low[first - 1] == ",")
    closed = syntax.low[last] == "," or syntax.low[last + 1 : last + 2] == [","]
    return opened and closed


def after_colon(syntax: Syntax, i: int) -> Range | None:
    """What follows "he said:"."""
    for k in syntax.kids_of(i, "parataxis"):
        if k > i and any(syntax.low[p] in (":", "“", '"') for p in range(i + 1, k)):
            return whole(syntax, k)
    return None
