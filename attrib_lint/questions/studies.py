"""What makes a study identified: a name, a publisher, a link or a reference, in it or near it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.phrases import sentences_after, told_by_named, words_of
from attrib_lint.questions.wordorder import linked, names_someone

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article
    from attrib_lint.questions.phrases import Phrase

# A firm's trial is no example of the "studies" before it.
_TRIED = frozenset({"trial", "trials", "finding", "findings"})
_BEFORE = frozenset(
    {"earlier", "previous", "past", "prior", "existing", "other", "decades", "years", "separate"}
)
_REFERENCE = lazy_regex(r"[(\[]\s?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\s?[)\]]|[a-z.,][¹²³⁴-⁹]")
_YEAR = lazy_regex(r"(?:19|20)\d\d")
_FINDINGS = frozenset({"estimate", "report", "calculation", "count"})
_RESEARCHERS = frozenset({"researcher", "scientist", "academic", "professor", "psychologist"})
_RECORDS = frozenset({"data", "figures", "statistics", "records", "numbers"})
_RELEASED = frozenset({"released", "published", "issued", "disclosed", "compiled", "posted"})
_MANY = frozenset({"studies", "papers", "trials", "experiments", "analyses", "authors"})


def is_study_identified(article: Article, phrase: Phrase, sentence: Span) -> bool:
    """Whether a name, an institution or a link leads to the study of a phrase.

    `sentence` is the span (prose) of the phrase's own.
    """
    if linked(article, sentence) or told_by_named(article, phrase.span):
        return True
    if _REFERENCE.search(sentence.of(article.text)):
        return True
    if any(
        a.cue.kind == "according_to"
        and a.source is not None
        and sentence.contains(a.cue.span)
        and not a.source.span.overlaps(phrase.span)
        for a in article.attributions
    ):
        return True  # somebody else tells of it: "a review showed ..., according to court papers"
    until = [*phrase.head.sent[phrase.head.i - phrase.head.sent.start + 1 :]]
    stop = next((i for i, t in enumerate(until) if t.lower_ == "that"), len(until))
    if names_someone(tuple(until[:stop]), frozenset({"by", "from", "at", "of"})):
        return True
    here = tuple(phrase.head.sent)
    if _is_published(here) and names_someone(here, frozenset({"by", "in", "at", "from"})):
        return True
    if any(t.lower_ in words("evidence", "studies.identifies") for t in phrase.after):
        return True
    if any(t.lower_ in words("evidence", "studies.bodies") for t in _makers(phrase)):
        return True
    near = sentences_after(article, sentence.start, 2)
    many = _is_many(phrase)
    if not many and _names_researcher(article, Span(sentence.end, max(near.end, sentence.end))):
        return True
    if phrase.head.lower_ in _RECORDS and _is_released_by(article, near):
        return True
    new = _is_further(article, phrase)
    nouns = words("evidence", "studies.about", "polls.heads") - (_TRIED if many else frozenset())
    for block, other in article.sentences():
        place = block.span(other)
        if other == phrase.head.sent or (many and not near.overlaps(place)):
            continue
        if _brings_in_another(tuple(other)) or (new and place.end <= phrase.span.start):
            continue
        if _presents_study(tuple(other), many):
            return True
        if near.overlaps(place) and _gives_maker(tuple(other), nouns):
            return True
    return False


def _is_released_by(article: Article, near: Span) -> bool:
    """ "Data show ... The list, released by the Harbour Board, names 40 ships"."""
    return any(
        t.lower_ in _RELEASED
        and t.i + 2 < len(block.doc)
        and t.nbor(1).lower_ == "by"
        and any(n.pos_ == "PROPN" for n in block.doc[t.i + 2 : t.i + 6])
        for block, sentence in article.sentences()
        if near.overlaps(block.span(sentence))
        for t in sentence
    )


def is_told_of_later(article: Article, span: Span) -> bool:
    """Whether "the study" comes back with who did it, or its researcher is named next."""
    sentence = article.sentence_at(span.start)
    near = sentences_after(article, sentence.start, 2)
    if _names_researcher(article, Span(sentence.end, max(near.end, sentence.end))):
        return True
    heads = words("evidence", "studies.heads")
    for block, other in article.sentences():
        if block.span(other).start < span.end:
            continue
        back = any(
            t.lower_ in heads and t.i > other.start and t.nbor(-1).lower_ in ("the", "this")
            for t in other
        )
        if back and _presents_study(tuple(other), many=False):
            return True
    return False


def _names_researcher(article: Article, near: Span) -> bool:
    """Whether the next sentences tell of a researcher, who has a name: "A US researcher says"."""
    if not any(n.kind == "person" and near.contains(n.span) for n in article.names):
        return False
    first = next((s for s in article.sentence_spans if s.start >= near.start), None)
    following = article.tokens(first) if first is not None else None
    return any(t.lower_ in _RESEARCHERS for t in following or ())


def _is_further(article: Article, phrase: Phrase) -> bool:
    """Whether "a study" down in the text is a new one, not the one that the story is about."""
    opening = next(iter(article.body), None)
    single = {"a", "an", "another"} & words_of(phrase.before)  # "one study" may point back
    return opening is not None and bool(single) and phrase.block.index > opening.index


def _is_many(phrase: Phrase) -> bool:
    """Whether several studies are meant, so that the one named elsewhere is not it.

    "Earlier research" is none of the news, and no single study.
    """
    if phrase.head.tag_ == "NNS":
        return True
    single = {"a", "an", "one"} & words_of(phrase.before)
    return not single and bool({t.lower_ for t in phrase.modifiers} & _BEFORE)


def _makers(phrase: Phrase) -> tuple[Token, ...]:
    """What stands after "by the": "research by the journalists' consortium"."""
    after = phrase.after
    by = next((i for i, t in enumerate(after) if t.lower_ in ("by", "from")), len(after))
    return after[by + 1 :] if after[by + 1 : by + 2] and after[by + 1].lower_ == "the" else ()


def _brings_in_another(sentence: tuple[Token, ...]) -> bool:
    """Whether a sentence brings in a study besides: "another study", "a separate paper".

    So does "a 2019 trial": it has a year of its own.
    """
    nouns = words("evidence", "studies.heads", "studies.about", "polls.heads") | _FINDINGS
    low = [t.lower_ for t in sentence]
    for i, year in enumerate(low):
        if i and low[i - 1] in ("a", "an") and _YEAR.fullmatch(year) and nouns & {*low[i : i + 5]}:
            return True
    return any(
        t.lower_ in ("separate", "another", "different", "second")
        and any(n.lower_ in nouns for n in sentence[i + 1 : i + 4])
        for i, t in enumerate(sentence)
    )


def _gives_maker(sentence: tuple[Token, ...], nouns: frozenset[str]) -> bool:
    """Whether a sentence beside it gives a study, survey or report with its maker's name."""
    return any(
        token.lower_ in nouns
        and names_someone(_until_verb(sentence[i + 1 :]), frozenset({"by", "from", "for"}))
        for i, token in enumerate(sentence)
    )


def _until_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    stop = next((i for i, t in enumerate(tokens) if t.tag_ in ("VBD", "VBZ", "MD")), len(tokens))
    return tokens[:stop]


def _presents_study(sentence: tuple[Token, ...], many: bool) -> bool:
    """Whether a sentence tells whose a study is: its authors, publisher or institution, by name.

    One paper that is named does not tell which "studies" are meant.
    """
    if many and not any(t.tag_ == "NNS" and t.lower_ in _MANY for t in sentence):
        return False
    low = {token.lower_ for token in sentence}
    if not low & words("evidence", "studies.about"):
        return False
    return names_someone(sentence, frozenset({"by", "in", "at", "from", "of"})) and bool(
        low & words("evidence", "studies.published", "studies.identifies", "studies.authors")
    )


def _is_published(tokens: tuple[Token, ...]) -> bool:
    """Whether some words say that something was published, carried out or led by somebody."""
    return any(t.lower_ in words("evidence", "studies.published") for t in tokens)
