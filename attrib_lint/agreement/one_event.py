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
_BESIDE = 25  # characters that belong to a day and what is named by it
_SLIP = 2  # years
_ACT = 4  # letters by which a noun names what somebody did
_OCCUR = frozenset(("happen", "occur", "take", "begin", "start"))
_ANY_FIRM = frozenset(
    stem(noun) for noun in ("company", "firm", "business", "group", "club", "charity", "startup")
)
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
    if a.month and b.month and a.month != b.month:
        return True
    return bool(a.year and b.year and a.year != b.year) and _is_told_again(a, b)


def _is_told_again(a: Dated, b: Dated) -> bool:
    """ "The hall burnt down in 2016", "since the hall burnt down in 2018"."""
    if not b.retold or b.block < a.block or (a.tense != b.tense and b.tense == "future"):
        return False
    if _APART.search(f"{b.before} {b.after[:15]}"):
        return False
    if a.event is None or not (a.event in (b.event, b.noun) or _names_act(b, a.event)):
        return False
    slip = not (a.year and b.year) or _is_slip(a.year, b.year)
    common = (a.names & b.things) | (a.things & b.things)
    if _are_strangers(a, b) and not common - _ANY_FIRM:
        return slip and begins(a.verb) and bool(a.objects & _ANY_FIRM) and a.block != b.block
    if not (slip or begins(a.verb)):
        return False
    if b.verb is None or _names_act(b, a.event):
        return True
    shared = a.things & b.things | a.names & b.things | a.things & b.names
    return bool(shared - _GENERAL) or not b.things


def _is_slip(one: str, other: str) -> bool:
    """Whether one year may stand for the other by mistake: 2011 for 2013, 1998 for 1989.

    What happens to somebody in years far apart (elected, arrested, flooded) has happened twice.
    """
    return abs(int(one) - int(other)) <= _SLIP or sorted(one) == sorted(other)


def _names_act(b: Dated, event: str) -> bool:
    """ "The walkout, which started on 9 May", of those who walked out."""
    begun = b.event == "open" or b.verb in _OCCUR
    return begun and any(
        thing.startswith(event[:_ACT]) for thing in b.subjects if len(event) >= _ACT
    )


def one_event(a: Dated, b: Dated) -> bool:
    """The same verb with shared arguments, or a dated noun that the other's verb is about."""
    if not (_SINCE.search(a.before) or _SINCE.search(b.before)) and _is_told_again(a, b):
        return True
    if _APART.search(f"{a.before} {b.before} {a.after[:15]} {b.after[:15]}"):
        return False
    if is_put_off(a.before):
        return is_to_come(b.before) and _is_of_case(a, b)
    for one, other in ((a, b), (b, a)):
        day = one.weekday or one.month_day
        near, theirs = _names_near(one), other.names
        if near and theirs and near.isdisjoint(theirs):
            continue
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
        if not any((a.subjects, a.objects, b.subjects, b.objects)):
            return False  # "Released in May on vinyl": an entry of a list
        shared = (a.things & b.things) - _GENERAL
        clash = a.objects and b.objects and not a.objects & b.objects
        clash = clash or (a.subjects and b.subjects and not a.subjects & b.subjects)
        if (a.objects & b.subjects) | (a.subjects & b.objects):
            clash = False  # "hired Kroiss", "Kroiss joined"
        strangers = _are_strangers(a, b) and not (a.objects & b.objects) - _GENERAL - _ANY_FIRM
        return bool(shared) and not clash and not strangers
    if a.weekday and (appointed := _appointed(a)) is not None and appointed == _appointed(b):
        mine, theirs = ((m.things | _names_near(m)) - _GENERAL - {appointed} for m in (a, b))
        return not (mine and theirs) or bool(mine & theirs)
    for one, other in ((a, b), (b, a)):
        told = {*(other.objects - _GENERAL), other.event}
        if one.noun and other.event and one.noun in told:
            return bool(re.search(r"\b[Tt]he\s+$", one.before)) and one.weekday is None
    return False


def _are_strangers(a: Dated, b: Dated) -> bool:
    """Whether both have names, and none in common: Cairo and Amman."""
    return bool(a.names and b.names) and a.names.isdisjoint(b.names)


def _names_near(mention: Dated) -> frozenset[str]:
    """The names right beside a date, which say whose or where: "the 9 May blast in Amman"."""
    near = f"{mention.before[-_BESIDE:]} {mention.after[:_BESIDE]}"
    return mention.names & {stem(word) for word in re.findall(r"\w+", near)}


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
