"""Every reader keeps every span inside the file, whatever the file holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from attrib_lint.core.errors import InputError
from attrib_lint.inputs import read_document, read_text
from tests.inputs.checks import assert_spans_hold, awkward_text

TEXT_SUFFIXES = [".txt", ".md", ".html"]


@pytest.mark.parametrize("suffix", TEXT_SUFFIXES)
def test_spans_hold_over_awkward_text(suffix: str) -> None:
    @settings(max_examples=300, deadline=None)
    @given(awkward_text())
    def check(text: str) -> None:
        try:
            document = read_text(f"a{suffix}", text)
        except InputError:
            return
        assert_spans_hold(document)

    check()


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


def test_a_line_of_five_megabytes_is_one_paragraph() -> None:
    line = "The mayor said it would rain. " * (5_000_000 // 30)
    document = read_document("a.txt", line.encode())
    assert [block.kind for block in document.blocks] == ["paragraph"]
    assert document.text == line.strip()
