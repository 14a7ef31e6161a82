"""Reads who says what in a whole document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from attrib_lint.core.document import Block
from attrib_lint.core.facts import Attribution, NameMention, Quote, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


class BlockParse(Protocol):
    """A block and its parse, as `article.ParsedBlock` has them."""

    @property
    def block(self) -> Block: ...
    @property
    def doc(self) -> Doc: ...
    @property
    def index(self) -> int: ...
    @property
    def start(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that reading attribution in one document gives; spans index the prose."""

    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]
    quotes: tuple[Quote, ...]


def read_attributions(
    blocks: Sequence[BlockParse], quotes: tuple[Quote, ...], names: tuple[NameMention, ...]
) -> Reading:
    """Attributions and sources of a document, and its quotes with their speakers."""
    return Reading((), (), quotes)
