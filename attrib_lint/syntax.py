"""What rules ask about the words of a phrase and the sentences around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.support import attributions_over

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Attribution, Source

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your", "whose"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PHRASE_TAGS = _NOMINAL | {
    "DT",
    "JJ",
    "JJR",
    "JJS",
    "CD",
    "PRP$",
    "POS",
    "VBN",
    "VBG",
    "PDT",
    "HYPH",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source mention around its head noun.

    `before` and `after` are the phrase's other words. In "one of the sources tapped by the paper"
    the head is "sources" and `partitive` is true.
    """

    block: ParsedBlock
    span: Span
    head: Token
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    partitive: bool = False

    @property
    def text(self) -> str:
        """The phrase as written."""
        return self.block.doc.text[
            self.span.start - self.block.start : self.span.end - self.block.start
        ]

    @property
    def tail(self) -> str:
        """What follows the head, in lower case."""
        start = self.head.idx + len(self.head.text)
        return self.block.doc.text[start : self.span.end - self.block.start].lower().strip()

    @property
    def definite(self) -> bool:
        """Whether it points back: "the source", "one of the sources", "these people"."""
        return any(token.lower_ in _DEFINITE for token in self.before)

    @property
    def owner(self) -> Token | None:
        """The possessor's head: "Insider" in "Business Insider's source", "its" in "its source"."""
        for i, token in enumerate(self.before):
            if token.lower_ in _OWNERS:
                return token
            if token.tag_ == "POS" and i:
                return self.before[i - 1]
        return None

    @property
    def modifiers(self) -> tuple[Token, ...]:
        """Words before the head that describe it: no determiner, number, possessor, hyphen."""
        left = self.before
        for i, token in enumerate(left):
            if token.tag_ == "POS":
                left = left[i + 1 :]
                break
        return tuple(
            t
            for t in left
            if t.is_alpha or ("-" in t.text and len(t.text) > 1)
            if t.tag_ not in ("DT", "CD", "PRP$", "IN", "POS", "PDT", "WDT")
            and t.lower_ not in _DEFINITE | _OWNERS
        )


def phrase_of(article: Article, source: Source, cue: Span | None = None) -> Phrase | None:
    """The words of a source mention; None outside the blocks that are read.

    The phrase runs on to the end of what depends on its head (a parse may have cut it short), but
    never over `cue` or past the sentence.
    """
    block = article.block_at(source.span.start)
    tokens = article.tokens(source.span)
    heads = article.tokens(source.head)
    if block is None or tokens is None or heads is None or not len(heads):
        return None
    head = heads[0]
    partitive = False
    inner = _inside_partitive(head)
    if inner is not None and inner.i < max(tokens.end, head.right_edge.i + 1):
        head, partitive = inner, True
    last = max(tokens.end - 1, head.i)
    edge = head.right_edge.i
    if edge > last and edge < head.sent.end:
        stop = _token_at(block, cue) if cue is not None else None
        last = edge if stop is None or not last < stop <= edge else last
    while last > head.i and block.doc[last].is_punct:
        last -= 1
    covered = block.doc[tokens.start : last + 1]
    first = min(tokens.start, head.i)
    return Phrase(
        block,
        block.span(covered),
        head,
        tuple(block.doc[first : head.i]),
        tuple(block.doc[head.i + 1 : last + 1]),
        partitive,
    )


def _token_at(block: ParsedBlock, span: Span) -> int | None:
    tokens = block.tokens(span)
    return tokens.start if tokens is not None and len(tokens) else None


def _inside_partitive(head: Token) -> Token | None:
    """The noun that a quantity is taken from: "sources" for "one" in "one of the sources"."""
    doc = head.doc
    if head.lower_ not in words("phrases", "quantities") or head.i + 2 >= len(doc):
        return None
    if doc[head.i + 1].lower_ != "of":
        return None
    noun = None
    for token in doc[head.i + 2 : head.i + 10]:
        if token.tag_ not in _PHRASE_TAGS or (noun is not None and token.tag_ in ("VBN", "DT")):
            break
        if token.tag_ in _NOMINAL:
            noun = token
    return noun


def credited(article: Article) -> Iterator[tuple[Attribution, Source]]:
    """Every attribution that names or describes a source, once for each mention of one."""
    seen: set[Span] = set()
    for attribution in article.attributions:
        source = attribution.source
        if source is not None and source.span not in seen:
            seen.add(source.span)
            yield attribution, source


