"""Gives the quotations that follow a cue's sentence to whoever was speaking."""

from __future__ import annotations

from attrib_lint.extract.blocktext import BlockText
from attrib_lint.extract.edges import tidy
from attrib_lint.extract.frames import Frame, Range
from attrib_lint.extract.syntax import Syntax

SPEECH = frozenset(("speech", "writing", "according_to", "colon", "passive"))
Pair = tuple[Frame, tuple[Range, ...]]


def with_following(text: BlockText, pairs: list[Pair]) -> list[Pair]:
    """Speech that goes on: later sentences of the paragraph that are quotation alone."""
    numbers = text.quote_of
    if not any(n >= 0 for n in numbers):
        return pairs
    result = list(pairs)
    owners = _owners(text, pairs)
    reporting = _reporting(text, pairs)
    owner: int | None = None
    t = 0
    while t < len(numbers):
        number = numbers[t]
        if number < 0:
            if t in reporting:
                owner = _senior(text, result, owner, reporting[t])
            elif text.syntax.pos[t] not in ("PUNCT", "SPACE") and owner is not None:
                owner = _owner_at(result, t, text.syntax, owner)
            t += 1
            continue
        stop = t
        while stop < len(numbers) and numbers[stop] == number:
            stop += 1
        if number in owners:
            first = owners[number]
            owner = _senior(text, result, owner, first) if first is not None else owner
        elif owner is not None and _stands_alone(text.syntax, t, stop):
            frame, content = result[owner]
            if not t <= frame.i < stop:
                result[owner] = (frame, tidy(text, [*content, (t, stop)]))
        t = stop
    return result


def _senior(text: BlockText, pairs: list[Pair], owner: int | None, later: int) -> int:
    """Whose speech goes on after two cues of a sentence.

    The first one's where it has a quotation and the later one only goes on from it: “No,” said Lee,
    who noted that ..., adding “...”.
    """
    if owner is None:
        return later
    syntax = text.syntax
    (one, content), (other, _) = pairs[owner], pairs[later]
    if syntax.sent[one.i] != syntax.sent[other.i] or one.i >= other.i:
        return later
    quoted = any(text.quote_of[t] >= 0 for a, b in content for t in range(a, b))
    relative = other.source is not None and syntax.low[other.source] == "who"
    return owner if quoted and (relative or syntax.tag[other.i] == "VBG") else later


def _owners(text: BlockText, pairs: list[Pair]) -> dict[int, int | None]:
    """For each quotation that is somebody's content the first cue of speech that credits it."""
    owners: dict[int, int | None] = {}
    for n, (frame, content) in enumerate(pairs):
        if text.quote_of[frame.i] >= 0:
            continue
        for first, stop in content:
            for number in set(text.quote_of[first:stop]):
                if number >= 0 and owners.get(number) is None:
                    owners[number] = n if frame.kind in SPEECH else None
    return owners


def _reporting(text: BlockText, pairs: list[Pair]) -> dict[int, int]:
    """Cues of indirect speech that stand in no other content: quotation alone may follow them."""
    inside = [
        frame.kind not in SPEECH
        or frame.source is None
        or text.quote_of[frame.i] >= 0
        or any(text.quote_of[t] >= 0 for a, b in content for t in range(a, b))
        for frame, content in pairs
    ]
    return {
        frame.i: n
        for n, (frame, _) in enumerate(pairs)
        if not inside[n]
        and not any(a <= frame.i < b for other, c in pairs if other is not frame for a, b in c)
    }


def _owner_at(pairs: list[Pair], t: int, syntax: Syntax, owner: int) -> int | None:
    """The speaker stays through the sentence of the cue; narration after it ends the speech."""
    cue = pairs[owner][0].i
    content = pairs[owner][1]
    near = {
        syntax.sent[cue],
        *(syntax.sent[a] for a, _ in content),
        *(syntax.sent[b - 1] for _, b in content),
    }
    return owner if syntax.sent[t] in near else None


def _stands_alone(syntax: Syntax, first: int, stop: int) -> bool:
    """A quotation of whole sentences, not words inside the writer's own."""
    starts = syntax.sent_spans[syntax.sent[first]][0]
    if first and syntax.low[first - 1] in (".", "!", "?"):
        return True
    return starts >= first or starts == first - 1 or syntax.sent[first] != syntax.sent[stop - 1]
