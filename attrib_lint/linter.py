"""Linter: texts and files in, diagnostics and facts out; what every front end calls."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from attrib_lint.config import Config, suggestion
from attrib_lint.core.document import Document
from attrib_lint.core.errors import ConfigError, InputError, RunError
from attrib_lint.core.finding import Diagnostic
from attrib_lint.decisions import Decisions
from attrib_lint.engine import ActiveRule, Checked, find_in_article
from attrib_lint.globs import GlobTable
from attrib_lint.inputs import FORMATS, read_document, read_text
from attrib_lint.loader import Loaded, builtin_folder, load_rules
from attrib_lint.rule import Rule
from attrib_lint.selection import active_rules, named_by
from attrib_lint.suppress_review import RULES as SUPPRESSION_RULES

if TYPE_CHECKING:
    from attrib_lint.article import Article


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file gave. `document` is None where it could not be read.

    `diagnostics` are shown; `found` is everything, before suppression, baseline and folding. `gone`
    counts findings of the baseline that are there no more.
    """

    path: str
    document: Document | None
    diagnostics: tuple[Diagnostic, ...] = ()
    errors: tuple[RunError, ...] = ()
    suppressed: tuple[Diagnostic, ...] = ()
    baselined: tuple[Diagnostic, ...] = ()
    gone: int = 0
    found: tuple[Diagnostic, ...] = ()


