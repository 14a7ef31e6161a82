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
    (
        "Profit fell more than analysts expected.",
        ("analysts", "expected", ["Profit fell more"]),
    ),
    (
        "The enthusiasm of young voters for the plan is clear.",
        ("young voters", "enthusiasm", ["for the plan"]),
    ),
    (
        "LAGOS - The naira fell on Thursday, traders said.",
        ("traders", "said", ["The naira fell on Thursday"]),
    ),
    (
        "Analysts had forecast a profit of 30 cents.",
        ("Analysts", "forecast", ["a profit of 30 cents"]),
    ),
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
    "He was seen leaving.",
    "She claimed a penalty in stoppage time but the referee waved it away.",
    "Mukul Dev was appearing for the petitioner.",
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


KINDS = [
    ("The Collector urged residents to cooperate.", "unnamed_person"),
    ("Labour has accused ministers of delay.", "named_org_or_outlet"),
    ("No 10 insisted that the plan had not changed.", "named_org_or_outlet"),
    ("Halden said it expects revenue of $2 billion.", "named_org_or_outlet"),
    ("An eyewitness said that three persons died.", "unnamed_person"),
    ("The Spaniard insisted that he was happy.", "unnamed_person"),
    ("Those close to the family insist that she is fine.", "unnamed_person"),
    ("The bench observed that the appeal was late.", "named_org_or_outlet"),
    ("The Economist estimates that one in six flats is empty.", "named_org_or_outlet"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_source_is_told_by_its_words(text: str, kind: str) -> None:
    sources = [a.source for a in parsed_article(text).attributions if a.source and not a.nested]
    assert [source.kind for source in sources] == [kind]


def test_an_age_and_a_nationality_point_back_to_whoever_was_named() -> None:
    text = "Ana Ruiz said that she was happy.\n\nThe 34-year-old added that she would stay."
    sources = parsed_article(text).sources
    assert [s.entity for s in sources] == ["Ana Ruiz", "Ana Ruiz"]
    text = "Ana Ruiz said that she was happy.\n\nThe German believes that her side can win."
    assert [s.entity for s in parsed_article(text).sources] == ["Ana Ruiz", "Ana Ruiz"]


def test_people_who_are_they_in_the_next_sentence_stay_one_source() -> None:
    text = "“It is cheap,” analysts at Orbit wrote. They expect two more cuts this year."
    assert len({source.id for source in parsed_article(text).sources}) == 1
