"""Read the inline markup of one block of reStructuredText, in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.inputs.prose import ProseBuilder

_INLINE = lazy_regex(
    r"(?P<escape>\\(?:\r\n|.))"
    r"|``(?P<literal>[^`]{1,500}(?:`[^`]{1,500}){0,3})``"
    r"|(?P<role>:[a-zA-Z][\w.+:-]{0,60}:)?`(?P<text>[^`]{1,2000})`(?P<after>__?|:[a-zA-Z][\w.+-]{0,60}:)?"
    r"|(?P<strong>\*\*(?=[^\s*])(?P<strong_text>[^*]{1,2000})\*\*)"
    r"|(?P<emphasis>\*(?=[^\s*])(?P<emphasis_text>[^*]{1,2000})\*)"
    r"|(?P<note>\s?\[(?:\d{1,4}|#[\w-]{0,40}|\*|[a-zA-Z][\w.-]{0,40})\]_(?!\w))"
    r"|\|(?P<substitution>[^|\s][^|]{0,80})\|(?:__?(?!\w))?"
    r"|(?P<url>https?://[^\s<>\"“”`]{1,2000})"
    r"|(?<![\w-])(?P<reference>[^\W_](?:[\w.-]{0,60}[^\W_])?)__?(?![\w-])"
    r"|(?P<space>[ \t]*(?:\r\n|\r|\n)[ \t]*)",
    re.DOTALL,
)
_EMBEDDED = lazy_regex(r"(?P<text>[^<]*?)\s*<(?P<target>[^<>]*)>\Z", re.DOTALL)
_CODE_ROLES = frozenset(
    {"code", "samp", "kbd", "math", "literal", "file", "command", "func", "class"}
)
_CODE_STANDS_AS = "code"


def name_of(text: str) -> str:
    """A reference name as targets are looked up."""
    return " ".join(text.split()).casefold()


def add_inline(
    builder: ProseBuilder,
    start: int,
    end: int,
    targets: Mapping[str, str],
    words: Mapping[str, str],
) -> None:
    """Add the text between two offsets to the open block.

    `targets` are the link targets of the file by name, `words` its substitutions.
    """
    text = builder.source_text
    at = start
    for found in _INLINE.finditer(text, start, end):
        if found["reference"] and name_of(found["reference"]) not in targets:
            continue
        _copy(builder, at, found.start())
        at = found.end()
        _add(builder, found, targets, words)
    _copy(builder, at, end)


def _copy(builder: ProseBuilder, start: int, end: int) -> None:
    if builder.ends_in_space and builder.source_text.startswith(" ", start, end):
        start += 1
    builder.copy(start, end)


def _add(
    builder: ProseBuilder,
    found: re.Match[str],
    targets: Mapping[str, str],
    words: Mapping[str, str],
) -> None:
    kind = found.lastgroup
    if found["escape"]:
        if not found["escape"][1:].isspace():
            builder.copy(found.start() + 1, found.end())
    elif found["literal"]:
        builder.replace(found.start(), found.end(), _CODE_STANDS_AS)
    elif found["text"]:
        _add_interpreted(builder, found, targets)
    elif found["strong"]:
        _add_spaced(builder, *found.span("strong_text"))
    elif found["emphasis"]:
        _add_spaced(builder, *found.span("emphasis_text"))
    elif found["substitution"]:
        word = words.get(name_of(found["substitution"]))
        if word is not None:
            builder.replace(found.start(), found.end(), word)
        else:
            builder.copy(*found.span("substitution"))
    elif found["url"] or found["reference"]:
        _add_link(builder, found, targets)
    elif kind == "space":
        builder.space(found.start(), found.end())


def _add_link(builder: ProseBuilder, found: re.Match[str], targets: Mapping[str, str]) -> None:
    since = builder.mark()
    if found["url"]:
        url = found["url"].rstrip(".,;:!?)’'")
        builder.copy(found.start(), found.start() + len(url))
        builder.link(since, url)
        builder.copy(found.start() + len(url), found.end())
    else:
        builder.copy(*found.span("reference"))
        builder.link(since, targets[name_of(found["reference"])])


def _add_interpreted(
    builder: ProseBuilder, found: re.Match[str], targets: Mapping[str, str]
) -> None:
    """`text`, `text <target>`_, `name`_ and :role:`text`."""
    role = (found["role"] or found["after"] or "").strip(":_")
    start, end = found.span("text")
    if role in _CODE_ROLES:
        builder.replace(found.start(), found.end(), _CODE_STANDS_AS)
        return
    since = builder.mark()
    embedded = _EMBEDDED.match(found["text"])
    if embedded is not None and (role or found["after"]):
        target = embedded["target"]
        end = start + (embedded.end("text") or len(found["text"]))
    else:
        target = targets.get(name_of(found["text"]), "") if found["after"] else ""
    _add_spaced(builder, start, end)
    if target and not role:
        builder.link(since, target)


def _add_spaced(builder: ProseBuilder, start: int, end: int) -> None:
    """Text whose line breaks become spaces."""
    text = builder.source_text
    at = start
    for found in re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*").finditer(text, start, end):
        builder.copy(at, found.start())
        builder.space(*found.span())
        at = found.end()
    builder.copy(at, end)
