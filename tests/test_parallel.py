"""How work is handed to several processes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from attrib_lint.parallel import _chunks

sizes = st.lists(st.integers(0, 90_000), max_size=60)


@given(sizes, st.integers(1, 9))
def test_every_file_is_handed_over_once_and_in_order(lengths: list[int], jobs: int) -> None:
    work = [(str(i), bytes(length)) for i, length in enumerate(lengths)]
    assert [job for chunk in _chunks(work, jobs) for job in chunk] == work


def test_the_last_chunks_are_small_so_that_processes_end_together() -> None:
    work = [(str(i), bytes(5_000)) for i in range(200)]
    taken = [sum(len(data) for _, data in chunk) for chunk in _chunks(work, 2)]
    assert taken[0] > 60_000
    assert taken[-1] <= 10_000
