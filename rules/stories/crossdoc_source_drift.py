"""Describe unnamed sources as the first outlet did.

"A person familiar with the project" does not become "people close to Twitter" by being copied: each
copy that moves the sources nearer or makes them more vouches for more than is known. House
convention, after Reuters' rule never to overstate sourcing.

Compares what is said of unnamed people in articles on one story: how many, how near, to what. Lets
through: one of the sources, articles whose writers spoke to people themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lint.api import Credit, Finding, Options, Related, Story, Told, stem

HELP = "How did the original describe them, and how many were they?"
SEVERITY = "warning"
PRESETS = ("reuters", "strict")
GUARDS = (
    "one of the sources, another: a part is let through",
    "articles that spoke to people themselves have sources of their own",
    "“sources” beside “two sources” only says more",
)
GOOD = [
    "Acme Motors will shut, two people familiar with the firm said.\n=====\nAcme Motors will "
    "shut, one of "
    "the two people familiar with the firm said.",
    "Acme Motors will shut, people familiar with the firm told us.\n=====\nAcme Motors will "
    "shut, a person close "
    "to the board told us.",
    "Acme Motors will shut, people familiar with the firm said.\n=====\nAcme Motors will "
    "shut, two people familiar "
    "with the firm said.",
]
BAD = [
    "Acme Motors will shut, a person familiar with the project said.\n=====\nAcme Motors "
    "will shut, "
    "according to people close to the board.",
    "Acme Motors will shut, people familiar with the sale said.\n=====\nAcme Motors will shut, "
    "according to people close to Acme Motors.",
    "Acme Motors will shut, a person briefed on the plan said.\n=====\nAcme Motors will "
    "shut, people briefed on "
    "the plan said.",
]
_BASIS = re.compile(
    r"\b(?P<basis>familiar with|close to|with (?:direct )?knowledge of|briefed on|involved in"
    r"|near)\s+"
    r"(?:the |its |their |his |her |a )?(?P<thing>[\w’'-]+)"
)


def check_story(story: Story, options: Options) -> Iterator[Finding]:
    """One finding for each article whose first described sources differ from another's."""
    described = [(t, c) for t in story.articles if not t.contact for c in _first(t)]
    for told, credit in described:
        others = [(t, c) for t, c in described if t is not told and _drifts(credit, c)]
        others += [(told, c) for c in _all(told) if c is not credit and _nearer(credit, c)]
        across = [p for p in others if p[0] is not told]
        if across:
            name, other = across[0][0].name, across[0][1]
            text = f"“{credit.text}” here, “{other.text}” in {name}, for the same sourcing."
            related = tuple(Related(c.span, f"here: {c.text}", t.path) for t, c in others)
            yield Finding(credit.span, text, related, path=told.path)


def _all(told: Told) -> list[Credit]:
    return [c for c in told.unnamed if not c.partitive and _signature(c) is not None]


def _first(told: Told) -> list[Credit]:
    return _all(told)[:1]


def _signature(credit: Credit) -> tuple[str, str] | None:
    """How near the sources are, and to what."""
    match = _BASIS.search(credit.text)
    return (match["basis"], stem(match["thing"])) if match is not None else None


def _nearer(a: Credit, b: Credit) -> bool:
    one, other = _signature(a), _signature(b)
    return one is not None and other is not None and one[0] != other[0]


def _drifts(a: Credit, b: Credit) -> bool:
    """Whether number, nearness or object differ; "people" beside "two people" does not."""
    if _signature(a) != _signature(b):
        return True
    return (a.count == 1) != (b.count == 1)
