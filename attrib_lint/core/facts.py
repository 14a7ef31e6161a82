"""What is read out of prose. Every span indexes the prose unless the field says otherwise."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from attrib_lint.core.span import Span

SourceKind = Literal[
    "named_person",
    "named_org_or_outlet",
    "role_named_elsewhere",
    "unnamed_person",
    "unnamed_collective",
    "document_or_study",
    "self_or_other",
]
CueKind = Literal["speech", "writing", "thought", "according_to", "noun", "passive", "colon"]
Mode = Literal["direct", "indirect", "mixed"]
HedgeKind = Literal["hearsay_adverb", "hearsay_adj", "evidential_frame", "epistemic"]


class Source(Struct, frozen=True):
    """One mention of who or what a statement is credited to.

    Mentions of the same source share `id`, the index of its chain in reading order. `head` is the
    head word. `entity` is the full name where there is one ("Elon Musk" also for "Musk" and "he").
    `count` is the stated or grammatical number of people (None: unknown plural). `description` is
    what tells the reader about an unnamed source ("familiar with the project"); `anonymity_reason`
    the clause that says why the name is withheld. `share` marks people who were counted, not heard
    ("half of voters"); `relative_of` is the named person whose family an unnamed source belongs to
    ("his wife").
    """

    id: int
    span: Span
    head: Span
    kind: SourceKind
    named: bool
    entity: str | None = None
    count: int | None = None
    description: str | None = None
    anonymity_reason: str | None = None
    outlet: bool = False
    share: bool = False
    relative_of: str | None = None


class Cue(Struct, frozen=True):
    """The word that credits: *said*, *according to*. `lemma` is lower case."""

    span: Span
    lemma: str
    kind: CueKind


class Attribution(Struct, frozen=True):
    """Cue, source (None where the text names nobody) and content, which may be discontinuous.

    `scope` covers the sentences that stay with this source without a cue of their own.
    `nested` is true inside another attribution's content. `asserts` is false where somebody is
    credited with no statement or opinion: a deed, a plan, a reaction ("seeks to win", "drew support
    from teachers").
    """

    cue: Cue
    source: Source | None
    content: tuple[Span, ...]
    mode: Mode
    scope: Span | None = None
    nested: bool = False
    recipient: Source | None = None
    asserts: bool = True


class Hedge(Struct, frozen=True):
    """A word that weakens a statement. `scope` is the clause it weakens.

    `writer` is false where the hedge belongs to a source's own words.
    """

    span: Span
    kind: HedgeKind
    scope: Span
    lemma: str
    writer: bool = True


QuoteKind = Literal["speech", "title", "term", "sign", "unknown"]


class Quote(Struct, frozen=True):
    """Words in quotation marks: `span` with the marks, `inner` without.

    `balanced` is false where the closing mark is missing or faces the wrong way. `continued` marks
    a paragraph of a longer quotation whose closing mark comes in a later paragraph.
    """

    span: Span
    inner: Span
    balanced: bool
    continued: bool = False
    speaker: Source | None = None
    kind: QuoteKind = "unknown"
    depth: int = 0


class Interval(Struct, frozen=True):
    """The values an expression allows; None is an open end.

    `tolerated_low` and `tolerated_high` widen it to what an editor lets pass without a word.
    Source: rules/NUMBERS.md, interval table.
    """

    low: float | None
    high: float | None
    low_inclusive: bool = True
    high_inclusive: bool = True
    tolerated_low: float | None = None
    tolerated_high: float | None = None


class Quantity(Struct, frozen=True):
    """A number with what it counts or measures.

    `span` covers operator, number and unit ("approximately 10,000"); `noun_span` adds the measured
    noun phrase ("approximately 10,000 GPUs"). `operator` is the written one ("nearly", "at least",
    "" for a bare number). `unit` is "count", "%", "point", a currency, "year" ... `noun` is the
    lemma of what is measured. `event` is the lemma of the governing verb. `rate` is what a figure
    is counted per ("month", "person", "each"). A score holds its two figures, the lower first.
    """

    span: Span
    interval: Interval
    operator: str
    unit: str
    noun: str | None
    event: str | None
    exact: bool
    noun_span: Span | None = None
    rate: str | None = None


class DateMention(Struct, frozen=True):
    """A date as written; unknown parts of `value` are XX: "2023-04-11", "XXXX-03", "XXXX-WXX-2"."""

    span: Span
    value: str


class NameMention(Struct, frozen=True):
    """A proper name; `name` is the fullest form in the document."""

    span: Span
    name: str
    kind: Literal["person", "org", "outlet", "place", "other"]


class Claim(Struct, frozen=True):
    """A statement a reader could check: one finite clause. `predicate` is the verb's span."""

    span: Span
    predicate: Span
    lemma: str
    arguments: tuple[Span, ...]
    attribution: Attribution | None
    hedges: tuple[Hedge, ...]
    quantities: tuple[Quantity, ...]


class Suspicion(Struct, frozen=True):
    """Words that look to the reader like what `rule` reports; `confidence` is 0 to 1."""

    span: Span
    rule: str
    confidence: float
