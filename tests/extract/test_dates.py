"""Dates: values keep what is unknown unknown."""

from __future__ import annotations

import pytest

from attrib_lint.extract.dates import dates_in


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("It opened on April 11, 2023.", "April 11, 2023", "2023-04-11"),
        ("It opened on 11 April 2023.", "11 April 2023", "2023-04-11"),
        ("It opened on 2023-04-11.", "2023-04-11", "2023-04-11"),
        ("It opened on Apr. 11.", "Apr. 11", "XXXX-04-11"),
        ("It opens on December 5th.", "December 5th", "XXXX-12-05"),
        ("the 9th of March", "9th of March", "XXXX-03-09"),
        ("She left in March 2023.", "March 2023", "2023-03"),
        ("She left in May.", "May", "XXXX-05"),
        ("Dahl’s April exit hurt.", "April", "XXXX-04"),
        ("It missed a June start.", "June", "XXXX-06"),
        ("They met on Tuesday.", "Tuesday", "XXXX-WXX-2"),
        ("They met on Monday, April 12, 2022.", "Monday, April 12, 2022", "2022-04-12"),
        ("It fell in 2015.", "2015", "2015"),
        ("The 2015 video leaked.", "2015", "2015"),
        ("Rents fell in the 1990s.", "the 1990s", "199X"),
        ("Scanned on 4/17/2024.", "4/17/2024", "2024-04-17"),
        ("He called yesterday.", "yesterday", "XXXX-XX-XX"),
        ("the 2013-14 season", "2013-14", "2013"),
    ],
)
def test_date_has_its_value(text: str, written: str, value: str) -> None:
    assert [(m.span.of(text), m.value) for m in dates_in(text)] == [(written, value)]


@pytest.mark.parametrize(
    "text",
    [
        "You may go.",
        "May I go?",
        "Theresa May resigned.",
        "They march to the square.",
        "The March on Rome.",
        "A 1,500-page file.",
        "The army killed 2000 people.",
        "He sat in Room 1984.",
        "The mayor spoke.",
    ],
)
def test_no_date_here(text: str) -> None:
    assert dates_in(text) == ()
