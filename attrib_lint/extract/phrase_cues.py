"""Cues that are neither verbs nor nouns: "according to", "per", polls and adjectives."""

from __future__ import annotations

from attrib_lint.extract.cue_words import prepositions_of
from attrib_lint.extract.frames import Frame, Range, clause_outside, has_verb, whole
from attrib_lint.extract.sources import noun_of
from attrib_lint.extract.subjects import Subject, subject_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_SHORT = 3  # words of "in her view"
_WHICH = ("amod", "compound", "nmod")  # what tells which poll it is


def according_cue(syntax: Syntax, i: int) -> Frame | None:
    if i + 1 >= len(syntax) or syntax.low[i + 1] != "to":
        return None
    head = syntax.head[i]
    if head < i or syntax.pos[head] not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"):
        below = [k for k in syntax.kids[i] if k > i + 1 and syntax.dep[k] in ("obl", "nmod", "obj")]
        if not below:
            return _astray(syntax, i)
        phrase, head, anchor = i, below[0], syntax.head[i]
    else:
        phrase, anchor = head, syntax.head[head]
        if syntax.dep[head] == "nsubj" and head < anchor and syntax.dep[anchor] == "parataxis":
            # "according to figures | the mayor released": a relative clause that lost its noun
            phrase, anchor = anchor, syntax.head[anchor]
    content = clause_outside(syntax, phrase, anchor)
    subject = syntax.first_kid(head, "nsubj")
    if syntax.head[head] == head and subject is not None and subject < i:
        content = (whole(syntax, subject),)  # "That is according to ..."
    if not content:
        return None
    return Frame(i, i, i + 2, "according to", "according_to", head, content, parenthetical=True)


def _astray(syntax: Syntax, i: int) -> Frame | None:
    """ "According to" hung on a word before it: its source is the noun phrase right after it."""
    first, stop = syntax.sent_spans[syntax.sent[i]]
    if i + 2 >= stop:
        return None
    head = i + 2
    while head < syntax.head[head] < stop and syntax.pos[head] not in ("VERB", "AUX"):
        head = syntax.head[head]
    ends = syntax.right[head] + 1
    if syntax.pos[head] not in ("NOUN", "PROPN") or syntax.left[head] < i:
        return None
    pieces = tuple((a, b) for a, b in ((first, i), (ends, stop)) if has_verb(syntax, (a, b)))
    if not pieces:
        return None
    return Frame(i, i, i + 2, "according to", "according_to", head, pieces, parenthetical=True)


def per_cue(syntax: Syntax, i: int) -> Frame | None:
    """ "..., per Reuters": a preposition between a comma and a name."""
    head = syntax.head[i]
    formal = i > 0 and syntax.low[i - 1] == "as"
    if formal and (head < i or syntax.pos[head] not in ("NOUN", "PROPN")):
        following = range(i + 1, min(len(syntax), i + 5))
        head = next((t for t in following if syntax.pos[t] in ("NOUN", "PROPN")), head)
        while syntax.head[head] > head and syntax.dep[head] in ("compound", "amod"):
            head = syntax.head[head]
    if head < i or not (
        formal or (syntax.pos[head] == "PROPN" and i > 0 and syntax.low[i - 1] == ",")
    ):
        return None
    content = clause_outside(syntax, head, syntax.head[head])
    return (
        Frame(i, i, i + 1, "per", "according_to", head, content, parenthetical=True)
        if content
        else None
    )


def poll_cue(syntax: Syntax, i: int) -> Frame | None:
    """ "In a CNN poll, 38 percent said ...": the figures that a poll is credited with."""
    head = syntax.head[i]
    first, stop = syntax.sent_spans[syntax.sent[i]]
    fronted = i == first or syntax.low[i - 1] == ","
    told = any(syntax.dep[k] in _WHICH for k in syntax.kids[head])
    figures = any(
        syntax.low[t] in ("percent", "%", "points", "majority") for t in range(first, stop)
    )
    shown = syntax.lemma[syntax.head[head]] in words("cues", "strong.showing")
    if head < i or not fronted or shown or not (told or figures):
        return None
    content = _after_phrase(syntax, head, stop) if i == first else None
    pieces = (content,) if content else clause_outside(syntax, head, syntax.head[head])
    return (
        Frame(i, i, i + 1, "in", "according_to", head, pieces, parenthetical=True)
        if pieces
        else None
    )


def _after_phrase(syntax: Syntax, head: int, stop: int) -> Range | None:
    """The rest of a sentence after a phrase that opens it, and after when that was taken.

    "In a poll, conducted in March, | 40 percent ..."
    """
    comma = next((t for t in range(head + 1, stop) if syntax.low[t] == ","), None)
    while comma is not None and syntax.tag[comma + 1] in ("VBN", "VBD", "VBG"):
        comma = next((t for t in range(comma + 1, stop) if syntax.low[t] == ","), None)
    if comma is None or not has_verb(syntax, (comma + 1, stop)):
        return None
    return comma + 1, stop


