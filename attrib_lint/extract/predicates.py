"""Whom a noun is said of: "Lee is | a man who believes ..."; "he was cast as | a man who ..."."""

from __future__ import annotations

from attrib_lint.extract.somebody import is_somebody
from attrib_lint.extract.subjects import Subject
from attrib_lint.extract.syntax import Syntax

_ANYBODY = frozenset(("someone", "somebody", "man", "woman", "person"))


def described_by(syntax: Syntax, noun: int) -> int | None:
    """The head of the phrase that a predicate noun describes, or None where it is no predicate.

    "Lee is a senator who says ...", "Lee made her name as the lawyer known for ...", "they call
    him as ...", "for someone who says ..., Lee ...".
    """
    if syntax.pos[noun] == "PROPN":
        return None  # "one of the critics is Ann Lee, who says ..."
    cases = {syntax.low[c] for c in syntax.kids_of(noun, "case")}
    verb = syntax.head[noun]
    found: int | None = None
    if syntax.first_kid(noun, "cop") is not None:
        found = syntax.first_kid(noun, "nsubj")
    elif "as" in cases and syntax.pos[verb] == "VERB" and syntax.full[verb] != "acl:relcl":
        before = [k for k in syntax.kids_of(verb, "obj") if k < noun]
        found = before[0] if before else syntax.first_kid(verb, "nsubj")
    elif "for" in cases and noun < verb and syntax.low[noun] in _ANYBODY:
        found = syntax.first_kid(verb, "nsubj")
    if found is None or found == noun or syntax.tag[found] in ("WP", "WDT", "EX"):
        return None
    return found if is_somebody(syntax, Subject(found)) else None
