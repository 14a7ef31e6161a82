"""Finds what a pattern of many branches matches, trying it only where it may begin."""

from __future__ import annotations

import re
from collections.abc import Iterator


def scan(
    pattern: re.Pattern[str], may_begin: re.Pattern[str], text: str
) -> Iterator[re.Match[str]]:
    """As `pattern.finditer(text)`, where `may_begin` matches wherever `pattern` does.

    Python tries every branch of a pattern at every character; a simple pattern goes over the same
    text some ten times faster.
    """
    at = 0
    while (start := may_begin.search(text, at)) is not None:
        found = pattern.match(text, start.start())
        if found is None:
            at = start.start() + 1
            continue
        yield found
        at = max(found.end(), start.start() + 1)
