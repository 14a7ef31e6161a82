"""Lemmas as edit scripts: how to get from a word form to its lemma.

A script is `case|cut|add`: case `l` starts from the lower-cased form, `k` from the form as it
stands and `t` from the form in Title case; `cut` letters come off its end and `add` goes on
("l|3|y": studies -> study). A script `=be` gives the lemma itself ("'s" -> "be").
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path


def script_of(form: str, lemma: str) -> str:
    """The script that turns `form` into `lemma`."""
    for case, start in (("l", form.lower()), ("k", form), ("t", form.capitalize())):
        shared = 0
        for a, b in zip(start, lemma, strict=False):
            if a != b:
                break
            shared += 1
        if shared and shared >= min(2, len(start)) and len(start) - shared <= 5:
            return f"{case}|{len(start) - shared}|{lemma[shared:]}"
    return f"={lemma}"


def apply_script(script: str, form: str) -> str:
    """The lemma of `form`. A script that does not fit gives the lower-cased form."""
    if script.startswith("="):
        return script[1:]
    case, cut, add = script.split("|", 2)
    start = {"l": form.lower(), "t": form.capitalize()}.get(case, form)
    keep = len(start) - int(cut)
    if keep <= 0:
        return form.lower()
    return start[:keep] + add


_UNINFLECTED = frozenset(
    ("VB", "VBP", "NN", "JJ", "RB", "IN", "DT", "CC", "TO", "EX", "UH", "RP", "WRB")
)


class Lemmatizer:
    """Lemmas of words in context: a table of inflected forms first, then the encoder's script."""

    def __init__(self, scripts: Sequence[str], table: Mapping[str, str]) -> None:
        """`table` maps "form tag" (lower-cased form, Penn tag) to a lemma."""
        self._scripts = scripts
        self._table = table

    @classmethod
    def load(cls, scripts: Sequence[str], path: Path) -> Lemmatizer:
        return cls(scripts, json.loads(path.read_text(encoding="utf8")))

    def __call__(self, form: str, tag: str, script: int) -> str:
        """The lemma of a word with this Penn tag and script number."""
        low = form.lower()
        known = self._table.get(f"{low} {tag}")
        if known is not None:
            return known
        if tag in _UNINFLECTED and low.isalpha():
            return low
        return apply_script(self._scripts[script], form)


def inflected_table(words: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """The table for (form, tag, lemma) words: forms whose lemma is clear and not the form itself.

    Proper nouns and figures are left to the scripts.
    """
    counts: dict[str, Counter[str]] = {}
    for form, tag, lemma in words:
        if not tag.startswith(("NNP", "CD", "FW", "LS", "ADD", "GW", "$")) and form.isascii():
            counts.setdefault(f"{form.lower()} {tag}", Counter())[lemma] += 1
    table = {}
    for key, lemmas in sorted(counts.items()):
        lemma, count = lemmas.most_common(1)[0]
        form, tag = key.rsplit(" ", 1)
        inflected = lemma != form or tag not in _UNINFLECTED
        if count >= 0.75 * lemmas.total() and inflected and (form.isalpha() or count > 2):
            table[key] = lemma
    return table