def told_by_named(article: Article, span: Span) -> bool:
    """Whether a stretch of prose is what a named source says, in its own or in reported words.

    Outlets do not count: what an outlet reports, the writer passes on.
    """
    for attribution in attributions_over(article, span):
        source = attribution.source
        if source is None or source.outlet or source.kind == "self_or_other":
            continue
        if source.named or any(source.span.contains(name.span) for name in article.names):
            return True
    return False


def sentences_after(article: Article, offset: int, count: int) -> Span:
    """From the sentence at `offset` over the next `count` sentences, into later paragraphs."""
    start = end = None
    left = count
    for block, sentence in article.sentences():
        span = block.span(sentence)
        if span.end <= offset:
            continue
        if start is None:
            start, end = span.start, span.end
            continue
        if left <= 0:
            break
        left -= 1
        end = span.end
    return Span(start or offset, max(end or offset, start or offset))


def words_of(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The words of some tokens in lower case."""
    return frozenset(token.lower_ for token in tokens)


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


_WHEN = re.compile(
    r"\b(?:ago|yesterday|today|tonight|(?:last|this|earlier this|late last) (?:week|month|year|"
    r"spring|summer|autumn|fall|winter|weekend|morning)|(?:19|20)\d\d)\b"
)


def phrase_around(block: ParsedBlock, head: Token) -> Phrase:
    """The phrase around a noun, read from word classes rather than from the parse.

    Before the head: determiner, modifiers, possessor. After it: one prepositional phrase or a
    participle with its own (a "report on April 11", "a study published in May").
    """
    doc = block.doc
    first = head.i
    while first > head.sent.start and doc[first - 1].tag_ in _PHRASE_TAGS | {"RB"}:
        if doc[first - 1].tag_ == "RB" and doc[first].tag_ not in ("JJ", "VBN", "CD"):
            break
        if doc[first - 1].tag_ in ("VBN", "VBG") and doc[first].tag_ in ("DT", "PRP$"):
            break
        first -= 1
        if doc[first].tag_ == "DT" and doc[first].lower_ in _DEFINITE | {"a", "an"}:
            break
    last = head.i
    if last + 2 < head.sent.end and _describes(doc[last + 1], doc[last + 2]):
        last += 1
    while (
        last + 1 < head.sent.end
        and doc[last + 1].tag_ in ("IN", "TO")
        and (doc[last + 1].lower_ not in ("that", "because", "if", "while", "as", "so", "whether"))
    ):
        at = last + 2
        while (
            at < head.sent.end
            and doc[at].tag_ in _PHRASE_TAGS | {"CC"}
            and (doc[at].lower_ not in words("phrases", "saying"))
        ):
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
    if token.tag_ in _NOMINAL:
        return token.dep_ not in ("aux", "cop")
    before = token.nbor(-1).tag_ if token.i else ""
    return before in ("DT", "JJ", "PRP$", "POS")


def credits(phrase: Phrase, forms: frozenset[str]) -> bool:
    """Whether a phrase is in the role of a source: after "according to", or subject of a verb.

    `forms` are the verb forms that count, as written. Read from word order, so that a wrong parse
    does not hide it; a plain parse that says "subject" is enough too.
    """
    doc, head = phrase.block.doc, phrase.head
    first = phrase.before[0].i if phrase.before else head.i
    opening = doc[max(head.sent.start, first - 4) : first].text.lower().rstrip(' “"')
    if opening.endswith(_OPENERS):
        return True
    if head.dep_.startswith("nsubj") and head.head.lower_ in forms:
        return True
    after = phrase.after[-1].i + 1 if phrase.after else head.i + 1
    for token in doc[after : after + 3]:
        if token.lower_ in forms and token.sent == head.sent:
            following = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
            return following not in ("by", "to", "for")
        if token.tag_ not in ("RB", "MD", "VBZ", "VBP", "VBD") or token.lower_ in ("is", "was"):
            return False
    return False


def names_someone(tokens: tuple[Token, ...], prepositions: frozenset[str] | None = None) -> bool:
    """Whether some words hold a proper name that is no date.

    With `prepositions`, only names after one of them count ("by", "from").
    """
    armed = prepositions is None
    for token in tokens:
        if token.tag_ == "IN" and prepositions is not None:
            armed = token.lower_ in prepositions
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


def linked(article: Article, span: Span) -> bool:
    """Whether a link stands in a stretch of prose."""
    return any(link.span.overlaps(span) for link in article.document.links)
