"""Where a careless story first says whom it has its opening from."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.questions.first_credit import first_credit
from tests.careless import careful, careless, found


def credit(*paragraphs: str) -> str | None:
    text = "\n\n".join(paragraphs)
    (article,) = articles([read_text("a.txt", text)])
    basis = first_credit(article, 1)
    return basis.body.of(text) if basis is not None else None


@pytest.mark.parametrize(
    ("paragraphs", "source"),
    [
        (
            (
                "The ferry line has run out of cash.",
                "It owns six boats.",
                "Reuters put the hole at $3m. Sources told Reuters that it owes the port too.",
            ),
            "Sources",
        ),
        (
            (
                "The only clinic in Harl will close in May.",
                "It opened in 1948.",
                "An insider told nurses to look for jobs and said it was over.",
            ),
            "An insider",
        ),
        (
            (
                "A senior judge took $90,000 from a builder.",
                "The builder is on bail.",
                "The affidavit says the money came in boxes.",
            ),
            "The affidavit",
        ),
        (
            (
                "Striker Ada Voss has joined Genoa.",
                "She is 23.",
                "Media reports say a jet was booked.",
            ),
            "Media reports",
        ),
        (
            (
                "The cheap tram is dead.",
                "Designer Bo Rao called it “a toy for grown-ups”.",
                "The board may stop work, according to Bloomberg.",
            ),
            "Bloomberg",
        ),
        (
            (
                "The choir leaked its own accounts.",
                "Its treasurer, Jo Pike, was in Leeds.",
                "A source close to the choir said the file was sent at night.",
            ),
            "A source close to the choir",
        ),
    ],
)
def test_the_first_borrowed_source_comes_late(paragraphs: tuple[str, ...], source: str) -> None:
    assert credit(*paragraphs) == source


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("The line is broke, Bo Rao said.", "It has six boats.", "Sources say it owes the port."),
        ("The line is broke.", "Sources say it owes the port.", "Reuters had it first."),
        ("A poll has the party ahead.", "It rained.", "Sources say its leader is tired."),
        ("Rovers won the match.", "It rained.", "Sources say the coach will go."),
        (
            "The line has run out of cash.",
            "Its owner, Bo Rao, said the line ran out of cash in May.",
            "Sources say it owes the port.",
        ),
        ("Police raided a shop.", "“It was full of gold,” an officer said.", "Sources say so too."),
    ],
)
def test_who_is_heard_at_once_is_not_late(paragraphs: tuple[str, ...]) -> None:
    assert credit(*paragraphs) is None


def test_any_late_credit_counts_in_careless_articles_only() -> None:
    told = (
        "Fair to move inland",
        "The harbour fair will move to a field in Harl.",
        "It has run since 1974.",
        "The stalls were counted in May.",
        "The board may yet stop it, according to Bloomberg.",
    )
    rule = "late-attribution"
    assert found(careless(*told, first=True), rule) == [told[1]]
    assert found(careful(*told, first=True), rule) == []
