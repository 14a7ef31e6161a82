"""Claims are recognised when they come again in other words."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.questions.events import event
from attrib_lint.questions.headlineclaims import stated_in_headline
from attrib_lint.questions.proposition import propositions, same_claim
from attrib_lint.questions.wording import forms_of


@pytest.mark.parametrize("word", ["buy", "buys", "bought", "acquired", "purchasing"])
def test_every_form_and_synonym_names_one_event(word: str) -> None:
    assert event(word) == "buy"


def test_verbs_outside_the_table_are_known_by_their_stem() -> None:
    assert event("shelled") == event("shells") == event("shelling")


def test_forms_double_a_last_letter_where_english_does() -> None:
    assert {"rig", "rigged", "rigging"} <= forms_of("wrongs", "alone.corruption")


def test_a_claim_is_the_same_with_another_verb_and_a_shorter_name() -> None:
    text = "Elon Musk bought 10,000 GPUs. On Monday Musk purchased the GPUs."
    article = next(articles([read_text("a.txt", text)]))
    first, second = propositions(article)
    assert same_claim(first, second)


def test_the_same_verb_with_another_object_is_another_claim() -> None:
    text = "The trust closed two wards. The trust closed a car park."
    article = next(articles([read_text("a.txt", text)]))
    first, second = propositions(article)
    assert not same_claim(first, second)


def test_a_headline_makes_the_claim_of_its_body() -> None:
    text = "Rovers sack coach after defeat\n\nRovers have sacked their coach."
    article = next(articles([read_text("a.txt", text)]))
    assert article.headline is not None
    claim = next(c for c in propositions(article) if c.block.block.kind == "paragraph")
    place = stated_in_headline(article.headline, claim)
    assert place is not None
    assert place.of(article.text) == "Rovers sack coach"
