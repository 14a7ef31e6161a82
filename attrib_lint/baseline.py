"""The baseline: today's findings, by fingerprint, so that only new ones are reported."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from attrib_lint.core.errors import ConfigError
from attrib_lint.core.finding import Diagnostic
from attrib_lint.globs import relative

VERSION = 1


class Baseline(Struct, frozen=True):
    """Fingerprint -> rule, file by file; paths are relative to `root`.

    Fingerprints hold no text, and no line number: they survive edits elsewhere in a file.
    """

    root: Path = field(default_factory=Path)
    files: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def holds(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic was there when the baseline was written."""
        if not self.files:
            return False
        file = self.files.get(relative(diagnostic.path, self.root), {})
        return file.get(diagnostic.fingerprint) == diagnostic.rule

    def gone(self, path: str, found: Iterable[Diagnostic]) -> int:
        """How many findings of a file that was checked are there no more."""
        if not self.files:
            return 0
        file = self.files.get(relative(path, self.root), {})
        return len(file.keys() - {diagnostic.fingerprint for diagnostic in found})


def read_baseline(path: Path, root: Path) -> Baseline:
    """The baseline in a file; an empty one where there is no such file.

    Raises ConfigError for a file that cannot be used.
    """
    try:
        data: Any = json.loads(path.read_bytes())
        files = {
            str(name): {str(k): str(rule) for k, rule in found.items()}
            for name, found in data["files"].items()
        }
        version = data["version"]
    except FileNotFoundError:
        return Baseline(root)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(
            f"{path}: is not a baseline. Write it again with `attrib-lint baseline`."
        ) from error
    if version != VERSION:
        raise ConfigError(
            f"{path}: was written by another version. Write it again with `attrib-lint baseline`."
        )
    return Baseline(root, files)


def write_baseline(
    path: Path, root: Path, found: Iterable[Diagnostic], kept: Mapping[str, Mapping[str, str]]
) -> Counter[str]:
    """Write the baseline of some findings; how many there are of each rule.

    `kept` are the entries of files that were not checked this time.
    """
    files: dict[str, dict[str, str]] = {name: dict(entries) for name, entries in kept.items()}
    rules: Counter[str] = Counter()
    for diagnostic in found:
        file = files.setdefault(relative(diagnostic.path, root), {})
        file[diagnostic.fingerprint] = diagnostic.rule
        rules[diagnostic.rule] += 1
    ordered = {name: dict(sorted(files[name].items())) for name in sorted(files) if files[name]}
    text = json.dumps({"version": VERSION, "files": ordered}, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", "utf-8", newline="\n")
    return rules
