"""Columns, reviews and guides are their writer's own voice; news is not, whatever it quotes."""

from __future__ import annotations

import pytest

from attrib_lint.config import Config
from attrib_lint.linter import Linter

GUESS = "The dam will presumably fail."
REPORT = " ".join(f"Valve {n} was shut at noon and the gates held all night." for n in range(20))


def guesses(text: str) -> int:
    anywhere = Config(rules={"writer-speculation": {"reader-company": 0.0}})
    linter = Linter(preset="strict", config=anywhere)
    return sum(d.rule == "writer-speculation" for d in linter.check_text(text))


@pytest.mark.parametrize(
    "voice",
    [
        "I went to my dam. I saw it leak, and I left.",
        "You can check your dam. Look at your gate, and ask your vet if you can. " * 4,
        "We shut our dam for you. Our valve is new, and we like it. " * 4,
    ],
)
def test_a_writer_who_speaks_to_readers_guesses_in_the_open(voice: str) -> None:
    assert guesses(f"A dam\n\n{voice}\n\n{GUESS}") == 0


@pytest.mark.parametrize(
    "told",
    [
        REPORT,
        f"{REPORT} “I saw it. I told my aunt, and I left my dog with her,” Ann Lee said.",
        f"{REPORT} You can call the dam’s office.",
    ],
)
def test_news_does_not_guess_even_if_it_quotes_those_who_do(told: str) -> None:
    assert guesses(f"A dam\n\n{told}\n\n{GUESS}") == 1
