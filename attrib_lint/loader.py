"""Folders of rule files -> rules: TOML and Python through one door."""

from __future__ import annotations

import importlib.util
import inspect
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any, cast, get_args

from msgspec import Struct

from attrib_lint.core.errors import RuleError
from attrib_lint.core.run_error import RunError
from attrib_lint.core.severity import Severity
from attrib_lint.phrase import read_phrase_rule
from attrib_lint.rule import PRESETS, READER_OPTIONS, Anchor, Options, OptionValue, Rule, Where
from attrib_lint.shelf import Shelf, described, description

_PACKAGE = Path(__file__).parent
_DISABLE = "Mend the file, or leave the folder out of `rule-paths`."


class Loaded(Struct, frozen=True):
    """The rules of some folders, and the files that could not be used."""

    rules: tuple[Rule, ...]
    errors: tuple[RunError, ...] = ()


def builtin_folder() -> Path:
    """Where the built-in pack lies: inside an installed package, or beside it in a checkout."""
    installed = _PACKAGE / "_rules"
    return installed if installed.is_dir() else _PACKAGE.parent / "rules"


def load_rules(
    folder: Path, *, trusted: bool, builtin: bool = False, shelf: Shelf | None = None
) -> Loaded:
    """Every rule under `folder`, sorted by group and name.

    Python rules run code, so they are left out, with an error that says so, unless `trusted`. A
    broken file costs its own rule only.
    """
    rules: list[Rule] = []
    errors: list[RunError] = []
    if not folder.exists():
        text = f"{folder}: no such rule folder. Mend `rule-paths` in the config."
        return Loaded((), (RunError(str(folder), "broken-rule", text),))
    for path in rule_files(folder):
        if path.suffix == ".py" and not trusted:
            text = f"{path}: a Python rule that nobody trusted was left out."
            hint = f"Python rules run code. If you trust it, add `--trust {folder}`."
            errors.append(RunError(str(path), "untrusted-rules", text, hint))
            continue
        try:
            rules.append(read_rule(path, _group(path, folder), builtin=builtin, shelf=shelf))
        except RuleError as error:
            errors.append(RunError(str(path), "broken-rule", str(error), _DISABLE))
    rules.sort(key=lambda rule: (rule.group, rule.name))
    return Loaded(tuple(rules), tuple(errors))


def rule_files(folder: Path) -> Iterator[Path]:
    """The rule files under a folder (or the one file given), in a stable order."""
    if folder.is_file():
        yield folder
        return
    for path in sorted(folder.rglob("*")):
        hidden = path.name.startswith(("_", ".")) or "__pycache__" in path.parts
        if path.suffix in (".toml", ".py") and not hidden:
            yield path


def _group(path: Path, folder: Path) -> str:
    """The folder a rule file lies in names its group."""
    return path.parent.name if folder.is_dir() else path.parent.resolve().name


def read_rule(path: Path, group: str, *, builtin: bool = False, shelf: Shelf | None = None) -> Rule:
    """The rule in one file; raises RuleError naming the file and what to mend.

    A Python file that the `shelf` knows is imported when its check is first called.
    """
    name = path.stem.replace("_", "-")
    if path.suffix == ".toml":
        return read_phrase_rule(path, name, group, builtin=builtin)
    if shelf is None:
        return _from_module(_import(path), path, name, group, builtin=builtin)
    source = path.read_bytes()
    about = shelf.find(source)
    if about is not None:
        later = lambda function: getattr(_import(path), function)  # noqa: E731
        return described(about, later, path, name, group, builtin=builtin)
    rule = _from_module(_import(path), path, name, group, builtin=builtin)
    shelf.keep(source, description(rule))
    return rule


