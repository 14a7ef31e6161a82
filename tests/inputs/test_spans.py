"""Every reader keeps every span inside the file, whatever the file holds."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from attrib_lint.core.errors import InputError
from attrib_lint.inputs import read_document, read_documents, read_text
from attrib_lint.inputs.long_blocks import LONGEST
from tests.inputs.checks import assert_spans_hold, awkward_text, word_file

TEXT_SUFFIXES = [".txt", ".md", ".html", ".rst"]
SUFFIXES = [*TEXT_SUFFIXES, ".docx", ".ipynb", ".jsonl", ".py"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_spans_hold_over_awkward_text(suffix: str) -> None:
    @settings(max_examples=200, deadline=None)
    @given(awkward_text())
    def check(text: str) -> None:
        try:
            documents = read_documents(f"a{suffix}", wrapped(suffix, text))
        except InputError:
            return
        for document in documents:
            assert_spans_hold(document)

    check()


def wrapped(suffix: str, text: str) -> bytes:
    """A file of a format with the text inside."""
    text = text.encode("utf-8", "replace").decode()
    if suffix == ".docx":
        return word_file(text.split("\n\n"))
    if suffix == ".ipynb":
        cells = [{"cell_type": "markdown", "source": part} for part in text.split("\n\n")]
        return json.dumps({"cells": cells}).encode()
    if suffix == ".jsonl":
        return json.dumps({"title": text[:40], "body": text}).encode()
    if suffix == ".py":
        quoted = text.replace('"', "'")
        return f'"""{quoted} mayor said"""\nx = f"{text!r}"\n# {text}\n'.encode()
    return text.encode()


@pytest.mark.parametrize("suffix", TEXT_SUFFIXES)
def test_a_verbatim_word_maps_to_itself(suffix: str) -> None:
    source = (
        "Tümör \U0001f600 news\r\n\r\nThe e\u0301lan said “so”.\r\n"
        "Officials\u2028agreed, &amp; left.\r\n"
    )
    document = read_text(f"a{suffix}", source)
    for word in ("Tümör", "news", "e\u0301lan", "“so”", "Officials\u2028agreed", "left"):
        start = document.text.index(word)
        block = next(b for b in document.blocks if b.span.start <= start < b.span.end)
        span = type(block.span)(start, start + len(word))
        assert document.offsets.to_source(span).of(document.source_text) == word


@pytest.mark.parametrize("suffix", TEXT_SUFFIXES)
@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n", "\ufeff", "\x00", "\t\x0b"])
def test_text_without_prose_gives_no_read_block(suffix: str, text: str) -> None:
    document = read_text(f"a{suffix}", text)
    assert not [
        block
        for block in document.blocks
        if block.is_read and block.span.of(document.text) != "\x00"
    ]


@pytest.mark.parametrize("suffix", TEXT_SUFFIXES)
@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "*a ",
        "[",
        "`a ",
        "> ",
        "- ",
        "<",
        "[a](",
        "<!-- ",
        "_a",
        "&amp",
        "\n\n",
        "a\n",
        "$1 ",
        "“a",
        "http://",
        "By ",
    ],
)
def test_a_long_repetitive_file_is_read(suffix: str, piece: str) -> None:
    document = read_text(f"a{suffix}", piece * (60_000 // len(piece)))
    assert_spans_hold_ends(
        document.blocks[-1].span.end if document.blocks else 0, len(document.text)
    )


def assert_spans_hold_ends(end: int, length: int) -> None:
    assert end <= length


def test_a_line_of_five_megabytes_is_read_in_parts() -> None:
    line = "The mayor said it would rain. " * (5_000_000 // 30)
    document = read_document("a.txt", line.encode())
    assert document.text == line.strip()
    assert {block.kind for block in document.blocks} == {"paragraph"}
    assert max(len(block.span) for block in document.blocks) <= LONGEST
    parts = [block.span.of(document.text) for block in document.blocks]
    assert " ".join(parts) == document.text
