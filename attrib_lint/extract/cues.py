"""Finds the words that credit a statement, each with what it credits: a cue needs its content."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from attrib_lint.core.facts import CueKind
from attrib_lint.extract.sources import noun_of
from attrib_lint.extract.subjects import Subject, subject_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import load, words
from attrib_lint.lexicon.forms import noun_forms, verb_forms

Range = tuple[int, int]  # tokens first .. stop - 1
_FRAMES = ("clause", "infinitive", "object", "complement", "as", "preposition")
_STRONG = frozenset(
    (
        "say",
        "tell",
        "add",
        "write",
        "tweet",
        "note",
        "explain",
        "argue",
        "insist",
        "continue",
        "recall",
    )
    + ("declare", "report", "announce", "warn", "claim", "state", "reply", "respond", "conclude")
    + (
        "acknowledge",
        "admit",
        "ask",
        "observe",
        "remark",
        "suggest",
        "contend",
        "assert",
        "testify",
    )
    + (
        "believe",
        "think",
        "predict",
        "estimate",
        "quip",
        "joke",
        "complain",
        "boast",
        "predict",
        "post",
    )
)
_STRONGEST = frozenset(
    ("say", "tell", "add", "write", "note", "explain", "argue", "insist", "report", "warn", "claim")
    + ("acknowledge", "admit", "tweet", "contend", "assert", "predict", "reply", "believe", "think")
)
_SHOWING = frozenset(("show", "suggest", "find", "indicate", "reveal", "put", "give", "contain"))
_POLLS = frozenset(("poll", "polls", "survey", "surveys", "polling"))
_TAKERS = frozenset(
    (
        "make",
        "put",
        "reiterate",
        "repeat",
        "share",
        "offer",
        "advance",
        "issue",
        "express",
        "voice",
        "have",
        "release",
        "give",
        "take",
        "raise",
        "hold",
    )
)


@dataclass(frozen=True, slots=True)
class Frame:
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


@dataclass(frozen=True, slots=True)
class _Table:
    """The cue lexicon, by dictionary form."""

    forms: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, CueKind] = field(default_factory=dict)
    frames: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    prepositions: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    noun_forms: dict[str, str] = field(default_factory=dict)


@cache
def _table() -> _Table:
    table = _Table()
    lists = load("cues")
    kinds: tuple[CueKind, ...] = ("thought", "writing", "speech")
    for kind in kinds:
        for frame in _FRAMES:
            for entry in lists.get(f"{kind}.{frame}", ()):
                lemma, _, preposition = entry.partition(" ")
                if frame != "object" or lemma not in table.kinds:
                    table.kinds[lemma] = kind
                if preposition:
                    table.prepositions[lemma].add(preposition)
                else:
                    table.frames[lemma].add(frame)
    table.forms.update(verb_forms({*table.kinds}))
    nouns = {*lists["nouns.clause"], *(e.partition(" ")[0] for e in lists["nouns.preposition"])}
    table.noun_forms.update(noun_forms(nouns))
    return table


@cache
def _pairs(name: str) -> dict[str, frozenset[str]]:
    """Word -> the prepositions that it takes."""
    pairs: dict[str, set[str]] = defaultdict(set)
    for entry in load("cues")[name]:
        word, _, preposition = entry.partition(" ")
        pairs[word].add(preposition)
    return {word: frozenset(taken) for word, taken in pairs.items()}


def find_cues(syntax: Syntax, quote_of: list[int]) -> list[Frame]:
    """Every cue of a block that has content, in reading order.

    `quote_of` gives each token the number of the quotation that it stands in, -1 outside.
    """
    table = _table()
    found: list[Frame] = []
    for i, low in enumerate(syntax.low):
        frame: Frame | None = None
        if low == "according":
            frame = _according(syntax, i)
        elif low in table.forms and (frame := _verb(syntax, i, table.forms[low], quote_of)):
            pass
        elif low in table.noun_forms and syntax.pos[i] in ("NOUN", "PROPN"):
            frame = _noun(syntax, i, table.noun_forms[low])
        elif syntax.pos[i] in ("ADJ", "VERB", "NOUN") and low in _adjectives():
            frame = _adjective(syntax, i, low)
        elif low == "in" and syntax.low[syntax.head[i]] in _POLLS:
            frame = _in_poll(syntax, i)
        elif low == "per" or (low == "via" and syntax.pos[i] == "ADP"):
            frame = _per(syntax, i)
        if frame is not None:
            found.append(frame)
    return found


@cache
def table_thoughts() -> frozenset[str]:
    """Verbs of thinking and feeling: a quotation beside them is not what they credit."""
    return frozenset(lemma for lemma, kind in _table().kinds.items() if kind == "thought")


@cache
def _adjectives() -> frozenset[str]:
    return words("cues", "adjectives.clause", "adjectives.infinitive") | frozenset(
        _pairs("adjectives.preposition")
    )


def _verb(syntax: Syntax, i: int, lemma: str, quote_of: list[int]) -> Frame | None:
    table = _table()
    if not _verbal(syntax, i, lemma):
        return None
    frames = table.frames[lemma]
    subject = subject_of(syntax, i)
    if subject is None and lemma in _STRONG:
        subject = _hidden(syntax, i) or _beside(syntax, i)
    if lemma in _SHOWING and subject is not None:
        if noun_of(syntax, subject.head) in words("sources", "documents"):
            frames = frames | {"object"}
    if subject is not None and syntax.full[subject.head] == "nmod:poss" and not subject.agent:
        owned = syntax.head[subject.head]
        if subject.head < owned < i and syntax.pos[owned] == "NOUN":
            subject = Subject(owned)
    content, parenthetical = _verb_content(syntax, i, lemma, frames, subject, quote_of)
    if not content:
        return None
    head = subject.head if subject else None
    if head is not None and any(a <= head < b for a, b in content):
        content = tuple(r for r in content if not r[0] <= head < r[1])
        if not content:
            return None
    stop = i + 1
    kind: CueKind = table.kinds[lemma]
    if syntax.is_passive(i) and (head is None or (subject and subject.agent)):
        kind = "passive"
    return Frame(
        i, i, stop, lemma, kind, head, content, _recipient(syntax, i, lemma), parenthetical
    )


def _verbal(syntax: Syntax, i: int, lemma: str) -> bool:
    """Whether the token is used as a verb (taggers take headline verbs for nouns)."""
    if syntax.pos[i] == "VERB":
        return not (syntax.dep[i] in ("amod", "compound", "case", "mark") and lemma != "say")
    if lemma in ("say", "tell"):
        return syntax.pos[i] != "AUX" and syntax.low[i] != "say"
    if lemma in ("report", "write", "claim") and syntax.tag[i] == "NNS" and i > 0:
        ends = i + 1 >= len(syntax) or syntax.low[i + 1] in (
            ".",
            ",",
            "that",
            "the",
            "a",
            "it",
            "he",
        )
        return ends and syntax.pos[i - 1] == "PROPN"
    return False


def _verb_content(
    syntax: Syntax,
    i: int,
    lemma: str,
    frames: set[str],
    subject: Subject | None,
    quote_of: list[int],
) -> tuple[tuple[Range, ...], bool]:
    """The content of a verb cue, and whether the cue stands in or after it as a parenthesis."""
    passive = syntax.is_passive(i)
    if (
        passive
        and lemma not in words("cues", "evidential.passive")
        and not (subject and subject.agent)
    ):
        return (), False
    quotes_someone = lemma in ("quote", "cite") and syntax.first_kid(i, "obj") is not None
    if "clause" in frames and not quotes_someone:
        clause = _complement(syntax, i, subject, quote_of)
        spoken = None if lemma in table_thoughts() else _spoken_before(syntax, i, quote_of, subject)
        if spoken is not None and (clause is None or not spoken[0] <= clause < spoken[1]):
            around = _whole(syntax, clause) if clause is not None and clause < i else spoken
            return (spoken if around[1] <= spoken[0] else _joined(around, spoken, i),), True
        if clause is not None:
            return _stretched(syntax, _around(syntax, clause, i), clause, i), clause < i
        if (head := _embraced(syntax, i, subject)) is not None:
            return _without(syntax, head, i, subject), True
        after = _after_colon(syntax, i) or _stray_that(syntax, i)
        if after:
            return (after,), False
        if lemma not in table_thoughts():
            quoted = _quoted(syntax, i, lemma, quote_of, subject)
            if quoted:
                return quoted, quoted[0][0] < i
        if "object" in frames and syntax.first_kid(i, "obj") is not None:
            return _object_content(syntax, i, lemma, frames), False
        if lemma == "ask" and (asked := _question(syntax, i)):
            return (asked,), False
        rest = _rest(syntax, i, subject, quote_of) if lemma in _STRONGEST else ()
        if rest:
            return rest, rest[0][0] < i
    if "infinitive" in frames or passive:
        for k in syntax.kids_of(i, "xcomp", "ccomp", *(("advcl",) if passive else ())):
            if k > i and any(syntax.low[m] == "to" for m in syntax.kids[k]):
                start = _first_after(syntax, i) if not passive else syntax.left[k]
                pieces = [(start, syntax.right[k] + 1)]
                if passive and (nsubj := syntax.first_kid(i, "nsubj")) is not None:
                    pieces.insert(0, _whole(syntax, nsubj))
                return tuple(pieces), False
    if passive:
        nsubj = syntax.first_kid(i, "nsubj")
        if (
            subject
            and subject.agent
            and nsubj is not None
            and frames & {"object", "as", "complement"}
        ):
            return (_whole(syntax, nsubj),), False
        return (), False
    return _object_content(syntax, i, lemma, frames), False


def _spoken_before(
    syntax: Syntax, i: int, quote_of: list[int], subject: Subject | None
) -> Range | None:
    """The quotation that ends, with its comma or stop, right before "he said" or "said he"."""
    if quote_of[i] >= 0 or syntax.tag[i] not in ("VBD", "VBZ", "VBP"):
        return None
    begin = i
    if subject is not None and subject.head < i:
        begin = syntax.left[subject.head]
    before = begin - 1
    if before < 1 or quote_of[before] < 0 or syntax.sent[i] - syntax.sent[before] > 1:
        return None
    stops = (",", "?", "!", "—", "–", "--", "...", "…", "-")
    if not any(syntax.low[t].endswith(stops) for t in (before - 1, before)):
        return None
    first, stop = _quote_range(quote_of, before)
    sentence = syntax.sent_spans[syntax.sent[first]][0]
    return (min(first, sentence) if quote_of[sentence] < 0 else first), stop


def _stretched(syntax: Syntax, pieces: tuple[Range, ...], clause: int, i: int) -> tuple[Range, ...]:
    """Content after a main verb, to the sentence's end: parsers lose the tails of long clauses."""
    if clause < i or len(pieces) != 1 or syntax.dep[i] != "root":
        return pieces
    first, stop = pieces[0]
    end = syntax.sent_spans[syntax.sent[i]][1]
    for k in syntax.kids[i]:
        if k > clause and syntax.dep[k] in ("conj", "advcl", "parataxis", "obl", "ccomp", "cc"):
            end = min(end, syntax.left[k])
    return ((first, max(stop, end)),)


