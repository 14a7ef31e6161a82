from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text
from attrib_lint.inputs.boilerplate import is_bio, is_byline, is_furniture

BODY = [
    "The council voted on Tuesday to close the library, the mayor said.",
    "Residents have until June to appeal against the decision in court.",
]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "BY ANN LEE AND BO EK",
        "By Ann Lee, health correspondent",
        "By Reuters",
        "Authored by Ann Lee via Example.org,",
        "Written by: Ann Lee",
        "By Ann Lee | 3 May 2023",
        "Published 3 May 2023",
        "Last updated: May 3, 2023 at 4:05 p.m. EST",
        "Tuesday, March 8, 2011",
        "4:40 p.m.:",
        "2023-04-12",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the water had reached the bridge.",
        "By the numbers",
        "By law, the mayor must resign",
        "By Tuesday evening 400 people had been moved",
        "In 2023",
        "May said no",
        "Sold by Ann Lee",
        "March 8 was the day the bridge fell",
        "12 people died on Tuesday",
    ],
)
def test_lines_that_only_begin_like_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Published",
        "Updated",
        "2 minutes & 12 seconds read time",
        "5 min read",
        "Related Tags",
        "Source: https://example.org/a",
        "Via: Example News",
        "Share this story",
        "Buy at Example Shop",
        "$230.05$271.60$250.00",
        "Subscribe to our newsletter for more.",
        "© 2023 Example News",
        "* We may earn an affiliate commission.",
        "(Reporting by Ann Lee; Editing by Bo Ek)",
        "https://example.org/a",
        "Twitter: @annlee",
        "news@example.org",
        ".bio-text {",
        "width:100%;",
        "Read the rest of the story at Example News.",
        "Photo: Ann Lee",
        "[ Advertisement ]",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sources: the company is dead and its owner was told so",
        "Sources said the bank would fail.",
        "Published figures show that rents rose.",
        "The fare rose from $3 to $4, a spokesman said.",
        "Readers share this story with friends, the editor said.",
        "Copyrighted songs were played.",
        "Photos show the bridge falling.",
        "Mayor: the plan is 'dangerously wrong';",
        "More people died.",
        "Copyright law protects the song, the court said.",
        "Do you support the plan?",
        "Support our troops, he wrote.",
        "He posted an affiliate link, the paper said.",
        "The song was republished under a new name.",
        "Source: the mayor has resigned and will not return",
    ],
)
def test_sentences_are_not_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "note",
    [
        "Ann Lee is a senior editor at Example News.",
        "Bo has written for magazines in the boating world for almost 30 years.",
        "Ann Lee covers health. Follow her on Twitter @annlee.",
    ],
)
def test_an_author_note_after_the_body_is_masked(note: str) -> None:
    document = read_text("a.txt", "\n\n".join(["Library to close", *BODY, note, "Related Tags"]))
    assert [b.kind for b in document.blocks[-2:]] == ["boilerplate", "boilerplate"]


@pytest.mark.parametrize(
    "last",
    [
        "Lee is an author and was the first woman to run the library.",
        "The mayor is a former journalist.",
        "Critics say the mayor is a writer at heart.",
        "He has written for the stage for 30 years, the theatre said.",
    ],
)
def test_a_last_paragraph_about_the_story_is_read(last: str) -> None:
    body = [*BODY, "Ann Lee, who ran the library for years, told the court so."]
    document = read_text("a.txt", "\n\n".join(["Library to close", *body, last]))
    assert document.blocks[-1].kind == "paragraph"


def test_lines_without_stops_are_read_where_all_lines_lack_them() -> None:
    document = read_text("a.txt", "Some say it rained\nCritics say it snowed\nOthers say it hailed")
    assert [b.kind for b in document.blocks] == ["headline", "paragraph", "paragraph"] or [
        b.kind for b in document.blocks
    ] == ["headline", "heading", "paragraph"]


def test_loose_lines_after_the_body_are_masked() -> None:
    document = read_text(
        "a.txt", "\n\n".join(["Library to close", *BODY, "What's in Bo's boat?", "Related Tags"])
    )
    assert [b.kind for b in document.blocks[-2:]] == ["boilerplate", "boilerplate"]


def test_a_pronoun_does_not_begin_an_author_note() -> None:
    assert not is_bio("He is a writer and a former soldier.")
