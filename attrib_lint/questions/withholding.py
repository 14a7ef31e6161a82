"""Whether some words say why a name is withheld, or that it is."""

from __future__ import annotations

import re
from functools import cache

from attrib_lint.lexicon import load


def gives_reason(text: str, kind: str = "entries") -> bool:
    """Whether `text` has one of the reasons of a kind, as whole words ("unnamed sources" has none).

    The kinds are the lists under "reasons" in lexicon/anonymity.toml.
    """
    return _reasons(kind).search(" ".join(text.lower().replace("’", "'").split())) is not None


@cache
def _reasons(kind: str) -> re.Pattern[str]:
    listed = (reason.replace("’", "'") for reason in load("anonymity")[f"reasons.{kind}"])
    return re.compile(r"\b(?:" + "|".join(re.escape(reason) for reason in listed) + r")\b")
