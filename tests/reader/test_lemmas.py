"""Lemma scripts."""

from __future__ import annotations

import pytest

from attrib_lint.reader.lemmas import apply_script, script_of


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("Studies", "study"),
        ("n't", "not"),
        ("'s", "be"),
        ("States", "State"),
        ("SMITH", "Smith"),
        ("was", "be"),
        ("Obama", "Obama"),
    ],
)
def test_a_script_leads_back_to_its_lemma(form: str, lemma: str) -> None:
    assert apply_script(script_of(form, lemma), form) == lemma


def test_scripts_carry_over_to_other_words() -> None:
    assert apply_script(script_of("studies", "study"), "Allies") == "ally"


def test_a_script_that_cuts_too_much_gives_the_form() -> None:
    assert apply_script("l|3|y", "As") == "as"
