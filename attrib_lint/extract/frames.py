"""A cue of one block in tokens, and the stretches of tokens that cues are read from."""

from __future__ import annotations

from msgspec import Struct

from attrib_lint.core.facts import CueKind
from attrib_lint.extract.syntax import Syntax

_SOME = frozenset(("some", "many", "most", "few", "others", "several"))

Range = tuple[int, int]  # tokens first .. stop - 1


class Frame(Struct, frozen=True):
    """A cue of one block with its content, in tokens; `source` is the head of its source."""

    i: int
    first: int
    stop: int
    lemma: str
    kind: CueKind
    source: int | None
    content: tuple[Range, ...]
    recipient: int | None = None
    parenthetical: bool = False
    relayed: bool = False  # "Reuters said, citing two people": their part in what Reuters said


def whole(syntax: Syntax, i: int) -> Range:
    return syntax.left[i], syntax.right[i] + 1


def object_of(syntax: Syntax, i: int) -> int | None:
    """A verb's object, also where the parse calls it an indirect one or a second subject."""
    found = next((k for k in syntax.kids_of(i, "obj") if k > i), None)
    if found is None and bare_quantifier(syntax, i) is not None:
        found = next((k for k in syntax.kids_of(i, "nsubj") if k > i), None)
    if found is None and syntax.first_kid(i, "ccomp") is None:
        found = next((k for k in syntax.kids_of(i, "iobj") if k > i), None)
    if found is None:
        subjects = syntax.kids_of(i, "nsubj")
        if len(subjects) > 1 and subjects[0] < i < subjects[1] and not syntax.is_passive(i):
            cased = any(syntax.dep[c] == "case" for c in syntax.kids[subjects[1]])
            found = None if cased else subjects[1]
    if found is not None and syntax.low[found].endswith(("self", "selves")):
        return None
    return found


def bare_quantifier(syntax: Syntax, i: int) -> int | None:
    """A quantifier that is a verb's whole subject, read as a determiner: "Some | view it as".

    The parse may hang it on the verb or on its object: "and few | express enthusiasm".
    """
    before = i - 1
    if before < 0 or syntax.low[before] not in _SOME or syntax.tag[i] != "VBP":
        return None
    above = syntax.head[before]
    object_ = above > i and syntax.head[above] == i and syntax.dep[above] == "obj"
    alone = syntax.dep[before] in ("det", "amod") and (above == i or object_)
    return before if alone else None


def phrase_end(syntax: Syntax, i: int) -> int:
    """Where the verb phrase ends: before a coordinated verb, or a comma and a loose clause."""
    stop = syntax.right[i] + 1
    for k in syntax.kids[i]:
        if k > i and (
            syntax.dep[k] in ("conj", "parataxis")
            or (syntax.dep[k] in ("advcl", "nsubj") and syntax.low[syntax.left[k] - 1] == ",")
            or (syntax.dep[k] == "advcl" and syntax.low[syntax.left[k]] == ",")
            or "according" in syntax.low[syntax.left[k] : syntax.left[k] + 2]
        ):
            stop = min(stop, syntax.left[k])
    while (
        stop - 1 > i
        and (syntax.pos[stop - 1] in ("PUNCT", "CCONJ"))
        and syntax.low[stop - 1] not in ("”", '"', "''")
    ):
        stop -= 1
    return stop


def has_verb(syntax: Syntax, span: Range) -> bool:
    return any(syntax.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(*span))


def quote_range(quote_of: list[int], i: int) -> Range:
    first = stop = i
    while first > 0 and quote_of[first - 1] == quote_of[i]:
        first -= 1
    while stop < len(quote_of) and quote_of[stop] == quote_of[i]:
        stop += 1
    return first, stop


def clause_outside(syntax: Syntax, phrase: int, anchor: int) -> tuple[Range, ...]:
    """The clause that a phrase stands in, without the phrase."""
    steps = 0
    while syntax.dep[anchor] not in ("root", "ccomp", "conj", "parataxis", "advcl") and steps < 20:
        anchor = syntax.head[anchor]
        steps += 1
    first, stop = whole(syntax, anchor)
    a, b = whole(syntax, phrase)
    pieces = [(first, min(a, stop)), (max(b, first), stop)]
    kept = tuple((x, y) for x, y in pieces if any(syntax.pos[t] != "PUNCT" for t in range(x, y)))
    if kept:
        return kept
    first, stop = syntax.sent_spans[syntax.sent[phrase]]
    pieces = [(first, a), (b, stop)]
    return tuple((x, y) for x, y in pieces if any(syntax.pos[t] != "PUNCT" for t in range(x, y)))
