"""What a figure covers: a whole or a part, now or at another time, the first few or all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrib_lint.agreement.place import Place
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.extract.dates import dates_in
from attrib_lint.lexicon import words

_RELATIVE = lazy_regex(
    r"\b(?:last|next|previous|this|earlier this|coming)\s+(?:week|month|year|quarter|season|night"
    r"|spring|summer|fall|autumn|winter|decade|time|election|cycle)\b",
    re.IGNORECASE,
)
_MORE = frozenset(("more", "other", "others", "additional", "further", "extra", "new"))
_ADDED = frozenset(("another", "additional", "further", "remaining", "extra"))
_LISTED = _ADDED | {"other", "including", "plus", "next"}
_WHOLES = frozenset(("them", "whom", "those", "which", "these", "the"))
_RANKS = frozenset(("first", "last", "top", "final", "past", "next", "previous"))
_DEFINITE = frozenset(("the", "these", "those", "all", "his", "her", "their", "its"))


def times_in(sentence: str) -> frozenset[str]:
    """The dates of a sentence, and its "last week" and the like in lower case."""
    dated = {m.value for m in dates_in(sentence) if m.value != "XXXX-XX-XX"}
    return frozenset(dated | {m.group().lower() for m in _RELATIVE.finditer(sentence)})


def is_part(place: Place, phrase: range | None) -> bool:
    """Whether a figure is part of a whole, an addition to one, or one of a list."""
    low = place.syntax.low
    before, after, written = place.before(4), place.after(3), place.text
    inside = [low[i] for i in phrase] if phrase is not None else place.low
    if low[place.first] in _ADDED:
        return True
    if low[place.first] not in ("more", "over") and not _MORE.isdisjoint(inside[1:]):
        return True
    if "$" in written or "£" in written or "€" in written:
        return not _ADDED.isdisjoint(before)
    if after[:1] == ["more"] or (after[:1] == ["of"] and not _WHOLES.isdisjoint(after[1:2])):
        return not written.endswith("%") and "percent" not in written
    return not _LISTED.isdisjoint(before)


def is_ranked(place: Place) -> bool:
    """ "the first two states", "the last five months", "the top 10"."""
    return not _RANKS.isdisjoint(place.before(1))


def is_definite(place: Place) -> bool:
    """ "the 12 members", "all 12"; not "HIS rose 12 percent", whatever HIS may be."""
    syntax, ahead = place.syntax, place.first - 1
    if ahead >= 0 and syntax.pos[ahead] == "VERB" and syntax.dep[ahead] != "amod":
        return False
    return not _DEFINITE.isdisjoint(place.before(2)) or place.low[0] == "all"


def is_shifted(place: Place, clause: Iterable[int]) -> bool:
    """Whether a clause speaks of another time."""
    shifting = words("measured_events", "time_shift.words")
    return any(place.syntax.low[i] in shifting for i in clause)


def is_compound(place: Place) -> bool:
    """ "800-page", "20-yard": a figure joined to its noun by a hyphen."""
    words_after = place.syntax.words[place.stop : place.stop + 1]
    return "-" in place.text.strip("-") or words_after in (["-"], ["‑"])
