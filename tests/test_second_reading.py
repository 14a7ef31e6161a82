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
from attrib_lint.rule import Anchor, Check, Options, Rule
from attrib_lint.second_reading import _whole_quotation, second_reading

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


def probe(check: Check, anchor: Anchor | None = None) -> Rule:
    return Rule(
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
        check=check,
        anchor=anchor,
    )


def found(
    article: Article, agrees: float, alone: float, anchor: Anchor | None = None
) -> list[tuple[str, str]]:
    at = TEXT.index("Critics laughed")
    own = [Finding(Span(4, 9), "mayor"), Finding(Span(at, at + 15), "critics")]
    rule = probe(check=lambda article, options: own, anchor=anchor)
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


def test_what_the_rule_lets_through_is_not_added(article: Article) -> None:
    late = Span(TEXT.index("was"), TEXT.index(" on"))

    def anchor(article: Article, span: Span, options: Options) -> Span | None:
        return None if span == late else span

    assert found(article, 0.5, 0.9, anchor) == [("Critics laughed", "critics")]


def test_a_suspected_quotation_is_shown_whole() -> None:
    text = "He left. “You lied to us all,” said a woman from the club."
    made = next(articles([read_text("a.txt", text)]))
    (parsed,) = made.parsed
    column = np.zeros((len(parsed.doc), 1), np.uint8)
    for token in parsed.doc:
        column[token.i] = 255 * (token.text in ("You", "lied", "to", "us", "all"))
    parsed.doc.user_data[KEY] = Suspicions(("probe",), column)
    (shown,) = made.suspicions("probe", 0.5)
    assert shown.span.of(text) == "You lied to us all"
    assert _whole_quotation(made, shown.span).of(text) == "“You lied to us all,”"


def test_headlines_and_repetitions() -> None:
    text = "Reportedly late\n\nHe was reportedly late.\n\nShe was reportedly late too."
    made = next(articles([read_text("a.txt", text)]))
    for parsed in made.parsed:
        column = np.zeros((len(parsed.doc), 1), np.uint8)
        for token in parsed.doc:
            column[token.i] = 255 * (token.lower_ == "reportedly")
        parsed.doc.user_data[KEY] = Suspicions(("probe",), column)
    assert made.headline is not None
    rule = probe(check=lambda article, options: ())
    options = Options({"reader-agrees": 0, "reader-alone": 0.5})
    (added,) = second_reading(made, rule, options, [])
    assert added.span.start == text.index("reportedly")
    assert [again.span.start for again in added.related] == [text.rindex("reportedly")]


def test_the_reader_says_nothing_of_a_rule_that_it_has_not_learnt(article: Article) -> None:
    (parsed,) = article.parsed
    parsed.doc.user_data[KEY] = Suspicions(("another",), np.zeros((len(parsed.doc), 1), np.uint8))
    assert found(article, 0.5, 0.9) == [("mayor", "mayor"), ("Critics laughed", "critics")]
