"""What rules ask about the words of a phrase and the sentences around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words
from attrib_lint.questions.support import attributions_over

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Attribution, Source

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your", "whose"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})
PHRASE_TAGS = NOMINAL | {
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


class Phrase(Struct, frozen=True):
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
        return syntax_of(self.block.doc).text[
            self.span.start - self.block.start : self.span.end - self.block.start
        ]

    @property
    def tail(self) -> str:
        """What follows the head, in lower case."""
        start = self.head.idx + len(self.head.text)
        return (
            syntax_of(self.block.doc).text[start : self.span.end - self.block.start].lower().strip()
        )

    @property
    def definite(self) -> bool:
        """Whether it points back: "the source", "one of the sources", "these people".

        In "the Ledger's source" the article is the possessor's.
        """
        if any(token.tag_ == "POS" for token in self.before):
            return False
        return any(token.lower_ in DEFINITE for token in self.before)

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
            and t.lower_ not in DEFINITE | _OWNERS
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
        last = (
            _phrase_end(block.doc, last, edge) if stop is None or not last < stop <= edge else last
        )
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


def _phrase_end(doc: Doc, last: int, edge: int) -> int:
    """How far a phrase runs towards `edge`: not over a comma, unless "who" or "which" follows."""
    for i in range(last + 1, edge + 1):
        relative = i + 1 < len(doc) and doc[i + 1].lower_ in ("who", "which", "whose", "including")
        if doc[i].text in (",", ";", "—", "–") and not relative:
            return i - 1
    return edge


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
        if token.tag_ not in PHRASE_TAGS or (noun is not None and token.tag_ in ("VBN", "DT")):
            break
        if token.tag_ in NOMINAL:
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

    Outlets do not count: what an outlet reports, the writer passes on. Nor does a paper, known or
    not, that "cites people familiar with the matter".
    """
    for attribution in attributions_over(article, span):
        source = attribution.source
        if attribution.cue.lemma in ("cite", "quote"):
            continue
        if source is None or source.outlet or source.kind == "self_or_other":
            continue
        if source.head.of(article.text).lower() in words("second_hand", "reports.outlets"):
            continue  # "the Lisbon daily"
        if source.named or any(source.span.contains(name.span) for name in article.names):
            return True
    return False


def sentences_after(article: Article, offset: int, count: int) -> Span:
    """From the sentence at `offset` over the next `count` sentences, into later paragraphs."""
    spans = article.sentence_spans
    first = bisect_right(spans, offset, key=attrgetter("end"))
    some = spans[first : first + 1 + max(0, count)]
    return some[0].cover(some[-1]) if some else Span(offset, offset)


def words_of(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The words of some tokens in lower case."""
    return frozenset(token.lower_ for token in tokens)