def _joined(one: Range, other: Range, cue: int) -> Range:
    """The stretch over two ranges, short of the cue."""
    first, stop = min(one[0], other[0]), max(one[1], other[1])
    return (first, stop) if not first <= cue < stop else other


def _complement(syntax: Syntax, i: int, subject: Subject | None, quote_of: list[int]) -> int | None:
    """The clause that a verb takes; of two, the one that is not its subject in disguise."""
    clauses = [k for k in syntax.kids[i] if syntax.dep[k] in ("ccomp", "csubj")]
    if len(clauses) > 1 and clauses[0] < i:
        later = next((k for k in clauses if k > i), None)
        quoted = any(quote_of[t] >= 0 for t in range(syntax.left[clauses[0]], clauses[0] + 1))
        if later is not None and not quoted:
            return later
    return clauses[0] if clauses else None


def _hidden(syntax: Syntax, i: int) -> Subject | None:
    """A subject that the parser took for a clause: "Aides briefed on the plan | said it ..."."""
    clauses = syntax.kids_of(i, "ccomp")
    if len(clauses) < 2 or not clauses[0] < i < clauses[1]:
        return None
    head = next((k for k in syntax.kids_of(clauses[0], "nsubj")), None)
    participle = syntax.tag[clauses[0]] in ("VBN", "VBG", "VBD")
    return Subject(head) if head is not None and participle else None


