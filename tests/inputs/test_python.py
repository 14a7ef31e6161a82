from __future__ import annotations

import pytest

from attrib_lint.core.document import Document
from attrib_lint.core.errors import InputError
from attrib_lint.core.span import Span
from attrib_lint.inputs import read_text


def read(text: str, format: str | None = None) -> Document:
    return read_text("a.py", text, format)


def texts(text: str, format: str | None = None) -> list[str]:
    document = read(text, format)
    return [block.span.of(document.text) for block in document.blocks]


def test_docstrings_are_read_in_paragraphs() -> None:
    source = (
        '"""The first\n\n    The mayor said\n    so. \\u201cYes\\u201d\n\n    - one\n      item\n'
        '    >>> said\n    said\n\n    :param x: A number.\n    """\n'
        "def f():\n    r'''Raw \\d words.'''\nclass C:\n    'Of a class.'\n"
    )
    assert texts(source) == [
        "The first",
        "The mayor said so. “Yes”",
        "one item",
        "A number.",
        "Raw \\d words.",
        "Of a class.",
    ]


def test_words_of_a_docstring_map_to_their_place() -> None:
    source = 'é = 1\ndef f():\n    """The mayor\n    said “so”."""\n'
    document = read(source)
    start = document.text.index("“so”")
    assert document.offsets.to_source(Span(start, start + 4)).of(source) == "“so”"


def test_runs_of_comments_are_paragraphs_and_directives_are_not() -> None:
    source = (
        "#!/bin/python\n# -*- coding: utf-8 -*-\nx = 1  # The mayor\n# said that\n# it rose.\n#\n"
        "# Critics agreed.\n# noqa: E501\n# attrib-lint: ignore[x] why\ny = 2\n"
    )
    assert texts(source) == ["The mayor", "said that it rose.", "Critics agreed."]
    assert " attrib-lint: ignore[x] why" in [comment.text for comment in read(source).comments]


def test_long_literals_are_read_and_fields_left_out() -> None:
    source = (
        "a = 'short words here'\n"
        "b = ('The mayor said that the library would close '\n  'in June.\\n\\nCritics agreed.')\n"
        "c = f'The {a!r:>{8}} mayor {{said}} that rents would rise again {b} in the next year.'\n"
        "d = b'The mayor said that the library would close in June, and it did close then.'\n"
        "e = 'x' * 3 + '0123456789012345678901234567890123456789012345678901234567890123456789'\n"
    )
    assert texts(source) == [
        "The mayor said that the library would close in June.",
        "Critics agreed.",
        "The mayor {said} that rents would rise again in the next year.",
    ]


def test_the_length_of_literals_is_a_setting() -> None:
    assert texts("a = 'short words here'\n", "python:10") == ["short words here"]


def test_fields_may_hold_quotes_and_brackets() -> None:
    source = (
        "a = f'The {x[\"a\"]:>{width}} mayor said {f(')')} so.'\n"
        'b = f"The {d["mayor"]} said {y!r} so."\nc = 1\n'
    )
    assert texts(source, "python:5") == ["The mayor said so.", "The said so."]


def test_deep_nesting_is_read() -> None:
    source = "x = " + "(" * 5000 + "'The mayor said so.'" + ")" * 5000
    assert texts(source, "python:5") == ["The mayor said so."]


@pytest.mark.parametrize("source", ["x = 1\ny = 'a\n", 'x = 1\n"""a\n\n', "x = 1\nf'{a"])
def test_a_string_that_is_never_closed_is_named(source: str) -> None:
    with pytest.raises(InputError, match=r"^a.py:2: not Python .*never closed.*; mend it"):
        read(source)
