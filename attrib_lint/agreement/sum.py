"""What a sum that fails comes to."""

from __future__ import annotations

from msgspec import Struct

from attrib_lint.core.span import Span


class Sum(Struct, frozen=True):
    """What does not add up: the words to show, what is wrong, and where it is otherwise."""

    span: Span
    wrong: str
    there: Span
    label: str
