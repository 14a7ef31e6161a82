"""Who hides, who spoke in public, and whose unnamed source it is."""

from __future__ import annotations

import pytest

from attrib_lint.article import Article
from attrib_lint.config import Config
from attrib_lint.inputs import read_text
from attrib_lint.linter import Linter, articles
from attrib_lint.questions.members import lede_ends
from attrib_lint.questions.onrecord import is_of_outlet, is_public
from attrib_lint.questions.unnamed import unnamed_sources


def read(text: str) -> Article:
    (article,) = articles([read_text("a.txt", text)])
    return article


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("“We have no oil,” one minister said on state television.", True),
        ("One official told reporters that the dam was safe.", True),
        ("One official told the court reporter that the dam was safe.", False),
        ("One official said the dam was safe. The official told parliament that it was new.", True),
        ("A Foreign Ministry official said: “We regret the loss.”", True),
        ("One official said at home that the dam was safe.", False),
    ],
)
def test_words_that_fall_in_public_are_on_the_record(text: str, public: bool) -> None:
    article = read(text)
    assert is_public(article, unnamed_sources(article)[0]) is public


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("Reuters reported, citing one official, that the dam was safe.", True),
        ("The dam is safe, said one analyst quoted by the Okoro news agency.", True),
        ("An aunt, an official at the mine, said it was empty, according to local media.", True),
        ("Two unnamed officials told Reuters that the dam was safe.", True),
        ("BBC sources said that the dam was safe.", True),
        ("Two officials told Reuters that the dam was safe.", False),
        ("Two unnamed officials said that the dam was safe.", False),
    ],
)
def test_another_papers_unnamed_source_is_its_own(text: str, theirs: bool) -> None:
    article = read(text)
    assert is_of_outlet(article, unnamed_sources(article)[0].phrase) is theirs


def test_a_role_in_apposition_leads_to_the_name() -> None:
    assert unnamed_sources(read("An official, deputy police chief Omar Rao, said so.")) == ()


def test_a_headline_printed_twice_is_no_paragraph() -> None:
    article = read("Dam is safe\n\nDam is safe\n\nThe dam is safe.\n\nIt is old.\n\nIt leaks.")
    assert article.parsed[lede_ends(article, 1)].doc.text == "The dam is safe."


def test_passers_by_are_noted_only_when_asked_for() -> None:
    text = "“They never rang back,” said a mother of three from Hull."
    config = Config().choosing(select=["anonymous-quote"])
    asked = Config(rules={"anonymous-quote": {"passers-by": True}}, choices=config.choices)
    assert Linter(config=config).check_text(text) == ()
    assert [d.severity for d in Linter(config=asked).check_text(text)] == ["info"]
