"""Who says what in news of many countries and desks, and what only looks like saying."""

from __future__ import annotations

import pytest

from tests.extract.built import outer, parsed_article

SAID = [
    (
        "It is learnt that the Governor has sought a report.",
        (None, "learnt", ["that the Governor has sought a report"]),
    ),
    (
        "It emerged last night that the firm had paid no tax.",
        (None, "emerged", ["that the firm had paid no tax"]),
    ),
    ("The firm had paid no tax, it has emerged.", (None, "emerged", ["The firm had paid no tax"])),
    ("It turned out that he was wrong.", (None, "turned out", ["that he was wrong"])),
    (
        "The monarch appealed to the youths to remain calm.",
        ("The monarch", "appealed", ["to the youths to remain calm"]),
    ),
    (
        "The group, in a statement signed by its president, lamented the cost of fuel.",
        ("The group", "lamented", ["the cost of fuel"]),
    ),
    (
        "That is cause for joy, he said, because people live longer.",
        ("he", "said", ["That is cause for joy", "because people live longer"]),
    ),
    ("Sales were great, he said, wiping his face.", ("he", "said", ["Sales were great"])),
    (
        "The ruling has angered several teachers.",
        ("several teachers", "angered", ["The ruling"]),
    ),
    (
        "Cole, said Ann Lee, who knew him well, never forgot.",
        ("Ann Lee", "said", ["Cole", "never forgot"]),
    ),
    ("“We won,” said Ann Lee during a debate.", ("Ann Lee", "said", ["“We won,”"])),
]

DONE = [
    "Gunmen attacked a village in the north, killing six people.",
    "Officers questioned the suspect for two hours.",
    "The driver was identified by a neighbour.",
    "The company issued 3 million shares.",
    "The judge denied bail.",
    "He was denied entry to the club.",
    "The club named him captain.",
    "The company recalled 4,000 cars.",
    "The factory offered 300 jobs.",
    "She addressed a crowd of 4,000.",
    "The company dismissed 40 workers.",
    "The mayor unveiled a statue.",
    "The midfielder threatened the goal twice.",
    "He pointed to the door.",
    "The referee called a penalty.",
    "He was called for a foul in the second quarter.",
    "A rival emerged from the crowd.",
    "They held a party called Tomorrow.",
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_it_is_credited(text: str, expected: tuple[str | None, str, list[str]]) -> None:
    assert expected in outer(parsed_article(text))


@pytest.mark.parametrize("text", DONE)
def test_an_act_credits_nobody(text: str) -> None:
    assert outer(parsed_article(text)) == []


def test_a_quotation_goes_on_from_the_first_cue() -> None:
    text = "“Sales are up,” said Ann Lee, who noted that costs had fallen. “It was a good year.”"
    assert outer(parsed_article(text)) == [
        ("Ann Lee", "said", ["“Sales are up,”", "“It was a good year.”"]),
        ("who", "noted", ["that costs had fallen"]),
    ]


def test_a_quotation_after_another_cue_is_that_ones() -> None:
    text = "“We have started,” Mr. Lee said, adding of Ms. Cole, “She cares.”"
    assert ("Mr. Lee", "said", ["“We have started,”"]) in outer(parsed_article(text))
