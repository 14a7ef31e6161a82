"""Tells a piece that argues more than it reports: an analysis, a comment, an explainer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from attrib_lint.extract.syntax import syntax_of
from attrib_lint.questions.wording import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.span import Span

_LEAST = 10  # sentences outside quotations; a share of fewer says little
_REPORTED = 1 / 3  # from this share of attributed sentences on, a piece is taken for a report
_ARGUED = 0.1  # share of sentences that go on from the one before like an argument
_TALKED = 0.005  # share of words that are contracted as in talk, outside quotations
_ASKED = 2  # questions that the writer asks the reader
_TURNS = frozenset(("and", "but", "so", "yet", "or", "still", "sure", "well"))
_CONTRACTED = frozenset(part + rest for part in "'’" for rest in ("re", "ve", "ll", "m", "d")) | {
    "n't",
    "n’t",
}
_IS = frozenset(("'s", "’s"))
_CUES = ("speech", "according_to", "writing")


def is_essay(article: Article) -> bool:
    """Whether few sentences are attributed, and the writer argues, chats or asks in the others.

    News of events is carried by who said so, and runs without "But", "isn't" and "Why?" of the
    writer's own. Where both are turned round, guesses and conclusions are the piece's purpose.
    """
    return article.memo("essay", _is_essay)


def _is_essay(article: Article) -> bool:
    quoted = Stretches([quote.span for quote in article.quotes])
    told = told_sentences(article, quoted)
    if len(told) < _LEAST or not _is_argued(article, told, quoted):
        return False
    cues = sorted(a.cue.span.start for a in article.attributions if a.cue.kind in _CUES)
    attributed = 0
    for parsed, first, stop in told:
        syntax = syntax_of(parsed.doc)
        start, end = parsed.start + syntax.start[first], parsed.start + syntax.end[stop - 1]
        attributed += bisect_left(cues, start) < bisect_left(cues, end)
    return attributed < _REPORTED * len(told)


def told_sentences(article: Article, quoted: Stretches) -> list[tuple[ParsedBlock, int, int]]:
    """The sentences of the running text that do not begin in a quotation, by token numbers."""
    return [(p, first, stop) for p, first, stop in _sentences(article) if not quoted.hold(p, first)]


def _sentences(article: Article) -> Iterator[tuple[ParsedBlock, int, int]]:
    """Every sentence of the running text, as token numbers of its block."""
    for parsed in article.body:
        for first, stop in syntax_of(parsed.doc).sent_spans:
            yield parsed, first, stop


def _is_argued(
    article: Article, told: list[tuple[ParsedBlock, int, int]], quoted: Stretches
) -> bool:
    """Whether the sentences outside quotations turn, chat or ask as an argument does."""
    turned = sum(syntax_of(p.doc).low[first] in _TURNS for p, first, _ in told)
    if turned >= _ARGUED * len(told):
        return True
    if not count_of(article, _CONTRACTED | _IS | {"?"}):
        return False
    words = talked = asked = 0
    for parsed, first, stop in told:
        syntax = syntax_of(parsed.doc)
        for i in range(first, stop):
            low = syntax.low[i]
            spoken = low in _CONTRACTED or (low in _IS and syntax.pos[i] in ("AUX", "VERB"))
            if (spoken or low == "?") and quoted.hold(parsed, i):
                continue
            words += low.isalpha()
            talked += spoken
            asked += low == "?"
    return asked >= _ASKED or talked >= max(_TALKED * words, 2)


class Stretches:
    """Stretches of prose that may overlap, asked whether a token lies in one."""

    def __init__(self, spans: list[Span]) -> None:
        self._starts = sorted(span.start for span in spans)
        self._ends = sorted(span.end for span in spans)

    def hold(self, parsed: ParsedBlock, token: int) -> bool:
        """Whether more stretches have begun than ended where a token starts."""
        at = parsed.start + syntax_of(parsed.doc).start[token]
        return bisect_right(self._starts, at) > bisect_right(self._ends, at)
