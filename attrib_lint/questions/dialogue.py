"""Whether the speaker of a quotation that fills its paragraph is told in one near it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.questions.support import SAYING, attributions_in

if TYPE_CHECKING:
    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Quote

_SCENE = 8  # paragraphs of dialogue through which readers still know who speaks
_DIRECTION = 12  # words of a stage direction at most
_OPENERS = tuple("“\"‘'«„")
_CAPTION = 30  # words of a caption at most
_CAPTIONS = 2  # captions that may stand between two paragraphs of one quotation


def carries_on(article: Article, parsed: ParsedBlock, quote: Quote) -> bool:
    """Whether a neighbouring paragraph has a speaker, for quotations that fill their own."""
    ahead = article.text[parsed.start : quote.span.start].strip()
    if ahead and not (ahead[0] in '“"' and ahead[-1] in '”"'):
        return False
    if _goes_on(article, parsed, quote):
        return _is_taken_up(article, parsed)
    for near in range(parsed.index - 2, parsed.index + 3):
        if near == parsed.index or not 0 <= near < len(article.parsed):
            continue
        block = article.parsed[near].block.span
        if near == parsed.index - 1 and block.of(article.text).rstrip().endswith((":", "...", "…")):
            return True
        if any(a.cue.kind in SAYING for a in attributions_in(article, block)):
            return True
        if any(q.speaker is not None and block.contains(q.span) for q in article.quotes):
            return True
    return (
        _is_dialogue(article, parsed)
        or _is_signed(article, parsed, quote)
        or _is_labelled(article, parsed)
        or _is_signed_below(article, parsed)
    )


def _goes_on(article: Article, parsed: ParsedBlock, quote: Quote) -> bool:
    """Whether the paragraph goes on after the quotation with a sentence that quotes nothing."""
    rest = article.text[quote.span.end : parsed.block.span.end].strip()
    quoted = any(parsed.block.span.contains(q.span) and q is not quote for q in article.quotes)
    return rest[:1].isupper() and not quoted


def _is_taken_up(article: Article, parsed: ParsedBlock) -> bool:
    """Whether the paragraph before ends with somebody speaking, who then may speak on."""
    if not parsed.index:
        return False
    above = article.parsed[parsed.index - 1]
    last = article.sentence_at(max(above.start, above.block.span.end - 1))
    return any(
        a.cue.kind in SAYING and a.source is not None and a.source.kind != "document_or_study"
        for a in attributions_in(article, last)
    ) or any(q.span.overlaps(last) for q in article.quotes)


def _is_signed_below(article: Article, parsed: ParsedBlock) -> bool:
    """Whether a line with a dash, or a name and no sentence, stands right after it: a review's."""
    below = article.parsed[parsed.index + 1 : parsed.index + 2]
    if not below:
        return False
    block = below[0].block.span
    line = block.of(article.text).strip()
    if len(line.split()) > _DIRECTION or not line:
        return False
    if line[0] in "–—―-~" or below[0].block.kind == "list":
        return True  # a dash before a name reads as a list's
    named = any(n.kind == "person" and block.contains(n.span) for n in article.names)
    return named and line[-1] not in '.!?”"'


def _is_labelled(article: Article, parsed: ParsedBlock) -> bool:
    """Whether a line that is no sentence stands right before it: a name, a credit, a heading.

    In galleries and profiles such lines say whose words follow.
    """
    above = article.parsed[parsed.index - 1] if parsed.index else None
    if above is None or above is article.headline:
        return False
    line = above.block.span.of(article.text).strip()
    return line[-1:].isalnum() and len(line.split()) <= _DIRECTION


def _is_dialogue(article: Article, parsed: ParsedBlock) -> bool:
    """Whether talk, stage directions and a caption or two lead back to who speaks."""
    between: list[int] = []
    for near in reversed(article.parsed[max(0, parsed.index - _SCENE) : parsed.index]):
        block = near.block.span
        if any(a.cue.kind in SAYING for a in attributions_in(article, block)):
            return True
        text = block.of(article.text)
        talk = text[:1] in _OPENERS or any(block.contains(q.span) for q in article.quotes)
        between = [] if talk else [*between, len(text.split())]
        if not _is_interlude(between):
            return False
    return False


def _is_interlude(lengths: list[int]) -> bool:
    """Whether paragraphs of so many words are stage directions, or one or two captions."""
    if max(lengths, default=0) <= _DIRECTION:
        return True
    return max(lengths) <= _CAPTION and len(lengths) <= _CAPTIONS


def _is_signed(article: Article, parsed: ParsedBlock, quote: Quote) -> bool:
    """A dash and a name after the closing mark, or a name on the quotation's own last line."""
    rest = article.text[quote.span.end : parsed.block.span.end + 4].strip()
    if rest[:1] in ("—", "–", "―", "-"):
        return True
    last = quote.inner.of(article.text).rpartition("\n")[2]
    return "\n" in quote.inner.of(article.text) and 1 < len(last.split()) <= 10
