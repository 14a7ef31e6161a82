"""A parsed block as plain lists, made once per block: every extractor reads syntax from here."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from attrib_lint.core.span import Span

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_KEY = "attrib_lint.extract.syntax"
_LAYERS = ["ORTH", "POS", "DEP", "TAG", "ENT_TYPE", "LEMMA", "SPACY", "HEAD", "SENT_START"]
_KEPT_STRINGS = 50_000
_PASSIVE = ("aux:pass", "nsubj:pass", "csubj:pass")


class Syntax(Struct, frozen=True, dict=True):
    """Token lists of one block. `dep` has no subtype ("nsubj:pass" is "nsubj"); `full` has it.

    `kids` are in reading order; `left` and `right` are the first and last token of each subtree;
    `sent` is the sentence number, `sent_spans` the token range of each sentence; `start` and `end`
    are offsets in the block.
    """

    text: str
    words: list[str]
    low: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    ent: list[str]
    full: list[str]
    dep: list[str]
    head: list[int]
    kids: list[list[int]]
    sent: list[int]
    sent_spans: list[tuple[int, int]]
    start: list[int]
    end: list[int]

    @cached_property
    def forms(self) -> frozenset[str]:
        """The lower-case words that stand in the block: asked first, before it is gone through."""
        return frozenset(self.low)

    @cached_property
    def sent_ends(self) -> list[int]:
        """Where each sentence ends, as an offset in the block."""
        return [self.end[stop - 1] for _, stop in self.sent_spans]

    @cached_property
    def left(self) -> list[int]:
        """The first token of each subtree."""
        return self._edges[0]

    @cached_property
    def right(self) -> list[int]:
        """The last token of each subtree."""
        return self._edges[1]

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        return _edges(self.head, self.kids)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, stop: int, offset: int = 0) -> Span:
        """The span of the tokens `first` .. `stop - 1`, in the block or, with its offset, in the
        prose."""
        return Span(self.start[first] + offset, self.end[stop - 1] + offset)

    def kids_of(self, i: int, *deps: str) -> list[int]:
        """The dependents of a token with one of some base labels."""
        return [k for k in self.kids[i] if self.dep[k] in deps]

    def first_kid(self, i: int, *deps: str) -> int | None:
        """The first dependent with one of some base labels."""
        return next((k for k in self.kids[i] if self.dep[k] in deps), None)

    def subtree(self, i: int) -> list[int]:
        """A token with everything below it, the nearest to it first."""
        found = [i]
        for node in found:
            found += self.kids[node]
        return found

    def root_of(self, first: int, stop: int) -> int:
        """Of the tokens first .. stop - 1, the one nearest to the top of the tree."""
        return min(range(first, stop), key=self.depth)

    def depth(self, i: int) -> int:
        """How many heads stand above a token."""
        steps = 0
        while self.head[i] != i:
            i = self.head[i]
            steps += 1
        return steps

    def is_passive(self, i: int) -> bool:
        """Whether a verb is in the passive voice."""
        full = self.full
        for k in self.kids[i]:  # noqa: SIM110  # asked of every verb: `any` takes twice as long
            if full[k] in _PASSIVE:
                return True
        return False

    def is_under(self, i: int, ancestor: int) -> bool:
        """Whether a token is `ancestor` or stands below it."""
        while i != ancestor:
            if self.head[i] == i:
                return False
            i = self.head[i]
        return True


def syntax_of(doc: Doc) -> Syntax:
    """The arrays of a block, kept with its Doc."""
    kept = doc.user_data.get(_KEY)
    if isinstance(kept, Syntax):
        return kept
    made = _read(doc)
    doc.user_data[_KEY] = made
    return made


def _read(doc: Doc) -> Syntax:
    layers: Any = doc.to_array(_LAYERS).T  # type: ignore[arg-type]  # names are taken too
    named, signed = layers[:7].tolist(), layers[7:].astype("int64")
    size = len(named[0])
    strings, lowered = _strings(doc.vocab.strings)
    words, pos, full, tag, ent = (list(map(strings.__getitem__, n)) for n in named[:5])
    low, lemma = (list(map(lowered.__getitem__, n)) for n in (named[0], named[5]))
    spaces = [" " if space else "" for space in named[6]]
    if any(map(str.isspace, words)):
        pos = ["SPACE" if word.isspace() else p for word, p in zip(words, pos, strict=True)]
    head = [i + offset for i, offset in enumerate(signed[0].tolist())]
    kids: list[list[int]] = [[] for _ in range(size)]
    for i, h in enumerate(head):
        if h != i:
            kids[h].append(i)
    start = [0, *accumulate(map(len, chain.from_iterable(zip(words, spaces, strict=True))))]
    starting = signed[1] == 1
    starting[:1] = False
    bounds = [0, *starting.nonzero()[0].tolist(), size]
    return Syntax(
        text="".join(chain.from_iterable(zip(words, spaces, strict=True))),
        words=words,
        low=low,
        lemma=lemma,
        pos=pos,
        tag=tag,
        ent=ent,
        full=full,
        dep=list(map(_BASES.__getitem__, full)),
        head=head,
        kids=kids,
        sent=starting.cumsum().tolist(),
        sent_spans=list(pairwise(bounds)) if size else [],
        start=start[:-1:2],
        end=start[1::2],
    )


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their hashes; spaCy decodes one each time it is asked."""

    def __init__(self, store: StringStore) -> None:
        super().__init__({0: ""})
        self._store = store

    def __missing__(self, key: int) -> str:
        if len(self) > _KEPT_STRINGS:
            self.clear()
        found = self[key] = self._store[key]
        return found


class _Lowered(dict[int, str]):
    """The same in lower case. One object for each word, so that it is hashed once."""

    def __init__(self, strings: _Strings) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, key: int) -> str:
        if len(self) > _KEPT_STRINGS:
            self.clear()
        word = self._strings[key]
        low = word.lower()
        found = self[key] = word if word == low else low
        return found


@lru_cache(maxsize=2)
def _strings(store: StringStore) -> tuple[_Strings, _Lowered]:
    strings = _Strings(store)
    return strings, _Lowered(strings)


class _Bases(dict[str, str]):
    """Labels without their subtypes."""

    def __missing__(self, label: str) -> str:
        base = self[label] = label.partition(":")[0].lower()
        return base


_BASES = _Bases()


def _edges(head: list[int], kids: list[list[int]]) -> tuple[list[int], list[int]]:
    """First and last token of each subtree."""
    left, right = list(range(len(head))), list(range(len(head)))
    downwards = [i for i, h in enumerate(head) if h == i]
    for i in downwards:
        downwards += kids[i]
    for i in reversed(downwards):
        h = head[i]
        if left[i] < left[h]:
            left[h] = left[i]
        if right[i] > right[h]:
            right[h] = right[i]
    return left, right
