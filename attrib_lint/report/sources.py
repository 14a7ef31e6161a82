"""The source audit as a table for people, as JSON, and as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from msgspec.structs import asdict

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


class _Files:
    """The places of files; articles of one file share its text, which is indexed once."""

    def __init__(self) -> None:
        self._places: dict[str, Places] = {}

    def place(self, document: Document, prose_span: Span) -> Place:
        """Where a stretch of an article's prose begins in its file."""
        places = self._places.get(document.path)
        if places is None:
            places = Places(document.source_text, document.locations)
            self._places[document.path] = places
        return places.at(document.offsets.to_source(prose_span).start)


def write_json(audits: Sequence[Audit], out: TextIO) -> None:
    """Every article with its sources and shares, then all articles together."""
    every = overall(audits)
    files = _Files()
    value = {
        "version": VERSION,
        "articles": [
            {
                "path": found.document.path,
                "words": found.words,
                "unsourced": found.unsourced,
                "sources": _rows(found, files),
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
    files = _Files()
    for found in audits:
        writer.writerows({"path": found.document.path, **row} for row in _rows(found, files))


def write_table(audits: Sequence[Audit], out: TextIO) -> None:
    """A table for each article; one for all of them where there are several."""
    from attrib_lint.report.full import console_for

    console = console_for(out)
    files = _Files()
    for found in audits:
        console.print(_title(found.document.path, found.words, found.unsourced), style="bold")
        where = [files.place(found.document, source.first) for source in found.sources]
        shown = [place.location or str(place.line) for place in where]
        _write_sources(found.sources, console, "Line", shown)
    if len(audits) > 1:
        words = sum(found.words for found in audits)
        unsourced = sum(found.unsourced for found in audits)
        console.print(_title(f"All {len(audits)} articles", words, unsourced), style="bold")
        every = overall(audits)
        _write_sources(every, console, "Articles", [str(source.articles) for source in every])


def _title(name: str, words: int, unsourced: int) -> str:
    nobody = f", {unsourced} credited to nobody" if unsourced else ""
    return f"{name}: {words} words{nobody}"


def _write_sources(
    sources: Sequence[Audited | Overall], console: Console, title: str, last: Sequence[str]
) -> None:
    """A table of sources with one more column, and their shares."""
    if not sources:
        console.print("  No source is credited.\n")
        return
    console.print(_table(sources, title, last))
    console.print(f"  {_in_words(shares(sources))}\n")


def _table(sources: Sequence[Audited | Overall], title: str, last: Sequence[str]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Source")
    table.add_column("Kind", no_wrap=True)
    for heading in ("Mentions", "Words", title):
        table.add_column(heading, justify="right", no_wrap=True)
    for source, where in zip(sources, last, strict=True):
        kind = _KINDS[source.kind] + (", second-hand" if source.second_hand else "")
        name = Text(source.name, _STYLES[CATEGORIES[source.kind]])
        table.add_row(name, kind, str(source.mentions), str(source.words), where)
    return table


def _in_words(found: Mapping[str, Share]) -> str:
    parts = [
        f"{word} {found[name].of_words:.0%}"
        for name, word in {**_WORDS, "second_hand": "second-hand"}.items()
        if found[name].sources
    ]
    return f"Of the words credited: {', '.join(parts)}."


def _rows(found: Audit, files: _Files) -> list[dict[str, Any]]:
    """The sources of an article under `COLUMNS`, but the path."""
    rows = []
    for source in found.sources:
        place = files.place(found.document, source.first)
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