def _object_content(syntax: Syntax, i: int, lemma: str, frames: set[str]) -> tuple[Range, ...]:
    """Content that is a noun phrase, or hangs on a preposition."""
    obj = next((k for k in syntax.kids_of(i, "obj") if k > i), None)
    if obj is not None and syntax.low[obj].endswith(("self", "selves")):
        obj = None
    if obj is not None and "object" in frames:
        return ((syntax.left[obj], _phrase_end(syntax, i)),)
    if obj is not None and "as" in frames:
        if any(syntax.low[k] == "as" for j in syntax.kids[i] if j > obj for k in syntax.kids[j]):
            return ((syntax.left[obj], _phrase_end(syntax, i)),)
    if obj is not None and "complement" in frames:
        end = _phrase_end(syntax, i)
        named = any(syntax.low[t] in ("“", '"', "''", "‘") for t in range(obj, end))
        if named or any(k > obj for k in syntax.kids_of(i, "xcomp")):
            return ((syntax.left[obj], end),)
    if "complement" in frames and (k := next(iter(syntax.kids_of(i, "ccomp", "xcomp")), None)):
        if k > i:
            return (_whole(syntax, k),)
    taken = _table().prepositions.get(lemma)
    if taken:
        for k in syntax.kids[i]:
            if k > i and syntax.dep[k] in ("obl", "advcl", "nmod", "compound", "advmod", "obj"):
                case = [k] if syntax.low[k] in taken else syntax.kids_of(k, "case", "mark")
                if any(syntax.low[c] in taken for c in case):
                    end = max(_phrase_end(syntax, i), k + 1)
                    begin = max(syntax.left[k], i + 1)
                    if syntax.low[begin] in taken and begin + 1 < end:
                        begin += 1
                    return ((begin, end),)
    return ()


