"""What strict says of stories that pass on what other papers have from unnamed people."""

from __future__ import annotations

import pytest

from attrib_lint.config import Config
from attrib_lint.core.span import Span
from attrib_lint.inputs import read_text
from attrib_lint.linter import Linter, articles
from attrib_lint.rule import Options, OptionValue

CITED = "The port will close in May.\n\nReuters reported, citing one official, that it had no cash."


def said(text: str, rule: str, **options: str) -> list[tuple[str, str]]:
    """(severity, words) of what one rule finds, with the reader asked nothing."""
    heard: dict[str, OptionValue] = {"reader-agrees": 0.0, "reader-alone": 1.1, **options}
    config = Config(rules={rule: heard}).choosing(select=(rule,))
    return [(d.severity, d.text) for d in Linter(config=config).check_text(text)]


def test_another_outlets_sources_are_noted_where_it_is_asked() -> None:
    rule = "anonymity-unexplained"
    assert said(CITED, rule) == []
    assert said(CITED, rule, **{"outlet-sources": "note"}) == [("info", "one official")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“He lied to us,” one aide whispered of Mayor Rao.", "“He lied to us,” one aide"),
        ("Insiders shrugged it off, and one aide was blunt: “Rao is a liar.”", None),
    ],
)
def test_an_attack_is_shown_with_its_speaker(text: str, shown: str | None) -> None:
    found = [words for _, words in said(text, "anonymous-pejorative")]
    assert found == [shown or "one aide was blunt: “Rao is a liar.”"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Further tests were done on two cows.", False),
        ("New research suggests trams calm towns. It was free.", True),
        (
            "New research suggests trams calm towns.\n\nTrams cost a lot.\n\nThe study was led by "
            "Ama Obi at Jos University.",
            False,
        ),
        ("Along with other surveys, it shows that Rao leads.", False),
        ("A survey of vets found that 61% are tired.", False),
    ],
)
def test_a_suspected_study_is_one_that_nobody_identifies(text: str, kept: bool) -> None:
    (article,) = articles([read_text("a.txt", text)])
    (rule,) = (rule for rule in Linter().rules if rule.name == "unidentified-study")
    assert rule.anchor is not None
    sentence = Span(0, text.index(".") + 1)
    assert (rule.anchor(article, sentence, Options({})) is not None) is kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("One cousin described Rao as the nicest neighbour of all.", False),
        ("One woman, identified as Ama Obi, was killed.", False),
        ("One guest described the thief as a tall man with red hair.", False),
        ("A few regulars reckon Rao signed it out of boredom.", True),
    ],
)
def test_a_suspected_attack_has_a_speaker_and_a_target(text: str, kept: bool) -> None:
    (article,) = articles([read_text("a.txt", text)])
    (rule,) = (rule for rule in Linter().rules if rule.name == "anonymous-pejorative")
    assert rule.anchor is not None
    assert (rule.anchor(article, Span(0, len(text)), Options({})) is not None) is kept


@pytest.mark.parametrize(
    ("text", "suspected", "kept"),
    [
        ("Speculation in young vineyards has run hot.", "Speculation in young vineyards", False),
        ("Speculation in the lobby has run hot.", "Speculation in the lobby", True),
        ("The watchdog is looking into talk of a merger.", "into talk of", False),
    ],
)
def test_a_suspected_rumour_is_neither_trade_nor_under_inquiry(
    text: str, suspected: str, kept: bool
) -> None:
    (article,) = articles([read_text("a.txt", text)])
    (rule,) = (rule for rule in Linter().rules if rule.name == "rumour-as-source")
    assert rule.anchor is not None
    at = text.index(suspected)
    span = Span(at, at + len(suspected))
    assert (rule.anchor(article, span, Options({})) is not None) is kept
