"""What a start imports: a command that needs no library must not wait for it."""

import subprocess
import sys

import pytest

HEAVY = {"spacy", "thinc", "numpy", "libcst", "rich", "tree_sitter", "yaml", "tomli"}
PROBE = """
import sys
from attrib_lint.cli import main
try:
    main({arguments!r}, prog_name="attrib-lint")
except SystemExit as stop:
    assert not stop.code, stop.code
print("LOADED", *sorted(name for name in sys.modules if "." not in name))
"""


def loaded(*arguments: str) -> set[str]:
    """The top-level modules in memory after a command."""
    probe = PROBE.format(arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return set(done.stdout.rpartition("LOADED")[2].split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"]])
def test_help_and_version_import_no_heavy_library(arguments: list[str]) -> None:
    modules = loaded(*arguments)
    assert "click" in modules
    assert modules.isdisjoint(HEAVY)


def test_the_version_needs_no_library_but_click() -> None:
    assert loaded("--version").isdisjoint(HEAVY | {"msgspec"})
