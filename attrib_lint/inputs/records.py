"""Read articles out of JSON and JSON Lines: one document for each record.

Positions count in the text of a field: `source_text` holds the fields of all records one after the
other, `locations` names them ("record 3, body"). Both are the same for all documents of a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from msgspec import Struct

from attrib_lint.core.document import BlockKind, Document, Location
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


class _Article(Struct, frozen=True):
    """What is read of a record: the name, kind and text of each field."""

    fields: tuple[tuple[str, BlockKind, str], ...]
    metadata: Mapping[str, str]


def read_all(path: str, source_text: str, fields: str | None = None) -> tuple[Document, ...]:
    """The articles of a file, each by itself. Records without text are left out.

    `fields`: the keys that hold text, joined by commas, as set in the config; the usual names when
    it is None. A nested key is joined by points. InputError: not JSON; no record holds text.
    """
    wanted = tuple(name.strip().lower() for name in fields.split(",")) if fields else TEXTS
    articles: list[_Article] = []
    texts: list[str] = []
    locations: list[Location] = []
    at = 0
    for number, record in _records(path, source_text):
        article = _article(record, wanted, fields is not None)
        if article is None:
            continue
        articles.append(article)
        for name, _, text in article.fields:
            locations.append(Location(Span(at, at + len(text)), f"record {number}, {name}"))
            texts.append(text)
            at += len(text) + len(_BETWEEN_FIELDS)
    if not articles:
        raise InputError(
            f"{path}: no record holds text under {', '.join(wanted)};"
            ' name the keys in the config, as in inputs = {"*.json" = "records:body"}'
        )
    joined, places = _BETWEEN_FIELDS.join(texts), tuple(locations)
    spans = iter(place.span for place in places)
    return tuple(_document(path, article, joined, places, spans) for article in articles)


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


def _article(record: Mapping[str, object], wanted: tuple[str, ...], exact: bool) -> _Article | None:
    """The fields of a record to read; None where it holds no text. `exact`: all wanted keys."""
    texts = {name.lower(): without_surrogates(text) for name, text in _texts(record)}
    bodies = [name for name in wanted if texts.get(name, "").strip()]
    if not bodies:
        return None
    fields: list[tuple[str, BlockKind, str]] = []
    kinds: tuple[tuple[tuple[str, ...], BlockKind], ...] = (
        (TITLES, "headline"),
        (_STANDFIRSTS, "standfirst"),
    )
    for names, kind in kinds:
        name = next((n for n in names if texts.get(n) and n not in bodies), None)
        if name is not None:
            fields.append((name, kind, texts[name]))
    read = bodies if exact else bodies[:1]
    fields += [(name, "paragraph", texts[name]) for name in read]
    rest = {key: value for key, value in record.items() if key.lower() not in bodies}
    return _Article(tuple(fields), flatten(rest))


def _document(
    path: str,
    article: _Article,
    source_text: str,
    locations: tuple[Location, ...],
    spans: Iterator[Span],
) -> Document:
    """The document of one record; takes as many spans as it has fields."""
    builder = ProseBuilder(source_text)
    builder.metadata.update(article.metadata)
    for (_, kind, _), span in zip(article.fields, spans, strict=False):
        if kind == "paragraph":
            add_plain(builder, span.start, span.end)
        else:
            builder.open(kind)
            builder.copy(span.start, span.end)
            builder.close()
    titled = article.fields[0][1] == "headline"
    return builder.document(path, "records", locations, guess_headline=not titled)
