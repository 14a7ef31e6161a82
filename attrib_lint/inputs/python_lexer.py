"""The string literals and comments of a Python file, with exact places and without a parser.

libcst would give the same, but its parser overflows the stack on deep nesting (5,000 brackets end
the process), and literals and comments need no grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from attrib_lint.core.errors import InputError
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span

_TOKEN = lazy_regex(
    r"(?P<comment>#[^\r\n]*)"
    r"|(?P<prefix>[rbuftRBUFT]{0,2})(?P<quote>\"\"\"|'''|\"|')"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])"
    r"|(?P<line>\r\n|\r|\n)"
    r"|(?P<space>(?:[ \t\f]|\\(?:\r\n|\r|\n))+)"
    r"|(?P<other>\w+|.)",
    re.DOTALL,
)
_ENDS = {
    '"""': re.compile(r'\\.|"""|(?P<brace>[{}])', re.DOTALL),
    "'''": re.compile(r"\\.|'''|(?P<brace>[{}])", re.DOTALL),
    '"': re.compile(r'\\(?:\r\n|.)|"|[\r\n]|(?P<brace>[{}])', re.DOTALL),
    "'": re.compile(r"\\(?:\r\n|.)|'|[\r\n]|(?P<brace>[{}])", re.DOTALL),
}
_IN_FIELD = lazy_regex(r"[()\[\]{}\r\n\"']")


class Part(Struct, frozen=True):
    """Text between quotes, or between two fields of an f-string. `raw`: escapes are literal."""

    span: Span
    raw: bool
    formatted: bool


class Literal(Struct):
    """Strings that stand side by side; `is_docstring` where they are a statement."""

    parts: list[Part] = field(default_factory=list)
    is_docstring: bool = False


class CommentLine(Struct, frozen=True):
    """A comment; `alone` where its line holds nothing else."""

    span: Span
    alone: bool


def lex(path: str, text: str) -> Iterator[Literal | CommentLine]:
    """Every literal and comment, in order. InputError: a string that is not closed."""
    at = depth = 0
    fresh = alone = True
    literal: Literal | None = None
    while at < len(text):
        found = _TOKEN.match(text, at)
        assert found is not None
        at = found.end()
        if found["comment"]:
            yield CommentLine(Span(*found.span()), alone)
        elif found["quote"]:
            if literal is None:
                literal = Literal(is_docstring=fresh and depth == 0)
            at = _read_string(path, text, found, literal)
            fresh = alone = False
        elif found["line"]:
            alone = True
            if depth == 0:
                fresh = True
                if literal is not None:
                    yield literal
                literal = None
        elif not found["space"]:
            if literal is not None:
                literal.is_docstring = False
                yield literal
            literal = None
            fresh = alone = False
            depth = max(0, depth + (found["open"] is not None) - (found["close"] is not None))
    if literal is not None:
        yield literal


def _read_string(path: str, text: str, opening: re.Match[str], literal: Literal) -> int:
    """Add the parts of the string that opens at a token; the offset after it."""
    prefix, quote = opening["prefix"].lower(), opening["quote"]
    raw, formatted = "r" in prefix, "f" in prefix or "t" in prefix
    parts: list[Part] = []
    start = at = opening.end()
    while True:
        found = _ENDS[quote].search(text, at)
        if found is None or found[0] in "\r\n":
            raise _not_closed(path, text, opening.start())
        at = found.end()
        if found[0] == quote:
            parts.append(Part(Span(start, found.start()), raw, formatted))
            break
        if not formatted or found["brace"] is None:
            continue
        if text[at : at + 1] == found[0]:
            at += 1
        elif found[0] == "{":
            parts.append(Part(Span(start, found.start()), raw, formatted))
            start = at = _field_end(text, at, quote)
    if "b" not in prefix:
        literal.parts += parts
    return at


def _field_end(text: str, at: int, quote: str) -> int:
    """The end of a field of an f-string, past brackets and strings inside it."""
    depth = 1
    for found in _IN_FIELD.finditer(text, at):
        if found.start() < at:
            continue
        if found[0] in "\r\n":
            if len(quote) == 1:
                return found.start()
        elif found[0] in "\"'":
            closing = text.find(found[0], found.end())
            line = re.compile(r"[\r\n]").search(text, found.end(), max(closing, found.end()))
            if closing < 0 or line is not None or text.startswith(quote, found.start()):
                nested = closing >= 0 and line is None and "}" in text[closing : closing + 40]
                if not nested:
                    return found.start()
            at = closing + 1
        else:
            depth += 1 if found[0] in "([{" else -1
            if depth == 0:
                return found.end()
    return len(text)


def _not_closed(path: str, text: str, at: int) -> InputError:
    line = len(re.findall(r"\r\n|\r|\n", text[:at])) + 1
    return InputError(
        f"{path}:{line}: not Python that can be read (this string is never closed);"
        " mend it, or exclude it"
    )