def _whole(syntax: Syntax, i: int) -> Range:
    return syntax.left[i], syntax.right[i] + 1


def _around(syntax: Syntax, clause: int, cue: int) -> tuple[Range, ...]:
    """A clause without the words of the cue, should they stand inside."""
    first, stop = _whole(syntax, clause)
    if first <= cue < stop:
        return ((first, cue), (cue + 1, stop)) if clause < cue else ((cue + 1, stop),)
    return ((first, stop),)


def _without(syntax: Syntax, head: int, cue: int, subject: Subject | None) -> tuple[Range, ...]:
    """The clause around a parenthetical cue, in the pieces before and after it."""
    first, stop = _whole(syntax, head)
    cue_first, cue_stop = _whole(syntax, cue)
    pieces = [(first, min(cue_first, stop)), (max(cue_stop, first), stop)]
    return tuple((a, b) for a, b in pieces if b > a)


def _embraced(syntax: Syntax, i: int, subject: Subject | None) -> int | None:
    """The clause in which a parenthetical cue ("..., he said, ...", "as he said") stands."""
    if subject is None or syntax.head[i] == i:
        return None
    head = syntax.head[i]
    if syntax.dep[i] == "parataxis":
        return head
    if syntax.dep[i] == "advcl" and any(syntax.low[k] == "as" for k in syntax.kids[i]):
        return head
    return None


