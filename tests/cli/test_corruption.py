"""Broken files of every kind: no traceback, no span outside the file, exit code 0, 1 or 2."""

import json
import random
import zipfile
from io import BytesIO
from pathlib import Path

from attrib_lint.inputs.decoding import decode, without_surrogates
from tests.cli.conftest import Check, write

MARKDOWN = """\
---
title: “A bus” leaves
author: [M. Ellery]
---

The bus left, so to speak, *at* [noon](https://example.org). <!-- attrib-lint: ignore -->

- one “quote” — two
- | a | b |

> It was late, as it were, and 4,000 people 📰 saw it.

```python
so to speak
```
"""
HTML = """\
<!doctype html><html><head><title>A bus &amp; a tram</title><script>so to speak</script></head>
<body><h1>A bus leaves</h1><p>The bus left, so&nbsp;to speak, <b>at noon</b>.</p>
<blockquote>“As it were,” she said.</blockquote></body></html>
"""
NOTEBOOK = json.dumps(
    {
        "cells": [
            {"cell_type": "markdown", "metadata": {}, "source": ["# Bus\n", "So to speak.\n"]},
            {"cell_type": "code", "metadata": {}, "source": "x = 1", "outputs": []},
        ],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
)
RECORDS = '{"title": "A bus", "body": "It left, so to speak.\\n\\nAs it were."}\n' * 3
PYTHON = '"""The bus left, so to speak."""\nx = f"As it were {1 + 1} and so on and so forth"\n'
RST = "A bus\n=====\n\nThe bus left, so to speak.\n\n.. attrib-lint: ignore\n\nAs it were.\n"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        text = "<w:p><w:r><w:t>The bus left, so to speak.</w:t></w:r></w:p>"
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}"><w:body>{text}</w:body></w:document>',
        )
    return out.getvalue()


SOURCES = {
    ".md": MARKDOWN.encode(),
    ".txt": MARKDOWN.encode("utf-16"),
    ".html": HTML.encode(),
    ".ipynb": NOTEBOOK.encode(),
    ".jsonl": RECORDS.encode(),
    ".py": PYTHON.encode(),
    ".rst": RST.encode(),
    ".docx": word(),
}


def broken(data: bytes, source: random.Random) -> bytes:
    """A truncation, flipped bits, or a splice."""
    kind = source.randrange(3)
    if kind == 0:
        return data[: source.randrange(len(data))]
    if kind == 1:
        flipped = bytearray(data)
        for _ in range(source.randint(1, 8)):
            flipped[source.randrange(len(flipped))] ^= 1 << source.randrange(8)
        return bytes(flipped)
    other = source.choice([*SOURCES.values()])
    cut, start = source.randrange(len(data)), source.randrange(len(other))
    return data[:cut] + other[start : start + source.randint(1, 80)] + data[cut:]


def test_a_thousand_broken_files_are_survived(run: Check, newsroom: Path) -> None:
    source = random.Random(20)
    (newsroom / "a.md").unlink()
    for i in range(1000):
        suffix, data = source.choice([*SOURCES.items()])
        path = newsroom / "wire" / f"{i:03}{suffix}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(broken(data, source))
    paths = sorted(str(path.relative_to(newsroom)) for path in (newsroom / "wire").iterdir())
    result = run("check", *paths, "--output-format", "json", "--jobs", "1")
    assert result.exit_code in (0, 1, 2)
    assert "Traceback" not in result.stderr
    report = json.loads(result.stdout)
    assert report["summary"]["files"] > 300
    assert not [error for error in report["errors"] if error["kind"] != "unreadable-input"]
    for found in report["diagnostics"]:
        start, end = found["start"], found["end"]
        assert 0 <= start["offset"] <= end["offset"]
        if "location" not in start:
            path = newsroom / found["path"]
            text = without_surrogates(decode(found["path"], path.read_bytes()))
            assert text[start["offset"] : end["offset"]] == found["text"]


def test_empty_and_enormous_files_are_read(run: Check, newsroom: Path) -> None:
    write(newsroom / "empty.md", "")
    write(newsroom / "blank.txt", "\n\n \t\n")
    write(newsroom / "long.txt", "word " * 200_000)
    (newsroom / "nul.md").write_bytes(b"\0" * 1000 + b"so to speak")
    result = run("check", "empty.md", "blank.txt", "long.txt", "nul.md")
    assert result.exit_code in (0, 1, 2)
    assert "Traceback" not in result.stderr
