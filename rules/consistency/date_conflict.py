"""Give one event one date.

A weekday that does not fit the date, or a letter signed in March that is the April letter further
down, sends readers to the wrong day and tells them that nobody looked it up. (BBC 3.3: accuracy;
Reuters: check dates and days against a calendar)

Checks weekdays against the calendar, two dates for one event (the same verb with the same subject
or object, or told again: "since it burnt down in 2013"), date ranges that share an end, and "next
week" against the day of publication. Lets through: different verbs (written, published), repeated
events, a month that holds the other date.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date

from attrib_lint.api import (
    Article,
    Dated,
    Entries,
    Finding,
    Options,
    Related,
    dated,
    dated_twice,
    dates_differ,
    dates_in,
    one_event,
    reports_as_it_happens,
)

HELP = "Which date is right? Look at the record, and give one date."
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
WHERE = "all"
OPTIONS = {"events": True, "reader-company": 0.0}
PRESET_OPTIONS = {"default": {"events": False}}
GUARDS = (
    "without the option `events` only the calendar is asked: a weekday that the date is not, a day "
    "that the date of the piece rules out",
    "different verbs date different events (begun and completed, written and published)",
    "a month or year that holds the other date agrees with it",
    "what is done to several things, or to a thing that is new, has several dates",
    "what people do again and again (saying, meeting, campaigning) is not compared",
    "in an article of which the reader suspects a lot, one act of one party told by verb and noun "
    "(left in January, her February exit) is asked about too",
    "running reports are let through",
)
GOOD = [
    "Ada Obi was born in 1962.\n\nHer husband is the painter Bo Reeve. He was born in 1958.",
    "A bomb exploded in Cairo on 3 May.\n\nThe 9 May blast in Amman killed four, officials "
    "there said.",
    "Ann Lee resigned as chair of the bank on Monday.\n\nTuesday’s resignation of Bo Hart at "
    "the union came late.",
    "The men’s final will be played on Sunday.\n\nThe women’s final will be held on Saturday "
    "at noon.",
    "Men ambushed a bus near Kano on Saturday, police said.\n\nSunday’s funeral drew crowds.",
    "Plans for the funeral were announced on Saturday.\n\nThe funeral will be held at noon on "
    "Friday.",
    "In a video dated May 23, 2015, Obi spoke of the mill.\n\nA short film dated Jan. 11, 2014, "
    "showed Obi with a spade.",
    "He began hiring in February; two engineers joined in March.",
    "The report was written in May 2019. The report was published in June 2021.",
    "The board met on Tuesday, April 12, 2022.",
    "Gunmen raided a mine on Friday.\n\nOn Sunday they raided a farm.\n\nSunday’s raid was worse.",
    "A man hurt in the blast died on Friday.\n\nThursday’s blast broke windows.",
    "The judge adjourned the case till 3 May.\n\nThe mayor will open the fair on May 13.",
    "The fair opened on 3 May with a parade.\n\nThe fair will open to schools, free of charge and "
    "with a concert in the great tent by the river, on 9 May.",
    "Night Bus is back on vinyl. Released 3 May on vinyl.\n\nLong Road is a first album. Released "
    "9 May on vinyl.",
    "The north wing was built in 1884.\n\nThe tower was built in 1902.",
    "He signed the letter on March 22.\n\nThe March letter called for a pause.",
    "She spoke to the council on Monday. She spoke to the council again on Friday.",
    "Mills that failed\n\nObi Mills: It got $40 million.\n\nThe firm declared bankruptcy in June."
    "\n\nReeve Mills: It got $35 million.\n\nThe firm declared bankruptcy in May.\n\nLee Mills: It "
    "got nothing.",
    "The show runs from January 23 through March 9.\n\nThe other hall is open June 1 to July 2.",
]
BAD = [
    "The theatre burnt down in [[2011]].\n\nSince the theatre burnt down in 2013, plays are in a "
    "barn.",
    "Published 12 April\n\nThe court will hear the case next week, on [[10 April]].",
    "Gunmen raid a mine\n\nMen with rifles raided a mine near Kuru on Friday, its owner said."
    "\n\nTwo guards are in hospital.\n\n[[Thursday]]’s raid was the second this year.",
    "The judge adjourned the case till [[3 May]] for hearing of the bail plea.\n\nOutside, it "
    "rained.\n\nThe court will hear the bail plea on May 13.",
    "The auction of the mill is planned for Monday.\n\nBuyers from Turin will be at "
    "[[Tuesday]]’s auction.",
    "The brewery, which was founded in [[1884]], makes stout.\n\nIts founders were monks."
    "\n\nThe brewery was founded in 1848 by a miller.",
    "Six died when men ambushed a bus near Kano on Saturday, police said.\n\n[[Sunday]]’s attack "
    "is the worst in a year.",
    "A medical is planned for Thursday at the clinic.\n\nIf all goes well at [[Friday]]’s medical, "
    "he will sign.",
    "The winger is due for his medical on [[Thursday]].\n\nRovers owe money, and with Wednesday’s "
    "medical near, time is short.",
    "Rourke and Vance, who split in [[March]], met on a bus.\n\nShe has a flat that stood empty "
    "since she and Milo Vance split in January.",
    "He signed the letter on March 22.\n\nThe [[April]] letter called for a pause.",
    "Published 12 April 2023\n\nCouncil faces court\n\nThe council will defend itself at "
    "next week's "
    "hearing on [[10 April]].",
    "The lab hired Manuel Kroiss in [[February]].\n\nKroiss joined the lab in March.",
    "The board met on [[Monday, April 12, 2022]].",
    "The show runs from January 23 through [[March 19]].\n\nAt the museum, January 23 - March 9.",
    "Ada Obi cites a memo released [[Thursday]].\n\nTom Reeve has not been seen since the memo was "
    "released Wednesday.",
    "The survey was released on [[Tuesday]].\n\nThe institute released the survey on Thursday.",
]
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEXT = re.compile(
    r"\b(?:next (?:week|month|year)|tomorrow|upcoming)(?:['’]s)?,?\s+(?:\w+\s+){0,3}(?:on\s+)?$"
)
_LAST = re.compile(r"\b(?:last (?:week|month)|yesterday)(?:['’]s)?,?\s+(?:\w+\s+){0,3}(?:on\s+)?$")
_THROUGH = re.compile(r"\s*(?:through|thru|to|until|till|and|–|—|-)\s*")
_PUBLISHED = re.compile(r"\b(?:Published|Posted|Dated?|Dateline)\b:?\s*(?:on\s+)?$")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each event with two dates, and for each date that cannot be."""
    found = dated(article)
    yield from _weekdays(found)
    yield from _against_publication(article, found)
    if not options.flag("events") or reports_as_it_happens(article):
        return
    yield from _ranges(found)
    yield from _events(article, found)


