"""A headline's figure that the story never gives."""

from __future__ import annotations

import pytest

from attrib_lint.agreement.against_lede import against_lede
from attrib_lint.agreement.mention import mentions
from attrib_lint.article import Article
from attrib_lint.articles import articles
from attrib_lint.engine import check_article
from attrib_lint.inputs import read_text
from attrib_lint.linter import Linter

MEANT = [
    ("Blast kills 31 in Leeds mine", "At least 38 miners died in a blast at a Leeds mine.", "31"),
    ("Leeds mill to lose 600 jobs", "The Leeds mill could close, with about 480 jobs.", "600"),
    ("Leeds brewer sold for £40m", "The Leeds brewer was sold for £52m.", "£40m"),
    ("Row over £2.3m pool in Leeds", "A Leeds pool is £3.2m too dear, a row shows.", "over £2.3m"),
]
IN_ORDER = [
    # it is given further down, added up, rounded, of another story, or too far away to be meant
    ("Leeds mill to lose 600 jobs", "The Leeds mill has 480 jobs.\n\nIt will cut 600 jobs."),
    ("Leeds mill to lose 600 jobs", "The Leeds mill will cut 400 jobs in May and 200 in June."),
    ("Leeds mill to lose 300 jobs", "The Leeds mill will lose 312 jobs."),
    ("Leeds mill to lose 600 jobs", "A factory in Hull will cut 480 jobs."),
    ("Leeds brewer sold for £40m", "The Leeds brewer, sold on Monday, pays £900 a week."),
    ("Leeds rents at £600? Tenants move", "In Leeds rents of £400 drive tenants out."),
    ("Blast kills 31 in Leeds mine", "The blast in the Leeds mine wounded 38 miners."),
]


def _article(headline: str, body: str) -> Article:
    (article,) = articles([read_text("a.md", f"# {headline}\n\n{body}\n")])
    return article


@pytest.mark.parametrize(("headline", "body", "figure"), MEANT)
def test_the_opening_s_only_figure_is_meant(headline: str, body: str, figure: str) -> None:
    article = _article(headline, body)
    assert [top.text for top, _ in against_lede(article, mentions(article))] == [figure]


@pytest.mark.parametrize(("headline", "body"), IN_ORDER)
def test_a_figure_that_is_borne_out_or_of_something_else_is_not_held(
    headline: str, body: str
) -> None:
    article = _article(headline, body)
    assert not [*against_lede(article, mentions(article))]


@pytest.mark.parametrize("preset", ["default", "strict"])
def test_a_headline_below_its_story_is_read_like_any(preset: str) -> None:
    story = "The Leeds mill could close, with about 480 jobs, Ann Lee said."
    article = next(articles([read_text("a.md", f"{story}\n\n# Leeds mill to lose 600 jobs")]))
    checked = check_article(article, Linter(preset=preset).active)
    assert checked.errors == ()
    assert "number-conflict" not in {diagnostic.rule for diagnostic in checked.diagnostics}
