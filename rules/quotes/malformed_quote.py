"""Make quotation marks pair, so that readers see which words are verbatim.

A mark that faces the wrong way or never closes leaves open where somebody's own words end; what
follows is then put into that person's mouth. (AP, quotations: never alter a quotation)

Lets through: a paragraph that opens a longer quotation again, also where paragraphs were joined,
apostrophes, elisions ('tis, ’90s), feet and inches, straight marks that pair with straight marks,
and a mark that closes a quotation opened some paragraphs before. Where the paragraph with the
missing mark may have been lost on the way (the text ends, or has lost several), nothing is said. A
straight mark paired with a curly one is untidy and no more: it is an `info`, once for an article,
and none where an article mixes them throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrib_lint.api import (
    SAYING,
    Article,
    Edit,
    Finding,
    Options,
    ParsedBlock,
    Quote,
    Related,
    Severity,
    Span,
    closes_attribute,
    ends_of_long_quotes,
    marks_ran_together,
    shows_picture,
)

HELP = (
    "Which words are verbatim? Mend the marks and check them against the recording or the source."
)
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
WHERE = "all"
OPTIONS = {"mixed-marks": True}
PRESET_OPTIONS = {"default": {"mixed-marks": False}}
GUARDS = (
    "each paragraph of a longer quotation may open with a mark of its own, or with none",
    "joined paragraphs open again after a full stop; a mark may be missing where a text breaks off",
    "straight marks paired with curly ones are reported once, mildly, unless they are mixed "
    "throughout; without the option `mixed-marks`, never",
    "apostrophes, elided words, feet and inches are not quotation marks",
)
GOOD = [
    "The vet„s van broke down in Hull.",
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
    'The vet said: "The herd is sick. "We need vaccine by Friday. "Nobody has called us."',
    "The vet said: “They call us “alarmists”. Nobody has come to look.\n\nThat is the truth.”",
    "″We lost the herd,″ the vet said.",
    "The mayor says that he “cannot in good faith“ sign & left it pic.twitter.com/EZ8bTs",
    'Watch the latest at news.example">http://news.example">news.example. It is free.',
    "The vet said: “The herd is sick.",
    "The vet said: “The herd is sick.\n\nA farm near Tamworth. Photograph: Ann Lee\n\n“We need "
    "vaccine by Friday.”",
    "The vet wrote: “The herd is sick.\n\nThe mayor wrote: “We have no vaccine.\n\nThe clerk "
    "wrote: “Nobody told us.\n\nThe herd has 40 cows.",
    "“I made a vow to my brother that as long as he sails, I will sail. “And we sail.”",
    '“We lost," she said. “We were slow," he said. “It hurt," they said. “So be it," I said.',
]
BAD = [
    "AI research needs to be regulated [[“before it’s too late.“]]",
    "She said [[“we will act and then left.]]",
    'He called it [["a disgrace”]].',
    "The mayor said the bridge was [[”unsafe at any speed”]] and closed it.",
    "[[“The wells are dry, the farmer said.]] “We sold the goats.”",
    'The nurse said it was [[“a bad night"]] for the ward.',
    "The ward has nine beds. The wards were full[[”]], the matron said.",
    "The surgeon called the theatre [[“a disgrace“]] and walked out.",
    "The batter said [[“the pitch was flat and went back to the nets.]]",
    'Voters heard [["the same old promises”]] in Ballarat.',
    "The engineers warned [[”the bolts are loose”]] in March.",
    "The pumps failed in March.\n\nThe wells ran dry[[”]], Ann Lee said.",
    "[[“]]”The herd is sick and we have no vaccine,” the vet said.",
    "[[“The herd is sick and nobody comes to look,’]] the vet said. The farm has 40 cows.",
    "The vet said: [[“Nobody has come to look.]]\n\nThe farm has 40 cows.\n\nIt is for sale.",
]

_INCHES = re.compile(r"\d['’′]\s?\d{1,2}[\"”″]")
_OPENERS = ("“", '"', "‘", "„", "«", "''", "``", "″", "'")
_CURLY = frozenset("“”„‟«»")
_STRAIGHT = frozenset(('"', "''", "``", "″", "’’", "‘‘"))
_BETWEEN = 3  # paragraphs (captions, posts) that may stand between two of one quotation
_LOST = 2  # marks missing in an article: with more, its text has been damaged on the way
_UNTIDY = 3  # mixed pairs in an article: with more, mixing is how its text comes
_BREAKS = frozenset(",!?’'")  # before the words that credit a quotation
_FIRST = frozenset(("i", "we", "you"))
_LONGEST = 160  # code points underlined where a quotation never closes


class _Fault(NamedTuple):
    """What is wrong with a quotation's marks, and the span (prose) that shows it."""

    quote: Quote
    span: Span
    message: str


