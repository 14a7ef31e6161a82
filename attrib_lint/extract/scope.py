"""How far an attribution reaches: the sentences that stay with a source without a cue."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

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
    paragraph belong to it while they hold no source of their own and open with a word that points back; a new source,
    a new topic or the paragraph's end closes it. (AP and Reuters: restate the attribution unless
    it is plainly the same source.)
    """
    result: list[Attribution] = []
    for a in attributions:
        text = next((t for t in texts if t.start <= a.cue.span.start < _end(t)), None)
        if text is None or a.nested:
            result.append(a)
            continue
        syntax = text.syntax
        covers = [a.cue.span, *a.content]
        own = [s for s in covers if text.start <= s.start < _end(text)]
        first = min(s.start for s in own) - text.start
        last = max(s.end for s in own) - text.start
        sents = syntax.sent_spans
        inside = [
            n
            for n, (x, y) in enumerate(sents)
            if syntax.end[y - 1] > first and syntax.start[x] < last
        ]
        if not inside:
            result.append(a)
            continue
        n = inside[-1]
        main = a.cue.kind in _MAIN and _carries_sentence(text, a)
        cued = {
            syntax_sent
            for b in attributions
            if b is not a and not b.nested and text.start <= b.cue.span.start < _end(text)
            for syntax_sent in [_sentence_at(text, b.cue.span.start)]
        }
        while main and n + 1 < len(sents) and n + 1 not in cued and _leans_back(text, sents[n + 1]):
            n += 1
        end = last if n == inside[-1] else syntax.end[sents[n][1] - 1]
        result.append(replace(a, scope=Span(first + text.start, end + text.start)))
    return result


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
