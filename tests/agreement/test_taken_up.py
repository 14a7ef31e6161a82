"""What is taken up or told again later in an article, held against what was told first."""

from __future__ import annotations

from functools import cache

import pytest

from attrib_lint.agreement import conflicts
from attrib_lint.agreement.mention import mentions
from attrib_lint.agreement.values import dimension
from attrib_lint.inputs import read_text
from attrib_lint.linter import Linter, articles

NUMBER = {
    "taken up": [
        "The mill was fined €40,000 over a leak.\n\nResidents say the €90,000 fine is too low.",
        "Divers are looking for 17 sailors.\n\nThe 14 sailors had life vests, Ana Reyes said.",
        "The trust won £2.4m from the Coastal Fund.\n\nThe £2.4bn from the Coastal Fund will pay "
        "for a wall.",
        "The bakery signed a three-year lease in May.\n\nIts five-year lease will cost £9,000.",
        "Nurses found 210 prisoners in the yard.\n\nThe 240 inmates were moved to Kent on Friday.",
        "The fund wants a 12% stake in the port.\n\nFor its 15% it would pay £30m.",
        "The inquiry heard from 20 witnesses.\n\nThe 12 witnesses were told to wait.",
        "The families called 20 witnesses.\n\nThe 12 witnesses called by the families sat down.",
        "The crash killed 31 people.\n\nThe 19 people killed in the crash were friends.",
    ],
    "told again": [
        "The panel debated for six hours before it voted.\n\nTwo members slept as the panel, which "
        "had debated for 16 hours, went home.",
        "Ohrid will shut 36 kiosks in June.\n\nThe decision to shut 63 kiosks was taken at night.",
        "The zoo bought the tiger for £8,000.\n\nThe tiger, which the zoo bought for £80,000, "
        "sleeps.",
        "The clinic hired 45 nurses.\n\nSince the clinic hired 54 nurses, waits have shrunk.",
        "Volunteers planted 3,100 oaks on Mull.\n\nSheep ate many after volunteers planted 1,300 "
        "oaks on Mull.",
        "Vandals felled 19 elms in the park.\n\nThe park has been shut since vandals felled 29 "
        "elms.",
    ],
    "headline": [
        "Six dead in Lima hotel blaze\n\nA hotel burnt down in Lima on Monday. Nine guests died, "
        "firemen said.",
        "Storm kills eight in Cebu\n\nEleven people were killed when a storm hit Cebu on Sunday.",
        "Hundreds arrested after Leeds derby\n\nPolice arrested 47 people at the match.",
        "Five hurt in Oslo tram crash\n\nA tram left the rails in Oslo. Thirteen passengers were "
        "injured.",
        "Seven rescued from Alpine hut\n\nPilots rescued four climbers from a hut on Sunday.",
        "Blast kills two at Perth quarry\n\nThree miners died in a blast at a quarry near Perth.",
    ],
}
DATE = [
    "The theatre burnt down in 2011.\n\nSince the theatre burnt down in 2013, plays are in a barn.",
    "The yacht sank off Bari on Monday night.\n\nNobody has dived since the yacht sank on Friday.",
    "Marta Ruiz founded the firm in Graz in 1998.\n\nThe region is proud of Lumex, founded in "
    "1989.",
    "The statue was unveiled on 2 May.\n\nThe statue, unveiled on 12 May, is of bronze.",
    "The hospital was opened in March 2015.\n\nPatients have doubled since its opening in May "
    "2015.",
    "Drivers walked out on 3 June.\n\nThe walkout, which began on 13 June, was long.",
]
DRIFT = [
    "The canal gets a loan of almost €70 million.\n\nThe loan of about €70 million is dear.",
    "The reservoir will drown some 40 farms.\n\nThe 40 farms are old.",
    "Hundreds of swans died on the lake.\n\nThe 480 swans that died on the lake were buried.",
    "Lava poured over nearly 900 houses.\n\nWith more than 850 houses lost, tents were sent.",
    "The app has close to 5 million users.\n\nIt had 5 million users in May, a broker said.",
    "Who sleeps well\n\nThe study followed 12,300 nurses.\n\nThe more than 12,000 volunteers "
    "kept diaries.",
]
SUM = [
    "The board has 30 members: 12 from Kent, nine from Essex and five from Surrey.",
    "The three finalists were Amara, Bell, Cole and Dunn.",
    "Four chefs are up for this year’s prize: Ada Obi, Lena Moss and Tom Hale.",
    "It will drop a third of its 600 routes, or some 300.",
    "Of the 500 who answered, 40%, or 250 drivers, were for it.",
    "The yard built 90 boats, against 120 the year before, a fall of 40 percent.",
]
IN_ORDER = [
    "Pia Holm was elected to the council in 2009.\n\nMs Holm, elected mayor in 2017, sings.",
    "The Brae flooded the village in 2003.\n\nSince the Brae flooded the village in 2018, homes "
    "are cheap.",
    "Ola Berg founded her company in 2011.\n\nIvo Stan, who founded his company in 2016, bakes.",
    # other things, a part, a rest, somebody else's, at another time, or all in order
    "What the week brought\n\nThe mill was fined €40,000 in May.\n\nThe €90,000 fine of the dye "
    "works was higher.",
    "Divers are looking for 17 sailors.\n\nThe 14 passengers on the other boat were saved.",
    "What the week brought\n\nThe town has 210 inmates.\n\nThe three inmates who wrote to the "
    "king were moved.",
    "What the week brought\n\nThe bakery signed a three-year lease.\n\nThe five-year lease on "
    "the mill runs out.",
    "The fund wants a 12% stake.\n\nThe other 15% belongs to Reeve.",
    "The panel debated for six hours.\n\nThe council, which had debated for 16 hours, went home.",
    "Only 3,600 people chose Lee on Saturday.\n\nAdd the 930 people who voted for Tom Hale.",
    "Six dead in Lima hotel blaze\n\nFour guests and two cooks died in a hotel in Lima.",
    "Four stabbed in York\n\nThree officers and a clerk were stabbed in York.\n\nThe three "
    "officers were on duty.",
    "The bell was cast on 2 May.\n\nThe second bell, cast on 12 May, is smaller.",
    "The party was founded in 1869.\n\nIt lives off the Pell Trust, founded in 1939.",
    "The yacht sank on Monday.\n\nDivers went down after a trawler sank on Friday.",
    "The reservoir will drown some 40 farms.\n\nThe county has 40 farms with cows.",
    "The board has 30 members: 12 from Kent, nine from Essex and the rest from Surrey.",
    "The three finalists were Amara, Bell and Cole.",
    "Diet passes ¥3.2T harbour plan\n\nThe Diet passed a ¥3.2 trillion harbour plan on Monday.",
    "It will drop a third of its 600 routes, or some 200.",
    "Of the 500 who answered, 40%, or 200 drivers, were for it.",
    "The yard built 90 boats, against 120 the year before, a fall of 25 percent.",
]
PART = [
    "The inquiry heard from 20 witnesses.\n\nThe room was full.\n\nThe 12 witnesses called by the "
    "families include two nurses.",
    "The fund gave 12 grants last year.\n\nThe five grants made to schools in Leeds were large.",
    "The school has 600 pupils.\n\nThe 150 pupils in the sixth form wear no uniform.",
    "The storm wrecked 90 homes.\n\nThe 40 homes destroyed on Monday night were by the river.",
    "The crash killed 31 people.\n\nThe 19 people killed in the first coach were on their way to a "
    "wedding.",
    "The zoo has 45 penguins.\n\nThe 30 penguins that hatched in Bern are fed twice.",
    "The council runs 40 parks.\n\nThe 15 parks near the river are shut at night.",
]
RULES = {"number-conflict", "date-conflict", "precision-drift", "arithmetic-mismatch"}