def check(article: Article, options: Options) -> Iterator[Finding]:
    """A finding for each paragraph with broken marks; one for all pairs of mixed sorts."""
    broken: dict[int, list[_Fault]] = {}
    unclosed: list[tuple[int, _Fault]] = []
    mixed: list[_Fault] = []
    for quote in article.quotes:
        parsed = article.block_at(quote.span.start)
        if parsed is None:
            continue
        marks = _marks(quote, article.text)
        if marks == ("„", ""):
            continue  # by itself it is what damaged text has for a dash or an apostrophe
        if marks[1] and len(quote.inner) > 0 and quote.balanced:
            if _is_mixed(marks):
                mixed.append(_Fault(quote, quote.span, _mixed(marks)))
            continue
        text = parsed.block.span.of(article.text)
        if "<" in text or closes_attribute(article.text, quote.span.start):
            continue
        if marks_ran_together(text):
            continue
        if shows_picture(text):
            continue  # the marks of a post are whoever's who posted it
        fault = _broken(article, parsed, quote, marks)
        if fault is not None:
            broken.setdefault(parsed.index, []).append(fault)
        elif _is_unclosed(article, parsed, quote):
            unclosed.append((parsed.index, _never_closed(article, quote)))
    for index, fault in unclosed if len(unclosed) <= _LOST else ():
        broken.setdefault(index, []).append(fault)
    for faults in broken.values():
        yield _finding(article, sorted(faults, key=lambda f: f.span.start), None)
    if mixed and len(mixed) <= _UNTIDY and options.flag("mixed-marks"):
        yield _finding(article, mixed, "info")


def _finding(article: Article, faults: list[_Fault], severity: Severity | None) -> Finding:
    """One finding on the first of several faults of one paragraph or sort."""
    first, *others = faults
    message = f"{first.message}: {_excerpt(first.span.of(article.text))}"
    related = tuple(Related(fault.span, fault.message) for fault in others)
    edits = tuple(edit for fault in faults for edit in _edits(fault.quote, article.text))
    return Finding(first.span, message, related=related, edits=edits, severity=severity)


def _broken(
    article: Article, parsed: ParsedBlock, quote: Quote, marks: tuple[str, str]
) -> _Fault | None:
    """A fault that the marks themselves show, whatever came before or after."""
    opening, closing = marks
    if closing and len(quote.inner) == 0:
        follows = article.text[quote.span.end : quote.span.end + 1].isalnum()
        message = f"The mark {closing} closes at once what {opening} opens"
        at = Span(quote.span.start, quote.inner.start)
        return _Fault(quote, at, message) if follows and closing != opening else None
    if closing in ("’", "'", "‘"):
        return _Fault(quote, quote.span, f"The single mark {closing} closes what {opening} opens")
    if closing:
        wrong, place = (opening, "opens") if opening in ("”", "»") else (closing, "closes")
        return _Fault(quote, quote.span, f"The mark {wrong} that {place} this faces the wrong way")
    if len(quote.inner) == 0:
        if _closes_earlier(article, parsed, quote):
            return None
        fault = "closes a quotation that was never opened"
        if quote.span.start == parsed.start:
            fault = "stands at the start of a paragraph but faces the wrong way"
        message = f"The mark {opening} {fault}"
        return _Fault(quote, quote.span, message)
    if _holds_its_speaker(article, quote):
        return _never_closed(article, quote)
    return None


