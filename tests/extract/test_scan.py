"""A fast search in front of a pattern leaves out nothing that the pattern would find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from attrib_lint.extract import dates, lookalikes
from attrib_lint.extract.scan import scan
from attrib_lint.lexicon.forms import noun_forms, verb_forms

PIECES = (
    *("1", "12", "2015", "555", "-", "/", ":", ".", ",", " ", "\n", "(", "+", "K", "GB", "pm"),
    *("May", "Tue", "Tuesday", "Mon", "today", "the ", "s", "A", "x", "–", "²", "٣", "é", "st"),
)
pieces = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def _spans(matches: object) -> list[tuple[int, int]]:
    return [match.span() for match in matches]  # type: ignore[attr-defined]  # any iterator of them


@given(pieces)
def test_dates_begin_only_where_they_may(text: str) -> None:
    pattern = dates._pattern()
    assert _spans(scan(pattern, dates._may_begin(), text)) == _spans(pattern.finditer(text))


@given(pieces)
def test_masked_figures_begin_only_where_they_may(text: str) -> None:
    pattern = lookalikes._MASKED_FIGURE
    assert _spans(scan(pattern, lookalikes._FIGURE, text)) == _spans(pattern.finditer(text))


@given(pieces)
def test_a_text_without_links_has_only_figures_masked(text: str) -> None:
    if not lookalikes._MARKED.search(text):
        whole = lookalikes._MASKED.finditer(text)
        assert _spans(lookalikes._MASKED_FIGURE.finditer(text)) == _spans(whole)


def test_an_empty_match_does_not_hold_the_scan_up() -> None:
    assert _spans(scan(re.compile("a*"), re.compile("a|b"), "abaa")) == [(0, 1), (1, 1), (2, 4)]


def test_a_form_that_two_verbs_share_has_always_the_same_one() -> None:
    assert verb_forms({"lambaste", "lambast"})["lambasted"] == "lambast"
    assert verb_forms(["lambast", "lambaste"])["lambasted"] == "lambast"
    assert noun_forms({"views", "view"})["views"] == "view"
