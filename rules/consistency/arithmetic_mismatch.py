"""Do the sum again: parts, totals, margins and percentages that do not add up.

Readers do the arithmetic, and a lead of 21 points on 46 to 35 costs the poll and the story. House
convention, after the Guardian's and the BBC's advice on numbers.

Checks margins ("by 11 points, 46 percent to 35 percent"), change ("rose 50% from 200 to 250"),
"doubled", "60% of 1,000, or 600", "75 of the 59", a change told after last year's figure ("110
against 140 the year before, a fall of 35 percent"), parts of a whole ("45 seats: 20, 15 and
six"), and counts before a closed list ("three candidates: Lee and Ortiz"). Lets through what
rounding explains, and open lists ("including").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterator

from attrib_lint.api import (
    Article,
    Finding,
    Mention,
    Options,
    Related,
    Span,
    mentions,
    number,
    summed,
)

HELP = "Which of the figures is wrong? Do the sum again, or state the rounding."
SEVERITY = "warning"
PRESETS = ("reuters", "strict")
WHERE = "all"
GUARDS = (
    "figures that agree after rounding are let through",
    "open lists (including, such as, among) are let through",
    "a list of part of a whole (three of the five ports) is counted by the part",
    "percentage points are compared with points, never with percent",
    "a list whose names may hold commas or “and”, or that follows another count, is let through",
    "parts that may count within one another (up four, two of them) are let through",
    "figures set against a rival's, not last year's, are let through",
    "in an article of which the reader suspects a lot, a list with counts in it, and the parts of "
    "a toll, are added up",
)
OPTIONS = {"points": 1}
GOOD = [
    "Three clerks are on leave from a bank with branches in two towns: Deal and Rye.",
    "Members of two choirs were on the bill for the night: Ada Lim, Raj Bose and Ken Sato.",
    "The cup drew three sides: Rye, Deal and Walmer Rovers and Dover.",
    "The bill had two bands: Earth, Wind & Fire and Yes.",
    "The jury has 15 members: eight from Kent, down two, four from Essex and three from Surrey.",
    "The fleet has 30 ships: 14 in Hull, five of them new, ten in Rye and six in Deal.",
    "The line has 30 ships: 14 for Hull, five tankers, ten for Rye and six for Deal.",
    "A third of the 90 singers (16 women and 14 men) were new.",
    "Half of the 60 tenants (11 couples among them) have moved out.",
    "Ames sold 90 vans, against 120 for Holt, an increase of 4 percent on 2021.",
    "It let 90 flats, compared with 120 a year earlier, a fall of 8 percent on the target.",
    "The ferry calls at three of the county’s five ports: Dover, Deal and Rye.",
    "The strike shut all but two of the five ports: Dover, Deal and Rye.",
    "Most of the four bakeries — Ames, Holt and Pym — open on Sundays.",
    "They won by 6 games 6-3 6-3.",
    "Leeds won by five goals, 3-0 at home and 2-0 away.",
    "The tale of two clerks — Sal and Lou, Lou and Sal — is not the whole truth.",
    "The tour visits three countries: Bosnia and Herzegovina, Malta and Spain.",
    "The cook was charged alongside two others: Ada Lim and Raj Bose.",
    "She has two sons, Tim and Rob, and a daughter, May.",
    "Voters chose from three candidates, including Lee and Ortiz.",
    "The motion was carried by 14 votes, 58 to 44.",
    "Output rose about 50% from 200 to 297 tonnes.",
    "The survey reached 60% of 1,000 people, or roughly 600.",
    "Voters chose from three candidates: Ann Lee, Tom Hale, Jr. and Bo Day.",
    "She leads him by 11 points, 46 percent to 35 percent, the poll found.",
    "Sales nearly doubled, from $4m to $7.8m.",
]
BAD = [
    "The council has [[45 seats]]: 20 for Labour, 15 for the Greens and six for the Whigs.",
    "The [[four winners]] were Bankole, Reid and Sato.",
    "The firm will cut [[a quarter]] of its 900-strong staff, or roughly 300 people.",
    "It sold 110 boats against 140 the year before, a fall of [[35 percent]].",
    "It sold 110 boats against 140 in the year before, a fall of [[35 percent]], according to "
    "figures from the port.",
    "Costs have [[doubled]] in three years, from £410,000 to £690,000.",
    "It runs shops in [[three cities]], namely Leeds, Hull, York and Ripon.",
    "The prize went to [[two poets]], Ada Lim, Raj Bose and Ken Sato.",
    "Voters chose from [[three candidates]]: Lee and Ortiz.",
    "The cook was charged alongside [[three others]]: Ada Lim and Raj Bose.",
    "The ferry calls at [[three of the county’s five ports]]: Dover and Deal.",
    "The motion was carried by [[12]] votes, 58 to 44.",
    "Output rose [[50%]] from 200 to 250 tonnes.",
    "Sales [[doubled]], from $4m to $6m.",
    "She leads him by [[21 points]], 46 percent to 35 percent, the poll found.",
    "Of those asked, [[75]] of the 59 witnesses had left.",
]

_JOIN = re.compile(
    r"\s*(?:,|–|-|—)?\s*(?:to|against|versus|vs\.?|over|and)?\s*(?:his|her|their)?\s*"
)
_AHEAD = re.compile(
    r"\b(?:lead|leads|led|leading|ahead|margin|edge|edges|edged|trail|trails|trailing|behind|back|beat|beats|tops|topped|advantage)\b"
)
_TALLY = re.compile(
    r"(?:,\s+|\s+\()(?!(?:19|20)\d\d[-–—])(\d[\d,]*)\s*(?:to|against|[-–—])\s*(\d[\d,]*)\b"
    r"(?![^.;]{0,40}\b\d+[-–—]\d)"  # no sets of a match, no second leg
)
_WON_BY = frozenset(("vote", "goal", "seat", "try", "frame", "hole", "game"))
_ERROR = re.compile(r"plus or minus|margin of (?:sampling )?error|\+/-|±")
_TIMES = {
    "doubled": 2.0,
    "doubling": 2.0,
    "tripled": 3.0,
    "trebled": 3.0,
    "quadrupled": 4.0,
    "halved": 0.5,
}
_FROM_TO = re.compile(r",?\s*(?:\w+\s+){0,3}(?:\w+,\s+)?from\s+$")
_SPANS_OF_TIME = frozenset(("year", "month", "week", "day", "decade", "hour"))
_LIST = re.compile(
    r"(?:\s*[:–—]\s+|,\s+(?:namely|viz\.?|i\.e\.)[,:]?\s+|\s+\()(?P<items>[A-Z]"
    r"(?:\b(?:Jr|Sr|Dr|Mr|Mrs|Ms|St|[A-Z])\.|[^.:;?!()–—])*?)\s*(?:[.;)–—]|,\s(?:which|where|who|while)\b)"
)
_WHOLE = (  # "of the", "out of", "of Kent's original", before the number of the whole
    r"(?:out\s+of|of|among|from)\s+"
    r"(?:(?:the|its|their|his|her|our|these|those|(?:[\w.-]+\s+){0,3}[\w.-]+[’']s?)\s+(?:\w+\s+)?)?"
)
_NUMBER_OF = re.compile(rf"\s+(?:[a-z]+\s+){{0,3}}{_WHOLE}")
_PART_NOUN = re.compile(r"\s+(?!out\b|of\b|among\b|from\b)")
_SOME_OF = re.compile(
    r"\b(?:some|most|many|several|few|any|part|half|majority|minority|but\s+\w+)\s+"
    rf"(?:[a-z]+\s+){{0,2}}?{_WHOLE}$",
    re.IGNORECASE,
)
_BARE = re.compile(r",\s+(?P<items>[A-Z][^.:;?!()–—]*?,[^.:;?!()–—]*?)\.(?:\s|$)")
_WERE = re.compile(
    r"\s+(?:are|were|will be)\s*:?\s+"
    r"(?P<items>[A-Z][^.:;?!()–—]*?,[^.:;?!()–—]*?\sand\s[^.:;?!()–—,]*?)\.(?:\s|$)"
)
_THERE = re.compile(  # "three writers are on the list for the prize: Lee and Ortiz"
    r"\s+(?:are|were|have been|remain|stand|made|make)\b(?P<told>[^.:;?!()–—,“”\"\d]{0,80}):\s+"
    r"(?P<items>[A-Z][^.:;?!()–—]*?\sand\s[^.:;?!()–—,]*?)\.(?:\s|$)"
)
_OF = re.compile(r"\s*Of\s+(?:the|its|their|all|these|those)?\s*", re.IGNORECASE)
_OR = re.compile(r"[^.;:()]{0,40}?,?\s*(?:or|that is|which is)\s+|[^.;:]{0,30}\(")
_AGAINST = re.compile(
    r"^(?:(?!\b(?:and|but|while|which|who)\b)[^.;:]){0,40}"
    r"\b(?:against|compared (?:with|to)|(?:up|down) from|versus)\s+$"
)
_CHANGE = re.compile(  # "140 boats a year earlier, a fall of"
    r"(?:\s+(?P<noun>[a-z]+))??\s+(?:(?:in|during)\s+)?(?:(?:a|the|one)\s+year\s+(?:earlier|before|ago)"
    r"|last\s+year|the\s+previous\s+year),\s+"
    r"an?\s+(?:(?P<fall>fall|drop|decline|decrease)|rise|increase|jump|gain)\s+of\s+"
)
_CHANGE_ENDS = re.compile(  # nothing that says what else the change is measured on
    r"(?=[.,;)]|\s*$)(?:(?!\b(?:on|from|since|against|compared|than|over)\b)[^.;])*(?:[.;]|$)"
)
_CREDIT = re.compile(r"(?=,\s+(?:according to|as per|per)\b)")  # whose figures they are
_PARTED = re.compile(r"\s*[:–—]\s*$")
_WITHIN = re.compile(  # a count inside or beside a part: "up four", "two of them"
    r"\b(?:up|down|than|gaining|losing|against|compared|each|apiece|both)\b"
    r"|\ba\s+(?:gain|loss)\b|\bof\s+(?:them|which|whom|these|those|whose)\b"
)
_NUMBER_WORD = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundreds?|thousands?|dozens?|scores?"
    r"|several|many|few|both|pair|trio|couple|half|all)"
)
_COUNTED = re.compile(  # a later noun that the list may belong to
    rf"\b{_NUMBER_WORD}\b|\b(?:men|women|children|people|police|staff|family|group"
    r"|team|crew|squad|cast|gang|band|board|panel|jury|committee)\b"
    r"|\b(?!(?:this|his|its|has|was|is|as|plus|across|towards|besides)\b)"
    r"[a-z-]+(?<![su])s\b(?![’'])",
    re.IGNORECASE,
)
_UNDER = re.compile(  # "members of two clubs", "shops in the three cities"
    r"\b(?:of|in|from|with|at|for|by|between|to|on|across|among|against|over|after|before)\s+"
    r"(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_AND_COUNT = re.compile(rf"[^.;:()]{{0,40}}?\b(?:and|plus)\s+{_NUMBER_WORD}\b", re.IGNORECASE)
_BRACKET_ENDS = re.compile(r"\s*(?:in all|in total|altogether)?\s*\)")
_AND = re.compile(r"\s(?:and|&)\s")
_REST = re.compile(r"\b(?:rest|others?|remain\w*|includ\w*|among|more|vacant|independents?)\b")
_OTHERS = re.compile(r"\s+(?:others|more)\b(?=\s*(?:[:–—(]|,\s+(?:namely|[A-Z])))")
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV|MP|QC|KC|SC|SAN)\b\.?")  # belongs to a name
_OPEN = re.compile(r"\b(?:includ|such as|among|like|e\.g|for example|etc|others|more)\b|[“”\"]")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each sum that fails."""
    found = mentions(article)
    slack = options.number("points")
    yield from _margins(article, found, slack)
    yield from _tallies(article, found)
    yield from _changes(article, found)
    yield from _multiples(article, found)
    yield from _shares(article, found)
    yield from _of_whole(article, found)
    yield from _falls(article, found)
    yield from _parts(article, found)
    yield from _lists(article, found)
    for sum_ in summed(article, found):
        text = f"The arithmetic does not work: {sum_.wrong}."
        yield Finding(sum_.span, text, (Related(sum_.there, sum_.label),))


