"""What a run reads and what it gives."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import replace

from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.run_error import RunError
from attrib_lint.core.source_file import SourceFile

FileSource = tuple[str, Callable[[], bytes]]
"""A path, and how to get at the bytes."""


class FileResult(Struct, frozen=True):
    """What one article gave. `file` is None where it could not be read. In a Run, the text is kept
    of files with findings only.

    `diagnostics` are shown; `found` is everything, before suppression, baseline and folding.
    """

    path: str
    file: SourceFile | None
    diagnostics: tuple[Diagnostic, ...] = ()
    errors: tuple[RunError, ...] = ()
    suppressed: tuple[Diagnostic, ...] = ()
    baselined: tuple[Diagnostic, ...] = ()
    found: tuple[Diagnostic, ...] = ()

    def without_idle_text(self) -> FileResult:
        """Without the text of a file in which nothing was found: a run keeps those of thousands."""
        if self.file is None or self.diagnostics or self.suppressed or self.found:
            return self
        return replace(self, file=self.file.without_text())


Done = Callable[[FileResult], None]


class Run(Struct, frozen=True):
    """What a run over several files gave, in the order of the files.

    `gone` counts findings of the baseline that are there no more. `notes` are for people.
    """

    results: tuple[FileResult, ...]
    errors: tuple[RunError, ...] = field(default=())
    gone: int = 0
    notes: tuple[str, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every diagnostic, file by file."""
        return tuple(d for result in self.results for d in result.diagnostics)

    @property
    def all_errors(self) -> tuple[RunError, ...]:
        """The run's own errors, then each file's."""
        return (*self.errors, *(e for result in self.results for e in result.errors))
