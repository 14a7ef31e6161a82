"""Whether sentences close by say whose a claim is."""

from __future__ import annotations

import pytest

from attrib_lint.article import Article
from attrib_lint.core.span import Span
from attrib_lint.inputs import read_text
from attrib_lint.linter import Linter, articles
from attrib_lint.questions.nearorigin import is_told_close_by
from attrib_lint.questions.publicfigures import is_public_figure


def read(text: str) -> Article:
    (article,) = articles([read_text("a.txt", text)])
    return article


def at(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # An outlet tells it again, or has just told it.
        (
            "The quarry will close, according to reports.\n\nIt has 90 workers. Reuters reported "
            "that the quarry would close in June.",
            True,
        ),
        (
            "The quarry will close, according to reports.\n\nIt has 90 workers. Reuters reported "
            "that the bishop was ill.",
            False,
        ),
        (
            "The quarry will close, according to reports.\n\nAn engineer told the Reuters agency "
            "that the quarry was empty.",
            True,
        ),
        ("The quarry will close, according to reports. Its owner, Ann Lee, was away.", False),
        # One source speaks before and after.
        (
            "The charter says that the mill is common land. The mill is said to have a leat, "
            "according to reports. The charter says that tolls are free.",
            True,
        ),
        (
            "Ann Lee said that the mill is common land. Lee is said to own it, according to "
            "reports. Lee said that tolls are free.",
            False,
        ),
        # One of the cases that somebody has told of.
        (
            "The auditor, Ann Lee, told of letters to the guild. In one letter, a clerk asked "
            "for coal, according to reports.",
            True,
        ),
        (
            "The guild has 40 letters. In one letter, a clerk asked for coal, according to "
            "reports.",
            False,
        ),
    ],
)
def test_sentences_close_by_tell_whose_a_claim_is(text: str, told: bool) -> None:
    article = read(text)
    assert is_told_close_by(article, at(article, "reports")) is told


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("The storm passed over Lund, a town of [about 90,000 people], at noon.", True),
        ("The storm drove out [about 90,000 people] of Lund at noon.", False),
        ("The valley is home to [some 4,000 people] and a mine.", True),
        ("[More than 30 million people] voted in two rounds.", True),
        ("[More than 30,000 people] marched in two columns.", False),
        ("The state is [$2 trillion] deeper in debt.", True),
        ("The mine is [$2 million] deeper in debt.", False),
        ("Orla Foods has paid [$15 million] for Kell Oysters.", True),
        ("Orla Foods has paid [about $15 million] for an empty barn.", False),
    ],
)
def test_what_anybody_can_look_up_needs_no_source(text: str, public: bool) -> None:
    article = read(text.replace("[", "").replace("]", ""))
    start = text.index("[")
    figure = next(q for q in article.quantities if q.span.start >= start)
    parsed = article.block_at(start)
    assert parsed is not None
    assert is_public_figure(article, parsed, figure) is public


_RELEASE = (
    "Prices rose 4% in May from a year earlier, the statistics office said on Friday. Rents rose "
    "6%.\n\nThe figures beat forecasts of 3%. Bread was up 9%.\n\nThe rain went on.\n\nIt fell in "
    "sheets.\n\nThe sun came out.\n\n{more}"
)


