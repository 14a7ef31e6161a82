"""What the README shows is what the program prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from attrib_lint.cli import main

ROOT = Path(__file__).parent.parent
_OUTPUT = re.compile(r"<!-- output: attrib-lint (.+?) -->\n```text\n(.*?)```", re.DOTALL)


def test_the_readme_shows_real_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = _OUTPUT.findall((ROOT / "README.md").read_text("utf-8"))
    assert shown
    for command, output in shown:
        result = CliRunner().invoke(main, [*shlex.split(command), "--no-cache"])
        assert result.exit_code == 0, result.output
        assert result.stdout == output


def test_the_readme_gives_two_commands_for_a_fresh_machine() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert readme.count("python3 -m venv") == 2
