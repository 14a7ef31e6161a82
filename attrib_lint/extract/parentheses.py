"""Content on both sides of a cue between commas: "The plan, he said, is dead"."""

from __future__ import annotations

from attrib_lint.extract.cue_words import cue_table
from attrib_lint.extract.frames import Range, has_verb
from attrib_lint.extract.subjects import Subject
from attrib_lint.extract.syntax import Syntax

_SHORT = 6  # words of a parenthetical cue and its source
_LONG = 14  # the same where both commas are there
_RELATIVE = frozenset(("who", "which", "that", "whose", "whom"))
_TURNS = frozenset(
    ("while", "although", "though", "as", "when", "before", "after", "whereas", "who", "which")
)
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_STOPS = frozenset((";", ":", "—", "–", "--"))


def parenthesis(syntax: Syntax, i: int, subject: Subject | None) -> tuple[Range, ...]:
    """The sentence around ", Lee said,": both sides of it."""
    first, stop = syntax.sent_spans[syntax.sent[i]]
    if subject is None or subject.head > i or i + 2 >= stop or syntax.low[i + 1] != ",":
        return ()
    begin = syntax.left[subject.head]
    if begin - 1 <= first or syntax.low[begin - 1] != "," or i - begin > _SHORT:
        return ()
    finite = any(syntax.tag[t] in _FINITE for t in range(i + 2, stop))
    return ((first, begin - 1), (i + 2, stop)) if finite else ()


def with_both_sides(
    syntax: Syntax,
    i: int,
    subject: Subject | None,
    pieces: tuple[Range, ...],
    quote_of: list[int],
) -> tuple[Range, ...]:
    """Content of a cue between two commas, with what the parse lost before or after it.

    What follows stays out where the writer goes on: "..., he said, wiping his face".
    """
    place = _between_commas(syntax, i, subject)
    if place is None or quote_of[i] >= 0:
        return pieces
    begin, end = place
    first, stop = syntax.sent_spans[syntax.sent[i]]
    first = max([first, *(t + 1 for t in range(first, begin - 1) if syntax.low[t] in _STOPS)])
    before, after = (first, begin - 1), (end + 1, stop)
    if any(quote_of[t] >= 0 for t in range(*before)) or _has_cue(syntax, before):
        return pieces
    if quote_of[end + 1] >= 0 and _is_sentence(syntax, end + 1):
        return pieces
    if _goes_on(syntax, end + 1):
        return (before,) if has_verb(syntax, before) else pieces
    return before, after


def _between_commas(syntax: Syntax, i: int, subject: Subject | None) -> Range | None:
    """The source and its cue, and the comma after them, where commas close both off."""
    if subject is None or subject.agent or syntax.low[subject.head] in _RELATIVE:
        return None
    if syntax.tag[i] not in ("VBD", "VBZ", "VBP"):
        return None
    first, stop = syntax.sent_spans[syntax.sent[i]]
    turned = subject.head > i
    begin = i if turned else syntax.left[subject.head]
    end = (syntax.right[subject.head] if turned else i) + 1
    end -= syntax.low[end - 1] == ","
    if not first <= begin - 2 or end + 2 >= stop:
        return None
    closed = syntax.low[begin - 1] == "," and syntax.low[end] == ","
    return (begin, end) if closed and end - begin <= _LONG else None


def _has_cue(syntax: Syntax, span: Range) -> bool:
    """Whether a stretch has a verb of saying of its own."""
    table = cue_table()
    return any(
        syntax.tag[t] in ("VBD", "VBZ", "VBP")
        and table.kinds.get(table.forms.get(low, "")) in _SAID
        for t, low in enumerate(syntax.low[span[0] : span[1]], span[0])
    )


_SAID = frozenset(("speech", "writing"))


def _is_sentence(syntax: Syntax, t: int) -> bool:
    """Whether a quotation after the cue is whole: 'When they met, he said, "We lost."'"""
    word = next((w for w in syntax.words[t : t + 3] if w[0].isalnum()), "")
    return word[:1].isupper()


def _goes_on(syntax: Syntax, t: int) -> bool:
    """Whether the writer goes on after the cue: "adding", "while others", "and left"."""
    if syntax.tag[t] in ("VBG", "VBN") or syntax.low[t] in _TURNS:
        return True
    return syntax.pos[t] == "CCONJ" and syntax.tag[t + 1] in _FINITE
