"""Tells a statement that the text itself sets against another: conceded, answered, unanswered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.clause import children, marker
from attrib_lint.questions.phrases import sentences_after
from attrib_lint.questions.support import attributions_in, is_identified

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article
    from attrib_lint.core.facts import Attribution

_CONCEDING = frozenset(("while", "whereas", "although", "though"))
_TURNS = frozenset(("however", "but", "yet"))
_UNANSWERED = words("voice", "loaded.unanswered")


def is_conceded(cue: Token) -> bool:
    """A concession around a cue: "While he backs her, Osei admits …", "…, but he thinks"."""
    if any(marker(clause) in _CONCEDING for clause in children(cue, "advcl")):
        return True
    after = cue.doc[cue.i + 1 : cue.sent.end]
    if any(t.lower_ in ("although", "though") and t.dep_ == "mark" for t in after):
        return True
    return any(t.lower_ == "but" for verb in children(cue, "conj") for t in children(verb, "cc"))


def is_contested(article: Article, attribution: Attribution) -> bool:
    """Whether the next sentence turns to somebody else who can be told apart."""
    near = sentences_after(article, attribution.cue.span.start, 1)
    following = article.sentence_at(near.end - 1)
    tokens = article.tokens(following)
    if tokens is None or tokens[0].lower_ not in _TURNS or following.end <= near.start:
        return False
    said = {attribution.source.id} if attribution.source is not None else set()
    return any(
        is_identified(article, a.source) and a.source.id not in said
        for a in attributions_in(article, following)
        if a.source is not None
    )


def is_unanswered(paragraph: str) -> bool:
    """Whether a paragraph, in lower case, says that the other side does not speak."""
    return any(phrase in paragraph for phrase in _UNANSWERED)


def before_dash(article: Article, content: Span) -> Span:
    """What is stated, without the writer's own remark behind a dash: "– a charge it denies"."""
    said = content.of(article.text)
    cut = next((at for mark in (" – ", " — ", " - ") if (at := said.find(mark)) > 0), len(said))
    return Span(content.start, content.start + cut)
