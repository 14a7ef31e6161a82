"""Several processes for one run: each loads rules and pipeline once, and gives back results."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from attrib_lint.core.run_error import RunError
from attrib_lint.process import set_up_process
from attrib_lint.run import FileResult, FileSource


class Worker(Protocol):
    """What checks files in a process: a Linter, as far as this module needs one."""

    def results(self, sources: Iterable[FileSource]) -> Iterator[tuple[int, FileResult]]:
        """Results with the number of their source, in order."""
        ...

    def flush(self) -> None:
        """Write what an index is to keep."""
        ...


Make = Callable[[], Worker]
"""Makes a worker in another process; it has to pickle."""
Job = tuple[str, bytes]
"""Path and content of a file."""
_WORTH_A_PROCESS = 100_000  # bytes of text: parsing them takes longer than loading the pipeline
_CHUNK = range(8_000, 64_000)  # bytes handed over at once
_ROUNDS = 4  # a chunk is this part of what would be a process's share of the rest


def jobs_for(total: int) -> int:
    """How many processes the work is worth, for `total` bytes of text that is not indexed."""
    return max(1, min(_processors(), total // _WORTH_A_PROCESS))


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def check_in_processes(make: Make, work: Sequence[Job], jobs: int) -> Iterator[list[FileResult]]:
    """The results of each file, in order. A process that dies costs the files it had."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    packed = pickle.dumps(make)
    chunks = [*_chunks(work, jobs)]
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=set_up_process) as pool:
        waiting = [pool.submit(_check, packed, chunk) for chunk in chunks]
        for chunk, future in zip(chunks, waiting, strict=True):
            try:
                yield from future.result()
            except BrokenProcessPool:
                for path, _ in chunk:
                    text = f"{path}: was not checked: a worker process died. Try `--jobs 1`."
                    error = RunError(path, "unreadable-input", text)
                    yield [FileResult(path, None, errors=(error,))]


def _chunks(work: Sequence[Job], jobs: int) -> Iterator[list[Job]]:
    """Neighbouring files, less and less at once, so that the processes end together."""
    rest = sum(len(data) for _, data in work)
    chunk: list[Job] = []
    size = 0
    for job in work:
        chunk.append(job)
        size += len(job[1])
        if size >= min(max(rest // (_ROUNDS * jobs), _CHUNK.start), _CHUNK.stop):
            yield chunk
            rest -= size
            chunk, size = [], 0
    if chunk:
        yield chunk


def _check(packed: bytes, chunk: list[Job]) -> list[list[FileResult]]:
    """In a worker: the results of each file of a chunk."""
    worker = _worker(packed)
    found: list[list[FileResult]] = [[] for _ in chunk]
    sources = [(path, _Held(data)) for path, data in chunk]
    for i, result in worker.results(sources):
        found[i].append(result)
    worker.flush()
    return found


class _Held:
    """Bytes that are already read."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __call__(self) -> bytes:
        return self._data


@lru_cache(maxsize=1)
def _worker(packed: bytes) -> Worker:
    """Made once in a process; the parent has named what is wrong with the setup."""
    make: Make = pickle.loads(packed)
    return make()
