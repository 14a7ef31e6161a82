"""A newsroom in a folder: a config, a house rule, articles; and the command line run on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attrib_lint.cli import main

CONFIG = """\
select = ["wording"]
rule-paths = ["house"]
"""
RULE = """\
summary = "Say it plainly."
why = "House convention."
message = "“{text}” says nothing."
help = "What happened?"
severity = "error"
good = ["The bus left."]
bad = ["The bus left, [[so to speak]]."]

[[pattern]]
phrase = "so to speak"
"""
MILD = RULE.replace("so to speak", "as it were").replace('"error"', '"info"')
ARTICLE = """\
# A bus leaves 🚌

The bus left, so to speak, at noon.

It was late, as it were, and full.
"""
Check = Callable[..., Result]


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder of a test: `a.md` with an error in line 3 and an info in line 5."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write(tmp_path / "attrib-lint.toml", CONFIG)
    write(tmp_path / "house/wording/so_to_speak.toml", RULE)
    write(tmp_path / "house/wording/as_it_were.toml", MILD)
    write(tmp_path / "a.md", ARTICLE)
    return tmp_path


@pytest.fixture
def run(newsroom: Path) -> Check:
    """The command line, in this process, from the newsroom's folder."""

    def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(main, arguments, input=stdin, prog_name="attrib-lint")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def write(path: Path, text: str) -> Path:
    """A file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path
