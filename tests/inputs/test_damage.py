"""What a page's making has damaged is told from what was written so."""

from __future__ import annotations

import pytest

from attrib_lint.inputs.damage import closes_attribute, marks_ran_together, ran_together


@pytest.mark.parametrize("text", ['weir.example">', "weir.example” target=", 'weir.example"/>'])
def test_a_mark_may_close_an_attribute_that_lost_its_tag(text: str) -> None:
    mark = next(i for i, sign in enumerate(text) if sign in '"”')
    assert closes_attribute(text, mark)
    assert not closes_attribute(text, 0)


def test_a_quotation_s_mark_closes_no_attribute() -> None:
    assert not closes_attribute("It “is gone” for good.", 11)


@pytest.mark.parametrize(
    "text", ["The weir “held.”Then it fell.", 'He said it "held."In May it fell.', 'so."It fell,"']
)
def test_a_mark_may_have_lost_the_space_beside_it(text: str) -> None:
    assert marks_ran_together(text)


@pytest.mark.parametrize("text", ['The weir "held." Then it fell.', "“Held,” he said.", 'U.S."X"'])
def test_a_mark_with_its_space_has_lost_none(text: str) -> None:
    assert not marks_ran_together(text)


def test_two_words_that_ran_together() -> None:
    assert ran_together("OrtizThe")
    assert not ran_together("MacLee")
    assert not ran_together("Lee-Ortiz")
