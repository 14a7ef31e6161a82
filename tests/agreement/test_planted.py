"""Contradictions planted in articles of our own are reported; near misses are not."""

from __future__ import annotations

import pytest

from attrib_lint.core.finding import Diagnostic
from attrib_lint.linter import Linter
from tests.agreement.planted import DATE, NAME, NEAR_MISSES, NUMBER, PLANTED, SUM

RULES = {NUMBER, SUM, DATE, NAME}


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(preset="strict")


def found(linter: Linter, text: str) -> list[Diagnostic]:
    """What the rules about consistency report, information aside."""
    shown = linter.check_text(text, "a.txt")
    return [
        d for d in shown if d.severity != "info" and RULES & {d.rule, *(a.rule for a in d.also)}
    ]


@pytest.mark.parametrize(("rule", "text", "words"), PLANTED, ids=lambda x: str(x)[:40])
def test_planted_contradiction_is_reported(
    linter: Linter, rule: str, text: str, words: str
) -> None:
    (diagnostic,) = found(linter, text)
    assert rule in {diagnostic.rule, *(also.rule for also in diagnostic.also)}
    spans = [diagnostic.span, *(related.span for related in diagnostic.related)]
    assert any(words in span.of(text) or span.of(text) in words for span in spans)


@pytest.mark.parametrize("text", NEAR_MISSES, ids=lambda x: str(x)[:40])
def test_near_miss_is_let_through(linter: Linter, text: str) -> None:
    assert found(linter, text) == []
