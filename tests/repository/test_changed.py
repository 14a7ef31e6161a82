"""Only my lines: real git repositories."""

import subprocess
from pathlib import Path

import pytest

from attrib_lint.changed import Repository, parse_diff
from tests.cli.conftest import ARTICLE, Check, newsroom, run, write

__all__ = ["newsroom", "run"]
MINE = "\nThe tram, so to speak, was full.\n"


def git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stdout.strip()


@pytest.fixture
def repository(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The newsroom with everything committed on `main`, then a branch."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A. Editor")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "editor@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.delenv("PRE_COMMIT_FROM_REF", raising=False)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "Start")
    git("switch", "-qc", "work")
    return newsroom


def places(output: str) -> list[str]:
    return [":".join(line.split(":")[:2]) for line in output.splitlines()[:-1]]


def test_changed_judges_the_lines_of_this_branch_alone(run: Check, repository: Path) -> None:
    write(repository / "a.md", ARTICLE + MINE)
    assert places(run("check", "--changed=main").stdout) == ["a.md:7"]
    git("commit", "-qam", "Mine")
    assert places(run("check", "--changed=main").stdout) == ["a.md:7"]
    assert places(run("check", "--changed=HEAD").stdout) == []


def test_changed_follows_the_upstream_branch(run: Check, repository: Path) -> None:
    result = run("check", "--changed")
    assert result.exit_code == 2
    assert "--changed=main" in result.stderr
    git("branch", "-q", "--set-upstream-to=main")
    write(repository / "a.md", ARTICLE + MINE)
    assert places(run("check", "--changed", "a.md").stdout) == ["a.md:7"]


def test_a_new_file_counts_as_a_whole(run: Check, repository: Path) -> None:
    write(repository / "neu & schön.md", ARTICLE)
    found = places(run("check", "--changed=main").stdout)
    assert found == ["neu & schön.md:3", "neu & schön.md:5"]


def test_what_main_has_done_since_is_not_mine(run: Check, repository: Path) -> None:
    git("switch", "-q", "main")
    write(repository / "a.md", ARTICLE.replace("noon", "ten, so to speak"))
    git("commit", "-qam", "Theirs")
    git("switch", "-q", "work")
    write(repository / "b.md", ARTICLE)
    assert places(run("check", "--changed=main").stdout) == ["b.md:3", "b.md:5"]


def test_an_unknown_revision_is_named(run: Check, repository: Path) -> None:
    result = run("check", "--changed=nowhere")
    assert result.exit_code == 2
    assert "--changed=nowhere: git knows no such revision" in result.stderr


def test_no_repository_is_said(run: Check, newsroom: Path) -> None:
    result = run("check", "--changed")
    assert result.exit_code == 2
    assert "not a git repository" in result.stderr


def test_staged_reads_what_is_staged_not_what_lies_in_the_folder(
    run: Check, repository: Path
) -> None:
    write(repository / "a.md", "A new first line.\n\n" + ARTICLE + MINE)
    git("add", "a.md")
    write(repository / "a.md", ARTICLE.replace("noon", "ten, so to speak"))
    result = run("check", "--staged")
    assert places(result.stdout) == ["a.md:9"]
    assert "staged lines" in result.stdout


def test_an_empty_staged_set_is_said(run: Check, repository: Path) -> None:
    result = run("check", "--staged")
    assert "nothing was checked" in result.stderr
    assert result.exit_code == 0


def test_named_files_that_are_not_staged_count_as_a_whole(run: Check, repository: Path) -> None:
    result = run("check", "--staged", "a.md")
    assert places(result.stdout) == ["a.md:3", "a.md:5"]
    assert result.exit_code == 1


def test_a_range_of_pre_commit_counts(
    run: Check, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository / "a.md", ARTICLE + MINE)
    git("commit", "-qam", "Mine")
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "main")
    monkeypatch.setenv("PRE_COMMIT_TO_REF", "work")
    assert places(run("check", "--staged", "a.md").stdout) == ["a.md:7"]


def test_a_fix_of_staged_lines_leaves_the_index(run: Check, repository: Path) -> None:
    idle = "<!-- attrib-lint: ignore[so-to-speak] x -->\n\nThe tram was full.\n"
    write(repository / "b.md", idle)
    git("add", "b.md")
    arguments = ("--select", "wording,unused-suppression", "--fail-on", "warning")
    result = run("check", "--staged", "--fix", "b.md", *arguments)
    assert result.exit_code == 1
    assert (repository / "b.md").read_text("utf-8") == "The tram was full.\n"
    assert git("show", ":b.md") + "\n" == idle
    assert run("check", "b.md", *arguments).exit_code == 0


def test_a_fix_moves_lines_and_still_judges_mine(run: Check, repository: Path) -> None:
    idle = "<!-- attrib-lint: ignore[so-to-speak] x -->\n\nThe tram was full.\n\n"
    write(repository / "a.md", ARTICLE + "\n" + idle + MINE)
    result = run("check", "--changed=main", "--fix", "--select", "wording,unused-suppression")
    assert places(result.stdout) == ["a.md:10"]


def test_names_are_read_as_git_writes_them(repository: Path) -> None:
    names = ["a b.md", 'quo"te.md', "tab\there.md", "ünïcode.md", "back\\slash.md"]
    for name in names:
        write(repository / name, "one\n")
    git("add", "-A")
    git("commit", "-qm", "Names")
    for name in names:
        write(repository / name, "one\ntwo\n")
    git("add", "-A")
    found = Repository.around(repository).staged()
    assert {path.name: lines for path, lines in found.items()} == {
        name: (range(2, 3),) for name in names
    }


def test_text_that_looks_like_a_header_is_text() -> None:
    diff = b"+++ b/a.md\n@@ -1 +1,2 @@\n-x\n+++ b/evil.md\n+@@ -1 +9 @@\n@@ -5 +7 @@\n-a\n+b"
    assert [*parse_diff(diff.split(b"\n"))] == [
        (b"a.md", range(1, 3)),
        (b"a.md", range(7, 8)),
    ]
