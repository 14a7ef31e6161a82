"""What somebody calls something, where the named thing is not a plain object of the cue."""

from __future__ import annotations

from attrib_lint.extract.cue_words import cue_table
from attrib_lint.extract.frames import Range, object_of, phrase_end
from attrib_lint.extract.syntax import Syntax

_SELF = ("self", "selves")


def named_content(syntax: Syntax, i: int, lemma: str, frames: set[str]) -> tuple[Range, ...]:
    """Somebody's word for themselves, or a thing and its name that the parser read as two.

    "Lee called | himself a democrat", "critics called | the plan reckless".
    """
    if not frames & {"complement", "as"} or object_of(syntax, i) is not None:
        return ()
    end = phrase_end(syntax, i)
    own = next((k for k in syntax.kids_of(i, "obj", "iobj") if k > i), None)
    if own is not None and cue_table().kinds.get(lemma) == "speech":
        said = name_after(syntax, i, frames, own)
        return ((own, max(end, said[1])),) if said is not None else ()
    parts = [k for k in syntax.kids_of(i, "xcomp", "ccomp") if k > i]
    if "complement" in frames and len(parts) > 1 and syntax.pos[parts[0]] in ("NOUN", "PROPN"):
        bare = syntax.pos[parts[1]] in ("ADJ", "NOUN", "PROPN") and parts[1] < end
        return ((syntax.left[parts[0]], end),) if bare else ()
    return ()


def name_after(syntax: Syntax, i: int, frames: set[str], after: int) -> Range | None:
    """The name or description that follows a word: "calls | a toll", "described | as a toll"."""
    for k in syntax.kids[i]:
        if k <= after:
            continue
        marks = {syntax.low[c] for c in syntax.kids_of(k, "case", "mark")}
        named = "complement" in frames and syntax.dep[k] in ("obj", "xcomp", "ccomp") and not marks
        if named or ("as" in frames and "as" in marks):
            return syntax.left[k], max(phrase_end(syntax, i), k + 1)
    return None


def name_in_gap(syntax: Syntax, i: int, frames: set[str]) -> Range | None:
    """The name that a relative clause gives its noun: "what Lee calls | a toll"."""
    name = name_after(syntax, i, frames, i)
    parts = [k for k in syntax.kids_of(i, "obj", "xcomp", "ccomp") if k > i]
    inside = name is not None and all(name[0] <= k < name[1] for k in parts)
    return name if inside and len(parts) < 2 else None


def reflexive_judgement(syntax: Syntax, i: int) -> Range | None:
    """What somebody takes themselves for: "views | itself as a leader |"."""
    own = next((k for k in syntax.kids_of(i, "obj") if syntax.low[k].endswith(_SELF)), None)
    for k in [*syntax.kids[i], *(syntax.kids[own] if own is not None else ())]:
        if own is None or k < own:
            continue
        if any(syntax.low[c] == "as" for c in syntax.kids_of(k, "case", "mark")):
            return own, syntax.right[k] + 1
    return None
