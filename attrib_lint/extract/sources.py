"""Reads a source's noun phrase: where it begins and ends, who it is, what the reader is told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import load, words
from attrib_lint.lexicon.forms import noun_forms

_DEFINITE = frozenset(("the", "that", "this", "these", "those", "its", "his", "her", "their"))
_COMPARED = frozenset(("more", "fewer", "less"))  # "more than half of voters"
_FRACTIONS = frozenset(
    ("half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth")
)
_RELATIVE = frozenset(("who", "whose", "which", "whom"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase of one block: tokens first .. stop - 1 around its head.

    `noun` is the head's dictionary form; `definite` where it points back ("the official").
    """

    first: int
    stop: int
    head: int
    noun: str
    plural: bool
    definite: bool
    count: int | None
    description: str | None


@cache
def _nouns() -> dict[str, str]:
    return {
        "people": "person",
        "media": "medium",
        "data": "data",
        **noun_forms(words("sources", "roles", "bare", "documents", "institutions")),
        "men": "man",
        "women": "woman",
        "children": "child",
        "wives": "wife",
        "spokesmen": "spokesman",
        "spokeswomen": "spokeswoman",
        "lawmen": "lawman",
        "studies": "study",
        "analyses": "analysis",
    }


def read_phrase(syntax: Syntax, head: int, cue: int) -> Phrase:
    """The phrase around a source's head, without the cue and what hangs on it."""
    first, stop = _bounds(syntax, head, cue)
    noun = noun_of(syntax, head)
    low = syntax.low[first]
    plural = _is_plural(syntax, head)
    return Phrase(
        first,
        stop,
        head,
        noun,
        plural,
        low in _DEFINITE or low == "both" or _is_owned(syntax, head),
        _count(syntax, first, stop, head, plural),
        _description(syntax, first, stop, head),
    )


def _is_owned(syntax: Syntax, head: int) -> bool:
    """Whether somebody's name owns it: "Mr. Lee's spokesman" is one that is known."""
    return any(syntax.full[k] == "nmod:poss" and k < head for k in syntax.kids[head])


def noun_of(syntax: Syntax, head: int) -> str:
    """What a source is called, in the singular; of "one of the sources" it is "source"."""
    whole = _whole(syntax, head)
    return _singular(syntax, head if whole is None else whole)


def _whole(syntax: Syntax, head: int) -> int | None:
    """What a part is taken from: "voters" in "a lot of voters"; None where the head is no part."""
    if syntax.low[head] in _COMPARED:
        return next((k for k in syntax.kids_of(head, "obl", "nmod") if k > head), None)
    if syntax.low[head] in words("sources", "parts") or syntax.pos[head] in ("NUM", "SYM"):
        for k in syntax.kids_of(head, "nmod", "obl"):
            cases = {syntax.low[c] for c in syntax.kids_of(k, "case")}
            if k > head and "of" in cases and syntax.pos[k] in ("NOUN", "PROPN", "PRON"):
                return k
    return None


def _singular(syntax: Syntax, i: int) -> str:
    low = syntax.low[i]
    if low.endswith("men") and low not in ("men", "women", "specimen", "regimen", "amen"):
        return low[:-2] + "an"
    found = _nouns().get(low)
    if found is None and syntax.tag[i] in ("NNS", "NNPS") and low.endswith("s"):
        return low[:-3] + "y" if low.endswith("ies") else low[:-1]
    return found or syntax.lemma[i]


def _bounds(syntax: Syntax, head: int, cue: int) -> tuple[int, int]:
    first, stop = syntax.left[head], syntax.right[head] + 1
    if syntax.full[head] in ("nmod:poss", "det:poss") or syntax.tag[head] in ("PRP$", "WP$"):
        kept = [k for k in syntax.kids[head] if syntax.dep[k] != "case"]
        return min([syntax.left[k] for k in kept] + [head]), max(
            [syntax.right[k] for k in kept if k < head] + [head]
        ) + 1
    for k in syntax.kids[head]:
        loose = syntax.dep[k] in (
            "parataxis",
            "cop",
            "aux",
            "ccomp",
            "nsubj",
            "advcl",
            "dep",
            "discourse",
            "advmod",
            "mark",
            "root",
            "csubj",
            "obj",
            "xcomp",
            "cc",
            "orphan",
            "reparandum",
        )
        if syntax.dep[k] == "cc":
            continue
        if syntax.dep[k] in ("case", "mark", "cop", "punct") or (
            loose and syntax.dep[k] != "advmod"
        ):
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
    stop = _through_name(syntax, head, stop, cue)
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
    while stop - 1 > head and syntax.pos[stop - 1] in ("PUNCT", "CCONJ", "ADP"):
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
    """Whether a dependent ends the phrase: the cue's own clause, or a loose relative clause."""
    if syntax.left[k] <= cue <= syntax.right[k]:
        return True
    if syntax.dep[k] == "conj":
        return any(syntax.dep[c] == "nsubj" for c in syntax.kids[k]) or syntax.pos[k] == "VERB"
    before = syntax.left[k]
    if syntax.dep[k] == "acl" and k > head:
        return syntax.low[before] == "," or (before > 0 and syntax.low[before - 1] == ",")
    return False


