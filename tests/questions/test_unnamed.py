"""What the words of a mention tell about a source without a name."""

import pytest

from attrib_lint.article import Article
from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.questions.reports import opaque_reports
from attrib_lint.questions.unnamed import introduced, unnamed_sources


def read(text: str) -> Article:
    (article,) = articles([read_text("a.txt", text)])
    return article


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("A reliable source said the pit would shut.", "bare"),
        ("A source close to the mayor said the pit would shut.", "proximity"),
        ("A source at the mine said the pit would shut.", "other"),
        ("Two aides said the pit would shut.", "insider"),
        ("Two sources who toured the pit said it would shut.", "other"),
        ("A spokeswoman said the pit would shut.", "public"),
    ],
)
def test_a_mention_is_sorted_by_what_it_tells(text: str, sort: str) -> None:
    assert [mention.sort for mention in unnamed_sources(read(text))] == [sort]


def test_a_source_that_points_back_is_not_introduced_again() -> None:
    article = read("Two nurses said the ward was cold. The nurses said heaters were locked away.")
    mentions = unnamed_sources(article)
    assert [m.phrase.text for m in introduced(mentions)] == ["Two nurses"]


def test_a_name_in_apposition_makes_a_source_named() -> None:
    assert unnamed_sources(read("A former aide, Ruth Hall, said the pit would shut.")) == ()


def test_a_source_in_reported_speech_is_the_speakers_own() -> None:
    assert unnamed_sources(read("Ruth Hall said a source had told her the pit would shut.")) == ()


def test_unnamed_sources_are_found_once_for_an_article() -> None:
    article = read("A source said the pit would shut.")
    assert unnamed_sources(article) is unnamed_sources(article)


def test_a_report_with_a_publisher_is_not_opaque() -> None:
    article = read("A report by Oxfam says wells are dry. Reports say the pit will shut.")
    assert [phrase.text for phrase in opaque_reports(article)] == ["Reports"]


@pytest.mark.parametrize(
    "text",
    [
        "The Porto daily, citing sources close to the coach, says the pit will shut.",
        "The pit will shut, says Le Monde, quoting sources close to the coach.",
    ],
)
def test_those_whom_a_paper_cites_are_sources_of_their_own(text: str) -> None:
    found = [(m.phrase.text, m.sort) for m in unnamed_sources(read(text))]
    assert found == [("sources close to the coach", "proximity")]


CAMP = "A UNICEF official said the camp was full.\n\n"


@pytest.mark.parametrize(
    ("follows", "unnamed"),
    [
        ("“We have no tents,” UNICEF’s regional director, Ama Boye, said in a statement.", 0),
        ("It rained.\n\nUNICEF director Ama Boye told reporters that tents were on the way.", 0),
        ("“We have no tents,” Ama Boye, a nurse, said.", 1),
        ("It rained.\n\nIt snowed.\n\nIt blew.\n\nUNICEF director Ama Boye said so.", 1),
    ],
)
def test_an_official_may_be_the_one_who_speaks_for_the_body_next(
    follows: str, unnamed: int
) -> None:
    assert len(unnamed_sources(read(CAMP + follows))) == unnamed


def test_a_commander_may_be_the_general_of_the_next_sentence() -> None:
    text = (
        "The raids were “unhelpful”, a senior army commander said on Monday.\n\nGeneral Ada Obi, "
        "who leads it, would not speak of the talks but criticised the raids. “It is a lot,” "
        "Obi said."
    )
    assert unnamed_sources(read(text)) == ()


def test_who_speaks_after_two_quoted_sentences_is_the_one_brought_in() -> None:
    text = (
        "A harbour official told the Gazette the huts were illegal.\n\n“We asked them to go. Now "
        "they blame Joan Carter for it,” Ravi Ade said."
    )
    assert [m.phrase.text for m in unnamed_sources(read(text))] == []


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        ("A member of the audience said the choir was flat.", False),
        ("A member of the board said the choir was flat.", True),
    ],
)
def test_one_of_the_audience_keeps_nothing_back(text: str, withheld: bool) -> None:
    assert [m.withheld for m in unnamed_sources(read(text))] == [withheld]
