"""Whether a reader can tell whose report is meant from the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.careful import is_careless
from attrib_lint.questions.phrases import Phrase, sentences_after, told_by_named, words_of
from attrib_lint.questions.reportphrases import is_nationality, open_report
from attrib_lint.questions.wording import forms_of
from attrib_lint.questions.wordorder import (
    is_noun,
    linked,
    names_someone,
    phrase_around,
    tokens_among,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock

_OPENING = 2  # paragraphs after the headline, of which the body gives the details
_MAKER = 7  # words after "the report" within which its maker stands
_FIRST = frozenset({"early", "earlier", "initial", "preliminary", "first", "previous"})
_CORRECTED = lazy_regex(r"\b(?:later|corrected|turned out|proved|wrong(?:ly)?|mistaken|false)\b")
_AUTHORSHIP = frozenset(
    {
        "author",
        "authors",
        "co-author",
        "authored",
        "compiled",
        "commissioned",
        "published",
        "issued",
    }
)
_WHOSE = frozenset({"by", "from", "in", "of", "for", "via"})


_BACK = frozenset(
    {"report", "reports", "study", "it", "its", "author", "authors", "document", "this", "survey"}
)
_SUCH = frozenset({"including", "like", "as"})
_WORKS = frozenset({"report", "study", "survey"})
_BY = frozenset({"by", "from"})
_AUTHORS = frozenset({"by", "of", "for", "via"})
_DEFINITE = frozenset({"the", "its", "their", "his", "her"})
_POINTING = frozenset({"this", "that", "it", "these", "those", "they", "both"})
_REPORTING = frozenset(
    {"report", "reports", "reporting", "reported", "story", "article", "newspaper", "outlet"}
)


def is_owned(article: Article, phrase: Phrase, sentence: Span) -> bool:
    """Whether the publisher can be told from the words around."""
    names = tuple(t for t in phrase.after if not _is_where(article, phrase, t))
    if names_someone(names, _WHOSE) or linked(article, sentence):
        return True
    if told_by_named(article, phrase.span) or _is_for_body(phrase):
        return True
    if any(
        a.cue.kind == "according_to" and a.source is not None and a.source.named
        for a in article.attributions
        if sentence.contains(a.cue.span) and not 0 <= phrase.span.start - a.cue.span.end < 3
    ):
        return True
    if _is_overtaken(article, phrase):
        return True
    if repeats_headline(article, phrase.block):
        near = sentences_after(article, _first_told(article), 2)
        if _is_identified_below(article, phrase):
            return True
    else:
        near = sentences_after(article, phrase.span.start, 1)
    if phrase.head.tag_ == "NN" and _is_made_known_below(article, phrase):
        return True
    outlets = (n for n in article.names if n.kind == "outlet" and near.overlaps(n.span))
    if any(_is_told_together(article, phrase, n.span) for n in outlets):
        return True
    if _names_author(article, sentences_after(article, phrase.span.start, 2), phrase):
        return True
    rest = [*phrase.block.doc[phrase.head.i + 1 : phrase.head.sent.end]]
    says = words("second_hand", "reports.says")
    stop = next((i for i, t in enumerate(rest) if t.lower_ in says), len(rest))
    told = tuple(t for t in rest[:stop] if not _is_where(article, phrase, t))
    return names_someone(told, _BY) or _lists_some(phrase)


def _lists_some(phrase: Phrase) -> bool:
    """ "Media outlets including the Gazette": one of them is named."""
    doc, head = phrase.block.doc, phrase.head
    near = doc[head.i + 1 : min(head.i + 8, head.sent.end)]
    return any(
        t.lower_ in _SUCH and names_someone(tuple(doc[t.i + 1 : min(t.i + 4, head.sent.end)]))
        for t in near
    )


def _is_for_body(phrase: Phrase) -> bool:
    """Whether a report is somebody's who is known here: "to the council", "going before MPs"."""
    after = phrase.after
    known = forms_of("sources", "institutions", "roles")
    for i, token in enumerate(after):
        if token.lower_ not in ("to", "for", "before", "by", "from") or i + 1 >= len(after):
            continue
        noun = after[i + 2 : i + 5] if after[i + 1].lower_ in _DEFINITE else after[i + 1 : i + 2]
        many = after[i + 1].tag_ in ("NNS", "NNPS")
        if (after[i + 1].lower_ in _DEFINITE or many) and any(t.lower_ in known for t in noun):
            return True
    return False


