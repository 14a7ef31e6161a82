"""What a rule yields, and what a reader sees."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from attrib_lint.core.severity import Severity
from attrib_lint.core.span import Span

About = Literal["place", "article"]


class Related(Struct, frozen=True):
    """Another place that belongs to a finding; `path` is None for the finding's own document.

    In a Finding `span` indexes the prose, in a Diagnostic the source text.
    """

    span: Span
    message: str
    path: str | None = None


class Edit(Struct, frozen=True):
    """A replacement that cannot change meaning when `safe`. Spans as in `Related`."""

    span: Span
    new_text: str
    title: str
    safe: bool = False


class Finding(Struct, frozen=True):
    """What a rule yields. Spans index the prose.

    `severity` and `help` are None for the rule's own. `path` is set by story rules only: the
    document that the finding stands in. A finding about the whole article is merely anchored on its
    span, and gives way there to one about the words themselves.
    """

    span: Span
    message: str
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    severity: Severity | None = None
    help: str | None = None
    path: str | None = None
    about: About = "place"


class Folded(Struct, frozen=True):
    """A second rule on the same words, shown inside the more severe diagnostic."""

    rule: str
    severity: Severity
    message: str
    help: str


class Diagnostic(Struct, frozen=True):
    """What a reader sees. Spans index the source text; `text` is what stands at `span`."""

    path: str
    span: Span
    text: str
    rule: str
    group: str
    severity: Severity
    message: str
    help: str
    also: tuple[Folded, ...] = ()
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    fingerprint: str = ""
    about: About = "place"
