"""Attitudes: holders of views, what people push for, what they take themselves for."""

from __future__ import annotations

import pytest

from attrib_lint.extract.assertions import is_assertion
from attrib_lint.extract.frames import Frame
from attrib_lint.extract.main_line import cut_before
from attrib_lint.extract.syntax import syntax_of
from tests.extract.built import parsed_article


def read(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (a.source.span.of(text), a.cue.span.of(text), [c.of(text) for c in a.content])
        for a in parsed_article(text).attributions
        if a.source is not None and not a.nested
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ann Lee is a fervent supporter of the plan.",
            [("Ann Lee", "supporter", ["of the plan"])],
        ),
        ("A supporter of the plan left the hall.", []),
        (
            "Ann Lee pushed to abolish the department.",
            [("Ann Lee", "pushed", ["to abolish the department"])],
        ),
        ("The rise will push companies to leave the state.", []),
        ("The primary threatens to knock two governors out of the race.", []),
        ("The union threatened to strike.", [("The union", "threatened", ["to strike"])]),
        (
            "Germany views itself as a leader in the race.",
            [("Germany", "views", ["itself as a leader in the race"])],
        ),
        (
            "And she frequently talks about how she pushed Mr. Obama to arm some rebels.",
            [("she", "talks", ["how she pushed Mr. Obama to arm some rebels"])],
        ),
        (
            "Ann Lee took aim at the mayor for his silence.",
            [("Ann Lee", "took", ["the mayor for his silence"])],
        ),
    ],
)
def test_what_people_hold(text: str, found: list[tuple[str, str, list[str]]]) -> None:
    assert read(text) == found


def test_according_to_that_the_parse_hangs_elsewhere() -> None:
    text = (
        "For Lee, according to Ronald Reagan's former education secretary Bob Cole, it is a test."
    )
    assert [source for source, _, _ in read(text)] == [
        "Ronald Reagan's former education secretary Bob Cole"
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Devine did allow himself to address the hypothetical of a deal.", "Devine", "address"),
        (
            "His job offers Sanders a platform to continue speaking out about issues.",
            "Sanders",
            "speaking",
        ),
        (
            "The rupture led to the spectacle of Mr. Netanyahu denouncing the efforts.",
            "Mr. Netanyahu",
            "denouncing",
        ),
        (
            "Some people were yawning as he praised the bill and described its aims for the city.",
            "he",
            "described",
        ),
    ],
)
def test_whose_a_loose_verb_is(text: str, source: str, cue: str) -> None:
    assert (source, cue) in [(s, c) for s, c, _ in read(text)]


def test_what_is_about_a_thing_ends_where_somebody_speaks() -> None:
    found = read("Ann Lee took aim at Cole when he said the bank was weak.")
    assert [(s, c, w) for s, c, w in found] == [
        ("Ann Lee", "took", ["Cole"]),
        ("he", "said", ["the bank was weak"]),
    ]


def test_content_without_words_cuts_nothing() -> None:
    article = parsed_article("Lee praised the plan when Cole said it was dead.")
    syntax = syntax_of(article.parsed[0].doc)
    empty = Frame(1, 1, 2, "praise", "speech", 0, ((3, 3),))
    later = Frame(6, 6, 7, "say", "speech", 5, ((7, 10),))
    assert cut_before(syntax, empty, later) is not None
    assert is_assertion(syntax, empty, empty.content)
