"""Fragments: small gold trees that sentences are put together from.

A fragment is a list of words whose heads index the fragment; its root points at itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from training.treebank import Word

Fragment = list[Word]

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("frames.toml").read_text("utf8"))


def word(
    form: str, lemma: str, tags: str, label: str, head: int = 0, entity: str | None = "O"
) -> Word:
    """A word followed by a space. `tags` is "UPOS XPOS" and, if any, features."""
    upos, xpos, *features = tags.split(" ")
    return Word(form, True, lemma, upos, xpos, "".join(features), head, label, entity)


def root_of(fragment: Sequence[Word]) -> int:
    """Index of the word that points at itself."""
    return next(i for i, w in enumerate(fragment) if w.head == i)


def join(out: Fragment, part: Sequence[Word], label: str = "", head: int = -1) -> int:
    """Append `part`; its root gets this label and head (-1: itself). Gives the root's index."""
    offset = len(out)
    root = root_of(part)
    for i, w in enumerate(part):
        if i == root:
            top = offset + root if head < 0 else head
            out.append(replace(w, head=top, label=label or w.label))
        else:
            out.append(replace(w, head=offset + w.head))
    return offset + root


def glue(out: Fragment) -> None:
    """Take away the space after the last word."""
    out[-1] = replace(out[-1], space_after=False)


def comma(out: Fragment, head: int) -> None:
    glue(out)
    out.append(word(",", ",", "PUNCT ,", "punct", head))


def inside(words: Sequence[Word], i: int, top: int) -> bool:
    """Whether word i stands under word `top`."""
    for _ in words:
        if i == top:
            return True
        if words[i].head == i:
            return False
        i = words[i].head
    return False


def lower_first(part: Sequence[Word]) -> Fragment:
    """The fragment as it reads inside a sentence."""
    first = part[0]
    keep = first.upos == "PROPN" or first.form in ("I",) or first.form[:2].isupper()
    form = first.form if keep else first.form[0].lower() + first.form[1:]
    return [replace(first, form=form), *part[1:]]


def upper_first(part: Sequence[Word]) -> Fragment:
    first = part[0]
    return [replace(first, form=first.form[0].upper() + first.form[1:]), *part[1:]]
