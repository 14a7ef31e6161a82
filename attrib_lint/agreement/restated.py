"""Figures that come back with "the" and another value: "At $80m, the Halden round is large"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.values import are_disjoint, dimension, same_value
from attrib_lint.extract.units import is_currency
from attrib_lint.lexicon import words

_AT = re.compile(r"(?:at|for) (?:about |around |some |nearly |just |roughly )?")
_THE = re.compile(
    r"^[^,.;]{0,24},\s+(?:the|its|his|her|their)\s+(?P<thing>[^,.;]{3,60})", re.IGNORECASE
)
_OF_THE = re.compile(r"\b(?:of|all) the (?:about |some |nearly )?$")
_WORK = re.compile(r"\s*(?:\w+\s)?(?:on|building|making|developing|working|designing|assembling)\b")


def restated(found: Sequence[Mention]) -> Iterator[tuple[Mention, Mention, str]]:
    """Pairs of figures of one thing that cannot both hold, with the kind that says so.

    A sum that opens a sentence as the price or size of "the round" is held against the sum that was
    raised; "the $83,000" against "$38,000", its digits swapped; "the 120 staff on" a thing against
    "the 140 people building it".
    """
    for b in found:
        for a in sorted(found, key=lambda m: m.headline):
            if a.span.start >= b.span.start or a.sentence == b.sentence or not _differ(a, b):
                continue
            if _is_given_again(a, b, found):
                continue
            if is_currency(a.quantity.unit) and not (a.part or b.part):
                if _is_of_thing(a, b):
                    yield a, b, "thing"
                elif b.definite and _swapped(a, b):
                    yield a, b, "swapped"
            elif a.quantity.unit == "count" and _same_hands(a, b):
                yield a, b, "hands"


def _differ(a: Mention, b: Mention) -> bool:
    alike = dimension(a.quantity) == dimension(b.quantity) and a.quantity.rate == b.quantity.rate
    return alike and are_disjoint(a.quantity, b.quantity) and not a.quoted


def _is_given_again(a: Mention, b: Mention, found: Sequence[Mention]) -> bool:
    """Whether the later value comes back: then it is a fact of its own."""
    return any(m.span != b.span and same_value(m.quantity, b.quantity) for m in found)


def _is_of_thing(a: Mention, b: Mention) -> bool:
    """ "raise $50m for Halden" and "At $80m, the Halden round": one name, one sort of deal."""
    before = b.text_of[: b.span.start - b.sentence.start].lstrip()
    after = _THE.match(b.text_of[b.span.end - b.sentence.start :])
    if not _AT.fullmatch(before) or after is None:
        return False
    low = after["thing"].split()
    kinds = [kind for kind in words("measured_events", "deals.nouns") if kind in low]
    if not kinds or a.nouns - set(kinds) or not _shares_name(a, low):
        return False
    around = a.text_of[: a.span.start - a.sentence.start].split()[-6:]
    close = {word.strip(",.") for word in around}
    return any(close & words("measured_events", f"deals.{kind}") for kind in kinds)


def _shares_name(a: Mention, thing: list[str]) -> bool:
    """Whether the thing bears a name of the other sentence, or no name at all."""
    names = [word for word in thing[:-1] if len(word) > 3]
    said = a.text_of
    return any(name in said for name in names) if names else True


def _swapped(a: Mention, b: Mention) -> bool:
    """Whether two exact-looking sums are one with two digits in the wrong order: 38,000, 83,000."""
    one, other = _digits(a), _digits(b)
    if len(one) != len(other) or one == other or sorted(one) != sorted(other):
        return False
    significant = one.rstrip("0"), other.rstrip("0")
    apart = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    near = len(apart) == 2 and apart[1] - apart[0] == 1
    return near and len(significant[0]) > 1 and bool(a.around & b.around)


def _digits(mention: Mention) -> str:
    low = mention.quantity.interval.low
    return "" if low is None else str(round(low))


def _same_hands(a: Mention, b: Mention) -> bool:
    """ "of the 140 people building it", "of the 120 staff on the ring": one team, two sizes."""
    exact = a.quantity.exact and b.quantity.exact
    return exact and _is_team(a) and _is_team(b) and not _apart(a, b)


def _is_team(mention: Mention) -> bool:
    at = mention.span.end - mention.sentence.start
    before = mention.text_of[: mention.span.start - mention.sentence.start]
    noun = (mention.quantity.noun or "").lower()
    after = mention.text_of[at:].lstrip()
    rest = after[len(after.split(" ", 1)[0]) :]
    if not _OF_THE.search(before) or not _WORK.match(rest):
        return False
    return noun in words("measured_events", "deals.hands")


def _apart(a: Mention, b: Mention) -> bool:
    return bool(a.proper and b.proper and not a.proper & b.proper)
