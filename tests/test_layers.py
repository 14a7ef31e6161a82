"""Imports point down the layers of DESIGN.md only; typing-only imports count."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "attrib_lint"
LAYERS = (
    {"core"},
    {"lexicon", "config", "config_keys", "toml_lines", "globs", "process"},
    {"inputs", "files", "nlp", "reader"},
    {"extract"},
    {"article"},
    {"agreement", "questions", "stories", "audit"},
    {"rule"},
    {"api"},
    {"phrase", "shelf", "loader", "fingerprint", "rule_source", "second_reading"},
    {"suppress", "suppress_review", "accepted", "baseline", "changed", "index", "fixes", "run"},
    {"engine"},
    {"selection", "decisions", "recall", "articles", "parallel"},
    {"story_recall"},
    {"story_run"},
    {"linter"},
    {"report", "examples"},
    {"cli", "commands", "lsp", "desk"},
    {"__main__"},
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_rules" not in path.parts)


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module a file imports, and whether that happens when the file itself is imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            base = node.module or ""
            yield base, id(node) in top
            if base == "attrib_lint":
                yield from ((f"{base}.{alias.name}", id(node) in top) for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    here = part(path)
    if path == PACKAGE / "__init__.py":
        return
    for module, _ in imported(path):
        names = module.split(".")
        if names[0] == "attrib_lint" and len(names) > 1 and not names[1].startswith("__"):
            there = names[1]
            assert there == here or LEVEL[there] < LEVEL[here] or _peers(here, there), (
                f"{path}: {here} must not import {there}"
            )


def _peers(here: str, there: str) -> bool:
    return here in LAYERS[LEVEL[there]]


def test_core_imports_the_standard_library_and_msgspec_alone() -> None:
    import sys

    allowed = sys.stdlib_module_names | {"msgspec"}
    for path in (PACKAGE / "core").glob("*.py"):
        for module, _ in imported(path):
            root = module.split(".")[0]
            assert root in allowed or module.startswith("attrib_lint.core"), path


@pytest.mark.parametrize("library", ["spacy", "libcst"])
def test_heavy_libraries_are_imported_inside_functions(library: str) -> None:
    for path in MODULES:
        if library == "spacy" and part(path) == "reader":
            continue  # nlp imports it when it is needed
        for module, at_import in imported(path):
            assert not (at_import and module.split(".")[0] == library), f"{path}: {module}"


def test_rules_import_the_api_and_the_standard_library() -> None:
    import sys

    allowed = sys.stdlib_module_names | {"attrib_lint"}
    for path in sorted((PACKAGE.parent / "rules").rglob("*.py")):
        for module, _ in imported(path):
            root = module.split(".")[0]
            assert root in allowed, f"{path}: {module}"
            assert root != "attrib_lint" or module == "attrib_lint.api", f"{path}: {module}"
