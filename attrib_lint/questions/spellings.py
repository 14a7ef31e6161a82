"""Words that may be one word spelled two ways: close, and not two forms of another word."""

from __future__ import annotations

from collections.abc import Iterable

from attrib_lint.core.lazy_regex import lazy_regex

SHORTEST = 5  # letters: shorter words are alike by chance
_ENDINGS = (
    "s",
    "n",
    "an",
    "ian",
    "ic",
    "ese",
    "i",
    "ish",
    "er",
    "ers",
    "y",
    "ist",
    "ism",
    "al",
    "a",
    "o",
    "is",
    "ns",
    "ans",
    "ians",
)


_SOUND_ALIKE = frozenset(map(frozenset, ("CK", "SZ", "IY", "GJ", "FV", "CS", "JY", "EA", "OU")))


def neighbours(texts: Iterable[str]) -> dict[str, list[str]]:
    """The other words that begin or end as a word does: no other one can be like it."""
    alike: dict[tuple[str, bool], dict[str, None]] = {}
    for text in texts:
        for key in _ends(text):
            alike.setdefault(key, {})[text] = None
    place = {text: i for i, text in enumerate(texts)}
    return {
        text: sorted({o for key in _ends(text) for o in alike[key]} - {text}, key=place.__getitem__)
        for text in texts
    }


def _ends(text: str) -> tuple[tuple[str, bool], tuple[str, bool]]:
    return (text[0], True), (text[1 - SHORTEST :].lower(), False)


def are_alike(a: str, b: str) -> bool:
    """Whether two words are a letter or two apart, and not by an ending of another word."""
    short, long = sorted((a, b), key=len)
    if len(short) >= SHORTEST and len(long) - len(short) < 3 and long.endswith(short.lower()):
        return True  # "Oladipo" for "Ladipo"
    if len(short) > SHORTEST and a[1:] == b[1:] and frozenset((a[0], b[0])) in _SOUND_ALIKE:
        return True  # "Katherine" for "Catherine"
    if len(short) < SHORTEST or a[0] != b[0] or len(long) - len(short) > 2:
        return False
    if a.lower() == b.lower():
        return False
    if _one_way(a) == _one_way(b):
        return False  # "Defence" and "Defense": two desks' spellings
    stem = len(_common(short, long))
    if short[stem:] in ("", "y", "e", "a", "o") and long[stem:] in _ENDINGS:
        return False
    if len(short) == len(long) > SHORTEST and sorted(a) == sorted(b):
        return True  # "Palema" for "Pamela": the letters are right, their order is not
    return _is_within(a, b, 1 if len(long) < 7 else 2)


def _one_way(word: str) -> str:
    """A word without what British and American spellings differ in."""
    return _BRITISH.sub(lambda found: _AMERICAN[found.group()], word.lower())


_AMERICAN = {"ence": "ense", "our": "or", "tre": "ter", "isation": "ization", "ogue": "og"}
_BRITISH = lazy_regex(rf"(?:{'|'.join(_AMERICAN)})$")


def _common(a: str, b: str) -> str:
    """The letters that two words begin with."""
    length = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    return a[:length]


def _is_within(a: str, b: str, edits: int) -> bool:
    """Whether so many edits turn one word into another."""
    fewest = max(len(one) for one in (_left_over(a, b), _left_over(b, a)))
    return fewest <= edits and edits_between(a, b) <= edits


def _left_over(a: str, b: str) -> str:
    """The letters of a word that another has not, or not so often."""
    for letter in b:
        a = a.replace(letter, "", 1)
    return a


def edits_between(a: str, b: str) -> int:
    """Edits that turn one word into another; two letters swapped are one edit."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if older and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
