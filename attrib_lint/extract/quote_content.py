"""Quotations that stand beside a cue as what it credits."""

from __future__ import annotations

from attrib_lint.extract.cue_words import cue_table
from attrib_lint.extract.frames import Range, quote_range
from attrib_lint.extract.subjects import Subject
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_RUN_ON = (",", "?", "!", "—", "–", "--", "...", "…", "-")
_CLOSING = frozenset(("”", "’", '"', "''", "'", ")"))
_MARKS = 3  # closing marks in a row, at most


def quotation_before(
    syntax: Syntax, i: int, quote_of: list[int], subject: Subject | None
) -> Range | None:
    """The quotation that ends, with its comma or stop, right before "he said" or "said he"."""
    if quote_of[i] >= 0 or syntax.tag[i] not in ("VBD", "VBZ", "VBP"):
        return None
    begin = i
    if subject is not None and subject.head < i:
        begin = subject.head
        while begin > syntax.left[subject.head] and quote_of[begin - 1] < 0:
            begin -= 1
    before = begin - 1
    if before < 1 or quote_of[before] < 0 or syntax.sent[i] - syntax.sent[before] > 1:
        return None
    if not ends_in_speech(syntax, before):
        return None
    if _answers(syntax, begin, i, quote_of):
        return None
    first, stop = quote_range(quote_of, before)
    sentence = syntax.sent_spans[syntax.sent[first]][0]
    return (min(first, sentence) if quote_of[sentence] < 0 else first), stop


def _answers(syntax: Syntax, begin: int, i: int, quote_of: list[int]) -> bool:
    """Whether what stands before a cue is another's: '“Are you sure?” He answered, “I am.”'

    The answer may also open the next paragraph.
    """
    opens = syntax.words[begin][0].isupper() and syntax.pos[begin] in ("PRON", "DET")
    if not opens or syntax.low[i + 1 : i + 2] not in ([","], [":"]):
        return False
    after = next((t for t in range(i + 2, len(syntax)) if syntax.low[t].strip()), None)
    return after is None or quote_of[after] >= 0


def quotation_beside(
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
    finite = syntax.tag[i] in ("VBD", "VBZ", "VBP")
    if before >= first and quote_of[before] >= 0 and finite:
        pieces.append(quote_range(quote_of, before))
    elif (
        low == first
        and first > 1
        and quote_of[first - 1] >= 0
        and ends_in_speech(syntax, first - 1)
        and not _answers(syntax, low, i, quote_of)
    ):
        pieces.append(quote_range(quote_of, first - 1))
    after = next((j for j in range(high + 1, min(stop, high + 8)) if quote_of[j] >= 0), None)
    if after is not None and not _another_speaks(syntax, i, range(high + 1, after)):
        pieces.append(quote_range(quote_of, after))
    return tuple(pieces)


def _another_speaks(syntax: Syntax, i: int, between: range) -> bool:
    """Whether another cue stands before a quotation: 'Asked if he agreed, | Lee said: “No.”'"""
    forms, strong = cue_table().forms, words("cues", "strong.clause")
    for t in between:
        aside = syntax.tag[t] == "VBG" and syntax.low[t - 1] == "," and t - 1 > i
        finite = syntax.tag[t] in ("VBD", "VBZ", "VBP")
        owned = finite and any(syntax.dep[k] == "nsubj" for k in syntax.kids[t])
        said = forms.get(syntax.low[t]) in strong
        if (owned and (said or not syntax.is_under(t, i))) or (aside and said):
            return True
    return False


def ends_in_speech(syntax: Syntax, last: int) -> bool:
    """Whether a quotation ends as one does before "he said": with a comma, not with a stop."""
    at = last
    while at > 0 and last - at < _MARKS and syntax.low[at] in _CLOSING:
        at -= 1
    return any(syntax.low[t].endswith(_RUN_ON) for t in {at, max(last - 1, 0), last})
