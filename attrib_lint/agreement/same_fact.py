"""Whether two mentions speak of the same fact: the decision procedure of rules/NUMBERS.md."""

from __future__ import annotations

from msgspec import Struct

from attrib_lint.agreement.asked import asked_apart
from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.stems import excludes, is_content, stem
from attrib_lint.agreement.values import dimension, is_mistyped, is_slip, same_value
from attrib_lint.core.facts import Quantity
from attrib_lint.extract.units import is_currency, is_duration
from attrib_lint.lexicon import words

GENERAL = frozenset(
    [
        "person",
        "man",
        "woman",
        "time",
        "vote",
        "state",
        "country",
        "month",
        "year",
        "week",
        "day",
        "percent",
        "thing",
        "way",
        "part",
        "case",
        "dollar",
        "place",
        "seat",
        "member",
        "group",
        "number",
        "point",
    ]
)
_LEADS = frozenset(
    [
        "within",
        "beyond",
        "below",
        "above",
        "worth",
        "totaling",
        "totalling",
        "totaled",
        "cost",
        "costs",
    ]
)
_ADDED = frozenset(["new"])  # "63 new moons" is as whole as "36 new moons"
_COUNTDOWN = ("to go", "until", "till", "away", "left", "before", "from now")


class Likeness(Struct, frozen=True):
    """What speaks for one fact: the sum, and each part by name (for tests and tuning)."""

    score: float
    parts: tuple[tuple[str, float], ...]

    def part(self, name: str) -> float:
        """One part of the evidence."""
        return dict(self.parts).get(name, 0.0)


def likeness(a: Mention, b: Mention) -> Likeness | None:
    """The evidence that two mentions give one fact; None where something rules it out."""
    if dimension(a.quantity) != dimension(b.quantity) or a.quantity.rate != b.quantity.rate:
        return None
    if _ruled_out(a, b):
        return None
    slip = a.headline != b.headline and a.quantity.exact and b.quantity.exact
    typed = is_mistyped(a.quantity, b.quantity)
    slip = slip and (typed or is_slip(a.quantity, b.quantity))
    slip = slip and (is_currency(a.quantity.unit) or typed or bool(a.nouns & b.nouns))
    if not slip and not _same_noun(a, b):
        return None
    parts = (
        ("verbatim", verbatim(a, b)),
        ("phrase", _phrase(a, b)),
        ("compound", 3.0 if a.compound and b.compound and a.nouns & b.nouns else 0.0),
        ("event", _event(a, b)),
        ("subject", _subject(a, b)),
        ("names", _names(a, b)),
        ("clause", _clause(a, b)),
        ("top", 1.0 if a.headline != b.headline else 0.0),
        ("sibling", 2.0 if _sibling_agrees(a, b) else 0.0),
        ("definite", 0.5 if b.definite else 0.0),
        ("money", 1.0 if _same_sum(a, b) else 0.0),
        ("lead", 1.5 if _same_lead(a, b) else 0.0),
        ("slip", 2.5 if slip else 1.5 if typed else 0.0),
        ("noun", 0.5 if (a.nouns & b.nouns) - GENERAL else 0.0),
        ("ends", 3.0 if shares_end(a.quantity, b.quantity) else 0.0),
        ("countdown", 3.0 if _counts_down(a) and _counts_down(b) else 0.0),
        ("time", _time(a, b)),
    )
    return Likeness(sum(value for _, value in parts), tuple(p for p in parts if p[1]))


def _same_noun(a: Mention, b: Mention) -> bool:
    """One measured noun; a duration or share may lack one, a plain count may not."""
    unit = a.quantity.unit
    if is_duration(unit):
        return bool(a.nouns & b.nouns or a.phrase & b.phrase) or not (a.nouns and b.nouns)
    if a.nouns and b.nouns:
        return bool(a.nouns & b.nouns) or (is_currency(unit) and a.headline != b.headline)
    return unit != "count"


