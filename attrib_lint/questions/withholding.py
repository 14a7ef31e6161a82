"""Whether some words say why a name is withheld, or that it is."""

from __future__ import annotations

import re
from functools import cache

from attrib_lint.lexicon import load


def gives_reason(text: str, kind: str = "entries") -> bool:
    """Whether `text` has one of the reasons of a kind, as whole words ("unnamed sources" has none).

    The kinds are the lists under "reasons" in lexicon/anonymity.toml.
    """
    plain = " ".join(text.lower().replace("’", "'").split())
    listed, whole = _reasons(kind)
    return any(reason in plain for reason in listed) and whole.search(plain) is not None


@cache
def _reasons(kind: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The reasons, and what finds them as whole words."""
    listed = tuple(r.replace("’", "'") for r in load("anonymity")[f"reasons.{kind}"])
    return listed, re.compile(r"\b(?:" + "|".join(map(re.escape, listed)) + r")\b")
