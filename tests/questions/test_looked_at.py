"""What a rule has looked at and let through is not reported for a suspicion either."""

from __future__ import annotations

from attrib_lint.article import Article
from attrib_lint.core.span import Span
from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.questions.groups import is_known_group
from attrib_lint.questions.reports import is_owned_report


def article(text: str) -> Article:
    return next(articles([read_text("a.txt", text)]))


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_group_that_holds_a_view_is_known_though_a_member_is_named() -> None:
    text = "Critics say the dam leaks. Ann Lee, of Clean Rivers, said it had leaked for years."
    assert is_known_group(article(text), at(text, "Critics"))
    assert not is_known_group(article(text), at(text, "the dam"))


def test_a_report_is_owned_where_the_text_says_whose_it_is() -> None:
    text = "The dam leaks, according to a report by the water board."
    assert is_owned_report(article(text), at(text, "a report"))
    text = "The dam leaks, according to a report."
    assert not is_owned_report(article(text), at(text, "a report"))
