"""Names, their kinds and their fullest forms."""

from __future__ import annotations

import pytest

from attrib_lint.core.span import Span
from tests.extract.built import parsed_article


def names(text: str) -> list[tuple[str, str, str]]:
    article = parsed_article(text)
    return [(n.span.of(article.text), n.name, n.kind) for n in article.names]


def test_surname_carries_the_full_name() -> None:
    found = names("Maria Ortiz sold the firm. Ortiz had owned it for years.")
    assert found == [("Maria Ortiz", "Maria Ortiz", "person"), ("Ortiz", "Maria Ortiz", "person")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mr. Okoye left on Monday.", "Okoye", "person"),
        ("The deal was first reported by the Financial Times.", "Financial Times", "outlet"),
        ("She works at the Future of Energy Institute.", "Future of Energy Institute", "org"),
        ("House Speaker Ann Lee left on Monday.", "Ann Lee", "person"),
    ],
)
def test_kind_of_a_name(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(n, k) for _, n, k in names(text)]


def test_common_word_at_a_sentence_start_is_no_name() -> None:
    assert names("Critics say the law goes too far. Some critics left.") == []


def test_names_are_found_by_place() -> None:
    article = parsed_article("Maria Ortiz sold Halden Ltd to Lee.\n\nOrtiz left. Halden stays.")
    spans = [name.span for name in article.names]
    for start in range(len(article.text)):
        place = Span(start, min(start + 9, len(article.text)))
        found = [name.span for name in article.names_at(place)]
        assert found == [span for span in spans if span.overlaps(place)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The mill may shut, according to the trade title Malt Week.", "Malt Week", "outlet"),
        ("The mill is sold, Gazeta da Praia reports.", "Gazeta da Praia", "outlet"),
        ("An insider told Orrin that the mill was sold.", "Orrin", "outlet"),
        ("People close to the sale told the Orrin that it was off.", "Orrin", "outlet"),
        ("The mill is sold, FeedWire said.", "FeedWire", "outlet"),
        ("An insider told Dan Orrin that the mill was sold.", "Dan Orrin", "person"),
        ("A cousin told Ann Orrin. Orrin wept.", "Ann Orrin", "person"),
        ("According to local site Valley Beat, the pool is shut.", "Valley Beat", "outlet"),
        ("The mill is sold, the financial news service Blatt said.", "Blatt", "outlet"),
        ("They met at the site Valley Park.", "Valley Park", "place"),
        ("The Lisbon daily is sold out.", "Lisbon", "place"),
    ],
)
def test_what_is_done_with_a_name_shows_an_outlet(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(n, k) for _, n, k in names(text)]
