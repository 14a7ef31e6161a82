"""How far an attribution reaches: the sentences that stay with a source without a cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec.structs import replace

from attrib_lint.core.facts import Attribution
from attrib_lint.core.span import Span
from attrib_lint.extract.blocktext import BlockText
from attrib_lint.lexicon import words

_BACK = frozenset(
    ("he", "she", "they", "it", "his", "her", "their", "its", "that", "this", "these")
)
_MAIN = frozenset(("speech", "writing", "according_to", "passive", "colon"))
_ON = frozenset(("also", "but", "and", "instead", "still", "meanwhile", "however", "moreover"))


def with_scopes(attributions: list[Attribution], texts: list[BlockText]) -> list[Attribution]:
    """Attributions with their scope.

    Scope covers cue and content. Where the cue carries its sentence, later sentences of the
    paragraph belong to it while they hold no source of their own and open with a word that points
    back; a new source, a new topic or the paragraph's end closes it. (AP and Reuters: restate the
    attribution unless it is plainly the same source.)
    """
    starts = [text.start for text in texts]
    cued: dict[int, set[int]] = {}
    places: list[tuple[int, int]] = []
    for a in attributions:
        at = bisect_right(starts, a.cue.span.start) - 1
        sentence = _sentence_at(texts[at], a.cue.span.start)
        places.append((at, sentence))
        if not a.nested:
            cued.setdefault(at, set()).add(sentence)
    return [
        a if a.nested else replace(a, scope=_scope(texts[at], a, sentence, cued[at]))
        for a, (at, sentence) in zip(attributions, places, strict=True)
    ]


def _scope(text: BlockText, a: Attribution, own: int, cued: set[int]) -> Span:
    """Cue and content, and the sentences after them that lean back."""
    sents, end = text.syntax.sent_spans, _end(text)
    covers = [s for s in (a.cue.span, *a.content) if text.start <= s.start < end]
    first, last = min(s.start for s in covers), max(s.end for s in covers)
    n = inside = max(own, _sentence_at(text, last - 1))
    if a.cue.kind in _MAIN and _carries_sentence(text, a):
        while n + 1 < len(sents) and n + 1 not in cued and _leans_back(text, sents[n + 1]):
            n += 1
    if n > inside:
        last = text.syntax.end[sents[n][1] - 1] + text.start
    return Span(first, last)


def _carries_sentence(text: BlockText, a: Attribution) -> bool:
    """Whether the cue is the sentence's main verb or a parenthesis in it, not a subordinate."""
    syntax = text.syntax
    i = bisect_left(syntax.start, a.cue.span.start - text.start)
    if i >= len(syntax):
        return False
    if a.cue.kind in ("according_to", "colon"):
        return True
    node = i
    while syntax.dep[node] in ("conj", "xcomp", "parataxis") and syntax.head[node] != node:
        node = syntax.head[node]
    return syntax.dep[node] == "root" or (syntax.dep[i] == "parataxis")


def _end(text: BlockText) -> int:
    return text.start + (text.syntax.end[-1] if len(text.syntax) else 0)


def _sentence_at(text: BlockText, offset: int) -> int:
    syntax = text.syntax
    for n, (_, stop) in enumerate(syntax.sent_spans):
        if offset - text.start < syntax.end[stop - 1]:
            return n
    return len(syntax.sent_spans) - 1


def _leans_back(text: BlockText, sent: tuple[int, int]) -> bool:
    """Whether a sentence opens by pointing back ("She", "The plan would also ...")."""
    first, stop = sent
    syntax = text.syntax
    opening = syntax.low[first : min(stop, first + 3)]
    if any(syntax.pos[t] == "PROPN" for t in range(first, min(stop, first + 4))):
        return False
    if any(word in words("sources", "first_person") for word in opening):
        return False
    return any(word in _BACK or word in _ON for word in opening) or "also" in syntax.low[first:stop]
