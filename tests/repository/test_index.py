"""The index: the same findings with it as without it, whatever happens to its file."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from attrib_lint.index import Index, hashed
from attrib_lint.recall import Recall
from tests.cli.conftest import ARTICLE, MILD, Check, newsroom, run, write
from tests.parses import parsed

__all__ = ["newsroom", "run"]
ROOT = Path(__file__).parents[2]
STORY = """\
# The bridge at Orrin Ford will close, two officials say

The bridge at Orrin Ford will close in May, so to speak, one of the sources said on Monday.

{extra}

“We were not asked,” said Maud Ellery, who chairs the parish council. As it were.
"""


def index_file(newsroom: Path) -> Path:
    return newsroom / "cache/attrib-lint/index.sqlite3"


def fill(newsroom: Path, count: int = 6) -> None:
    for i in range(count):
        write(newsroom / f"news/{i}.md", STORY.format(extra=f"It carries {i + 2} buses a day."))


def findings(run: Check, *arguments: str) -> str:
    return run("check", "--output-format", "json", "--fail-on", "never", *arguments).stdout


def test_a_second_run_parses_nothing_and_finds_the_same(
    run: Check, newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(newsroom)
    without = findings(run, "--no-cache")
    assert not index_file(newsroom).exists()
    first = findings(run)
    seen = parsed(monkeypatch)
    assert findings(run) == first == without
    assert seen == []


def test_an_edit_costs_one_paragraph(
    run: Check, newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(newsroom)
    findings(run)
    write(newsroom / "news/3.md", STORY.format(extra="It carries nobody, as it were."))
    seen = parsed(monkeypatch)
    found = findings(run)
    assert seen == ["It carries nobody, as it were."]
    assert found == findings(run, "--no-cache")


def test_a_run_answered_by_the_index_imports_no_heavy_library(run: Check, newsroom: Path) -> None:
    fill(newsroom)
    findings(run)
    probe = """
import sys
from attrib_lint.cli import main
try:
    main(["check", "--fail-on", "never"], prog_name="attrib-lint")
except SystemExit as stop:
    assert not stop.code, stop.code
