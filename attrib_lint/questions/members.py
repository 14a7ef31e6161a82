"""Whether a group that holds a view has a named member elsewhere in the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
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
_PLACED = lazy_regex(r"(?:, of)? (?:with|at|from) (?:the )?[A-Z]")
_OPENING = 3  # paragraphs in which a summary may run ahead of those who say it
_OTHERS = frozenset({"others", "other", "fellow", "more"})


def named_before(article: Article, phrase: Phrase, back: int = 2) -> bool:
    """Whether "others", or a group that "also" says it, follows a named person who was heard."""
    sentence = article.sentence_at(phrase.span.start)
    mine = {token.lower_ for token in phrase.head.sent}
    joined = {token.lower_ for token in (*phrase.before, phrase.head)} & _OTHERS
    field = is_field(phrase)
    if not joined and not mine & _FURTHER and not field:
        return False
    before = _sentences_before(article, sentence.start, back)
    return before is not None and any(
        before.contains(a.cue.span) or before.contains(where.head)
        for a, where in _heard(article)
        if where.span.end <= phrase.span.start
        and (joined or mine & _FURTHER or is_learned(article, where))
    )


def is_field(phrase: Phrase) -> bool:
    """Whether the group speaks for a field of knowledge: experts, analysts, scientists."""
    return phrase.head.lower_ in words("anonymity", "collectives.experts")


def may_belong(article: Article, phrase: Phrase, source: Source) -> bool:
    """Whether a named source can be one of the group: no minister is one of the "analysts".

    Nor is a company or a minister one of the "locals".
    """
    if not is_field(phrase):
        if is_by_view(phrase):
            return not answers_for(article, phrase, source.entity, source.span)
        return _is_of_role(article, phrase, source)
    if source.kind != "named_person":
        return bool(
            _words(source.span.of(article.text)) & words("anonymity", "collectives.learned")
        )
    if is_learned(article, source):
        return True
    first = next((n for n in article.names if n.name == source.entity), None)
    new = first is not None and first.span.start > phrase.span.start
    told = _described(article, source) & words("anonymity", "collectives.offices")
    return new and " " in first.span.of(article.text) and not told if first else False


def answers_for(article: Article, phrase: Phrase, entity: str | None, span: Span) -> bool:
    """Whether somebody holds a post that answers to critics: no minister is one of them.

    A former minister, a senator or a councillor may be.
    """
    if phrase.head.lower_ not in words("anonymity", "collectives.against"):
        return False
    told = _around_name(article, entity, span)
    if told & words("anonymity", "collectives.pressing"):
        return False  # the president of a trade association speaks for one side
    return bool(told & words("anonymity", "collectives.answering")) and "former" not in told


def is_by_view(phrase: Phrase) -> bool:
    """Whether a group is known by its view alone: critics, some, others."""
    return phrase.head.lower_ in words("anonymity", "collectives.plain", "collectives.pronouns")


def _is_of_role(article: Article, phrase: Phrase, source: Source) -> bool:
    """Whether somebody with a name may be one of the "locals", the "growers", the "players"."""
    role = phrase.head.lemma_.lower()
    if source.kind != "named_person":
        return role in source.span.of(article.text).lower()  # "the Growers’ Union"
    if " " not in (source.entity or source.span.of(article.text)):
        return False  # one word is as likely a firm
    told, offices = _described(article, source), words("anonymity", "collectives.offices")
    return role in told or not told & offices or role in offices


def is_learned(article: Article, source: Source) -> bool:
    """Whether the words around a name tell that its bearer knows a field.

    A professor, a fellow, and "Ann Lee with Okoro Labs" do.
    """
    if _described(article, source) & words("anonymity", "collectives.learned"):
        return True
    return any(
        n.name == source.entity and _PLACED.match(article.text[n.span.end : n.span.end + 12])
        for n in article.names
        if n.kind == "person"
    )


def _described(article: Article, source: Source) -> frozenset[str]:
    return _around_name(article, source.entity, source.span)


def _around_name(article: Article, entity: str | None, span: Span) -> frozenset[str]:
    """The words around the mentions of a named person: a title before, an apposition after."""
    found: set[str] = set()
    for name in article.names:
        same = name.name == entity or name.span.overlaps(span)
        if name.kind != "person" or not same:
            continue
        sentence = article.sentence_at(name.span.start)
        left = article.text[max(sentence.start, name.span.start - 60) : name.span.start]
        right = article.text[name.span.end : min(sentence.end, name.span.end + 110)]
        found |= _words(left.rpartition(",")[2] if not left.rstrip().endswith(",") else left)
        if right.startswith((",", " (", " of ", " at ", " from ", " with ")):
            found |= _words(right)
    return frozenset(found)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,;:()“”\"'’").lower() for word in text.split())


def lede_ends(article: Article, paragraphs: int = _OPENING) -> int:
    """The index of the last block of the opening; -1 without a body.

    A headline that is printed twice is no paragraph.
    """
    top = article.headline
    headline = syntax_of(top.doc).text if top is not None else None
    told = (b.index for b in article.body if syntax_of(b.doc).text != headline)
    return max(islice(told, paragraphs), default=-1)


def named_in_body(article: Article, phrase: Phrase, attribution: Attribution) -> bool:
    """Whether a group in a headline, deck or lede is followed up by a named member in the body.

    A member bears the group's role noun ("farmers", "Ann Lee, a farmer"), or, for critics and
    others who are known by their view alone, speaks of the same thing.
    """
    last = lede_ends(article)
    if phrase.block.index > last:
        return False
    above = phrase.block.block.kind in _ABOVE
    role = phrase.head.lemma_.lower()
    own = {t.lemma_.lower() for t in phrase.head.sent if t.pos_ in _TELLING and not t.is_stop}
    own -= {role, attribution.cue.lemma}
    needed = 1 if above else 2
    by_view = is_by_view(phrase)
    for other, where in _heard(article):
        block = article.block_at(where.span.start)
        if block is None or block.index <= phrase.block.index or other is attribution:
            continue
        if is_field(phrase) and is_learned(article, where):
            return True
        said = _around(block, where.span)
        if role in said or role.removesuffix("s") in said:
            return True
        if by_view and len(own & said) >= needed:
            return True
    return False


def named_near(article: Article, phrase: Phrase, within: int) -> bool:
    """Whether a named person heard up to `within` paragraphs away may speak for the group.

    For a field, that is whoever knows a field; for others, whoever speaks of the same thing.
    """
    own = {t.lemma_.lower() for t in phrase.head.sent if t.pos_ in _TELLING and not t.is_stop}
    own.discard(phrase.head.lemma_.lower())
    for _, where in _heard(article):
        block = article.block_at(where.span.start)
        if block is None or abs(block.index - phrase.block.index) > within:
            continue
        if is_field(phrase):
            if is_learned(article, where):
                return True
        elif own & _around(block, where.span):
            return True
    return False


def _heard(article: Article) -> Iterator[tuple[Attribution, Source]]:
    """Statements credited to a named person."""
    for attribution in article.attributions:
        source = attribution.source
        if source is not None and source.kind == "named_person" and not attribution.nested:
            yield attribution, source


def _sentences_before(article: Article, offset: int, count: int) -> Span | None:
    spans = article.sentence_spans
    last = bisect_right(spans, offset, key=attrgetter("end"))
    spans = spans[max(0, last - count) : last]
    return spans[0].cover(spans[-1]) if spans else None


def _around(block: ParsedBlock, span: Span) -> frozenset[str]:
    """The lemmas of the sentence around `span` and of the one before it in its paragraph."""
    syntax = syntax_of(block.doc)
    last = len(syntax.sent_spans) - 1
    at = min(bisect_left(syntax.sent_ends, span.end - block.start), last)
    start, end = syntax.sent_spans[max(0, at - 1)][0], syntax.sent_spans[at][1]
    return frozenset(lemma.lower() for lemma in syntax.lemma[start:end])
