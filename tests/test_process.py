"""How a process of our own is set up."""

import subprocess
import sys

PROBE = """
import atexit, gc, os
os.environ.pop("OPENBLAS_NUM_THREADS", None)
os.environ["OMP_NUM_THREADS"] = "3"
atexit.register(lambda: print(gc.get_freeze_count() > 0))  # the first registered runs last
from attrib_lint.process import set_up_process
set_up_process()
print(os.environ["OPENBLAS_NUM_THREADS"], os.environ["OMP_NUM_THREADS"], gc.get_freeze_count() > 0)
"""


def probed() -> list[str]:
    """What the probe prints, word by word."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stdout.split()


def test_numpy_gets_one_thread_unless_the_environment_says_otherwise() -> None:
    assert probed()[:2] == ["1", "3"]


def test_only_the_end_of_a_process_freezes_what_is_alive() -> None:
    assert probed()[2:] == ["False", "True"]
