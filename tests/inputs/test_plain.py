from __future__ import annotations

import pytest

from attrib_lint.core.document import Document
from attrib_lint.inputs import read_text

BODY = (
    "The council voted on Tuesday to close the library, the mayor said.\n\n"
    "Residents have until June to appeal against the decision in court."
)


def blocks(text: str) -> list[tuple[str, str]]:
    document = read_text("a.txt", text)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in blocks(text)]


def test_a_first_line_without_a_stop_is_the_headline() -> None:
    assert kinds(f"Library to close\n\n{BODY}") == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "first",
    [
        "The council has voted to close the library.",
        "The library will close, the mayor said" + " and said again" * 8,
    ],
)
def test_a_sentence_or_a_long_line_is_no_headline(first: str) -> None:
    assert kinds(f"{first}\n\n{BODY}")[0] == "paragraph"


def test_an_abbreviation_at_the_end_is_no_final_stop() -> None:
    assert kinds(f"Voters turn out in N.H.\n\n{BODY}")[0] == "headline"


def test_a_lone_line_is_a_paragraph() -> None:
    assert kinds("Some people say the library will close") == ["paragraph"]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    text = "Library to close\nThe council voted on Tuesday.\nA court will hear the appeal."
    assert kinds(text) == ["headline", "paragraph", "paragraph"]


def test_wrapped_lines_are_joined_and_map_to_their_own_lines() -> None:
    source = (
        "Library to close\r\n\r\nThe council voted on Tuesday to close the only library in the\r\n"
        "northern part of the town, which opened in 1911 and was last\r\nrepaired in 1980.\r\n"
    )
    document = read_text("a.txt", source)
    paragraph = document.blocks[1].span.of(document.text)
    assert "in the northern part" in paragraph
    assert "was last repaired in 1980." in paragraph
    span = document.blocks[1].span
    assert document.offsets.to_source(span).of(source).endswith("repaired in 1980.")


def test_a_headline_may_stand_on_its_deck() -> None:
    text = f"Library to close in June\nResidents plan an appeal\n\n{BODY}"
    assert kinds(text) == ["headline", "standfirst", "paragraph", "paragraph"]


def test_a_paragraph_above_the_date_lines_is_the_standfirst() -> None:
    text = (
        f"Library to close\n\nResidents plan an appeal, it is said.\n\nPublished\nUpdated\n\n{BODY}"
    )
    assert kinds(text) == [
        "headline",
        "standfirst",
        "boilerplate",
        "boilerplate",
        "paragraph",
        "paragraph",
    ]


def test_short_lines_before_text_are_headings() -> None:
    text = f"Library to close\n\n{BODY}\n\nWhat now?\n\n{BODY}"
    assert kinds(text)[3] == "heading"


def test_a_line_that_leads_into_a_quotation_is_no_heading() -> None:
    text = f"Library to close\n\n{BODY}\n\nStated the mayor:\n\n{BODY}"
    assert kinds(text)[3] == "paragraph"


def test_list_items_stand_without_their_bullets() -> None:
    text = f"{BODY}\n\n- The library closes in June.\n- The baths stay open.\n\n{BODY}"
    assert blocks(text)[2:4] == [
        ("list", "The library closes in June."),
        ("list", "The baths stay open."),
    ]


def test_a_source_line_is_masked_and_linked() -> None:
    document: Document = read_text("a.txt", f"{BODY}\n\nSource: https://example.org/a-b.")
    assert document.blocks[-1].kind == "boilerplate"
    assert [link.target for link in document.links] == ["https://example.org/a-b"]


def test_a_byline_gives_the_date() -> None:
    document = read_text(
        "a.txt", f" date 2023-04-12 Authored by Ann Lee via Example.org,\n\n{BODY}"
    )
    assert document.blocks[0].kind == "byline"
    assert document.metadata["date"] == "2023-04-12"


def test_two_short_lines_are_two_paragraphs_even_if_the_first_is_longer() -> None:
    text = "Rents reportedly rose by a fifth in the north of the town\nThe mayor said so."
    assert kinds(text) == ["headline", "paragraph"]


def test_a_wrapped_text_without_blank_lines_is_one_paragraph() -> None:
    text = (
        "The council voted on Tuesday to close the only library in the\n"
        "northern part of the town, which opened in 1911 and was last\n"
        "repaired in 1980, when the mayor of the day, who had learned\n"
        "to read there, found the money.\n"
    )
    assert kinds(text) == ["paragraph"]


def test_a_headline_may_begin_with_a_label() -> None:
    assert kinds(f"Watch: the mayor leaves the town hall\n\n{BODY}")[0] == "headline"
    assert kinds(f"Sources: Rovers Sack Coach\n\n{BODY}")[0] == "headline"
    assert kinds(f"Sources: Rovers sack coach\n\n{BODY}")[0] == "headline"
    assert kinds(f"{BODY}\n\nSources: Example News, Ministry of Health")[-1] == "boilerplate"