def _after_colon(syntax: Syntax, i: int) -> Range | None:
    """What follows "he said:"."""
    for k in syntax.kids_of(i, "parataxis"):
        if k > i and any(syntax.low[p] in (":", "“", '"') for p in range(i + 1, k)):
            return _whole(syntax, k)
    return None


def _stray_that(syntax: Syntax, i: int) -> Range | None:
    """A that-clause that the parser hung on a noun between it and its verb."""
    last = syntax.right[i]
    for k in range(i + 1, last + 1):
        if syntax.low[k] == "that" and syntax.dep[k] in ("mark", "nsubj", "obj"):
            verb = syntax.head[k]
            noun = syntax.head[verb]
            if syntax.dep[k] != "mark" and not (
                syntax.dep[noun] == "obl" and syntax.head[noun] == i
            ):
                continue
            if syntax.dep[verb] in ("acl", "ccomp", "advcl") and syntax.left[verb] == k:
                return k, max(syntax.right[verb], last) + 1 if verb > k else last + 1
    return None


def _question(syntax: Syntax, i: int) -> Range | None:
    """The question of "Asked whether he would go, ..."."""
    for k in syntax.kids[i]:
        first = syntax.left[k]
        if k > i and syntax.low[first] in ("whether", "if", "why", "what", "how", "about", "who"):
            if syntax.pos[k] in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON"):
                return first, syntax.right[k] + 1
    return None


def _rest(
    syntax: Syntax, i: int, subject: Subject | None, quote_of: list[int]
) -> tuple[Range, ...]:
    """The rest of the sentence, where the parser lost the clause that belongs to a cue."""
    if subject is None or quote_of[i] >= 0 or syntax.tag[i] not in ("VBD", "VBZ", "VBP", "NNS"):
        return ()
    first, stop = syntax.sent_spans[syntax.sent[i]]
    begin = min(i, syntax.left[subject.head]) if subject.head < i else i
    before = (first, begin)
    if (
        begin > first
        and syntax.low[begin - 1] in (",", "”", "''", '"')
        and _has_verb(syntax, before)
    ):
        return (before,)
    start = i + 1
    if subject.head > i:
        start = syntax.right[subject.head] + 1
    for t in range(start, stop):
        if syntax.low[t] == "that" and syntax.dep[t] == "mark" and _has_verb(syntax, (t, stop)):
            return ((t, stop),)
    recipient = _recipient(syntax, i, syntax.lemma[i])
    if recipient is not None and recipient > i:
        start = max(start, recipient + 1)
    after = (start, stop)
    if (
        start < stop
        and syntax.low[start] not in (",", ".", "and", "of", "about", "for", "goodbye")
        and _has_verb(syntax, after)
    ):
        return (after,)
    return ()


def _has_verb(syntax: Syntax, span: Range) -> bool:
    return any(syntax.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(*span))


def _quoted(
    syntax: Syntax, i: int, lemma: str, quote_of: list[int], subject: Subject | None
) -> tuple[Range, ...]:
    """Quotations of the cue's sentence that touch it: just before it, or just after."""
    if quote_of[i] >= 0:
        return ()
    first, stop = syntax.sent_spans[syntax.sent[i]]
    near = [i]
    if subject is not None:
        a, b = syntax.left[subject.head], syntax.right[subject.head]
        near += [j for j in (a, b) if first <= j < stop]
    low, high = min(near), max(near)
    pieces = []
    before = low - 1
    while before > first and syntax.low[before] in (",", "—", "–", "-", "--", "but", "and"):
        before -= 1
    if before >= first and quote_of[before] >= 0:
        pieces.append(_quote_range(quote_of, before))
    elif low == first and first > 0 and quote_of[first - 1] >= 0 and syntax.low[low][:1] != "“":
        pieces.append(_quote_range(quote_of, first - 1))
    after = next((j for j in range(high + 1, min(stop, high + 8)) if quote_of[j] >= 0), None)
    if after is not None:
        pieces.append(_quote_range(quote_of, after))
    return tuple(pieces)


