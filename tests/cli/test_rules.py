"""Rules of one's own: written, checked and tried before anybody switches them on."""

from pathlib import Path

import pytest

from attrib_lint.rule_source import faults
from tests.cli.conftest import RULE, Check, write

PYTHON = '''"""Leave on time.

House convention.
"""

from attrib_lint.api import Finding, Span

HELP = "Did it?"
GOOD = ["It left.", "It stayed.", "It came."]
BAD = ["[[It]] left early.", "[[It]] came early.", "[[It]] stayed early."]


def check(article, options):
    if "early" in article.text:
        yield Finding(Span(0, 2), "It was early.")
'''


@pytest.mark.parametrize("kind", ["toml", "python"])
def test_a_new_rule_is_sound_and_its_examples_pass(run: Check, newsroom: Path, kind: str) -> None:
    written = run("rules", "new", "too-vague", *(["--python"] if kind == "python" else []))
    assert written.exit_code == 0
    name = f"house/wording/too_vague.{'py' if kind == 'python' else 'toml'}"
    assert (newsroom / name).is_file()
    assert "written" in written.stdout
    checked = run("rules", "check", name, "--trust", "house")
    assert checked.stdout.startswith(f"{newsroom / name}: 6 examples pass.") or (
        checked.stdout.startswith(f"{name}: 6 examples pass.")
    )
    assert checked.exit_code == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("so-to-speak", "so_to_speak.toml: is there already"),
        ("Too_Vague", "is no rule's name"),
        ("vague-collective", "is built in"),
    ],
)
def test_a_new_rule_needs_a_name_of_its_own(run: Check, name: str, said: str) -> None:
    result = run("rules", "new", name)
    assert result.exit_code == 2
    assert said in result.stderr


def test_rules_alone_lists_them_with_the_preset(run: Check) -> None:
    shown = run("rules", "--isolated", "--preset", "ap").stdout
    assert "● vague-collective" in shown
    assert "○ " in shown
    assert shown.rstrip().endswith("preset ap.")


def test_a_python_rule_is_read_but_runs_only_when_trusted(run: Check, newsroom: Path) -> None:
    write(newsroom / "house/wording/early.py", PYTHON + "\nraise SystemExit(3)\n")
    untrusted = run("rules", "check", "house/wording/early.py")
    assert untrusted.exit_code == 0
    assert "its examples were not run. If you trust it: --trust" in untrusted.stdout
    trusted = run("rules", "check", "house/wording/early.py", "--trust", "house")
    assert trusted.exit_code == 1
    assert "SystemExit: 3" in trusted.stdout