def _margins(article: Article, found: tuple[Mention, ...], slack: float) -> Iterator[Finding]:
    """ "by 21 points, 46 percent to 35 percent", also with the shares in the next sentence."""
    pairs = [(a, b) for a, b in itertools.pairwise(found) if _is_pair(article, a, b)]
    scores = [m for m in found if m.quantity.unit == "score"]
    for margin in (m for m in found if m.quantity.unit == "point" and m.quantity.interval.low):
        for a, b in pairs:
            if _belongs(article, margin, a, b) and (wrong := _gap(margin, a, b, slack)) is not None:
                span = a.span.cover(b.span)
                yield _finding(margin, span, span.of(article.text), number(wrong))
        for score in scores:
            low, high = score.quantity.interval.low or 0, score.quantity.interval.high or 0
            near = score.sentence == margin.sentence and 0 < score.span.start - margin.span.end < 8
            if near and not _fits(margin, high - low, slack):
                yield _finding(margin, score.span, score.text, number(high - low))


def _tallies(article: Article, found: tuple[Mention, ...]) -> Iterator[Finding]:
    """ "Passed by 12 votes, 58 to 44"."""
    for margin in found:
        full = margin.quantity.noun_span
        won = margin.quantity.noun in _WON_BY and margin.quantity.exact and full is not None
        tally = _TALLY.match(article.text, full.end) if won and full is not None else None
        if tally is None or margin.left[-1:] != ("by",):
            continue
        one, other = (int(n.replace(",", "")) for n in tally.groups())
        gap = abs(one - other)
        if gap != margin.quantity.interval.low:
            span = Span(tally.start(1), tally.end(2))
            yield _finding(margin, span, span.of(article.text), number(gap))


