"""Only marks are mended, never words."""

from __future__ import annotations

import pytest

from attrib_lint import Linter


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("He called it “a disgrace“ and left.", "He called it “a disgrace” and left."),
        ('He called it "a disgrace” and left.', "He called it “a disgrace” and left."),
        ("She said it was ”unsafe” there.", "She said it was “unsafe” there."),
    ],
)
def test_the_right_mark_is_put_at_each_end(text: str, mended: str) -> None:
    (diagnostic,) = (
        d for d in Linter(preset="strict").check_text(text) if d.rule == "malformed-quote"
    )
    result = text
    for edit in sorted(diagnostic.edits, key=lambda e: e.span.start, reverse=True):
        assert edit.safe
        result = result[: edit.span.start] + edit.new_text + result[edit.span.end :]
    assert result == mended


def test_a_quotation_that_never_closes_gets_no_edit() -> None:
    text = "She said “we will act and then left."
    (diagnostic,) = (d for d in Linter().check_text(text) if d.rule == "malformed-quote")
    assert diagnostic.edits == ()


def test_a_mark_that_lost_the_space_beside_it_is_not_called_open() -> None:
    text = "It was late. He said “this is a long road before a thing is in ink.{}The bank agreed."
    for mark, rules in (("”", set()), ("", {"malformed-quote"})):
        told = Linter().check_text(text.format(mark))
        assert {d.rule for d in told} & {"malformed-quote"} == rules
