"""Linter: texts and files in, diagnostics and facts out; what every front end calls."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.articles import Parse, articles
from attrib_lint.config import Config
from attrib_lint.core.document import Document
from attrib_lint.core.errors import ConfigError, InputError
from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.run_error import RunError
from attrib_lint.core.source_file import SourceFile
from attrib_lint.decisions import Decisions
from attrib_lint.engine import ActiveRule, Checked, find_in_article
from attrib_lint.globs import GlobTable
from attrib_lint.inputs import check_format, read_documents, read_texts
from attrib_lint.loader import Loaded, builtin_folder, load_rules
from attrib_lint.parallel import check_in_processes, jobs_for
from attrib_lint.recall import Recall, suffix
from attrib_lint.rule import Rule
from attrib_lint.run import Done, FileResult, FileSource, Run
from attrib_lint.selection import active_rules, named_by
from attrib_lint.story_run import check_together
from attrib_lint.suppress_review import RULES as SUPPRESSION_RULES

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.index import Index

__all__ = ["FileResult", "FileSource", "Linter", "Run", "articles"]


class _Opened(Struct, frozen=True):
    """A file that has to be parsed: its bytes, and what the index will know it by."""

    path: str
    data: bytes
    setting: bytes


class Linter:
    """Rules, loaded once, and the pipeline, loaded on the first text.

    `trust` names the folders whose Python rules may run. Raises ConfigError for settings that
    cannot be followed; rule files that cannot be used are listed in `errors` and left out. With an
    `index` nothing is parsed or judged twice.
    """

    def __init__(
        self,
        preset: str | None = None,
        *,
        config: Config | None = None,
        trust: Sequence[Path] = (),
        index: Index | None = None,
    ) -> None:
        self.config = config or Config()
        if preset is not None:
            self.config = self.config.with_preset(preset)
        _check_formats(self.config)
        self._formats = GlobTable(self.config.root, self.config.inputs)
        self._genres = GlobTable(self.config.root, self.config.genres)
        self._ignores = GlobTable(self.config.root, self.config.per_file_ignores)
        self._trust = tuple(trust)
        self._index = index
        self.recall = Recall(index) if index is not None else None
        loaded = self._load(trust)
        self.rules: tuple[Rule, ...] = loaded.rules
        self.errors: tuple[RunError, ...] = loaded.errors

    def _load(self, trust: Sequence[Path]) -> Loaded:
        shelf = self.recall.shelf if self.recall is not None else None
        packs = [load_rules(builtin_folder(), trusted=True, builtin=True, shelf=shelf)]
        trusted = [folder.resolve() for folder in (*trust, *self.config.trust)]
        folders = {path.resolve(): path for path in (*self.config.rule_paths, *trust)}
        for resolved, folder in folders.items():
            known = any(resolved == t or t in resolved.parents for t in trusted)
            packs.append(load_rules(folder, trusted=known, shelf=shelf))
        rules = (*(rule for pack in packs for rule in pack.rules), *SUPPRESSION_RULES)
        return Loaded(rules, tuple(error for pack in packs for error in pack.errors))

    @cached_property
    def active(self) -> tuple[ActiveRule, ...]:
        """The rules that are switched on."""
        left_out = {Path(error.path).stem.replace("_", "-") for error in self.errors}
        return active_rules(self.rules, self.config, left_out=left_out)

    @cached_property
    def decisions(self) -> Decisions:
        """What the config's files say may stand."""
        return Decisions.of(self.config, self.rules)

    def active_in(self, path: str) -> tuple[ActiveRule, ...]:
        """The rules that are switched on for one file: `per-file-ignores` leaves some out."""
        names = {name for listed in self._ignores.values(path) for name in listed}
        if not names:
            return self.active
        ignored = named_by(self.rules, names)
        return tuple(active for active in self.active if active.rule.name not in ignored)

    def check_text(self, text: str, path: str = "<text>.txt") -> tuple[Diagnostic, ...]:
        """The diagnostics of one text; the suffix of `path` selects how it is read."""
        return self.check_texts([(path, text)])

    def check_texts(self, texts: Iterable[tuple[str, str]]) -> tuple[Diagnostic, ...]:
        """The diagnostics of several (path, text) pairs, compared with one another."""
        documents = [d for path, text in texts for d in self._read_text(path, text)]
        if len(documents) > 1:
            together = check_together(self, documents)
            return tuple(d for result in together.results for d in result.diagnostics)
        return tuple(d for result in self._check(documents) for d in result.diagnostics)

    def check_files(self, paths: Iterable[Path], done: Done | None = None) -> Run:
        """The diagnostics of files. A file that cannot be read costs itself only.

        `done` is called after each file.
        """
        return self.check_sources(((str(path), path.read_bytes) for path in paths), done)

    def check_sources(
        self, sources: Iterable[FileSource], done: Done | None = None, *, jobs: int | None = 1
    ) -> Run:
        """The diagnostics of named bytes, each read when its turn comes; else as `check_files`.

        `jobs` is the number of processes; None for as many as the work is worth.
        """
        results: list[FileResult] = []
        found = self._in_processes([*sources], jobs) if jobs != 1 else self.results(sources)
        for _, result in found:
            results.append(result.without_idle_text())
            if done is not None:
                done(result)
        self.flush()
        gone = self.decisions.gone(results)
        entries = self.decisions.unused_entries(results, self.active)
        if entries is not None:
            results.append(entries)
        notes = tuple(self._index.notes) if self._index is not None else ()
        return Run(tuple(results), self.errors, gone, notes)

    def flush(self) -> None:
        """Write what the index is to keep."""
        if self._index is not None:
            self._index.flush()

    def read(self, source: FileSource) -> tuple[Document, ...] | RunError:
        """The articles of one file, in the format and genre that the config gives it."""
        opened = self._open(source[0], source)
        return opened if isinstance(opened, RunError) else self._read(source[0], opened)

    def _open(self, path: str, source: FileSource) -> bytes | RunError:
        try:
            return source[1]()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            text = f"{path}: cannot be read: {reason}. Check the file."
            return RunError(path, "unreadable-input", text)

    def _read(self, path: str, data: bytes) -> tuple[Document, ...] | RunError:
        try:
            documents = read_documents(path, data, self._formats.last(path))
        except InputError as error:
            return RunError(path, "unreadable-input", str(error))
        return tuple(map(self._in_genre, documents))

    def _read_text(self, path: str, text: str) -> tuple[Document, ...]:
        return tuple(map(self._in_genre, read_texts(path, text, self._formats.last(path))))

    def _in_genre(self, document: Document) -> Document:
        """The document with the genre that the config gives it, unless it states its own."""
        genre = self._genres.last(document.path)
        if genre is None or "genre" in document.metadata:
            return document
        return replace(document, metadata={**document.metadata, "genre": genre})

    def facts(self, text: str, path: str = "<text>.txt") -> Article:
        """What is read out of one text: an Article, whose attributes are its facts."""
        return next(iter(articles(self._read_text(path, text))))

    def results(self, sources: Iterable[FileSource]) -> Iterator[tuple[int, FileResult]]:
        """Results with the number of their source, in order; articles share the parser's batches.

        A file may hold several articles, each with a result.
        """
        return self._in_turn(map(self._answer, sources))

    def _in_turn(self, answers: Iterable[FileResult | _Opened]) -> Iterator[tuple[int, FileResult]]:
        ready: dict[int, FileResult] = {}
        waiting: deque[tuple[int, _Opened | None]] = deque()  # None: a file of several articles

        def documents() -> Iterator[Document]:
            for i, answer in enumerate(answers):
                if isinstance(answer, FileResult):
                    ready[i] = answer
                    continue
                read = self._read(answer.path, answer.data)
                if isinstance(read, RunError):
                    ready[i] = FileResult(answer.path, None, errors=(read,))
                    continue
                waiting.extend((i, answer if len(read) == 1 else None) for _ in read)
                yield from read

        for result in self._check(documents()):
            i, opened = waiting.popleft()
            for earlier in [j for j in ready if j < i]:
                yield earlier, ready.pop(earlier)
            if self.recall is not None and opened and not result.errors:
                self.recall.keep(opened.data, opened.setting, result)
            yield i, result
        yield from ready.items()

    def _answer(self, source: FileSource) -> FileResult | _Opened:
        """A result, for what cannot be read or is known already; else what is to be checked."""
        path = source[0]
        data = self._open(path, source)
        if isinstance(data, RunError):
            return FileResult(path, None, errors=(data,))
        active = self.active_in(path)
        setting = b""
        if self.recall is not None:
            about = (self._formats.last(path), self._genres.last(path), suffix(path))
            setting = self.recall.setting(active, *about)
            known = self.recall.find(path, data, setting)
            if known is not None:
                return self._settled(known[0], Checked(known[1]), active)
        return _Opened(path, data, setting)

    def _check(self, documents: Iterable[Document]) -> Iterator[FileResult]:
        for article in articles(documents, self.parse):
            active = self.active_in(article.document.path)
            checked = find_in_article(article, active)
            yield self._settled(article.document, checked, active)

    @property
    def parse(self) -> Parse | None:
        """What parses blocks: the index, where there is one, knows those parsed before."""
        return self.recall.parse if self.recall is not None else None

    def settled(self, document: Document, checked: Checked) -> FileResult:
        """A result from what was found, after suppressions, baseline and folding."""
        return self._settled(document, checked, self.active_in(document.path))

    def _settled(
        self, document: Document, checked: Checked, active: tuple[ActiveRule, ...]
    ) -> FileResult:
        settled = self.decisions.settle(document, checked.diagnostics, active)
        return FileResult(
            document.path,
            SourceFile.of(document),
            settled.shown,
            checked.errors,
            settled.suppressed,
            settled.baselined,
            checked.diagnostics,
        )

    def _in_processes(
        self, sources: list[FileSource], jobs: int | None
    ) -> Iterator[tuple[int, FileResult]]:
        """As `results`; what is not known already goes to other processes, if it is worth them."""
        answers = [self._answer(source) for source in sources]
        work = [(a.path, a.data) for a in answers if isinstance(a, _Opened)]
        count = jobs or jobs_for(sum(len(data) for _, data in work))
        if min(count, len(work)) <= 1:
            yield from self._in_turn(answers)
            return
        path = self._index.path if self._index is not None else None
        make = partial(_made, self.config, self._trust, path)
        found = check_in_processes(make, work, min(count, len(work)))
        for i, answer in enumerate(answers):
            if isinstance(answer, FileResult):
                yield i, answer
            else:
                for result in next(found):
                    yield i, result


def _made(config: Config, trust: tuple[Path, ...], path: Path | None) -> Linter:
    """A linter like another one, in a process of its own."""
    from attrib_lint.index import Index

    return Linter(config=config, trust=trust, index=Index(path) if path else None)


def _check_formats(config: Config) -> None:
    for glob, name in config.inputs.items():
        wrong = check_format(name)
        if wrong:
            raise ConfigError(f"{config.line('inputs', glob)}{wrong}.")