FileSource = tuple[str, Callable[[], bytes]]
Done = Callable[[FileResult], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run over several files gave, in the order of the files."""

    results: tuple[FileResult, ...]
    errors: tuple[RunError, ...] = field(default=())

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every diagnostic, file by file."""
        return tuple(d for result in self.results for d in result.diagnostics)

    @property
    def all_errors(self) -> tuple[RunError, ...]:
        """The run's own errors, then each file's."""
        return (*self.errors, *(e for result in self.results for e in result.errors))


class Linter:
    """Rules, loaded once, and the pipeline, loaded on the first text.

    `trust` names the folders whose Python rules may run. Raises ConfigError for settings that
    cannot be followed; rule files that cannot be used are listed in `errors` and left out.
    """

    def __init__(
        self,
        preset: str | None = None,
        *,
        config: Config | None = None,
        trust: Sequence[Path] = (),
    ) -> None:
        self.config = config or Config()
        if preset is not None:
            self.config = self.config.with_preset(preset)
        _check_formats(self.config)
        self._formats = GlobTable(self.config.root, self.config.inputs)
        self._genres = GlobTable(self.config.root, self.config.genres)
        self._ignores = GlobTable(self.config.root, self.config.per_file_ignores)
        loaded = self._load(trust)
        self.rules: tuple[Rule, ...] = loaded.rules
        self.errors: tuple[RunError, ...] = loaded.errors

    def _load(self, trust: Sequence[Path]) -> Loaded:
        packs = [load_rules(builtin_folder(), trusted=True, builtin=True)]
        trusted = [folder.resolve() for folder in (*trust, *self.config.trust)]
        folders = {path.resolve(): path for path in (*self.config.rule_paths, *trust)}
        for resolved, folder in folders.items():
            known = any(resolved == t or t in resolved.parents for t in trusted)
            packs.append(load_rules(folder, trusted=known))
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
        ignored = named_by(self.rules, names)
        return tuple(active for active in self.active if active.rule.name not in ignored)

    def check_text(self, text: str, path: str = "<text>.txt") -> tuple[Diagnostic, ...]:
        """The diagnostics of one text; the suffix of `path` selects how it is read."""
        return self.check_texts([(path, text)])

    def check_texts(self, texts: Iterable[tuple[str, str]]) -> tuple[Diagnostic, ...]:
        """The diagnostics of several (path, text) pairs."""
        documents = [self._in_genre(read_text(path, text)) for path, text in texts]
        return tuple(d for result in self._check(documents) for d in result.diagnostics)

    def check_files(self, paths: Iterable[Path], done: Done | None = None) -> Run:
        """The diagnostics of files. A file that cannot be read costs itself only.

        `done` is called after each file.
        """
        return self.check_sources(((str(path), path.read_bytes) for path in paths), done)

    def check_sources(self, sources: Iterable[FileSource], done: Done | None = None) -> Run:
        """The diagnostics of named bytes, each read when its turn comes; else as `check_files`."""
        results: list[FileResult] = []
        for result in self._check_sources(sources):
            results.append(result)
            if done is not None:
                done(result)
        return Run(tuple(results), self.errors)

    def read(self, source: FileSource) -> Document | RunError:
        """One file as a Document, in the format and genre that the config gives it."""
        path, read_bytes = source
        try:
            document = read_document(path, read_bytes(), self._formats.last(path))
        except InputError as error:
            return RunError(path, "unreadable-input", str(error))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            text = f"{path}: cannot be read: {reason}. Check the file."
            return RunError(path, "unreadable-input", text)
        return self._in_genre(document)

    def _in_genre(self, document: Document) -> Document:
        """The document with the genre that the config gives it, unless it states its own."""
        genre = self._genres.last(document.path)
        if genre is None or "genre" in document.metadata:
            return document
        return replace(document, metadata={**document.metadata, "genre": genre})

    def facts(self, text: str, path: str = "<text>.txt") -> Article:
        """What is read out of one text: an Article, whose attributes are its facts."""
        return next(iter(articles([read_text(path, text)])))

    def _check_sources(self, sources: Iterable[FileSource]) -> Iterator[FileResult]:
        """One result for each source, in order; readable ones share batches of the parser."""
        broken: dict[int, FileResult] = {}
        count = 0

        def readable() -> Iterator[Document]:
            nonlocal count
            for i, source in enumerate(sources):
                count = i + 1
                document = self.read(source)
                if isinstance(document, RunError):
                    broken[i] = FileResult(source[0], None, errors=(document,))
                else:
                    yield document

        at = 0
        for result in self._check(readable()):
            while at in broken:
                yield broken.pop(at)
                at += 1
            yield result
            at += 1
        yield from (broken[i] for i in range(at, count))

    def _check(self, documents: Iterable[Document]) -> Iterator[FileResult]:
        for article in articles(documents):
            active = self.active_in(article.document.path)
            checked = find_in_article(article, active)
            yield self._settled(article.document, checked, active)

    def _settled(
        self, document: Document, checked: Checked, active: tuple[ActiveRule, ...]
    ) -> FileResult:
        settled = self.decisions.settle(document, checked.diagnostics, active)
        return FileResult(
            document.path,
            document,
            settled.shown,
            checked.errors,
            settled.suppressed,
            settled.baselined,
            settled.gone,
            checked.diagnostics,
        )


def _check_formats(config: Config) -> None:
    for glob, name in config.inputs.items():
        if name not in FORMATS:
            where = config.line("inputs", glob)
            raise ConfigError(f"{where}unknown input format “{name}”. {suggestion(name, FORMATS)}")


def articles(documents: Iterable[Document]) -> Iterator[Article]:
    """Parsed articles, in order; blocks are parsed in batches across documents."""
    from attrib_lint.article import Article
    from attrib_lint.nlp import parse

    waiting: deque[Document] = deque()

    def blocks() -> Iterator[str]:
        for document in documents:
            waiting.append(document)
            for block in document.blocks:
                if block.is_read:
                    yield block.span.of(document.text)

    docs = parse(blocks())
    parsed: list[object] = []
    for doc in docs:
        # Documents without anything to read have no parse to wait for.
        while waiting and not _reads(waiting[0]):
            yield Article(waiting.popleft(), ())
        parsed.append(doc)
        if len(parsed) == _reads(waiting[0]):
            yield Article(waiting.popleft(), tuple(parsed))  # type: ignore[arg-type]  # Docs
            parsed = []
    while waiting:
        yield Article(waiting.popleft(), ())


def _reads(document: Document) -> int:
    return sum(block.is_read for block in document.blocks)