def _is_told_together(article: Article, phrase: Phrase, outlet: Span) -> bool:
    """Whether an outlet close by may be the one that reports.

    One that opens the next paragraph is, if it is linked to what was said: by a word that points
    back, or by the subject. "Reports say a bridge fell" is not the Herald's because the Herald next
    tells of a video.
    """
    if repeats_headline(article, phrase.block) or phrase.block.block.span.overlaps(outlet):
        return True
    following = article.tokens(article.sentence_at(outlet.start))
    if following is None or following[0].lower_ in _POINTING:
        return True
    if {t.lower_ for t in following} & _REPORTING:
        return True
    return len(_told_in(following) & _told_in(phrase.head.sent)) > 1


def _told_in(tokens: TokenSpan) -> frozenset[str]:
    return frozenset(
        t.lemma_.lower()
        for t in tokens
        if t.pos_ in ("NOUN", "PROPN", "VERB", "NUM") and not t.is_stop
    ) - words("second_hand", "reports.says")


def _is_where(article: Article, phrase: Phrase, token: Token) -> bool:
    """Whether a name says where and not who: "in the Korean press", "out of Madrid"."""
    if is_nationality(token) and token.tag_ == "JJ":
        return True
    if words_of(phrase.after) & _AUTHORS:
        return False
    place = phrase.block.span(token)
    return any(n.kind == "place" and n.span.overlaps(place) for n in article.names)


def _is_overtaken(article: Article, phrase: Phrase) -> bool:
    """Whether the text says that first reports were put right: "it was later determined ..."."""
    if not {t.lower_ for t in phrase.modifiers} & _FIRST:
        return False
    near = sentences_after(article, phrase.span.start, 1).of(article.text)
    return _CORRECTED.search(near) is not None


def repeats_headline(article: Article, block: ParsedBlock) -> bool:
    """Whether a block is the headline, or prints it again."""
    headline = article.headline
    return headline is not None and block.doc.text == headline.doc.text


def _first_told(article: Article) -> int:
    """Where the body begins; a headline that is printed again is none of it."""
    told = (b.start for b in article.body if not repeats_headline(article, b))
    return next(told, 0)


def _is_identified_below(article: Article, phrase: Phrase) -> bool:
    """Whether a headline's report has its publisher in the body, or is an "internal" one there."""
    for block, token in tokens_among(article, frozenset({"report"})):
        if repeats_headline(article, block) or not is_noun(token):
            continue
        other = phrase_around(block, token)
        if not other.definite and open_report(block, token) is None:
            return True
        if names_someone(other.after, _WHOSE):
            return True
    return False


def _is_made_known_below(article: Article, phrase: Phrase) -> bool:
    """Whether the report of an opening comes back with its maker: "The report, by Acme"."""
    if phrase.block.index > _OPENING or is_careless(article):
        return False
    for block, token in tokens_among(article, frozenset({"report"})):
        back = token.i > token.sent.start and token.nbor(-1).lower_ in ("the", "this")
        if not back or block.index <= phrase.block.index:
            continue
        after = tuple(block.doc[token.i + 1 : min(token.i + _MAKER, token.sent.end)])
        made = tuple(t for t in after if not t.is_punct)
        if made and made[0].lower_ in _BY and names_someone(made, _BY):
            return True
    return False


def _names_author(article: Article, near: Span, phrase: Phrase) -> bool:
    """Whether a sentence after it says who wrote it: "its author", "the report by Acme"."""
    until = phrase.head.sent.end_char + phrase.block.start
    for name in article.names:
        if name.kind == "place" or not until <= name.span.start < near.end:
            continue
        sentence = article.tokens(article.sentence_at(name.span.start))
        low = {t.lower_ for t in sentence or ()}
        if low & _AUTHORSHIP and low & _BACK:
            return True
    return any(
        near.contains(block.span(token)) and names_someone(phrase_around(block, token).after, _BY)
        for block, token in tokens_among(article, _WORKS)
        if block.span(token).start >= until and is_noun(token)
    )
