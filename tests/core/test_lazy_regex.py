"""Patterns that are compiled when they are first used."""

import re

import pytest

from attrib_lint.core.lazy_regex import lazy_regex


def test_a_lazy_regex_finds_what_the_pattern_finds() -> None:
    lazy, pattern = (make(r"(?P<word>a+)", re.IGNORECASE) for make in (lazy_regex, re.compile))
    for text in ("", "b", "Aab AAA"):
        assert lazy.sub("-", text) == pattern.sub("-", text)
        assert [m.span() for m in lazy.finditer(text)] == [m.span() for m in pattern.finditer(text)]
    found = lazy.search("xaa", 1)
    assert found is not None
    assert found["word"] == "aa"
    assert (lazy.pattern, lazy.flags) == (pattern.pattern, pattern.flags)


def test_a_wrong_expression_is_named_at_its_first_use() -> None:
    wrong = lazy_regex("(")
    with pytest.raises(re.error):
        wrong.search("")
