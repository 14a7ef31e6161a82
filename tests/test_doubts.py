"""What stands against something that is told as a fact."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.questions.doubts import doubt_about

STORY = """# Harbour bridge shuts in May

{lede}

Traders wept. The bridge opened in 1931 and has four lanes.
"""


@pytest.mark.parametrize(
    ("lede", "doubt"),
    [
        ("Rain may fall on Monday. The harbour bridge could shut in May, Ann Lee said.", "could"),
        ("The harbour bridge will shut in May, according to an insider.", "an insider"),
        ("The bridge reportedly shuts in May.", "reportedly"),
        ("The bridge shuts in May, the mayor, Ann Lee, said.", None),
    ],
)
def test_the_doubt_is_the_one_in_the_likest_sentence(lede: str, doubt: str | None) -> None:
    article = next(articles([read_text("a.md", STORY.format(lede=lede))]))
    headline = article.headline
    assert headline is not None
    place = doubt_about(article, headline.block.span, article.body)
    assert (place.of(article.text) if place else None) == doubt