def _strangers(a: Mention, b: Mention) -> bool:
    """Whether two sentences of the body name things, and none in common, tellers aside."""
    if a.headline or b.headline:
        return False
    mine, theirs = a.names - teller(a), b.names - teller(b)
    return bool(mine and theirs) and not (mine & b.names or theirs & a.names)


def _named_apart(a: Mention, b: Mention) -> bool:
    """Whether names beside the figures differ; what is counted, and who acts, is judged apart."""
    judged = (a.nouns & b.nouns) | (a.subject & b.subject)
    mine, theirs = a.proper - judged, b.proper - judged
    return bool(mine and theirs) and not mine & (theirs | b.names)


def _ruled_out(a: Mention, b: Mention) -> bool:
    """Different events, places, times, parts: never one fact."""
    if a.part != b.part or (a.part and not a.phrase & b.phrase & _ADDED):
        return True
    if _numbered_apart(a, b) or _other_agents(a, b) or asked_apart(a, b):
        return True
    if a.known and b.known and all(excludes(x, y) for x in a.known for y in b.known):
        return True
    if _named_apart(a, b) or (_strangers(a, b) and verbatim(a, b) < 2.5):
        return True
    if (a.ranked or b.ranked) and a.headline == b.headline and verbatim(a, b) < 2.5:
        return True
    if {_end(a), _end(b)} == {"from", "to"} or (_tells_when(a) and _tells_when(b)):
        return True
    if a.quoted and b.quoted and a.block == b.block:
        return True
    if dimension(a.quantity) in ("%", "point") and a.times and b.times and not a.times & b.times:
        return True
    return times_differ(a.times, b.times)


def _tells_when(a: Mention) -> bool:
    """ "After 26 minutes", "at 74 minutes": a point of time, and the next event has its own."""
    short = a.quantity.unit in ("second", "minute")
    return short and a.left[-1:] in (("after",), ("at",), ("on",), ("and",), ("in",), ("within",))


def _numbered_apart(a: Mention, b: Mention) -> bool:
    """ "The first trial enrolled 1,500", "the second trial enrolled 15,000"."""
    one, other = ({*m.left, *m.right} & words("measured_events", "ordering.words") for m in (a, b))
    return one != other and bool(one and other)


def _other_agents(a: Mention, b: Mention) -> bool:
    """Whether two parties act: two names, or any two subjects that one paragraph sets side by side.

    "Shell bought 20 wells. Chevron bought 35." Capitals tell no names in a headline.
    """
    if not a.subject or not b.subject or a.headline != b.headline:
        return False
    if a.block == b.block and not a.subject & b.subject:
        return True
    named = a.subject <= a.names and b.subject <= b.names
    return named and not a.subject & b.names and not b.subject & a.names


def _end(a: Mention) -> str | None:
    """Which end of a change a figure is: "from the current $7", "now $7", or "raised to $15"."""
    if a.left[-1:] == ("to",):
        return "to"
    return "from" if {"from", "current", "currently", "now"} & {*a.left[-3:]} else None


