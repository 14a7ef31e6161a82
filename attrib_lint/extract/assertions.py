"""Tells statements and opinions from deeds and reactions: "opposes it", "seeks to win it"."""

from __future__ import annotations

from attrib_lint.extract.cue_words import cue_table
from attrib_lint.extract.frames import Frame, Range
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NOT = frozenset(("not", "n't", "n’t", "never"))
_BEING = frozenset(("be", "have"))


def is_assertion(syntax: Syntax, frame: Frame, content: tuple[Range, ...]) -> bool:
    """Whether a cue credits somebody with a statement or an opinion, by its words alone.

    Whatever is said or written is one, and so is a thought ("fears that it fails", "opposes the
    plan"), but not what somebody means to do or does about it ("seeks to win", "ignored the plan").
    A noun of saying or a clause makes a statement of a noun; a reaction is none ("drew support from
    teachers"), nor is what something does to people ("alarmed voters"), silence ("did not respond
    to a request"), or what people are made or allowed to say ("requires staff to promise").
    """
    if _is_silence(syntax, frame) or _is_imposed(syntax, frame):
        return False
    content = tuple((first, stop) for first, stop in content if first < stop)
    table = cue_table()
    kind = table.kinds.get(frame.lemma, "thought") if frame.kind == "passive" else frame.kind
    if kind in ("speech", "writing", "according_to"):
        return True
    if any(_is_clause(syntax, piece) for piece in content):
        return True
    if kind == "noun":
        topic = all(first > frame.i for first, _ in content)  # "plans that drew criticism" has none
        return topic and frame.lemma in words("cues", "nouns.stating", "nouns.holders")
    moved = frame.lemma in words("cues", "feelings.verbs") and frame.kind != "passive"
    if moved and frame.source is not None and frame.source > frame.i:
        return False
    if frame.lemma in words("cues", "thought.deeds"):
        return False
    return not any(_is_deed(syntax, piece) for piece in content)


def _is_silence(syntax: Syntax, frame: Frame) -> bool:
    """Whether somebody says nothing: "did not respond", "declined to comment"."""
    cue = frame.i
    if frame.lemma in ("decline", "refuse"):
        return any(
            syntax.lemma[k] in words("cues", "strong.answering")
            for k in syntax.kids_of(cue, "xcomp", "ccomp")
        )
    denied = any(syntax.low[k] in _NOT for k in syntax.kids[cue])
    return denied and frame.lemma in words("cues", "strong.answering")


def _is_imposed(syntax: Syntax, frame: Frame) -> bool:
    """Whether a cue is an infinitive that its source is made, asked or allowed to do."""
    cue = frame.i
    if syntax.tag[cue] != "VB" or frame.source is None or frame.source > cue:
        return False
    if not any(syntax.low[k] == "to" for k in syntax.kids_of(cue, "mark", "aux")):
        return False
    above = syntax.head[cue]
    return syntax.head[frame.source] == above and (
        syntax.dep[frame.source] == "obj"
        or (syntax.full[frame.source] == "nsubj:pass" and syntax.is_passive(above))
    )


def _is_deed(syntax: Syntax, piece: Range) -> bool:
    """Whether a stretch is an infinitive that somebody is to do: not "to be", "to have"."""
    first = piece[0]
    return syntax.tag[first] == "TO" and syntax.low[min(first + 1, piece[1] - 1)] not in _BEING


def _is_clause(syntax: Syntax, piece: Range) -> bool:
    """Whether a stretch is a finite clause with a subject of its own."""
    top = syntax.root_of(*piece)
    subject = any(syntax.dep[k] in ("nsubj", "expl", "csubj") for k in syntax.kids[top])
    finite = (syntax.tag[t] in _FINITE for t in [top, *syntax.kids_of(top, "aux", "cop")])
    return subject and any(finite)