def _weekdays(found: tuple[Dated, ...]) -> Iterator[Finding]:
    """A weekday that the calendar does not have for the date."""
    seen: set[str] = set()
    for mention in found:
        if mention.text in seen:
            continue
        named = next((d for d in _DAYS if mention.text.startswith(d[:3])), None)
        value = mention.mention.value
        day = _calendar(value)
        if named is None or day is None:
            continue
        real = _DAYS[day.weekday()]
        if mention.text.split()[0].rstrip(",.") not in (real, real[:3], real[:4]):
            seen.add(mention.text)
            others = [m for m in found if m is not mention and m.mention.value == value]
            related = tuple(Related(m.span, f"here it is {m.text}") for m in others)
            text = f"“{mention.text}”: that day was a {real}."
            yield Finding(mention.span, text, related)


def _calendar(value: str) -> date | None:
    """The day that a full value names, or None."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _against_publication(article: Article, found: tuple[Dated, ...]) -> Iterator[Finding]:
    """ "next week's hearing on 10 April" in a piece of 12 April."""
    published = _published(article)
    if published is None:
        return
    for mention in found:
        years = {mention.mention.value[:4], published[:4]} - {"XXXX"}
        if mention.month_day is None or len(years) > 1:
            continue
        past = mention.month_day < published[5:]
        future = mention.month_day > published[5:]
        wrong = (_NEXT.search(mention.before) and past) or (_LAST.search(mention.before) and future)
        if wrong and published[5:7] not in ("01", "12"):
            phrase = _NEXT.search(mention.before) or _LAST.search(mention.before)
            words = phrase.group().split()[:2] if phrase else []
            text = (
                f"“{' '.join(words)}” and “{mention.text}” cannot both be: this is dated "
                f"{published.removeprefix('XXXX-')}."
            )
            yield Finding(mention.span, text)


def _published(article: Article) -> str | None:
    """The day of publication, where front matter or a "Published" line states it."""
    stated = article.document.metadata.get("date", "")[:10]
    if _calendar(stated) is not None:
        return stated
    top = article.text[:400]
    for mention in dates_in(top):
        stated = mention.value.replace("XXXX", "2000")
        if _calendar(stated) is not None and _PUBLISHED.search(top[: mention.span.start]):
            return mention.value
    return None


def _ranges(found: tuple[Dated, ...]) -> Iterator[Finding]:
    """Two ranges of days that share one end and not the other."""
    ranges = [
        (a, b)
        for a, b in itertools.pairwise(found)
        if a.month_day
        and b.month_day
        and a.sentence == b.sentence
        and _THROUGH.fullmatch(a.after[: b.span.start - a.span.end])
    ]
    distinct = {(a.month_day, b.month_day) for a, b in ranges}
    if len(distinct) != 2:
        return
    first = ranges[0]
    second = next(
        r
        for r in ranges
        if (r[0].month_day, r[1].month_day) != (first[0].month_day, first[1].month_day)
    )
    same = [i for i in (0, 1) if first[i].month_day == second[i].month_day]
    if len(same) == 1:
        i = 1 - same[0]
        stated = next(m for m in found if m.month_day == second[i].month_day)
        yield _finding(first[i], stated if stated.span != first[i].span else second[i])


def _events(article: Article, found: tuple[Dated, ...]) -> Iterator[Finding]:
    """One event, two dates."""
    taken: set[int] = set()
    entries = Entries(article)
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            if {a.span.start, b.span.start} & taken or a.sentence == b.sentence:
                continue
            if entries.are_two(a.block, b.block):
                continue
            if dates_differ(a, b) and one_event(a, b) and not _restated(a, b, found):
                taken |= {a.span.start, b.span.start}
                side = (b, a) if a.noun is None and b.noun is not None else (a, b)
                yield _finding(*side)
    for a, b in dated_twice(article, found):
        if not {a.span.start, b.span.start} & taken:
            taken |= {a.span.start, b.span.start}
            yield _finding(a, b)


def _finding(a: Dated, b: Dated) -> Finding:
    text = f"“{a.text}” and “{b.text}” give different dates for the same event."
    return Finding(a.span, text, (Related(b.span, f"here it is {b.text}"),))


def _day(mention: Dated) -> str | None:
    """The weekday, or the day of the year."""
    return mention.weekday or mention.month_day


def _restated(a: Dated, b: Dated, found: tuple[Dated, ...]) -> bool:
    """Whether both dates come back: then they are two events.

    A day that only names what happened ("Sunday's attack") may not be told of anywhere else.
    """
    for one, other in ((a, b), (b, a)):
        if one.called & other.told and any(
            m is not one and _day(m) is not None and _day(m) != _day(other)
            for m in found
            if _day(m) == _day(one) or m.told & one.called
        ):
            return True
    return all(
        any(o is not x and o.mention.value == x.mention.value for o in found) for x in (a, b)
    )
