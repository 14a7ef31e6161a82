"""What a run gave, as every output format needs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.run_error import RunError
from attrib_lint.core.severity import SEVERITIES, Severity
from attrib_lint.core.source_file import SourceFile
from attrib_lint.report.places import Place, Places
from attrib_lint.rule import Rule

_KEPT_PLACES = 16


class Report(Struct, frozen=True, dict=True):
    """Diagnostics in the order of their files, with the texts they point into.

    `paths` are the files that were read. `baselined`, `fixed` and `suppressed` count findings
    that are not among `diagnostics`; `scope` says in words which part of the files was judged.
    `hidden` are suppressed diagnostics to be shown as such; `mended` counts edits applied.
    A `quiet` report has no summary for people.
    """

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceFile]
    errors: tuple[RunError, ...] = ()
    rules: tuple[Rule, ...] = ()
    paths: tuple[str, ...] = ()
    suppressed: int = 0
    baselined: int = 0
    fixed: int = 0
    mended: int = 0
    hidden: tuple[Diagnostic, ...] = ()
    scope: str = ""
    quiet: bool = False

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """How many diagnostics there are of each severity."""
        found = Counter(diagnostic.severity for diagnostic in self.diagnostics)
        return {severity: found[severity] for severity in SEVERITIES}

    @cached_property
    def listed(self) -> tuple[Diagnostic, ...]:
        """The diagnostics, with the hidden ones in their places."""
        if not self.hidden:
            return self.diagnostics
        order = {path: i for i, path in enumerate(self.paths)}
        every = (*self.diagnostics, *self.hidden)
        return tuple(sorted(every, key=lambda d: (order.get(d.path, len(order)), d.span)))

    def label(self, diagnostic: Diagnostic) -> str:
        """The severity, for people; says so of a suppressed diagnostic."""
        return "suppressed" if diagnostic in self.hidden else diagnostic.severity

    @cached_property
    def by_path(self) -> Mapping[str, tuple[Diagnostic, ...]]:
        """The diagnostics of each file that has any, in reading order."""
        return _by_path(self.diagnostics)

    @cached_property
    def listed_by_path(self) -> Mapping[str, tuple[Diagnostic, ...]]:
        """What is listed of each file that has anything, in reading order."""
        return _by_path(self.listed)

    @cached_property
    def _places(self) -> dict[str, Places]:
        return {}

    def places(self, path: str) -> Places:
        """The places of one file. Those of a few are kept: formats go on file by file."""
        found = self._places.get(path)
        if found is None:
            if len(self._places) >= _KEPT_PLACES:
                self._places.clear()
            file = self.sources[path]
            found = self._places[path] = Places(file.source_text, file.locations)
        return found

    def start(self, diagnostic: Diagnostic) -> Place:
        """Where a diagnostic begins."""
        return self.places(diagnostic.path).at(diagnostic.span.start)

    def summary(self) -> str:
        """The run in one line, for people."""
        parts = [_many(count, word) for word, count in self.counts.items() if count]
        found = ", ".join(parts) if parts else "Nothing found"
        asides = [
            f"{count} {word}"
            for word, count in (
                ("fixed", self.mended),
                ("suppressed", self.suppressed),
                ("in the baseline", self.baselined),
                ("gone from the baseline", self.fixed),
            )
            if count
        ]
        scope = f", {self.scope}" if self.scope else ""
        aside = f" ({', '.join(asides)})" if asides else ""
        return f"{found} in {_many(len(self.paths), 'file')}{scope}{aside}."

    def statistics(self) -> Iterable[tuple[int, str, Severity]]:
        """How often each rule was met, most frequent first; folded rules count."""
        found: Counter[tuple[str, Severity]] = Counter()
        for diagnostic in self.diagnostics:
            found[diagnostic.rule, diagnostic.severity] += 1
            found.update((folded.rule, folded.severity) for folded in diagnostic.also)
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0][0]))
        return [(count, rule, severity) for (rule, severity), count in ranked]


def _by_path(diagnostics: Iterable[Diagnostic]) -> dict[str, tuple[Diagnostic, ...]]:
    grouped: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        grouped.setdefault(diagnostic.path, []).append(diagnostic)
    return {path: tuple(found) for path, found in grouped.items()}


def _many(count: int, word: str) -> str:
    if word == "info":
        return f"{count} info"
    return f"{count} {word}" + ("" if count == 1 else "s")
