"""Any verb beside whole speech as a cue: "she shot back, “...”", "“Never!” roared the deputy"."""

from __future__ import annotations

from attrib_lint.extract.frames import Frame, quote_range
from attrib_lint.extract.quote_content import ends_in_speech
from attrib_lint.extract.somebody import is_somebody
from attrib_lint.extract.subjects import subject_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.extract.verb_subjects import subject_beside

_FINITE = ("VBD", "VBZ", "VBP")
_SAID = 3  # words of a quotation that is speech, at least


def spoken_verb_cue(syntax: Syntax, i: int, quote_of: list[int]) -> Frame | None:
    """A verb of any meaning, with a subject, that a comma or colon and a sentence follow.

    Or one that stands right after speech that ends as speech does before its cue.
    """
    if syntax.pos[i] != "VERB" or syntax.tag[i] not in _FINITE or quote_of[i] >= 0:
        return None
    if syntax.dep[i] == "advcl":
        return None  # "said, when the story broke, “...”"
    at = _quotation_after(syntax, i, quote_of)
    if at is None:
        at = _quotation_before(syntax, i, quote_of)
        if at is None:
            return None
    first, stop = quote_range(quote_of, at)
    if at != i - 1 and not _is_sentence(syntax, first, stop):
        return None
    subject = subject_of(syntax, i) or subject_beside(syntax, i)
    if subject is None or subject.agent or quote_of[subject.head] >= 0:
        return None
    if not is_somebody(syntax, subject):
        return None
    return Frame(
        i, i, i + 1, syntax.lemma[i], "speech", subject.head, ((first, stop),), None, at < i
    )


def blunt_cue(syntax: Syntax, i: int, quote_of: list[int]) -> Frame | None:
    """What somebody's manner announces: "one minister was blunt: “It is over.”"."""
    if syntax.pos[i] != "ADJ" or i + 2 >= len(syntax) or syntax.low[i + 1] != ":":
        return None
    said = i + 2
    if quote_of[i] >= 0 or quote_of[said] < 0 or syntax.first_kid(i, "cop") is None:
        return None
    subject = subject_of(syntax, i)
    if subject is None or quote_of[subject.head] >= 0 or not is_somebody(syntax, subject):
        return None
    first, stop = quote_range(quote_of, said)
    if not _is_sentence(syntax, first, stop):
        return None
    return Frame(i, i, i + 1, "say", "speech", subject.head, ((first, stop),), None, False)


def _quotation_after(syntax: Syntax, i: int, quote_of: list[int]) -> int | None:
    """Where the quotation begins in "shot back, “...”"."""
    for mark in (i + 1, i + 2):
        if mark + 1 >= len(syntax) or quote_of[mark] >= 0:
            return None
        if syntax.low[mark] in (",", ":"):
            return mark + 1 if quote_of[mark + 1] >= 0 else None
        if syntax.pos[mark] not in ("ADV", "ADP", "PART"):
            return None
    return None


def _quotation_before(syntax: Syntax, i: int, quote_of: list[int]) -> int | None:
    """Where the quotation ends in "“...,” whispered Lee" and "“...,” a friend whispered"."""
    at = i - 1
    if at >= 0 and quote_of[at] < 0:
        subject = subject_of(syntax, i)
        if subject is None or subject.agent or not subject.head < i:
            return None
        if syntax.right[subject.head] >= i:
            return None
        at = syntax.left[subject.head] - 1
    if at < 0 or quote_of[at] < 0 or not ends_in_speech(syntax, at):
        return None
    return at


def _is_sentence(syntax: Syntax, first: int, stop: int) -> bool:
    """Whether a quotation begins with a capital and has a verb and some length."""
    said = [t for t in range(first, stop) if syntax.words[t][0].isalnum()]
    return (
        len(said) >= _SAID
        and syntax.words[said[0]][0].isupper()
        and any(syntax.pos[t] in ("VERB", "AUX") for t in said)
    )
