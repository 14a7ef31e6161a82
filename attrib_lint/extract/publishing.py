"""Whether the words around a name show that it publishes news."""

from __future__ import annotations

from functools import cache

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.extract.subjects import subject_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_REACH = 3
_BROKE = frozenset(("broke", "scooped"))
_NEWS = frozenset(("news", "story", "scoop"))
_TRADES = frozenset(
    ("news", "gossip", "tech", "technology", "crypto", "sports", "trade", "industry")
)
_PAPERS = frozenset(("newspaper", "tabloid", "magazine", "daily", "weekly", "broadsheet"))
_REPORTED = frozenset(("reported", "revealed", "published", "report", "written"))
_GOES = frozenset(("goes", "go", "courtesy", "belongs"))
_CREDIT = frozenset(("scoop", "credit", "story"))
_CITES = frozenset(("cited", "cites", "citing", "quoted", "quotes", "quoting"))
_BETWEEN = frozenset(
    (",", "which", "first", "reported", "reports", "said", "says", "has", "had", "also", "writes")
)
_TOLD = frozenset(
    ("source", "sources", "people", "person", "insider", "insiders", "officials", "individuals")
)
_PLACES = frozenset(
    ("site", "blog", "channel", "agency", "paper", "station", "network", "title", "service")
)
_TELLS = frozenset(("told", "tells", "tell"))
_NEAR_IT = frozenset(("close", "familiar", "briefed", "know", "knowledge", "privy", "aware"))
_SITES = frozenset(("site", "blog", "channel", "paper", "title"))
_HUMPS = lazy_regex(r"[A-Z][a-z]*(?:Wire|News|Times|Week|Weekly|Daily|Gazette|Herald|Journal)")


def publishes(syntax: Syntax, first: int, stop: int) -> bool:
    """Whether a name (tokens first .. stop - 1) is an outlet by what stands around it.

    "The newspaper X", "news site X", "first reported by X", "X was first to report", "the scoop
    goes to X", "X, which cited two people", and the aside of those who pass a report on: ",
    X reports,".
    """
    if _signs().isdisjoint(syntax.forms):
        return False
    return (
        _is_called_one(syntax, first, stop)
        or _reported_first(syntax, first, stop)
        or _is_aside(syntax, first, stop)
        or _cites_people(syntax, stop)
    )


@cache
def _signs() -> frozenset[str]:
    """Words of which one at least stands where a name publishes."""
    nouns = words("names", "outlet_nouns") | _PAPERS | _PLACES
    return nouns | _BROKE | _CITES | _GOES | {"first", "reports"}


def _is_called_one(syntax: Syntax, first: int, stop: int) -> bool:
    if not first:
        return False
    before = syntax.low[first - 1]
    if before in words("names", "outlet_nouns"):
        return True
    if before == "the" and syntax.low[stop : stop + 1] and syntax.low[stop] in _PAPERS:
        town = stop - first == 1 and syntax.ent[first] in ("LOC", "GPE")
        return not town  # "the Punch newspaper"; "the Lisbon daily" is somewhere, and has a name
    two = syntax.low[first - 2] if first > 1 else ""
    if before in _PLACES and two in _TRADES:
        return True
    cited = syntax.low[max(0, first - 6) : first - 1]
    return before in _SITES and ["according", "to"] in (cited[k : k + 2] for k in range(len(cited)))


def is_compound_title(word: str) -> bool:
    """Whether one word is made of two as outlets' names are: "FeedWire", "GolfWeek"."""
    return _HUMPS.fullmatch(word) is not None


def was_told_by_unnamed(syntax: Syntax, first: int) -> bool:
    """Whether a name is what an unnamed source spoke to: "an insider told X", "dished to X"."""
    at = first - 1
    if at > 0 and syntax.low[at] == "the":
        at -= 1
    if at < 1 or syntax.sent[at] != syntax.sent[first]:
        return False
    if syntax.low[at] == "to":
        at -= 1
    elif syntax.low[at] not in _TELLS:
        return False
    if syntax.tag[at] not in ("VBD", "VBZ", "VBP"):
        return False
    speaker = subject_of(syntax, at)
    if speaker is None or speaker.agent:
        return False
    head = speaker.head
    if syntax.low[head] in words("anonymity", "heads.source"):
        return True
    person = syntax.low[head] in words("anonymity", "heads.person")
    return person and not _NEAR_IT.isdisjoint(syntax.low[head + 1 : head + 5])


def _reported_first(syntax: Syntax, first: int, stop: int) -> bool:
    """ "As first reported by X", "X was first to report", "X broke the news"."""
    begin, end = syntax.sent_spans[syntax.sent[first]]
    left = syntax.low[max(begin, first - _REACH) : first]
    right = syntax.low[stop : min(end, stop + 4)]
    if "by" in left[-2:] and "first" in syntax.low[max(begin, first - 5) : first]:
        return not _REPORTED.isdisjoint(syntax.low[max(begin, first - 4) : first])
    if right and right[0] in _BROKE and not _NEWS.isdisjoint(right):
        return True
    if "first" in right and not _REPORTED.isdisjoint(syntax.low[stop : min(end, stop + 6)]):
        return True
    told = syntax.low[max(begin, first - 8) : first]
    if _GOES.isdisjoint(told) or _CREDIT.isdisjoint(told):
        return False
    return left[-1:] != ["and"]


def _is_aside(syntax: Syntax, first: int, stop: int) -> bool:
    """ ", X reports," or ", X reports.": the formula for what an outlet has published."""
    if stop + 1 >= len(syntax) or syntax.low[stop] != "reports":
        return False
    opens = first - 1 if first and syntax.low[first - 1] != "the" else first - 2
    return opens > 0 and syntax.low[opens] in (",", "”", '"') and syntax.low[stop + 1] in (",", ".")


def _cites_people(syntax: Syntax, stop: int) -> bool:
    """ "X, which cited two people", "X reported, citing sources": it passes on what it was told."""
    end = syntax.sent_spans[syntax.sent[stop - 1]][1]
    right = syntax.low[stop : min(end, stop + 5)]
    at = next((k for k, word in enumerate(right) if word in _CITES), None)
    if at is None or "," not in right[:at]:
        return False
    if right[at] not in ("citing", "quoting") and "which" not in right[:at]:
        return False
    if any(word not in _BETWEEN for word in right[:at]):
        return False
    cited = syntax.low[stop + at + 1 : min(end, stop + at + 5)]
    return bool(_TOLD & set(cited))
