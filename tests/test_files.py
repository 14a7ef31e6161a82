from __future__ import annotations

from pathlib import Path

import pytest

from attrib_lint.core.errors import InputError
from attrib_lint.files import find_files


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The mayor said so.\n", encoding="utf-8")


def found(root: Path, *paths: str, **options: object) -> list[str]:
    files = find_files([root / path for path in paths or ("",)], root=root, **options)  # type: ignore[arg-type]  # forwards test options
    return [file.relative_to(root).as_posix() for file in files]


def test_a_folder_gives_its_articles_by_name(tmp_path: Path) -> None:
    make(tmp_path, "b.md", "a.txt", "sub/c.MD", "logo.png", "requirements.txt")
    assert found(tmp_path) == ["a.txt", "b.md", "sub/c.MD"]


def test_hidden_and_vendored_folders_are_skipped(tmp_path: Path) -> None:
    make(tmp_path, "a.md", ".hidden/b.md", "node_modules/x/c.md", "env/d.md", ".e.md")
    (tmp_path / "env" / "pyvenv.cfg").touch()
    assert found(tmp_path) == ["a.md"]


def test_what_git_ignores_is_skipped_and_the_innermost_file_decides(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "drafts/b.md", "news/c.draft.md", "news/keep.draft.md", "news/own.md")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("/drafts/\n*.draft.md\n")
    (tmp_path / "news" / ".gitignore").write_text("!keep.draft.md\nown.md\n")
    assert found(tmp_path) == ["a.md", "news/keep.draft.md"]
    assert found(tmp_path, "news") == ["news/keep.draft.md"]


def test_include_and_exclude_are_relative_to_the_root(tmp_path: Path) -> None:
    make(tmp_path, "articles/a.md", "articles/old/b.md", "other/c.md")
    assert found(tmp_path, include=["articles/**"], exclude=["articles/old/"]) == ["articles/a.md"]


def test_a_glob_with_a_format_makes_a_file_an_article(tmp_path: Path) -> None:
    make(tmp_path, "a.story", "b.other")
    assert found(tmp_path, inputs={"*.story": "plain"}) == ["a.story"]


def test_a_named_file_is_always_taken_and_only_once(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "notes.xyz", "node_modules/b.md")
    names = ["notes.xyz", "node_modules/b.md", "a.md", "a.md", ""]
    assert found(tmp_path, *names, exclude=["notes.xyz"]) == [
        "notes.xyz",
        "node_modules/b.md",
        "a.md",
    ]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "sub/a.md")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    assert found(tmp_path) == ["sub/a.md"]


def test_a_folder_without_articles_says_what_it_looked_for(tmp_path: Path) -> None:
    make(tmp_path, "logo.png")
    with pytest.raises(InputError, match=r"no articles here; looked for \*\.txt, .*\*\.md.*; name"):
        found(tmp_path)


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.md: there is no such file or folder; check"):
        found(tmp_path, "gone.md")
