"""Clauses that belong to a cue and that the parse hung elsewhere, or lost."""

from __future__ import annotations

from attrib_lint.extract.frames import Range, has_verb, whole
from attrib_lint.extract.subjects import Subject
from attrib_lint.extract.syntax import Syntax
from attrib_lint.extract.verb_subjects import recipient_of
from attrib_lint.lexicon import words

_ASKING = frozenset(("whether", "if", "why", "what", "how", "about", "who"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "VERB"))
_ASKED = 8  # words between "asked" and its question, at most
_NEAR = 5  # words between a cue and the that-clause that it lost
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_OPENINGS = frozenset(("that", "whether", "why", "“", '"', "''"))


def that_after(syntax: Syntax, i: int, quote_of: list[int]) -> Range | None:
    """The that-clause of a cue beyond a quotation that names a place: 'said on "The Hour" that'."""
    _first, stop = syntax.sent_spans[syntax.sent[i]]
    for t in range(i + 1, stop):
        if quote_of[t] >= 0:
            continue
        if syntax.low[t] == "that" and syntax.dep[t] in ("mark", "nsubj"):
            if _is_of_topic(syntax, i, t):
                return None
            return (t, stop) if has_verb(syntax, (t, stop)) else None
        aside = syntax.tag[t] == "VBG" and syntax.low[t - 1] == ","
        if aside or syntax.tag[t] in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


def _is_of_topic(syntax: Syntax, i: int, t: int) -> bool:
    """Whether a "that" is a relative on what a verb tells: "told of a fire | that ..."."""
    noun = syntax.head[syntax.head[t]]
    cases = {syntax.low[c] for c in syntax.kids_of(noun, "case")}
    hung = syntax.dep[noun] == "obl" and syntax.head[noun] == i and cases & {"of", "about"}
    return syntax.dep[t] == "nsubj" and bool(hung)


def answer_after(syntax: Syntax, i: int) -> Range | None:
    """What is said in a word, or asked in a question of time: "said no", "could not say when"."""
    after = i + 1
    if syntax.low[after : after + 1] and syntax.low[after] in ("no", "yes", "so"):
        only = syntax.head[after] == i and syntax.dep[after] in ("discourse", "advmod")
        return (after, after + 1) if only else None
    for k in syntax.kids_of(i, "advcl"):
        opens = syntax.left[k] == after and syntax.tag[after] == "WRB"
        if opens and any(syntax.dep[s] == "nsubj" for s in syntax.kids[k]):
            return whole(syntax, k)
    return None


def stray_that(syntax: Syntax, i: int) -> Range | None:
    """A that-clause that the parser hung on a noun between it and its verb."""
    last = syntax.right[i]
    for k in range(i + 1, last + 1):
        if syntax.low[k] == "that" and syntax.dep[k] in ("mark", "nsubj", "obj"):
            verb = syntax.head[k]
            noun = syntax.head[verb]
            if _is_of_topic(syntax, i, k):
                continue
            if syntax.dep[k] != "mark" and not (
                syntax.dep[noun] == "obl" and syntax.head[noun] == i
            ):
                continue
            if noun not in (i, verb) and syntax.pos[noun] == "VERB":
                continue  # "denied it and pointed out that ...": the other verb's clause
            if syntax.dep[verb] in ("acl", "ccomp", "advcl") and syntax.left[verb] == k:
                return k, max(syntax.right[verb], last) + 1 if verb > k else last + 1
    return None


def that_near(syntax: Syntax, i: int, after: int) -> Range | None:
    """A that-clause right after a word, or after a time, that the parse hung on another verb."""
    for t in range(after, min(after + _NEAR, len(syntax))):
        verb = syntax.head[t]
        if syntax.low[t] == "that" and syntax.dep[t] == "mark" and syntax.left[verb] == t:
            owned = syntax.dep[verb] in ("ccomp", "acl", "advcl") and not syntax.is_under(verb, i)
            return whole(syntax, verb) if owned else None
        if syntax.pos[t] not in ("ADV", "PUNCT") and syntax.dep[t] not in ("obl", "nmod"):
            return None
    return None


def compared(syntax: Syntax, i: int, subject: Subject | None) -> Range | None:
    """What somebody's expectation is set against: "Profit fell more | than analysts expected"."""
    if subject is None or subject.head > i or syntax.first_kid(i, "ccomp", "xcomp") is not None:
        return None
    first = syntax.left[subject.head]
    than = first if syntax.low[first] == "than" else first - 1
    if than < 1 or syntax.low[than] != "than" or syntax.sent[than] != syntax.sent[i]:
        return None
    top = i
    while syntax.head[top] != top and syntax.dep[top] not in ("ccomp", "conj", "parataxis"):
        top = syntax.head[top]
    begin = syntax.left[top]
    return (begin, than) if top < than and has_verb(syntax, (begin, than)) else None


