from __future__ import annotations

import json

import pytest

from attrib_lint.core.document import Document
from attrib_lint.core.errors import InputError
from attrib_lint.core.span import Span
from attrib_lint.inputs import check_format, read_text, read_texts

ARTICLE = {
    "headline": "Rents rise",
    "author": {"name": "Ann Lee"},
    "section": "news",
    "body": "The mayor said so.\n\nCritics “agreed” 😀.",
}


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_each_line_of_json_lines_is_an_article() -> None:
    lines = "\n".join([json.dumps(ARTICLE), "", json.dumps({"id": 3}), json.dumps(ARTICLE)])
    documents = read_texts("a.jsonl", lines)
    assert [place.name for place in documents[0].locations] == [
        "record 1, headline",
        "record 1, body",
        "record 3, headline",
        "record 3, body",
    ]
    assert blocks(documents[1]) == [
        ("headline", "Rents rise"),
        ("paragraph", "The mayor said so."),
        ("paragraph", "Critics “agreed” 😀."),
    ]
    assert documents[0].metadata["author"] == "Ann Lee"
    assert documents[0].metadata["genre"] == "news"


def test_the_records_of_a_file_share_its_text() -> None:
    first, second = read_texts("a.json", json.dumps([ARTICLE, ARTICLE]))
    assert first.source_text == second.source_text
    assert first.locations == second.locations
    place = second.offsets.to_source(second.blocks[-1].span)
    assert place.of(second.source_text) == "Critics “agreed” 😀."
    assert second.locations[3].span.contains(place)


def test_positions_count_in_a_field() -> None:
    (document,) = read_texts("a.json", json.dumps([ARTICLE]))
    start = document.text.index("agreed")
    span = document.offsets.to_source(Span(start, start + 6))
    place = next(p for p in document.locations if p.span.contains(span))
    assert place.name == "record 1, body"
    assert span.shift(-place.span.start).of(ARTICLE["body"]) == "agreed"  # type: ignore[arg-type]  # a str


def test_the_config_names_the_keys_that_hold_text() -> None:
    record = {"data": {"Lead": "It rose.", "rest": ["One.", "Two."]}, "body": "Not this."}
    (document,) = read_texts("a.json", json.dumps(record), "records:data.lead, data.rest")
    assert blocks(document) == [
        ("paragraph", "It rose."),
        ("paragraph", "One."),
        ("paragraph", "Two."),
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.jsonl", '{"body": "x"}\n{"body": \n', r"^a.jsonl:2: not JSON .* not a record; mend it"),
        ("a.json", "[1,\n2", r"^a.json:2: not JSON"),
        ("a.json", '{"x": 1}', r"^a.json: no record holds text under body, text,.*; name the keys"),
    ],
)
def test_what_holds_no_articles_is_named(name: str, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_texts(name, text)


def test_several_articles_are_not_one() -> None:
    with pytest.raises(InputError, match="it holds 2 articles"):
        read_text("a.json", json.dumps([ARTICLE, ARTICLE]))


@pytest.mark.parametrize("format", ["papyrus", "python:long", "html:body"])
def test_formats_that_cannot_be_used_are_explained(format: str) -> None:
    assert check_format(format)


@pytest.mark.parametrize("format", ["plain", "records:title,body", "markdown"])
def test_formats_that_can_be_used(format: str) -> None:
    assert not check_format(format)
