"""Quote the same words from the same mouth.

One remark cannot be the chairman's in one article and his lawyer's in the next, nor lose a word on
the way. (AP: quotations are never altered)

Compares quotations in articles on one story. Lets through: shortened quotations, a name beside the
same person's title, single words in different surroundings, translations.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import Credit, Finding, Options, Related, Spoken, Story, Told

HELP = "Who said it, and in which words? Go back to the original?"
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
WHERE = "all"
GUARDS = (
    "a fragment needs the same surroundings",
    "a shorter quotation of the same words is let through",
    "a title beside a name may be the same person",
    "translated words may vary",
)
OPTIONS = {"surroundings": 3}
GOOD = [
    "Acme is “committed” to trucks, Ann Lee of Acme Motors said.\n=====\nThe club is "
    "“committed” to youth, said Acme "
    "Motors.",
    "“We are done with trucks,” said Ann Lee of Acme Motors.\n=====\n“We are done with "
    "trucks,” Lee of Acme Motors "
    "said.",
    "“We are done with trucks and vans,” said Ann Lee of Acme Motors.\n=====\n“We are done "
    "with trucks,” said Ann "
    "Lee of Acme Motors.",
]
BAD = [
    "“Our vans were late in May, in June and again in July, and nobody cared,” said Ann Lee of "
    "Acme Motors.\n=====\n“Our trucks were late in May, in June and again in August, and nobody "
    "cared,” said Ann Lee of Acme Motors.",
    "“We are done with trucks for good,” said Ann Lee of Acme Motors.\n=====\n“We are done "
    "with trucks for good,” "
    "said Tom Hale of Acme Motors.",
    "“We are done with trucks for good,” said Ann Lee of Acme Motors.\n=====\n“We are done "
    "with vans for good,” "
    "said Ann Lee of Acme Motors.",
    "The purchase shows Acme is “committed” to vans, a person familiar with Acme Motors "
    "said.\n=====\nThe purchase "
    "of vans by Acme Motors shows it is “committed” to vans.",
]
Place = tuple[Told, Spoken]
_REMARK = 8  # words of a remark that can be told from another by most of its words
_CHANGED = 0.25  # the share of them that may be others
_UNNAMED = ("unnamed_person", "unnamed_collective")


def check_story(story: Story, options: Options) -> Iterator[Finding]:
    """One finding for each quotation that differs, at the later article."""
    places = [(told, quote) for told in story.articles for quote in told.quotes]
    for i, (told, quote) in enumerate(places):
        for other, earlier in places[:i]:
            if other is told or "translat" in f"{quote.near}{earlier.near}":
                continue
            text = _difference(quote, earlier, other.name, int(options.number("surroundings")))
            if text is not None:
                related = (Related(earlier.span, "the same words", other.path),)
                yield Finding(quote.span, text, related, path=told.path)
                break


def _difference(quote: Spoken, earlier: Spoken, name: str, needed: int) -> str | None:
    """What differs between two quotations of one remark, in a sentence."""
    shared = len(quote.near & earlier.near)
    if quote.words == earlier.words:
        if len(quote.words) < 4 and shared < needed:
            return None
        if _one_speaker(quote.speaker, earlier.speaker, len(quote.words)):
            return None
        here, there = _called(quote.speaker), _called(earlier.speaker)
        return f"“{quote.text}” is credited to {here} here and to {there} in {name}."
    long = len(quote.words) >= 5 and len(earlier.words) >= 5
    if long and (_nearly(quote.words, earlier.words) or _reworded(quote, earlier)):
        return f"“{quote.text}” here, “{earlier.text}” in {name}."
    return None


def _called(speaker: Credit | None) -> str:
    return f"“{speaker.text}”" if speaker is not None else "nobody"


def _one_speaker(a: Credit | None, b: Credit | None, length: int) -> bool:
    """Whether two speakers may be one; nobody against an unnamed person differs for a fragment."""
    if a is None or b is None:
        known = a or b
        return known is None or known.kind not in _UNNAMED or length > 3
    if _words_of_name(a) & _words_of_name(b):
        return True
    kinds = {a.kind, b.kind}
    if kinds <= {"named_person", "named_org_or_outlet"}:
        return False
    if kinds <= set(_UNNAMED):
        return (a.count == 1) == (b.count == 1)
    return not (kinds & set(_UNNAMED) and "named_person" in kinds and length > 1)


def _words_of_name(speaker: Credit) -> set[str]:
    """The words of a name, without the firm or place that the speaker is of."""
    return set(speaker.name.lower().split(" of ")[0].split())


def _reworded(a: Spoken, b: Spoken) -> bool:
    """Whether words were put in place of others here and there, in one remark of one speaker."""
    if len(a.words) != len(b.words) or len(a.words) < _REMARK:
        return False
    if not _one_speaker(a.speaker, b.speaker, len(a.words)):
        return False
    changed = sum(x != y for x, y in zip(a.words, b.words, strict=True))
    return 0 < changed <= _CHANGED * len(a.words)


def _nearly(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one word or two differ, neither being a shortened form of the other."""
    if " ".join(a) in " ".join(b) or " ".join(b) in " ".join(a) or abs(len(a) - len(b)) > 2:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
    rest_a, rest_b = a[start:][::-1], b[start:][::-1]
    end = next(
        (i for i, (x, y) in enumerate(zip(rest_a, rest_b, strict=False)) if x != y),
        min(len(rest_a), len(rest_b)),
    )
    changed = max(len(rest_a) - end, len(rest_b) - end)
    return 0 < changed <= 2 and start + end >= 4
