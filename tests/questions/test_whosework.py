"""Whose a report, a study or a paper is, told where the text comes back to it."""

from __future__ import annotations

import pytest

from attrib_lint.article import Article
from attrib_lint.core.span import Span
from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.questions.whosework import says_whose


def read(text: str) -> Article:
    (article,) = articles([read_text("a.md", text)])
    return article


def told(text: str, words: str) -> bool:
    start = text.index(words)
    article = read(text)
    at = article.text.index(words) if start else 0
    return says_whose(article, Span(at, at + len(words)))


REPORT = "A report says one well in five is dry. "
STUDY = "A study has found that naps help pilots.\n\n"


@pytest.mark.parametrize(
    ("opening", "next_sentences"),
    [
        (REPORT, "The report comes from the Water Guild."),
        (REPORT, "The document, from the Auditor-General of Kerala, covers five years."),
        (REPORT, "It was drawn up by Healthwatch Devon after six visits."),
        (REPORT, "Most of them lie in the east.\n\nThe survey was commissioned by WaterAid."),
        (REPORT, "Published by the inspectorate Ofwat, the report lists forty faults."),
        (REPORT, "The Water Guild’s report is the first of its kind."),
        (REPORT, "In its report, the Harbour Institute said that rain would not help."),
        (REPORT, "“Rain will not help,” said Marta Ruiz, one of the report’s authors."),
        (STUDY, "The work, by Ngozi Ade of the University of Jos, appeared in Sleep Notes."),
        (STUDY, "Lead author Ama Obi put the effect at 4%."),
        (STUDY, "The team, led by Per Holm, watched 60 of them."),
        (STUDY, "Scientists from the Sleep Laboratory in Graz watched 60 of them."),
        (STUDY, "“We found no harm in it,” said Lena Voss, a doctor at Leeds Polytechnic."),
        (STUDY, "They slept for an hour.\n\nThe findings appear in Respiratory Notes."),
        (STUDY, "Jin Sato, who led the research, said that airlines should prepare."),
    ],
)
def test_the_next_sentences_say_whose_it_is(opening: str, next_sentences: str) -> None:
    assert told(opening + next_sentences, opening.split(" says")[0].split(" has")[0])


@pytest.mark.parametrize(
    ("opening", "next_sentences"),
    [
        (REPORT, "The report was rejected by the Ministry of Works."),
        (REPORT, "The Ministry of Works said that it would read the report."),
        (REPORT, "The report says Okoro Ltd dug most of them."),
        (REPORT, "It has not rained in Jos since May."),
        (REPORT, "Another report, by the Farm Guild, blames the heat."),
        (STUDY, "The study was welcomed by the airline Norfly."),
        (STUDY, "The airline Norfly wants longer breaks."),
        (STUDY, "The findings alarmed Ruth Hall, the transport minister."),
        (STUDY, "The researchers watched 60 pilots in Brighton."),
        (STUDY, "The researchers told Ruth Hall that breaks should be longer."),
        (STUDY, "Last year’s study was by Ama Obi of Leeds University."),
        (REPORT, "“We found no water,” a farmer said."),
    ],
)
def test_a_name_that_has_no_part_in_it_says_nothing(opening: str, next_sentences: str) -> None:
    assert not told(opening + next_sentences, opening.split(" says")[0].split(" has")[0])


def test_the_headline_or_the_sentence_before_may_have_said_it() -> None:
    assert told(
        "# Oxfam report: wells run dry\n\nA new report says one in five is.", "A new report"
    )
    assert told("The Water Guild surveyed 400 wells. A report says 80 are dry.", "A report")
    assert not told("# Wells run dry in Jos\n\nA new report says one in five is.", "A new report")
    assert not told("The Water Guild met on Monday. A report says 80 are dry.", "A report")


def test_a_headline_is_answered_by_the_body() -> None:
    lede = "One well in five is dry, a report says.\n\nMost lie in the east.\n\n"
    maker = "The report was put together by the Water Guild."
    assert told(f"# Wells run dry, says report\n\n{lede}{maker}", "report")


def test_several_studies_are_not_the_one_that_follows() -> None:
    assert not told("Studies show that naps help. The study was led by Ama Obi.", "Studies")
    assert told("Studies show that naps help. The studies were led by Ama Obi.", "Studies")