def _is_plural(syntax: Syntax, head: int) -> bool:
    if syntax.low[head] in (
        "they",
        "we",
        "them",
        "their",
        "our",
        "people",
        "police",
        "those",
        "others",
    ):
        return True
    if syntax.low[head] in ("some", "many", "most", "several", "few", "both", "all"):
        return True
    if any(syntax.dep[k] == "conj" for k in syntax.kids[head]):
        return True
    whole = _whole(syntax, head)
    if whole is not None and syntax.low[head] not in ("one", "each", "none"):
        return _is_plural(syntax, whole)
    return syntax.tag[head] in ("NNS", "NNPS")


def _count(syntax: Syntax, first: int, stop: int, head: int, plural: bool) -> int | None:
    """The stated number of people; else 1, or None for an unknown plural."""
    if syntax.low[head] == "both":
        return 2
    if syntax.low[head] in _FRACTIONS:
        return None
    for i in range(first, head + 1):
        word = syntax.low[i]
        if word in ("dozen", "dozens", "hundreds", "thousands", "percent", "%"):
            return None
        if syntax.pos[i] == "NUM" or word in _number_words():
            if syntax.low[i + 1 : i + 2] == ["-"]:
                continue  # "the 57-year-old scientist"
            if word == "one" and i < head and plural and "of" in syntax.low[i:head]:
                return 1
            if word.isdigit():
                return int(word) if len(word) < 7 else None
            if word in _number_words():
                return _number_words().index(word)
        if word == "both":
            return 2
        if word == "couple" and i < head:
            return 2
    conj = [k for k in syntax.kids[head] if syntax.dep[k] == "conj" and k < stop]
    if conj and syntax.tag[head] in ("NN", "NNP"):
        return 1 + len(conj)
    return None if plural else 1


@cache
def _number_words() -> tuple[str, ...]:
    return load("sources")["numbers"]


def _description(syntax: Syntax, first: int, stop: int, head: int) -> str | None:
    """What tells the reader about the source: what follows the noun, else what qualifies it."""
    begin = head + 1
    while begin < stop and (syntax.dep[begin] == "flat" or syntax.pos[begin] == "PROPN"):
        begin += 1
    tail = list(range(begin, stop))
    if tail and any(syntax.pos[t] not in ("PUNCT",) for t in tail):
        return syntax.span(tail[0], stop).of(syntax.text).strip(" ,")
    if syntax.pos[head] == "PROPN":
        return None
    dull = words("sources", "veracity")
    told = [
        t
        for t in range(first, head)
        if syntax.pos[t] not in ("DET", "NUM", "PUNCT", "PRON", "PART")
        and syntax.low[t] not in dull
        and syntax.dep[t] not in ("case", "flat")
        and not (syntax.pos[head] == "PROPN" and syntax.pos[t] == "PROPN")
    ]
    return syntax.span(told[0], head).of(syntax.text) if told else None


def fitting_antecedent(syntax: Syntax, pronoun: int, noun: int) -> int:
    """The noun that a relative pronoun fits, where a phrase offers two.

    "Members of the cabinet, which denied it" are the cabinet; "aides to Lee, who doubt it"
    are the aides.
    """
    word = syntax.low[pronoun]
    people = words("sources", "roles", "people", "collectives", "bare", "groups")
    bodies = words("sources", "institutions", "documents")
    if word in ("who", "whom") and syntax.dep[noun] == "nmod":
        upper = syntax.head[noun]
        known = {_singular(syntax, upper), syntax.low[upper]} & people
        number = verb_number(syntax, pronoun)
        many = syntax.tag[upper] == "NNS" and syntax.tag[noun] != "NNS"
        lone = syntax.pos[noun] == "PROPN" and syntax.ent[noun] not in ("PERSON", "PER")
        thing = lone or _singular(syntax, noun) in bodies
        if upper < noun and known and ((thing and number != "one") or (many and number == "many")):
            return upper
    if word == "which" and _singular(syntax, noun) in people - bodies:
        lower = [k for k in syntax.kids_of(noun, "nmod") if noun < k < pronoun]
        if lower and (syntax.pos[lower[-1]] == "PROPN" or _singular(syntax, lower[-1]) in bodies):
            return lower[-1]
    return noun


def verb_number(syntax: Syntax, pronoun: int) -> str:
    """ "many" or "one" where the verb of a relative clause shows it, else ""."""
    verb = syntax.head[pronoun]
    finite = [verb, *syntax.kids_of(verb, "aux", "cop")]
    tags = {syntax.tag[t] for t in finite}
    low = {syntax.low[t] for t in finite}
    if "VBZ" in tags or "was" in low:
        return "one"
    return "many" if "VBP" in tags or "were" in low else ""


def is_pronoun(low: str) -> bool:
    """Whether a word points back to somebody named before it."""
    return low in words("sources", "pronouns")
