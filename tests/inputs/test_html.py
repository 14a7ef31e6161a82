from __future__ import annotations

import pytest

from attrib_lint.core.document import Document
from attrib_lint.core.span import Span
from attrib_lint.inputs import read_text


def read(text: str) -> Document:
    return read_text("a.html", text)


def blocks(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.offsets.to_source(Span(start, start + len(words))).of(document.source_text)


def test_the_article_is_read_without_its_page() -> None:
    page = (
        "<!doctype html><html><head><title>Rents rise | News</title><style>p{}</style></head><body>"
        "<nav><p>Home said.</p></nav><article><h1>Rents rise</h1><p>The mayor said so.</p>"
        "<script>var said = '<p>x</p>';</script><aside>Sources say.</aside><h2>What now?</h2>"
        "<p>Nobody knows.</p></article><p>Outside.</p><footer>Sources say.</footer></body></html>"
    )
    assert blocks(page) == [
        ("headline", "Rents rise"),
        ("paragraph", "The mayor said so."),
        ("heading", "What now?"),
        ("paragraph", "Nobody knows."),
    ]


def test_without_an_h1_the_title_is_the_headline() -> None:
    page = "<title>Rents &amp; fares rise | News</title><p>They rose.</p>"
    assert blocks(page) == [("headline", "Rents & fares rise"), ("paragraph", "They rose.")]


def test_an_h1_above_the_article_is_the_headline() -> None:
    page = "<header><h1>Rents rise</h1></header><article><p>They rose.</p></article>"
    assert blocks(page)[0] == ("headline", "Rents rise")


def test_kinds_of_blocks() -> None:
    page = (
        "<ul><li>One.<li>Two.</ul><blockquote><p>Three.</p></blockquote><figure><img src=x>"
        "<figcaption>Four.</figcaption></figure><table><tr><td>5<td>6</table><p>Seven."
    )
    assert blocks(page) == [
        ("list", "One."),
        ("list", "Two."),
        ("blockquote", "Three."),
        ("caption", "Four."),
        ("table", "5 6"),
        ("paragraph", "Seven."),
    ]


def test_entities_and_white_space_keep_their_place() -> None:
    document = read("<p>AT&amp;T  said\r\n &ldquo;no&#8221;, R&D&nbsp;rose &zzz; 5 < 6.")
    assert document.text == "AT&T said “no”, R&D rose &zzz; 5 < 6."
    assert source_of(document, "“no”") == "&ldquo;no&#8221;"
    assert source_of(document, "rose") == "rose"
    assert source_of(document, "T said") == "T  said"


def test_q_becomes_quotation_marks() -> None:
    document = read("<p>He said <q>a <q>b</q> c</q>.</p>")
    assert document.text == "He said “a ‘b’ c”."
    assert source_of(document, "“") == "<q>"
    assert source_of(document, "”") == "</q>"


def test_inline_markup_does_not_cut_words_or_sentences() -> None:
    page = (
        "<p>The <b>may</b>or <!-- x -->said <del>no</del> yes<sup><a href='#f1'>1</a></sup>.<br>So."
    )
    assert blocks(page) == [("paragraph", "The mayor said yes. So.")]


def test_two_line_breaks_end_a_paragraph() -> None:
    assert [text for _, text in blocks("One.<br>\n<br>Two.<br>Three.")] == ["One.", "Two. Three."]


def test_code_is_one_word_and_hidden_text_none() -> None:
    page = "<p>Run <code>sources <b>say</b></code> now.<span hidden>said</span></p><pre>said</pre>"
    assert blocks(page) == [("paragraph", "Run code now.")]


def test_links_and_comments_are_recorded() -> None:
    document = read("<p>See <a href='http://x.y/?a&amp;b'>the <i>report</i></a>.<!-- ignore -->")
    assert [(link.span.of(document.text), link.target) for link in document.links] == [
        ("the report", "http://x.y/?a&b")
    ]
    assert [comment.text for comment in document.comments] == [" ignore "]


def test_class_names_tell_bylines_and_furniture_but_not_of_the_whole_page() -> None:
    body = "<p>The mayor said on Tuesday that the library will close.</p>" * 5
    page = (
        f"<div class='page has-newsletter'><p class='article__byline'>Ann Lee</p>{body}"
        "<div class='related-links'>Another story</div></div>"
    )
    kinds = [kind for kind, _ in blocks(page)]
    assert kinds == ["byline", *["paragraph"] * 5, "boilerplate"]


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=author content='Ann Lee'><meta property='og:site_name' content='News'>"
        "<meta property='article:published_time' content='2024-03-01'>"
        "<meta property='article:section' content='opinion'>",
        '<script type="application/ld+json">{"@graph": [{"@type": "OpinionNewsArticle",'
        '"author": [{"name": "Ann Lee"}], "publisher": {"name": "News"},'
        '"datePublished": "2024-03-01"}]}</script>',
    ],
)
def test_metadata(head: str) -> None:
    metadata = read(f"{head}<p>Text.</p>").metadata
    assert metadata == {
        "author": "Ann Lee",
        "outlet": "News",
        "date": "2024-03-01",
        "genre": "opinion",
    }


def test_a_table_that_arranges_the_page_is_read() -> None:
    page = "<table><tr><td><p>The mayor said so.</p><p>She left.</p></td></tr></table>"
    assert [kind for kind, _ in blocks(page)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "page", ["<p>a<!-- b", "<p>a <b", "<p>a</p", "<", "<p title='>a", "</p>a<p", "<!doctype", "<?x"]
)
def test_cut_off_pages_are_read(page: str) -> None:
    document = read(page)
    assert document.source_text == page