def _finding(margin: Mention, span: Span, shares: str, gap: str) -> Finding:
    text = f"The arithmetic does not work: “{margin.text}”, but {shares} is {gap} apart."
    return Finding(margin.span, text, (Related(span, f"{gap} apart"),))


def _is_pair(article: Article, a: Mention, b: Mention) -> bool:
    """ "46 percent to 35 percent", and two shares of one sentence that follow one another."""
    if a.quantity.unit != "%" or b.quantity.unit != "%" or a.sentence != b.sentence:
        return False
    return a.quantity.exact and b.quantity.exact


def _belongs(article: Article, margin: Mention, a: Mention, b: Mention) -> bool:
    """Whether two shares are what a margin lies between."""
    between = article.text[a.span.end : b.span.start]
    joined = bool(_JOIN.fullmatch(between))
    if margin.sentence == a.sentence:
        gap = article.text[margin.span.end : a.span.start]
        if _of_error(article, margin.span):
            return False
        return joined and margin.span.end <= a.span.start and len(gap) < 30 and ";" not in gap
    apart = article.text[margin.sentence.end : a.sentence.start]
    if a.sentence.start < margin.sentence.end or _of_error(article, margin.span):
        return False
    if apart.strip() or not _AHEAD.search(margin.text_of) or margin.shifted or a.shifted:
        return False
    alone = (
        not any(not _of_error(article, m.span) for m in margin.siblings) and len(a.siblings) <= 3
    )
    if joined:
        return alone and bool(_AHEAD.search(a.text_of)) and not _other_poll(margin, a)
    rivals = bool(margin.names & a.names) and "while" in between and a.order == 0
    return alone and rivals and not _other_poll(margin, a)


