"""Whether a person's name stands beside a source that is brought in by a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.questions.phrases import Phrase

if TYPE_CHECKING:
    from attrib_lint.article import Article

_ROLE = lazy_regex(r",\s(?:[a-z][\w’'-]*\s){1,6}")


def is_named(article: Article, phrase: Phrase) -> bool:
    """Whether a person's name stands beside the head: "his friend at school, Bruce Lee"."""
    text = article.text
    sentence = article.sentence_at(phrase.span.start)
    comma = text.find(", ", phrase.span.end, min(sentence.end, phrase.span.end + 60))
    end_of_phrase = max(phrase.span.end, comma) + 2
    for name in article.names:
        start, end = name.span.start, name.span.end
        if name.kind in ("place", "outlet") or end < phrase.span.start:
            continue
        after_role = _after_role(phrase, text[phrase.span.end : start])
        if start > end_of_phrase and not after_role:
            break
        before, after = text[:start].rstrip(), text[end : end + 1]
        opens = start == phrase.span.start and after == ","
        apposed = before.endswith(",") and start > phrase.span.start
        adjoined = len(before) == phrase.block.span(phrase.head).end
        if apposed and _is_place(article, phrase, name.span):
            continue
        apposed = apposed or after_role
        if apposed and after not in (",", ".", ")", ""):
            apposed = text[end:].startswith((" of ", " at ", " from "))
        if opens or adjoined or apposed:
            return True
    return False


def _is_place(article: Article, phrase: Phrase, name: Span) -> bool:
    """Whether a lone name after a comma says where a body sits: "at Government House, Ikoye"."""
    written = name.of(article.text)
    if " " in written or phrase.tail.split(" ")[0] not in ("at", "in", "of", "from", "with"):
        return False
    before = article.text[: name.start].rstrip(", ").split(" ")[-1]
    return before[:1].isupper()


def _after_role(phrase: Phrase, between: str) -> bool:
    """Whether a role in apposition leads to a name: "an official, deputy police chief Ann Lee"."""
    if not _ROLE.fullmatch(between):
        return False
    start = phrase.span.end - phrase.block.start
    role = phrase.block.doc.char_span(start + 2, start + len(between) - 1)
    return role is not None and not any(t.pos_ in ("VERB", "AUX", "PRON") for t in role)
