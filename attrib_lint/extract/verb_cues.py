"""Verbs as cues."""

from __future__ import annotations

from attrib_lint.core.facts import CueKind
from attrib_lint.extract.cue_words import cue_table
from attrib_lint.extract.frames import Frame, Range
from attrib_lint.extract.sources import noun_of
from attrib_lint.extract.subjects import Subject, subject_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.extract.verb_content import content_of_verb
from attrib_lint.extract.verb_subjects import (
    hidden_subject,
    recipient_of,
    subject_after_dateline,
    subject_after_quote,
    subject_beside,
    subject_right_before,
)
from attrib_lint.lexicon import words

_LONGEST_DATELINE = 10  # words: "NASHUA, N.H., Feb. 9 (AP) -"
_PHASES = frozenset(("continue", "begin", "go"))
_NEAR = 4  # words between a source and its cue
_AFTER_ASIDE = frozenset((",", ".", "—", "–", "-", "--"))
_AFTER_VERB = frozenset((".", ",", "that", "the", "a", "it", "he", "she", "they"))


def verb_cue(syntax: Syntax, i: int, lemma: str, quote_of: list[int]) -> Frame | None:
    """A verb with what it credits; None where it is no cue here."""
    table = cue_table()
    if not _verbal(syntax, i, lemma):
        return None
    frames = table.frames[lemma]
    if lemma == "say" and _is_aside(syntax, i):
        return None
    if "infinitive" not in frames and lemma in _PHASES and syntax.first_kid(i, "xcomp") is not None:
        return None  # "as the rain continued to fall"
    subject = subject_of(syntax, i)
    if subject is None and lemma in words("cues", "strong.subject"):
        subject = (
            hidden_subject(syntax, i) or subject_after_quote(syntax, i) or subject_beside(syntax, i)
        )
    if lemma in words("cues", "strong.subject"):
        subject = subject_right_before(syntax, i, subject)
    if subject is not None and quote_of[i] < 0 <= quote_of[subject.head]:
        subject = _speaker_before(syntax, i, subject, quote_of)
    shows = lemma in words("cues", "strong.showing") and subject is not None
    if shows and subject and noun_of(syntax, subject.head) in words("sources", "documents"):
        frames = frames | {"object"}
    if subject is not None and syntax.full[subject.head] == "nmod:poss" and not subject.agent:
        owned = syntax.head[subject.head]
        if subject.head < owned < i and syntax.pos[owned] == "NOUN":
            subject = Subject(owned)
    if subject is not None and subject.head < _LONGEST_DATELINE:
        subject = subject_after_dateline(syntax, i, subject)
    content, parenthetical = content_of_verb(syntax, i, lemma, frames, subject, quote_of)
    if not content or _is_announced(syntax, content):
        return None
    head = subject.head if subject else None
    if head is not None and any(a <= head < b for a, b in content):
        content = _short_of(syntax, content, head, i)
        if not content:
            return None
    if lemma in words("cues", "evidential.raising") and head is not None:
        content, head = _raised(syntax, content, head), None
    if lemma in words("cues", "strong.perceiving") and _is_modal(syntax, i):
        return None  # "visitors will find the seats wider"
    stop = i + 1
    kind: CueKind = table.kinds.get(lemma, "thought")
    if syntax.is_passive(i) and (head is None or (subject and subject.agent)):
        kind = "passive"
    if head is None and kind != "passive" and _is_order(syntax, i):
        return None
    if kind == "thought" and lemma not in words("cues", "evidential.raising"):
        if head is None or _is_unreal(syntax, i, head):
            return None  # "voters inclined to support Lee": nobody in particular thinks so
    return Frame(
        i, i, stop, lemma, kind, head, content, recipient_of(syntax, i, lemma), parenthetical
    )


def _is_aside(syntax: Syntax, i: int) -> bool:
    """Whether "said" only turns the talk: "That said, rents rose", "That said — rents rose"."""
    if i == 0 or i + 1 >= len(syntax) or syntax.low[i - 1] != "that":
        return False
    opens = i - 1 == syntax.sent_spans[syntax.sent[i]][0]
    return syntax.low[i + 1] in _AFTER_ASIDE and (opens or syntax.tag[i] == "VBN")


