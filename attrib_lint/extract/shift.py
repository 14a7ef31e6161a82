"""Moves a fact from block offsets to prose offsets."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from attrib_lint.core.span import Span

Fact = TypeVar("Fact")


def shifted(fact: Fact, by: int) -> Fact:
    """`fact` with every span in it moved by `by` code points, however deep it stands."""
    moved: Fact = _shift(fact, by) if by else fact
    return moved


def _shift(value: Any, by: int) -> Any:
    if isinstance(value, Span):
        return value.shift(by)
    if isinstance(value, tuple):
        return tuple(_shift(item, by) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _shift(getattr(value, f.name), by) for f in fields(value)})
    return value
