"""The source audit as a table for people, as JSON, and as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

from attrib_lint.audit import CATEGORIES, Audit, Audited, Overall, Share, overall, shares
from attrib_lint.core.document import Document
from attrib_lint.core.facts import SourceKind
from attrib_lint.core.span import Span
from attrib_lint.report.places import Place, Places

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

VERSION = 1
COLUMNS = (
    "path",
    "line",
    "location",
    "source",
    "kind",
    "category",
    "second_hand",
    "mentions",
    "statements",
    "words",
)
_KINDS: dict[SourceKind, str] = {
    "named_person": "person",
    "named_org_or_outlet": "organisation",
    "role_named_elsewhere": "named elsewhere",
    "unnamed_person": "unnamed",
    "unnamed_collective": "unnamed group",
    "document_or_study": "document",
    "self_or_other": "other",
}
_WORDS = {"named": "named", "unnamed": "unnamed", "document": "documents", "other": "other"}
_STYLES = {"named": "", "unnamed": "yellow", "document": "cyan", "other": "dim"}


def write_json(audits: Sequence[Audit], out: TextIO) -> None:
    """Every article with its sources and shares, then all articles together."""
    every = overall(audits)
    value = {
        "version": VERSION,
        "articles": [
            {
                "path": found.document.path,
                "words": found.words,
                "unsourced": found.unsourced,
                "sources": _rows(found),
                "shares": _share_dict(shares(found.sources)),
            }
            for found in audits
        ],
        "overall": {
            "articles": len(audits),
            "words": sum(found.words for found in audits),
            "unsourced": sum(found.unsourced for found in audits),
            "sources": [_overall_dict(source) for source in every],
            "shares": _share_dict(shares(every)),
        },
    }
    json.dump(value, out, ensure_ascii=False, indent=2)
    out.write("\n")


def write_csv(audits: Sequence[Audit], out: TextIO) -> None:
    """A line for each source of each article."""
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for found in audits:
        writer.writerows({"path": found.document.path, **row} for row in _rows(found))


def write_table(audits: Sequence[Audit], out: TextIO) -> None:
    """A table for each article; one for all of them where there are several."""
    from attrib_lint.report.full import console_for

    console = console_for(out)
    for found in audits:
        console.print(_title(found.document.path, found.words, found.unsourced), style="bold")
        _write_sources(found.sources, console, found.document)
    if len(audits) > 1:
        words = sum(found.words for found in audits)
        unsourced = sum(found.unsourced for found in audits)
        console.print(_title(f"All {len(audits)} articles", words, unsourced), style="bold")
        _write_sources(overall(audits), console)


def _title(name: str, words: int, unsourced: int) -> str:
    nobody = f", {unsourced} credited to nobody" if unsourced else ""
    return f"{name}: {words} words{nobody}"


def _write_sources(
    sources: Sequence[Audited | Overall], console: Console, document: Document | None = None
) -> None:
    if not sources:
        console.print("  No source is credited.\n")
        return
    console.print(_table(sources, document))
    console.print(f"  {_in_words(shares(sources))}\n")


def _table(sources: Sequence[Audited | Overall], document: Document | None) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Source")
    table.add_column("Kind", no_wrap=True)
    for title in ("Mentions", "Words", "Articles" if document is None else "Line"):
        table.add_column(title, justify="right", no_wrap=True)
    for source in sources:
        kind = _KINDS[source.kind] + (", second-hand" if source.second_hand else "")
        table.add_row(
            Text(source.name, _STYLES[CATEGORIES[source.kind]]),
            kind,
            str(source.mentions),
            str(source.words),
            _where(source, document),
        )
    return table


def _where(source: Audited | Overall, document: Document | None) -> str:
    """The line of the first mention; over several articles, in how many the source is cited."""
    if document is None:
        return str(source.articles) if isinstance(source, Overall) else ""
    place = _place(document, source.first)
    return place.location or str(place.line)


def _in_words(found: Mapping[str, Share]) -> str:
    parts = [
        f"{word} {found[name].of_words:.0%}"
        for name, word in {**_WORDS, "second_hand": "second-hand"}.items()
        if found[name].sources
    ]
    return f"Of the words credited: {', '.join(parts)}."


def _place(document: Document, prose_span: Span) -> Place:
    start = document.offsets.to_source(prose_span).start
    return Places(document.source_text, document.locations).at(start)


def _rows(found: Audit) -> list[dict[str, Any]]:
    """The sources of an article under `COLUMNS`, but the path."""
    rows = []
    for source in found.sources:
        place = _place(found.document, source.first)
        rows.append(
            {
                "line": place.line,
                "location": place.location,
                "source": source.name,
                "kind": source.kind,
                "category": source.category,
                "second_hand": source.second_hand,
                "mentions": source.mentions,
                "statements": source.statements,
                "words": source.words,
            }
        )
    return rows


def _overall_dict(source: Overall) -> dict[str, Any]:
    return {
        "source": source.name,
        "kind": source.kind,
        "category": CATEGORIES[source.kind],
        "second_hand": source.second_hand,
        "articles": source.articles,
        "mentions": source.mentions,
        "statements": source.statements,
        "words": source.words,
        "path": source.path,
    }


def _share_dict(found: Mapping[str, Share]) -> dict[str, Any]:
    return {
        name: {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(share).items()}
        for name, share in found.items()
    }
