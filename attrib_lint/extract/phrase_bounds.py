"""Where a source's noun phrase begins and ends."""

from __future__ import annotations

from attrib_lint.extract.syntax import Syntax

_RELATIVE = frozenset(("who", "whose", "which", "whom"))
_PLACES = frozenset(("in", "at", "on", "through", "during", "after", "before"))
_TIMES = frozenset(("during", "after", "before", "amid", "ahead", "following", "until", "via"))
# Labels of what hangs on a noun and is no part of its phrase.
_NO_PART = frozenset(
    (
        "advcl",
        "aux",
        "case",
        "ccomp",
        "cop",
        "csubj",
        "dep",
        "discourse",
        "mark",
        "nsubj",
        "obj",
        "orphan",
        "parataxis",
        "punct",
        "reparandum",
        "root",
        "xcomp",
    )
)


def phrase_bounds(syntax: Syntax, head: int, cue: int) -> tuple[int, int]:
    """The tokens first .. stop - 1 of the phrase around a head, short of the cue and its clause."""
    first, stop = syntax.left[head], syntax.right[head] + 1
    if syntax.full[head] in ("nmod:poss", "det:poss") or syntax.tag[head] in ("PRP$", "WP$"):
        kept = [k for k in syntax.kids[head] if syntax.dep[k] != "case"]
        return min([syntax.left[k] for k in kept] + [head]), max(
            [syntax.right[k] for k in kept if k < head] + [head]
        ) + 1
    for k in syntax.kids[head]:
        if syntax.dep[k] == "cc":
            continue
        if syntax.dep[k] in _NO_PART:
            if k < head:
                first = max(first, syntax.right[k] + 1)
            elif k != head + 1 or syntax.dep[k] != "case":
                stop = min(stop, syntax.left[k])
        elif _cuts(syntax, k, head, cue):
            if k > head:
                stop = min(stop, syntax.left[_clause_of(syntax, k, cue)])
            else:
                first = max(first, syntax.right[k] + 1)
    if first <= cue < stop:
        first, stop = (first, cue) if cue > head else (cue + 1, stop)
    first, stop = min(first, head), max(stop, head + 1)
    if stop < cue and syntax.dep[stop] == "nsubj" and syntax.head[stop] == syntax.head[head]:
        stop = syntax.right[stop] + 1  # "the inspector | general | said": one noun, read as two
    stop = _through_name(syntax, head, stop, cue)
    for j in range(head + 2, stop):
        aside = syntax.low[j - 1] == "," and syntax.low[j] in _PLACES and cue > head
        if aside and not syntax.is_under(j, head):
            stop = j  # "The group, | in a statement, | said"
            break
    for j in range(head + 1, stop):
        if syntax.low[j] in ("“", '"', "''") or (
            syntax.low[j] in _RELATIVE and syntax.low[j - 1] == ","
        ):
            stop = j
            break
    marks = [j for j in range(first, head) if syntax.low[j] in ("”", '"', "''")]
    if len(marks) % 2:
        first = marks[-1] + 1
    for j in range(head - 1, first, -1):
        loose = syntax.pos[first] in ("ADP", "ADV", "SCONJ") or syntax.words[j][-1:] == "."
        broken = syntax.low[j] == "," or (
            syntax.words[j].endswith(".") and syntax.words[j].islower()
        )
        if broken and loose:
            first = j + 1
            break
    if syntax.words[first].islower() and syntax.words[first].endswith(".") and first < head:
        first += 1
    while first < head and syntax.pos[first] in ("PUNCT", "CCONJ", "SCONJ"):
        first += 1
    while stop - 1 > head and syntax.pos[stop - 1] in ("PUNCT", "CCONJ", "ADP", "SPACE"):
        stop -= 1
    return min(first, head), max(stop, head + 1)


def _through_name(syntax: Syntax, head: int, stop: int, cue: int) -> int:
    """The end of a name that the parser broke in two: "Speaker | Ann Lee said"."""
    size = len(syntax)
    if cue < head and syntax.pos[head] in ("PROPN", "NOUN"):
        while (
            stop < size and syntax.pos[stop] == "PROPN" and syntax.sent[stop] == syntax.sent[head]
        ):
            stop += 1
        return stop
    if stop <= cue and syntax.pos[head] in ("PROPN", "NOUN"):
        between = [t for t in range(stop, cue) if syntax.pos[t] not in ("AUX", "ADV", "PART")]
        if between and all(syntax.pos[t] == "PROPN" for t in between):
            return between[-1] + 1
    return stop


def _clause_of(syntax: Syntax, k: int, cue: int) -> int:
    """Where a dependent that holds the cue is cut: before the cue's own clause."""
    if not syntax.left[k] <= cue <= syntax.right[k]:
        return k
    node = cue
    while node not in (k, syntax.head[node]) and syntax.pos[syntax.head[node]] in ("VERB", "AUX"):
        node = syntax.head[node]
    return node


def _cuts(syntax: Syntax, k: int, head: int, cue: int) -> bool:
    """Whether a dependent ends the phrase: the cue's own clause, a loose relative clause, a time.

    "Said Ann Lee | during a debate".
    """
    if syntax.left[k] <= cue <= syntax.right[k]:
        return True
    if k > head and syntax.dep[k] in ("nmod", "obl"):
        cases = {syntax.low[c] for c in syntax.kids_of(k, "case")}
        inverted = syntax.dep[head] == "nsubj" and syntax.head[head] < head
        if (cue < head or inverted) and cases & _TIMES:
            return True
    if syntax.dep[k] == "conj":
        return any(syntax.dep[c] == "nsubj" for c in syntax.kids[k]) or syntax.pos[k] == "VERB"
    before = syntax.left[k]
    if syntax.dep[k] == "acl" and k > head:
        return syntax.low[before] == "," or (before > 0 and syntax.low[before - 1] == ",")
    return False
