"""Reads "Smith: I will not go" and the speaker tags of transcripts."""

from __future__ import annotations

from attrib_lint.extract.blocktext import BlockText
from attrib_lint.extract.frames import Frame
from attrib_lint.extract.naming import Naming
from attrib_lint.lexicon import words

_CLOSING = 4  # words of a source after the colon, at most
_LONGEST_SOURCE = 9  # words before the colon


def find_colon_cue(text: BlockText, naming: Naming) -> Frame | None:
    """The colon after a name (or "Poll", "Police") at the start of a headline or paragraph.

    In running text the words before the colon have to be a bare name. "Video:", "Exclusive:" and
    other labels credit nobody.
    """
    syntax = text.syntax
    headline = text.kind in ("headline", "standfirst", "heading")
    if headline and (closing := _closing_label(text, naming)):
        return closing
    colon = next(
        (i for i in range(min(len(syntax), _LONGEST_SOURCE + 1)) if syntax.low[i] == ":"), None
    )
    if not colon or colon + 2 >= len(syntax) or any(n >= 0 for n in text.quote_of[:colon]):
        return None
    head = _head(text, colon)
    if any(syntax.pos[i] in ("VERB", "AUX") for i in range(colon)):
        return None
    span = text.span(0, colon)
    kind = naming.kind_at(span)
    label = syntax.low[head] in words("cues", "colon")
    person = kind in ("person", "org", "outlet")
    if text.syntax.words[0] in ("Q", "A") and colon == 1:
        return Frame(colon, colon, colon + 1, ":", "colon", 0, ((colon + 1, len(syntax)),))
    quoted = text.quote_of[colon + 1] >= 0
    if headline and any(syntax.low[i] in words("cues", "labels") for i in range(colon)):
        return None
    if not (person or (label and headline) or (headline and syntax.pos[head] == "PROPN")):
        return None
    if not headline and not (kind == "person" and (quoted or (colon <= 4 and naming.covers(span)))):
        return None
    content = (colon + 1, len(syntax))
    if not any(syntax.pos[i] in ("VERB", "AUX") for i in range(*content)) and not headline:
        return None
    return Frame(colon, colon, colon + 1, ":", "colon", head, (content,))


def _closing_label(text: BlockText, naming: Naming) -> Frame | None:
    """The colon before a source that closes a headline: "Lee will not run: report"."""
    syntax, stop = text.syntax, len(text.syntax)
    colon = next((i for i in range(stop - 1, 1, -1) if syntax.low[i] == ":"), None)
    if colon is None or not 0 < stop - colon - 1 <= _CLOSING or text.quote_of[stop - 1] >= 0:
        return None
    told = any(syntax.pos[t] in ("VERB", "AUX") for t in range(colon))
    if not told or any(syntax.low[t] in words("cues", "labels") for t in range(colon + 1, stop)):
        return None
    verbs = any(syntax.pos[t] in ("VERB", "AUX") for t in range(colon + 1, stop - 1))
    span = text.span(colon + 1, stop)
    named = naming.covers(span) and naming.kind_at(span) in ("person", "org", "outlet")
    if verbs or not (named or syntax.low[stop - 1] in words("cues", "colon")):
        return None
    return Frame(colon, colon, colon + 1, ":", "colon", stop - 1, ((0, colon),), None, True)


def _head(text: BlockText, colon: int) -> int:
    """The word of the label that the others hang on."""
    syntax = text.syntax
    for i in range(colon):
        top = not 0 <= syntax.head[i] < colon or syntax.head[i] == i
        if top and syntax.pos[i] not in ("DET", "PUNCT", "ADP"):
            return i
    return colon - 1
