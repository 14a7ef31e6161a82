"""Count sources, not articles: several publications, one report.

A fact that five sites have from one outlet has been reported once. (The Washington Post's
guidelines: repetition by several outlets does not make it true; Wikipedia: circular reporting)

Speaks where at least three articles on a story rest on one outlet and none adds sourcing of its
own. Lets through: articles whose writers spoke to somebody, or quote people whom no other article
quotes.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import Finding, Options, Related, Story, Told

HELP = "Who has confirmed this apart from the first outlet? Say “first reported by”?"
SEVERITY = "info"
PRESETS = ("reuters", "wikipedia", "strict")
GUARDS = (
    "fewer than three articles are let through",
    "an article with people of its own is independent",
    "an article that credits other outlets only is independent",
)
OPTIONS = {"articles": 3}
GOOD = [
    "The Post reports that Acme bought trucks.\n=====\nThe Post reports that Acme bought trucks.",
    "Acme bought trucks, Ann Lee told us.\n=====\nAcme bought trucks, the Post reported.\n=====\n"
    "Acme bought trucks, according to the Post.",
    "Acme bought trucks, said Ann Lee.\n=====\nAcme bought trucks, said Tom Hale.\n=====\nAcme "
    "bought trucks, said Ida Berg.",
]
BAD = [
    "Acme Motors bought 900 trucks, the New York Times reported.\n=====\nAcme Motors bought "
    "900 trucks, according to "
    "the New York Times.\n=====\nThe New York Times says Acme Motors bought 900 trucks.",
    "Acme Motors bought 900 trucks, Reuters reported.\n=====\nAcme Motors bought 900 trucks, "
    "sources said.\n=====\n"
    "Acme Motors bought 900 trucks, according to Reuters.",
    "Acme Motors sacks Tom Hale, Reuters reports.\n=====\nReuters says Acme Motors has "
    "sacked Tom Hale.\n=====\n"
    "Acme Motors has sacked Tom Hale, according to Reuters.",
]


def check_story(story: Story, options: Options) -> Iterator[Finding]:
    """At most one finding for a story, at the first credit of the origin."""
    count, origin = len(story.articles), story.origin
    if count < options.number("articles") or origin is None:
        return
    if any(story.independent(told) or _elsewhere(story, told, origin) for told in story.articles):
        return
    places = [
        (told, credit)
        for told in story.articles
        for credit in told.outlets
        if story.outlet_name(credit) == origin
    ]
    (first, credit), *others = {
        told.path: (told, credit) for told, credit in reversed(places)
    }.values()
    rest = [(first, credit), *others]
    rest.sort(key=lambda p: [t.path for t in story.articles].index(p[0].path))
    text = f"All {count} articles rest on {origin}; none adds independent sourcing."
    related = tuple(Related(c.span, f"credits {origin}", t.path) for t, c in rest[1:])
    yield Finding(rest[0][1].span, text, related, path=rest[0][0].path)


def _elsewhere(story: Story, told: Told, origin: str) -> bool:
    """Whether an article credits other outlets and never the origin."""
    names = {story.outlet_name(credit) for credit in told.outlets}
    return bool(names) and origin not in names
