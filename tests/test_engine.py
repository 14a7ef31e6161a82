"""The engine's guards, folding and containment, on rules written for the purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from attrib_lint.article import Article
from attrib_lint.core.finding import Diagnostic, Finding
from attrib_lint.core.severity import Severity
from attrib_lint.core.span import Span
from attrib_lint.engine import ActiveRule, check_article, fold
from attrib_lint.inputs import read_text
from attrib_lint.linter import Linter, articles
from attrib_lint.rule import Options, Rule, Where


def article(text: str, path: str = "a.txt") -> Article:
    return next(articles([read_text(path, text)]))


def rule(
    find: Callable[[Article], Iterator[Finding]],
    *,
    where: Where = "narration",
    severity: Severity = "warning",
    name: str = "probe",
    voice: bool = False,
    columns: bool = True,
    group: str = "test",
) -> ActiveRule:
    made = Rule(
        name=name,
        group=group,
        summary="Probe.",
        why="",
        help="Why?",
        severity=severity,
        path=Path("probe.py"),
        good=(),
        bad=(),
        where=where,
        voice=voice,
        columns=columns,
        check=lambda article, options: find(article),
    )
    return ActiveRule(made, severity, Options({}))


def finding_each(word: str) -> Callable[[Article], Iterator[Finding]]:
    def find(article: Article) -> Iterator[Finding]:
        at = article.text.find(word)
        while at >= 0:
            yield Finding(Span(at, at + len(word)), f"“{word}”")
            at = article.text.find(word, at + 1)

    return find


QUOTED = "The bus was late on Friday.\n\n“It was late again,” said Ruth Kelso, a driver."


def test_narration_rules_do_not_look_into_quotations() -> None:
    checked = check_article(article(QUOTED), [rule(finding_each("late"))])
    assert [d.span.start for d in checked.diagnostics] == [12]


def test_quote_rules_look_into_quotations_only() -> None:
    checked = check_article(article(QUOTED), [rule(finding_each("late"), where="quotes")])
    assert [d.span.start for d in checked.diagnostics] == [QUOTED.index("late again")]


def test_headline_rules_look_at_headlines_only() -> None:
    text = "# Ferry late\n\nThe ferry was late."
    checked = check_article(article(text), [rule(finding_each("late"), where="headlines")])
    assert [d.span.start for d in checked.diagnostics] == [text.index("late")]


def test_boilerplate_is_never_flagged() -> None:
    text = (
        "Bus routes to change\n\nBy Ruth Kelso\n\nThe council said on Friday that Kelso had left."
    )
    checked = check_article(article(text), [rule(finding_each("Kelso"))])
    assert [d.span.start for d in checked.diagnostics] == [text.rindex("Kelso")]


def test_later_mentions_of_one_source_become_related_places() -> None:
    text = "One official said the talks had failed.\n\nThe official said they would resume in May."

    def sources(article: Article) -> Iterator[Finding]:
        for attribution in article.attributions:
            if attribution.source is not None:
                yield Finding(attribution.source.span, "a source")

    checked = check_article(article(text), [rule(sources)])
    assert [d.text for d in checked.diagnostics] == ["One official"]
    assert [r.span.of(text) for r in checked.diagnostics[0].related] == ["The official"]


def test_a_crashing_rule_is_named_and_costs_only_itself() -> None:
    def crashing(article: Article) -> Iterator[Finding]:
        raise KeyError("a word of the article")
        yield

    rules = [rule(crashing, name="broken"), rule(finding_each("bus"))]
    checked = check_article(article(QUOTED), rules)
    assert len(checked.diagnostics) == 1
    (error,) = checked.errors
    assert error.kind == "crashed-rule"
    assert "broken" in error.message
    assert "--ignore broken" in error.help
    assert "a word of the article" not in error.message  # unpublished text stays where it is


def test_voice_rules_leave_opinion_alone() -> None:
    text = "---\ngenre: opinion\n---\n\nThe bus was late on Friday.\n"
    assert not check_article(
        article(text, "a.md"), [rule(finding_each("late"), voice=True)]
    ).diagnostics
    assert check_article(article(text, "a.md"), [rule(finding_each("late"))]).diagnostics


def test_rules_that_do_not_judge_columns_leave_opinion_alone() -> None:
    text = "---\ngenre: opinion\n---\n\nThe bus was late on Friday.\n"
    assert not check_article(
        article(text, "a.md"), [rule(finding_each("late"), columns=False)]
    ).diagnostics
    news = text.replace("opinion", "analysis")
    probe = rule(finding_each("late"), columns=False)
    assert check_article(article(news, "a.md"), [probe]).diagnostics


def test_captions_are_read_for_names_and_figures_only() -> None:
    text = "# Bus\n\nThe bus left.\n\nThe late bus on Friday. (AP Photo/Ruth Kelso)\n"
    read = article(text, "a.md")
    assert not check_article(read, [rule(finding_each("late"))]).diagnostics
    assert check_article(read, [rule(finding_each("late"), group="consistency")]).diagnostics


def test_a_block_quotation_is_no_narration() -> None:
    text = "# Bus\n\nThe drivers wrote:\n\n> The bus was late again.\n"
    read = article(text, "a.md")
    assert not check_article(read, [rule(finding_each("late"))]).diagnostics
    assert check_article(read, [rule(finding_each("late"), where="quotes")]).diagnostics


def diagnostic(start: int, end: int, name: str, severity: Severity) -> Diagnostic:
    return Diagnostic("a.txt", Span(start, end), "", name, "test", severity, name, "")


def test_the_more_severe_diagnostic_shows_and_carries_the_other() -> None:
    (shown,) = fold([diagnostic(0, 10, "mild", "info"), diagnostic(0, 10, "grave", "error")])
    assert shown.rule == "grave"
    assert [folded.rule for folded in shown.also] == ["mild"]


def test_a_tie_goes_to_the_more_specific_rule() -> None:
    (shown,) = fold([diagnostic(0, 12, "wide", "info"), diagnostic(2, 12, "narrow", "info")])
    assert shown.rule == "narrow"


def test_diagnostics_that_merely_meet_are_not_folded() -> None:
    assert len(fold([diagnostic(0, 10, "a", "info"), diagnostic(8, 30, "b", "info")])) == 2


def test_suppressing_the_shown_rule_reveals_the_folded_one() -> None:
    rules = [
        rule(finding_each("late"), name="grave", severity="error"),
        rule(finding_each("late"), name="mild", severity="info"),
    ]

    checked = check_article(article(QUOTED), rules, lambda found: found.rule == "grave")
    assert [d.rule for d in checked.diagnostics] == ["mild"]
    assert checked.suppressed == 1


def test_a_fingerprint_survives_edits_elsewhere() -> None:
    before = check_article(article(QUOTED), [rule(finding_each("late"))]).diagnostics
    edited = "A new first paragraph, which says nothing of note.\n\n" + QUOTED
    after = check_article(article(edited), [rule(finding_each("late"))]).diagnostics
    assert [d.fingerprint for d in before] == [d.fingerprint for d in after]
    assert before[0].fingerprint


def test_equal_places_have_fingerprints_of_their_own() -> None:
    text = "The bus was late.\n\nThe bus was late.\n"
    found = check_article(article(text), [rule(finding_each("late"))]).diagnostics
    assert len({d.fingerprint for d in found}) == 2


def test_a_finding_cannot_be_more_severe_than_its_rule() -> None:
    def find(article: Article) -> Iterator[Finding]:
        yield replace(next(finding_each("late")(article)), severity="error")

    checked = check_article(article(QUOTED), [rule(find, severity="info")])
    assert [d.severity for d in checked.diagnostics] == ["info"]


def test_a_text_longer_than_any_article_is_read_to_its_end() -> None:
    paragraph = "The council met on Friday, and the bus was late.\n\n"
    text = paragraph * 2000
    checked = check_article(article(text), [rule(finding_each("late"))])
    places = [d.span.start for d in checked.diagnostics]
    assert places[-1] == text.rindex("late")
    assert len(places) == 2000
    assert len({d.fingerprint for d in checked.diagnostics}) == 2000


@pytest.mark.parametrize(
    "headline",
    [
        "Denouncing critics, Cole praised the speech of Lee",
        "Attacking the plan, Cole cited the case of Lee",
    ],
)
def test_a_clause_that_begins_a_block_has_nobody_before_it(headline: str) -> None:
    Linter(preset="strict").check_text(headline, "a.txt")
