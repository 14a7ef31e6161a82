"""Lemmas as edit scripts: how to get from a word form to its lemma.

A script is `case|cut|add`: case `l` starts from the lower-cased form, `k` from the form as it
stands and `t` from the form in Title case; `cut` letters come off its end and `add` goes on ("l|3|y": studies -> study). A script
`=be` gives the lemma itself ("'s" -> "be").
"""

from __future__ import annotations


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