def _is_modal(syntax: Syntax, i: int) -> bool:
    """Whether somebody will or may notice something; "may see it as" tells how they see it."""
    modal = any(syntax.tag[k] == "MD" for k in syntax.kids_of(i, "aux"))
    judged = any(syntax.low[m] == "as" for k in syntax.kids[i] for m in syntax.kids[k])
    return modal and not judged and not syntax.is_passive(i)


def _is_unreal(syntax: Syntax, i: int, head: int) -> bool:
    """Whether a thought is nobody's yet: "urged them | to back | Lee", "you know"."""
    purpose = syntax.tag[i] == "VB" and syntax.dep[i] == "advcl"
    purpose = purpose and any(syntax.low[k] == "to" for k in syntax.kids_of(i, "mark"))
    return purpose or syntax.low[head] == "you"


def _is_announced(syntax: Syntax, content: tuple[Range, ...]) -> bool:
    """Whether the content is yet to come: "Lee argued | that | :"."""
    first, stop = content[0]
    return (
        syntax.low[first:stop] in (["that"], ["that", ":"])
        and ":" in syntax.low[stop - 1 : stop + 1]
    )


def _is_order(syntax: Syntax, i: int) -> bool:
    """Whether a verb tells the reader to do something: "See how it works", "but consider this"."""
    if syntax.tag[i] not in ("VB", "VBP") or syntax.dep[i] != "root":
        return False
    first = syntax.sent_spans[syntax.sent[i]][0]
    opens = all(syntax.pos[t] in ("CCONJ", "ADV", "INTJ", "PUNCT") for t in range(first, i))
    return opens and not any(syntax.dep[k] in ("mark", "aux") for k in syntax.kids[i] if k < i)


def _speaker_before(
    syntax: Syntax, i: int, subject: Subject, quote_of: list[int]
) -> Subject | None:
    """Who speaks the quotation before a participle: 'Lee said, "They lost," adding, "Badly."'"""
    if syntax.tag[i] != "VBG":
        return subject
    first = syntax.sent_spans[syntax.sent[i]][0]
    forms = cue_table().forms
    for t in range(i - 1, first, -1):
        finite = syntax.tag[t] in ("VBD", "VBZ", "VBP") and quote_of[t] < 0
        if finite and syntax.low[t] in forms and (found := subject_of(syntax, t)) is not None:
            return found if quote_of[found.head] < 0 else subject
    return subject


def _verbal(syntax: Syntax, i: int, lemma: str) -> bool:
    """Whether the token is used as a verb (taggers take headline verbs for nouns)."""
    if syntax.pos[i] == "VERB":
        return not (syntax.dep[i] in ("amod", "compound", "case", "mark") and lemma != "say")
    if lemma in ("say", "tell"):
        return syntax.pos[i] != "AUX" and syntax.low[i] != "say"
    if lemma in ("report", "write", "claim") and syntax.tag[i] == "NNS" and i > 0:
        ends = i + 1 >= len(syntax) or syntax.low[i + 1] in _AFTER_VERB
        return ends and syntax.pos[i - 1] == "PROPN"
    return False


def _raised(syntax: Syntax, content: tuple[Range, ...], head: int) -> tuple[Range, ...]:
    """What seems so, with its subject: of "she seemed to agree" the writer is the source."""
    left, right = syntax.left[head], syntax.right[head] + 1
    held = any(a < right and left < b for a, b in content)
    if held or right > content[0][0] or syntax.low[head] in ("it", "there"):
        return content
    return ((left, right), *content)


def _short_of(syntax: Syntax, content: tuple[Range, ...], head: int, i: int) -> tuple[Range, ...]:
    """Content without the source: what stands before it, where the source stands by the cue."""
    kept = []
    for first, stop in content:
        if not first <= head < stop:
            kept.append((first, stop))
        elif head < i and first < (left := syntax.left[head]) and i - head <= _NEAR:
            kept.append((first, left))
    return tuple(kept)
