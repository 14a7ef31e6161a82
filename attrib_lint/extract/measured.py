"""The noun that a number measures, and the verb that governs it, from the parse."""

from __future__ import annotations

from attrib_lint.extract.syntax import Syntax

_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "shelves": "shelf",
    "halves": "half",
    "thieves": "thief",
    "wolves": "wolf",
    "leaves": "leaf",
    "media": "medium",
    "criteria": "criterion",
    "centres": "center",
    "centre": "center",
    "metres": "meter",
}
_SAME = frozenset(
    [
        "series",
        "species",
        "news",
        "politics",
        "police",
        "business",
        "process",
        "analysis",
        "basis",
        "gas",
    ]
)
_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV", "X"})
_TIME = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
    ]
)
_JOINING = ("-", "‑", "–", "'", "’")
_BEING = ("be", "total", "reach", "stand", "hit", "exceed")
_NUMBERS = ("number", "toll", "tally", "total")
_ENOUGH = frozenset({"more", "less", "fewer", "other", "others", "such", "ago", "earlier", "later"})


def singular(noun: str) -> str:
    """The singular of a noun in lower case; regular endings and the common irregular nouns."""
    stem = noun.removesuffix("'s").removesuffix("’s")
    if len(stem) > 2 and stem.endswith("s") and stem[:-1].isupper():
        return stem[:-1].lower()
    word = stem.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if (
        word in _SAME
        or len(word) < 4
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is"))
    ):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


def measured_noun(syntax: Syntax, start: int, end: int) -> int | None:
    """The head of the noun phrase that the number at tokens [start, end) counts, or None.

    "10,000 GPUs", "hundreds of GPUs", "52 percent of Democratic voters". Parts
    of speech decide, not arcs: headlines are parsed badly. The phrase begins where the number ends.
    """
    size, i = len(syntax.words), end
    if i < size and syntax.low[i] == "of":
        i += 1
        while i < size and _introduces(syntax, i):
            i += 1
    head = plural = None
    glued = i < size and syntax.words[i] in ("-", "‑")
    i += 1 if glued else 0
    while i < size:
        if head is not None and syntax.words[i] in _JOINING:
            i += 1
            continue
        if not _continues(syntax, i, head):
            break
        pos = syntax.pos[i]
        if pos in ("NOUN", "PROPN") or (pos == "X" and syntax.words[i].isalpha()):
            head = i
            plural = i if syntax.tag[i] in ("NNS", "NNPS") else plural
        i += 1
        if head is not None and i < size and syntax.tag[i] == "POS":
            i += 1
    if not glued and plural is not None:
        head = plural
    if head is None and end < size and syntax.pos[end] == "ADJ" and _after_article(syntax, start):
        head = end  # "the $3 million fine", read as an adjective
    return head


def _after_article(syntax: Syntax, start: int) -> bool:
    """Whether a determiner stands before the number at token `start`."""
    before = start - 1
    return start > 0 and (syntax.pos[before] == "DET" or syntax.low[before] in ("the", "a"))


def _introduces(syntax: Syntax, i: int) -> bool:
    """A determiner, possessive or number before the noun, after "of"."""
    if syntax.pos[i] in ("DET", "NUM") or syntax.tag[i] == "PRP$":
        return True
    return syntax.low[i] in ("all", "its", "their", "his", "her", "our", "those", "these")


def _continues(syntax: Syntax, i: int, head: int | None) -> bool:
    """Whether the noun phrase goes on with this token."""
    low, pos = syntax.low[i], syntax.pos[i]
    following = syntax.pos[i + 1] if i + 1 < len(syntax.words) else None
    if low in _TIME or low in _ENOUGH or low.isspace():
        if low in _TIME and i > 0 and syntax.words[i - 1][:1].isupper():
            return following == "NOUN"
        return low in ("more", "other", "such", "fewer") and head is None
    if pos not in _BETWEEN:
        if syntax.tag[i] == "VBG" and head is not None:
            return following in ("NOUN", "PROPN")
        return syntax.tag[i] in ("VBN", "VBG", "HYPH") and head is None
    if pos in ("NUM", "ADJ") and head is not None:
        return False
    if pos == "ADV" and (head is not None or not low.endswith("ly")):
        return False
    title = following == "NOUN"
    return not (head is not None and syntax.tag[head] == "NNS" and pos == "PROPN" and not title)


def governing_verb(syntax: Syntax, i: int) -> int | None:
    """The verb whose argument or modifier a token is, or None in a verbless line."""
    current = i
    while syntax.head[current] != current:
        current = syntax.head[current]
        if syntax.pos[current] == "VERB" and not _modifies(syntax, current):
            return current
    return None


def _modifies(syntax: Syntax, verb: int) -> bool:
    """A participle before its noun ("registered voters") governs nothing."""
    return syntax.full[verb] in ("amod", "compound") and syntax.head[verb] > verb


def hyphenated_noun(syntax: Syntax, end: int) -> int | None:
    """The noun in a compound with the number before it: "800-page report" counts pages."""
    noun = end + 1
    if noun + 1 >= len(syntax.words) or syntax.words[end] not in ("-", "‑"):
        return None
    glued = syntax.end[end - 1] == syntax.start[end] and syntax.end[end] == syntax.start[noun]
    word = glued and syntax.words[noun].isalpha()
    return noun if word and syntax.tag[noun] not in ("VBN", "JJ") else None


def related_noun(syntax: Syntax, start: int, top: int) -> str | None:
    """What a figure without a noun of its own measures: "a fine of $3m", "the fine was $3m".

    The figure begins at token `start`; `top` is its root.
    """
    counted = _number_of(syntax, start)
    if counted is not None:
        return counted
    cases = [syntax.low[k] for k in syntax.kids[top] if syntax.full[k] == "case"]
    above = syntax.head[top]
    attached = syntax.full[top] in ("nmod", "appos", "nummod", "acl")
    if attached and syntax.pos[above] in ("NOUN", "PROPN"):
        if (not cases or cases == ["of"]) and above < start:
            return singular(syntax.words[above])
        return None
    subject = syntax.first_kid(top, "nsubj")
    if subject is not None and not cases and _is_noun(syntax, subject):
        return _measurable(syntax, subject)
    if syntax.lemma[above] in _BEING and above != top:
        subject = syntax.first_kid(above, "nsubj")
        if subject is not None and _is_noun(syntax, subject):
            return _measurable(syntax, subject)
    return None


def _is_noun(syntax: Syntax, i: int) -> bool:
    return syntax.pos[i] in ("NOUN", "PROPN")


def _measurable(syntax: Syntax, i: int) -> str | None:
    return singular(syntax.words[i]) if syntax.low[i] not in _TIME else None


def _number_of(syntax: Syntax, start: int) -> str | None:
    """The noun in "put the number of pilgrims killed at more than 1,000"."""
    first = syntax.sent_spans[syntax.sent[start]][0]
    for i in range(start - 2, first, -1):
        if syntax.low[i] == "of" and syntax.low[i - 1] in _NUMBERS:
            behind = range(i + 1, min(i + 5, start))
            nouns = [k for k in behind if syntax.pos[k] in ("NOUN", "PROPN")]
            return singular(syntax.words[nouns[0]]) if nouns else None
    return None
