"""Read articles out of JSON and JSON Lines: one document for each record.

Positions count in the text of a field: a record's `source_text` holds its fields one after the
other, `locations` names them ("record 3, body").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from attrib_lint.core.document import Document, Location
from attrib_lint.core.errors import InputError
from attrib_lint.core.span import Span
from attrib_lint.inputs.decoding import without_surrogates
from attrib_lint.inputs.frontmatter import flatten
from attrib_lint.inputs.json_text import load_json
from attrib_lint.inputs.plain import add_plain
from attrib_lint.inputs.prose import ProseBuilder

TITLES = ("headline", "title")
TEXTS = ("body", "text", "content", "article", "articlebody", "article_body", "body_text")
_STANDFIRSTS = ("standfirst", "subtitle", "dek")
_BETWEEN_FIELDS = "\n\n"


def read_all(path: str, source_text: str, fields: str | None = None) -> tuple[Document, ...]:
    """The articles of a file, each by itself. Records without text are left out.

    `fields`: the keys that hold text, joined by commas, as set in the config; the usual names when
    it is None. A nested key is joined by points. InputError: not JSON; no record holds text.
    """
    wanted = tuple(name.strip().lower() for name in fields.split(",")) if fields else TEXTS
    documents = tuple(
        document
        for number, record in _records(path, source_text)
        if (document := _read_record(path, number, record, wanted, fields is not None)) is not None
    )
    if not documents:
        raise InputError(
            f"{path}: no record holds text under {', '.join(wanted)};"
            ' name the keys in the config, as in inputs = {"*.json" = "records:body"}'
        )
    return documents


def _records(path: str, text: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    if PurePath(path).suffix.lower() in (".jsonl", ".ndjson"):
        number = 0
        for line, content in enumerate(text.split("\n"), 1):
            if content.strip():
                number += 1
                value = load_json(path, content, "a record", line)
                if isinstance(value, dict):
                    yield number, value
        return
    value = load_json(path, text, "a list of records")
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        if isinstance(item, dict):
            yield number, item


def _texts(record: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Keys of text in a record, in lower case, nested ones joined by a point."""
    for key, value in record.items():
        name = f"{prefix}{key}"
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            yield name, _BETWEEN_FIELDS.join(str(item) for item in value)
        elif isinstance(value, dict) and prefix.count(".") < 3:
            yield from _texts(value, f"{name}.")


def _read_record(
    path: str, number: int, record: Mapping[str, object], wanted: tuple[str, ...], exact: bool
) -> Document | None:
    texts = {name.lower(): text for name, text in _texts(record)}
    bodies = [name for name in wanted if texts.get(name, "").strip()]
    if not bodies:
        return None
    titles = [name for name in TITLES if name in texts and name not in bodies][:1]
    decks = [name for name in _STANDFIRSTS if name in texts and name not in bodies][:1]
    parts = [*titles, *decks, *(bodies if exact else bodies[:1])]
    locations: list[Location] = []
    at = 0
    for name in parts:
        locations.append(Location(Span(at, at + len(texts[name])), f"record {number}, {name}"))
        at += len(texts[name]) + len(_BETWEEN_FIELDS)
    source_text = without_surrogates(_BETWEEN_FIELDS.join(texts[name] for name in parts))
    builder = ProseBuilder(source_text)
    builder.metadata.update(flatten({k: v for k, v in record.items() if k.lower() not in bodies}))
    for name, location in zip(parts, locations, strict=True):
        if name in titles or name in decks:
            builder.open("headline" if name in titles else "standfirst")
            builder.copy(location.span.start, location.span.end)
            builder.close()
        else:
            add_plain(builder, location.span.start, location.span.end)
    return builder.document(path, "records", locations, guess_headline=not titles)
