"""Docs built by hand, so that no pipeline can break a test of logic."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from attrib_lint.article import Article
from attrib_lint.core.document import Block, BlockKind, Document
from attrib_lint.core.facts import Attribution
from attrib_lint.core.offsets import OffsetMap
from attrib_lint.core.span import Span


def build(*rows: str) -> Doc:
    """A Doc from rows "word pos tag dep head [lemma]", head being the number of a row."""
    fields = [row.split() for row in rows]
    words = [f[0] for f in fields]
    return Doc(
        Vocab(),
        words=words,
        spaces=[_spaced(a, b) for a, b in zip(words, [*words[1:], ""], strict=True)],
        pos=[f[1] for f in fields],
        tags=[f[2] for f in fields],
        deps=[f[3] for f in fields],
        heads=[int(f[4]) for f in fields],
        lemmas=[f[5] if len(f) > 5 else f[0].lower() for f in fields],
        sent_starts=[i == 0 for i in range(len(fields))],
    )


def _spaced(word: str, following: str) -> bool:
    return word not in ("“", "‘") and following not in (".", ",", "”", "’", "?", "’s", ":")


def article_of(*docs: Doc, headline: bool = False) -> Article:
    """An article of paragraphs, one for each Doc; the first may be its headline."""
    texts = [doc.text for doc in docs]
    text = "\n\n".join(texts)
    blocks: list[Block] = []
    at = 0
    for part in texts:
        kind: BlockKind = "headline" if headline and not blocks else "paragraph"
        blocks.append(Block(Span(at, at + len(part)), kind))
        at += len(part) + 2
    document = Document("a.txt", text, text, OffsetMap.identity(len(text)), tuple(blocks))
    return Article(document, docs)


def parsed_article(text: str, *, headline: bool = False) -> Article:
    """An article of paragraphs, read by the bundled pipeline; the first may be its headline."""
    from attrib_lint.nlp import parse

    return article_of(*parse(text.split("\n\n")), headline=headline)


Read = tuple[str | None, str, list[str]]


def read(article: Article) -> list[Read]:
    """Source, cue and content of every attribution, as text."""
    return _texts(article, article.attributions)


def outer(article: Article) -> list[Read]:
    """As `read`, of the attributions that stand in no other."""
    return _texts(article, tuple(a for a in article.attributions if not a.nested))


def _texts(article: Article, attributions: tuple[Attribution, ...]) -> list[Read]:
    text = article.text
    return [
        (
            a.source.span.of(text) if a.source else None,
            a.cue.span.of(text),
            [span.of(text) for span in a.content],
        )
        for a in attributions
    ]
