"""`--watch`: checks again whenever a file changes, until it is interrupted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from attrib_lint.commands.options import STDIN
from attrib_lint.core.errors import ConfigError, UserError

_PAUSE_MS = 200


def watch(paths: Sequence[Path], check: Callable[[], int]) -> int:
    """Run `check` now and after every change under the paths; the last exit code."""
    try:
        from watchfiles import watch as changes
    except ImportError as error:
        raise ConfigError(
            "--watch: needs the watchfiles library. Run `pip install 'attrib-lint[watch]'`."
        ) from error
    if STDIN in paths:
        raise ConfigError("--watch: standard input cannot be watched. Name files or folders.")
    code: int | None = None
    # The first round comes from within the loop, when the watcher already looks: no edit is missed.
    looked_at = paths or (Path(),)
    for changed in changes(
        *looked_at, raise_interrupt=False, yield_on_timeout=True, rust_timeout=_PAUSE_MS
    ):
        if changed or code is None:
            code = _checked(check)
    return code or 0


def _checked(check: Callable[[], int]) -> int:
    """One round; a mistake, such as a config that is being edited, ends the round alone."""
    try:
        return check()
    except UserError as error:
        click.echo(f"attrib-lint: {error}", err=True)
        return 2
