"""`--fix` writes the safe edits of a run, `--diff` shows them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from attrib_lint.fixes import edited, edited_bytes, replace_file, safe_edits

if TYPE_CHECKING:
    from attrib_lint.core.finding import Diagnostic, Edit
    from attrib_lint.linter import FileResult, Run

_MOST_ROUNDS = 10
Wanted = Callable[["Run"], Collection["Diagnostic"]]
"""The diagnostics of a run that may be edited."""


def fix_files(
    check: Callable[[], Run] | None, run: Run, wanted: Wanted
) -> tuple[Run, int, list[str]]:
    """Apply safe edits until there are none left: the last run, their number, and complaints.

    An edit may uncover another finding, so that the files are checked again after each round; with
    no `check` there is one round.
    """
    done = 0
    complaints: dict[str, None] = {}
    for _ in range(_MOST_ROUNDS):
        count = 0
        for result, edits in _editable(run, wanted):
            problem = _write(result, edits)
            if problem is None:
                count += len(edits)
            else:
                complaints[problem] = None
        if not count:
            break
        done += count
        if check is None:
            break
        run = check()
    return run, done, [*complaints]


def _editable(run: Run, wanted: Wanted) -> Iterator[tuple[FileResult, tuple[Edit, ...]]]:
    chosen = wanted(run)
    for result in run.results:
        edits = safe_edits(d for d in result.diagnostics if d in chosen)
        if edits and result.file is not None:
            yield result, edits


def _write(result: FileResult, edits: tuple[Edit, ...]) -> str | None:
    """Write one file; what stands in the way, if something does."""
    assert result.file is not None
    path = Path(result.path)
    try:
        data = edited_bytes(path.read_bytes(), result.file.source_text, edits)
        if data is None:
            return f"{path}: not fixed: it has changed meanwhile, or is not a text file."
        replace_file(path, data)
    except OSError as error:
        return f"{path}: not fixed: {error.strerror}. Make it writable."
    return None


def write_diff(run: Run, wanted: Wanted, out: TextIO) -> int:
    """Print what `--fix` would change as a unified diff; how many edits that are."""
    count = 0
    for result, edits in _editable(run, wanted):
        assert result.file is not None
        count += len(edits)
        before = result.file.source_text
        rows = _diff(before, edited(before, edits), result.path)
        out.writelines(rows)
    return count


def _diff(before: str, after: str, path: str) -> Iterable[str]:
    rows = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    for row in rows:
        yield row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+\Z", text)
