"""What a process of our own does about garbage."""

import subprocess
import sys

PROBE = """
import atexit, gc
atexit.register(lambda: print(gc.get_freeze_count() > 0))  # the first registered runs last
from attrib_lint.memory import collect_seldom
collect_seldom()
print(gc.get_freeze_count() > 0)
"""


def test_only_the_end_of_a_process_freezes_what_is_alive() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.split() == ["False", "True"]
