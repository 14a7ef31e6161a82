"""`attrib-lint init`: a config and the pre-commit entry, from what lies in the folder."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import click

CONFIG = """\
# Settings of attrib-lint. `attrib-lint config show` prints what holds; `attrib-lint rules` lists
# the rules.
preset = "default"        # or ap, reuters, wikipedia, strict
fail-on = "error"
# ignore = ["claims"]     # rules or groups
# exclude = ["archive/**"]

# [per-file-ignores]
# "opinion/**" = ["certainty"]
"""
HOOK = """\
- repo: local
  hooks:
    - id: attrib-lint
      name: attrib-lint
      entry: attrib-lint check --staged
      language: system
      files: \\.(md|mdx|markdown|txt|html|htm|rst|docx|ipynb)$
      require_serial: true
"""
HOOKS_FILE = ".pre-commit-config.yaml"


@click.command("init")
@click.argument(
    "folder", default=".", type=click.Path(path_type=Path, exists=True, file_okay=False)
)
def command(folder: Path) -> None:
    """Write a config and, in a git repository, the pre-commit entry. Nothing is overwritten."""
    click.echo(_write_config(folder))
    if (folder / ".git").exists():
        click.echo(_write_hook(folder / HOOKS_FILE))
    click.echo(_articles(folder))


def _write_config(folder: Path) -> str:
    from attrib_lint.config import find_config

    found = find_config(folder)
    if found is not None and found.parent == folder.resolve():
        return f"{folder / found.name}: is there already; left as it is."
    path = folder / "attrib-lint.toml"
    path.write_text(CONFIG, "utf-8", newline="\n")
    return f"{path}: written."


def _write_hook(path: Path) -> str:
    """Add the hook to the list of repositories, in the layout that the file has."""
    from attrib_lint.core.errors import ConfigError

    if not path.exists():
        path.write_text(f"repos:\n{HOOK}", "utf-8", newline="\n")
        return f"{path}: written. Run `pre-commit install` once."
    text = path.read_text("utf-8")
    if "attrib-lint" in text:
        return f"{path}: has the hook already; left as it is."
    repos = re.search(r"^repos:[ \t]*(?:#.*)?\n(?=([ \t]*)- )", text, re.MULTILINE)
    if repos is None:
        raise ConfigError(f"{path}: has no list of `repos`. Add the hook by hand:\n{HOOK}")
    block = "".join(f"{repos[1]}{line}\n" for line in HOOK.splitlines())
    text = text[: repos.end()] + block + text[repos.end() :]
    path.write_text(text, "utf-8", newline="\n")
    return f"{path}: the hook was added. Run `pre-commit install` once."


def _articles(folder: Path) -> str:
    from attrib_lint.core.errors import InputError
    from attrib_lint.files import find_files

    try:
        found = find_files([folder], root=folder)
    except InputError:
        return "No articles here yet."
    kinds = Counter(path.suffix.lower() for path in found)
    listed = ", ".join(f"{count} {suffix}" for suffix, count in kinds.most_common())
    return f"Articles here: {listed}. Try `attrib-lint check {folder}`."
