"""A question that spares a rule its work never changes what the rule finds."""

import pytest

from attrib_lint.article import Article
from attrib_lint.core.span import Span
from attrib_lint.examples import unmarked
from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.loader import builtin_folder, read_rule
from attrib_lint.rule import Options, Rule

ASKED = [
    ("consistency/number_conflict.py", "counts_in_headline", "within-body"),
    ("certainty/hedge_dropped.py", "may_stand_on_hearsay", "broad"),
]


def found(rule: Rule, examples: list[Article], options: Options) -> list[list[Span]]:
    assert rule.check is not None
    return [[finding.span for finding in rule.check(a, options)] for a in examples]


@pytest.mark.parametrize(("file", "question", "option"), ASKED)
def test_a_question_asked_first_costs_no_finding(
    file: str, question: str, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = read_rule(builtin_folder() / file, "group")
    texts = [unmarked(text).text for text in (*rule.bad, *rule.good)]
    examples = list(articles([read_text("example.txt", text) for text in texts]))
    options = Options({**rule.options, option: False})
    answered = found(rule, examples, options)
    asked = rule.check.__globals__  # type: ignore[union-attr]  # a function of the rule file
    assert not all(asked[question](article) for article in examples)
    monkeypatch.setitem(asked, question, lambda article: True)
    assert found(rule, examples, options) == answered
    assert any(answered)
