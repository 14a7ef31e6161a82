"""What rules say of sources that come late, of few words in quotation marks and of names."""

from __future__ import annotations

import pytest

from attrib_lint.config import Config
from attrib_lint.linter import Linter
from attrib_lint.rule import OptionValue


@pytest.fixture(scope="module")
def strict() -> Linter:
    return Linter("strict")


def reports(linter: Linter, rule: str, text: str) -> bool:
    found = linter.check_text(text, "a.md")
    return any(rule in (d.rule, *(folded.rule for folded in d.also)) for d in found)


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Rangers blamed the fire on “careless campers”.", True),
        ("The bishop, Agnes Toll, said the roof fund was “practically empty”.", True),
        ("The mayor, Jo Dann, described the bill as “outrageous”.", True),
        ("Drivers must pay a fee for their “free” permits.", True),
        ("Sailors call such a wave a “sleeper”.", False),
        ("The phrase “going dark” is used by engineers.", False),
        ("He was charged with “causing affray” and “breaching bail”.", False),
        ("The dish, dubbed “the beast”, costs £30.", False),
    ],
)
def test_fragments_of_named_speakers_count_in_strict(
    strict: Linter, text: str, reported: bool
) -> None:
    assert reports(strict, "fragment-quote", text) is reported
    assert not reports(Linter("wikipedia"), "fragment-quote", text)


@pytest.mark.parametrize(
    ("lede", "credit", "reported"),
    [
        (
            "The Larne Museum has sold its hoard to a collector.",
            "He paid £4m for the hoard, the Antiques Monthly reported.",
            True,
        ),
        (
            "Two goalkeepers are leaving the club.",
            "Both goalkeepers will go in June, a person close to the dressing room said.",
            True,
        ),
        (
            "The sluices of the dam were rusted shut.",
            "The sluices had rusted, said Petar Ilic, who used to work there.",
            True,
        ),
        (
            "The council will close two libraries.",
            "The libraries cost too much, the mayor, Jo Dann, said.",
            False,
        ),
        (
            "A storm tore the roof off a school.",
            "The roof landed in a field, a farmer told the Echo.",
            False,
        ),
        (
            "The museum has sold its hoard, Una Bell said.",
            "A dealer paid £4m for the hoard, the Antiques Monthly reported.",
            False,
        ),
    ],
)
def test_an_opening_has_its_source_late(
    strict: Linter, lede: str, credit: str, reported: bool
) -> None:
    text = f"{lede}\n\nIt opened in 1911.\n\nTwo rooms are shut.\n\n{credit}"
    assert reports(strict, "late-attribution", text) is reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("The choir's treasurer, Noel Obi, sang.\n\nMr Obi, the secretary, spoke.", True),
        ("Cabinet member Ravi Shah spoke.\n\nCouncil leader Ravi Shah then left.", True),
        (
            "On Monday the trade minister, Omar Sy, spoke. The justice minister, Omar Sy, left.",
            True,
        ),
        ("Katarina Holm founded the school.\n\nCatarina Holm retires in May.", True),
        ("José Almeida built the boat.\n\nJose Almeyda swam ashore.", True),
        ("Hanna Lind drew up the appeal.\n\nLind signed the appeal after a neighbour.", True),
        ("Karin Moe won.\n\nHer sister, Karen Moe, came second.", False),
        ("The batting coach Al Gow spoke.\n\nHead coach Al Gow left.", False),
        ("Press secretary Ada Lund spoke.\n\nAda Lund, the treasurer, smiled.", False),
    ],
)
def test_one_person_has_one_name_and_post(strict: Linter, text: str, reported: bool) -> None:
    assert reports(strict, "name-role-variant", text) is reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Verdant Foods kept staff in dormitories, inspectors allege. It sells asparagus.", True),
        ("Alan Birch took cash from the camp fund, two parents said. He led the troop.", True),
        (
            "Warnings about the boiler went unanswered.\n\nCaptain Lev Orlov lied to the crew, a "
            "deckhand said.",
            True,
        ),
        (
            "Alan Birch took cash from the camp fund, two parents said. A lawyer for the scout, "
            "Una Moss, said it was absurd.",
            False,
        ),
        ("The bank took money from its reserves, its chairman, Bo Lind, said.", False),
        ("Lev Orlov lied to the crew, a deckhand said. Two emails to him went unanswered.", False),
    ],
)
def test_the_accused_are_asked(strict: Linter, text: str, reported: bool) -> None:
    assert reports(strict, "no-response-sought", text) is reported


@pytest.mark.parametrize(
    ("rule", "text", "reported"),
    [
        (
            "source-count-mismatch",
            "Three people with knowledge of the sale named a price, they said.\n\nThree people "
            "with knowledge of the sale said it was cheap. Both people said the buyer was a fund.",
            True,
        ),
        (
            "source-count-mismatch",
            "Guards familiar with the inquiry said a clerk had fled. The investigator said he "
            "was abroad.",
            True,
        ),
        (
            "sole-anonymous-basis",
            "# Mill to shut\n\nThe mill is to shut, people familiar with the plans said.\n\nThe "
            "closure is also set out in a prospectus that was filed on Monday.",
            False,
        ),
        (
            "sole-anonymous-basis",
            "# Bank loses files\n\nThe files of 900 customers went missing in May.\n\nTwo "
            "managers, speaking on condition of anonymity, said that a lorry had been left open.",
            True,
        ),
    ],
)
def test_what_an_article_rests_on(strict: Linter, rule: str, text: str, reported: bool) -> None:
    assert reports(strict, rule, text) is reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (
            "The plan promises 40 flats.\n\n“Nobody ever asked us what we could pay.” The "
            "estate has 300 flats.\n\nRents rose.",
            True,
        ),
        (
            "Start small. “Anything in excess will give you a sore belly.” Older people should "
            "avoid it. It is sold in jars.",
            True,
        ),
        (
            "The plan is fair, said the mayor, Jo Dann.\n\n“Nobody ever came to us with a better "
            "one.” The vote is on Monday.",
            False,
        ),
    ],
)
def test_a_paragraph_that_goes_on_has_no_speaker_by_that(text: str, reported: bool) -> None:
    unheard: dict[str, OptionValue] = {"reader-agrees": 0.0, "reader-alone": 1.1}
    config = Config(rules={"orphan-quote": unheard}).choosing(select=("orphan-quote",))
    assert bool(Linter(config=config).check_text(text)) is reported
