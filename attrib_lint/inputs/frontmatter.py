"""Front matter: the YAML or TOML that opens a Markdown file, and where its title stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.core.errors import InputError
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.inputs.flat_yaml import flat_pairs

if TYPE_CHECKING:
    import yaml

_FENCE = lazy_regex(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_LINE_START = lazy_regex(r"(?:\r\n|\r|\n)(?=(---|\.\.\.|\+\+\+)[ \t]*(?:\r|\n|\Z))")
_KEY = lazy_regex(r"[ \t]*[\"']?[\w.-]+[\"']?[ \t]*(?::(?:[ \t]|\r|\n|\Z)|=)")
_TOML_TITLE = lazy_regex(r"^[ \t]*[\"']?title[\"']?[ \t]*=[ \t]*", re.MULTILINE | re.IGNORECASE)
_ESCAPE = lazy_regex(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n])|''", re.DOTALL)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "_": "\u00a0", "e": "\x1b", "b": "\b"}
ALIASES: Mapping[str, tuple[str, ...]] = {
    "author": ("authors", "byline", "author.name", "creator"),
    "outlet": ("publisher", "publication", "publisher.name", "site", "site_name"),
    "date": (
        "published",
        "pubdate",
        "publishdate",
        "published_at",
        "date_published",
        "datepublished",
    ),
    "genre": ("section", "category", "categories", "type"),
}

Piece = tuple[int, int, str | None]
"""Source start and end, and the text that stands for them (None: the source itself)."""


class FrontMatter(Struct, frozen=True):
    """What front matter states. `end` is where the article begins; `title` the pieces of the
    headline, in source offsets.
    """

    end: int
    metadata: Mapping[str, str]
    title: tuple[Piece, ...] = ()


def read_front_matter(path: str, source_text: str) -> FrontMatter:
    """The front matter that a text opens with; an empty one if there is none.

    InputError: front matter that is not closed, or not YAML or TOML.
    """
    fence = _FENCE.match(source_text)
    nothing = FrontMatter(0, {})
    if fence is None:
        return nothing
    start = fence.end()
    end = _closing(source_text, start - 1, fence[1])
    if end is None:
        if _KEY.match(source_text, start):
            raise InputError(
                f"{path}:1: the front matter is never closed;"
                f" put a line with {fence[1]} after its last key"
            )
        return nothing
    content = source_text[start : end[0]]
    if fence[1] == "+++":
        return _read_toml(path, source_text, start, content, end[1])
    return _read_yaml(path, source_text, start, content, end[1])


def _closing(text: str, start: int, fence: str) -> tuple[int, int] | None:
    """Where the content ends and where the line after the closing fence begins."""
    for found in _LINE_START.finditer(text, start):
        if found[1] == fence or (found[1] == "..." and fence == "---"):
            after = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?").match(text, found.end())
            return found.end(), after.end() if after else len(text)
    return None


def _broken(path: str, content: str, line: int, language: str, reason: str) -> InputError:
    number = min(line, content.count("\n") + 1) + 1
    return InputError(
        f"{path}:{number}: the front matter is not valid {language} ({reason});"
        " mend it, or remove it"
    )


def _read_toml(path: str, text: str, start: int, content: str, end: int) -> FrontMatter:
    import tomli

    try:
        data = tomli.loads(content.replace("\r\n", "\n").replace("\r", "\n"))
    except tomli.TOMLDecodeError as error:
        line = getattr(error, "lineno", 1)
        reason = str(getattr(error, "msg", error))
        raise _broken(path, content, line, "TOML", reason) from error
    key = _TOML_TITLE.search(content)
    title = data.get("title")
    pieces: tuple[Piece, ...] = ()
    if key is not None and isinstance(title, str):
        at = start + key.end()
        stop = re.compile(r"[^\r\n]*").match(text, at)
        pieces = _title_pieces(text, at, _string_end(text, at, stop.end() if stop else at), title)
    return FrontMatter(end, flatten(data), pieces)


def _string_end(text: str, start: int, line_end: int) -> int:
    """The end of the TOML string that starts at `start`, on its line."""
    mark = text[start : start + 1]
    pattern = r'"(?:[^"\\]|\\.)*"' if mark == '"' else r"'[^']*'"
    found = re.compile(pattern).match(text, start, line_end)
    return found.end() if found else line_end


def _read_yaml(path: str, text: str, start: int, content: str, end: int) -> FrontMatter:
    flat = flat_pairs(content)
    if flat is None:
        return _read_any_yaml(path, text, start, content, end)
    pieces: tuple[Piece, ...] = ()
    for key, value, at, stop in flat:
        if key.lower() == "title":
            pieces = _title_pieces(text, start + at, start + stop, value)
    return FrontMatter(end, flatten({key: value for key, value, _, _ in flat}), pieces)


def _read_any_yaml(path: str, text: str, start: int, content: str, end: int) -> FrontMatter:
    import yaml

    try:
        root = yaml.compose(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise _broken(path, content, line, "YAML", error.problem or "unreadable") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _broken(path, content, 1, "YAML", type(error).__name__) from error
    if not isinstance(root, yaml.MappingNode):
        return FrontMatter(end if root is None else 0, {})
    pieces: tuple[Piece, ...] = ()
    for key, value in root.value:
        is_title = isinstance(key, yaml.ScalarNode) and key.value.lower() == "title"
        if is_title and isinstance(value, yaml.ScalarNode):
            at, stop = start + value.start_mark.index, start + value.end_mark.index
            pieces = _title_pieces(text, at, stop, value.value)
    data = _values(root, 3)
    return FrontMatter(end, flatten(data) if isinstance(data, dict) else {}, pieces)


def _values(node: yaml.Node, depth: int) -> object:
    """The texts under a node; what lies deeper is left out, since aliases can make it endless."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if not depth:
        return ""
    if isinstance(node, yaml.SequenceNode):
        return [_values(item, depth - 1) for item in node.value]
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {
        str(key.value): _values(value, depth - 1)
        for key, value in pairs
        if isinstance(key, yaml.ScalarNode)
    }


