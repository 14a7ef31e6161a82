"""An article that carries a label of opinion, or a note on a writer from outside, is opinion."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text

BODY = [
    "The weir at Hale broke on Monday and flooded forty homes, the council said.",
    "The road to the mill stays closed until the water has gone, according to the police.",
    "Its engineer is to report to the mayor on Friday, the council said on Tuesday.",
]


def genre(*paragraphs: str, suffix: str = "txt") -> str:
    return read_text(f"a.{suffix}", "\n\n".join(paragraphs)).metadata.get("genre", "")


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["Opinion: Let the weir go"], "opinion"),
        (["Let the weir go | Opinion"], "opinion"),
        (["Let the weir go", "COMMENTARY"], "opinion"),
        (["Let the weir go", "ANALYSIS/OPINION:"], "opinion"),
        (["Why the weir broke", "Analysis"], "analysis"),
        (["Weir breaks at Hale"], ""),
        (["Opinions differ on the weir"], ""),
        (["Analysis of the water shows lead"], ""),
    ],
)
def test_labels_over_an_article(above: list[str], expected: str) -> None:
    assert genre(*above, *BODY) == expected


@pytest.mark.parametrize(
    "below",
    [
        "The views expressed here are the author's own.",
        "Opinions expressed in this channel are solely those of each contributor.",
        "Ann Lee is a columnist for the Courier.",
        "Ann Lee is professor of hydrology at Hale College.",
        "• Bo Ek served as undersecretary of the interior.",
    ],
)
def test_notes_below_an_article(below: str) -> None:
    assert genre("Let the weir go", *BODY, below) == "opinion"


@pytest.mark.parametrize(
    "below",
    [
        "Ann Lee is a reporter for the Courier.",
        "The Hale Weir Trust is a charity.",
        "Opinions on the weir vary.",
        "The council is to vote on the director's plan.",
    ],
)
def test_last_paragraphs_of_news(below: str) -> None:
    assert genre("Weir breaks at Hale", *BODY, below) == ""


def test_somebody_whom_the_news_speaks_of_is_no_outsider() -> None:
    told = "The weir can be mended, Ms. Lee told the council."
    assert genre("Weir breaks", *BODY, told, "Ann Lee is professor of hydrology at Hale.") == ""


def test_what_front_matter_calls_news_is_news() -> None:
    front = "---\ngenre: news\n---\n\n# Let the weir go"
    assert genre(front, "COMMENTARY", *BODY, suffix="md") == "news"
