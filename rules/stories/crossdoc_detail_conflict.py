"""Tell the same details: who wrote it, where it stands, fired or resigned.

A detail that changes from one article to the next was changed by somebody, and seldom by the
source. House convention.

Compares who made a thing, how somebody left, who holds which post, how old people are, when things
happened, where a fire began, and what distinguishes a counted thing, in articles on one story. Lets
through: one detail more or less, titles in other words, things that only share a noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import (
    Dated,
    Finding,
    Happening,
    Mention,
    Options,
    Related,
    Story,
    Told,
    dates_differ,
    dimension,
    one_bearer,
    one_event,
    same_value,
    words,
)

HELP = "What does the original say?"
SEVERITY = "info"
PRESETS = ("reuters", "strict")
WHERE = "all"
GUARDS = (
    "one detail more is no conflict",
    "the makers must both be named",
    "posts must differ by a rank such as “deputy” and by nothing else",
    "a suspension that an article of another day tells as a dismissal is what came next",
    "counted things need the same owner, number and noun",
)
GOOD = [
    "The fire at Acme Motors began in the boiler room.\n=====\nThe leak at Acme Motors began in "
    "the spray hall.",
    "Acme Motors suspended Ann Lee on Monday.\n=====\nAcme Motors suspended Ann Lee in May and "
    "sacked Lee on Monday.",
    "Chief engineer Ann Lee has left Acme Motors.\n=====\nAnn Lee, an engineer, has left Acme "
    "Motors.",
    "The fire at Acme Motors began in a paint shop.\n=====\nThe fire at Acme Motors broke out at "
    "noon.",
    "Acme Motors sacked Ann Lee on Monday.\n=====\nAcme Motors sacked Lee on Monday.",
    "Ann Lee of Acme Motors wrote a letter.\n=====\nThe letter to Acme Motors was written by "
    "Ann Lee.",
    "Acme Motors has two plants in Leeds.\n=====\nAcme Motors has two plants.",
]
BAD = [
    "Acme Motors closed its plant on Monday. Tom Hale, 61, wept.\n=====\nTom Hale, 58, wept when "
    "Acme Motors closed the plant.",
    "Acme Motors sold its Leeds plant on Monday.\n=====\nAcme Motors sold the Leeds plant on "
    "Thursday.",
    "Acme Motors suspended its chief engineer, Ann Lee, on Monday.\n=====\nAcme Motors has sacked "
    "engineer Ann Lee.",
    "Ann Lee, the deputy chief engineer of Acme Motors, left.\n=====\nActing chief engineer Ann "
    "Lee has left Acme Motors.",
    "The fire at Acme Motors began in the boiler room.\n=====\nThe blaze at Acme Motors broke out "
    "in the spray hall.",
    "Ann Lee spearheaded a letter against Acme Motors.\n=====\nThe letter against Acme "
    "Motors was written by Tom Hale.",
    "Acme Motors fired Ann Lee on Monday.\n=====\nAnn Lee resigned from Acme Motors on Monday.",
    "The vans stand in one of Acme’s two plants in Leeds, Acme Motors says.\n=====\nThe vans "
    "stand in one of Acme’s "
    "two remaining plants, Acme Motors says.",
]

_ONE = ("made", "began")  # what has one maker, or one place
_LEFT = frozenset(("dismiss", "resign", "suspend"))
_BIRTHDAYS = 2  # years: with less, a birthday may lie between two articles
_RANKS = words("roles", "posts.ranks")


def check_story(story: Story, options: Options) -> Iterator[Finding]:
    """One finding for each detail, at the later article."""
    yield from _happenings(story)
    yield from _posts(story)
    yield from _counted(story)
    yield from _ages(story)
    yield from _dates(story)


def _happenings(story: Story) -> Iterator[Finding]:
    """Two makers of one thing; somebody fired here who resigned there."""
    places = [(told, h) for told in story.articles for h in told.happenings]
    for i, (told, h) in enumerate(places):
        for other, earlier in places[:i]:
            if other is told:
                continue
            alike = h.kind == earlier.kind and h.kind in _ONE and h.thing == earlier.thing
            two_makers = alike and not set(h.who.split()) & set(earlier.who.split())
            if two_makers or _left_twice(told, h, other, earlier):
                text = f"“{h.text}” here; {other.name} has “{earlier.text}”."
                yield Finding(
                    h.span,
                    text,
                    (Related(earlier.span, "told differently", other.path),),
                    path=told.path,
                )
                break


def _left_twice(told: Told, h: Happening, other: Told, earlier: Happening) -> bool:
    """Whether one person was fired here and resigned, or was suspended, there.

    An article that tells of both, or of another day, tells how it went on.
    """
    kinds = {h.kind, earlier.kind}
    if len(kinds) < 2 or not kinds <= _LEFT or h.who.split()[-1] != earlier.who.split()[-1]:
        return False
    if told.date and other.date and told.date != other.date:
        return False
    return not any(kinds <= _ways_of(t, h.who.split()[-1]) for t in (told, other))


def _ways_of(told: Told, surname: str) -> frozenset[str]:
    return frozenset(h.kind for h in told.happenings if h.who.split()[-1:] == [surname])


def _posts(story: Story) -> Iterator[Finding]:
    """An "assistant chief officer" here who is "chief officer" there: at the one that is alone."""
    held: dict[str, list[tuple[Told, Happening]]] = {}
    for told in story.articles:
        for h in told.happenings:
            if h.kind == "post":
                held.setdefault(h.who, []).append((told, h))
    for places in held.values():
        for told, h in places:
            others = [p for p in places if p[0] is not told and _is_another_post(h, p[1])]
            same = {id(t) for t, other in places if not _is_another_post(h, other)}
            against = {id(t) for t, _ in others}
            if others and (
                len(against) > len(same)
                or (len(against) == len(same) and places.index((told, h)) > 0)
            ):
                text = f"“{h.text}” here; {others[0][0].name} has “{others[0][1].text}”."
                related = tuple(Related(o.span, "another post", t.path) for t, o in others)
                yield Finding(h.span, text, related, path=told.path)
                break


def _is_another_post(a: Happening, b: Happening) -> bool:
    """Whether two posts differ by a rank alone: "deputy head" and "head"."""
    one, other = (a.thing or "").split(), (b.thing or "").split()
    differ = set(one) ^ set(other)
    return one[-1:] == other[-1:] and bool(differ) and differ <= _RANKS


def _ages(story: Story) -> Iterator[Finding]:
    """One person, two ages, at the later article; a birthday explains one year."""
    places = [
        (told, m)
        for told in story.articles
        for m in told.figures
        if m.quantity.unit == "age" and m.bearer is not None and m.quantity.exact
    ]
    done: set[str] = set()
    for i, (told, m) in enumerate(places):
        for other, earlier in places[:i]:
            named, known = m.bearer or "", earlier.bearer or ""
            if other is told or named.split()[-1] in done or not one_bearer(named, known):
                continue
            here, there = m.quantity.interval.low, earlier.quantity.interval.low
            if here is not None and there is not None and abs(here - there) >= _BIRTHDAYS:
                done.add(named.split()[-1])
                text = f"“{m.text}” here; {other.name} has “{earlier.text}” for the same person."
                related = (Related(earlier.span, "another age", other.path),)
                yield Finding(m.shown_span, text, related, path=told.path)


def _dates(story: Story) -> Iterator[Finding]:
    """One event on two days, at the later article."""
    for i, told in enumerate(story.articles):
        for date in told.dates:
            against = [
                (other, known)
                for other in story.articles[:i]
                for known in other.dates
                if dates_differ(date, known) and _is_one_event(date, known)
            ]
            theirs = {d.mention.value for other, _ in against for d in other.dates}
            if against and date.mention.value not in theirs:
                other, known = against[0]
                text = f"“{date.text}” here; {other.name} has “{known.text}” for the same event."
                related = tuple(Related(k.span, "another day", o.path) for o, k in against)
                yield Finding(date.span, text, related, path=told.path)
                break


def _is_one_event(a: Dated, b: Dated) -> bool:
    """Whether two dates of two articles date one event: its verb, and more than one thing of it."""
    return a.event is not None and len(a.things & b.things) > 1 and one_event(a, b)


def _counted(story: Story) -> Iterator[Finding]:
    """ "two data centers in Atlanta", "two remaining data centres"."""
    places = [
        (told, m)
        for told in story.articles
        for m in told.figures
        if m.quantity.unit == "count"
        and m.quantity.exact
        and m.left[-1:]
        and m.left[-1] in ("'s", "’s")
    ]
    done: set[int] = set()
    for i, (told, m) in enumerate(places):
        for other, earlier in places[:i]:
            if other is not told and id(earlier) not in done and _differently(m, earlier):
                done.add(id(earlier))
                yield _finding(told, m, other, earlier)
                break


def _differently(a: Mention, b: Mention) -> bool:
    """One owner, noun and number, and each has a modifier that the other lacks."""
    if dimension(a.quantity) != dimension(b.quantity) or not same_value(a.quantity, b.quantity):
        return False
    owner = a.left[-2:-1] == b.left[-2:-1]
    return (
        owner
        and bool(a.nouns & b.nouns)
        and bool(a.phrase - b.phrase)
        and bool(b.phrase - a.phrase)
    )


def _finding(told: Told, m: Mention, other: Told, earlier: Mention) -> Finding:
    text = f"“{m.shown}” here; {other.name} has “{earlier.shown}”, described differently."
    related = (Related(earlier.shown_span, "described differently", other.path),)
    return Finding(m.shown_span, text, related, path=told.path)
