"""One source of a document as it is known so far, and the people that mentions may mean."""

from __future__ import annotations

from msgspec import Struct, field

from attrib_lint.core.facts import SourceKind


class Chain(Struct):
    """What is known so far of one source. `last` is the sentence that mentioned it last.

    `relative_of` is the named person whose family an unnamed one belongs to.
    """

    id: int
    kind: SourceKind
    entity: str | None
    nouns: set[str] = field(default_factory=set)
    plural: bool = False
    gender: str = ""  # "f", "m" or "" where nothing tells
    last: int = -1
    cited: bool = False
    count: int | None = None
    description: str | None = None
    relative_of: str | None = None


class Person(Struct, frozen=True):
    """Somebody whom the text mentions, source or not, where a pronoun may reach them.

    `entity` is None for people without a name; `fresh` where its full name comes in;
    `marks` are the words of titles and appositions beside the name.
    """

    entity: str | None
    sentence: int
    kind: SourceKind
    nouns: frozenset[str]
    gender: str
    subject: bool
    plural: bool = False
    fresh: bool = False
    marks: frozenset[str] = frozenset()