def _import(path: Path) -> ModuleType:
    """The module at `path`, under a name of its own, so that packs cannot collide."""
    digest = sha256(str(path.resolve()).encode()).hexdigest()[:12]
    module_name = f"attrib_lint_rule_{digest}_{path.stem}"
    spec = importlib.util.spec_from_file_location(module_name, path)
    if spec is None or spec.loader is None:
        raise RuleError(f"{path}: not a Python file that can be imported.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[module_name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        # A rule file is foreign code: whatever it raises while loading concerns that rule alone.
        del sys.modules[module_name]
        line = _line_in(error, path)
        raise RuleError(f"{path}{line}: {type(error).__name__}: {error}") from error
    return module


def _line_in(error: BaseException, path: Path) -> str:
    """ ":LINE" of the place in `path` that raised, or nothing."""
    if isinstance(error, SyntaxError):
        return f":{error.lineno}" if error.lineno else ""
    trace, line = error.__traceback__, ""
    while trace is not None:
        if Path(trace.tb_frame.f_code.co_filename) == path.absolute():
            line = f":{trace.tb_lineno}"
        trace = trace.tb_next
    return line


def _from_module(module: ModuleType, path: Path, name: str, group: str, *, builtin: bool) -> Rule:
    check = getattr(module, "check", None)
    check_story = getattr(module, "check_story", None)
    if (check is None) == (check_story is None):
        raise RuleError(
            f"{path}: define `check(article, options)` or `check_story(story, options)`."
        )
    doc = inspect.cleandoc(module.__doc__ or "")
    if not doc:
        raise RuleError(f"{path}: begin the file with a docstring: one summary line, then why.")
    summary, _, why = doc.partition("\n")
    return Rule(
        name=name,
        group=group,
        summary=summary.strip(),
        why=why.strip(),
        help=_text(module, "HELP", path),
        severity=cast(Severity, _choice(module, "SEVERITY", get_args(Severity), "warning", path)),
        path=path,
        good=_texts(module, "GOOD", path),
        bad=_texts(module, "BAD", path),
        guards=_texts(module, "GUARDS", path, required=False),
        presets=_texts(module, "PRESETS", path, required=False),
        where=cast(Where, _choice(module, "WHERE", get_args(Where), "narration", path)),
        suspected=_suspected(module, path),
        voice=bool(getattr(module, "VOICE", False)),
        columns=bool(getattr(module, "COLUMNS", True)),
        options=_options(module, path),
        preset_options=_preset_options(module, path),
        check=check,
        check_story=check_story,
        anchor=_anchor(module, path),
        builtin=builtin,
    )


def _text(module: ModuleType, key: str, path: Path) -> str:
    value = getattr(module, key, None)
    if not isinstance(value, str) or not value:
        raise RuleError(f"{path}: {key} is missing: set it to the question an editor would ask.")
    return value


def _choice(
    module: ModuleType, key: str, allowed: tuple[str, ...], default: str, path: Path
) -> str:
    value = getattr(module, key, default)
    if value not in allowed:
        raise RuleError(f"{path}: {key} is {value!r}; use one of {', '.join(allowed)}.")
    return str(value)


def _texts(module: ModuleType, key: str, path: Path, *, required: bool = True) -> tuple[str, ...]:
    value = getattr(module, key, None)
    if value is None and not required:
        return ()
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise RuleError(f"{path}: {key} is missing: set it to a list of texts.")
    return tuple(inspect.cleandoc(item) for item in value)


def _options(module: ModuleType, path: Path) -> Mapping[str, OptionValue]:
    value = getattr(module, "OPTIONS", {})
    if not isinstance(value, Mapping):
        raise RuleError(f"{path}: OPTIONS is a table of names and default values.")
    own = _values(value)
    if not hasattr(module, "SUSPECTED"):
        return own
    every = {**READER_OPTIONS, **own}
    for name in READER_OPTIONS.keys() - {"reader-company", "reader-opening"}:
        _sure(every[name], name, path)
    return every


def _sure(value: OptionValue, name: str, path: Path) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1.1:
        raise RuleError(f"{path}: {name} is a confidence from 0 to 1; 1.1 for never.")


def _suspected(module: ModuleType, path: Path) -> str:
    """The message for what only the reader suspects."""
    if not hasattr(module, "SUSPECTED"):
        if hasattr(module, "anchor"):
            raise RuleError(f"{path}: `anchor` is for rules with SUSPECTED, a message.")
        return ""
    message = _text(module, "SUSPECTED", path)
    if "{span}" not in message or not hasattr(module, "check"):
        raise RuleError(f"{path}: SUSPECTED is a message of `check`, with {{span}} for the words.")
    return message


def _anchor(module: ModuleType, path: Path) -> Anchor | None:
    anchor = getattr(module, "anchor", None)
    if anchor is not None and not callable(anchor):
        raise RuleError(f"{path}: define `anchor(article, span, options)`, or leave it out.")
    return cast("Anchor | None", anchor)


def _preset_options(module: ModuleType, path: Path) -> Mapping[str, Mapping[str, OptionValue]]:
    """What the presets set otherwise than OPTIONS; a name that is no option is a mistake."""
    table = getattr(module, "PRESET_OPTIONS", {})
    known = set(_options(module, path))
    sound = isinstance(table, Mapping) and all(
        isinstance(values, Mapping) and known.issuperset(values) for values in table.values()
    )
    if not sound or not {*table}.issubset(PRESETS):
        raise RuleError(
            f"{path}: PRESET_OPTIONS maps presets ({', '.join(PRESETS)}) to tables of OPTIONS; "
            "those of the reader need SUSPECTED, and a rule without it names `reader-company` or "
            "`reader-opening` in OPTIONS."
        )
    return {preset: _values(values) for preset, values in table.items()}


def _values(table: Mapping[str, Any]) -> Mapping[str, OptionValue]:
    return {key: tuple(item) if isinstance(item, list) else item for key, item in table.items()}


__all__ = ["Loaded", "Options", "builtin_folder", "load_rules", "read_rule", "rule_files"]
