"""HTML as tokens with exact places, in linear time, whatever the file holds.

The usual parsers fall short here: the standard library's gives lines, not offsets, and needs
quadratic time for some broken files, as tree-sitter's HTML grammar does ("<!--" 30,000 times: two
minutes); the latter also gives up the whole tree for one stray "<".
"""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import Literal

from msgspec import Struct

from attrib_lint import lexicon
from attrib_lint.core.lazy_regex import lazy_regex

TokenKind = Literal["text", "open", "close", "comment"]
VOID = lexicon.words("html", "void")
_RAW = lexicon.words("html", "raw")
_TAG = lazy_regex(r"<(/?)([a-zA-Z][^\s/>]*)")
_STOP = lazy_regex(r"[>\"']")
_ATTRIBUTE = lazy_regex(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_CLOSES_P = lexicon.words("html", "closes_p")
_CLOSED_BY = {
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("tr", "td", "th"),
    "td": ("td", "th"), "th": ("td", "th"), "option": ("option",),
}  # fmt: skip


class Token(Struct, frozen=True):
    """A run of text, a tag or a comment; `name` is that of the tag, in lower case."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""


def tokens_of(text: str) -> list[Token]:
    """Every token of a file. Declarations and processing instructions are left out."""
    found: list[Token] = []
    missing: set[str] = set()
    at = plain = 0
    while (at := text.find("<", at)) >= 0:
        tag = _TAG.match(text, at)
        if tag is None and text[at + 1 : at + 2] not in ("!", "?"):
            at += 1
            continue
        if plain < at:
            found.append(Token("text", plain, at))
        if tag is None:
            at = plain = _skip_markup(text, at, found)
            continue
        name = tag[2].lower()
        end = _tag_end(text, tag.end(), missing)
        found.append(Token("close" if tag[1] else "open", at, end, name))
        at = plain = end
        if name in _RAW and not tag[1] and text[end - 2 : end] != "/>":
            at = plain = _raw_text(text, end, name, found)
    if plain < len(text):
        found.append(Token("text", plain, len(text)))
    return found


def _skip_markup(text: str, at: int, found: list[Token]) -> int:
    """The end of a comment, declaration or processing instruction."""
    if text.startswith("<!--", at):
        end = text.find("-->", at + 4)
        end = len(text) if end < 0 else end + 3
        found.append(Token("comment", at, end))
        return end
    end = text.find(">", at)
    return len(text) if end < 0 else end + 1


def _tag_end(text: str, at: int, missing: set[str]) -> int:
    """The end of a tag, past any ">" in quotes. `missing` holds marks known not to come again."""
    while ">" not in missing:
        stop = _STOP.search(text, at)
        if stop is None:
            break
        if stop[0] == ">":
            return stop.end()
        at = stop.end()
        if stop[0] not in missing:
            closing = text.find(stop[0], at)
            if closing < 0:
                missing.add(stop[0])
            else:
                at = closing + 1
    missing.add(">")
    return len(text)


def _raw_text(text: str, start: int, name: str, found: list[Token]) -> int:
    """Take the content of an element that holds no markup, up to its closing tag."""
    closing = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, start)
    end = closing.start() if closing else len(text)
    if start < end:
        found.append(Token("text", start, end))
    return end


def attributes_of(text: str, token: Token) -> dict[str, str]:
    """The attributes of an opening tag; the first of a name counts."""
    if token.end - token.start > 20_000:
        return {}
    values: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(text, token.start + 1 + len(token.name), token.end - 1):
        value = found[2] or found[3] or found[4] or ""
        values.setdefault(found[1].lower(), html.unescape(value))
    return values


def extents_of(tokens: list[Token]) -> list[int]:
    """For each token the index of the token that ends its element; itself where none is opened."""
    ends = list(range(len(tokens)))
    open_elements: list[int] = []
    names: Counter[str] = Counter()

    def close(name: str, at: int) -> None:
        while names[name]:
            i = open_elements.pop()
            names[tokens[i].name] -= 1
            ends[i] = at
            if tokens[i].name == name:
                return

    for i, token in enumerate(tokens):
        if token.kind == "open" and token.name not in VOID:
            if token.name in _CLOSES_P and names["p"]:
                close("p", i)
            for other in _CLOSED_BY.get(token.name, ()):
                if open_elements and tokens[open_elements[-1]].name == other:
                    close(other, i)
            open_elements.append(i)
            names[token.name] += 1
        elif token.kind == "close":
            close(token.name, i)
    for i in open_elements:
        ends[i] = len(tokens)
    return ends
