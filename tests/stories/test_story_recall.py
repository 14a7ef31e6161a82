"""Story facts come from the index: old articles are neither parsed nor judged again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from attrib_lint.cli import main
from attrib_lint.index import Index
from attrib_lint.inputs import read_text
from attrib_lint.linter import Linter
from attrib_lint.story_run import Together, check_together
from tests.parses import parsed as listen
from tests.stories.test_story import BAKER, FERRY


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are parsed."""
    return listen(monkeypatch)


def together(texts: Iterable[str], path: Path | None) -> Together:
    index = Index(path) if path is not None else None
    linter = Linter(preset="strict", index=index)
    found = check_together(linter, [read_text(f"{i}.txt", text) for i, text in enumerate(texts)])
    if index is not None:
        index.close()
    return found


def test_known_articles_are_not_parsed_again(tmp_path: Path, parsed: list[str]) -> None:
    path = tmp_path / "index.sqlite3"
    first = together([*FERRY, BAKER], path)
    del parsed[:]
    assert together([*FERRY, BAKER], path) == first
    assert parsed == []


def test_one_new_article_among_old_ones_is_parsed_alone(tmp_path: Path, parsed: list[str]) -> None:
    path = tmp_path / "index.sqlite3"
    together([*FERRY[:2], BAKER], path)
    del parsed[:]
    found = together([*FERRY, BAKER], path)
    assert parsed
    assert all(text in FERRY[2] for text in parsed)
    assert [len(story.articles) for story in found.stories] == [3]


def test_the_index_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite3"
    without = together([*FERRY, BAKER], None)
    assert together([*FERRY, BAKER], path) == together([*FERRY, BAKER], path) == without


def test_damaged_story_facts_are_made_anew(tmp_path: Path, parsed: list[str]) -> None:
    path = tmp_path / "index.sqlite3"
    first = together([*FERRY, BAKER], path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE rows SET sealed = zeroblob(length(sealed))")
    connection.close()
    del parsed[:]
    assert together([*FERRY, BAKER], path) == first
    assert parsed


def test_an_article_under_another_name_is_the_same_article(
    tmp_path: Path, parsed: list[str]
) -> None:
    path = tmp_path / "index.sqlite3"
    together(FERRY, path)
    del parsed[:]
    found = together([BAKER, *FERRY], path)
    assert parsed
    assert all(text in BAKER for text in parsed)
    (story,) = found.stories
    assert [told.path for told in story.articles] == ["1.txt", "2.txt", "3.txt"]


def test_the_story_command_uses_the_index(
    tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "news"
    folder.mkdir()
    for i, text in enumerate(FERRY):
        (folder / f"{i}.txt").write_text(text, encoding="utf-8")
    runner = CliRunner()
    first = runner.invoke(main, ["story", str(folder)])
    del parsed[:]
    assert runner.invoke(main, ["story", str(folder)]).output == first.output
    assert parsed == []
