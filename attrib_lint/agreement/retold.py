"""Clauses that tell again what has been told: "the jury, which had sat for nine hours"."""

from __future__ import annotations

from attrib_lint.extract.syntax import Syntax

_AGAIN = frozenset(("since", "after", "when", "before", "because", "until", "till", "as", "once"))
_WHO = frozenset(("who", "which", "that", "whose", "where"))
_KNOWN = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their"))


def is_retold(syntax: Syntax, verb: int | None) -> bool:
    """Whether a verb's clause takes for granted what it tells.

    A relative clause or participle of what has a name or "the", a clause after "since", "after" or
    "when", "to sell" of "the decision to sell".
    """
    if verb is None:
        return False
    label = syntax.full[verb]
    if label.startswith("acl"):
        return is_identified(syntax, syntax.head[verb])
    if label == "advcl":
        cases = {syntax.low[k] for k in syntax.kids_of(verb, "mark", "case")}
        return "with" in cases or any(
            syntax.low[k] in _AGAIN for k in syntax.kids_of(verb, "mark", "advmod")
        )
    return False


def is_identified(syntax: Syntax, noun: int) -> bool:
    """Whether a noun is a name, or has "the", "its" or a genitive."""
    if syntax.pos[noun] == "PROPN":
        return True
    return any(
        syntax.low[k] in _KNOWN or syntax.full[k] == "nmod:poss"
        for k in syntax.kids_of(noun, "det", "nmod")
    )


def relative_head(syntax: Syntax, verb: int, subject: int) -> int:
    """The noun that the subject of a relative clause stands for; else the subject itself."""
    if syntax.low[subject] in _WHO and syntax.full[verb].startswith("acl"):
        return syntax.head[verb]
    return subject
