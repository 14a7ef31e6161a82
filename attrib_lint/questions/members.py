"""Whether a group that holds a view has a named member elsewhere in the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words
from attrib_lint.questions.phrases import Phrase

if TYPE_CHECKING:
    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Attribution, Source

_ABOVE = frozenset({"headline", "standfirst", "heading", "list"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_FURTHER = frozenset({"too", "also", "agree", "agreed", "agrees", "likewise", "similarly", "echo"})
_OTHERS = frozenset({"others", "other", "fellow", "more"})


def named_before(article: Article, phrase: Phrase, back: int = 2) -> bool:
    """Whether "others", or a group that "also" says it, follows a named person who was heard."""
    sentence = article.sentence_at(phrase.span.start)
    mine = {token.lower_ for token in phrase.head.sent}
    joined = {token.lower_ for token in (*phrase.before, phrase.head)} & _OTHERS
    if not joined and not mine & _FURTHER:
        return False
    before = _sentences_before(article, sentence.start, back)
    return before is not None and any(
        before.contains(a.cue.span) or before.contains(where.head)
        for a, where in _heard(article)
        if where.span.end <= phrase.span.start
    )


def named_in_body(article: Article, phrase: Phrase, attribution: Attribution) -> bool:
    """Whether a group in a headline, deck or lede is followed up by a named member in the body.

    A member bears the group's role noun ("farmers", "Ann Lee, a farmer"), or, for critics and
    others who are known by their view alone, speaks of the same thing.
    """
    first = article.body[0].index if article.body else -1
    above = phrase.block.block.kind in _ABOVE and phrase.block.index <= first
    if not above and phrase.block.index != first:
        return False
    role = phrase.head.lemma_.lower()
    own = {t.lemma_.lower() for t in phrase.head.sent if t.pos_ in _TELLING and not t.is_stop}
    own -= {role, attribution.cue.lemma}
    needed = 1 if above else 2
    by_view = phrase.head.lower_ in words("anonymity", "collectives.plain", "collectives.pronouns")
    for other, where in _heard(article):
        block = article.block_at(where.span.start)
        if block is None or block.index <= phrase.block.index or other is attribution:
            continue
        said = _around(block, where.span)
        if role in said or role.removesuffix("s") in said:
            return True
        if by_view and len(own & said) >= needed:
            return True
    return False


def _heard(article: Article) -> Iterator[tuple[Attribution, Source]]:
    """Statements credited to a named person."""
    for attribution in article.attributions:
        source = attribution.source
        if source is not None and source.kind == "named_person" and not attribution.nested:
            yield attribution, source


def _sentences_before(article: Article, offset: int, count: int) -> Span | None:
    spans = [b.span(s) for b, s in article.sentences() if b.span(s).end <= offset][-count:]
    return spans[0].cover(spans[-1]) if spans else None


def _around(block: ParsedBlock, span: Span) -> frozenset[str]:
    """The lemmas of the sentence around `span` and of the one before it in its paragraph."""
    sentences = list(block.doc.sents)
    at = next((i for i, s in enumerate(sentences) if block.span(s).end >= span.end), 0)
    lemmas = syntax_of(block.doc).lemma
    return frozenset(
        lemma.lower() for lemma in lemmas[sentences[max(0, at - 1)].start : sentences[at].end]
    )
