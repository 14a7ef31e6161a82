"""Quotations are found by their marks, whatever the text does."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from attrib_lint.core.document import Block
from attrib_lint.core.facts import Quote
from attrib_lint.core.span import Span
from attrib_lint.extract.quotes import find_quotes


def _blocks(text: str) -> tuple[Block, ...]:
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph:
            blocks.append(Block(Span(at, at + len(paragraph)), "paragraph"))
        at += len(paragraph) + 2
    return tuple(blocks)


def _quotes(text: str) -> list[str]:
    return [q.inner.of(text) for q in find_quotes(text, _blocks(text))]


def _all(text: str) -> tuple[Quote, ...]:
    return find_quotes(text, _blocks(text))


def test_straight_and_curly_marks_quote_alike() -> None:
    assert _quotes('"No," she said.') == ["No,"]
    assert _quotes("“No,” she said.") == ["No,"]
    assert _quotes("''No,'' she said.") == ["No,"]


def test_interrupted_quotation_gives_two_quotes() -> None:
    assert _quotes("“We lost,” she said, “and we know why.”") == ["We lost,", "and we know why."]


def test_single_marks_quote_and_apostrophes_do_not() -> None:
    assert _quotes("Mayor ‘to resign’ over the workers’ pay") == ["to resign"]
    assert _quotes("It's the '90s, and rock 'n' roll won't die.") == []
    assert _quotes("The boys' club isn't the girls' club.") == []
    assert _quotes("'We won't go,' he said.") == ["We won't go,"]


def test_nested_quotation_is_one_level_deeper() -> None:
    quotes = _all("“He told me ‘never again’ and left,” she said.")
    assert [q.depth for q in quotes] == [0, 1]


def test_inch_mark_does_not_open_a_quote() -> None:
    assert _quotes('A 12" pipe and a 6\'2" man.') == []
    assert _quotes('She called it "a 12" and left.') == ["a 12"]


def test_quotation_over_paragraphs_is_continued() -> None:
    quotes = _all("“It began early.\n\n“It ended late,” he said.")
    assert [(q.balanced, q.continued) for q in quotes] == [(True, True), (True, False)]


def test_single_marks_open_each_paragraph_of_a_quotation() -> None:
    quotes = _all("'We don't know why it stopped.\n\n'We do now,' the pilot said.")
    assert [(q.continued, len(q.inner)) for q in quotes] == [(True, 29), (False, 10)]


def test_joined_paragraphs_of_a_quotation_are_continued() -> None:
    quotes = _all('He said: "The herd is sick. "We need vaccine."')
    assert [(q.balanced, q.continued) for q in quotes] == [(True, True), (True, False)]


def test_quotation_inside_one_without_its_close_does_not_end_it() -> None:
    text = "“They call us “alarmists” here. Nobody came.\n\nThat is so.”"
    quotes = _all(text)
    assert [(q.inner.of(text)[:9], q.balanced) for q in quotes] == [
        ("They call", False),
        ("alarmists", True),
        ("", False),
    ]


def test_two_single_marks_close_like_a_double_one() -> None:
    assert _quotes("“We lost,’’ she said.") == ["We lost,"]


def test_missing_close_is_not_balanced() -> None:
    quotes = _all("“It began early, he said. Nobody came.")
    assert [q.balanced for q in quotes] == [False]


def test_reversed_mark_is_not_balanced() -> None:
    quotes = _all("He called it “brave“ and left.")
    assert [(q.inner.of("He called it “brave“ and left."), q.balanced) for q in quotes] == [
        ("brave", False)
    ]


@given(st.lists(st.sampled_from([*"“”\"‘’'«»", "''", "``", "a", "s", "7", " ", ".", ",", "\n\n"])))
@example(["“", "a", "“", "a", "”"])
@example(["“", "“", ".", "‘", " ", "”"])
def test_spans_nest_or_are_disjoint(parts: list[str]) -> None:
    text = "".join(parts)
    quotes = _all(text)
    for i, quote in enumerate(quotes):
        assert 0 <= quote.span.start <= quote.inner.start <= quote.inner.end <= quote.span.end
        assert quote.span.end <= len(text)
        for other in quotes[i + 1 :]:
            apart = not quote.span.overlaps(other.span)
            nested = quote.span.contains(other.span) or other.span.contains(quote.span)
            assert apart or nested


@given(st.text(alphabet="“”\"‘’'ab s.\n", max_size=60))
def test_marks_in_any_order_never_raise(text: str) -> None:
    assert all(len(q.span) > 0 for q in _all(text))
