"""Tell the same details: who wrote it, where it stands, fired or resigned.

A detail that changes from one article to the next was changed by somebody, and seldom by the
source. House convention.

Compares who made a thing, how somebody left, and what distinguishes a counted thing, in articles on
one story. Lets through: one detail more or less, titles in other words, things that only share a
noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import Finding, Mention, Options, Related, Story, Told, dimension, same_value

HELP = "What does the original say?"
SEVERITY = "info"
PRESETS = ("reuters", "strict")
WHERE = "all"
GUARDS = (
    "one detail more is no conflict",
    "the makers must both be named",
    "counted things need the same owner, number and noun",
)
GOOD = [
    "Acme Motors sacked Ann Lee on Monday.\n=====\nAcme Motors sacked Lee on Monday.",
    "Ann Lee of Acme Motors wrote a letter.\n=====\nThe letter to Acme Motors was written by "
    "Ann Lee.",
    "Acme Motors has two plants in Leeds.\n=====\nAcme Motors has two plants.",
]
BAD = [
    "Ann Lee spearheaded a letter against Acme Motors.\n=====\nThe letter against Acme "
    "Motors was written by Tom Hale.",
    "Acme Motors fired Ann Lee on Monday.\n=====\nAnn Lee resigned from Acme Motors on Monday.",
    "The vans stand in one of Acme’s two plants in Leeds, Acme Motors says.\n=====\nThe vans "
    "stand in one of Acme’s "
    "two remaining plants, Acme Motors says.",
]


def check_story(story: Story, options: Options) -> Iterator[Finding]:
    """One finding for each detail, at the later article."""
    yield from _happenings(story)
    yield from _counted(story)


def _happenings(story: Story) -> Iterator[Finding]:
    """Two makers of one thing; somebody fired here who resigned there."""
    places = [(told, h) for told in story.articles for h in told.happenings]
    for i, (told, h) in enumerate(places):
        for other, earlier in places[:i]:
            if other is told:
                continue
            made = h.kind == earlier.kind == "made" and h.thing == earlier.thing
            two_makers = made and not set(h.who.split()) & set(earlier.who.split())
            left = {h.kind, earlier.kind} == {"dismiss", "resign"}
            same_person = left and h.who.split()[-1] == earlier.who.split()[-1]
            if two_makers or same_person:
                text = f"“{h.text}” here; {other.name} has “{earlier.text}”."
                yield Finding(
                    h.span,
                    text,
                    (Related(earlier.span, "told differently", other.path),),
                    path=told.path,
                )
                break


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
