"""What a careless article tells twice: figures and dates that need less to be held for one."""

from __future__ import annotations

import pytest

from attrib_lint.agreement import loosely, loosely_dated, loosely_put, loosely_summed
from attrib_lint.agreement.conflicts import find_conflicts
from attrib_lint.agreement.dated import dated
from attrib_lint.agreement.mention import mentions
from attrib_lint.article import Article
from attrib_lint.inputs import read_text
from attrib_lint.linter import articles


def read(text: str) -> Article:
    return next(articles([read_text("a.txt", text)]))


def story(text: str) -> Article:
    return read(f"Notes from the coast\n\n{text}")


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every article is one in which the reader suspects a lot."""
    for module in (loosely, loosely_dated, loosely_put, loosely_summed):
        monkeypatch.setattr(module, "is_careless", lambda article: True)


def figures(article: Article) -> list[tuple[str, str]]:
    return [(a.text, b.text) for a, b in loosely.told_twice(article, mentions(article))]


def ways(article: Article) -> list[tuple[str, str]]:
    return [(a.text, b.text) for a, b in loosely_put.put_twice(article, mentions(article))]


def dates(article: Article) -> list[tuple[str, str]]:
    return [(a.text, b.text) for a, b in loosely_dated.dated_twice(article, dated(article))]


SLIPS = [
    "The harbour trust spent €4.6m on the new quay.\n\nThe €6.4m would have bought three ferries.",
    "The festival drew 1,270 singers to Bergen.\n\nThe 1,720 people who came slept in halls.",
    "Farmers in Oland culled 18,300 birds in May.\n\nNot all of the 13,800 birds were sick.",
    "The zoo sold 52,000 tickets in its first week.\n\nMost of the 5,200 tickets went to families.",
    "The bakery runs 231 shops across Jutland.\n\nNo buyer for the 213-store chain is in sight.",
    "The county lost Sh410 million.\n\nA clerk took the Sh140 million home in bags.",
    "It printed 36 000 papers for the pupils.\n\nSome of the 63 000 papers were wet.",
]
POINTED = [
    "About 2,300 tenants were moved out in June.\n\nThe 1,600 tenants who were moved out are sad.",
    "Some 640 pilots walked out on Friday.\n\nThe 820 pilots who walked out had lost pay.",
    "At least 340 divers trained there in spring.\n\nThe 210 people on the training course left.",
    "The storm damaged 260 barns near Visby.\n\nThe state will rebuild the 410 damaged barns.",
]
HEADLINES = [
    "Ferry firm to hire 90 deckhands for the summer\n\nThe ferry firm on Orust is looking for 70 "
    "deckhands, its boss said.\n\nIt rained.",
    "Vicar leaves after 14 years of service\n\nThe vicar of Marby, Ruth Dahl, has had enough."
    "\n\nShe completed 11 years of service in May.",
    "Striker goes to Porto for €22m\n\nThe winger Ola Berg is off to Portugal.\n\nHis club would "
    "get €17m and a share of any sale.",
    "18 senators back the salt tax\n\nThe salt tax has friends in the upper house.\n\nSo far 13 "
    "members of the chamber have signed, an aide said.",
]
OTHER_FIGURES = [
    "The trust spent €4.6m on the quay, not €6.4m.",
    "The festival drew 1,270 singers to Bergen.\n\nThe town has 1,720 sheds.",
    "The trust spent €4.6m on the quay.\n\nThe ferries cost €5.9m.",
    "Some 640 pilots walked out on Friday.\n\nThe other 820 pilots stayed at work.",
    "Some 640 pilots walked out on Friday.\n\nThe 610 pilots who walked out had lost pay.",
    "About 2,300 tenants were moved out in 2019.\n\nThe 1,600 tenants moved out in 2021 are sad.",
]
OTHER_HEADLINES = [
    "Ferry firm to hire 90 deckhands\n\nThe ferry firm on Orust has 70 deckhands.\n\nIt wants 90 "
    "more.",
    "Chain to shut 40 shops\n\nUp to 40 of the 60 shops of the chain on Orust may go, it said.",
    "Striker goes to Porto for €22m\n\nHis club lost €17m in 2019, its books show.",
    "Firm pledges €22m\n\nThe firm spent €17m on a mill.",
]


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("text", [*SLIPS, *POINTED])
def test_a_figure_comes_back_otherwise(text: str) -> None:
    assert len(figures(story(text))) == 1


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("text", HEADLINES)
def test_a_headline_is_held_against_the_nearest_figure(text: str) -> None:
    assert len(figures(read(text))) == 1


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("text", OTHER_FIGURES)
def test_another_figure_is_another_fact(text: str) -> None:
    assert figures(story(text)) == []


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("text", OTHER_HEADLINES)
def test_what_a_headline_leaves_out_is_another_fact(text: str) -> None:
    assert figures(read(text)) == []


@pytest.mark.usefixtures("careless")
def test_what_is_shown_comes_first_and_nothing_is_said_twice() -> None:
    found = find_conflicts(story(SLIPS[0]))
    assert [(c.first.text, c.second.text) for c in found] == [("€4.6m", "€6.4m")]


def test_nothing_is_likely_enough_where_the_writer_took_care() -> None:
    assert figures(story(SLIPS[1])) == ways(story(PUT[0])) == dates(story(DATED[0])) == []


PUT = [
    "About 60 roofers work at the yard.\n\nWhen it shuts, the 60 staff will get a month’s pay.",
    "The tunnel will take at least 450 megawatts.\n\nWith 450 megawatts gone, it will be dark.",
    "The lab has just nine weeks of money left.\n\nThe Gazette put it at roughly nine weeks.",
    "The port has sunk more than €3 billion into the quay.\n\nA broker puts it at €3 billion.",
    "Some 70 sailors are missing.\n\nA priest has a list of the 70 missing.",
    "Thieves took nearly £36 million from the vault.\n\nPolice found papers worth £35.4 million.",
    "More than 400 were baptised there in spring.\n\nA total of 418 were baptised there.",
    "The 52 dead were laid out in the hall.\n\nThe nearly 55 bodies will be buried on Sunday.",
]
OTHERWISE_PUT = [
    "About 60 roofers work at the yard.\n\nThe yard has 60 ladders.",
    "A flat costs £249,000 there.\n\nNobody builds below £250,000, a broker said.",
    "The port has sunk more than €3 billion into the quay, and €3 billion into a dock.",
    "The lab has 60 clerks.\n\nThe 60 clerks are tired.",
    "About 60 roofers left in 2019.\n\nThe 60 roofers left in 2021.",
]


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("text", PUT)
def test_an_estimate_comes_back_as_a_count(text: str) -> None:
    assert len(ways(story(text))) == 1


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("text", OTHERWISE_PUT)
def test_another_estimate_is_of_other_things(text: str) -> None:
    assert ways(story(text)) == []


@pytest.mark.usefixtures("careless")
def test_a_headline_may_leave_out_more_than_but_not_about() -> None:
    assert ways(read("Dam kills 57\n\nThe dam killed at least 57 people, a clerk said.")) == []
    assert ways(read("Dam kills 570\n\nThe dam killed about 570 people, a clerk said.")) == [
        ("570", "about 570")
    ]
    assert ways(read("Row over €3m dock\n\nThe dock in Rye cost €3 million, a clerk said.")) == []


DATED = [
    "Dahl resigned in March after a row over the dock.\n\nDahl’s April resignation was a surprise.",
    "A landslide cut the road to Voss on Tuesday.\n\nWednesday’s landslide was the third.",
    "Berg joined the choir from Oslo and left in May.\n\nBerg’s June departure hurt the choir.",
    "Police arrested the harbour master Nils Holm on Sunday.\n\nHolm’s Monday arrest was filmed.",
    "A fire destroyed the boathouse on Friday night.\n\nDivers went in after Thursday’s fire.",
    "Holm handed the keys to the bishop in May.\n\nThe bishop, to whom Holm handed the keys in "
    "June, changed the locks.",
    "The board confirmed on Tuesday that the dam leaks.\n\nSince confirming the leak in the dam "
    "on Wednesday, the board has been silent.",
    "They have been watching him since April, when a cleaner burnt the ledger.\n\nThe cleaner "
    "burnt the ledger in July behind a stove.",
    "Dahl and Berg married in Rome in 2014.\n\nThe house where Dahl and Berg married in 2016 is "
    "for sale.",
    "The two clubs have been talking since March.\n\nThe talks between the two clubs, which began "
    "in May, are about a pitch.",
]
OTHERWISE_DATED = [
    "Dahl resigned in March, and Berg’s April resignation was a surprise.",
    "Dahl resigned in March.\n\nBerg’s April resignation was a surprise.",
    "A landslide cut the road to Voss on Tuesday.\n\nIt was quiet until Wednesday.",
    "Holm handed the keys to the bishop in May.\n\nHolm handed the keys to the bishop again in "
    "June.",
    "The board confirmed on Tuesday that the dam leaks.\n\nThe mayor confirmed on Wednesday that "
    "the fair is off.",
    "The cup went to Rye in 2014.\n\nThe cup went to Rye in 2016.",
    "The hall will reopen in June.\n\nThe hall opened in May for a fair.",
    "A landslide cut the road to Voss on Tuesday.\n\nWednesday’s match is off.",
]


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("text", DATED)
def test_an_event_is_dated_otherwise(text: str) -> None:
    assert len(dates(story(text))) == 1


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("text", OTHERWISE_DATED)
def test_another_event_has_a_date_of_its_own(text: str) -> None:
    assert dates(story(text)) == []


LISTS = [
    "The writ names the mayor and five others: builder Ann Lee, two clerks and a retired judge.",
    "The jury heard six witnesses: a baker, two nurses and two guards from Rye.",
    "Alongside three others: cook Raj Bose, two waiters and a porter.",
    "The fleet lost seven ships: two tankers, three tugs and a ferry.",
    "Police hold four men: trader Bo Reeve, a monk and three sailors.",
]
TOLLS = [
    "The flood killed 36 people.\n\nThe dead were 14 children, 11 women and nine men.",
    "At least 20 people died in the fire.\n\nThe dead were 12 nuns and six cooks, a clerk said.",
    "The blast wounded 31 people.\n\nThe wounded were 12 guards, eight cooks and nine clerks.",
    "Some 90 people were killed.\n\nThe victims were 40 sailors and 22 soldiers.",
    "Police arrested 15 people.\n\nThe arrested were ten men and three women.",
    "The crash injured 12 people.\n\nThe injured were six boys, two girls and a nurse.",
]
RIGHT_SUMS = [
    "The writ names five others: builder Ann Lee, two clerks and two retired judges.",
    "The writ names five others, including builder Ann Lee, two clerks and a retired judge.",
    "The town has three ports: Rye, Deal and Dover.",
    "There are five reasons: rain, two storms that came late and a fire.",
    "The flood killed 36 people.\n\nThe dead were 14 children, 13 women and nine men.",
    "At least 20 people died.\n\nThe dead were 14 nuns and eight cooks, a clerk said.",
    "The flood killed 36 people.\n\nAmong the dead were 14 children and 11 women.",
]


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("text", [*LISTS, *TOLLS])
def test_what_is_listed_is_added_up(text: str) -> None:
    article = story(text)
    assert len(list(loosely_summed.summed(article, mentions(article)))) == 1


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("text", RIGHT_SUMS)
def test_what_adds_up_or_is_open_is_in_order(text: str) -> None:
    article = story(text)
    assert list(loosely_summed.summed(article, mentions(article))) == []