def _of_error(article: Article, span: Span) -> bool:
    """Whether points are a poll's margin of error."""
    return _ERROR.search(article.text[max(0, span.start - 40) : span.start]) is not None


def _other_poll(margin: Mention, a: Mention) -> bool:
    """Whether the shares come from another time or place than the margin."""
    return bool(margin.times and a.times and not margin.times & a.times) or bool(
        a.names - margin.names and margin.names - a.names and not a.names & margin.names
    )


def _gap(margin: Mention, a: Mention, b: Mention, slack: float) -> float | None:
    """What the two shares are apart, where that is not the margin."""
    gap = abs((a.quantity.interval.low or 0) - (b.quantity.interval.low or 0))
    return None if _fits(margin, gap, slack) else gap


def _fits(margin: Mention, gap: float, slack: float) -> bool:
    interval = margin.quantity.interval
    low = interval.tolerated_low if interval.tolerated_low is not None else 0
    high = interval.tolerated_high if interval.tolerated_high is not None else gap
    return low - slack <= gap <= high + slack


def _changes(article: Article, found: tuple[Mention, ...]) -> Iterator[Finding]:
    """ "rose 50% from 200 to 250"."""
    for share, a, b in zip(found, found[1:], found[2:], strict=False):
        if share.quantity.unit != "%" or not _from_to(article, share.span, a, b):
            continue
        low, high = a.quantity.interval.low or 0, b.quantity.interval.low or 0
        if not low:
            continue
        change = abs(high - low) / low * 100
        interval = share.quantity.interval
        least = (interval.tolerated_low or 0) - 0.6 - 0.05 * change
        most = (interval.tolerated_high or change) + 0.6 + 0.05 * change
        if not least <= change <= most:
            text = f"{a.text} to {b.text} is {number(round(change, 1))} percent, not {share.text}."
            span = a.span.cover(b.span)
            yield Finding(
                share.span,
                f"The arithmetic does not work: {text}",
                (Related(span, "these figures"),),
            )


