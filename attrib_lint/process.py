"""How a process of our own is set up. The library leaves its host's settings alone."""

from __future__ import annotations

import atexit
import gc
import os

# Python's own 700 fit programs whose garbage has cycles: here hardly any has.
_ALLOCATIONS = 200_000
_BLAS_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def set_up_process() -> None:
    """Set the process up for a run, before numpy is imported.

    Garbage in cycles is searched for less often: the search goes over everything that is loaded.
    A process that ends would search three times more, to give back memory that the system takes
    back anyway: what is alive then is frozen, and so left out of the search.

    numpy gets one thread, unless the environment says otherwise: our products are small, and the
    threads that it starts when it is imported would wait for work in a loop.
    """
    gc.set_threshold(_ALLOCATIONS, 20, 50)
    atexit.register(gc.freeze)
    for name in _BLAS_THREADS:
        os.environ.setdefault(name, "1")