@cache
def _linter() -> Linter:
    return Linter("strict")


def _reported(text: str) -> set[str]:
    diagnostics = _linter().check_text(text, "a.md")
    return RULES & {name for d in diagnostics for name in (d.rule, *(f.rule for f in d.also))}


@pytest.mark.parametrize("text", [text for texts in NUMBER.values() for text in texts])
def test_another_count_of_one_thing_is_reported(text: str) -> None:
    assert "number-conflict" in _reported(text)


@pytest.mark.parametrize("text", PART)
def test_a_part_with_words_of_its_own_is_let_through(text: str) -> None:
    assert "number-conflict" not in _reported(text)


def test_the_figures_of_a_sentence_are_found_without_going_through_all() -> None:
    lines = [
        f"It spent ${i} million on roads, ${i + 1} million on rail and {i}% of ${i + 7} million."
        for i in range(5)
    ]
    found = mentions(next(articles([read_text("a.md", "\n\n".join(lines))])))
    beside = conflicts._beside(found)
    for one in found:
        assert conflicts._of_sentence(one, beside) == [
            m
            for m in found
            if m.sentence == one.sentence
            and m.span != one.span
            and dimension(m.quantity) == dimension(one.quantity)
        ]


@pytest.mark.parametrize("text", DATE)
def test_another_date_of_what_is_told_again_is_reported(text: str) -> None:
    assert _reported(text) == {"date-conflict"}


@pytest.mark.parametrize("text", DRIFT)
def test_a_number_that_comes_back_with_other_care_is_reported(text: str) -> None:
    assert "precision-drift" in _reported_by("ap", text)


@pytest.mark.parametrize("text", SUM)
def test_a_sum_that_fails_is_reported(text: str) -> None:
    assert _reported(text) == {"arithmetic-mismatch"}


@pytest.mark.parametrize("text", IN_ORDER)
def test_what_is_in_order_is_let_through(text: str) -> None:
    assert not _reported(text)


def _reported_by(preset: str, text: str) -> set[str]:
    diagnostics = Linter(preset).check_text(text, "a.md")
    return RULES & {name for d in diagnostics for name in (d.rule, *(f.rule for f in d.also))}