def _falls(article: Article, found: tuple[Mention, ...]) -> Iterator[Finding]:
    """ "Sold 120 boats, against 150 the year before, a fall of 20 percent"."""
    for now, then, share in zip(found, found[1:], found[2:], strict=False):
        if share.quantity.unit != "%" or now.sentence != share.sentence:
            continue
        if now.quantity.unit != then.quantity.unit or now.quantity.unit == "%":
            continue
        against = _AGAINST.search(article.text[now.span.end : then.span.start])
        told = _CHANGE.fullmatch(article.text[then.span.end : share.span.start])
        rest = _CREDIT.split(article.text[share.span.end : share.sentence.end])[0]
        low, high = then.quantity.interval.low, then.quantity.interval.high
        if against is None or told is None or not low or not high or not then.quantity.exact:
            continue
        if then.quantity.noun not in (None, now.quantity.noun) or not _CHANGE_ENDS.match(rest):
            continue
        if told["noun"] and not re.search(rf"\b{told['noun']}\b", now.text_of):
            continue
        ends = (now.quantity.interval.tolerated_low, now.quantity.interval.tolerated_high)
        sign = -1 if told["fall"] else 1
        changes = sorted(sign * (end - low) / low * 100 for end in ends if end is not None)
        if not changes:
            continue
        slack = 1 + 0.05 * abs(changes[-1])
        least = (share.quantity.interval.tolerated_low or 0) - slack
        most = (share.quantity.interval.tolerated_high or changes[-1]) + slack
        if changes[-1] < least or changes[0] > most:
            way = ("a rise of " if told["fall"] else "a fall of ") if changes[-1] < 0 else ""
            text = (
                f"The arithmetic does not work: {then.text} to {now.text} is "
                f"{way}{number(abs(round(changes[0], 1)))} percent, not {share.text}."
            )
            related = Related(now.span.cover(then.span), "these figures")
            yield Finding(share.span, text, (related,))


def _from_to(article: Article, before: Span, a: Mention, b: Mention) -> bool:
    """Whether "from A to B" follows in the same sentence, one unit in both."""
    if a.sentence != b.sentence or a.quantity.unit not in (b.quantity.unit, "count"):
        return False
    if "%" in (a.quantity.unit, b.quantity.unit):
        return False
    opening = article.text[before.end : a.span.start]
    middle = article.text[a.span.end : b.span.start]
    exact = a.quantity.exact and b.quantity.exact
    return (
        exact
        and bool(_FROM_TO.fullmatch(opening))
        and re.fullmatch(r"(?:\s\w+){0,3}\s+to\s+", middle) is not None
    )


def _multiples(article: Article, found: tuple[Mention, ...]) -> Iterator[Finding]:
    """ "doubled, from $4m to $6m"."""
    for match in re.finditer(r"\b(?:" + "|".join(_TIMES) + r")\b", article.text):
        span = Span(*match.span())
        near = (m for m in found if 0 <= m.span.start - span.end < 60)
        after = [m for m in near if m.quantity.unit not in _SPANS_OF_TIME][:2]
        if len(after) < 2 or not _from_to(article, span, *after):
            continue
        a, b = (m.quantity.interval.low or 0 for m in after)
        about = re.search(
            r"(?:nearly|almost|more than|about|roughly|over|virtually)\s$",
            article.text[: span.start],
        )
        wanted, slack = _TIMES[match.group()], 0.2 if about else 0.08
        if a and abs(b / a / wanted - 1) > slack:
            text = (
                f"{after[0].text} to {after[1].text} is {number(round(b / a, 2))} times, "
                f"not “{match.group()}”."
            )
            yield Finding(
                span,
                f"The arithmetic does not work: {text}",
                (Related(after[0].span.cover(after[1].span), "these figures"),),
            )


