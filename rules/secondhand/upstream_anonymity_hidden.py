"""Pass on that the other outlet's sources were unnamed.

"According to Business Insider" sounds firmer than "two unnamed people told Business Insider". (The
Washington Post's digital guidelines: if the outlet relied on unnamed sources, our copy says so)

Speaks only with evidence: another article on the story, checked with this one, credits the same
outlet and shows unnamed sources. With `ask` on it also asks, as information, where nothing is known
of the outlet's sources and the article names nobody else. Lets through: articles that mention
unnamed sources themselves, or say that the outlet cites somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lint.api import Credit, Finding, Options, Related, Story, Told

HELP = "Did the outlet's sources have names? Add “citing unnamed people”?"
SEVERITY = "warning"
PRESETS = ("ap", "reuters", "strict")
GUARDS = (
    "an article that mentions unnamed sources itself is let through",
    "citing, quoting, not identified: said already",
    "no other article on the story, no evidence, no finding; a question with `ask` on",
)
OPTIONS = {"ask": False}
PRESET_OPTIONS = {"strict": {"ask": True}}
GOOD = [
    "Acme Motors bought trucks, Reuters reported, citing two unnamed people.\n=====\nTwo "
    "unnamed sources "
    "told Reuters that Acme Motors bought trucks.",
    "Acme Motors bought trucks, according to Reuters, which published the "
    "invoice.\n=====\nTwo unnamed "
    "sources told Reuters that Acme Motors bought trucks.",
    "Acme Motors bought trucks, according to Reuters.\n=====\nReuters says Acme Motors "
    "bought trucks.",
]
BAD = [
    "Acme Motors bought 900 trucks, according to Reuters.\n=====\nTwo anonymous sources told "
    "Reuters that Acme "
    "Motors bought 900 trucks.",
    "Reuters reports that Acme Motors will shut.\n=====\nAcme Motors will shut, two unnamed "
    "officials told Reuters.",
    "Reuters says Acme Motors is for sale.\n=====\nAcme Motors is for sale, two unnamed "
    "sources told Reuters.",
]
_SAID = re.compile(
    r"\b(?:citing|cites|cited|quoting|unnamed|anonymous|not (?:been )?(?:identified|named)"
    r"|sources|people familiar"
    r"|published (?:the|a|an)|obtained|seen by)\b",
    re.IGNORECASE,
)
_REACH = 250


def check_story(story: Story, options: Options) -> Iterator[Finding]:
    """One finding for each article that hides another outlet's unnamed sources."""
    for told in story.articles:
        if told.unnamed or not told.outlets:
            continue
        for credit in told.outlets[:1]:
            if _says_so(told, credit):
                continue
            name = story.outlet_name(credit)
            evidence = _evidence(story, told, name)
            if evidence is None:
                if options.flag("ask") and not told.people and not told.contact:
                    text = f"{name} is all this rests on: the reader is not told who told {name}."
                    yield Finding(credit.span, text, path=told.path, severity="info")
                continue
            other, unnamed = evidence
            text = f"{name} relied on unnamed people; the reader is not told."
            related = Related(unnamed.span, f"{other.name}: “{unnamed.text}”", other.path)
            yield Finding(credit.span, text, (related,), path=told.path)


def _evidence(story: Story, told: Told, name: str) -> tuple[Told, Credit] | None:
    """Another article that credits the outlet and mentions unnamed people."""
    for other in story.articles:
        if (
            other is not told
            and other.unnamed
            and name in {story.outlet_name(c) for c in other.outlets}
        ):
            return other, other.unnamed[0]
    return None


def _says_so(told: Told, credit: Credit) -> bool:
    """Whether the words around a credit say that the outlet cites somebody."""
    text = told.document.text
    return (
        _SAID.search(text[max(0, credit.span.start - _REACH) : credit.span.end + _REACH])
        is not None
    )
