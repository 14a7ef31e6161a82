"""How a process of our own treats memory. The library leaves its host's settings alone."""

from __future__ import annotations

import gc

_ALLOCATIONS = 20_000  # Python's own 700 fit programs whose garbage has cycles: here hardly any has


def collect_seldom() -> None:
    """Search for garbage in cycles less often: the search goes over everything that is loaded."""
    gc.set_threshold(_ALLOCATIONS, 20, 50)
