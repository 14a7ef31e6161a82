"""Times whole processes: wall and CPU seconds (children included), peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """One process: seconds and MiB."""

    wall: float
    cpu: float
    memory: float
    exit_code: int


def timed(argv: Sequence[str], env: Mapping[str, str] | None = None) -> Cost:
    """Run one command to its end, its output thrown away."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(list(argv), stdout=nothing, stderr=nothing, env=env)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, usage.ru_maxrss / 1024, process.returncode)


def medians(
    commands: Mapping[str, Sequence[str]],
    runs: int,
    env: Mapping[str, str] | None = None,
    before: Callable[[str], None] | None = None,
) -> dict[str, Cost]:
    """Median cost of each command over `runs` rounds A B C, A B C ..., after one to warm up.

    Rounds, so that a drifting machine hits all commands alike. `before` is called with a command's
    name before each of its runs.
    """
    seen: dict[str, list[Cost]] = {name: [] for name in commands}
    for round_number in range(runs + 1):
        for name, argv in commands.items():
            if before is not None:
                before(name)
            cost = timed(argv, env)
            if round_number:
                seen[name].append(cost)
    return {name: _median(costs) for name, costs in seen.items()}


def _median(costs: list[Cost]) -> Cost:
    return Cost(
        statistics.median(c.wall for c in costs),
        statistics.median(c.cpu for c in costs),
        statistics.median(c.memory for c in costs),
        max(c.exit_code for c in costs),
    )


def corpus_files(corpus: Path) -> list[str]:
    """The corpus's articles; raises ValueError where a body paragraph occurs twice.

    A repeated paragraph would let a cache look like speed.
    """
    files = sorted(corpus.glob("*.md"))
    seen: dict[str, Path] = {}
    for path in files:
        for paragraph in path.read_text("utf-8").split("\n\n")[1:]:
            text = paragraph.strip()
            if len(text) > 40 and not text.startswith("#"):
                if text in seen:
                    raise ValueError(f"{path}: a paragraph stands in {seen[text]} too")
                seen[text] = path
    return [str(path) for path in files]
