"""Text as XML can hold it; shared by the formats that are XML."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ATTRIBUTE = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def text(value: str) -> str:
    """A value for the inside of an element."""
    return escape(_FORBIDDEN.sub("\ufffd", value))


def attributes(**values: str | int) -> str:
    """Attributes, each with a space before it."""
    return "".join(
        f' {name}="{escape(_FORBIDDEN.sub(chr(0xFFFD), str(value)), _ATTRIBUTE)}"'
        for name, value in values.items()
    )
