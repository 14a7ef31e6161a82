"""`attrib-lint init` and `attrib-lint config`: what they write and print is what works."""

from pathlib import Path

import pytest
import tomli
import yaml

from attrib_lint.commands.init import CONFIG
from attrib_lint.config import read_config
from tests.cli.conftest import Check, newsroom, run, write

__all__ = ["newsroom", "run"]


def test_init_writes_a_config_that_is_read(run: Check, newsroom: Path) -> None:
    (newsroom / "attrib-lint.toml").unlink()
    result = run("init")
    assert (newsroom / "attrib-lint.toml").read_text("utf-8") == CONFIG
    assert read_config(newsroom / "attrib-lint.toml").fail_on == "error"
    assert "1 .md" in result.stdout
    assert not (newsroom / ".pre-commit-config.yaml").exists()


def test_init_overwrites_nothing(run: Check, newsroom: Path) -> None:
    before = (newsroom / "attrib-lint.toml").read_text("utf-8")
    assert "left as it is" in run("init").stdout
    assert (newsroom / "attrib-lint.toml").read_text("utf-8") == before


@pytest.mark.parametrize(
    "there",
    [
        None,
        "repos:\n- repo: local\n  hooks: []\n",
        "# ours\nrepos:  # all\n  # first\n  - repo: local\n    hooks: []\nfail_fast: true\n",
    ],
)
def test_init_adds_the_hook_once(run: Check, newsroom: Path, there: str | None) -> None:
    (newsroom / ".git").mkdir()
    path = newsroom / ".pre-commit-config.yaml"
    if there is not None and "# first" in there:
        there = there.replace("  # first\n", "")
    if there is not None:
        write(path, there)
    run("init")
    table = yaml.safe_load(path.read_text("utf-8"))
    hooks = [hook["id"] for repo in table["repos"] for hook in repo["hooks"]]
    assert hooks == ["attrib-lint"]
    text = path.read_text("utf-8")
    run("init")
    assert path.read_text("utf-8") == text


def test_a_hook_file_without_repos_is_not_guessed_at(run: Check, newsroom: Path) -> None:
    (newsroom / ".git").mkdir()
    write(newsroom / ".pre-commit-config.yaml", "repos: []\n")
    result = run("init")
    assert result.exit_code == 2
    assert "Add the hook by hand" in result.stderr


def test_config_show_says_where_each_setting_comes_from(run: Check) -> None:
    shown = run("config", "show", "--ignore", "as-it-were").stdout
    assert 'select = ["wording"]  # attrib-lint.toml:1' in shown.replace(str(Path.cwd()) + "/", "")
    assert 'ignore = ["as-it-were"]  # the command line' in shown
    assert 'fail-on = "error"  # default' in shown
    tomli.loads(shown)


def test_config_show_prints_tables(run: Check, newsroom: Path) -> None:
    path = newsroom / "attrib-lint.toml"
    tables = '[per-file-ignores]\n"opinion/**" = ["wording"]\n[presets.house]\nextends = "ap"\n'
    write(path, path.read_text("utf-8") + tables)
    table = tomli.loads(run("config", "show").stdout)
    assert table["per-file-ignores"] == {"opinion/**": ["wording"]}
    assert table["presets"] == {"house": {"extends": "ap"}}
