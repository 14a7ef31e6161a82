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
_ALIKE = 3  # words ahead of two dates that tell one thing
_DASH = lazy_regex(r"\s?[-–—]\s?$|\s?[-–—]")
_MIDNIGHT = lazy_regex(r"\bmidnight\b", re.IGNORECASE)
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
        return a.weekday != b.weekday and not _is_midnight(a, b)
    if a.month_day and b.month_day:
        return a.month_day != b.month_day
    if begins(a.verb) and a.year and b.year and a.year != b.year:
        return True
    if a.month and b.month and a.month != b.month:
        return True
    return bool(a.year and b.year and a.year != b.year) and _is_told_again(a, b)


def _is_midnight(a: Dated, b: Dated) -> bool:
    """Whether two days meet at the hour that is told: "at midnight on Friday", "on Saturday"."""
    apart = (int(a.weekday or 0) - int(b.weekday or 0)) % 7
    return apart in (1, 6) and any(_MIDNIGHT.search(f"{m.before} {m.after}") for m in (a, b))


def _is_told_again(a: Dated, b: Dated) -> bool:
    """ "The hall burnt down in 2016", "since the hall burnt down in 2018"."""
    if not b.retold or b.block < a.block or {a.tense, b.tense} == {"past", "future"}:
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
        return _is_done_once(a, b)
    if a.weekday and (appointed := _appointed(a)) is not None and appointed == _appointed(b):
        mine, theirs = ((m.things | _names_near(m)) - _GENERAL - {appointed} for m in (a, b))
        return not (mine and theirs) or bool(mine & theirs)
    return any(_is_named_by(one, other) for one, other in ((a, b), (b, a)))


def _is_done_once(a: Dated, b: Dated) -> bool:
    """Whether one thing is done, told with one verb or from its two sides.

    "The institute released the survey", "the survey was released": what is done to several things
    ("hear cases", "held caucuses"), or to "a" thing, is done on many days.
    """
    if {a.tense, b.tense} == {"past", "future"}:
        return False  # "started on 22 March", "will start in June"
    alike = a.left[-_ALIKE:] == b.left[-_ALIKE:]
    if a.several or b.several or (b.indefinite and not alike) or _are_strangers(a, b):
        return False
    if (a.patients & b.subjects) | (a.subjects & b.patients):
        return a.verb != b.verb  # "hired Kroiss", "Kroiss joined"
    if a.subjects and b.subjects and not a.subjects & b.subjects:
        return False
    return bool((a.patients & b.patients) - _GENERAL) and (b.known or alike)


def _is_named_by(one: Dated, other: Dated) -> bool:
    """ "The April letter", of the letter that somebody signed in March."""
    if one.noun is None or other.event is None or one.weekday is not None:
        return False
    near = _names_near(one)
    if near and other.names and near.isdisjoint(other.names):
        return False
    if _DASH.match(one.after) or _DASH.match(other.after) or _DASH.search(other.before):
        return False  # "the April-September season"
    told = other.objects - _GENERAL
    if one.noun == other.event and _is_signed(one, other):
        told |= {one.noun}
    return one.noun in told and re.search(r"\b[Tt]he\s+$", one.before) is not None


def _is_signed(one: Dated, other: Dated) -> bool:
    """Whether a deed's noun is of the same thing: "the 3 May signing of the lease"."""
    things = {stem(word) for word in re.findall(r"\w+", one.after)}
    return not other.patients or bool(other.patients & things)


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