def _quote_range(quote_of: list[int], i: int) -> Range:
    first = stop = i
    while first > 0 and quote_of[first - 1] == quote_of[i]:
        first -= 1
    while stop < len(quote_of) and quote_of[stop] == quote_of[i]:
        stop += 1
    return first, stop


def _first_after(syntax: Syntax, i: int) -> int:
    return i + 1


def _phrase_end(syntax: Syntax, i: int) -> int:
    """Where the verb phrase ends: before a coordinated verb, or a comma and a loose clause."""
    stop = syntax.right[i] + 1
    for k in syntax.kids[i]:
        if k > i and (
            syntax.dep[k] in ("conj", "parataxis")
            or (syntax.dep[k] in ("advcl", "nsubj") and syntax.low[syntax.left[k] - 1] == ",")
            or (syntax.dep[k] == "advcl" and syntax.low[syntax.left[k]] == ",")
        ):
            stop = min(stop, syntax.left[k])
    while (
        stop - 1 > i
        and (syntax.pos[stop - 1] in ("PUNCT", "CCONJ"))
        and syntax.low[stop - 1] not in ("”", '"', "''")
    ):
        stop -= 1
    return stop


def _recipient(syntax: Syntax, i: int, lemma: str) -> int | None:
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


def _beside(syntax: Syntax, i: int) -> Subject | None:
    """A neighbour that looks like a subject, where the parser found none: ", said Ann Lee"."""
    if syntax.is_passive(i) or syntax.tag[i] not in ("VBD", "VBZ", "VBP", "NNS", "VBN"):
        return None
    before, after = i - 1, i + 1
    nominal = ("PROPN", "PRON", "NOUN", "DET", "ADJ")
    if before >= 0 and syntax.low[before] in (",", "”", '"', "''") and after < len(syntax):
        if syntax.pos[after] in nominal and syntax.low[after] not in ("that", "this"):
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


def _according(syntax: Syntax, i: int) -> Frame | None:
    if i + 1 >= len(syntax) or syntax.low[i + 1] != "to":
        return None
    head = syntax.head[i]
    if head < i or syntax.pos[head] not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"):
        below = [k for k in syntax.kids[i] if k > i + 1 and syntax.dep[k] in ("obl", "nmod", "obj")]
        if not below:
            return None
        phrase, head, anchor = i, below[0], syntax.head[i]
    else:
        phrase, anchor = head, syntax.head[head]
    content = _clause_outside(syntax, phrase, anchor)
    if not content:
        return None
    return Frame(i, i, i + 2, "according to", "according_to", head, content, parenthetical=True)


def _per(syntax: Syntax, i: int) -> Frame | None:
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
    content = _clause_outside(syntax, head, syntax.head[head])
    return (
        Frame(i, i, i + 1, "per", "according_to", head, content, parenthetical=True)
        if content
        else None
    )


def _in_poll(syntax: Syntax, i: int) -> Frame | None:
    """ "In a CNN poll, 38 percent said ...": the figures that a poll is credited with."""
    head = syntax.head[i]
    first, stop = syntax.sent_spans[syntax.sent[i]]
    if head < i or not any(
        syntax.low[t] in ("percent", "%", "points", "majority") for t in range(first, stop)
    ):
        return None
    content = _clause_outside(syntax, head, syntax.head[head])
    return (
        Frame(i, i, i + 1, "in", "according_to", head, content, parenthetical=True)
        if content
        else None
    )


