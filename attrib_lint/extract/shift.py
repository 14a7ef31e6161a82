"""Moves a fact from block offsets to prose offsets."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.core.span import Span

Fact = TypeVar("Fact")
_PLAIN = frozenset((str, int, float, bool, type(None)))  # these hold no span


def shifted(fact: Fact, by: int) -> Fact:
    """`fact` with every span in it moved by `by` code points, however deep it stands."""
    moved: Fact = _shift(fact, by) if by else fact
    return moved


def _shift(value: Any, by: int) -> Any:
    if isinstance(value, Span):
        return value.shift(by)
    if isinstance(value, tuple):
        return tuple(_shift(item, by) for item in value)
    if isinstance(value, Struct):
        held = ((name, getattr(value, name)) for name in value.__struct_fields__)
        moved = {name: _shift(old, by) for name, old in held if type(old) not in _PLAIN}
        return replace(value, **moved) if moved else value
    return value
