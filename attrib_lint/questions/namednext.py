"""Whether somebody brought in by a role is named right after, as news often does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.members import lede_ends
from attrib_lint.questions.phrases import Phrase, sentences_after

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from attrib_lint.article import Article
    from attrib_lint.core.facts import NameMention

_OFFICIALS = frozenset(("official", "aide", "representative", "diplomat", "executive", "officer"))
_NEXT = 2  # paragraphs
_OWN_ROLE = lazy_regex(r"\s*,\s*(?:the|an?|who|whose|[a-z-]{3,})\b")
_PERSONAL_NOTE = lazy_regex(r"\s*,\s*(?:who|whose|now|then|aged|himself|herself)\b")
_ANOTHER = lazy_regex(r"\b(?:but|meanwhile|however|separately|for (?:his|her) part)\b", re.I)


def named_next(article: Article, phrase: Phrase) -> bool:
    """Whether the next sentence has a person, new to the text, who speaks and has no other role.

    A full name that comes in with no role takes the one that was given just before: "A midwife
    says the roof leaks. Ngozi Ade told the inquiry ...".
    """
    sentence = article.sentence_at(phrase.span.start)
    near = sentences_after(article, phrase.span.start, 1)
    after = Span(min(sentence.end, near.end), _end_of_speech(article, near.end))
    met: set[str] = set()
    for name in article.names:
        if name.kind != "person" or name.span.start >= after.end:
            continue
        if any(q.span.contains(name.span) and after.contains(q.span) for q in article.quotes):
            continue  # of whom the quotation speaks
        new = name.name not in met
        met.add(name.name)
        if new and after.contains(name.span) and " " in name.span.of(article.text):
            return _speaks(article, name) and not _has_a_role(article, phrase, name, after)
    return False


def _end_of_speech(article: Article, offset: int) -> int:
    """Where the sentence ends that says who spoke, if a quotation is open at `offset`."""
    for quote in article.quotes:
        if quote.span.start < offset < quote.span.end:
            return article.sentence_at(quote.span.end - 1).end
    return offset


def named_later(article: Article, phrase: Phrase) -> bool:
    """Whether one person, brought in by a role at the top, speaks by name further down.

    "A leading engineer has said the dam is safe" opens a story; "Ngozi Ade, who designed it,
    said ..." comes paragraphs later. The two share what they say, or the role.
    """
    at_top = phrase.block.index <= lede_ends(article, 1)
    before = phrase.before[0].lower_ if phrase.before else ""
    if not at_top or before not in ("a", "an", "one") or phrase.head.tag_ == "NNS":
        return False
    role = phrase.head.lemma_.lower()
    own = _content(article.tokens(article.sentence_at(phrase.span.start)))
    met = {n.name for n in article.names if n.span.start < phrase.span.start}
    for attribution in article.attributions:
        source = attribution.source
        if source is None or source.kind != "named_person" or attribution.nested:
            continue
        block = article.block_at(attribution.cue.span.start)
        if block is None or block.index <= phrase.block.index or source.entity in met:
            continue
        here = article.tokens(article.sentence_at(attribution.cue.span.start))
        said = _content(here)
        if len(own & said) >= 2 or role in {t.lemma_.lower() for t in here or ()}:
            return True
    return False


def named_of_body(article: Article, phrase: Phrase) -> bool:
    """Whether one of the same body or country speaks by name in the next two paragraphs.

    "An ACLU official said ..." goes on "“We won’t rest,” the ACLU’s director, Ann Lee, said".
    """
    if phrase.head.lemma_.lower() not in _OFFICIALS:
        return False
    of = {t.lower_ for t in phrase.modifiers if t.text[0].isupper()}
    for attribution in article.attributions if of else ():
        source = attribution.source
        block = article.block_at(attribution.cue.span.start)
        if source is None or block is None or not source.named or attribution.nested:
            continue
        if phrase.span.end < source.span.start and block.index <= phrase.block.index + _NEXT:
            told = article.tokens(article.sentence_at(source.span.start)) or ()
            if of & {t.lower_ for t in told if block.span(t).start < source.span.end}:
                return True
    return False


def _content(tokens: TokenSpan | None) -> frozenset[str]:
    return frozenset(
        t.lemma_.lower()
        for t in tokens or ()
        if t.pos_ in ("NOUN", "VERB", "ADJ") and not t.is_stop
    )


def _speaks(article: Article, name: NameMention) -> bool:
    """Whether a statement is credited to the one who is named."""
    return any(
        a.source is not None
        and a.source.named
        and (a.source.span.overlaps(name.span) or a.source.entity == name.name)
        for a in article.attributions
    )


def _has_a_role(article: Article, phrase: Phrase, name: NameMention, here: Span) -> bool:
    """Whether the words around a name say who that is: then it is somebody else."""
    text = article.text
    sentence = article.sentence_at(name.span.start)
    left = text[max(sentence.start, here.start) : name.span.start].strip()
    right = text[name.span.end : sentence.end]
    if _ANOTHER.search(left) or _ANOTHER.search(right.partition(" but ")[0]):
        return True
    word = left.split()[-1] if left else ""
    titled = word[:1].isupper() and word.rstrip(".") not in ("Mr", "Mrs", "Ms", "Dr", "Miss")
    if titled and _may_bear(phrase.head.lemma_.lower(), word.rstrip(".").lower()):
        return False  # "a commander said ... General Ann Lee"
    if titled or (word.isalpha() and word.lower() == phrase.head.lower_):
        return titled
    same = phrase.head.lower_ in right.lower()
    return bool(_OWN_ROLE.match(right)) and not _PERSONAL_NOTE.match(right) and not same


def _may_bear(role: str, title: str) -> bool:
    """Whether whoever has a role may have a title: a commander is a general."""
    return any(
        role in words("roles", f"bearers.{kind}") and title in words("roles", f"titles.{kind}")
        for kind in ("forces", "seats", "learning", "police", "law", "state")
    )
