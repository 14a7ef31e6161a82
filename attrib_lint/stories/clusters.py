"""Groups articles that share rare keys, one article at a time, in memory that grows linearly."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable

_COMMON = 40  # a key that more articles have tells nothing; its list is dropped
_SHARED = 4  # rare keys that two articles of one story share at least, names among them:
_NAMED = 2  # one name of several words, or two of one word each;
_MOST = 0.6  # with less, most of what the smaller article has
_SHARE = 0.16  # and of all the keys that the two have
_NAME = "name:"


class Clusters:
    """An inverted index of rare keys over articles numbered in the order they come.

    Adding an article looks at no more than `_COMMON` others per key, so that time and memory per
    article stay flat however many there are. Articles with no rare key in common are never
    compared. Most keys are never seen again: they hold a bare number, the others packed numbers,
    so that looking one up touches few places in memory.
    """

    def __init__(self) -> None:
        self._having: dict[str, int | array[int] | None] = {}
        self._sizes: list[int] = []
        self._parent: list[int] = []

    def add(self, keys: Iterable[str]) -> int:
        """The number of a new article, joined to the stories it belongs to."""
        wanted = frozenset(keys)
        number = len(self._parent)
        self._parent.append(number)
        self._sizes.append(len(wanted))
        for other in self._like(wanted):
            self._join(number, other)
        for key in wanted:
            having = self._having.get(key, -1)
            if having is None:
                continue
            if not isinstance(having, int):
                if len(having) < _COMMON:
                    having.append(number)
                else:
                    self._having[key] = None
            elif having < 0:
                self._having[key] = number
            else:
                self._having[key] = array("I", (having, number))
        return number

    def like(self, keys: Iterable[str]) -> tuple[int, ...]:
        """The articles that would share a story with one that has these keys."""
        return tuple(sorted(self._like(frozenset(keys))))

    def cluster_of(self, number: int) -> int:
        """The story of an article, named by one of its articles."""
        root = number
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[number] != root:
            self._parent[number], number = root, self._parent[number]
        return root

    def _like(self, keys: frozenset[str]) -> list[int]:
        names: list[int] = []
        others: list[int] = []
        full: list[int] = []
        for key in keys:
            having = self._having.get(key)
            if having is None:
                continue
            found = others
            if key.startswith(_NAME):
                found = full if " " in key else names
            if isinstance(having, int):
                found.append(having)
            else:
                found.extend(having)
        if not names and not full:
            return []
        counts, whole = Counter(others), Counter(full)
        return [
            other
            for other, named in Counter(names + full).items()
            if (shared := named + counts[other]) >= _SHARED
            and self._is_much(shared, named + whole[other], len(keys), self._sizes[other])
        ]

    @staticmethod
    def _is_much(shared: int, named: int, mine: int, theirs: int) -> bool:
        """Whether two articles share enough of what they have; long ones share much by chance."""
        if named < _NAMED:
            return shared >= _MOST * min(mine, theirs)
        return shared >= _SHARE * (mine + theirs - shared)

    def _join(self, a: int, b: int) -> None:
        self._parent[self.cluster_of(a)] = self.cluster_of(b)