@pytest.mark.parametrize(
    ("more", "public"),
    [
        ("Rents and prices drove some 40,000 bakers out.", True),
        ("Poachers took some 40,000 eels from the lake.", False),
    ],
)
def test_a_story_on_a_release_has_its_figures_from_there(more: str, public: bool) -> None:
    article = read(_RELEASE.format(more=more))
    figure = next(q for q in article.quantities if q.unit == "count")
    parsed = article.block_at(figure.span.start)
    assert parsed is not None
    assert is_public_figure(article, parsed, figure) is public


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("hearsay-adverb", "She found tapes in which the abbot allegedly asks for wine.", False),
        ("hearsay-adverb", "She found a cellar in which the abbot allegedly asks for wine.", True),
        ("hearsay-adverb", "The blog printed pages allegedly from the abbot’s diary.", False),
        ("hearsay-adverb", "The blog printed caps allegedly from the abbot’s shop.", True),
        (
            "hearsay-adverb",
            "The abbot shrugged at the allegations.\n\nThe wine was allegedly sold in May.",
            False,
        ),
        (
            "hearsay-adverb",
            "The abbot shrugged at the barrels.\n\nThe wine was allegedly sold in May.",
            True,
        ),
        (
            "passive-evidential",
            "The abbot is alleged to have sold wine. The indictment runs to nine pages.",
            False,
        ),
        ("passive-evidential", "The abbot is alleged to have sold wine. The cellar is wet.", True),
        (
            "passive-evidential",
            "Many abbots are said to have kept cats.\n\nOne in Cluny, for instance, had nine.",
            False,
        ),
        (
            "passive-evidential",
            "Many abbots are said to have kept cats.\n\nOne in Cluny had nine.",
            True,
        ),
        ("passive-evidential", "The vote was widely seen as a snub.", True),
        ("rumour-as-source", "Word from the Elbe Council is, the dyke will hold.", False),
        ("rumour-as-source", "Word from the harbour is, the dyke will hold.", True),
        (
            "rumour-as-source",
            "There was talk that the mill would shut. The union met. Her letter put an end to "
            "that talk.",
            False,
        ),
        ("rumour-as-source", "There was talk that the mill would shut. The union met.", True),
        (
            "unidentified-study",
            "The mill got a grant, according to data made public on Monday.\n\nIt is on the list "
            "released by the Harbour Board.",
            False,
        ),
        (
            "unidentified-study",
            "The mill got a grant, according to data made public on Monday.\n\nIt is on the list "
            "that lay in the hall.",
            True,
        ),
        (
            "opaque-report",
            "Ferries leak, a report says\n\nFerries leak, a report says, and nobody mends "
            "them.\n\nThe pumps are old. They run all day. The hulls are thin.\n\n"
            "The report, by the Elbe Institute, took a year.",
            False,
        ),
        ("opaque-report", "Some websites groaned within hours of the first reports.", False),
        ("writer-speculation", "They asked what his chances are to win.", False),
        ("writer-speculation", "Chances are he will win.", True),
        ("writer-speculation", "Growers will be hoping for rain in May.", False),
    ],
)
def test_what_a_reader_can_trace_is_let_through(rule: str, text: str, found: bool) -> None:
    reported = {d.rule for d in Linter("strict").check_text(text)}
    assert (rule in reported) is found


def test_a_column_in_the_first_person_may_pass_on_what_it_heard() -> None:
    column = "I rose. I ate. I went to the mill. I sat. The weir reportedly cost $40 million."
    reported = {d.rule for d in Linter("strict").check_text(column)}
    assert not reported & {"hearsay-adverb", "unattributed-figure"}
    news = column.replace("I ", "Ann ")
    assert "hearsay-adverb" in {d.rule for d in Linter("strict").check_text(news)}


def test_sources_that_told_an_agency_back_a_hedged_headline() -> None:
    story = "Minister reportedly resigns\n\nThe minister left at dawn, {}."
    linter = Linter("default")
    told = linter.check_text(story.format("aides told the Reuters agency"))
    untold = linter.check_text(story.format("aides told the porter"))
    assert "hearsay-adverb" not in {d.rule for d in told}
    assert "hearsay-adverb" in {d.rule for d in untold}


_CAREFUL = "The tug left at {}, the pilot Ann Lee said. It towed a barge of sand to the mole. "


@pytest.mark.parametrize(
    ("frame", "found"),
    [
        ("She is widely credited with the new harbour.", False),
        ("She is widely regarded as one of the best pilots.", False),
        ("She is widely seen as a rival to the mayor.", True),
    ],
)
def test_a_careful_article_may_tell_of_a_reputation(frame: str, found: bool) -> None:
    hours = ("noon", "one", "two", "three", "four", "five", "six", "seven")
    text = "".join(_CAREFUL.format(hour) for hour in hours)
    reported = {d.rule for d in Linter("strict").check_text(f"{text}\n\n{frame}\n\nIt rained.")}
    assert ("passive-evidential" in reported) is found
