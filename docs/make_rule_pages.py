"""Writes docs/rules from the rule files: run it after a change to any rule."""

from __future__ import annotations

from pathlib import Path

from attrib_lint import Linter
from attrib_lint.core.errors import RuleError
from attrib_lint.report.rule_pages import rule_pages

FOLDER = Path(__file__).parent / "rules"


def pages() -> dict[str, str]:
    """Every page as it should be; raises RuleError where a rule file cannot be used."""
    linter = Linter()
    for error in linter.errors:
        raise RuleError(error.message)
    return rule_pages(linter.rules)


def main() -> None:
    """Write the pages, and remove those of rules that are gone."""
    wanted = pages()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
