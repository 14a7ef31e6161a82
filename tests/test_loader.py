"""Rule files: what loads, what is left out, and what is said about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from attrib_lint.core.errors import RuleError
from attrib_lint.loader import load_rules, read_rule

TOML = """
summary = "Say it plainly."
why = "House convention."
message = "“{text}” says nothing."
help = "What happened?"
good = ["The bus left."]
bad = ["The bus left, [[so to speak]]."]

[[pattern]]
phrase = "so to speak"
"""
PYTHON = '''"""Say it plainly."""
HELP = "What happened?"
GOOD = ["The bus left."]
BAD = ["The bus left [[early]]."]

def check(article, options):
    return []
'''


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / "wording" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_file_name_is_the_rule_name_and_the_folder_its_group(tmp_path: Path) -> None:
    write(tmp_path, "so_to_speak.toml", TOML)
    (rule,) = load_rules(tmp_path, trusted=False).rules
    assert (rule.name, rule.group) == ("so-to-speak", "wording")


def test_a_python_rule_runs_only_when_trusted(tmp_path: Path) -> None:
    path = write(tmp_path, "early.py", "raise SystemExit('this must not run')")
    loaded = load_rules(tmp_path, trusted=False)
    assert loaded.rules == ()
    (error,) = loaded.errors
    assert error.kind == "untrusted-rules"
    assert error.message.startswith(str(path))
    assert f"--trust {tmp_path}" in error.help


def test_both_kinds_come_through_one_door(tmp_path: Path) -> None:
    write(tmp_path, "so_to_speak.toml", TOML)
    write(tmp_path, "early.py", PYTHON)
    loaded = load_rules(tmp_path, trusted=True)
    assert [rule.name for rule in loaded.rules] == ["early", "so-to-speak"]
    assert loaded.errors == ()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.toml", "summary = ", "not valid TOML"),
        ("a.toml", TOML.replace("message", "mesage"), "did you mean `message`?"),
        ("a.toml", TOML.replace('help = "What happened?"', ""), "`help` is missing"),
        ("a.toml", TOML.replace("phrase", "regex"), "unknown key `regex`"),
        ("a.toml", TOML.replace("summary =", 'severity = "fatal"\nsummary ='), "one of error"),
        ("a.py", "def check(:\n", ":1: SyntaxError"),
        ("a.py", PYTHON + "\nnonsense", ":9: NameError"),
        ("a.py", PYTHON.replace("HELP", "HALP"), "HELP is missing"),
        ("a.py", PYTHON.replace("def check", "def chack"), "define `check(article, options)`"),
        ("a.py", PYTHON.replace('"""Say it plainly."""', ""), "docstring"),
    ],
)
def test_a_broken_rule_file_is_named_and_costs_only_itself(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    path = write(tmp_path, name, text)
    write(tmp_path, "fine.toml", TOML)
    loaded = load_rules(tmp_path, trusted=True)
    assert [rule.name for rule in loaded.rules] == ["fine"]
    (error,) = loaded.errors
    assert error.message.startswith(str(path))
    assert said in error.message


def test_a_missing_rule_folder_is_an_error(tmp_path: Path) -> None:
    (error,) = load_rules(tmp_path / "nowhere", trusted=True).errors
    assert "no such rule folder" in error.message


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("SUSPECTED = 3", "SUSPECTED is missing"),
        ('SUSPECTED = "No words."', "with {span} for the words"),
        ("def anchor(article, span, options):\n    return span", "for rules with SUSPECTED"),
        ('SUSPECTED = "{span}?"\nanchor = 5', "define `anchor"),
        ('SUSPECTED = "{span}?"\nOPTIONS = {"reader-alone": 90}', "confidence from 0 to 1"),
        ('PRESET_OPTIONS = {"strict": {"reader-alone": 0.9}}', "need SUSPECTED"),
    ],
)
def test_a_second_reading_is_asked_for_in_full(tmp_path: Path, lines: str, said: str) -> None:
    path = tmp_path / "house" / "late_bus.py"
    path.parent.mkdir()
    path.write_text(
        '"""Say which bus.\n\nReaders ask."""\n\nHELP = "Which?"\nGOOD = []\nBAD = []\n\n\n'
        f"def check(article, options):\n    return ()\n\n\n{lines}\n",
        encoding="utf-8",
    )
    with pytest.raises(RuleError, match=re.escape(said)):
        read_rule(path, "house")