def times_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both are dated, to the same grain, and differently.

    A weekday is this week's: beside a month or year that is spelled out it is another time.
    """
    for one, other in ((a, b), (b, a)):
        if _of_grain(one, "weekday") and _of_grain(other, "year") and not _of_grain(one, "year"):
            return True
        long_ago = any(t.endswith(("month", "year", "season", "decade")) for t in other)
        if _of_grain(one, "weekday") and long_ago and not _of_grain(other, "weekday"):
            return True
    for grain in ("year", "month", "weekday", "relative"):
        of_a, of_b = _of_grain(a, grain), _of_grain(b, grain)
        if of_a and of_b and not of_a & of_b:
            return True
    return False


def _of_grain(times: frozenset[str], grain: str) -> set[str]:
    if grain == "relative":
        return {t for t in times if not t[:4].isdecimal() and not t.startswith("XXXX")}
    if grain == "weekday":
        return {t for t in times if "-WXX-" in t}
    if grain == "year":
        return {t[:4] for t in times if t[:4].isdecimal()}
    return {t[5:7] for t in times if len(t) >= 7 and t[5:7].isdecimal()}


def verbatim(a: Mention, b: Mention) -> float:
    """Words that stand alike around both figures."""
    left = _run(a.left[::-1], b.left[::-1])
    right = _run(a.right, b.right)
    near = (*a.left[::-1][:left], *a.right[:right])
    content = sum(len(w) > 3 and is_content(w) for w in near) + is_duration(a.quantity.unit)
    if content >= 3 or left + right >= 6 or (left >= 4 and content >= 2):
        return 3.0
    if left + right >= 5 and content >= 2:
        return 2.5
    return 1.5 if content == 2 and left + right >= 3 else 0.0


def _run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    count = 0
    for one, other in zip(a, b, strict=False):
        if one != other or not any(c.isalnum() for c in one):
            break
        count += 1
    return count


def _phrase(a: Mention, b: Mention) -> float:
    shared = (a.phrase & b.phrase) - a.nouns
    if shared:
        return min(3.0, 1.5 * len(shared))
    return -0.5 if a.phrase and b.phrase else 0.0


def _event(a: Mention, b: Mention) -> float:
    if a.known & b.known:
        return 2.0
    return 1.0 if a.events & b.events else 0.0


def _subject(a: Mention, b: Mention) -> float:
    if a.subject & b.subject:
        return 1.0
    return -1.0 if a.subject and b.subject else 0.0


def _names(a: Mention, b: Mention) -> float:
    shared = a.names & b.names
    if shared:
        return min(1.5, 0.5 * len(shared))
    return -1.0 if a.names - teller(a) and b.names - teller(b) else 0.0


def teller(a: Mention) -> set[str]:
    """The words of who gives the figure: that two people give it does not make it two facts."""
    return {stem(word) for word in (a.source or "").split()}


def _clause(a: Mention, b: Mention) -> float:
    shared = (a.clause & b.clause) - a.names - a.phrase - a.nouns
    return min(2.0, 0.5 * len(shared))


def _sibling_agrees(a: Mention, b: Mention) -> bool:
    """Whether another figure of the same kind beside one stands beside the other too."""
    if len(a.siblings) != len(b.siblings) or a.order != b.order:
        return False
    return any(same_value(x, y) for x in a.siblings for y in b.siblings)


def _same_lead(a: Mention, b: Mention) -> bool:
    """Whether one rare word leads to both figures: "within $4m", "from 30"."""
    return bool(a.left and b.left) and a.left[-1] == b.left[-1] and a.left[-1] in _LEADS


def shares_end(a: Quantity, b: Quantity) -> bool:
    """ "18 to 29" and "18 to 39": ranges with one end in common."""
    one, other = a.interval, b.interval
    if not (one.low and other.low) or None in (one.high, other.high):
        return False  # "at least 40", "up to eight": one end alone is given
    if one.low == one.high or other.low == other.high or a.operator != b.operator:
        return False
    return a.exact is False and (one.low == other.low) != (one.high == other.high)


def _same_sum(a: Mention, b: Mention) -> bool:
    """ "The fine was $3m", "the $5m fine": one noun with one sum of money."""
    return is_currency(a.quantity.unit) and bool(a.nouns & b.nouns)


def _counts_down(a: Mention) -> bool:
    following = " ".join(a.right)
    return a.top and is_duration(a.quantity.unit) and following.startswith(_COUNTDOWN)


def _time(a: Mention, b: Mention) -> float:
    if b.definite and a.events & b.events:
        return 0.0
    score = -1.0 if a.shifted != b.shifted else 0.0
    if a.headline != b.headline:
        return score / 2  # headlines carry no dates, and "to" for "will"
    return score - 0.5 if bool(a.times) != bool(b.times) else score
