"""The words around a span: never wider than asked, the underline under the span."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from attrib_lint.core.span import Span
from attrib_lint.report.frame import Row, frame

LONG = "The council " + "which has met nine times since the spring without a vote " * 30


def shown(rows: list[Row]) -> str:
    """What is underlined, rows joined."""
    return "".join(row.marked.of(row.text) for row in rows if row.marked)


def test_a_short_line_is_shown_whole() -> None:
    assert frame("A source said so.", Span(2, 8), 70) == [Row("A source said so.", Span(2, 8))]


def test_a_long_line_is_cut_at_words_around_the_span() -> None:
    start = LONG.index("spring", 800)
    rows = frame(LONG, Span(start, start + 6), 60)
    assert shown(rows) == "spring"
    assert rows[0].text.startswith("…\u00a0")
    assert rows[-1].text.endswith("\u00a0…")
    assert sum(len(row.text) for row in rows) < 240
    assert all(cell_len(row.text) <= 60 for row in rows)


def test_a_span_that_fits_a_row_is_not_broken() -> None:
    text = "word " * 13 + "one of the sources said that it was so"
    start = text.index("one of")
    rows = frame(text, Span(start, start + 18), 72)
    assert [row.marked.of(row.text) for row in rows if row.marked] == ["one of the sources"]


def test_a_span_of_many_rows_loses_its_middle() -> None:
    rows = frame(LONG, Span(4, len(LONG) - 4), 60)
    assert len(rows) <= 6
    assert "…" in [row.text for row in rows]


def test_wide_characters_are_measured_in_cells() -> None:
    row = frame("記者 📰 said a source", Span(10, 18), 70)[0]
    assert row.marked is not None
    assert row.underline == (cell_len("記者 📰 said "), len("a source"))


def test_control_and_bidi_characters_do_not_reach_the_terminal() -> None:
    text = "a\x1b[31m \u202esource\x00 b"
    assert not set("".join(row.text for row in frame(text, Span(0, 1), 70))) & set("\x1b\x00\u202e")


@given(st.text(), st.data(), st.integers(10, 90))
def test_any_span_of_any_line_is_framed(line: str, data: st.DataObject, width: int) -> None:
    line = line.replace("\n", " ").replace("\r", " ")
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    rows = frame(line, Span(start, end), width)
    for row in rows:
        assert cell_len(row.text) <= width
        if row.marked is not None:
            assert row.marked.end <= len(row.text)
    assert any(row.marked is not None for row in rows)
