from __future__ import annotations

import codecs

import pytest

from attrib_lint.core.errors import InputError
from attrib_lint.inputs import read_document, read_text
from attrib_lint.inputs.decoding import decode


def test_offsets_count_after_the_byte_order_mark() -> None:
    document = read_document("a.txt", codecs.BOM_UTF8 + "Ölpreis said.".encode())
    assert document.source_text == "Ölpreis said."


def test_line_ends_and_nul_are_kept() -> None:
    assert decode("a.txt", b"a\r\nb\rc\x00") == "a\r\nb\rc\x00"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_a_byte_order_mark_is_read(encoding: str) -> None:
    mark = codecs.BOM_UTF16_LE if encoding.endswith("le") else codecs.BOM_UTF16_BE
    assert (
        decode("a.txt", mark + "Zoë said “no” \U0001f600".encode(encoding))
        == "Zoë said “no” \U0001f600"
    )


def test_bytes_that_are_not_text_are_named_by_offset() -> None:
    with pytest.raises(
        InputError, match=r"^news/a.txt: byte 3 \(0xE9\) is not UTF-8 text; save .*UTF-8"
    ):
        decode("news/a.txt", b"caf\xe9 opened")


def test_half_a_utf_16_character_is_named() -> None:
    with pytest.raises(InputError, match="is not UTF-16 text"):
        decode("a.txt", codecs.BOM_UTF16_LE + b"a\x00b")


def test_unpaired_surrogates_are_replaced_in_place() -> None:
    document = read_text("a.txt", "He said \ud800 it. They agreed.")
    assert document.source_text == "He said \ufffd it. They agreed."
    assert document.text == document.source_text


def test_an_unknown_format_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(
        InputError, match=r'^a.txt: there is no format "papyrus"; choose one of plain, markdown'
    ):
        read_text("a.txt", "x", format="papyrus")
