"""A parsed block as plain arrays, made once per block: every extractor reads syntax from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from attrib_lint.core.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "attrib_lint.questions.phrases"
_LAYERS = ("ORTH", "LEMMA", "POS", "DEP", "HEAD", "SENT_START", "TAG", "ENT_TYPE", "SPACY")


@dataclass(frozen=True, slots=True)
class Syntax:
    """Token arrays of one block. `dep` has no subtype ("nsubj:pass" is "nsubj"); `full` has it.

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
    left: list[int]
    right: list[int]
    sent: list[int]
    sent_spans: list[tuple[int, int]]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, stop: int) -> Span:
        """The block span of the tokens `first` .. `stop - 1`."""
        return Span(self.start[first], self.end[stop - 1])

    def kids_of(self, i: int, *deps: str) -> list[int]:
        """The dependents of a token with one of some base labels."""
        return [k for k in self.kids[i] if self.dep[k] in deps]

    def first_kid(self, i: int, *deps: str) -> int | None:
        """The first dependent with one of some base labels."""
        return next((k for k in self.kids[i] if self.dep[k] in deps), None)

    def is_passive(self, i: int) -> bool:
        """Whether a verb is in the passive voice."""
        return any(self.full[k] in ("aux:pass", "nsubj:pass", "csubj:pass") for k in self.kids[i])

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
    size = len(doc)
    rows = doc.to_array(list(_LAYERS)).tolist() if size else []
    strings = doc.vocab.strings
    seen: dict[int, str] = {0: ""}

    def name(key: int) -> str:
        found = seen.get(key)
        if found is None:
            found = seen[key] = strings[key]
        return found

    words = [name(r[0]) for r in rows]
    full = [name(r[3]) for r in rows]
    head = [i + _signed(r[4]) for i, r in enumerate(rows)]
    kids: list[list[int]] = [[] for _ in range(size)]
    for i, h in enumerate(head):
        if h != i:
            kids[h].append(i)
    start: list[int] = []
    at = 0
    for word, row in zip(words, rows, strict=True):
        start.append(at)
        at += len(word) + bool(row[8])
    left, right = _edges(head)
    sent, sent_spans = _sentences([_signed(r[5]) == 1 for r in rows])
    return Syntax(
        text="".join(w + " " if r[8] else w for w, r in zip(words, rows, strict=True)),
        words=words,
        low=[word.lower() for word in words],
        lemma=[name(r[1]).lower() for r in rows],
        pos=["SPACE" if w.isspace() else name(r[2]) for w, r in zip(words, rows, strict=True)],
        tag=[name(r[6]) for r in rows],
        ent=[name(r[7]) for r in rows],
        full=full,
        dep=[label.partition(":")[0].lower() if label != "ROOT" else "root" for label in full],
        head=head,
        kids=kids,
        left=left,
        right=right,
        sent=sent,
        sent_spans=sent_spans,
        start=start,
        end=[s + len(w) for s, w in zip(start, words, strict=True)],
    )


def _signed(value: int) -> int:
    """spaCy hands out negative numbers as unsigned 64-bit ones."""
    return value - (1 << 64) if value >= 1 << 63 else value


def _edges(head: list[int]) -> tuple[list[int], list[int]]:
    """First and last token of each subtree."""
    size = len(head)
    left, right = list(range(size)), list(range(size))
    for i in range(size):
        node, steps = i, 0
        while head[node] != node and steps < size:
            node = head[node]
            steps += 1
            if left[node] <= i <= right[node]:
                break
            left[node] = min(left[node], i)
            right[node] = max(right[node], i)
    return left, right


def _sentences(starts: list[bool]) -> tuple[list[int], list[tuple[int, int]]]:
    numbers: list[int] = []
    spans: list[tuple[int, int]] = []
    first = 0
    for i, starting in enumerate(starts):
        if starting and i > first:
            spans.append((first, i))
            first = i
        numbers.append(len(spans))
    if starts:
        spans.append((first, len(starts)))
    return numbers, spans
