"""`attrib-lint clean`: removes the index."""

from __future__ import annotations

import click


@click.command("clean")
def command() -> None:
    """Remove the index. It holds no text, and is written anew with the next check."""
    from attrib_lint.core.errors import InputError
    from attrib_lint.index import index_path, remove_index

    path = index_path()
    try:
        there = remove_index(path)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}. Remove the file by hand.") from error
    click.echo(f"{path}: {'removed' if there else 'there is none'}.")
