"""Unnamed sources of which an article that takes care says enough."""

from __future__ import annotations

import pytest

from tests.careless import careful, careless, found

BARE, NEAR = "bare-unnamed-source", "proximity-only-source"


@pytest.mark.parametrize(
    "told",
    [
        "Diplomatic sources said the port would close in May.",
        "The port would close in May, a NATO source said.",
    ],
)
def test_a_field_or_a_body_describes_where_the_writer_takes_care(told: str) -> None:
    assert found(careful(told), BARE) == []


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("Reuters, citing people familiar with the sale, said the port would close.", NEAR),
        ("The port would close, Reuters said. It cited a person close to the talks.", NEAR),
        ("The Guardian, which cited sources, said the port would close.", BARE),
    ],
)
def test_sources_that_a_paper_passes_on_are_disclosed(told: str, rule: str) -> None:
    assert found(careful(told), rule) == []
    assert found(careless(told), rule) != []


@pytest.mark.parametrize(
    "told",
    [
        "A complaint was filed in Bergen. The buyer reportedly paid in cash.",
        "A letter cites a Times article about the sale. One stall was reportedly let twice.",
    ],
)
def test_an_outlet_or_a_paper_beside_is_the_origin_where_the_writer_takes_care(told: str) -> None:
    assert found(careful(told), "hearsay-adverb") == []
    assert found(careful("The buyer reportedly paid in cash."), "hearsay-adverb") == ["reportedly"]
