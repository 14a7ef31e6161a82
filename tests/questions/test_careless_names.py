"""Names and posts of one person that careless copy has two ways."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.questions.name_slips import name_slips
from attrib_lint.questions.stations import changed_bearers, changed_stations
from tests.careless import careful, careless, found


def slips(text: str) -> list[tuple[str, str]]:
    (article,) = articles([read_text("a.txt", text)])
    return [(s.odd.span.of(text), s.usual.span.of(text)) for s in name_slips(article)]


def clashes(text: str) -> list[str]:
    (article,) = articles([read_text("a.txt", text)])
    pairs = (*changed_stations(article), *changed_bearers(article))
    return [here.text for here, _ in pairs]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Baker Tom Hale opened at six.\n\nHaile said the oven was old.", "Haile"),
        ("Coach Marta Reyes rested six. Reyez was angry.", "Reyez"),
        ("Keeper Liam Brandt was there.\n\nMr Brant left early, the clerk said.", "Brant"),
        ("Midwife Jean Lowe retired. Midwife Joan Lowe will get a clock.", "Joan Lowe"),
        ("The keeper, Erik Lindqvist, fed the seals. Mr Lindquist was bitten.", "Lindquist"),
        ("The farm is run by Priya Nair.\n\n“It is wet,” Nayar said on Monday.", "Nayar"),
        ("Singer Oluwaseun “Tiger” Balogun bowed. Oluwasuen Balogun left.", "Oluwasuen Balogun"),
    ],
)
def test_a_letter_or_a_vowel_makes_a_slip(text: str, odd: str) -> None:
    assert [later for later, _ in slips(text)] == [odd]


@pytest.mark.parametrize(
    "text",
    [
        "Lawyer Tom Hale met the builder Tom Hall. Mr Hall left. Mr Hale stayed.",
        "Ray Tuttle ate with his brother. Later his brother Roy Tuttle sang.",
        "Judge Mario Rossi spoke.\n\nMaria Rossi sat in the gallery.",
        "Gita Rao sang.\n\nMr Raj clapped.",
        "Ann Lee spoke.\n\n“Ann Leigh was late,” he said.",
        "Núria Casas spoke.\n\nNuria Casas left.",
    ],
)
def test_two_people_and_accents_are_no_slips(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The choir's chairwoman, Ada Voss, sang. Chief executive Ada Voss.", "Chief executive"),
        ("Assistant commissioner Bo Rao left. Deputy commissioner Bo Rao stayed.", "commissioner"),
        ("Her agent, Sam Boyd, was paid. Boyd, the club's finance director, was not.", "finance "
         "director"),
        ("Spokesman Karl Ito read it out. Lawyer Karl Ito would not comment.", "Lawyer"),
        ("His brother, Ade Cole, drove. His cousin Ade Cole was arrested.", "cousin"),
        ("Finance secretary Rita Obi sat. Ms Obi, the education secretary, did not.", "secretary"),
        ("Chief officer for roads Bo Rao left. Mr Rao, the health chief officer, did.", "chief "
         "officer"),
        ("Mayor Colin Fraser was sick. Mayor Heather Fraser opened the fair.", "Mayor"),
    ],
)  # fmt: skip
def test_one_person_has_one_post(text: str, post: str) -> None:
    assert clashes(text) == [post]


@pytest.mark.parametrize(
    "text",
    [
        "Chairman and chief executive Ada Voss spoke. Chairman Ada Voss left.",
        "Former chief executive Ada Voss spoke. Chairwoman Ada Voss left.",
        "Deputy commissioner Bo Rao spoke. Commissioner Rao left.",
        "Brightwater chief executive Ada Voss spoke. Voss, chairman of Harrow Rugby Club, left.",
        "Mayor Tom Hale spoke. Mayor Thomas Hale left.",
        "Chief executive Ann Lee spoke. Chairman Bo Lee left.",
        "Tunde's brother, Ade Cole, drove. Bola's cousin Ade Cole was arrested.",
    ],
)
def test_posts_that_go_together(text: str) -> None:
    assert clashes(text) == []


def test_names_are_read_so_closely_in_careless_articles_only() -> None:
    told = ("Baker Tom Hale opened at six.", "Haile said the oven was old.")
    assert found(careless(*told), "name-role-variant") == ["Haile"]
    assert found(careful(*told), "name-role-variant") == []
