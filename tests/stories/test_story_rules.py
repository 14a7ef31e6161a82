"""Rules that compare articles do what their examples say; "=====" stands between articles."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.loader import builtin_folder, load_rules
from attrib_lint.rule import Options, Rule
from attrib_lint.stories.story import Story, told_by

RULES = [
    rule
    for rule in load_rules(builtin_folder(), trusted=True, builtin=True).rules
    if rule.check_story is not None
]
CASES = [(rule, text, True) for rule in RULES for text in rule.bad] + [
    (rule, text, False) for rule in RULES for text in rule.good
]


def story_of(text: str) -> Story:
    parts = text.split("\n=====\n")
    documents = [read_text(f"{'abcde'[i]}.txt", part) for i, part in enumerate(parts)]
    return Story(tuple(told_by(article) for article in articles(documents)))


@pytest.mark.parametrize(("rule", "text", "flagged"), CASES, ids=lambda x: getattr(x, "name", None))
def test_story_examples(rule: Rule, text: str, flagged: bool) -> None:
    assert rule.check_story is not None
    story = story_of(text)
    found = list(rule.check_story(story, Options(rule.options)))
    assert bool(found) == flagged, [finding.message for finding in found]
    paths = {told.path for told in story.articles}
    for finding in found:
        assert finding.path in paths
        assert finding.related
        assert all(related.path in paths for related in finding.related)


def test_every_rule_that_compares_articles_is_here() -> None:
    assert {rule.name for rule in RULES} >= {
        "crossdoc-number-conflict",
        "single-origin-story",
        "crossdoc-source-drift",
        "crossdoc-quote-drift",
        "crossdoc-detail-conflict",
        "upstream-anonymity-hidden",
    }


def test_upstream_rule_asks_only_where_it_is_told_to() -> None:
    story = story_of(
        "Acme Motors bought 900 trucks for the depot, according to Reuters.\n=====\n"
        "Reuters says Acme Motors bought 900 trucks for the depot."
    )
    (rule,) = (rule for rule in RULES if rule.name == "upstream-anonymity-hidden")
    assert rule.check_story is not None
    assert not list(rule.check_story(story, Options({"ask": False})))
    found = list(rule.check_story(story, Options({"ask": True})))
    assert [finding.severity for finding in found] == ["info", "info"]
