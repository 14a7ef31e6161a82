"""Rules that are content with weaker evidence where the reader suspects much."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text
from attrib_lint.linter import Linter, articles
from attrib_lint.rule import Options
from tests.test_second_reading import suspect

FILLER = "\n\n".join(
    f"The gate on pier {n} stayed shut all day, and nobody came to look at it until dusk."
    for n in range(24)
)


def found(rule: str, text: str, careless: bool = True) -> list[str]:
    """What a rule's own code finds in a text after a long story that leaves much or little open."""
    (article,) = articles([read_text("a.txt", f"{FILLER}\n\n{text}")])
    for i, parsed in enumerate(article.parsed):
        suspect(parsed.doc, {"shut": 3.0} if careless else {}, i)
    active = next(a for a in Linter(preset="strict").active if a.rule.name == rule)
    assert active.rule.check is not None
    found = active.rule.check(article, Options(active.options.values))
    return [f.span.of(article.text) for f in found]


LOADED = [
    "Ann Lee, the firm’s finance director, admitted that the yard was “under a very broad review”.",
    "He dismissed the story. Tom Ortiz, who runs the yard, conceded that steel was “very dear”.",
    "Her lawyer denied the charge. Asha Rao claimed that her brother had paid for the boat.",
]


@pytest.mark.parametrize("text", LOADED)
def test_what_stands_beside_a_loaded_verb_excuses_it_only_in_care(text: str) -> None:
    rule = "loaded-attribution-verb"
    assert found(rule, text)
    assert not found(rule, text, careless=False)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee admitted that she hoped to win.",
        "At Leeds Crown Court Smith pleaded guilty. He admitted that he took the van.",
        "Critics of the mayor claimed that the road leads nowhere.",
        "The transfers prove that somebody inside the harbour office talks.",
        "The surgeon claimed sick leave in June.",
    ],
)
def test_a_loaded_verb_may_be_excused_by_the_matter(text: str) -> None:
    assert not found("loaded-attribution-verb", text)


def test_a_figure_of_nobodys_is_asked_about_where_much_is_left_open() -> None:
    text = "The committee, which swallowed $85 million in a summer, never met again."
    rule = "unattributed-figure"
    assert found(rule, text) == ["$85 million"]
    assert found(rule, text, careless=False) == []


def test_a_rumour_is_no_better_for_being_denied_next() -> None:
    text = "Whispers from the quay suggest that he will sell. The owner has denied the rumours."
    rule = "rumour-as-source"
    assert found(rule, text) == ["Whispers from the quay suggest"]
    assert found(rule, text, careless=False) == []
    assert found(rule, "The owner denied that whispers from the quay suggest a sale.") == []


@pytest.mark.parametrize("paper", ["Reuters", "the Calder Weekly"])
def test_what_somebody_told_a_paper_is_the_papers(paper: str) -> None:
    rule, text = "secondhand-no-locator", f"A friend of the skipper told {paper} that it leaked."
    assert [s.removeprefix("the ") for s in found(rule, text)] == [paper.removeprefix("the ")]
    assert found(rule, text, careless=False) == []
    assert found(rule, text.replace("Weekly", "Rowers").replace("Reuters", "his wife")) == []
