"""What the index knows of articles: results of files, parses of paragraphs."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from msgspec.structs import replace

from attrib_lint.core.document import Document
from attrib_lint.core.errors import InputError
from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.offsets import OffsetMap
from attrib_lint.index import Index, hashed, hashed_files
from attrib_lint.inputs.decoding import decode, without_surrogates
from attrib_lint.nlp import PACKED

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from attrib_lint.engine import ActiveRule
    from attrib_lint.run import FileResult

_PACKAGE = Path(__file__).parent
_APART = frozenset({"commands", "report", "desk", "_rules", "__pycache__"})  # do not judge text
_LARGE = 1 << 20
_BLOCKS_AT_ONCE = 256
_OURS = "attrib-lint"


class Recall:
    """Results and parses by content; what else they depend on is hashed into every key.

    That is the program and its word lists, the pipeline, every rule file, and for a result also the
    rules that run, their severities and options, the format and the genre. Never a file's time.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self.shelf = RuleShelf(self)
        self._settings: dict[tuple[object, ...], bytes] = {}
        self._active: tuple[Sequence[ActiveRule], tuple[object, ...]] = ((), ())

    @cached_property
    def program(self) -> bytes:
        """A hash of everything in the package that has a part in findings."""
        return hashed((self._pipeline, hashed_files(_judging_files())))

    @cached_property
    def _pipeline(self) -> bytes:
        """The bundled pipeline: small files by content, weights by size and ends."""
        parts = [_spacy_version(), str(PACKED).encode()]
        for path in sorted((_PACKAGE / "model").rglob("*")):
            if path.is_file():
                parts += [str(path.relative_to(_PACKAGE)).encode(), _sample(path)]
        return hashed(parts)

    def setting(self, active: Sequence[ActiveRule], *about: str | None) -> bytes:
        """The key's part for a file: the rules that run on it, and how it is read."""
        rules = self._described(active)
        known = self._settings.get((rules, about))
        if known is None:
            files = hashed_files({each.rule.name: each.rule.path for each in active})
            chosen = repr((rules, about)).encode("utf-8", "surrogatepass")
            known = self._settings[rules, about] = hashed((self.program, files, chosen))
        return known

    def _described(self, active: Sequence[ActiveRule]) -> tuple[object, ...]:
        """What is active, in comparable words; hardly ever another than for the file before."""
        if active is not self._active[0]:
            rules = ((a.rule.name, a.rule.group, a.severity, str(a.options)) for a in active)
            self._active = active, tuple(rules)
        return self._active[1]

    def find(
        self, path: str, data: bytes, setting: bytes
    ) -> tuple[Document, tuple[Diagnostic, ...]] | None:
        """What was found in a file, with a Document that has its text and nothing else.

        None where nothing is known, and for files whose suppressions have to be read.
        """
        import msgspec

        (content,) = self.index.find([data], setting)
        if content is None:
            return None
        text = _source_text(path, data)
        if text is None or _OURS in text:
            return None
        found = msgspec.msgpack.decode(zlib.decompress(content), type=tuple[Diagnostic, ...])
        nothing = Document(path, text, "", OffsetMap.identity(0), ())
        return nothing, tuple(replace(diagnostic, path=path) for diagnostic in found)

    def keep(self, data: bytes, setting: bytes, result: FileResult) -> None:
        """Keep what was found in a file. A file that is not its own source text is left out."""
        import msgspec

        text = _source_text(result.path, data)
        if text is None or result.file is None or _OURS in text:
            return
        if result.file.locations or result.file.source_text != text:
            return
        bare = tuple(replace(diagnostic, path="") for diagnostic in result.found)
        self.index.keep(data, setting, zlib.compress(msgspec.msgpack.encode(bare), 1))

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """As `nlp.parse`; texts that were parsed before are not parsed again."""
        from attrib_lint import nlp

        waiting = iter(texts)
        while some := list(islice(waiting, _BLOCKS_AT_ONCE)):
            encoded = [text.encode("utf-8", "surrogatepass") for text in some]
            kept = self.index.find(encoded, self._pipeline)
            known = [
                nlp.unpack(text, zlib.decompress(content)) if content is not None else None
                for text, content in zip(some, kept, strict=True)
            ]
            fresh = nlp.parse([t for t, doc in zip(some, known, strict=True) if doc is None])
            for text, doc in zip(encoded, known, strict=True):
                if doc is None:
                    doc = next(fresh)
                    packed = nlp.pack(doc)
                    if packed is not None:
                        self.index.keep(text, self._pipeline, zlib.compress(packed, 1))
                yield doc
            self.index.flush()


class RuleShelf:
    """What Python rule files say of themselves, by their content."""

    def __init__(self, recall: Recall) -> None:
        self._recall = recall

    def find(self, source: bytes) -> bytes | None:
        """What is known of a rule file with this content."""
        (about,) = self._recall.index.find([source], self._recall.program)
        return about

    def keep(self, source: bytes, about: bytes) -> None:
        """Keep what a rule file says of itself."""
        self._recall.index.keep(source, self._recall.program, about)


def _judging_files() -> dict[str, str]:
    """The files of the package that have a part in findings, by their place in it."""
    files: dict[str, str] = {}
    for folder, subfolders, names in os.walk(_PACKAGE):
        subfolders[:] = [name for name in subfolders if name not in _APART]
        paths = [os.path.join(folder, n) for n in names if n.endswith((".py", ".toml"))]
        files.update((path[len(str(_PACKAGE)) :], path) for path in paths)
    return files


def _spacy_version() -> bytes:
    """The file in which spaCy names its version; found without importing spaCy."""
    from importlib.util import find_spec

    spec = find_spec("spacy")
    places = (spec.submodule_search_locations or ()) if spec is not None else ()
    return hashed_files({str(i): Path(p) / "about.py" for i, p in enumerate(places)})


def suffix(path: str) -> str:
    """The part of a path that decides how a file is read."""
    return PurePath(path).suffix.lower()


def _source_text(path: str, data: bytes) -> str | None:
    try:
        return without_surrogates(decode(path, data)).removeprefix("\ufeff")
    except InputError:
        return None


def _sample(path: Path) -> bytes:
    size = path.stat().st_size
    if size <= _LARGE:
        return path.read_bytes()
    with path.open("rb") as file:
        start = file.read(_LARGE // 16)
        file.seek(size - _LARGE // 16)
        return size.to_bytes(8, "big") + start + file.read()
