"""What word order tells about a phrase, whatever the parse says: extent, role, names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words
from attrib_lint.questions.phrases import DEFINITE, NOMINAL, PHRASE_TAGS, Phrase
from attrib_lint.questions.wording import occurrences

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock

_OPENERS = (
    "according to",
    "as per",
    " per",
    "in the words of",
    "citing",
    "cited",
    "cites",
    "quotes",
    "quoted",
    "quoting",
)


_CITING = frozenset(("citing", "quoting", "naming"))
_WHEN = lazy_regex(
    r"\b(?:ago|same day|yesterday|today|tonight|"
    r"(?:last|this|earlier this|late last) (?:week|month|year|spring|summer|autumn|fall|winter|"
    r"weekend|morning)|(?:19|20)\d\d)\b"
)
# "Studies keep telling us", "reports continue to suggest".
_GOING_ON = frozenset(("keep", "continue", "tend", "seem", "appear", "begin", "start"))
_DAY = lazy_regex(
    r"\b(?:(?:days?|hours?|minutes?|a week|one week) (?:ago|earlier)|same day|yesterday|today|"
    r"tonight|"
    r"(?:last|this|earlier this|late last) (?:week|weekend|morning|evening|afternoon|night))\b"
)


_LEADING_ON = ("that", "because", "if", "while", "as", "so", "whether")


def tokens_among(article: Article, wanted: frozenset[str]) -> Iterator[tuple[ParsedBlock, Token]]:
    """Every word of an article that is among `wanted` (lower case), with its block."""
    yield from occurrences(article, wanted)


def phrase_around(block: ParsedBlock, head: Token) -> Phrase:
    """The phrase around a noun, read from word classes rather than from the parse.

    Before the head: determiner, modifiers, possessor. After it: one prepositional phrase or a
    participle with its own (a "report on April 11", "a study published in May").
    """
    doc, syntax = block.doc, syntax_of(block.doc)
    tag, low = syntax.tag, syntax.low
    begin, end = syntax.sent_spans[syntax.sent[head.i]]
    first = head.i
    while first > begin and (tag[first - 1] in PHRASE_TAGS or tag[first - 1] == "RB"):
        if first - 1 > begin and tag[first - 1] == "HYPH":
            first -= 2  # "since-deleted", "much-read"
            continue
        if tag[first - 1] == "RB" and tag[first] not in ("JJ", "VBN", "CD"):
            break
        if tag[first - 1] in ("VBN", "VBG") and tag[first] in ("DT", "PRP$"):
            break
        if low[first - 1] in _CITING:
            break  # "citing sources": what it does with them
        first -= 1
        if tag[first] == "DT" and (low[first] in DEFINITE or low[first] in ("a", "an")):
            break
    last = head.i
    if last + 2 < end and _describes(doc[last + 1], doc[last + 2]):
        last += 1
    saying = words("phrases", "saying")
    while last + 1 < end and tag[last + 1] in ("IN", "TO") and low[last + 1] not in _LEADING_ON:
        at = last + 2
        while at < end and (tag[at] in PHRASE_TAGS or tag[at] == "CC") and low[at] not in saying:
            at += 1
        if at == last + 2:
            break
        last = at - 1
    tokens = doc[first : last + 1]
    return Phrase(
        block,
        block.span(tokens),
        head,
        tuple(doc[first : head.i]),
        tuple(doc[head.i + 1 : last + 1]),
    )


def _describes(token: Token, following: Token) -> bool:
    """Whether a word after a noun describes it: "published in May", "close to the family"."""
    if token.tag_ == "JJ":
        return following.tag_ in ("IN", "TO")
    return (
        token.tag_ in ("VBN", "VBD")
        and token.lower_ not in words("phrases", "saying")
        and following.tag_ in ("IN", "NNP", "RB")
        and following.lower_ not in ("that", "because", "if")
    )


def is_noun(token: Token) -> bool:
    """Whether a word is used as a noun, as far as its tag and its neighbours tell."""
    if token.tag_ in NOMINAL:
        return token.dep_ not in ("aux", "cop")
    before = token.nbor(-1).tag_ if token.i else ""
    return before in ("DT", "JJ", "PRP$", "POS")


def credits(phrase: Phrase, forms: frozenset[str]) -> bool:
    """Whether a phrase is in the role of a source: after "according to", or subject of a verb.

    `forms` are the verb forms that count, as written. Read from word order, so that a wrong parse
    does not hide it; a plain parse that says "subject" is enough too.
    """
    doc, head = phrase.block.doc, phrase.head
    sentence = head.sent
    first = phrase.before[0].i if phrase.before else head.i
    before = range(max(sentence.start, first - 4), first)
    syntax = syntax_of(doc)
    opening = syntax.span(before.start, before.stop).of(syntax.text) if before else ""
    if opening.lower().rstrip(' “"').endswith(_OPENERS):
        return True
    if head.dep_.startswith("nsubj") and head.head.lower_ in forms:
        return True
    after = phrase.after[-1].i + 1 if phrase.after else head.i + 1
    going_on = False
    for token in doc[after : after + 5]:
        if token.i >= sentence.end or (token.i >= after + 3 and not going_on):
            return False
        if going_on and token.tag_ in ("VBG", "VB") and token.lemma_.lower() in forms:
            return True
        if token.lemma_.lower() in _GOING_ON:
            going_on = True
            continue
        if going_on and token.tag_ in ("TO", "RB"):
            continue
        if token.lower_ in forms:
            following = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
            return following not in ("by", "to", "for")
        if token.tag_ not in ("RB", "MD", "VBZ", "VBP", "VBD") or token.lower_ in ("is", "was"):
            return False
    return False


def names_someone(tokens: tuple[Token, ...], prepositions: frozenset[str] | None = None) -> bool:
    """Whether some words hold a proper name that is no date.

    With `prepositions`, only names after one of them count ("by", "from"); "of" carries on ("by
    its head of sales, Ann Lee").
    """
    armed = prepositions is None
    for token in tokens:
        if token.tag_ == "IN" and prepositions is not None:
            armed = token.lower_ in prepositions or (armed and token.lower_ == "of")
        if armed and _is_name(token):
            return True
    return False


def _is_name(token: Token) -> bool:
    """Whether a word is written as a name, and is no date; a sentence's first word needs more."""
    if token.lower_ in words("phrases", "dates") or not token.text[0].isupper():
        return False
    if not token.is_sent_start:
        return True
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return bool(token.ent_type_) or (following is not None and following.tag_ == "NNP")


def says_when(text: str) -> bool:
    """Whether some words say when, other than by a date: "last week", "ten days ago", "in 2019"."""
    return _WHEN.search(text.lower()) is not None


def says_day(text: str) -> bool:
    """Whether some words say when to the week: "last week", "ten days ago"; not "last month"."""
    return _DAY.search(text.lower()) is not None


def linked(article: Article, span: Span) -> bool:
    """Whether a link stands in a stretch of prose."""
    return any(link.span.overlaps(span) for link in article.document.links)
