"""Read Jupyter notebooks: their Markdown cells.

Positions count in the text of a cell: `source_text` holds the Markdown cells one after the other,
`locations` names them by their place among all cells.
"""

from __future__ import annotations

from attrib_lint.core.document import Document, Location
from attrib_lint.core.errors import InputError
from attrib_lint.core.span import Span
from attrib_lint.inputs.decoding import without_surrogates
from attrib_lint.inputs.json_text import load_json
from attrib_lint.inputs.markdown import MarkdownReader
from attrib_lint.inputs.prose import ProseBuilder

_BETWEEN_CELLS = "\n\n"


def read(path: str, source_text: str) -> Document:
    """The Markdown of a notebook. InputError: not JSON, or no notebook."""
    notebook = load_json(path, source_text, "a notebook")
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise InputError(f"{path}: it holds no cells, so this is not a notebook; exclude it")
    texts: list[str] = []
    locations: list[Location] = []
    at = 0
    for number, cell in enumerate(cells, 1):
        text = _markdown_of(cell)
        if text:
            locations.append(Location(Span(at, at + len(text)), f"cell {number}"))
            texts.append(text)
            at += len(text) + len(_BETWEEN_CELLS)
    builder = ProseBuilder(_BETWEEN_CELLS.join(texts))
    reader = MarkdownReader(builder)
    for location in locations:
        reader.read(location.span.start, location.span.end)
    return builder.document(path, "notebook", locations)


def _markdown_of(cell: object) -> str:
    """The text of a Markdown cell; "" for any other."""
    if not isinstance(cell, dict) or cell.get("cell_type") != "markdown":
        return ""
    text = cell.get("source", "")
    if isinstance(text, list):
        text = "".join(line for line in text if isinstance(line, str))
    return without_surrogates(text) if isinstance(text, str) else ""
