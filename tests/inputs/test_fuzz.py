"""Damaged files of every format: an InputError at worst, and no span outside the file."""

from __future__ import annotations

import json
import random
from io import BytesIO

import pytest
from docx import Document as new_document  # type: ignore[import-untyped,unused-ignore]  # no stubs

from attrib_lint.core.errors import InputError
from attrib_lint.inputs import read_documents
from tests.inputs.checks import assert_spans_hold, word_package

DAMAGES_PER_FORMAT = 150
MARKDOWN = """---
title: "Rents \\u2014 'rise'"
author: [Ann Lee, Bo Ek]
---

# Rents rise

By Ann Lee

The *mayor* said **so**, [a report](http://a.b "t") found[^1] `x`. <!-- attrib-lint: ignore -->
“Ünïcode” 😀 e\u0301 &amp; more\\\\*.

> quoted
> lines

- one
  - two

| a | b |
|---|---|
| 1 | 2 |

<div>raw</div>

[^1]: Note.
"""
HTML = """<!doctype html><html><head><title>Rents &amp; fares</title>
<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ann"}}</script>
<body><article><h1>Rents</h1><p class="byline">Ann Lee</p><p>The <b>mayor</b>
said <q>so</q>, &ldquo;yes&#8221; AT&T 5 < 6
<a href="http://a.b">here</a>.<br><br>😀 more<!-- c --></p><ul><li>one<li>two</ul>
<table><tr><td>1</table><code>x</code></article></body></html>
"""
RST = """=====
Rents
=====

:author: Ann

The *mayor* **said** ``so``, `a report <http://a.b>`_ found [1]_ 😀.

- one
  two

.. note:: Mind
   this

.. comment

.. [1] Note

Code::

  x

+---+
| a |
+---+
"""
PYTHON = '''"""The mayor said so.

- one "item" \\u201c 😀
"""
# A comment, sources say.
x = f"The {x!r} mayor said {{so}} and so on for a long while, and then some more."
'''


def word() -> bytes:
    document = new_document()
    document.add_heading("Rents rise", 0)
    run = document.add_paragraph("The mayor said ").add_run("“so” 😀.")
    document.add_comment(run, text="attrib-lint: ignore", author="Bo", initials="B")
    document.add_table(1, 1).cell(0, 0).text = "5"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


NOTEBOOK = json.dumps({"cells": [{"cell_type": "markdown", "source": MARKDOWN.split("\n\n")}]})
RECORDS = "\n".join(json.dumps({"title": "Rents", "body": MARKDOWN, "author": "Ann"}) for _ in "ab")
SAMPLES = {
    "a.txt": MARKDOWN.encode(),
    "b.txt": "\ufeffRents\r\n\r\nBy Ann Lee\r\n\r\nThe mayor said so.".encode("utf-16"),
    "a.md": MARKDOWN.encode(),
    "a.html": HTML.encode(),
    "a.rst": RST.encode(),
    "a.py": PYTHON.encode(),
    "a.ipynb": NOTEBOOK.encode(),
    "a.jsonl": RECORDS.encode(),
    "a.json": RECORDS.splitlines()[0].encode(),
    "a.docx": word(),
}


def damaged(data: bytes, random_: random.Random) -> bytes:
    """The data cut off, with bytes changed, or with a stretch moved or repeated."""
    kind = random_.randrange(4)
    at, to = sorted(random_.randrange(len(data) + 1) for _ in range(2))
    if kind == 0:
        return data[:at]
    if kind == 1:
        flipped = bytearray(data)
        for _ in range(random_.randrange(1, 6)):
            flipped[random_.randrange(len(data))] = random_.randrange(256)
        return bytes(flipped)
    if kind == 2:
        return data[:at] + data[to:]
    other = random_.randrange(len(data) + 1)
    return data[:other] + data[at:to] + data[other:]


@pytest.mark.parametrize("name", SAMPLES)
def test_damage_costs_no_more_than_the_file(name: str) -> None:
    random_ = random.Random(f"{name} 1")
    read = 0
    messages: list[str] = []
    for _ in range(DAMAGES_PER_FORMAT):
        data = damaged(SAMPLES[name], random_)
        try:
            documents = read_documents(name, data)
        except InputError as error:
            messages.append(str(error))
            continue
        read += 1
        for document in documents:
            assert_spans_hold(document)
    assert all(message.startswith(name) for message in messages)
    assert read, "every damaged file was refused: the test shows nothing"


BODY = (
    "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Rents rise</w:t></w:r></w:p>"
    "<w:p><w:commentRangeStart w:id='0'/><w:r><w:t>The mayor </w:t></w:r>"
    "<w:commentRangeEnd w:id='0'/><w:ins w:id='1'><w:r><w:t>said</w:t></w:r></w:ins>"
    "<w:del w:id='2'><w:r><w:delText>x</w:delText></w:r></w:del>"
    "<w:hyperlink><w:r><w:t> “so” 😀.</w:t><w:tab/></w:r></w:hyperlink></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def test_damage_inside_a_word_file_costs_no_more_than_the_file() -> None:
    random_ = random.Random("body 1")
    read = 0
    for _ in range(DAMAGES_PER_FORMAT):
        body = damaged(BODY.encode(), random_).decode("utf-8", "replace")
        try:
            documents = read_documents("a.docx", word_package(body))
        except InputError:
            continue
        read += 1
        for document in documents:
            assert_spans_hold(document)
    assert read, "every damaged file was refused: the test shows nothing"
