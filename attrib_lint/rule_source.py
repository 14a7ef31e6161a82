"""What is wrong with a rule file, read as data: nothing in it runs."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from attrib_lint.core.errors import RuleError
from attrib_lint.core.severity import Severity
from attrib_lint.phrase import read_phrase_rule
from attrib_lint.rule import PRESETS, Where

FEWEST = 3
_SIGNATURES = {"check": "check(article, options)", "check_story": "check_story(story, options)"}
_ALLOWED = {"SEVERITY": get_args(Severity), "WHERE": get_args(Where)}
_OPTIONAL = ("PRESETS", "GUARDS")
_CALLS = ("open", "print", "input", "exec", "eval", "compile", "__import__")
_MISSING = object()
Fault = tuple[int, str]
"""A line (0 for the whole file) and what is wrong there."""


def faults(path: Path) -> tuple[str, ...]:
    """What has to be mended in a rule file, a message each; a Python file is not imported."""
    try:
        found = _in_python(path) if path.suffix == ".py" else _in_toml(path)
    except RuleError as error:
        return (str(error),)
    return tuple(f"{path}:{line}: {text}" if line else f"{path}: {text}" for line, text in found)


def _in_toml(path: Path) -> list[Fault]:
    rule = read_phrase_rule(path, path.stem, path.parent.name)
    why = [] if rule.why else [(0, "`why` is missing: say which standard asks for it.")]
    return [*why, *_examples(0, rule.good, "good"), *_examples(0, rule.bad, "bad", marked=True)]


def _in_python(path: Path) -> list[Fault]:
    try:
        tree = ast.parse(path.read_bytes(), str(path))
    except (SyntaxError, ValueError, RecursionError) as error:  # ValueError: a null byte
        line = getattr(error, "lineno", None) or 0
        return [(line, f"not valid Python: {getattr(error, 'msg', error)}. Mend the file.")]
    return sorted(
        {*_docstring(tree), *_texts(tree), *_choices(tree), *_signature(tree), *_reach(tree)}
    )


def _docstring(tree: ast.Module) -> Iterator[Fault]:
    doc = ast.get_docstring(tree)
    if not doc:
        yield 1, "begin the file with a docstring: one summary line, then why."
    elif not doc.partition("\n")[2].strip():
        yield 1, "the docstring says only what: add a paragraph that says why."


def _texts(tree: ast.Module) -> Iterator[Fault]:
    """HELP, and the examples."""
    line, text = _constant(tree, "HELP")
    if not isinstance(text, str) or "?" not in text:
        yield line, "HELP: set it to the question that an editor would ask, with its “?”."
    stories = any(node.name == "check_story" for node in _functions(tree))
    for name in ("GOOD", "BAD"):
        line, value = _constant(tree, name)
        if value is _MISSING:
            yield line, f"{name} is missing: set it to a list of example articles."
        elif not _are_texts(value):
            yield line, f"{name}: write it as a plain list of texts, so that it can be read."
        else:
            yield from _examples(line, value, name, marked=name == "BAD" and not stories)


def _examples(
    line: int, texts: Sequence[str], name: str, *, marked: bool = False
) -> Iterator[Fault]:
    if len(texts) < FEWEST:
        yield line, f"{name}: give at least {FEWEST} examples; {len(texts)} so far."
    for text in texts:
        has_mark = "[[" in text and "]]" in text.partition("[[")[2]
        if marked and not has_mark:
            yield line, f"{name}: mark what is flagged as [[...]] in “{_short(text)}”."
        elif has_mark and not marked and name in ("GOOD", "good"):
            yield line, f"{name}: nothing is flagged in a good example, so mark nothing."


def _choices(tree: ast.Module) -> Iterator[Fault]:
    for name, allowed in _ALLOWED.items():
        line, value = _constant(tree, name)
        if value is not _MISSING and value not in allowed:
            yield line, f"{name}: use one of {', '.join(allowed)}."
    for name in _OPTIONAL:
        line, value = _constant(tree, name)
        if value is not _MISSING and not _are_texts(value):
            yield line, f"{name}: write it as a plain list of texts."
        elif name == "PRESETS" and value is not _MISSING:
            for preset in value:
                if preset not in PRESETS:
                    yield line, f"PRESETS: “{preset}” is none of {', '.join(PRESETS)}."
    line, value = _constant(tree, "OPTIONS")
    if value is not _MISSING and not isinstance(value, dict):
        yield line, "OPTIONS: write it as a plain table of names and default values."
    options = value if isinstance(value, dict) else {}
    line, value = _constant(tree, "PRESET_OPTIONS")
    if value is not _MISSING and not _are_preset_options(value, options):
        yield line, f"PRESET_OPTIONS: map presets ({', '.join(PRESETS)}) to tables of OPTIONS."


def _signature(tree: ast.Module) -> Iterator[Fault]:
    found = [node for node in _functions(tree) if node.name in _SIGNATURES]
    if len(found) != 1:
        line = found[1].lineno if found else 0
        yield line, f"define `{'` or `'.join(_SIGNATURES.values())}`, one of them."
    for node in found:
        needed = len(node.args.posonlyargs) + len(node.args.args) - len(node.args.defaults)
        takes = len(node.args.posonlyargs) + len(node.args.args)
        keywords = len([d for d in node.args.kw_defaults if d is None])
        fits = needed <= 2 and (takes >= 2 or node.args.vararg) and not keywords
        if not fits or isinstance(node, ast.AsyncFunctionDef):
            yield node.lineno, f"`{node.name}` is called as `{_SIGNATURES[node.name]}`."


def _reach(tree: ast.Module) -> Iterator[Fault]:
    """What a rule has no business with: other modules, files, the screen."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _import_fault(node.lineno, alias.name)
        elif isinstance(node, ast.ImportFrom):
            yield from _import_fault(node.lineno, "." * node.level + (node.module or ""))
        elif isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else ""
            if called in _CALLS:
                yield node.lineno, f"`{called}`: a rule reads no files and prints nothing."


def _import_fault(line: int, module: str) -> Iterator[Fault]:
    if module != "attrib_lint.api" and module.split(".")[0] not in sys.stdlib_module_names:
        yield line, f"imports {module}: a rule imports attrib_lint.api and the standard library."


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (n for n in tree.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def _constant(tree: ast.Module, name: str) -> tuple[int, Any]:
    """The line and the value of a module's constant; None for a value that has to be computed."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            assert isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.For)
            value = getattr(node, "value", None)
            try:
                return node.lineno, ast.literal_eval(value) if value is not None else None
            except ValueError:
                return node.lineno, None
    return 0, _MISSING


def _are_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(text, str) for text in value)


def _are_preset_options(value: object, options: dict[str, object]) -> bool:
    return isinstance(value, dict) and all(
        preset in PRESETS and isinstance(table, dict) and set(table) <= set(options)
        for preset, table in value.items()
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
