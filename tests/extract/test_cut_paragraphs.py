"""Paragraphs cut short after any word are still read: no cue looks past the last token."""

from __future__ import annotations

import pytest

from tests.extract.built import article_of

PARAGRAPHS = (
    "The mayor Ann Lee sat on Friday. “Are you sure?” He said: “I am.” That said, she left.",
    "Asked whether he would go, Lee said, “No,” adding that two people, who asked not to be named, "
    "had argued in favour of the tax, according to Reuters.",
    "“It is late,” said Ann Lee, the mayor; “we know.” Stated Stone: “In my view, they lost.” "
    "They answered, “Who?”",
    "Four people were reported missing, police said, and one was said to have confessed to his "
    "wife. What Lee calls a war on farmers was, he pointed out, denied by many.",
    "NASHUA, N.H., Feb. 9 (AP) — Critics called the plan reckless, as Lee put it. Fears are "
    "growing among investors that rates will rise: “It emerged that they knew,” an official who "
    "spoke on condition of anonymity told the Herald.",
)


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_a_paragraph_is_read_wherever_it_ends(text: str) -> None:
    from attrib_lint.nlp import parse

    paragraph, following = parse([text, "“I am.”"])
    stops = [token.idx + len(token) for token in paragraph]
    parsed_short = parse([text[:stop] for stop in stops])
    parsed_whole = (paragraph[: n + 1].as_doc() for n in range(len(paragraph)))
    for doc in [*parsed_short, *parsed_whole]:
        for article in (article_of(doc), article_of(doc, following)):
            for found in article.attributions:
                assert all(0 < len(span) <= len(article.text) for span in found.content)
            assert article.claims is not None
            assert article.hedges is not None