print("LOADED", *sorted(sys.modules))
"""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, env=env, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.rpartition("LOADED")[2].split())
    assert "so-to-speak" in done.stdout
    assert loaded.isdisjoint({"spacy", "thinc", "numpy", "libcst", "rich", "attrib_lint.article"})


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: write(
            folder / "house/wording/as_it_were.toml", MILD.replace("info", "error")
        ),
        lambda folder: write(
            folder / "attrib-lint.toml", 'rule-paths = ["house"]\npreset = "ap"\n'
        ),
        lambda folder: write(
            folder / "attrib-lint.toml",
            'select = ["wording"]\nrule-paths = ["house"]\n[severity]\nas-it-were = "warning"\n',
        ),
        lambda folder: write(
            folder / "attrib-lint.toml",
            'select = ["wording"]\nrule-paths = ["house"]\n'
            '[per-file-ignores]\n"a.md" = ["so-to-speak"]\n',
        ),
        lambda folder: write(folder / "a.md", "<!-- attrib-lint: ignore-file -->\n\n" + ARTICLE),
        lambda folder: write(
            folder / "attrib-lint-accepted.toml",
            '[[accepted]]\nrule = "so-to-speak"\nfingerprint = "x"\n',
        ),
    ],
    ids=["rule", "preset", "severity", "per-file", "comment", "accepted"],
)
def test_what_changes_findings_changes_them_with_an_index(
    run: Check, newsroom: Path, change: object
) -> None:
    findings(run)
    assert callable(change)
    change(newsroom)
    assert findings(run) == findings(run, "--no-cache")


def test_a_file_that_moved_is_known_under_its_new_name(
    run: Check, newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings(run)
    (newsroom / "a.md").rename(newsroom / "b.md")
    seen = parsed(monkeypatch)
    assert '"path": "b.md"' in findings(run)
    assert seen == []


def test_the_index_is_private_and_holds_nothing_to_read(run: Check, newsroom: Path) -> None:
    fill(newsroom)
    findings(run)
    path = index_file(newsroom)
    assert path.stat().st_mode & 0o777 == 0o600
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    for word in (b"Orrin", b"bridge", b"Ellery", b"so to speak", b"so-to-speak", b"nsubj", b"said"):
        assert word not in content


def damaged(kind: str, path: Path) -> None:
    content = bytearray(path.read_bytes())
    if kind == "empty":
        content = bytearray()
    elif kind == "text":
        content = bytearray(b"this is not a database, " * 400)
    elif kind == "cut":
        content = content[: len(content) // 2]
    elif kind == "flips":
        source = random.Random(7)
        for _ in range(400):
            content[source.randrange(100, len(content))] ^= 1 << source.randrange(8)
    elif kind == "schema":
        with sqlite3.connect(path) as connection:
            connection.execute("DROP TABLE rows")
            connection.execute("CREATE TABLE rows (something)")
        connection.close()
        return
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("kind", ["empty", "text", "cut", "flips", "schema"])
def test_a_damaged_index_is_never_believed(run: Check, newsroom: Path, kind: str) -> None:
    fill(newsroom)
    first = findings(run)
    damaged(kind, index_file(newsroom))
    result = run("check", "--output-format", "json", "--fail-on", "never")
    assert result.stdout == first
    assert result.exit_code == 0
    if kind in ("text", "schema"):
        assert "is started anew" in result.stderr
    assert findings(run) == first
    assert "index" not in run("check", "--fail-on", "never").stderr


def test_an_index_that_cannot_be_written_is_said_and_done_without(
    run: Check, newsroom: Path
) -> None:
    write(newsroom / "cache", "a file where the folder should be")
    result = run("check", "--fail-on", "never")
    assert result.exit_code == 0
    assert "so-to-speak" in result.stdout
    assert "no index" in result.stderr


def test_a_row_opens_for_its_text_alone(tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    index.keep(b"text", b"setting", b"content")
    assert index.find([b"text", b"Text"], b"setting") == [b"content", None]
    assert index.find([b"text"], b"other") == [None]
    index.close()
    assert Index(tmp_path / "index").find([b"text"], b"setting") == [b"content"]
    with sqlite3.connect(tmp_path / "index") as connection:
        (sealed,) = connection.execute("SELECT sealed FROM rows").fetchone()
        swapped = bytes([sealed[0] ^ 1]) + sealed[1:]
        connection.execute("UPDATE rows SET sealed = ?", (swapped,))
    assert Index(tmp_path / "index").find([b"text"], b"setting") == [None]


def test_rows_that_nobody_asked_for_in_a_month_go(tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    index.keep(b"old", b"", b"1")
    index.keep(b"new", b"", b"2")
    index.flush()
    with sqlite3.connect(tmp_path / "index") as connection:
        connection.execute("UPDATE rows SET used = used - 31")
    index.find([b"new"], b"")
    index.close()
    assert Index(tmp_path / "index").find([b"old", b"new"], b"") == [None, b"2"]


def test_hashes_tell_parts_apart() -> None:
    assert hashed((b"ab", b"c")) != hashed((b"a", b"bc")) != hashed((b"abc",))


def test_a_parse_comes_back_as_it_was(tmp_path: Path) -> None:
    from attrib_lint import nlp

    texts = [
        STORY,
        "",
        "  two  spaces\n\nand 🎉 e\u0301 “quotes”",
        "One. Two. Three said so.",
        "x=a=b|c=d of y=z\n",
    ]
    recall = Recall(Index(tmp_path / "index"))
    fresh = [*recall.parse(texts)]
    known = [*recall.parse(texts)]
    for text, before, after in zip(texts, fresh, known, strict=True):
        assert after.text == text
        assert before.to_json() == after.to_json()
    assert next(iter(nlp.parse(texts))).to_json() == known[0].to_json()


def test_concurrent_and_killed_runs_leave_a_right_index(run: Check, newsroom: Path) -> None:
    fill(newsroom, 10)
    command = [sys.executable, "-m", "attrib_lint", "check", "--fail-on", "never"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = [
        subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(10)
    ]
    source = random.Random(3)
    for process in started[:3]:
        time.sleep(source.random())
        process.send_signal(signal.SIGKILL)
    codes = [process.wait() for process in started]
    assert codes[3:] == [0] * 7
    assert findings(run) == findings(run, "--no-cache")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_several_processes_find_the_same_in_the_same_order(
    run: Check, newsroom: Path, jobs: str
) -> None:
    fill(newsroom, 4)
    write(newsroom / "news/2.md", "---\ntitle: [\n---\n")
    found = findings(run, "--no-cache", "--jobs", jobs)
    assert found == findings(run, "--no-cache", "--jobs", "1")
    assert '"kind": "unreadable-input"' in found


def test_processes_share_the_index(
    run: Check, newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(newsroom, 4)
    first = findings(run, "--jobs", "2")
    seen = parsed(monkeypatch)
    assert findings(run) == first
    assert seen == []


def test_clean_removes_the_index(run: Check, newsroom: Path) -> None:
    findings(run)
    assert index_file(newsroom).exists()
    assert "removed" in run("clean").stdout
    assert not index_file(newsroom).exists()
    assert "there is none" in run("clean").stdout
