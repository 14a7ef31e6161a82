"""Figures and dates that resemble one another and belong to two facts; and, beside them, to one."""

from __future__ import annotations

from functools import cache

import pytest

from attrib_lint.core.finding import Diagnostic
from attrib_lint.linter import Linter

RULES = {"number-conflict", "date-conflict", "arithmetic-mismatch"}
TWO_FACTS = {
    "one deed, other places and groups": [
        "The farm fund\n\nIn Ruthin, more than 100 herders left the Cefn co-op on Monday.\n\nIn "
        "Bala, a clerk watched nearly 300 herders who left the co-op.",
        "The mill fund\n\nCole Mills and Cole Oils, two firms of the Coles, each received £2 "
        "million to £5 million.\n\nCole Rail Ltd received £150,000 to £350,000.",
        "The choir\n\nHale raised nearly £2 million in May alone at six concerts.\n\nAnother Hale "
        "concert in Leeds last month raised £170,000 from a group of friends.",
    ],
    "rows of a table": [
        "The early vote\n\n2014 total 45% 2014 advance 628,839 ballots cast over 16 days Races to "
        "watch: governor, House Oslo Races to watch: Senate, House 2014 total 106% 2014 advance "
        "1,625,614 ballots cast over 27 days Races to watch: governor, Senate Voss 2014 total 73% "
        "2014 advance 186,512 ballots cast over 39 days Race to watch: Senate Hale 2014 total 70%",
    ],
    "one end alone": [
        "The vote\n\nIn Kent, at least four Whig councillors backed the rival.\n\nIn Essex one of "
        "at least six Whig councillors stood down.",
        "The party wants terms of up to 30 years for arson.\n\nArson now carries up to twelve "
        "years.",
        "The filing\n\nThe filing shows that Lee owes banks at least £31 million.\n\nThe filing "
        "shows that Lee owes at least £14 million to the Bank of Kent.",
    ],
    "a part of the whole": [
        "The letters\n\nThe clerk blacked out one letter that she knew was secret, and sent the "
        "other.\n\nThree of the four letters that the clerk sent were not secret.",
        "Paper backs Whigs in 18 of 23 contests\n\nThe paper backed Whigs in 18 out of 23 "
        "contests.\n\nIn the three county contests it backed Lee, Obi and Hart.",
        "The council wants to take more than £90 million out of its spending.\n\nThe looming £30 "
        "million in library cuts has been dropped.",
        "Rena Cole had several million pounds and good advisers.\n\nThe £2 million Cole spent on "
        "posters was wasted.",
        "At least one man was charged with theft and another 14 were detained, Chief Ana Ruiz "
        "said.\n\nHours later police said nine people who were detained have been released.",
    ],
    "other sources, other things": [
        "They will say that more than 2,600 fishing orders were issued by the courts.\n\nPolice "
        "have also issued more than 400 parking orders.",
        "According to the Tern Institute, there were at least 1,270 cases of the fever in Kent."
        "\n\nThe Courier reported there were at least 118,300 cases worldwide.",
        "By 2030, Norland says it aims to cut smoke by 26 to 28 percent.\n\nBy 2030, Sudland says "
        "it aims to cut smoke by 33 to 35 percent.",
    ],
    "other answers, other people asked": [
        "The poll\n\n- 38 percent of voters overall trust the paper; 12 percent of Whigs and 63 "
        "percent of Tories agree.\n- 8 percent overall trust the mayor; 6 percent of Whigs and 10 "
        "percent of Tories agree.",
    ],
    "another match": [
        "Ines Varga was a 6-1 6-4 winner over Lena Moss on Sunday.\n\nVarga, who lost 6-2 6-2 to "
        "Moss in Oslo in May, was glad.",
    ],
    "which, not how many": [
        "Toll of magnitude 6.3 earthquake rises\n\nA landslide after the 5.1 earthquake hurt four.",
        "Smoke by land: Norland 3.48, Sudland 2.40 Source: Boden, TA, G Marland, and RJ Andres.",
    ],
    "another day": [
        "The court refused to hear the miners’ appeal in May.\n\nIt is due to hear two more "
        "appeals of miners on July 24.",
        "Ruiz sent a draft of the speech to Hart on 2 May.\n\nOn 16 May, Hart sent the draft to "
        "Obi.",
        "Hart submitted a permit request on 28 May, files show.\n\nReeve was the only captain to "
        "make one. That request was submitted on 15 May, before Reeve left.",
        "When the court ruled in March to let the mill be sold, Obi wept.\n\nIn June, the court "
        "ruled along the same lines to let the dam be built.",
        "In Iowa, trials were held on 3 May.\n\nKansas held its trials on 22 May.",
        "The second debate, scheduled for 15 May in Cork, would be held online.\n\nThe last "
        "debate is still scheduled for 22 May at Bray College.",
        "Six sales had occurred by the morning of 2 May.\n\nSome 248 sales had occurred by the "
        "morning of 3 May.",
        "SEA WOLF is back. Released 11 May on Playbox.\n\nSAND FOX looks good. Released 11 July "
        "on Playbox.",
        "The council will meet to elect a new mayor by mid-May.\n\nLee became mayor after being "
        "elected by the council on 19 July, 2005.",
        "The strike began at midnight on Friday.\n\nA row over pay caused the strike that began "
        "on Saturday.",
        "It forecast high prices for the April-September driving season.\n\nFor the April–"
        "September driving season it forecasts high prices.",
        "It lent support through the May 20 signing of the Harbour Act.\n\nOn June 27, Norland "
        "and Sudland signed a sea treaty.",
    ],
    "what is warded off or feared more than once": [
        "The council avoided the closure of the pool on Monday with a loan.\n\nOn Thursday the "
        "council avoided the closure with a gift.",
        "The ferry crew averted a collision on Monday.\n\nThe ferry crew averted the collision on "
        "Thursday by a turn to port.",
        "Volunteers prevented the flood on Friday with sandbags.\n\nOn Sunday volunteers "
        "prevented the flood with pumps.",
        "The drivers threatened the walkout on Tuesday.\n\nOn Friday the drivers threatened the "
        "walkout in a letter.",
        "The bank risked its licence on 3 May.\n\nThe bank risked its licence on 9 May with a "
        "late filing.",
    ],
}
ONE_FACT = {
    "number-conflict": [
        "The review asked nurses between the ages of 18 and 39.\n\nThe review, which asked nurses "
        "between the ages of 18 and 29, took a year.",
        "The trust sent the harbour 28 questions about the dam.\n\nBoats left.\n\nThe answers to "
        "the trust’s 280 questions came late.",
        "The army said the raid had killed 90 people.\n\nThe rebels said the raid had killed "
        "twelve people.",
        "The Lowe poll found that Ada Hart has 52 percent, and Tom Hale 33 percent.\n\nThe Lowe "
        "poll found that Ada Hart has 52 percent, and Tom Hale 23 percent.",
        "A Lowe poll has him at 46 percent in Kent.\n\nA Tern poll of the same race has him at 41 "
        "percent.",
        "Rovers beat City 3-1 on Sunday in the cup.\n\nAfter Rovers beat City 4-1 in the cup, the "
        "manager went home.",
    ],
    "date-conflict": [
        "The survey was released on Tuesday.\n\nThe institute released the survey on Thursday.",
        "Rovers hired Milo Brandt in May.\n\nBrandt joined Rovers in July.",
        "She signed the petition on May 22.\n\nThe July petition named three ships.",
        "The strike began on Friday.\n\nA row over pay caused the strike that began on Sunday.",
        "The council cancelled the closure of the pool on Monday.\n\nOn Thursday the council "
        "cancelled the closure with a vote.",
    ],
}


@cache
def _linter() -> Linter:
    return Linter("strict")


def _reported(text: str) -> list[Diagnostic]:
    return [d for d in _linter().check_text(text, "a.md") if d.rule in RULES]


@pytest.mark.parametrize("text", [text for texts in TWO_FACTS.values() for text in texts])
def test_two_facts_are_let_through(text: str) -> None:
    assert not _reported(text)


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r, texts in ONE_FACT.items() for t in texts])
def test_one_fact_is_reported(rule: str, text: str) -> None:
    assert [d.rule for d in _reported(text)] == [rule]


@pytest.mark.parametrize("text", ONE_FACT["number-conflict"])
def test_no_conflict_of_figures_is_an_error(text: str) -> None:
    assert {d.severity for d in _reported(text)} <= {"warning", "info"}
