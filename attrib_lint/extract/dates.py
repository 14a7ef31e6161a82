"""Finds dates in a block by their characters; unknown parts stay unknown."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrib_lint.core.facts import DateMention
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.extract.scan import scan
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "attrib_lint.dates"


def find_dates(doc: Doc) -> tuple[DateMention, ...]:
    """Dates in reading order; spans index the block.

    "April 11" is XXXX-04-11, "March" XXXX-03, "Tuesday" XXXX-WXX-2, "2015" 2015, "the 1990s" 199X,
    "yesterday" XXXX-XX-XX. A weekday before a full date belongs to its span. What a sentence is
    relative to is not resolved here. Source: TIMEX3, underspecified values.
    """
    kept: tuple[DateMention, ...] | None = doc.user_data.get(_KEY)
    if kept is None:
        kept = doc.user_data[_KEY] = dates_in(syntax_of(doc).text)
    return kept


def dates_in(text: str) -> tuple[DateMention, ...]:
    """As `find_dates`, for plain text."""
    found: list[DateMention] = []
    for match in scan(_pattern(), _may_begin(), text):
        value = _value(match, text)
        if value is not None:
            found.append(DateMention(Span(*match.span()), value))
    return tuple(found)


@cache
def _names(table: str) -> dict[str, str]:
    """Month or weekday names in lower case, to their number."""
    prefix = f"{table}."
    return {
        name: key.removeprefix(prefix)
        for key, names in load("dates").items()
        if key.startswith(prefix)
        for name in names
    }


_WHOLE = ("may", "june", "july")


@cache
def _pattern() -> re.Pattern[str]:
    short = "|".join(n.capitalize() for n in _names("months") if len(n) < 5 and n not in _WHOLE)
    whole = "|".join(n.capitalize() for n in _names("months") if len(n) > 4 or n in _WHOLE)
    months = f"{whole}|{short}"
    days = "|".join(n.capitalize() for n in _names("weekdays") if n.endswith("day"))
    short_days = "|".join(n.capitalize() for n in _names("weekdays") if not n.endswith("day"))
    month, year = rf"\b(?:(?:{whole})\b|(?:{short})\b\.?)", r"(?:1[0-9]|20)\d\d"
    ordinal = r"\d{1,2}(?:st|nd|rd|th)?"
    weekday = rf"\b(?:(?:{days})|(?:{short_days})\.?)"
    lead = rf"(?:{weekday},?\s+(?:the\s+)?)?"
    stop = r"(?![\w%$])(?![.,:]\d)"
    forms = (
        rf"{lead}(?P<m1>{month})\s?(?P<d1>{ordinal}){stop}(?:,?\s+(?P<y1>{year})\b)?",
        rf"{lead}(?P<d2>\b{ordinal})\s+(?:of\s+)?(?P<m2>{month})(?:,?\s+(?P<y2>{year})\b)?",
        rf"(?P<m3>{month}),?\s+(?:of\s+)?(?P<y3>{year})\b",
        r"\b(?P<y4>(?:19|20)\d\d)-(?P<m4>[01]\d)-(?P<d4>[0-3]\d)\b",
        r"\b(?P<a5>\d{1,2})/(?P<b5>\d{1,2})/(?P<y5>(?:19|20)?\d\d)\b",
        rf"(?<!Super )(?<!Black )(?<!Cyber )(?<!Ash )(?<!Palm )(?<!Good )(?<!Bloody )(?<!Giving )"
        rf"(?P<weekday>\b(?:{days}))\b",
        rf"(?P<m6>\b(?:{months})\b)",
        r"\b(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b",
        rf"(?P<y7>(?<![\w$£€.,#/-]){year})(?:[-–/]\d\d(?!\d))?(?![\w%])(?!-(?:\w*page|year|seat|foot|mile|person))(?![,.]\d)",
        r"\b(?P<relative>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b",
    )
    return re.compile("|".join(rf"(?:{form})" for form in forms))


@cache
def _may_begin() -> re.Pattern[str]:
    """Where a date may begin: a figure, the name of a month or day, "the 1990s", "today".

    It opens with a set of characters, which `re` runs through fastest.
    """
    names = {n.capitalize() for t in ("months", "weekdays") for n in _names(t)}
    letters = "".join(sorted({name[0] for name in names} | set("TtYy")))
    behind = "|".join(sorted({name[1:3] for name in names}))
    return re.compile(
        rf"[\d{letters}](?<!\w.)(?:(?<=\d)|(?<=[A-Z])(?:{behind})|(?<=t)he\s+\d"
        r"|(?<=[Tt])(?:oday|omorrow|onight)|(?<=[Yy])esterday)"
    )


def _value(match: re.Match[str], text: str) -> str | None:
    """The normalised value of one match, or None where it is no date after all."""
    group = match.groupdict()
    for k in ("1", "2"):
        if group[f"m{k}"]:
            day = int(re.sub(r"\D", "", group[f"d{k}"]))
            return _full(group[f"y{k}"], _month(group[f"m{k}"]), day)
    if group["m3"]:
        return f"{group['y3']}-{_month(group['m3'])}"
    if group["m4"]:
        return _full(group["y4"], group["m4"], int(group["d4"]))
    if group["a5"]:
        return _slashed(group["a5"], group["b5"], group["y5"])
    if group["weekday"]:
        return f"XXXX-WXX-{_names('weekdays')[group['weekday'].lower()]}"
    if group["m6"]:
        return f"XXXX-{_month(group['m6'])}" if _is_month(match, text) else None
    if group["decade"]:
        return f"{group['decade'][:3]}X"
    if group["y7"]:
        return group["y7"][:4] if _is_year(match, text) else None
    return "XXXX-XX-XX"


def _month(name: str) -> str:
    return _names("months")[name.lower().rstrip(".")]


def _full(year: str | None, month: str, day: int) -> str | None:
    if not 1 <= day <= 31 or not 1 <= int(month) <= 12:
        return None
    return f"{year or 'XXXX'}-{month}-{day:02}"


def _slashed(a: str, b: str, year: str) -> str | None:
    """Month first, as in American copy, unless only the other order is a date."""
    full = year if len(year) == 4 else f"20{year}"
    month, day = (int(a), int(b)) if int(a) <= 12 else (int(b), int(a))
    return _full(full, f"{month:02}", day)


_BEFORE_MONTH = lazy_regex(
    r"(?:\b(?:in|on|of|since|by|until|till|through|to|from|last|next|this|early|late|mid|before|after"
    r"|during|between|and|every|each|for|around|end|start|beginning|the)\s*[-–]?\s*)$",
    re.IGNORECASE,
)
_WHOSE_MONTH = lazy_regex(r"(?:['’]s|\b(?:his|her|its|their|a|an))\s+$", re.IGNORECASE)
_NOUN_AFTER = lazy_regex(r"\s+(?!(?:on|to|for|against|through|in|of|and|or)\b)[a-z]{3}")
_WORD_AFTER = lazy_regex(r"\s+(?:on\b|for\b|against\b|madness|to\b|[A-Z])")


def _is_month(match: re.Match[str], text: str) -> bool:
    """Whether a bare month name is one: "in May", not "May I", not Theresa May."""
    name, before = match.group("m6").lower(), text[: match.start()]
    if name in (
        "mar",
        "jan",
        "dec",
        "sep",
        "jun",
        "jul",
        "nov",
        "oct",
        "feb",
        "apr",
        "aug",
        "sept",
    ):
        return text[match.end() : match.end() + 1] == "." and bool(_BEFORE_MONTH.search(before))
    if name in ("may", "march", "august", "april", "june"):
        if _WHOSE_MONTH.search(before) and _NOUN_AFTER.match(text, match.end()):
            return True  # "her April exit"
        stands = bool(_BEFORE_MONTH.search(before))
        if name == "march" and re.search(r"\b(?:[Tt]he|to|on)\s$", before):
            stands = False
        if name in ("may", "april", "june", "august") and re.search(r"\b(?:for|and|to)\s$", before):
            stands = False
        return stands and not (name == "may" and _WORD_AFTER.match(text, match.end()))
    return not re.match(r"\s[A-Z][a-z]+\b(?!day)", text[match.end() :]) or name != "june"


_COUNTED = lazy_regex(
    r"\s+(?:more\s+)?(?:[a-z]+(?:ing|ed)\s+)?(?P<noun>[a-z]{3,}s|people|men|women|children|police|troops|staff)\b"
)
_YEAR_BEFORE = lazy_regex(
    r"(?:\b(?:in|since|by|during|until|till|before|after|from|to|of|the|for|early|late|mid|and|through"
    r"|between|around|circa|that|this|its|his|her|their|our|a|an)|['’]s|,|\(|-|–|—|^)\s*$",
    re.IGNORECASE,
)
_COUNTING_BEFORE = lazy_regex(
    r"\b(?:about|around|some|nearly|almost|over|than|least|to|all|only|estimated|roughly"
    r"|approximately|killed|surveyed|polled|employs?|hired|up)\s+$",
    re.IGNORECASE,
)
_NO_COUNTED = frozenset(
    ["was", "has", "is", "does", "this", "its", "as", "across", "always", "plus", "thus", "perhaps"]
)


def _is_year(match: re.Match[str], text: str) -> bool:
    """Whether four digits are a year, not a count: "the 2015 vote", not "killed 2000 men"."""
    before, after = text[: match.start()], text[match.end() :]
    counted = _COUNTED.match(after)
    if counted and counted["noun"] not in _NO_COUNTED:
        if _COUNTING_BEFORE.search(before) and not re.search(r"\b(?:in|the)\s+$", before):
            return False
        return bool(_YEAR_BEFORE.search(before)) and not (
            before.rstrip().endswith(("of", "from", "to", "for", "and", ",", "a", "by"))
            and int(match.group("y7")) % 100 == 0
        )
    if re.match(r"\s+(?:miles|percent|per cent|km|pounds|dollars|votes|points)\b|\s*%", after):
        return False
    return not re.search(
        r"\b(?:No|Form|Flight|Room|Route|Section|Resolution|RTX|HB|SB)\.?\s+$", before
    )