def question_after(syntax: Syntax, i: int) -> Range | None:
    """The question of "Asked whether he would go, ..."."""
    for k in syntax.kids[i]:
        first = syntax.left[k]
        bare = syntax.pos[k] in ("PUNCT", "ADP", "ADV") and syntax.low[k] not in ("why", "how")
        if k > i and syntax.low[first] in _ASKING and not bare:
            return first, syntax.right[k] + 1
    return _stray_question(syntax, i)


def _stray_question(syntax: Syntax, i: int) -> Range | None:
    """A question that the parse hung elsewhere: "Asked in a debate | why he lost, | Lee said"."""
    last = syntax.sent_spans[syntax.sent[i]][1]
    for t in range(i + 1, min(last, i + _ASKED)):
        if syntax.low[t] in ("whether", "if", "why", "what", "how", "about"):
            if syntax.right[i] > t:
                return t, syntax.right[i] + 1
            comma = next((k for k in range(last - 1, t, -1) if _opens_main(syntax, k, i)), None)
            return (t, comma) if comma is not None else None
        if syntax.pos[t] == "PUNCT" or syntax.tag[t] in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


def _opens_main(syntax: Syntax, comma: int, i: int) -> bool:
    """Whether a comma stands before the subject of the sentence's main clause."""
    after = comma + 1
    if syntax.low[comma] != "," or after >= len(syntax):
        return False
    subjects = (t for t in range(after, len(syntax)) if syntax.left[t] == after)
    return any(
        syntax.dep[t] == "nsubj"
        and syntax.dep[syntax.head[t]] == "root"
        and not syntax.is_under(t, i)
        for t in subjects
    )


def rest_of_sentence(
    syntax: Syntax, i: int, subject: Subject | None, quote_of: list[int]
) -> tuple[Range, ...]:
    """The rest of the sentence, where the parser lost the clause that belongs to a cue."""
    if _has_thing(syntax, i) or is_free_relative(syntax, i):
        return ()
    if subject is None or quote_of[i] >= 0 or syntax.tag[i] not in ("VBD", "VBZ", "VBP", "NNS"):
        return ()
    first, stop = syntax.sent_spans[syntax.sent[i]]
    begin = min(i, syntax.left[subject.head]) if subject.head < i else i
    before = (first, begin)
    start = i + 1
    if subject.head > i:
        start = syntax.right[subject.head] + 1
    for t in range(start, stop):
        if syntax.low[t] == "that" and syntax.dep[t] == "mark" and has_verb(syntax, (t, stop)):
            if not has_verb(syntax, (start, t)):
                return ((t, stop),)
            if syntax.pos[start] == "ADP":
                return ()  # "who argued with Lee at the meeting, said that ...": the other verb's
            break
    goes_on = start + 1 < stop and syntax.pos[start] in _NOMINAL | {"DET"}
    goes_on = goes_on and syntax.tag[start] not in ("VBD", "VBZ", "VBP")
    if (
        begin > first
        and syntax.low[begin - 1] in (",", "”", "''", '"')
        and syntax.low[subject.head] not in _RELATIVE
        and has_verb(syntax, before)
        and not (
            goes_on and syntax.pos[first] in ("ADP", "SCONJ") and has_verb(syntax, (start, stop))
        )
    ):
        return (before,)
    recipient = recipient_of(syntax, i, syntax.lemma[i])
    if recipient is not None and recipient > i:
        start = max(start, recipient + 1)
    after = (start, stop)
    if (
        start < stop
        and syntax.low[start] not in (",", ".", "and", "of", "about", "for", "goodbye")
        and has_verb(syntax, after)
    ):
        return (after,)
    return ()


def is_free_relative(syntax: Syntax, i: int) -> bool:
    """Whether what somebody says is a word before it: "What | Lee said | is not true"."""
    return syntax.full[i] == "acl:relcl" and syntax.low[syntax.head[i]] == "what"


def _has_thing(syntax: Syntax, i: int) -> bool:
    """Whether a verb has an object that no verb follows: "claimed a penalty but lost"."""
    obj = next((k for k in syntax.kids_of(i, "obj") if k > i), None)
    if obj is None or syntax.lemma[i] == "tell":
        return False
    after = syntax.right[obj] + 1
    return after >= len(syntax) or syntax.pos[after] in ("CCONJ", "PUNCT")


def lacks_that(syntax: Syntax, i: int, lemma: str, clause: int, quote_of: list[int]) -> bool:
    """Whether a clause is no content, as in "they hold rallies, he wins": no "that", no marks.

    A clause with a subject that follows at once is one ("signaled | he might go"), and so is one
    that opens the sentence before who says it: "The law is void, | a judge ruled".
    """
    if lemma not in words("cues", "strong.that") or quote_of[clause] >= 0:
        return False
    first = syntax.left[clause]
    own = syntax.first_kid(clause, "nsubj")
    if syntax.low[first] in _OPENINGS or (own == i + 1 == first):
        return False
    subject = syntax.first_kid(i, "nsubj")
    opens = own is not None and first == syntax.sent_spans[syntax.sent[i]][0]
    between = subject is not None and clause < subject < i
    fronted = between and syntax.low[syntax.left[subject or i] - 1] == ","
    return not (opens and fronted and syntax.right[clause] < i)
