"""Marks around sources, cues and contents: every bracket closes, and the text stays."""

from hypothesis import given
from hypothesis import strategies as st

from attrib_lint.core.span import Span
from attrib_lint.report.marked import Mark, marked


def mark(start: int, end: int, brackets: str) -> Mark:
    return Mark(Span(start, end), brackets[0], brackets[1], "bold")


def shown(prose: str, *marks: Mark) -> str:
    return marked(prose, Span(0, len(prose)), marks).plain


def test_marks_nest() -> None:
    assert shown("abcd", mark(0, 4, "{}"), mark(1, 3, "[]")) == "{a[bc]d}"


def test_what_ends_at_a_place_closes_before_the_next_begins() -> None:
    assert shown("abcd", mark(2, 4, "[]"), mark(0, 2, "{}")) == "{ab}[cd]"


def test_the_innermost_closes_first_and_the_longest_opens_first() -> None:
    assert shown("abcd", mark(1, 4, "<>"), mark(0, 2, "[]"), mark(0, 4, "{}")) == "{[a<b]cd>}"


def test_a_mark_is_styled_with_its_brackets() -> None:
    (span,) = marked("abcd", Span(0, 4), [mark(1, 3, "[]")]).spans
    assert (span.start, span.end) == (1, 5)


@given(st.text("ab é🚌", max_size=20), st.data())
def test_without_the_brackets_the_text_is_as_it_was(prose: str, data: st.DataObject) -> None:
    offsets = st.integers(0, len(prose))
    pairs = data.draw(st.lists(st.tuples(offsets, offsets, st.sampled_from(["[]", "<>"]))))
    marks = [mark(min(a, b), max(a, b), brackets) for a, b, brackets in pairs if a != b]
    text = shown(prose, *marks)
    assert text.translate(dict.fromkeys(map(ord, "[]<>"))) == prose
    assert text.count("[") == text.count("]")
    assert text.count("<") == text.count(">")