def test_an_example_that_fails_is_shown(run: Check, newsroom: Path) -> None:
    texts = 'good = ["The bus left.", "So it goes.", "To speak is hard, so to speak."]'
    bad = 'bad = ["The bus left, [[so to speak]].", "[[So to speak]], no.", "Yes, [[so]]."]'
    rule = RULE.replace('good = ["The bus left."]', texts)
    rule = rule.replace('bad = ["The bus left, [[so to speak]]."]', bad)
    write(newsroom / "house/wording/so_to_speak.toml", rule)
    result = run("rules", "check", "house/wording/so_to_speak.toml")
    assert result.exit_code == 1
    assert "so_to_speak.toml: not flagged: 'so' in 'Yes, so.'" in result.stdout
    assert "flagged: 'so to speak' in 'To speak is hard, so to speak.'" in result.stdout
    assert "0 of 1 rule files are sound." in result.stdout


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("def check(", "def check(:", ":13: not valid Python"),
        ("House convention.", "", ":1: the docstring says only what"),
        ('"""Leave on time.', 'x = """Leave on time.', ":1: begin the file with a docstring"),
        ("Did it?", "It did.", ":8: HELP: set it to the question"),
        ("GOOD", "GOODS", ": GOOD is missing"),
        (', "It stayed.", "It came."', "", ":9: GOOD: give at least 3 examples; 1 so far."),
        ("[[It]] came", "It came", ":10: BAD: mark what is flagged as [[...]] in “It came early.”"),
        ("It stayed.", "[[It]] stayed.", ":9: GOOD: nothing is flagged in a good example"),
        ('["It left.",', '[str("It left."),', ":9: GOOD: write it as a plain list of texts"),
        ("article, options", "article", ":13: `check` is called as `check(article, options)`."),
        ("def check", "def chack", ": define `check(article, options)` or"),
        ("import Finding", "import Finding\nimport requests\n#", ":7: imports requests"),
        ("attrib_lint.api", "attrib_lint.engine", ":6: imports attrib_lint.engine"),
        ("attrib_lint.api", ".other", ":6: imports .other"),
        ("    if", "    print(options)\n    if", ":14: `print`: a rule reads no files"),
        ("HELP =", 'SEVERITY = "fatal"\nHELP =', ":8: SEVERITY: use one of error"),
        ("HELP =", 'PRESETS = ["bbc"]\nHELP =', ":8: PRESETS: “bbc” is none of"),
        ("HELP =", "OPTIONS = 3\nHELP =", ":8: OPTIONS: write it as a plain table"),
    ],
)
def test_what_is_wrong_with_a_python_rule_is_read_off_it(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = write(tmp_path / "early.py", PYTHON)
    assert faults(path) == ()
    write(path, PYTHON.replace(old, new))
    assert any(f"{path}{said}" in text for text in faults(path)), faults(path)


def test_a_toml_rule_with_too_few_examples(run: Check) -> None:
    result = run("rules", "check", "house")
    assert result.exit_code == 1
    assert "so_to_speak.toml: good: give at least 3 examples; 1 so far." in result.stdout


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere", "nowhere: there is no such file"),
        ("a.md", "a.md: a rule is a .toml or a .py file"),
    ],
)
def test_what_is_no_rule_file(run: Check, path: str, said: str) -> None:
    result = run("rules", "check", path)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_rule_is_tried_on_articles_though_it_is_off(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", "The bus left.\n")
    result = run("rules", "try", "so-to-speak", ".", "--ignore", "all")
    assert result.exit_code == 0
    shown = result.stdout
    assert "so-to-speak: 1 finding in 1 of 2 files, 45.45 per 1,000 words (22 words)." in shown
    assert "The bus left, so to speak, at noon." in shown
    assert "Ask: What happened?" in shown


def test_a_rule_file_outside_every_pack_is_tried(run: Check, newsroom: Path) -> None:
    write(newsroom / "new/at_noon.toml", RULE.replace("so to speak", "at noon"))
    shown = run("rules", "try", "new/at_noon.toml", "a.md").stdout
    assert "at-noon: 1 finding in 1 of 1 files" in shown
    write(newsroom / "new/early.py", PYTHON)
    untrusted = run("rules", "try", "new/early.py", "a.md")
    assert untrusted.exit_code == 2
    assert "--trust" in untrusted.stderr
    trusted = run("rules", "try", "new/early.py", "a.md", "--trust", "new")
    assert "early: 0 findings" in trusted.stdout


def test_the_sample_depends_on_the_seed_alone(run: Check, newsroom: Path) -> None:
    lines = "\n\n".join(f"Bus {n} left, so to speak." for n in range(2, 22))
    write(newsroom / "b.md", lines)
    arguments = ("rules", "try", "so-to-speak", "b.md", "--sample", "3", "--seed")
    first = run(*arguments, "7").stdout
    assert "so-to-speak: 20 findings" in first
    assert "A random sample of 3 (seed 7):" in first
    assert first.count("Ask:") == 3
    assert run(*arguments, "7").stdout == first
    assert run(*arguments, "8").stdout != first.replace("seed 7", "seed 8")


def test_an_unknown_rule_to_try(run: Check) -> None:
    result = run("rules", "try", "so-to-speek", "a.md")
    assert result.exit_code == 2
    assert "unknown rule “so-to-speek”. Did you mean “so-to-speak”?" in result.stderr
