from __future__ import annotations

import json

import pytest

from attrib_lint.core.errors import InputError
from attrib_lint.core.span import Span
from attrib_lint.inputs import read_text


def notebook(*cells: tuple[str, str | list[str]]) -> str:
    return json.dumps({"cells": [{"cell_type": kind, "source": text} for kind, text in cells]})


def test_markdown_cells_are_read_and_located() -> None:
    text = notebook(
        ("markdown", ["# Rents\n", "\n", "They *rose*."]),
        ("code", "x = 'sources say'"),
        ("markdown", "```\nunclosed"),
        ("markdown", "Critics agreed."),
    )
    document = read_text("a.ipynb", text)
    assert [(b.kind, b.span.of(document.text)) for b in document.blocks] == [
        ("headline", "Rents"),
        ("paragraph", "They rose."),
        ("paragraph", "Critics agreed."),
    ]
    start = document.text.index("agreed")
    span = document.offsets.to_source(Span(start, start + 6))
    place = next(p for p in document.locations if p.span.contains(span))
    assert (place.name, span.start - place.span.start) == ("cell 4", 8)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"cells": [\n}', r"^a.ipynb:2: not JSON \(.*\), so this is not a notebook; mend it"),
        ("[]", "^a.ipynb: it holds no cells, so this is not a notebook"),
        ('{"cells": 3}', "^a.ipynb: it holds no cells"),
        ("[" * 100_000, r"^a.ipynb: nested too deep|^a.ipynb:1: not JSON"),
    ],
)
def test_what_is_no_notebook_is_named(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_text("a.ipynb", text)


def test_odd_cells_are_passed_over() -> None:
    cells = [1, None, {"cell_type": "markdown", "source": 5}, {"cell_type": "markdown"}, {}]
    assert read_text("a.ipynb", json.dumps({"cells": cells})).blocks == ()
