from __future__ import annotations

from attrib_lint.core.document import Document
from attrib_lint.core.span import Span
from attrib_lint.inputs import read_text


def read(text: str) -> Document:
    return read_text("a.rst", text)


def blocks(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.offsets.to_source(Span(start, start + len(words))).of(document.source_text)


def test_titles_are_headline_and_headings() -> None:
    text = (
        "=====\nRents\n=====\n\nThey rose.\n\nWhat now?\n---------\n\nNobody knows.\n\n"
        "-----\n\nEnd.\n"
    )
    assert blocks(text) == [
        ("headline", "Rents"),
        ("paragraph", "They rose."),
        ("heading", "What now?"),
        ("paragraph", "Nobody knows."),
        ("paragraph", "End."),
    ]


def test_fields_before_the_text_are_metadata() -> None:
    document = read("Rents\n=====\n\n:Author: Ann Lee\n:date: 2024-03-01\n\nThey rose.\n")
    assert document.metadata == {"author": "Ann Lee", "date": "2024-03-01"}
    assert [block.kind for block in document.blocks] == ["headline", "paragraph"]


def test_inline_markup_leaves_only_its_words() -> None:
    text = (
        "He *really*\n**did say** so, `the mayor <http://a.b>`_ said [1]_ in ``x = 1`` of\n"
        "snake_case, :role:`yes` |t| \\*so\\*.\n\n.. |t| replace:: too\n"
    )
    document = read(text)
    assert document.text == (
        "He really did say so, the mayor said in code of snake_case, yes too *so*."
    )
    assert [(link.span.of(document.text), link.target) for link in document.links] == [
        ("the mayor", "http://a.b")
    ]
    assert source_of(document, "snake_case, yes") == "snake_case, :role:`yes"


def test_references_lead_to_targets_of_the_file() -> None:
    document = read(
        "See report_, `the audit`_ and http://u.v/w.\n\n.. _report: http://x\n.. _the audit: http://y\n"
    )
    assert [link.target for link in document.links] == ["http://x", "http://y", "http://u.v/w"]
    assert document.text == "See report, the audit and http://u.v/w."


def test_lists_quotes_definitions_and_footnotes() -> None:
    text = (
        "- One\n  line.\n- Two.\n\n  Of two.\n\n1. Three.\n\nA. Lee said so and\nleft.\n\n"
        "   It rose.\n\nterm\n  Defined.\n\n.. [1] Noted\n   below.\n"
    )
    assert blocks(text) == [
        ("list", "One line."),
        ("list", "Two."),
        ("list", "Of two."),
        ("list", "Three."),
        ("paragraph", "A. Lee said so and left."),
        ("blockquote", "It rose."),
        ("paragraph", "term"),
        ("list", "Defined."),
        ("list", "Noted below."),
    ]


def test_code_tables_comments_and_directives() -> None:
    text = (
        "Run this::\n\n  sources say\n\n.. code-block:: python\n\n   sources say\n\n"
        ".. image:: x.png\n   :alt: sources say\n\n.. epigraph::\n\n   It rose.\n\n"
        ".. note:: Mind\n   this.\n\n.. figure:: a.png\n   :alt: x\n\n   A bridge.\n\n"
        "=== ===\na   b\n=== ===\n\n+---+\n| a |\n+---+\n\n>>> said\nsaid\n\n"
        ".. attrib-lint: ignore[x] why\n"
    )
    assert [block for block in blocks(text) if block[0] != "table"] == [
        ("paragraph", "Run this:"),
        ("blockquote", "It rose."),
        ("paragraph", "Mind this."),
        ("caption", "A bridge."),
    ]
    (comment,) = read(text).comments
    assert comment.text == "attrib-lint: ignore[x] why"
    assert comment.span.of(text) == ".. attrib-lint: ignore[x] why"


def test_deep_nesting_costs_no_stack() -> None:
    text = "".join(f"{' ' * depth}- a\n\n" for depth in range(0, 4000, 2))
    assert len(read(text).blocks) == 2000
