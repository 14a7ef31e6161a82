"""What was read out of an article, for people."""

from pathlib import Path

from tests.cli.conftest import Check, write

STORY = """\
# Library to close

The library will close in June, Ann Lee said. It is said that 40 staff will go.

By The Staff
"""


def test_the_page_marks_the_article_and_lists_its_sources(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", STORY)
    page = run("facts", "b.md", "--output-format", "full").stdout
    assert "[1 source]  <cue>  {1 what source 1 is credited with}" in page
    assert "{1 The library will close in June}, [1 Ann Lee] <said>." in page
    assert "{- " in page
    assert "\nSources\n  1  Ann Lee  named person, 6 words credited\n" in page
    assert "\nFigures\n  40 staff = 40\n" in page
