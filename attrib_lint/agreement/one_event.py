"""Whether two dates are given for one event."""

from __future__ import annotations

import re

from attrib_lint.agreement.dated import Dated
from attrib_lint.agreement.happening import appoints, begins, is_put_off, is_to_come
from attrib_lint.agreement.stems import is_content, stem
from attrib_lint.core.lazy_regex import lazy_regex

_APART = lazy_regex(
    r"\b(?:again|another|second|previous|next|last|earlier|later|also|other|former|first|new|then)\b"
)
_SINCE = lazy_regex(r"\b(?:since|until|till|before|after|by|from|through|to|between|and|than)\s+$")
_APPOINTED = frozenset(
    stem(noun)
    for noun in (
        *("medical", "inquest", "funeral", "verdict", "auction", "wedding"),
        *("coronation", "inauguration", "referendum"),
    )
)
_COURT = frozenset(stem(noun) for noun in ("trial", "hearing", "case", "proceedings"))
_BIRTH = frozenset(("bear", "born"))  # lemmas of "was born": "he" may be somebody else
_GENERAL = frozenset(
    [
        "people",
        "person",
        "attack",
        "year",
        "month",
        "day",
        "time",
        "week",
        "one",
        "presid",
        "campai",
        "state",
        "voter",
        "quarte",
        "candid",
        "night",
        "poll",
    ]
)


def dates_differ(a: Dated, b: Dated) -> bool:
    """Whether two dates of one grain cannot be one."""
    if a.weekday and b.weekday:
        return a.weekday != b.weekday
    if a.month_day and b.month_day:
        return a.month_day != b.month_day
    if begins(a.verb) and a.year and b.year and a.year != b.year:
        return True
    return bool(a.month and b.month and a.month != b.month)


def one_event(a: Dated, b: Dated) -> bool:
    """The same verb with shared arguments, or a dated noun that the other's verb is about."""
    if _APART.search(f"{a.before} {b.before} {a.after[:15]} {b.after[:15]}"):
        return False
    if is_put_off(a.before):
        return is_to_come(b.before) and _is_of_case(a, b)
    for one, other in () if _are_strangers(a, b) else ((a, b), (b, a)):
        day = one.weekday or one.month_day
        if one.called & other.told and day and not _SINCE.search(other.before):
            return True
    if _SINCE.search(a.before) or _SINCE.search(b.before):
        return False
    again = begins(a.verb) and a.verb == b.verb and b.verb not in _BIRTH and not b.things
    if again and b.block == a.block:
        return True  # "it was founded in 1932", not a paragraph on, where "it" is something else
    if a.after[:1] == b.after[:1] == ":":
        return False  # the entries of a log
    if a.event and a.event == b.event:
        if {a.tense, b.tense} == {"past", "future"}:
            return False  # "started on 22 March", "will start in June"
        if b.indefinite and a.left[-3:] != b.left[-3:]:
            return False  # "a video dated ..." and "a film dated ...": two things
        shared = (a.things & b.things) - _GENERAL
        clash = a.objects and b.objects and not a.objects & b.objects
        clash = clash or (a.subjects and b.subjects and not a.subjects & b.subjects)
        if (a.objects & b.subjects) | (a.subjects & b.objects):
            clash = False  # "hired Kroiss", "Kroiss joined"
        strangers = _are_strangers(a, b) and not (a.objects & b.objects) - _GENERAL
        return bool(shared) and not clash and not strangers
    if a.weekday and (appointed := _appointed(a)) is not None and appointed == _appointed(b):
        mine, theirs = ((m.things | m.names) - _GENERAL - {appointed} for m in (a, b))
        return not (mine and theirs) or bool(mine & theirs)
    for one, other in ((a, b), (b, a)):
        told = {*(other.objects - _GENERAL), other.event}
        if one.noun and other.event and one.noun in told:
            return bool(re.search(r"\b[Tt]he\s+$", one.before)) and one.weekday is None
    return False


def _are_strangers(a: Dated, b: Dated) -> bool:
    """Whether both have names, and none in common: Cairo and Amman."""
    return bool(a.names and b.names) and a.names.isdisjoint(b.names)


def _is_of_case(a: Dated, b: Dated) -> bool:
    """Whether what is put off is what is yet to be: "the bail application", or "the trial"."""
    said = re.split(r"[.;\n]", a.after)[0]
    put_off = {stem(w) for w in re.findall(r"[a-z]+", said) if is_content(w)} | a.things
    things = (put_off & b.things) - _GENERAL
    return len(things) > 1 or bool(b.things & _COURT)


def _appointed(mention: Dated) -> str | None:
    """The stem of what there is one of: "his medical on Thursday", "Wednesday’s medical"."""
    ahead = re.search(r"\b(\w+) on $", mention.before)
    behind = re.match(r"[’']s (\w+)", mention.after)
    nouns = [stem(found.group(1)) for found in (ahead, behind) if found is not None]
    if appoints(mention.verb):
        nouns += sorted(mention.things)
    for noun in (mention.noun, *nouns):
        if noun in _APPOINTED:
            return noun
    return None
