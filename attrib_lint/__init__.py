"""attrib-lint: a linter for sourcing in news prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attrib_lint.linter import Linter

__version__ = "0.1.0"
__all__ = ["Linter", "__version__"]


def __getattr__(name: str) -> Any:
    """`Linter` on first use, so that a bare import loads nothing that a run may not need."""
    if name == "Linter":
        from attrib_lint.linter import Linter

        return Linter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
