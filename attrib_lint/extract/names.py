"""Finds proper names and gives each the fullest form that the document has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.facts import NameMention
from attrib_lint.core.span import Span
from attrib_lint.extract.name_kinds import Kind, kinds_of
from attrib_lint.extract.name_runs import LOOSE, Run, find_runs, is_plain, is_post
from attrib_lint.extract.syntax import syntax_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_names(docs: tuple[tuple[Doc, int], ...]) -> tuple[NameMention, ...]:
    """Every proper name in the blocks (each with its prose offset), in reading order.

    Titles ("Mr.", "Senator") are not part of a name. Surnames and acronyms carry the fullest name
    that stands in the document. A person is typed by title, given name, apposition or the
    recogniser; an organisation by its words, an outlet by its name.
    """
    plain = set[str]().union(*(syntax_of(doc).words for doc, _ in docs))
    runs = [
        run
        for doc, offset in docs
        for run in find_runs(syntax_of(doc), offset)
        if not is_plain(run, plain)
    ]
    surnames = {run.low[-1] for run in runs if len(run.low) > 1}
    runs = [run for run in runs if not is_post(run, surnames)]
    kinds = kinds_of(runs)
    fullest = _fullest(runs, kinds)
    return tuple(
        NameMention(
            Span(run.offset + span.start, run.offset + span.end),
            *fullest[run.low],
        )
        for run in runs
        if (span := run.syntax.span(run.first, run.stop))
    )


def _fullest(
    runs: list[Run], kinds: dict[tuple[str, ...], Kind]
) -> dict[tuple[str, ...], tuple[str, Kind]]:
    """For each form the longest form of the same name, with its kind."""
    written = {run.low: run.text for run in runs}
    by_last: dict[str, tuple[str, ...]] = {}
    by_first: dict[str, tuple[str, ...]] = {}
    by_acronym: dict[str, tuple[str, ...]] = {}
    for low in written:
        if len(low) < 2:
            continue
        if kinds[low] == "person":
            for table, key in ((by_last, low[-1]), (by_first, low[0])):
                if key not in table or len(low) > len(table[key]):
                    table[key] = low
        else:
            initials = "".join(word[0] for word in low if word not in LOOSE)
            by_acronym.setdefault(initials, low)
            by_acronym.setdefault("".join(word[0] for word in low), low)
    full: dict[tuple[str, ...], tuple[str, Kind]] = {}
    for low, text in written.items():
        longer: tuple[str, ...] | None = None
        if kinds[low] == "person":
            longer = by_last.get(low[-1]) or (by_first.get(low[0]) if len(low) == 1 else None)
            if longer and len(low) > 1 and low[0][0] != longer[0][0]:
                longer = None
        elif len(low) == 1:
            longer = by_acronym.get(low[0].replace(".", ""))
        best = longer if longer and len(longer) > len(low) else low
        full[low] = (written[best] if best != low else text, kinds[best])
    return full
