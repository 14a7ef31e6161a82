"""What kept part of a run from happening."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

ErrorKind = Literal["unreadable-input", "broken-rule", "untrusted-rules", "crashed-rule", "config"]


class RunError(Struct, frozen=True):
    """Something that kept part of a run from happening; the rest is still reported."""

    path: str
    kind: ErrorKind
    message: str
    help: str = ""
