"""Entries of a list that an article goes through: what one says, another does not contradict.

"Abound Solar: The maker received ...", "Solyndra: The maker received ...", and what follows each
label up to the next; paragraphs with a bullet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from attrib_lint.article import Article

_LABEL = lazy_regex(r"[A-Z0-9][\w&'’./-]*(?: [A-Z0-9&][\w&'’./-]*){0,4}:(?=\s)")
_BULLET = lazy_regex(r"[•▪●‣–*-]\s|\(?\d{1,2}[.)]\s")
_LEAST = 3  # labels of one look: fewer are a quotation's speaker or a passing remark


class Entries:
    """The entry of a list that each paragraph of an article belongs to."""

    def __init__(self, article: Article) -> None:
        texts = [parsed.block.span.of(article.text) for parsed in article.parsed]
        labels = [_LABEL.match(text) is not None for text in texts]
        bullets = [
            _BULLET.match(text) is not None or parsed.block.kind == "list"
            for text, parsed in zip(texts, article.parsed, strict=True)
        ]
        self._of: dict[int, int] = {}
        section = 0
        labelled = sum(labels) >= _LEAST
        for parsed, label, bullet in zip(article.parsed, labels, bullets, strict=True):
            if labelled and label:
                section = parsed.index + 1
            entry = parsed.index + 1 if bullet and sum(bullets) >= _LEAST else section
            self._of[parsed.index] = entry

    def are_two(self, block: int, other: int) -> bool:
        """Whether two paragraphs, by their numbers, belong to two entries."""
        one, another = self._of.get(block, 0), self._of.get(other, 0)
        return bool(one and another) and one != another
