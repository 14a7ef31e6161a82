"""`attrib-lint check`: what is chosen, how it is printed, how it exits."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, MILD, Check, write

SPEAK = "a.md:3:15: error: “so to speak” says nothing. [so-to-speak]"
WERE = "a.md:5:14: info: “as it were” says nothing. [as-it-were]"


def lines(output: str) -> list[str]:
    return output.splitlines()


def test_a_pipe_gets_one_line_per_finding(run: Check) -> None:
    result = run("check", "a.md")
    assert lines(result.stdout) == [SPEAK, WERE, "1 error, 1 info in 1 file."]
    assert result.exit_code == 1


def test_full_shows_the_words_in_their_sentence(run: Check) -> None:
    result = run("check", "a.md", "--select", "so-to-speak", "--output-format", "full")
    assert lines(result.stdout) == [
        "a.md:3:15  error  so-to-speak",
        "  “so to speak” says nothing.",
        "  3 │ The bus left, so to speak, at noon.",
        "    │               ^^^^^^^^^^^",
        "  Ask: What happened?",
        "",
        "1 error in 1 file.",
    ]
    assert "\x1b" not in result.stdout


def test_json_counts_code_points(run: Check) -> None:
    found = json.loads(run("check", "a.md", "--output-format", "json").stdout)["diagnostics"][0]
    start = ARTICLE.index("so to speak")
    assert found["start"] == {"offset": start, "line": 3, "column": 15}
    assert found["end"] == {"offset": start + 11, "line": 3, "column": 26}
    assert ARTICLE[found["start"]["offset"] : found["end"]["offset"]] == found["text"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "so-to-speak"), 0),
        (("--ignore", "so-to-speak", "--fail-on", "info"), 1),
        (("--ignore", "wording", "--fail-on", "info"), 0),
    ],
)
def test_the_exit_code_says_whether_something_severe_was_found(
    run: Check, arguments: tuple[str, ...], code: int
) -> None:
    assert run("check", "a.md", *arguments).exit_code == code


def test_a_folder_is_searched_and_no_path_means_this_folder(run: Check, newsroom: Path) -> None:
    write(newsroom / "news/b.txt", "The bus left, so to speak.\n")
    assert "news/b.txt:1:15: " in run("check").stdout
    assert "news/b.txt:1:15: " in run("check", "news").stdout


def test_standard_input_is_read_in_the_format_of_its_name(run: Check) -> None:
    text = "---\ntitle: A bus\n---\n\nIt left, <!-- so to speak --> so to speak.\n"
    result = run("check", "-", "--stdin-filename", "wire/b.md", stdin=text)
    assert lines(result.stdout)[0].startswith("wire/b.md:5:31: error")
    assert len(lines(result.stdout)) == 2


def test_a_report_goes_to_a_file(run: Check, newsroom: Path) -> None:
    result = run("check", "a.md", "--output-format", "json", "--output-file", "out.json")
    assert result.stdout == ""
    assert len(json.loads((newsroom / "out.json").read_text("utf-8"))["diagnostics"]) == 2


def test_statistics_count_each_rule(run: Check, newsroom: Path) -> None:
    write(newsroom / "a.md", ARTICLE + "\nFull, so to speak.\n")
    result = run("check", "a.md", "--statistics")
    assert "     2  error    so-to-speak\n     1  info     as-it-were\n" in result.stdout


def test_statistics_stay_out_of_json(run: Check) -> None:
    result = run("check", "a.md", "--statistics", "--output-format", "json")
    json.loads(result.stdout)
    assert "so-to-speak" in result.stderr


def test_quiet_prints_findings_alone(run: Check) -> None:
    assert lines(run("check", "a.md", "--quiet").stdout) == [SPEAK, WERE]


def test_findings_come_file_by_file_in_reading_order(run: Check, newsroom: Path) -> None:
    write(newsroom / "0.md", ARTICLE)
    found = lines(run("check", "0.md", "a.md").stdout)
    assert [line.split(":")[:2] for line in found[:-1]] == [
        ["0.md", "3"],
        ["0.md", "5"],
        ["a.md", "3"],
        ["a.md", "5"],
    ]


def test_isolated_reads_no_config(run: Check) -> None:
    assert "so-to-speak" not in run("check", "a.md", "--isolated").stdout


def test_another_config_can_be_named(run: Check, newsroom: Path) -> None:
    write(newsroom / "other/c.toml", 'rule-paths = ["../house"]\nselect = ["as-it-were"]\n')
    assert lines(run("check", "a.md", "--config", "other/c.toml").stdout)[0] == WERE


def test_the_nearest_config_above_the_paths_counts(run: Check, newsroom: Path) -> None:
    write(newsroom / "desk/attrib-lint.toml", 'rule-paths = ["../house"]\nselect = ["as-it-were"]')
    write(newsroom / "desk/a.md", ARTICLE)
    assert len(lines(run("check", "desk").stdout)) == 2


def test_pyproject_holds_a_config(run: Check, newsroom: Path) -> None:
    (newsroom / "attrib-lint.toml").unlink()
    table = '[tool.attrib-lint]\nrule-paths = ["house"]\nselect = ["as-it-were"]\n'
    write(newsroom / "pyproject.toml", table)
    assert lines(run("check", "a.md").stdout)[0] == WERE


def test_rules_can_be_left_out_file_by_file(run: Check, newsroom: Path) -> None:
    write(newsroom / "opinion/b.md", ARTICLE)
    config = (newsroom / "attrib-lint.toml").read_text("utf-8")
    config += '[per-file-ignores]\n"opinion/**" = ["so-to-speak"]\n'
    write(newsroom / "attrib-lint.toml", config)
    found = run("check").stdout
    assert "opinion/b.md:3" not in found
    assert "opinion/b.md:5" in found
    assert SPEAK in found


def test_a_severity_can_be_set(run: Check, newsroom: Path) -> None:
    config = (newsroom / "attrib-lint.toml").read_text("utf-8")
    write(newsroom / "attrib-lint.toml", config + '[severity]\nso-to-speak = "info"\n')
    result = run("check", "a.md")
    assert SPEAK.replace("error", "info") in result.stdout
    assert result.exit_code == 0


def test_prose_that_no_encoding_holds_is_still_printed(run: Check, newsroom: Path) -> None:
    (newsroom / "b.md").write_bytes(b"The bus \xed\xa0\x80 left, so to speak.\n")
    assert run("check", "b.md", "--output-format", "full").exit_code in (1, 2)


def test_a_house_preset_extends_another(run: Check, newsroom: Path) -> None:
    write(newsroom / "house/wording/as_it_were.toml", MILD)
    write(
        newsroom / "attrib-lint.toml",
        'preset = "house"\nrule-paths = ["house"]\n'
        '[presets.house]\nextends = "strict"\nignore = ["all"]\nextend-select = ["as-it-were"]\n'
        '[presets.house.severity]\nas-it-were = "warning"\n',
    )
    found = lines(run("check", "a.md").stdout)
    assert found == [WERE.replace("info", "warning"), "1 warning in 1 file."]
