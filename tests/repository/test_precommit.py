"""The hook under the real pre-commit, on scratch repositories."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import ARTICLE, CONFIG, MILD, RULE, write

ROOT = Path(__file__).parents[2]
FINE = "# A bus leaves\n\nThe bus left at noon.\n"
pytestmark = pytest.mark.skipif(
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "--version"], capture_output=True
    ).returncode
    != 0,
    reason="pre-commit is not installed",
)


class Scratch:
    """A git repository with the hook of `.pre-commit-hooks.yaml`, run from this checkout."""

    def __init__(self, root: Path, home: Path, *arguments: str) -> None:
        self.root = root
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT"))},
            "PYTHONPATH": str(ROOT),
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            **{
                f"GIT_{who}_{what}": "editor@example.org"
                for who in ("AUTHOR", "COMMITTER")
                for what in ("NAME", "EMAIL")
            },
        }
        hook, _ = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
        program, _, rest = hook["entry"].partition(" ")
        assert program == "attrib-lint"
        hook["language"] = "system"
        hook["entry"] = " ".join([f'"{sys.executable}" -m attrib_lint', rest, *arguments])
        config = {"repos": [{"repo": "local", "hooks": [hook]}]}
        write(root / ".pre-commit-config.yaml", yaml.safe_dump(config))
        write(root / "attrib-lint.toml", CONFIG)
        write(root / "house/wording/so_to_speak.toml", RULE)
        write(root / "house/wording/as_it_were.toml", MILD)
        self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        self.git("commit", "-qm", "Start", "--no-verify")
        self.pre_commit("install")

    def git(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return self._run(["git", *arguments], check)

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run([sys.executable, "-m", "pre_commit", *arguments], False)

    def _run(self, command: list[str], check: bool) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.root,
            env=self.env,
            check=check,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def commit(self, message: str = "Edit") -> subprocess.CompletedProcess[str]:
        return self.git("commit", "-m", message, check=False)


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    (tmp_path / "repository").mkdir()
    return Scratch(tmp_path / "repository", tmp_path / "home")


def test_the_manifest_is_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest"]
    subprocess.run([*command, str(ROOT / ".pre-commit-hooks.yaml")], check=True)


def test_a_clean_article_passes_and_a_finding_stops_the_commit(scratch: Scratch) -> None:
    write(scratch.root / "a.md", FINE)
    scratch.git("add", "a.md")
    assert scratch.commit().returncode == 0
    write(scratch.root / "a.md", FINE + "\nIt was full, so to speak.\n")
    scratch.git("add", "a.md")
    stopped = scratch.commit()
    assert stopped.returncode == 1
    assert "a.md:5:14: error" in stopped.stdout


def test_old_findings_on_other_lines_do_not_stop_a_commit(scratch: Scratch) -> None:
    write(scratch.root / "a.md", ARTICLE)
    scratch.git("add", "a.md")
    scratch.git("commit", "-qm", "Old", "--no-verify")
    write(scratch.root / "a.md", ARTICLE + "\nThe tram was full.\n")
    scratch.git("add", "a.md")
    assert scratch.commit().returncode == 0


def test_only_what_is_staged_is_judged(scratch: Scratch) -> None:
    write(scratch.root / "a.md", FINE)
    scratch.git("add", "a.md")
    write(scratch.root / "a.md", FINE + "\nNot staged, so to speak.\n")
    assert scratch.commit().returncode == 0
    scratch.git("add", "a.md")
    write(scratch.root / "a.md", FINE)
    assert scratch.commit().returncode == 1


def test_the_hook_can_fix(tmp_path: Path) -> None:
    (tmp_path / "repository").mkdir()
    only = ["--fix", "--select", "wording,unused-suppression"]
    scratch = Scratch(tmp_path / "repository", tmp_path / "home", *only)
    write(scratch.root / "a.md", "<!-- attrib-lint: ignore[wording] x -->\n\nThe bus left.\n")
    scratch.git("add", "a.md")
    stopped = scratch.commit()
    assert stopped.returncode == 1
    assert "files were modified by this hook" in stopped.stdout
    assert (scratch.root / "a.md").read_text("utf-8") == "The bus left.\n"
    scratch.git("add", "a.md")
    assert scratch.commit().returncode == 0


def test_names_with_spaces_and_letters_of_every_kind(scratch: Scratch) -> None:
    names = ["ein Bericht.md", "日報/新聞 📰.md", "l'été “chaud”.md"]
    for name in names:
        write(scratch.root / name, ARTICLE)
    scratch.git("add", "-A")
    stopped = scratch.commit()
    assert stopped.returncode == 1
    for name in names:
        assert f"{name}:3:15: error" in stopped.stdout


def test_all_files_checks_whole_files(scratch: Scratch) -> None:
    write(scratch.root / "a.md", ARTICLE)
    scratch.git("add", "a.md")
    scratch.git("commit", "-qm", "Old", "--no-verify")
    done = scratch.pre_commit("run", "--all-files")
    assert done.returncode == 1
    assert "a.md:3:15: error" in done.stdout
    write(scratch.root / "b.md", FINE)
    scratch.git("add", "b.md")
    done = scratch.pre_commit("run", "--all-files")
    assert "a.md:3:15: error" in done.stdout


def test_a_range_checks_its_lines(scratch: Scratch) -> None:
    write(scratch.root / "a.md", ARTICLE)
    scratch.git("add", "a.md")
    scratch.git("commit", "-qm", "Old", "--no-verify")
    write(scratch.root / "a.md", ARTICLE + "\nThe tram, so to speak, was full.\n")
    scratch.git("commit", "-qam", "New", "--no-verify")
    done = scratch.pre_commit("run", "--from-ref", "HEAD~1", "--to-ref", "HEAD")
    assert done.returncode == 1
    assert "a.md:7:11: error" in done.stdout
    assert "a.md:3" not in done.stdout


def test_excluded_files_stay_out_though_the_hook_names_them(scratch: Scratch) -> None:
    write(scratch.root / "attrib-lint.toml", CONFIG + 'exclude = ["archive/**"]\n')
    write(scratch.root / "archive/a.md", ARTICLE)
    scratch.git("add", "-A")
    assert scratch.commit().returncode == 0


def test_a_thousand_files_in_one_commit(scratch: Scratch) -> None:
    for i in range(1000):
        write(scratch.root / f"wire/{i:04}.md", f"Bus {i} left at noon.\n")
    write(scratch.root / "wire/0500.md", "Bus 500 left, so to speak.\n")
    scratch.git("add", "-A")
    stopped = scratch.commit()
    assert stopped.returncode == 1
    assert "wire/0500.md:1:15: error" in stopped.stdout
    assert "1 error in 1000 files" in stopped.stdout
