"""Documents -> parsed articles; blocks are parsed in batches across documents."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from attrib_lint.core.document import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from attrib_lint.article import Article

Parse = Callable[[Iterable[str]], Iterable["Doc"]]


def articles(documents: Iterable[Document], parse: Parse | None = None) -> Iterator[Article]:
    """Parsed articles, in order. `parse` stands in for `nlp.parse`, as an index does."""
    documents = iter(documents)
    first = next(documents, None)
    if first is None:
        return  # an index answered for every file: nothing that reads text is imported
    from attrib_lint import nlp
    from attrib_lint.article import Article

    waiting: deque[tuple[Document, int]] = deque()  # with the number of parses it waits for

    def blocks() -> Iterator[str]:
        for document in chain((first,), documents):
            read = [block.span for block in document.blocks if block.is_read]
            waiting.append((document, len(read)))
            for span in read:
                yield span.of(document.text)

    parsed: list[Doc] = []
    for doc in (parse or nlp.parse)(blocks()):
        # Documents without anything to read have no parse to wait for.
        while waiting and not waiting[0][1]:
            yield Article(waiting.popleft()[0], ())
        parsed.append(doc)
        if len(parsed) == waiting[0][1]:
            yield Article(waiting.popleft()[0], tuple(parsed))
            parsed = []
    while waiting:
        yield Article(waiting.popleft()[0], ())
