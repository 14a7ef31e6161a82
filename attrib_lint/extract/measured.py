"""The noun that a number measures, and the verb that governs it, from the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

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
_OF = frozenset({"of"})
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


def measured_noun(doc: Doc, start: int, end: int) -> Span | None:
    """The noun phrase that the number at tokens [start, end) counts, from the number's end on.

    "10,000 GPUs", "hundreds of GPUs", "52 percent of Democratic voters". Parts
    of speech decide, not arcs: headlines are parsed badly. Its last token is the head.
    """
    i = end
    if i < len(doc) and doc[i].lower_ in _OF:
        i += 1
        while i < len(doc) and _introduces(doc[i]):
            i += 1
    head = plural = None
    glued = i < len(doc) and doc[i].text in ("-", "‑")
    i += 1 if glued else 0
    while i < len(doc):
        token = doc[i]
        if token.is_punct and token.text in ("-", "‑", "–", "'", "’") and head is not None:
            i += 1
            continue
        if not _continues(token, head):
            break
        if token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "X" and token.is_alpha):
            head = token
            plural = token if token.tag_ in ("NNS", "NNPS") else plural
        i += 1
        if head is not None and i < len(doc) and doc[i].tag_ == "POS":
            i += 1
    if not glued and plural is not None:
        head = plural
    if head is None and end < len(doc) and doc[end].pos_ == "ADJ" and _after_article(doc, start):
        head = doc[end]  # "the $3 million fine", read as an adjective
    return doc[end : head.i + 1] if head is not None else None


def _after_article(doc: Doc, start: int) -> bool:
    """Whether a determiner stands before the number at token `start`."""
    return start > 0 and (doc[start - 1].pos_ == "DET" or doc[start - 1].lower_ in ("the", "a"))


def _introduces(token: Token) -> bool:
    """A determiner, possessive or number before the noun, after "of"."""
    if token.pos_ in ("DET", "NUM") or token.tag_ == "PRP$":
        return True
    return token.lower_ in ("all", "its", "their", "his", "her", "our", "those", "these")


def _continues(token: Token, head: Token | None) -> bool:
    """Whether the noun phrase goes on with this token."""
    if token.lower_ in _TIME or token.lower_ in _ENOUGH or token.is_space:
        if token.lower_ in _TIME and token.i > 0 and token.nbor(-1).text[:1].isupper():
            return token.i + 1 < len(token.doc) and token.nbor().pos_ == "NOUN"
        return token.lower_ in ("more", "other", "such", "fewer") and head is None
    if token.pos_ not in _BETWEEN:
        if token.tag_ == "VBG" and head is not None:
            return token.i + 1 < len(token.doc) and token.nbor().pos_ in ("NOUN", "PROPN")
        return token.tag_ in ("VBN", "VBG", "HYPH") and head is None
    if token.pos_ == "NUM" and head is not None:
        return False
    if token.pos_ == "ADV" and (head is not None or not token.lower_.endswith("ly")):
        return False
    if token.pos_ == "ADJ" and head is not None:
        return False
    title = token.nbor().pos_ == "NOUN" if token.i + 1 < len(token.doc) else False
    return not (head is not None and head.tag_ in ("NNS",) and token.pos_ == "PROPN" and not title)


def governing_verb(token: Token) -> Token | None:
    """The verb whose argument or modifier `token` is, or None in a verbless line."""
    seen = 0
    current = token
    while seen < 40:
        if current.pos_ == "VERB" and current is not token and not _modifies(current):
            return current
        if current.head.i == current.i:
            return None
        current, seen = current.head, seen + 1
    return None


def _modifies(verb: Token) -> bool:
    """A participle before its noun ("registered voters") governs nothing."""
    return verb.dep_ in ("amod", "compound") and verb.head.i > verb.i


def hyphenated_noun(doc: Doc, end: int) -> Token | None:
    """The noun in a compound with the number before it: "800-page report" counts pages."""
    if end + 1 >= len(doc) or doc[end].text not in ("-", "‑") or doc[end].whitespace_:
        return None
    noun = doc[end + 1]
    glued = doc[end - 1].whitespace_ == "" and noun.is_alpha
    return noun if glued and end + 2 < len(doc) and noun.tag_ not in ("VBN", "JJ") else None


def related_noun(tokens: Span) -> str | None:
    """What a figure without a noun of its own measures: "a fine of $3m", "the fine was $3m"."""
    counted = _number_of(tokens)
    if counted is not None:
        return counted
    top = tokens.root
    cases = [child.lower_ for child in top.children if child.dep_ == "case"]
    if top.dep_ in ("nmod", "appos", "nummod", "acl") and top.head.pos_ in ("NOUN", "PROPN"):
        if (not cases or cases == ["of"]) and top.head.i < tokens.start:
            return singular(top.head.text)
        return None
    subject = next((child for child in top.children if child.dep_.startswith("nsubj")), None)
    if subject is not None and subject.pos_ in ("NOUN", "PROPN") and not cases:
        return singular(subject.text) if subject.lower_ not in _TIME else None
    verb = top.head
    if verb.lemma_ in ("be", "total", "reach", "stand", "hit", "exceed") and verb is not top:
        subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
        if subject is not None and subject.pos_ in ("NOUN", "PROPN"):
            return singular(subject.text) if subject.lower_ not in _TIME else None
    return None


def _number_of(tokens: Span) -> str | None:
    """The noun in "put the number of pilgrims killed at more than 1,000"."""
    before = tokens.doc[tokens.sent.start : tokens.start]
    for i in range(len(before) - 2, 0, -1):
        if before[i].lower_ == "of" and before[i - 1].lower_ in (
            "number",
            "toll",
            "tally",
            "total",
        ):
            nouns = [t for t in before[i + 1 : i + 5] if t.pos_ in ("NOUN", "PROPN")]
            return singular(nouns[0].text) if nouns else None
    return None
