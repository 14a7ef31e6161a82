"""What the command line asks of a check."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from attrib_lint.commands.options import RuleOptions


class CheckOptions(Struct, frozen=True):
    """The options of `check`; the field names are theirs."""

    paths: tuple[Path, ...]
    chosen: RuleOptions
    fail_on: str | None
    output_format: str | None
    output_file: Path | None
    stdin_filename: str | None
    changed: str | None
    staged: bool
    fix: bool
    diff: bool
    add_ignores: str | None
    reason: str
    no_cache: bool
    jobs: int | None
    stories: bool
    show_suppressed: bool
    statistics: bool
    quiet: bool
