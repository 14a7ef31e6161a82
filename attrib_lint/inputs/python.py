"""Read Python files: docstrings, comments and long string literals, at their exact places."""

from __future__ import annotations

import re

from attrib_lint.core.document import Comment, Document
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.inputs.prose import ProseBuilder
from attrib_lint.inputs.python_lexer import CommentLine, Literal, lex

MIN_LITERAL = 60
_WORDS = lazy_regex(r"[^\W\d_]{2,}(?:\s+|\\n)[^\W\d_]{2,}")
_NOT_PROSE = lazy_regex(
    r"#!|#\s*(?:-\*-|coding[:=]|type:|noqa|pragma|pylint|mypy|ruff|isort|fmt:|attrib-lint:|region|endregion)"
)
_ANY_BREAK = lazy_regex(r"\r\n|\r|\n|\\n")
_LINE_END = lazy_regex(r"\r\n|\r|\n")
_LINE_BREAK = lazy_regex(r"[ \t]*(?:\\?(?:\r\n|\r|\n)[ \t]*|\\n[ \t]*)+")
_NEW_BLOCK = lazy_regex(
    r"[-*+•][ \t]|\d{1,2}[.)][ \t]|:[a-z]+[^:\n]*:|>>>|\.\. |[A-Z][a-z]+:[ \t]*(?:$|[\r\n])"
)
_SKIPPED_LINE = lazy_regex(r">>>|\.\.\. |[-=~^\"'`*#]{3,}[ \t]*(?:$|[\r\n])|\.\. ")
_MARK = lazy_regex(r"[-*+•][ \t]+|\d{1,2}[.)][ \t]+|:[a-z]+[^:\n]*:[ \t]*|#+:?[ \t]*")
_ESCAPE = lazy_regex(
    r"\\(?:N\{[^}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|.)|\{\{|\}\}",
    re.DOTALL,
)


def read(path: str, source_text: str, min_literal: str = "") -> Document:
    """The prose of a Python file.

    Docstrings and comments are read, and string literals of `min_literal` characters or more that
    hold words; the fields of f-strings are left out. InputError: a string that is never closed.
    """
    builder = ProseBuilder(source_text)
    shortest = int(min_literal) if min_literal else MIN_LITERAL
    run: list[CommentLine] = []
    for item in lex(path, source_text):
        if isinstance(item, CommentLine):
            builder.comments.append(Comment(item.span, item.span.of(source_text)[1:]))
            if run and not _continues(source_text, run[-1], item):
                _add_comments(builder, run)
                run = []
            run.append(item)
            continue
        content = " ".join(part.span.of(source_text) for part in item.parts)
        if item.is_docstring or (len(content) >= shortest and _WORDS.search(content)):
            _add_comments(builder, run)
            run = []
            _add_literal(builder, item)
    _add_comments(builder, run)
    return builder.document(path, "python", is_article=False)


def _continues(text: str, above: CommentLine, below: CommentLine) -> bool:
    """Whether a comment goes on from the line above it."""
    between = text[above.span.end : below.span.start]
    return above.alone and below.alone and len(_LINE_END.findall(between)) == 1


def _add_literal(builder: ProseBuilder, literal: Literal) -> None:
    """Lay a literal down: blank lines and list marks part its blocks, other line breaks join."""
    builder.open("paragraph")
    for part in literal.parts:
        _add_lines(builder, part.span.start, part.span.end, part.raw, part.formatted)
    builder.close()


def _add_lines(builder: ProseBuilder, start: int, end: int, raw: bool, doubled: bool) -> None:
    text = builder.source_text
    at, in_example = start, False
    for found in [*_LINE_BREAK.finditer(text, start, end), None]:
        stop = found.start() if found else end
        in_example = in_example or text.startswith(">>>", at, end)
        skipped = in_example or _SKIPPED_LINE.match(text, at, end) is not None
        if not skipped:
            if _NEW_BLOCK.match(text, at, end):
                mark = _MARK.match(text, at, stop)
                builder.open("list" if mark else "paragraph")
                at = mark.end() if mark else at
            _add_escaped(builder, at, stop, raw, doubled)
        if found is None:
            break
        if len(_ANY_BREAK.findall(found[0])) > 1:
            in_example = False
            builder.open("paragraph")
        elif skipped:
            builder.open("paragraph")
        else:
            builder.space(found.start(), found.end())
        at = found.end()


def _add_escaped(builder: ProseBuilder, start: int, end: int, raw: bool, doubled: bool) -> None:
    text = builder.source_text
    at = start + (1 if builder.ends_in_space and text.startswith(" ", start, end) else 0)
    for escape in _ESCAPE.finditer(text, at, end):
        if escape[0][0] == "\\" if raw else (escape[0][0] in "{}" and not doubled):
            continue
        if raw and not doubled:
            continue
        builder.copy(at, escape.start())
        builder.replace(escape.start(), escape.end(), _unescaped(escape[0]))
        at = escape.end()
    builder.copy(at, end)


def _unescaped(escape: str) -> str:
    if escape[0] in "{}":
        return escape[0]
    code = escape[1:]
    if code[0] in "xuU" and len(code) > 1:
        number = int(code[1:], 16)
    elif code[0] in "01234567":
        number = int(code, 8)
    elif code[0] == "N" and len(code) > 1:
        import unicodedata

        try:
            return unicodedata.lookup(code[2:-1])
        except KeyError:
            return "\ufffd"
    elif code in "\"'\\":
        return code
    else:
        return " " if code in "ntrfv" else "" if code in "ab\n\r" else f"\\{code}"
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _add_comments(builder: ProseBuilder, run: list[CommentLine]) -> None:
    """Lay a run of comment lines down as paragraphs."""
    text = builder.source_text
    builder.open("paragraph")
    for span in (comment.span for comment in run):
        content = span.of(text)
        mark = re.match(r"#+[:!]?[ \t]*", content)
        start = span.start + (mark.end() if mark else 1)
        if _NOT_PROSE.match(content) or start >= span.end or not re.search(r"\w", content):
            builder.open("paragraph")
            continue
        if _NEW_BLOCK.match(text, start, span.end):
            builder.open("list")
            bullet = _MARK.match(text, start, span.end)
            start = bullet.end() if bullet else start
        builder.space(start, start)
        builder.copy(start, span.end)
    builder.close()