def _closes_earlier(article: Article, parsed: ParsedBlock, quote: Quote) -> bool:
    """Whether a lone mark ends what was opened paragraphs before, or opened in words now lost."""
    text = parsed.block.span.of(article.text)
    if _INCHES.search(text) or parsed.index in ends_of_long_quotes(article):
        return True
    first = article.body[0].index if article.body else 0
    lede = parsed.index == first and article.headline is not None
    return lede and article.sentence_at(quote.span.start).start <= parsed.start + 1


def _holds_its_speaker(article: Article, quote: Quote) -> bool:
    """ "“The wells are dry, the farmer said.": the words that credit it stand inside it."""
    text = article.text
    for a in article.attributions:
        if a.source is None or a.cue.kind not in SAYING or not a.content:
            continue
        if a.source.span.of(text).lower() in _FIRST or not quote.inner.contains(a.cue.span):
            continue
        said = a.content[0]
        outside = text[said.end : min(a.cue.span.start, a.source.span.start)]
        opens = abs(said.start - quote.inner.start) <= 1
        if opens and outside.isspace() and text[said.end - 1] in _BREAKS:
            return True
    return False


def _is_unclosed(article: Article, parsed: ParsedBlock, quote: Quote) -> bool:
    """Whether a quotation that runs to the end of its paragraph certainly lacks its mark."""
    if quote.balanced or quote.continued or quote.depth or len(quote.inner) == 0:
        return False
    if parsed.block.kind not in ("paragraph", "blockquote", "list"):
        return False
    if _INCHES.search(parsed.block.span.of(article.text)):
        return False
    if parsed.index in ends_of_long_quotes(article):
        return False
    if quote.inner.of(article.text).rstrip()[-1:] not in (".", "!", "?"):
        return False  # broken off, or another paragraph's text
    later = article.parsed[parsed.index + 1 : parsed.index + 1 + _BETWEEN]
    if any(p.block.span.of(article.text).strip().startswith(_OPENERS) for p in later):
        return False
    if _is_within_a_sentence(article.text[parsed.start : quote.span.start], quote, article.text):
        return True
    return any(p.block.kind == "paragraph" for p in later)


def _is_within_a_sentence(before: str, quote: Quote, text: str) -> bool:
    """A fragment, in lower case after a word: never carried on in another paragraph."""
    return before.rstrip()[-1:].isalpha() and quote.inner.of(text)[:1].islower()


def _never_closed(article: Article, quote: Quote) -> _Fault:
    opening = _marks(quote, article.text)[0]
    message = f"No mark closes the quotation that {opening} opens here"
    return _Fault(quote, _shown(quote, article), message)


def _marks(quote: Quote, text: str) -> tuple[str, str]:
    opening = text[quote.span.start : quote.inner.start]
    return opening, text[quote.inner.end : quote.span.end]


def _is_mixed(marks: tuple[str, str]) -> bool:
    """A straight mark, or two single ones, paired with a curly one."""
    return not _STRAIGHT.isdisjoint(marks) and not _CURLY.isdisjoint(marks)


def _mixed(marks: tuple[str, str]) -> str:
    return f"The mark {marks[1]} closes what a {marks[0]} opens"


def _shown(quote: Quote, article: Article) -> Span:
    """A quotation that never closes, up to the end of its first sentence or its own words."""
    end = min(article.sentence_at(quote.inner.start).end, quote.span.end)
    single = article.text.find("’", quote.inner.start, end)
    if single > 0 and article.text[single - 1] in ",.!?":
        end = single + 1
    if end - quote.span.start > _LONGEST:
        end = article.text.rfind(" ", quote.span.start, quote.span.start + _LONGEST)
    return Span(quote.span.start, max(end, quote.inner.start))


def _excerpt(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:56].rsplit(' ', 1)[0]} …"


def _edits(quote: Quote, text: str) -> Iterator[Edit]:
    """The right mark at each end of a closed pair: the words between them stay the same."""
    opening, closing = _marks(quote, text)
    if not closing or len(quote.inner) == 0:
        return
    right = ("«", "»") if "«" in (opening, closing) else ("“", "”")
    places = (Span(quote.span.start, quote.inner.start), Span(quote.inner.end, quote.span.end))
    for place, mark in zip(places, right, strict=True):
        if place.of(text) != mark and len(place.of(text)) <= 2:
            yield Edit(place, mark, f"Use {mark} here", safe=True)
