"""Cues of what moves whom: "The ruling dismayed teachers", whose dismay is about the ruling."""

from __future__ import annotations

from attrib_lint.extract.frames import Frame, Range, object_of, whole
from attrib_lint.extract.somebody import is_somebody
from attrib_lint.extract.subjects import Subject, antecedent_of, subject_of
from attrib_lint.extract.syntax import Syntax

_ONESELF = frozenset(("me", "us", "you", "him", "her", "them", "it"))


def feeling_cue(syntax: Syntax, i: int, lemma: str) -> Frame | None:
    """A verb that tells what people feel about its subject; None for what it does to one person."""
    if syntax.pos[i] != "VERB" or syntax.is_passive(i):
        return None
    felt = object_of(syntax, i)
    subject = subject_of(syntax, i)
    if felt is None or subject is None or subject.head > i or syntax.low[felt] in _ONESELF:
        return None
    if syntax.low[subject.head] == "what":
        return None
    if not is_somebody(syntax, Subject(felt)):
        return None
    return Frame(i, i, i + 1, lemma, "thought", felt, (_about(syntax, subject.head),))


def _about(syntax: Syntax, head: int) -> Range:
    """The subject, or the relative pronoun that stands for it."""
    first, stop = whole(syntax, head)
    return (head, head + 1) if antecedent_of(syntax, head) is not None else (first, stop)
