"""What a rule finds against what the reader suspects."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from attrib_lint.article import Article
from attrib_lint.core.finding import Finding
from attrib_lint.core.span import Span
from attrib_lint.engine import ActiveRule, check_article
from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.reader.suspicions import KEY, Suspicions
from attrib_lint.rule import Options, Rule

TEXT = "The mayor was late on Friday. “He was furious,” said Ruth Kelso. Critics laughed."


@pytest.fixture
def article() -> Article:
    """TEXT, with "was late" suspected for certain, "furious" and "laughed" half."""
    made = next(articles([read_text("a.txt", TEXT)]))
    (parsed,) = made.parsed
    column = np.zeros((len(parsed.doc), 1), np.uint8)
    for token in parsed.doc:
        column[token.i] = {"was": 255, "late": 255, "furious": 140, "laughed": 140}.get(
            token.text, 0
        )
    parsed.doc.user_data[KEY] = Suspicions(("probe",), column)
    return made


def found(article: Article, agrees: float, alone: float) -> list[tuple[str, str]]:
    at = TEXT.index("Critics laughed")
    own = [Finding(Span(4, 9), "mayor"), Finding(Span(at, at + 15), "critics")]
    rule = Rule(
        name="probe",
        group="test",
        summary="Probe.",
        why="",
        help="Why?",
        severity="warning",
        path=Path("probe.py"),
        good=(),
        bad=(),
        suspected="“{span}”?",
        check=lambda article, options: own,
    )
    options = Options({"reader-agrees": agrees, "reader-alone": alone})
    checked = check_article(article, [ActiveRule(rule, "warning", options)])
    return [(d.text, d.message) for d in checked.diagnostics]


def test_the_rule_stands_where_nothing_is_asked_of_the_reader(article: Article) -> None:
    assert found(article, 0, 1.1) == [("mayor", "mayor"), ("Critics laughed", "critics")]


def test_what_the_reader_does_not_see_falls(article: Article) -> None:
    assert found(article, 0.5, 1.1) == [("Critics laughed", "critics")]
    assert found(article, 0.6, 1.1) == []


def test_the_reader_adds_what_is_not_found_and_not_quoted(article: Article) -> None:
    added = ("was late", "“was late”?")
    assert found(article, 0.5, 0.9) == [added, ("Critics laughed", "critics")]
    assert found(article, 0.5, 0.4) == [added, ("Critics laughed", "critics")]


def test_confidence_is_that_of_the_surest_word(article: Article) -> None:
    assert article.confidence("probe", Span(4, 18)) == 1.0
    assert article.confidence("probe", Span(0, 9)) == 0.0
    assert article.confidence("unknown", Span(4, 18)) == 0.0
    assert [s.span.of(TEXT) for s in article.suspicions("probe", 0.5)] == [
        "was late",
        "was furious",
        "laughed",
    ]