def view_cue(syntax: Syntax, i: int) -> Frame | None:
    """ "In her view, ...", "in the words of one economist": whose view a clause is."""
    noun = syntax.head[i]
    if noun < i or syntax.low[noun] not in words("cues", "views.nouns") or syntax.dep[i] != "case":
        return None
    owner = next(
        (k for k in syntax.kids[noun] if syntax.full[k] in ("nmod:poss", "det:poss")), None
    )
    for k in syntax.kids_of(noun, "nmod"):
        if (
            owner is None
            and k > noun
            and "of" in {syntax.low[c] for c in syntax.kids_of(k, "case")}
        ):
            owner = k
    return _fronted_frame(syntax, i, noun, owner, noun + 1, f"in {syntax.low[noun]}")


def holder_cue(syntax: Syntax, i: int) -> Frame | None:
    """ "To many, he is a hero": people at the head of a clause that says how they see things."""
    holder = syntax.head[i]
    if holder < i or syntax.dep[i] != "case" or syntax.dep[holder] != "obl":
        return None
    several = syntax.low[holder] in words("cues", "views.holders")
    held = words("sources", "collectives")
    if not several and not (syntax.tag[holder] == "NNS" and noun_of(syntax, holder) in held):
        return None
    seen = syntax.head[holder]
    copular = any(syntax.dep[k] == "cop" for k in syntax.kids[seen])
    if not copular and syntax.lemma[seen] not in words("cues", "views.verbs"):
        return None
    return _fronted_frame(syntax, i, holder, holder, i + 1, "to")


def _fronted_frame(
    syntax: Syntax, i: int, phrase: int, source: int | None, stop: int, lemma: str
) -> Frame | None:
    """A cue of a phrase that opens a clause and ends with a comma, or closes it after one."""
    if source is None:
        return None
    first = syntax.sent_spans[syntax.sent[i]][0]
    opens = all(syntax.pos[t] in ("CCONJ", "PUNCT", "ADV") for t in range(first, i))
    last = syntax.right[phrase]
    set_off = "," in syntax.low[last : last + 2]
    if not set_off or not (opens or syntax.low[i - 1] == ","):
        return None
    pieces = clause_outside(syntax, phrase, syntax.head[phrase])
    content = tuple(piece for piece in pieces if has_verb(syntax, piece))
    if not content:
        return None
    end = stop if stop - i <= _SHORT else i + 1
    return Frame(i, i, end, lemma, "according_to", source, content, parenthetical=True)


def adjective_cue(syntax: Syntax, i: int, low: str) -> Frame | None:
    made = syntax.lemma[syntax.head[i]] == "make" and syntax.dep[i] == "xcomp"
    subject = subject_of(syntax, syntax.head[i] if made else i)
    if subject is None or subject.agent:  # "thrilled by the news": not the news is thrilled
        subject = _felt_by(syntax, i)
    if subject is None or syntax.low[subject.head] in ("it", "that", "this", "there", "what"):
        return None
    content: Range | None = None
    for k in syntax.kids[i]:
        if k < i:
            continue
        infinitive = any(syntax.low[m] == "to" and syntax.dep[m] == "mark" for m in syntax.kids[k])
        if syntax.dep[k] in ("ccomp", "advcl") and not infinitive:
            finite = any(
                syntax.dep[m] == "nsubj" or (m < k and syntax.low[m] == "that")
                for m in syntax.kids[k]
            )
            if low in words("cues", "adjectives.clause") and finite and syntax.dep[k] == "ccomp":
                content = whole(syntax, k)
        elif infinitive and low in words("cues", "adjectives.infinitive"):
            content = whole(syntax, k)
        if content is None and syntax.dep[k] in ("obl", "nmod", "advcl"):
            taken = prepositions_of("adjectives.preposition").get(low, frozenset())
            if any(syntax.low[c] in taken for c in syntax.kids_of(k, "case", "mark")):
                content = whole(syntax, k)
        if content:
            break
    if content is None:
        return None
    return Frame(i, i, i + 1, low, "thought", subject.head, (content,))


def _felt_by(syntax: Syntax, i: int) -> Subject | None:
    """Who is "divided", "disappointed": the subject of a passive, or the noun before it."""
    if syntax.pos[i] not in ("VERB", "ADJ") or syntax.first_kid(i, "obj") is not None:
        return None
    own = syntax.first_kid(i, "nsubj")
    if own is not None:
        return Subject(own)
    noun = syntax.head[i]
    after = syntax.dep[i] in ("acl", "amod") and noun < i
    after = after and not syntax.kids_of(i, "cop", "mark", "case")
    return Subject(noun) if after and syntax.pos[noun] in ("NOUN", "PROPN") else None
