"""Finds quantities in a block: numbers with their interval, unit, measured noun and event."""

from __future__ import annotations

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
from attrib_lint.extract.syntax import syntax_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """Numbers with what they count, in reading order; spans index the block.

    Percentages keep the written figure: "12 percent" is [12, 12], unit "%"; "a third" is 0.33, unit
    "fraction". Dates, clock times, identifiers ("GPT-4", "737"), the pronoun "one" and boundless
    words ("a lot", "many") are left out. Source: rules/NUMBERS.md, interval table.
    """
    text = syntax_of(doc).text
    closed = [mention.span for mention in find_dates(doc)] + masked_spans(text)
    return tuple(_quantity(doc, figure) for figure in figures_in(text, closed))


def _quantity(doc: Doc, figure: Figure) -> Quantity:
    """The quantity of one figure, with its noun and event read from the parse."""
    tokens = doc.char_span(figure.span.start, figure.span.end, alignment_mode="expand")
    if tokens is None:
        return _bare(figure, None, None, None)
    phrase = measured_noun(doc, tokens.start, tokens.end)
    noun_span, head = None, tokens.root
    if phrase is not None:
        noun_span = Span(figure.span.start, phrase.end_char)
        head = phrase[-1]
        noun: str | None = singular(head.text)
    else:
        noun = related_noun(tokens)
    joined = hyphenated_noun(doc, tokens.end)
    if joined is not None and figure.unit == "count":
        noun = singular(joined.text)
    verb = governing_verb(head)
    return _bare(figure, noun, noun_span, verb.lemma_.lower() if verb is not None else None)


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
