"""The catalogue's sentences of families F and A05, written out as articles."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text
from attrib_lint.linter import articles
from attrib_lint.loader import builtin_folder, load_rules
from attrib_lint.rule import Options

RULES = {r.name: r for r in load_rules(builtin_folder(), trusted=True, builtin=True).rules}
CASES: tuple[tuple[str, str, bool], ...] = (
    (
        "number-conflict",
        "Tycoon buys hundreds of GPUs\n\nThe tycoon bought approximately 10,000 GPUs in May.",
        True,
    ),
    ("number-conflict", "At least 40 died in the fire.\n\nThe 31 victims were named.", True),
    (
        "number-conflict",
        "The court imposed a $3 million fine.\n\nThe bank will not fight the $3 billion fine.",
        True,
    ),
    (
        "number-conflict",
        "He donated around $100 million after pledging roughly $1 billion.",
        False,
    ),
    ("number-conflict", "Dozens were hurt, 14 of them seriously.", False),
    ("number-conflict", "Sales were 10,000 in 2020 and 900 in 2021.", False),
    (
        "precision-drift",
        "Acme bought thousands of graphics processing units.\n\nAcme bought 10,000 GPUs, it said.",
        True,
    ),
    (
        "precision-drift",
        "Acme bought nearly 10,000 GPUs.\n\nAcme bought more than 9,000 GPUs, it said.",
        True,
    ),
    ("precision-drift", "Acme will cut about 300 jobs.\n\nAcme will cut 300 jobs in May.", True),
    ("precision-drift", "Acme bought 10,000 GPUs.\n\nAcme unpacked the chips.", False),
    (
        "precision-drift",
        "Acme to cut about 300 jobs\n\nAcme will cut about 300 jobs in May.",
        False,
    ),
    ("precision-drift", "Thousands of fans came. So did 10,000 police officers.", False),
    (
        "date-conflict",
        "He signed the letter on March 22.\n\nThe April letter called for a pause.",
        True,
    ),
    (
        "date-conflict",
        "Published 12 April 2023\n\nCourt next\n\nThe firm faces next week's hearing on 10 April.",
        True,
    ),
    (
        "date-conflict",
        "The firm hired Ann Berg in February.\n\nBerg joined the firm in March.",
        True,
    ),
    ("date-conflict", "He began hiring in February; two engineers joined in March.", False),
    ("date-conflict", "The report, written in 2019, was published in 2021.", False),
    ("date-conflict", "Prices last scanned on 4/17/2024.", False),
    (
        "name-role-variant",
        "Engineer Igor Babuschkin joined in March.\n\nIgor Babushkin left in May.",
        True,
    ),
    (
        "name-role-variant",
        "Carl Musk spearheaded a letter.\n\nMusk signed an open letter, along with thousands.",
        True,
    ),
    (
        "name-role-variant",
        "Chief executive Ann Lee spoke.\n\nThe finance director Ann Lee spoke too.",
        True,
    ),
    ("name-role-variant", "Elon Musk came. Musk sat down. The billionaire smiled.", False),
    ("name-role-variant", "Ms Lee, then finance director, is now chief executive.", False),
    ("name-role-variant", "“Peking is calm,” he wrote in 1949. Beijing was silent.", False),
    ("arithmetic-mismatch", "There are three candidates: Lee and Ortiz.", True),
    ("arithmetic-mismatch", "Output rose 50% from 200 to 250.", True),
    ("arithmetic-mismatch", "Sales doubled, from $4m to $6m.", True),
    ("arithmetic-mismatch", "There are three candidates, including Lee and Ortiz.", False),
    ("arithmetic-mismatch", "Output rose about 50% from 200 to 297.", False),
    ("arithmetic-mismatch", "It asked 60% of 1,000 people, or roughly 600.", False),
    (
        "source-count-mismatch",
        "Sources say the plant will shut. The source said workers were told on Monday.",
        True,
    ),
    (
        "source-count-mismatch",
        "Two officials confirmed the strike. “It is over,” the official said of the same briefing.",
        True,
    ),
    (
        "source-count-mismatch",
        "According to reports, he resigned.\n\nBusiness Insider said he left on Monday.",
        True,
    ),
    (
        "source-count-mismatch",
        "Two people described the meeting. One of the people said it lasted an hour.",
        False,
    ),
    ("source-count-mismatch", "Sources at Ford and at GM said prices would rise.", False),
    (
        "source-count-mismatch",
        "A source said it was cancelled; a second source confirmed it.",
        False,
    ),
)


@pytest.mark.parametrize(("name", "text", "flagged"), CASES)
def test_catalogue_example(name: str, text: str, flagged: bool) -> None:
    rule = RULES[name]
    assert rule.check is not None
    (article,) = articles([read_text("a.txt", text)])
    found = list(rule.check(article, Options(rule.options)))
    assert bool(found) == flagged, [finding.message for finding in found]
