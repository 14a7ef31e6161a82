"""A run over articles together: each on its own, then the stories that several of them tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.articles import articles
from attrib_lint.core.document import Document
from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.run_error import RunError
from attrib_lint.engine import Checked, find_in_article, find_in_story
from attrib_lint.run import Done, FileResult, FileSource, Run

if TYPE_CHECKING:
    from attrib_lint.articles import Parse
    from attrib_lint.decisions import Decisions
    from attrib_lint.engine import ActiveRule
    from attrib_lint.recall import Recall
    from attrib_lint.stories.story import Story, Told


class Checker(Protocol):
    """What checks articles one by one: a Linter, as far as this module needs one."""

    errors: tuple[RunError, ...]
    recall: Recall | None

    @property
    def active(self) -> tuple[ActiveRule, ...]:
        """The rules that are switched on."""

    @property
    def decisions(self) -> Decisions:
        """What may stand."""

    @property
    def parse(self) -> Parse | None:
        """What parses blocks."""

    def active_in(self, path: str) -> tuple[ActiveRule, ...]:
        """The rules that are switched on for one file."""
        ...

    def read(self, source: FileSource) -> tuple[Document, ...] | RunError:
        """The articles of one file."""
        ...

    def settled(self, document: Document, checked: Checked) -> FileResult:
        """A result from what was found."""
        ...

    def flush(self) -> None:
        """Write what an index is to keep."""
        ...


class Together(Struct, frozen=True):
    """What articles gave on their own, and the stories found among them."""

    results: tuple[FileResult, ...]
    stories: tuple[Story, ...]


def check_together(
    linter: Checker, documents: Iterable[Document], done: Done | None = None
) -> Together:
    """Results of articles with what comparing them adds, in order."""
    from attrib_lint.stories.story import stories

    told: list[Told] = []
    alone: list[Checked] = []
    for facts, checked in _each(linter, [*documents]):
        told.append(facts)
        alone.append(checked)
        if done is not None:
            done(linter.settled(facts.document, checked))
    found = stories(told)
    extra: dict[str, list[Diagnostic]] = {}
    errors: list[RunError] = []
    for story in found:
        compared = find_in_story(story, linter.active)
        errors += compared.errors
        for diagnostic in compared.diagnostics:
            active = linter.active_in(diagnostic.path)
            if any(a.rule.name == diagnostic.rule for a in active):
                extra.setdefault(diagnostic.path, []).append(diagnostic)
    results = [
        linter.settled(t.document, _with(checked, extra.get(t.path, [])))
        for t, checked in zip(told, alone, strict=True)
    ]
    if errors and results:
        results[0] = replace(results[0], errors=(*results[0].errors, *errors))
    return Together(tuple(results), found)


def _each(linter: Checker, documents: list[Document]) -> Iterator[tuple[Told, Checked]]:
    """The story facts of each article and what was found in it; only new ones are parsed."""
    from attrib_lint.stories.story import told_by
    from attrib_lint.story_recall import find_told, keep_told

    recall = linter.recall
    known: list[tuple[Told, Checked] | None] = [
        find_told(recall, document, linter.active_in(document.path)) if recall is not None else None
        for document in documents
    ]
    new = (d for d, answer in zip(documents, known, strict=True) if answer is None)
    fresh = articles(new, linter.parse)
    for answer in known:
        if answer is not None:
            yield answer
            continue
        article = next(fresh)
        active = linter.active_in(article.document.path)
        told, checked = told_by(article), find_in_article(article, active)
        if recall is not None:
            keep_told(recall, told, checked, active)
        yield told, checked


def _with(checked: Checked, extra: list[Diagnostic]) -> Checked:
    if not extra:
        return checked
    merged = sorted(
        (*checked.diagnostics, *extra), key=lambda d: (d.span.start, d.span.end, d.rule)
    )
    return Checked(tuple(merged), checked.errors)


def run_together(linter: Checker, sources: Iterable[FileSource], done: Done | None = None) -> Run:
    """As `Linter.check_sources`, with the rules that compare articles."""
    failed: list[FileResult] = []
    documents: list[Document] = []
    for source in sources:
        read = linter.read(source)
        if isinstance(read, RunError):
            failed.append(FileResult(source[0], None, errors=(read,)))
        else:
            documents += read
    together = check_together(linter, documents, done)
    linter.flush()
    results = (*failed, *together.results)
    return Run(results, linter.errors, linter.decisions.gone([*results]))
