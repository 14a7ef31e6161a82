"""Who a verb of saying belongs to, and who is told, where the parse says it badly."""

from __future__ import annotations

from attrib_lint.extract.subjects import Subject
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_ROUGHLY = frozenset(("about", "around", "over"))
_NOMINATIVE = frozenset(("he", "she", "they", "i", "we"))
_APART = 16  # words between a quotation and its cue


def recipient_of(syntax: Syntax, i: int, lemma: str) -> int | None:
    """Who is told: "told Reuters", "in an interview with Reuters", "said to reporters"."""
    if syntax.is_passive(i):
        if lemma in ("tell", "inform", "remind", "assure", "warn", "notify", "advise"):
            return syntax.first_kid(i, "nsubj")
        return None
    if (to := syntax.first_kid(i, "iobj")) is not None:
        return to
    if lemma in ("tell", "inform", "remind", "assure", "warn", "notify", "advise", "urge", "ask"):
        return next((k for k in syntax.kids_of(i, "obj") if k > i), None)
    for k in syntax.kids_of(i, "obl"):
        cases = {syntax.low[c] for c in syntax.kids_of(k, "case")}
        if "to" in cases and syntax.pos[k] in ("NOUN", "PROPN", "PRON"):
            return k
        if syntax.low[k] in ("interview", "conversation"):
            for n in syntax.kids_of(k, "nmod"):
                if any(syntax.low[c] == "with" for c in syntax.kids_of(n, "case")):
                    return n
    return None


def hidden_subject(syntax: Syntax, i: int) -> Subject | None:
    """A subject that the parser took for a clause: "Aides briefed on the plan | said it ...".

    Or one with a place beside it: "One delegate on the slate, Ann Lee, told Reuters"; or that of a
    list without "and": "Lee quits race, | says he is tired".
    """
    clauses = syntax.kids_of(i, "ccomp")
    if len(clauses) < 2 or not clauses[0] < i < clauses[1]:
        return None
    head = next((k for k in syntax.kids_of(clauses[0], "nsubj")), None)
    participle = syntax.tag[clauses[0]] in ("VBN", "VBG", "VBD")
    placed = syntax.pos[clauses[0]] in ("NOUN", "PROPN") and syntax.first_kid(clauses[0], "case")
    bare = participle or (placed and syntax.first_kid(clauses[0], "cop") is None)
    listed = syntax.low[i - 1] == "," and syntax.tag[clauses[0]] == syntax.tag[i]
    return Subject(head) if head is not None and (bare or listed) else None


def subject_after_quote(syntax: Syntax, i: int) -> Subject | None:
    """The noun between a quotation and its cue: “No,” | the aide, Ann Lee, | told Reuters."""
    first = max(syntax.sent_spans[syntax.sent[i]][0], i - _APART)
    closing = next((t for t in range(i - 1, first, -1) if syntax.low[t] in ("”", '"', "''")), None)
    if closing is None:
        return None
    for t in range(closing + 1, i):
        if syntax.pos[t] in ("VERB", "AUX", "ADP"):
            return None
        if syntax.pos[t] in ("NOUN", "PROPN", "PRON") and not closing < syntax.head[t] < i:
            return Subject(t)
    return None


def subject_beside(syntax: Syntax, i: int) -> Subject | None:
    """A neighbour that looks like a subject, where the parser found none: ", said Ann Lee"."""
    if syntax.is_passive(i) or syntax.tag[i] not in ("VBD", "VBZ", "VBP", "NNS", "VBN"):
        return None
    before, after = i - 1, i + 1
    nominal = ("PROPN", "PRON", "NOUN", "DET", "ADJ")
    inverted = before >= 0 and syntax.low[before] in (",", "”", '"', "''") and after < len(syntax)
    if inverted and syntax.pos[after] in nominal and syntax.low[after] not in ("that", "this"):
        j = after
        if syntax.low[j] in words("names", "never"):
            return None
        while syntax.head[j] > j and syntax.head[j] <= after + 5:
            j = syntax.head[j]
        return Subject(j) if syntax.pos[j] in ("PROPN", "PRON", "NOUN") else None
    if (
        before >= 0
        and syntax.pos[before] in ("PROPN", "PRON", "NOUN")
        and syntax.dep[i] in ("root", "parataxis")
    ):
        j = before
        while (
            syntax.head[j] < j
            and syntax.head[j] != j
            and syntax.dep[j] in ("flat", "appos", "compound")
        ):
            j = syntax.head[j]
        return Subject(j)
    return None


