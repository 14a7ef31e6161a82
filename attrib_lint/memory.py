"""How a process of our own treats memory. The library leaves its host's settings alone."""

from __future__ import annotations

import atexit
import gc

_ALLOCATIONS = (
    200_000  # Python's own 700 fit programs whose garbage has cycles: here hardly any has
)


def collect_seldom() -> None:
    """Search for garbage in cycles less often: the search goes over everything that is loaded.

    A process that ends would search three times more, to give back memory that the system takes
    back anyway: what is alive then is frozen, and so left out of the search.
    """
    gc.set_threshold(_ALLOCATIONS, 20, 50)
    atexit.register(gc.freeze)