def _title_pieces(text: str, start: int, end: int, value: str) -> tuple[Piece, ...]:
    """The title, character by character where the source spells it out."""
    raw = text[start:end]
    if raw[:1] in "\"'" and raw[:1] == raw[-1:] and len(raw) >= 2:
        inner = tuple(_unescaped(text, start + 1, end - 1, raw[0]))
        spelled = "".join(text[a:b] if stands is None else stands for a, b, stands in inner)
        if spelled == value:
            return inner
    stripped = raw.rstrip()
    if stripped == value:
        return ((start, start + len(stripped), None),)
    value = " ".join(value.split())
    return ((start, end, value),) if value else ()


def _unescaped(text: str, start: int, end: int, mark: str) -> Iterator[Piece]:
    at = start
    for escape in _ESCAPE.finditer(text, start, end):
        if (escape[0] == "''") != (mark == "'"):
            continue
        if at < escape.start():
            yield at, escape.start(), None
        yield escape.start(), escape.end(), _escaped_character(escape[0])
        at = escape.end()
    if at < end:
        yield at, end, None


def _escaped_character(escape: str) -> str:
    if escape == "''":
        return "'"
    if escape[1] in "xuU":
        code = int(escape[2:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _SIMPLE.get(escape[1], escape[1])


def flatten(data: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """Metadata as text: keys in lower case, nested ones joined by a point, lists by ", ".

    Deeper nesting is left out: no article needs it, and aliases can make it endless.

    The keys title, author, outlet, date and genre are filled from their usual other names.
    """
    flat: dict[str, str] = {}
    for key, value in data.items():
        name = f"{prefix}{str(key).lower()}"
        if isinstance(value, dict):
            if not prefix:
                flat.update(flatten(value, f"{name}."))
        elif isinstance(value, list):
            flat[name] = ", ".join(_item(item) for item in value)
        elif value is not None and value != "":
            flat[name] = str(value)
    if not prefix:
        for name, others in ALIASES.items():
            known = next((flat[other] for other in others if flat.get(other)), None)
            if known is not None:
                flat.setdefault(name, known)
    return flat


def _item(item: object) -> str:
    if isinstance(item, dict):
        item = item.get("name", "")
    return "" if isinstance(item, list | dict) else str(item)
