"""Reads what leads into a quotation: "Ann Lee: “...”", "Lee said:" before the next paragraph."""

from __future__ import annotations

from attrib_lint.core.span import Span
from attrib_lint.extract.blocktext import BlockText
from attrib_lint.extract.content import Piece
from attrib_lint.extract.cue_words import cue_table
from attrib_lint.extract.frames import Frame, quote_range
from attrib_lint.extract.naming import Naming
from attrib_lint.extract.subjects import Subject, subject_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.extract.verb_subjects import subject_beside
from attrib_lint.lexicon import words

_LABEL = 6  # words of a label, at most
_BREAKS = frozenset((".", "!", "?", "-", "–", "—", "--", "]", ";", "|", "•", ")"))
_CLOSING = 3  # words from a cue that ends its sentence to the colon, at most
_CREDIT = 16  # words of a credit after a quotation, at most
_TITLE = 3  # words of a title before the name in it
_DASHES = frozenset(("—", "―", "–", "--", "-"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SPOKEN = frozenset(("speech", "writing"))


def find_label_cues(text: BlockText, naming: Naming) -> list[Frame]:
    """Colons between a bare name and a quotation, anywhere in a paragraph."""
    syntax, numbers = text.syntax, text.quote_of
    found: list[Frame] = []
    if ":" not in syntax.low:
        return found
    for colon in range(1, len(syntax) - 1):
        after = colon + 1
        while after + 1 < len(syntax) and syntax.pos[after] == "SPACE":
            after += 1
        if syntax.low[colon] != ":" or numbers[colon] >= 0 or numbers[after] < 0:
            continue
        end = _before_brackets(syntax, colon)
        first = end
        while first > 0 and end - first <= _LABEL and not _breaks(text, first - 1):
            first -= 1
        span = text.span(first, end) if first < end else text.span(colon, colon + 1)
        names = naming.within(span)
        if end - first > _LABEL or first == end or not names:
            continue
        if names[-1].kind == "place" or names[-1].span.end < span.end:
            continue
        if any(syntax.pos[t] in ("VERB", "AUX") for t in range(first, end)):
            continue
        stop = after
        while stop < len(numbers) and numbers[stop] == numbers[after]:
            stop += 1
        head = _label_head(text, names[0].span.start, end)
        content = ((after, stop),)
        found.append(Frame(colon, colon, colon + 1, ":", "colon", head, content))
    return found


def find_credit(text: BlockText, naming: Naming) -> Frame | None:
    """The dash before the name that closes a quotation set off from the text: "“...” — Ann Lee".

    Its content is empty where the dash opens the paragraph: the quotation is in the one before.
    """
    syntax, numbers = text.syntax, text.quote_of
    for t in range(max(0, len(syntax) - _CREDIT), len(syntax) - 1):
        if syntax.low[t] not in _DASHES or numbers[t] >= 0 or (t and numbers[t - 1] < 0):
            continue
        rest = range(t + 1, len(syntax))
        names = naming.within(text.span(t + 1, len(syntax)))
        if not names or names[0].kind == "place" or any(numbers[k] >= 0 for k in rest):
            return None
        near = text.start + syntax.end[min(t + _TITLE, len(syntax) - 1)]
        if names[0].span.start > near or any(syntax.tag[k] in _FINITE for k in rest):
            return None
        head = _label_head(text, names[0].span.start, len(syntax))
        content = (quote_range(numbers, t - 1),) if t else ()
        return Frame(t, t, t + 1, ":", "colon", head, content)
    return None


def find_lead_in(text: BlockText, following: BlockText, pieces: list[Piece]) -> Piece | None:
    """The cue of a paragraph that ends with a colon before a paragraph of what is said.

    It comes without content, which is all in the next paragraph; None where the last sentence has
    a cue with content of its own. Words without marks belong to it only where the cue ends the
    sentence: "Reuters reports:".
    """
    syntax = text.syntax
    if not leads_on(text):
        return None
    quoted = _opens_with_quotation(following)
    first, stop = syntax.sent_spans[-1]
    if any(piece.frame.i >= first for piece in pieces):
        return None
    table = cue_table()
    for i in reversed(range(first, stop)):
        if syntax.low[i] == "according" and i == first and syntax.head[i] > i:
            head = syntax.head[i]
            return Piece(Frame(i, i, i + 2, "according to", "according_to", head, ()), (), False)
        lemma = table.forms.get(syntax.low[i])
        headless = syntax.tag[i] == "NNS" and syntax.head[i] == i  # "Reuters reports:"
        verbal = syntax.pos[i] == "VERB" or headless
        if lemma is None or not verbal or text.quote_of[i] >= 0:
            continue
        kind = table.kinds.get(lemma, "thought")
        subject = _named_before(syntax, i, first) if headless else subject_of(syntax, i)
        if subject is None and not headless:
            subject = subject_beside(syntax, i) or _inverted(syntax, i, first)
        closes = quoted or (lemma in words("cues", "strong.clause") and stop - i <= _CLOSING)
        said = kind in _SPOKEN and "clause" in table.frames[lemma] and closes
        if said and subject is not None:
            return Piece(Frame(i, i, i + 1, lemma, kind, subject.head, ()), (), False)
    return None


def unmarked_content(following: BlockText) -> Span | None:
    """What a lead-in credits in the next paragraph, where that is no quotation."""
    if _opens_with_quotation(following) or not len(following.syntax):
        return None
    return following.span(0, len(following.syntax))


def _opens_with_quotation(text: BlockText) -> bool:
    return bool(text.quotes) and text.quotes[0].span.start == text.start


def _named_before(syntax: Syntax, i: int, first: int) -> Subject | None:
    """The name that opens a sentence before a verb read as a noun: "Fox News | reports"."""
    named = i > first and all(syntax.pos[t] in ("PROPN", "DET") for t in range(first, i))
    return Subject(i - 1) if named else None


def _inverted(syntax: Syntax, i: int, first: int) -> Subject | None:
    """Who speaks in "Stated Lee:", which the parser takes for a name with an adjective."""
    head = syntax.head[i]
    named = head > i == first and syntax.pos[head] == "PROPN" and syntax.dep[i] == "amod"
    return Subject(head) if named else None


def leads_on(text: BlockText) -> bool:
    """Whether a paragraph ends with a colon."""
    last = len(text.syntax) - 1
    while last > 0 and text.syntax.pos[last] == "SPACE":
        last -= 1
    return last > 0 and text.syntax.low[last] == ":"


def _before_brackets(syntax: Syntax, colon: int) -> int:
    """Where a label ends without what stands in brackets: "Ann Lee (D-Ohio):"."""
    if syntax.low[colon - 1] not in (")", "]"):
        return colon
    opening = next((t for t in range(colon - 1, 0, -1) if syntax.low[t] in ("(", "[")), colon)
    return opening if colon - opening <= _LABEL else colon


def _breaks(text: BlockText, t: int) -> bool:
    return text.syntax.low[t] in _BREAKS or text.quote_of[t] >= 0


def _label_head(text: BlockText, offset: int, colon: int) -> int:
    """The word of a label's first name that the rest of it hangs on."""
    syntax = text.syntax
    first = next((t for t in range(colon) if syntax.start[t] + text.start >= offset), colon - 1)
    node = first
    while first <= syntax.head[node] < colon and syntax.head[node] != node:
        node = syntax.head[node]
    return node