def _shares(article: Article, found: tuple[Mention, ...]) -> Iterator[Finding]:
    """ "60% of 1,000 people, or 700" and "75 of the 59"."""
    for i, a in enumerate(found[:-1]):
        b = found[i + 1]
        between = article.text[a.span.end : b.span.start]
        if (
            not re.fullmatch(r"\s+of\s+(?:the|its|their|all|these|those)?\s*", between)
            or not b.quantity.exact
        ):
            continue
        base, top = b.quantity.interval.low or 0, a.quantity.interval.low or 0
        if a.quantity.unit == "count" == b.quantity.unit and a.quantity.exact and top > base > 1:
            text = f"The arithmetic does not work: {a.text} cannot be part of {b.text}."
            yield Finding(a.span, text, (Related(b.span, "the whole"),))
        if i + 2 < len(found) and b.quantity.unit == "count":
            between = article.text[b.span.end : found[i + 2].span.start]
            yield from _share_of(article, a, b, found[i + 2], between)


def _of_whole(article: Article, found: tuple[Mention, ...]) -> Iterator[Finding]:
    """ "Of the 800 who replied, 60%, or 480 parents"."""
    for whole, share, part in zip(found, found[1:], found[2:], strict=False):
        opening = article.text[whole.sentence.start : whole.span.start]
        if not _OF.fullmatch(opening) or whole.quantity.unit != "count":
            continue
        if whole.sentence == part.sentence and whole.quantity.exact:
            between = article.text[share.span.end : part.span.start]
            yield from _share_of(article, share, whole, part, between)


def _share_of(
    article: Article, a: Mention, b: Mention, c: Mention, between: str
) -> Iterator[Finding]:
    if a.quantity.unit not in ("%", "fraction") or c.quantity.unit != "count":
        return
    if not _OR.fullmatch(between) or _AND_COUNT.match(article.text, c.span.end):
        return
    if between.endswith("("):  # "(12 boys and eight girls)", "(40 families among them)"
        full = c.quantity.noun_span or c.span
        alike = c.quantity.noun in (None, b.quantity.noun)
        if not alike or not _BRACKET_ENDS.match(article.text, max(full.end, c.span.end)):
            return
    share = (a.quantity.interval.low or 0) / (100 if a.quantity.unit == "%" else 1)
    part = share * (b.quantity.interval.low or 0)
    low = 0.93 * (c.quantity.interval.tolerated_low or 0)
    high = 1.07 * (c.quantity.interval.tolerated_high or part)
    if not low <= part <= high:
        text = (
            f"The arithmetic does not work: {a.text} of {b.text} is "
            f"{number(round(part))}, not {c.text}."
        )
        yield Finding(a.span, text, (Related(c.span, f"stated as {c.text}"),))


def _lists(article: Article, found: tuple[Mention, ...]) -> Iterator[Finding]:
    """ "three candidates: Lee and Ortiz"."""
    told = set[int]()
    for mention in found:
        full = mention.quantity.noun_span or _others(article, mention)
        exact = mention.quantity.exact and mention.quantity.unit == "count"
        whole = exact and (mention.quantity.interval.low or 0) in range(2, 13)
        if full is None or not whole:
            continue
        ways = (way.match(article.text, full.end) for way in (_LIST, _BARE, _WERE, _THERE))
        listed = next((way for way in ways if way is not None), None)
        if listed is None or _OPEN.search(listed["items"]):
            continue
        if not _is_listed(article, mention, listed, found):
            continue
        items = _items(_SUFFIX.sub("", listed["items"]))
        names = all(
            re.fullmatch(r"(?:[A-Z][\w.’'-]*)(?:\s+(?:of|the|de|van|[A-Z][\w.’'-]*)){0,3}", i)
            for i in items
        )
        told_twice = any(
            set(a.split()) <= set(b.split()) for a, b in itertools.permutations(items, 2)
        )
        names = names and len(items) > 1 and not told_twice
        at = listed.start("items")
        if names and at not in told and len(items) not in _counts(article, mention, found):
            told.add(at)
            shown = mention.shown_span.cover(full) if len(full) <= 60 else mention.shown_span
            part = _part_of(article, mention, found)
            shown = part.span.cover(shown) if part is not None else shown
            here = " ".join(shown.of(article.text).split())
            text = f"The arithmetic does not work: “{here}”, but {len(items)} are listed."
            span = Span(at, listed.end("items"))
            yield Finding(shown, text, (Related(span, f"{len(items)} names"),))


