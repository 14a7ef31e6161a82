"""What a careless article's main claim rests on, and what bears it out."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.questions.unnamed_basis import unnamed_basis
from tests.careless import careful, careless, found


def basis(*paragraphs: str) -> str | None:
    text = "\n\n".join(paragraphs)
    (article,) = articles([read_text("a.txt", text)])
    span = unnamed_basis(article)
    return span.of(text) if span is not None else None


@pytest.mark.parametrize(
    ("paragraphs", "rests"),
    [
        (
            (
                "Tramline Foods will shut its jam plant in Dundee.",
                "The closure was first reported by the Courier, citing two people briefed on the "
                "plan.",
                "Tramline did not answer our questions.",
            ),
            "two people briefed on the plan",
        ),
        (
            (
                "The coach is out. He leaves on Sunday.",
                "He has led the side since 2019.",
                "Sources told the Herald that he wept in the bus.",
            ),
            "Sources",
        ),
        (
            (
                "Singer Ada Voss has sold her castle to a banker, reports say.",
                "An insider told Star Weekly that the price was a steal.",
                "Her spokesman, Bo Rao, declined to comment.",
            ),
            "An insider",
        ),
        (
            (
                "Regulators are looking at the lender, the Block Post reported on Monday.",
                "The inquiry is at an early stage, according to three people familiar with it.",
                "“We have plenty of cash,” its chief executive, Jo Pike, told viewers.",
            ),
            "three people familiar",
        ),
        (
            (
                "The airline will drop its Oslo route in May.",
                "A person close to the board said it lost money.",
                "Oslo airport, its director Liv Moen said, had 9m passengers in 2024.",
            ),
            "A person close to the board",
        ),
        (
            (
                "A new phone will land in June.",
                "The maker has never said so.",
                "The magazine based its story on two employees familiar with the design.",
            ),
            "two employees familiar with the design",
        ),
    ],
)
def test_another_outlets_word_and_reports_bear_nothing_out(
    paragraphs: tuple[str, ...], rests: str
) -> None:
    assert basis(*paragraphs) == rests


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "The mill will close, its owner, Bo Rao, said.",
            "People familiar with the plan said 90 jobs would go.",
        ),
        (
            "The mill will close in June.",
            "The Courier obtained a memo to staff.",
            "People familiar with the plan said 90 jobs would go.",
        ),
        (
            "The mill will close in June.",
            "The Courier cited a person close to the owner and emails it had seen.",
        ),
        (
            "The mill will close in June.",
            "Sources told the Courier that 90 jobs would go.",
            "The mayor, Jo Pike, confirmed that the mill would close.",
        ),
        (
            "A poll by Rand puts the party ahead.",
            "Its leader is tired, two people close to her told the Age.",
        ),
        ("The mill will close in June.", "It rained.", "It blew.", "It froze.", "Sources wept."),
    ],
)
def test_names_papers_and_polls_bear_a_story_out(paragraphs: tuple[str, ...]) -> None:
    assert basis(*paragraphs) is None


def test_the_basis_is_asked_for_in_careless_articles_only() -> None:
    told = (
        "Fair to move inland",
        "The harbour fair will move inland next year.",
        "The move was first reported by the Courier, citing two people briefed on the plan.",
    )
    rule = "sole-anonymous-basis"
    assert found(careless(*told, first=True), rule) == ["two people briefed on the plan"]
    assert found(careful(*told, first=True), rule) == []
