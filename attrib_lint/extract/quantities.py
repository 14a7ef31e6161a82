"""Finds quantities in a block: numbers with their interval, unit, measured noun and event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from attrib_lint.core.facts import Quantity
from attrib_lint.core.span import Span
from attrib_lint.extract.dates import find_dates
from attrib_lint.extract.figure import Figure
from attrib_lint.extract.figures import figures_in
from attrib_lint.extract.lookalikes import masked_spans
from attrib_lint.extract.measured import (
    governing_verb,
    hyphenated_noun,
    measured_noun,
    related_noun,
    singular,
)
from attrib_lint.extract.syntax import Syntax, syntax_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """Numbers with what they count, in reading order; spans index the block.

    Percentages keep the written figure: "12 percent" is [12, 12], unit "%"; "a third" is 0.33, unit
    "fraction". Dates, clock times, identifiers ("GPT-4", "737"), the pronoun "one" and boundless
    words ("a lot", "many") are left out. Source: rules/NUMBERS.md, interval table.
    """
    syntax = syntax_of(doc)
    closed = [mention.span for mention in find_dates(doc)] + masked_spans(syntax.text)
    return tuple(_quantity(syntax, figure) for figure in figures_in(syntax.text, closed))


def _quantity(syntax: Syntax, figure: Figure) -> Quantity:
    """The quantity of one figure, with its noun and event read from the parse."""
    first = bisect_right(syntax.end, figure.span.start)
    stop = bisect_left(syntax.start, figure.span.end)
    head = measured_noun(syntax, first, stop)
    noun_span: Span | None = None
    if head is not None:
        noun_span = Span(figure.span.start, syntax.end[head])
        noun: str | None = singular(syntax.words[head])
    else:
        head = syntax.root_of(first, stop)
        noun = related_noun(syntax, first, head)
    joined = hyphenated_noun(syntax, stop)
    if joined is not None and figure.unit == "count":
        noun = singular(syntax.words[joined])
    verb = governing_verb(syntax, head)
    return _bare(figure, noun, noun_span, syntax.lemma[verb] if verb is not None else None)


def _bare(figure: Figure, noun: str | None, noun_span: Span | None, event: str | None) -> Quantity:
    return Quantity(
        span=figure.span,
        interval=figure.interval,
        operator=figure.operator,
        unit=figure.unit,
        noun=noun,
        event=event,
        exact=figure.exact,
        noun_span=noun_span,
        rate=figure.rate,
    )