def _is_listed(
    article: Article, mention: Mention, listed: re.Match[str], found: tuple[Mention, ...]
) -> bool:
    """Whether the list is one of what is counted, and can be counted in one way only."""
    *ahead, last = _SUFFIX.sub("", listed["items"]).split(",")
    if any(_AND.search(f" {item} ") for item in ahead) or len(_AND.findall(f" {last}")) > 1:
        return False
    if listed.re not in (_WERE, _THERE):
        return True
    if listed.re is _THERE and _COUNTED.search(listed["told"]):
        return False
    opening = article.text[mention.sentence.start : mention.span.start]
    return not _UNDER.search(opening) or _part_of(article, mention, found) is not None


def _counts(article: Article, whole: Mention, found: tuple[Mention, ...]) -> Container[float]:
    """The lengths a list may have: that of the part where one is told, "two of the three ports"."""
    if whole.left[-1:] == ("but",):  # "all but two of the five"
        return range(1000)
    if _SOME_OF.search(article.text[whole.sentence.start : whole.span.start]):
        return range(1000)
    part = _part_of(article, whole, found)
    if part is None:
        return {whole.quantity.interval.low or 0}
    counts = {part.quantity.interval.low or 0}
    if _PART_NOUN.match(article.text, part.span.end):  # "three seats of the five councils"
        counts.add(whole.quantity.interval.low or 0)
    return counts if part.quantity.exact else range(1000)


def _part_of(article: Article, whole: Mention, found: tuple[Mention, ...]) -> Mention | None:
    """The figure that tells how many of the whole are meant."""
    ahead = (m for m in found if m.sentence == whole.sentence and m.span.end < whole.span.start)
    joined = (m for m in ahead if _NUMBER_OF.fullmatch(article.text[m.span.end : whole.span.start]))
    return next(joined, None)


def _parts(article: Article, found: tuple[Mention, ...]) -> Iterator[Finding]:
    """ "45 seats: 20 for the Reds, 15 for the Blues and six for the Greens"."""
    for i, total in enumerate(found):
        parts = [m for m in found[i + 1 :] if m.sentence == total.sentence]
        full = total.quantity.noun_span
        if full is None or len(parts) < 3 or total.quantity.unit != "count":
            continue
        if not _PARTED.match(article.text[full.end : parts[0].span.start]):
            continue
        told = article.text[full.end : total.sentence.end]
        last = article.text[parts[-2].span.end : parts[-1].span.start]
        alike = all(m.quantity.exact and m.quantity.unit == "count" for m in (total, *parts))
        if not alike or _REST.search(told) or not re.search(r"\band\s+$", last):
            continue
        apart = [article.text[a.span.end : b.span.start] for a, b in itertools.pairwise(parts)]
        amount = sum(m.quantity.interval.low or 0 for m in parts)
        if _WITHIN.search(told) or _may_hold(parts, total.quantity.interval.low or 0):
            continue
        if all("," in gap or gap is apart[-1] for gap in apart) and (
            amount != total.quantity.interval.low
        ):
            here = " ".join(full.of(article.text).split())
            text = f"The arithmetic does not work: “{here}”, but the parts make {number(amount)}."
            span = parts[0].span.cover(parts[-1].span)
            yield Finding(full, text, (Related(span, f"{number(amount)} together"),))


def _may_hold(parts: list[Mention], whole: float) -> bool:
    """Whether the sum comes out when some parts are counted within others, "14, five tankers"."""
    amounts = [m.quantity.interval.low or 0 for m in parts]
    over = sum(amounts) - whole
    inner = amounts[1:]
    return over > 0 and any(
        sum(some) == over for n in (1, 2, 3) for some in itertools.combinations(inner, n)
    )


def _others(article: Article, mention: Mention) -> Span | None:
    """ "Alongside three others: Lee and Ortiz": who is counted is left out."""
    found = _OTHERS.match(article.text, mention.span.end)
    return mention.span.cover(Span(*found.span())) if found is not None else None


def _items(listed: str) -> list[str]:
    """The members of a list; an "and" before the last comma joins two words of one name."""
    *ahead, last = re.split(r",\s*", re.sub(r",\s*and\s+", ", ", listed))
    joined = [item.replace(" and ", " of ").replace(" & ", " of ") for item in ahead]
    return [item for item in (*joined, *re.split(r"\s+and\s+|\s*&\s*", last)) if item]
