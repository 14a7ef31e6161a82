"""Make quotation marks pair, so that readers see which words are verbatim.

A mark that faces the wrong way or never closes leaves open where somebody's own words end; what
follows is then put into that person's mouth. (AP, quotations: never alter a quotation)

Lets through: a paragraph that opens a longer quotation again, apostrophes, elisions ('tis, ’90s),
feet and inches, straight marks that pair with straight marks, and a mark that closes a quotation
opened some paragraphs before. A straight mark paired with a curly one is untidy and no more: it is
an `info`, once for an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrib_lint.api import (
    Article,
    Edit,
    Finding,
    Options,
    ParsedBlock,
    Quote,
    Related,
    Severity,
    Span,
)

HELP = (
    "Which words are verbatim? Mend the marks and check them against the recording or the source."
)
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
WHERE = "all"
GUARDS = (
    "each paragraph of a longer quotation may open with a mark of its own, or with none",
    "straight marks paired with curly ones are reported once, mildly",
    "apostrophes, elided words, feet and inches are not quotation marks",
)
GOOD = [
    "“First paragraph continues.\n\n“Second paragraph ends,” said Ann Lee.",
    "The 6' 2\" striker scored.",
    "‘Tis the season, the ’90s band sang.",
    '"We lost," the captain said. "We were poor."',
    "The judge called it “a ‘reckless’ plan”.",
    "‘We lost,’ said the captain, whose players’ boots had been stolen.",
    "The rock ’n’ roll singer’s “Blue Moon” was No 1.",
    "He asked: “Why?”",
    "“Bolts were loose,” the engineer said, “and nobody cared.”",
    "The well is 40' deep and 6\" wide.",
    "Rock ’n’ roll, the ’70s and the players’ bus: the show has it all.",
    "The clerk read: “The witness said ‘I saw nothing’ and left.”",
    "“The pumps failed in March.\n\nWe wrote to the ministry twice.\n\nThen the wells ran "
    'dry," Ann Lee said.',
    '"The pumps failed in March.\n\nWe wrote twice.\n\nThen the wells ran dry," Ann Lee said.',
]
BAD = [
    "AI research needs to be regulated [[“before it’s too late.“]]",
    "She said [[“we will act and then left.]]",
    'He called it [["a disgrace”]].',
    "The mayor said the bridge was [[”unsafe at any speed”]] and closed it.",
    "[[“The wells are dry, the farmer said.]] “We sold the goats.”",
    'The nurse said it was [[“a bad night"]] for the ward.',
    "The wards were full[[”]], the matron said.",
    "The surgeon called the theatre [[“a disgrace“]] and walked out.",
    "The batter said [[“the pitch was flat and went back to the nets.]]",
    'Voters heard [["the same old promises”]] in Ballarat.',
    "The engineers warned [[”the bolts are loose”]] in March.",
    "The pumps failed in March.\n\nThe wells ran dry[[”]], Ann Lee said.",
]

_INCHES = re.compile(r"\d['’′]\s?\d{1,2}[\"”″]")
_OPENERS = ("“", '"', "‘", "„", "«", "''", "``")
_CURLY = frozenset("“”„‟«»")
_STRAIGHT = frozenset(('"', "''", "``"))
_FARTHEST = 12  # paragraphs that one quotation may run over
_LONGEST = 160  # code points underlined where a quotation never closes


def check(article: Article, options: Options) -> Iterator[Finding]:
    """A finding for each paragraph with broken marks; one for all pairs of mixed sorts."""
    broken: dict[int, list[Quote]] = {}
    mixed: list[Quote] = []
    for quote in article.quotes:
        parsed = article.block_at(quote.span.start)
        if quote.balanced and _is_mixed(quote, article.text):
            mixed.append(quote)
        elif not quote.balanced and parsed is not None and not _is_carried(article, parsed, quote):
            broken.setdefault(parsed.index, []).append(quote)
    for quotes in broken.values():
        yield _finding(article, quotes, None)
    if mixed:
        yield _finding(article, mixed, "info")


def _finding(article: Article, quotes: list[Quote], severity: Severity | None) -> Finding:
    """One finding on the first of several quotations that share a fault."""
    first, *others = quotes
    span = _shown(first, article)
    message = f"{_fault(first, article.text)}: {_excerpt(span.of(article.text))}"
    related = tuple(Related(_shown(q, article), _fault(q, article.text)) for q in others)
    edits = tuple(edit for quote in quotes for edit in _edits(quote, article.text))
    return Finding(span, message, related=related, edits=edits, severity=severity)


def _is_carried(article: Article, parsed: ParsedBlock, quote: Quote) -> bool:
    """Whether a mark pairs with one in another paragraph, is an inch mark, or belongs to markup."""
    text = parsed.block.span.of(article.text)
    if "<" in text or _INCHES.search(text):
        return True
    near = [
        article.parsed[i].block.span.of(article.text).strip()
        for i in (parsed.index - 1, parsed.index + 1)
        if 0 <= i < len(article.parsed)
    ]
    opens_block = quote.span.start - parsed.start <= 1
    if opens_block and any(t.startswith(_OPENERS) for t in near):
        return True
    return parsed.index in _paired(article)


def _paired(article: Article) -> set[int]:
    """The paragraphs at the two ends of a quotation that runs over several of them."""
    ends = sorted([(i, False) for i in _running(article)] + [(i, True) for i in _lone(article)])
    found: set[int] = set()
    for (first, closes), (last, closed) in pairwise(ends):
        if not closes and closed and last - first <= _FARTHEST:
            found |= {first, last}
    return found


def _lone(article: Article) -> set[int]:
    """The paragraphs that hold a mark which closes nothing in them."""
    return {
        parsed.index
        for quote in article.quotes
        if not quote.balanced and len(quote.inner) == 0
        for parsed in (article.block_at(quote.span.start),)
        if parsed is not None
    }


def _running(article: Article) -> set[int]:
    """The paragraphs that a quotation runs out of, opened at their start or after a colon."""
    return {
        parsed.index
        for quote in article.quotes
        if not quote.balanced and len(quote.inner) > 0
        for parsed in (article.block_at(quote.span.start),)
        if parsed is not None and quote.span.end >= parsed.block.span.end - 1
        if article.text[parsed.start : quote.span.start].rstrip()[-1:] in ("", ":", ",")
    }


def _marks(quote: Quote, text: str) -> tuple[str, str]:
    opening = text[quote.span.start : quote.inner.start]
    return opening, text[quote.inner.end : quote.span.end]


def _is_mixed(quote: Quote, text: str) -> bool:
    """A straight mark paired with a curly one."""
    opening, closing = _marks(quote, text)
    pair = {opening, closing}
    return bool(pair & _STRAIGHT) and bool(pair & _CURLY)


def _fault(quote: Quote, text: str) -> str:
    closing = _marks(quote, text)[1]
    if not closing and len(quote.inner) == 0:
        return "This mark closes a quotation that was never opened"
    if not closing:
        return "The quotation that opens here is never closed"
    if _is_mixed(quote, text):
        return "A straight mark is paired with a curly one"
    return "A quotation mark faces the wrong way"


def _shown(quote: Quote, article: Article) -> Span:
    """The quotation; where it never closes, up to the end of its first sentence."""
    if len(quote.inner) == 0 or _marks(quote, article.text)[1]:
        return quote.span
    end = min(article.sentence_at(quote.inner.start).end, quote.span.end)
    if end - quote.span.start > _LONGEST:
        end = article.text.rfind(" ", quote.span.start, quote.span.start + _LONGEST)
    return Span(quote.span.start, max(end, quote.inner.start))


def _excerpt(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:56].rsplit(' ', 1)[0]} …"


def _edits(quote: Quote, text: str) -> Iterator[Edit]:
    """The right mark at each end of a closed pair: the words between them stay the same."""
    opening, closing = _marks(quote, text)
    if not closing:
        return
    right = ("«", "»") if "«" in (opening, closing) else ("“", "”")
    places = (Span(quote.span.start, quote.inner.start), Span(quote.inner.end, quote.span.end))
    for place, mark in zip(places, right, strict=True):
        if place.of(text) != mark and len(place.of(text)) <= 2:
            yield Edit(place, mark, f"Use {mark} here", safe=True)
