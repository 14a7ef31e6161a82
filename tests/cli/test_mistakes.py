"""What users get wrong: each mistake is named, says what to do, and exits with 2."""

from pathlib import Path

import pytest

from tests.cli.conftest import RULE, Check, write

FOUND = "a.md:3:15: error"


def add(newsroom: Path, text: str) -> None:
    path = newsroom / "attrib-lint.toml"
    write(path, path.read_text("utf-8") + text)


def test_a_missing_file(run: Check) -> None:
    result = run("check", "a.md", "b.md")
    assert result.exit_code == 2
    assert "b.md: there is no such file or folder" in result.stderr
    assert FOUND in result.stdout


def test_a_folder_without_articles(run: Check, newsroom: Path) -> None:
    write(newsroom / "empty/data.bin", "")
    result = run("check", "empty", "a.md")
    assert result.exit_code == 2
    assert "empty: no articles here; looked for *.txt, *.text, *.md" in result.stderr
    assert FOUND in result.stdout


def test_unreadable_bytes(run: Check, newsroom: Path) -> None:
    (newsroom / "b.md").write_bytes(b"\xff\xfe\x00\xd8 broken \x81\x9d")
    result = run("check", "b.md", "a.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("attrib-lint: b.md")
    assert FOUND in result.stdout


def test_broken_front_matter(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", "---\ntitle: [a\n---\n\nText, so to speak.\n")
    result = run("check", "b.md", "a.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("attrib-lint: b.md")
    assert "front matter" in result.stderr
    assert FOUND in result.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selekt = 1\n", "attrib-lint.toml:3: unknown setting `selekt`. Did you mean “select”?"),
        ('fail-on = "eror"\n', "attrib-lint.toml:3: `fail-on` must be one of “error”"),
        ('include = "x"\n', "attrib-lint.toml:3: `include` must be a list of texts."),
        ("x = \n", "attrib-lint.toml:3: is not valid TOML"),
        ('ignore = ["so-to-speek"]\n', ":3: unknown rule or group “so-to-speek”. Did you mean"),
        ('preset = "reuter"\n', ":3: unknown preset “reuter”. Did you mean “reuters”?"),
        ('[severity]\nwordings = "info"\n', ":4: unknown rule or group “wordings”"),
        ('[severity]\nwording = "fatal"\n', ":4: `severity.wording` must be one of"),
        ("[rules.so-to-speak]\nmax = 3\n", ":4: rule “so-to-speak” has no option `max`."),
        ('[presets.house]\nextends = "apx"\n', ":4: unknown preset “apx”."),
        ('[presets.house]\nextend = "ap"\n', ":4: unknown setting `presets.house.extend`."),
        ('trust = ["house"]\n', ":3: `trust` is not read from a project's config"),
        ('[inputs]\n"*.x" = "markdwon"\n', ':4: there is no format "markdwon"; choose one of'),
    ],
)
def test_a_broken_config_is_named_by_file_and_line(
    run: Check, newsroom: Path, text: str, said: str
) -> None:
    add(newsroom, text)
    result = run("check", "a.md")
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_a_preset_that_extends_itself(run: Check, newsroom: Path) -> None:
    write(
        newsroom / "attrib-lint.toml",
        'preset = "a"\n[presets.a]\nextends = "b"\n[presets.b]\nextends = "a"\n',
    )
    result = run("check", "a.md")
    assert result.exit_code == 2
    assert "preset “a” extends itself (a -> b -> a)" in result.stderr


def test_an_unknown_rule_on_the_command_line(run: Check) -> None:
    result = run("check", "a.md", "--select", "so-to-speek")
    assert result.exit_code == 2
    assert "--select: unknown rule or group “so-to-speek”. Did you mean “so-to-spe" in result.stderr


def test_an_unknown_rule_to_explain(run: Check) -> None:
    result = run("explain", "so-to-speek")
    assert result.exit_code == 2
    assert "Did you mean “so-to-speak”?" in result.stderr


def test_an_unknown_command(run: Check) -> None:
    result = run("chek", "a.md")
    assert result.exit_code == 2
    assert "check" in result.stderr


def test_a_missing_config(run: Check) -> None:
    assert run("check", "a.md", "--config", "no.toml").exit_code == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("broken.toml", "summary = "),
        ("broken.toml", RULE.replace("help =", "halp =")),
    ],
)
def test_a_broken_rule_file_costs_only_itself(
    run: Check, newsroom: Path, name: str, text: str
) -> None:
    write(newsroom / "house/wording" / name, text)
    add(newsroom, '[severity]\nbroken = "info"\n')
    result = run("check", "a.md")
    assert result.exit_code == 2
    assert name in result.stderr
    assert FOUND in result.stdout


BODY = '''"""Say it plainly."""
HELP = "What happened?"
GOOD = ["The bus left."]
BAD = ["The bus left [[early]]."]
'''


def test_a_python_rule_that_nobody_trusted_is_left_out(run: Check, newsroom: Path) -> None:
    write(newsroom / "house/wording/early.py", BODY + "raise SystemExit('ran')\n")
    result = run("check", "a.md")
    assert result.exit_code == 2
    assert "nobody trusted" in result.stderr
    assert "--trust" in result.stderr
    assert FOUND in result.stdout


def test_the_users_own_config_can_trust(run: Check, newsroom: Path) -> None:
    check = "\n\ndef check(article, options):\n    return iter(())\n"
    write(newsroom / "house/wording/early.py", BODY + check)
    assert run("check", "a.md").exit_code == 2
    own = newsroom / "config/attrib-lint/attrib-lint.toml"
    write(own, f'trust = ["{(newsroom / "house").as_posix()}"]\n')
    assert run("check", "a.md").exit_code == 1


def test_a_python_rule_that_breaks_while_it_is_imported(run: Check, newsroom: Path) -> None:
    write(newsroom / "house/wording/early.py", BODY + "1 / 0\n")
    result = run("check", "a.md", "--trust", "house")
    assert result.exit_code == 2
    assert "early.py:5" in result.stderr
    assert "ZeroDivisionError" in result.stderr
    assert FOUND in result.stdout


def test_a_rule_that_crashes_is_contained(run: Check, newsroom: Path) -> None:
    check = "\n\ndef check(article, options):\n    raise KeyError(article.text)\n"
    write(newsroom / "house/wording/early.py", BODY + check)
    result = run("check", "a.md", "--trust", "house")
    assert result.exit_code == 2
    assert "the rule early crashed at" in result.stderr
    assert "early.py:8" in result.stderr
    assert "--ignore early" in result.stderr
    assert "bus" not in result.stderr
    assert FOUND in result.stdout


def test_a_report_that_cannot_be_written(run: Check) -> None:
    result = run("check", "a.md", "--output-file", "nowhere/out.txt")
    assert result.exit_code == 2
    assert "nowhere/out.txt: No such file or directory" in result.stderr


def test_standard_input_is_not_mixed_with_paths(run: Check) -> None:
    assert run("check", "-", "a.md", stdin="x").exit_code == 2