def subject_right_before(syntax: Syntax, i: int, subject: Subject | None) -> Subject | None:
    """The noun or "he" right before a finite verb, where the parse gives it another subject.

    "After Ann Lee said the mayor had ...": what follows the cue speaks only where a comma or
    quotation comes before the cue. "A rise that unions say is small": the parser gives "unions" to
    the later verb. "About one in five say": it takes the number for a phrase of place.
    """
    if syntax.tag[i] not in ("VBD", "VBZ", "VBP") or i == 0 or syntax.is_passive(i):
        return subject
    turned = _turned(syntax, i)
    if turned is not None:
        return Subject(turned)
    before = i - 1
    while before > 0 and syntax.pos[before] in ("AUX", "ADV"):
        before -= 1
    if syntax.sent[before] != syntax.sent[i]:
        return subject
    if syntax.low[before] in _NOMINATIVE:
        return Subject(before)
    if syntax.pos[before] not in _NOMINAL:
        if subject is not None and subject.head > i and syntax.lemma[i] == "tell":
            return _before_comma(syntax, i) or subject
        return subject
    if subject is not None and subject.head < i and syntax.head[subject.head] == i:
        return subject
    head = _top(syntax, before, i)
    dep, above = syntax.dep[head], syntax.head[head]
    if dep == "nsubj" and above > i:
        return Subject(head)
    opening = syntax.left[head] - 1
    if opening >= 0 and syntax.head[opening] == i and syntax.dep[opening] == "mark":
        return Subject(head)  # "lower than | unions | say it is"
    if subject is None:
        cases = {syntax.low[c] for c in syntax.kids_of(head, "case")}
        beside = above == i and dep in ("obl", "obj", "nmod", "iobj")
        return Subject(head) if beside and cases <= _ROUGHLY else None
    cases = {syntax.low[c] for c in syntax.kids_of(head, "case")}
    if cases == {"than"} and syntax.head[subject.head] != i:
        return Subject(head)  # "less credit than | aides | say he deserves"
    if subject.head > i and dep in ("nsubj", "root", "parataxis", "conj"):
        return Subject(head)
    return subject


def _turned(syntax: Syntax, i: int) -> int | None:
    """The speaker after a parenthetical cue: "Lee, said | Ann Cole, | a friend, never forgives"."""
    if syntax.low[i - 1] != "," or syntax.lemma[i] not in words("cues", "strong.objectless"):
        return None
    stop = i + 1
    while stop < len(syntax) and syntax.pos[stop] in ("PROPN", "NOUN", "DET", "ADJ", "NUM"):
        stop += 1
    if stop == i + 1 or stop >= len(syntax) or syntax.low[stop] not in (",", "."):
        return None
    head = i + 1
    while i < syntax.head[head] < stop and syntax.head[head] != head:
        head = syntax.head[head]
    timed = syntax.full[head] in ("obl:unmarked", "nmod:unmarked")  # "he said Sunday, ..."
    return head if syntax.pos[head] in _NOMINAL and not timed else None


def _top(syntax: Syntax, t: int, i: int) -> int:
    """The head of the noun phrase that ends at `t`, before the cue at `i`."""
    while t != syntax.head[t] < i and syntax.dep[t] not in ("nsubj", "conj", "obl", "obj"):
        above = syntax.head[t]
        if syntax.right[above] >= i or syntax.pos[above] not in _NOMINAL:
            break
        t = above
    return t


def _before_comma(syntax: Syntax, i: int) -> Subject | None:
    """The subject that an apposition separates from "told": "An aide, Ann Lee, told Reuters"."""
    if syntax.low[i - 1] != "," or syntax.pos[i - 2] not in ("NOUN", "PROPN"):
        return None
    t = i - 2
    while syntax.head[t] < t and syntax.dep[t] in ("flat", "appos", "compound"):
        t = syntax.head[t]
    return Subject(t)


def subject_after_dateline(syntax: Syntax, i: int, subject: Subject) -> Subject:
    """The real subject where the parse takes a dateline for it: "LIMA (AP) - Lee said"."""
    first, stop = syntax.sent_spans[syntax.sent[subject.head]]
    dash = next(
        (
            t
            for t in range(first + 1, min(stop, first + 12))
            if syntax.low[t] in ("-", "—", "–", "--") and syntax.end[t - 1] < syntax.start[t]
        ),
        None,
    )
    if dash is None or not subject.head < dash < i or not _shouts(syntax.words[first]):
        return subject
    for t in range(dash + 1, i):
        nominal = syntax.pos[t] in ("NOUN", "PROPN", "PRON")
        above = syntax.head[t]
        if nominal and (not dash < above < i or syntax.pos[above] == "VERB"):
            return Subject(t)
    return subject


def _shouts(word: str) -> bool:
    """Whether a word is all capitals, as the town in a dateline is; "A" and "I" are not."""
    return len(word) > 1 and word.isupper()
