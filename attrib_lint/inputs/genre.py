"""What kind of piece an article says it is: the label over it, the note on its writer below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrib_lint.core.document import BlockKind
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from attrib_lint.inputs.structure import Draft

_KINDS = r"(?:opinions?|commentary|editorials?|op-?eds?|column|viewpoint|perspective)"
_LABEL = lazy_regex(
    rf"(?i:(?:(?:analysis|news)\s?[/&|]\s?)?{_KINDS}(?:\s?[/&|]\s?\w+)?|analysis)\W*"
)
_ABOVE = lazy_regex(
    rf"(?i:(?:(?:analysis|news)\s?/\s?)?(?:{_KINDS}|analysis)\s*[:|]|.*\S(?:\s+[|–—]\s+|:\s){_KINDS}$)"
    r"|(?:ANALYSIS|COMMENTARY|OPINION)\s+[—–-]\s"
)
_BELOW = lazy_regex(
    r"(?i:\b(?:views?|opinions?)\b[^.]{0,40}\b(?:expressed|presented|stated)\b[^.]{0,80}"
    r"\b(?:authors?|writers?|columnists?|contributors?|commentators?|own|solely|alone)\b"
    r"|\bis an? (?:[\w-]+ ){0,3}(?:columnist|commentator|opinion (?:writer|contributor|editor))\b)"
)
_WRITER = lazy_regex(
    r"\W*(?!(?:The|An?|This|It|He|She|They|His|Her) )(?P<name>(?:(?:Dr|Sen|Rep|Gov|Prof)\.? )?"
    r"(?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]+)(?:, [^,.]{3,60},)?"
    r" (?:is|was|served|teaches|has been)\b(?P<role>[^.!?]*)"
)
_FIRST, _LAST, _NOTES = 4, 6, 3  # blocks from either end
_MAX_NOTE = 700


def genre_of(drafts: Sequence[Draft], kinds: Sequence[BlockKind]) -> str:
    """ "opinion" or "analysis" where an article carries that label, else ""."""
    for draft in drafts[:_FIRST]:
        label = _LABEL.fullmatch(draft.text) or _ABOVE.match(draft.text)
        if label is not None:
            return "analysis" if label[0].lower().strip(" :|—–-.") == "analysis" else "opinion"
    notes = [
        d.text
        for d, kind in zip(drafts[-_LAST:], kinds[-_LAST:], strict=True)
        if kind in ("boilerplate", "byline", "paragraph") and len(d.text) <= _MAX_NOTE
    ]
    if any(map(_BELOW.search, notes)) or _is_by_an_outsider(drafts):
        return "opinion"
    return ""


def _is_by_an_outsider(drafts: Sequence[Draft]) -> bool:
    """Whether a piece ends in a note on somebody whom it does not speak of, and who is no reporter.

    "Ann Lee is professor of history at Hale College." News is written by those whose job it is.
    """
    for i in range(max(2, len(drafts) - _NOTES), len(drafts)):
        note = _WRITER.match(drafts[i].text) if len(drafts[i].text) <= _MAX_NOTE else None
        if note is None:
            continue
        roles = set(re.findall(r"[a-z]+", note["role"].lower()))
        if not roles & words("genre", "outsiders") or roles & words("genre", "reporters"):
            continue
        surname = re.compile(rf"\b{re.escape(note['name'].split()[-1])}\b")
        if not any(surname.search(draft.text) for draft in drafts[1:i]):
            return True
    return False