def _clause_outside(syntax: Syntax, phrase: int, anchor: int) -> tuple[Range, ...]:
    """The clause that a phrase stands in, without the phrase."""
    steps = 0
    while syntax.dep[anchor] not in ("root", "ccomp", "conj", "parataxis", "advcl") and steps < 20:
        anchor = syntax.head[anchor]
        steps += 1
    first, stop = _whole(syntax, anchor)
    a, b = _whole(syntax, phrase)
    pieces = [(first, min(a, stop)), (max(b, first), stop)]
    kept = tuple((x, y) for x, y in pieces if any(syntax.pos[t] != "PUNCT" for t in range(x, y)))
    if kept:
        return kept
    first, stop = syntax.sent_spans[syntax.sent[phrase]]
    pieces = [(first, a), (b, stop)]
    return tuple((x, y) for x, y in pieces if any(syntax.pos[t] != "PUNCT" for t in range(x, y)))


def _adjective(syntax: Syntax, i: int, low: str) -> Frame | None:
    subject = subject_of(syntax, i)
    if subject is None or syntax.low[subject.head] in ("it", "that", "this", "there", "what"):
        return None
    content: Range | None = None
    for k in syntax.kids[i]:
        if k < i:
            continue
        infinitive = any(syntax.low[m] == "to" and syntax.dep[m] == "mark" for m in syntax.kids[k])
        if syntax.dep[k] in ("ccomp", "advcl") and not infinitive:
            finite = any(syntax.dep[m] == "nsubj" for m in syntax.kids[k])
            if low in words("cues", "adjectives.clause") and finite and syntax.dep[k] == "ccomp":
                content = _whole(syntax, k)
        elif infinitive and low in words("cues", "adjectives.infinitive"):
            content = _whole(syntax, k)
        if content is None and syntax.dep[k] in ("obl", "nmod", "advcl"):
            taken = _pairs("adjectives.preposition").get(low, frozenset())
            if any(syntax.low[c] in taken for c in syntax.kids_of(k, "case", "mark")):
                content = _whole(syntax, k)
        if content:
            break
    if content is None:
        return None
    return Frame(i, i, i + 1, low, "thought", subject.head, (content,))


def _noun(syntax: Syntax, i: int, lemma: str) -> Frame | None:
    content: Range | None = None
    clausal = lemma in words("cues", "nouns.clause")
    taken = _pairs("nouns.preposition").get(lemma, frozenset())
    for k in syntax.kids[i]:
        if k < i:
            continue
        if clausal and syntax.dep[k] in ("acl", "ccomp", "appos", "advcl", "csubj"):
            marks = [m for m in syntax.kids[k] if m < k]
            that = any(syntax.low[m] == "that" and syntax.dep[m] == "mark" for m in marks)
            to = any(syntax.low[m] == "to" and syntax.dep[m] == "mark" for m in marks)
            if that or to:
                content = _whole(syntax, k)
        elif syntax.dep[k] in ("nmod", "obl") and taken:
            if any(syntax.low[c] in taken for c in syntax.kids_of(k, "case")):
                content = _whole(syntax, k)
        if content:
            break
    if content is None:
        return None
    head = _noun_source(syntax, i, content)
    if head is None and not any(syntax.low[t] == "that" for t in range(*content)[:1]):
        return None
    return Frame(i, i, i + 1, lemma, "noun", head, (content,))


def _noun_source(syntax: Syntax, i: int, content: Range) -> int | None:
    """Whose claim it is: a possessive, a by-phrase, or the subject of "made the claim"."""
    for k in syntax.kids[i]:
        if syntax.full[k] in ("nmod:poss", "det:poss") or (syntax.tag[k] in ("PRP$", "WP$")):
            return k
    for k in syntax.kids_of(i, "nmod", "acl"):
        if content[0] <= k < content[1]:
            continue
        agent = next((a for a in syntax.kids_of(k, "obl")), k) if syntax.dep[k] == "acl" else k
        if any(syntax.low[c] in ("by", "from", "among") for c in syntax.kids_of(agent, "case")):
            return agent
    verb = syntax.head[i]
    if syntax.dep[i] == "obj" and syntax.lemma[verb] in _TAKERS:
        subject = subject_of(syntax, verb)
        return subject.head if subject else None
    return None
