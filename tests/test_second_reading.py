"""What a rule finds against what the reader suspects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from spacy.tokens import Doc

from attrib_lint.article import Article
from attrib_lint.core.finding import Finding
from attrib_lint.core.span import Span
from attrib_lint.engine import ActiveRule, check_article
from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.questions.careful import is_answered_soon, is_careless
from attrib_lint.reader.encoder import Floats
from attrib_lint.reader.suspicions import KEY, AroundScorer, Notes, Suspicions, as_odds
from attrib_lint.rule import READER_OPTIONS, Anchor, Check, Options, Rule
from attrib_lint.second_reading import _whole_quotation, second_reading

TEXT = "The mayor was late on Friday. “He was furious,” said Ruth Kelso. Critics laughed."


class Around(AroundScorer):
    """Adds the same to every paragraph, or what it is told."""

    def __init__(self, *odds: float) -> None:
        super().__init__(Path("none"), 1)
        self._odds = odds

    def __call__(self, gists: Sequence[Floats], notes: Sequence[Notes]) -> list[Floats]:
        assert [gist.tolist() for gist in gists] == [[i] for i in range(len(gists))]
        every = self._odds or [0.0] * len(gists)
        return [np.full((len(own), 1), n, np.float32) for n, own in zip(every, notes, strict=True)]


NOTES = np.zeros((99, 0), np.int8)


def suspect(doc: Doc, odds: dict[str, float], number: int = 0, rule: str = "probe") -> None:
    """Give the words of the Doc of a paragraph these log-odds, and all others hardly any."""
    column = np.array([[odds.get(token.text, -9.0)] for token in doc], np.float32)
    gist = np.array([number], np.float32)
    doc.user_data[KEY] = Suspicions((rule,), as_odds(column), gist, NOTES[: len(doc)], Around())


@pytest.fixture
def article() -> Article:
    """TEXT, with "was late" suspected for certain, "furious" and "laughed" half."""
    made = next(articles([read_text("a.txt", TEXT)]))
    (parsed,) = made.parsed
    suspect(parsed.doc, {"was": 9, "late": 9, "furious": 0.2, "laughed": 0.2})
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
    article: Article,
    agrees: float,
    alone: float,
    anchor: Anchor | None = None,
    insists: float = 1.1,
) -> list[tuple[str, str]]:
    at = TEXT.index("Critics laughed")
    own = [Finding(Span(4, 9), "mayor"), Finding(Span(at, at + 15), "critics")]
    rule = probe(check=lambda article, options: own, anchor=anchor)
    options = Options({"reader-agrees": agrees, "reader-alone": alone, "reader-insists": insists})
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
    assert article.confidence("probe", Span(4, 18)) > 0.99
    assert article.confidence("probe", Span(0, 9)) < 0.01
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
    insisted = [("was late", "“was late”?"), ("Critics laughed", "critics")]
    assert found(article, 0.5, 0.9, anchor, insists=0.95) == insisted


def test_what_the_rule_has_settled_is_not_added_however_sure(article: Article) -> None:
    late = Span(TEXT.index("was"), TEXT.index(" on"))

    def anchor(article: Article, span: Span, options: Options) -> Span | Literal["settled"]:
        return "settled" if span == late else span

    assert found(article, 0.5, 0.9, anchor, insists=0.95) == [("Critics laughed", "critics")]


def test_a_suspected_quotation_is_shown_whole() -> None:
    text = "He left. “You lied to us all,” said a woman from the club."
    made = next(articles([read_text("a.txt", text)]))
    (parsed,) = made.parsed
    suspect(parsed.doc, dict.fromkeys(("You", "lied", "to", "us", "all"), 9))
    (shown,) = made.suspicions("probe", 0.5)
    assert shown.span.of(text) == "You lied to us all"
    assert _whole_quotation(made, shown.span).of(text) == "“You lied to us all,”"


def test_headlines_and_repetitions() -> None:
    text = "Reportedly late\n\nHe was reportedly late.\n\nShe was reportedly late too."
    made = next(articles([read_text("a.txt", text)]))
    for number, parsed in enumerate(made.parsed):
        suspect(parsed.doc, {"Reportedly": 9, "reportedly": 9}, number)
    assert made.headline is not None
    rule = probe(check=lambda article, options: ())
    options = Options({"reader-agrees": 0, "reader-alone": 0.5, "reader-insists": 1.1})
    (added,) = second_reading(made, rule, options, [])
    assert added.span.start == text.index("reportedly")
    assert [again.span.start for again in added.related] == [text.rindex("reportedly")]


def test_the_reader_says_nothing_of_a_rule_that_it_has_not_learnt(article: Article) -> None:
    (parsed,) = article.parsed
    suspect(parsed.doc, {}, rule="another")
    assert found(article, 0.5, 0.9) == [("mayor", "mayor"), ("Critics laughed", "critics")]


def test_what_an_article_is_like_weighs_in_every_paragraph() -> None:
    made = next(articles([read_text("a.txt", "He was late.\n\nShe was late.")]))

    odds = as_odds(np.full((4, 1), -5, np.float32))
    for number, parsed in enumerate(made.parsed):
        gist = np.array([number], np.float32)
        parsed.doc.user_data[KEY] = Suspicions(("probe",), odds, gist, NOTES[:4], Around(0, 10))
    assert made.confidence("probe", made.parsed[0].block.span) == pytest.approx(0.0067, abs=1e-4)
    assert made.confidence("probe", made.parsed[1].block.span) == pytest.approx(0.9933, abs=1e-4)
    (found,) = made.suspicions("probe", 0.5)
    assert found.span.of(made.text) == "She was late"


def test_what_is_about_the_article_is_confirmed_anywhere_in_it(article: Article) -> None:
    here, everywhere = Finding(Span(4, 9), "mayor"), Finding(Span(4, 9), "mayor", about="article")
    options = Options({"reader-agrees": 0.5, "reader-alone": 1.1, "reader-insists": 1.1})
    rule = probe(check=lambda article, options: [])
    assert second_reading(article, rule, options, [here, everywhere]) == [everywhere]


LONG = "\n\n".join(
    f"The gate {n} of the dam was shut at noon and held all night." for n in range(12)
)
NAMED = LONG + "\n\nA study found cracks. Rain fell. Ann Lee, an engineer, said the wall was sound."


def long_article(suspected: int, text: str = LONG) -> Article:
    """LONG with a suspicion at "shut" in so many of its paragraphs."""
    made = next(articles([read_text("a.txt", text)]))
    for i, parsed in enumerate(made.parsed):
        suspect(parsed.doc, {"shut": 3.0, "held": 1.9} if i < suspected else {}, i)
    return made


def held(article: Article, **settings: float) -> list[str]:
    """What a rule that reports "noon" in the first paragraph says under these options."""
    at = article.text.index("noon")
    rule = probe(check=lambda article, options: [Finding(Span(at, at + 4), "noon")])
    options = Options({**READER_OPTIONS, **{k.replace("_", "-"): v for k, v in settings.items()}})
    checked = check_article(article, [ActiveRule(rule, "warning", options)])
    return [d.text for d in checked.diagnostics]


def test_suspicions_are_counted_by_the_thousand_words() -> None:
    some, many = long_article(2), long_article(12)
    assert some.suspected_per_thousand < 20 < 40 < many.suspected_per_thousand
    assert 10 < next(articles([read_text("a.txt", "It rained.")])).suspected_per_thousand < 14


def test_a_minor_rule_speaks_only_in_company() -> None:
    assert held(long_article(0), reader_company=10.0) == []
    assert held(long_article(0)) == ["noon"]
    assert held(long_article(12), reader_company=10.0) == ["noon"]


STORY = "\n\n".join(f"The gate {n} held all night.{' It was noon.' * (n == 9)}" for n in range(24))


def test_an_opening_is_given_the_benefit_of_the_rest() -> None:
    opening = STORY.replace("gate 1 held", "gate 1 shut at noon and held")
    assert held(long_article(0, opening)) == ["noon"]
    assert held(long_article(0, opening), reader_opening=20.0) == []
    assert held(long_article(0, STORY), reader_opening=20.0) == ["noon"]
    assert held(long_article(0), reader_opening=20.0) == ["noon"]  # too short to have one


def test_the_opening_of_a_careless_article_is_no_summary() -> None:
    opening = STORY.replace("gate 1 held", "gate 1 shut at noon and held")
    careless = long_article(0, opening)
    for i, parsed in enumerate(careless.parsed):
        suspect(parsed.doc, {"held": 3.0}, i)
    assert held(careless, reader_opening=20.0) == ["noon"]


def test_the_reader_is_heard_more_readily_in_a_careless_article() -> None:
    assert is_careless(long_article(12))
    assert "held" not in held(long_article(1), reader_alone=0.93)
    assert "held" in held(long_article(12), reader_alone=0.93)
    assert "held" not in held(long_article(12), reader_alone=0.97)


def test_a_careless_article_has_thresholds_of_its_own() -> None:
    assert "held" not in held(long_article(1), careless_alone=0.85)
    assert "held" in held(long_article(12), careless_alone=0.85)
    assert "held" not in held(long_article(12), careless_alone=0.9)


def test_a_name_heard_soon_answers_only_where_an_article_cites_with_care() -> None:
    study = Span(NAMED.index("A study"), NAMED.index("A study") + 7)
    assert is_answered_soon(long_article(0, NAMED), study)
    assert not is_answered_soon(long_article(0, NAMED), study, ahead=1)
    assert not is_answered_soon(long_article(13, NAMED), study)
    paper = NAMED.replace("Ann Lee, an engineer, said", "The Rand Corporation study found that")
    assert is_answered_soon(long_article(0, paper), study)
    alone = "A study found cracks. Rain fell. Ann Lee, an engineer, said the wall was sound."
    short = next(articles([read_text("a.txt", alone)]))
    assert not is_answered_soon(short, Span(0, 7))
