"""What was decided about findings - suppressed, accepted, baselined - applied to one file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct, field

from attrib_lint.accepted import Accepted, Entry, read_accepted
from attrib_lint.baseline import Baseline, read_baseline
from attrib_lint.config import Config
from attrib_lint.core.document import Document
from attrib_lint.core.finding import Diagnostic, Edit
from attrib_lint.core.offsets import OffsetMap
from attrib_lint.core.severity import Severity
from attrib_lint.core.source_file import SourceFile
from attrib_lint.core.span import Span
from attrib_lint.engine import ActiveRule, Checked, settled
from attrib_lint.fingerprint import with_fingerprints
from attrib_lint.globs import relative
from attrib_lint.rule import Rule
from attrib_lint.run import FileResult
from attrib_lint.suppress_review import GROUP, UNUSED, Suppressions


class Settled(Struct, frozen=True):
    """What is shown of a file's findings, and what is not."""

    shown: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    baselined: tuple[Diagnostic, ...] = ()


class Decisions(Struct, frozen=True):
    """The decisions that a run goes by. `known` holds the name of every rule and group."""

    known: frozenset[str]
    accepted: Accepted = field(default_factory=Accepted)
    baseline: Baseline = field(default_factory=Baseline)
    require_reasons: bool = False
    accepted_file: Path | None = None
    root: Path = field(default_factory=Path)

    @staticmethod
    def of(config: Config, rules: Iterable[Rule]) -> Decisions:
        """The decisions that a config points to. Raises ConfigError for files it cannot use."""
        known = {"all", *(word for rule in rules for word in (rule.name, rule.group))}
        return Decisions(
            frozenset(known),
            read_accepted(config.accepted_file) if config.accepted_file else Accepted(),
            read_baseline(config.baseline, config.root) if config.baseline else Baseline(),
            config.require_reasons,
            config.accepted_file,
            config.root,
        )

    def settle(
        self, document: Document, found: Sequence[Diagnostic], active: Sequence[ActiveRule]
    ) -> Settled:
        """The findings of one file that are shown, folded and in reading order."""
        suppressions = Suppressions(document)
        suppressed: list[Diagnostic] = []
        baselined: list[Diagnostic] = []

        def hides(diagnostic: Diagnostic) -> bool:
            if suppressions.hides(diagnostic):
                suppressed.append(diagnostic)
                return True
            return outside(diagnostic)

        def outside(diagnostic: Diagnostic) -> bool:
            if self.accepted.find(diagnostic) is not None:
                suppressed.append(diagnostic)
                return True
            if self.baseline.holds(diagnostic):
                baselined.append(diagnostic)
                return True
            return False

        shown = settled(Checked(tuple(found)), hides).diagnostics
        ran: dict[str, Severity] = {}
        for each in active:
            ran[each.rule.group] = each.severity
        ran |= {each.rule.name: each.severity for each in active}
        complaints = suppressions.complaints(
            {**ran, "all": "warning"}, self.known, reasons=self.require_reasons
        )
        shown = _merged(shown, tuple(c for c in complaints if not outside(c)))
        return Settled(shown, tuple(suppressed), tuple(baselined))

    def unused_entries(
        self, results: Sequence[FileResult], active: Sequence[ActiveRule]
    ) -> FileResult | None:
        """The accepted file itself, where entries of it accept nothing any more."""
        ran = {each.rule.name: each.severity for each in active}
        if UNUSED not in ran or self.accepted_file is None or not self.accepted.entries:
            return None
        read = {relative(r.path, self.root) for r in results if r.file is not None}
        found = [d for result in results for d in result.found]
        shown = os.path.relpath(self.accepted_file)
        unused = self.accepted.unused(found, read, ran)
        complaints = tuple(self._unused(shown, *each, ran[UNUSED]) for each in unused)
        if not complaints:
            return None
        text = self.accepted.text
        document = Document(shown, text, "", OffsetMap.identity(0), (), format="toml")
        file = SourceFile.of(document)
        return FileResult(shown, file, with_fingerprints(complaints, document))

    def _unused(self, path: str, entry: Entry, span: Span, severity: Severity) -> Diagnostic:
        return Diagnostic(
            path=path,
            span=span,
            text=span.of(self.accepted.text),
            rule=UNUSED,
            group=GROUP,
            severity=severity,
            message=f"This entry can go: {entry.path} holds no such {entry.rule} any more.",
            help="Can it go? `--fix` removes it.",
            edits=(Edit(span, "", "Remove the entry", safe=True),),
        )

    def gone(self, results: Iterable[FileResult]) -> int:
        """How many findings of the baseline are there no more, in the files of a run."""
        found: dict[str, list[Diagnostic]] = {}
        for result in results:
            if result.file is not None:
                every = found.setdefault(result.path, [])
                every += (*result.found, *result.baselined)
        return sum(self.baseline.gone(path, every) for path, every in found.items())


def _merged(
    first: tuple[Diagnostic, ...], second: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    if not second:
        return first
    return tuple(sorted((*first, *second), key=lambda d: (d.span, d.rule)))
