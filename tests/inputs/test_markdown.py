from __future__ import annotations

import pytest

from attrib_lint.core.document import Document
from attrib_lint.core.errors import InputError
from attrib_lint.core.span import Span
from attrib_lint.inputs import read_text


def read(text: str) -> Document:
    return read_text("a.md", text)


def blocks(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.offsets.to_source(Span(start, start + len(words))).of(document.source_text)


@pytest.mark.parametrize(
    ("line", "spelled"),
    [
        ("title: Rents rise, mayor says", "Rents rise, mayor says"),
        ("title: 'Mayor''s plan'", "Mayor''s plan"),
        ('title: "A \\"plan\\" \\u2014 costs"', 'A \\"plan\\" \\u2014 costs'),
        ("Title:   Rents rise   ", "Rents rise"),
    ],
)
def test_the_yaml_title_is_the_headline_at_its_place(line: str, spelled: str) -> None:
    document = read(f"---\r\nauthor: Ann Lee\r\n{line}\r\n---\r\n\r\nRents rose.\r\n")
    headline = document.blocks[0]
    assert headline.kind == "headline"
    assert headline.span.of(document.text) == document.metadata["title"]
    assert document.offsets.to_source(headline.span).of(document.source_text) == spelled


def test_words_after_an_escape_in_a_title_map_exactly() -> None:
    document = read("---\ntitle: 'The mayor''s “plan” fails'\n---\nIt failed.\n")
    assert source_of(document, "“plan”") == "“plan”"


@pytest.mark.parametrize("title", ["title = \"Rents 'rise'\"", "title = 'Rents rise' # yes"])
def test_the_toml_title_is_the_headline_at_its_place(title: str) -> None:
    document = read(f'+++\ndate = 2024-03-01\n{title}\n[author]\nname = "Ann Lee"\n+++\nIt rose.\n')
    headline = document.blocks[0].span
    assert document.offsets.to_source(headline).of(document.source_text) in title
    assert headline.of(document.text) == document.metadata["title"]
    assert document.metadata["author"] == "Ann Lee"
    assert document.metadata["date"] == "2024-03-01"


def test_front_matter_names_outlet_genre_and_lists() -> None:
    document = read(
        "---\npublisher: Example News\nsection: Opinion\nauthors: [Ann Lee, Bo Ek]\n---\nx\n"
    )
    assert document.metadata["outlet"] == "Example News"
    assert document.metadata["genre"] == "Opinion"
    assert document.metadata["author"] == "Ann Lee, Bo Ek"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: 'a\nb: c\n---\nText.\n", r"^a.md:\d+: the front matter is not valid YAML"),
        (
            "---\ntitle: a\n\tb: [\n---\nText.\n",
            r"^a.md:[23]: the front matter is not valid YAML .*; mend it",
        ),
        ("+++\ntitle = a\n+++\nText.\n", r"^a.md:2: the front matter is not valid TOML"),
        (
            "---\ntitle: a\n\nText.\n",
            r"^a.md:1: the front matter is never closed; put a line with ---",
        ),
    ],
)
def test_broken_front_matter_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(text)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert blocks("---\n\nThe mayor said so.\n") == [("paragraph", "The mayor said so.")]


def test_an_alias_bomb_in_front_matter_is_harmless() -> None:
    layers = "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))
    document = read(f"---\na0: &a0 [x]\n{layers}---\nText.\n")
    assert len(str(document.metadata)) < 10_000


def test_the_first_h1_is_the_headline_and_others_are_headings() -> None:
    text = "# Rents *rise*\n\nThey rose.\n\nWhy\n---\n\nNobody knows.\n\n## More\n\nSo they say.\n"
    assert [kind for kind, _ in blocks(text)] == [
        "headline",
        "paragraph",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]
    assert blocks(text)[0][1] == "Rents rise"


def test_an_h1_equal_to_the_title_is_not_read_twice() -> None:
    text = "---\ntitle: Rents rise\n---\n# Rents **rise**\n\nThey rose.\n"
    assert blocks(text) == [("headline", "Rents rise"), ("paragraph", "They rose.")]


def test_inline_markup_leaves_only_its_words() -> None:
    text = (
        "He *did* say <b>so</b>, [the mayor](http://a.b 't') said. \\*Yes\\*, AT&amp;T ~~not~~ too."
    )
    assert blocks(text) == [("paragraph", "He did say so, the mayor said. *Yes*, AT&T too.")]


def test_links_are_recorded() -> None:
    document = read(
        "See [the *full* report][r], <https://a.b/c> and [Ann].\n\n[r]: https://x.y\n[ann]: /ann\n"
    )
    assert [(link.span.of(document.text), link.target) for link in document.links] == [
        ("the full report", "https://x.y"),
        ("https://a.b/c", "https://a.b/c"),
        ("Ann", "/ann"),
    ]


def test_brackets_that_link_nowhere_are_text() -> None:
    text = "“[The mayor] was [sic] right,” he said.\n"
    assert blocks(text) == [("paragraph", text.strip())]


def test_code_comments_images_and_raw_html_are_not_read() -> None:
    text = (
        "Run `reportedly` now. <!-- sources say --> Go.\n\n```\nsources say\n```\n\n"
        "    sources say\n\n![sources say](i.png)\n\n"
        "<div>\nsources say\n</div>\n\n<!-- sources say -->\n"
    )
    assert blocks(text) == [("paragraph", "Run code now. Go.")]


def test_comments_are_kept_with_their_place() -> None:
    text = "One. <!-- attrib-lint: ignore[x] why -->\n\n<!-- two -->\n\nThree.\n"
    document = read(text)
    assert [c.text for c in document.comments] == [" attrib-lint: ignore[x] why ", " two "]
    assert [c.span.of(text) for c in document.comments] == [
        "<!-- attrib-lint: ignore[x] why -->",
        "<!-- two -->",
    ]


def test_quotes_lists_and_tables_keep_their_kind() -> None:
    text = (
        "> It rose\n> again,\nhe said.\n\n- One\n  line\n  - Two\n1. Three\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    assert [kind for kind, _ in blocks(text)] == ["blockquote", "list", "list", "list", "table"]
    assert blocks(text)[0][1] == "It rose again, he said."
    assert blocks(text)[1][1] == "One line"


def test_a_wrapped_quotation_maps_line_by_line() -> None:
    document = read("> “It *rose*\n> again”,\n> she said.\n")
    assert source_of(document, "she said") == "she said"
    assert source_of(document, "rose again") == "rose*\n> again"


def test_footnotes_and_shortcodes_and_directives() -> None:
    text = (
        "Rents rose.[^1] {{< figure src=x >}}\n\n{% include y %}\n\n"
        ":::note\nLandlords agree.\n:::\n\nimport X from 'y'\n\n[^1]: The mayor said so.\n"
    )
    assert blocks(text) == [
        ("paragraph", "Rents rose."),
        ("paragraph", "Landlords agree."),
        ("list", "The mayor said so."),
    ]


def test_comments_and_components_of_mdx() -> None:
    text = (
        "import Note from './note'\n\nRents rose. {/* attrib-lint: ignore */}\n\n"
        "<Note kind='x'>\n\nLandlords agree.\n\n</Note>\n"
    )
    document = read_text("a.mdx", text)
    assert [block.span.of(document.text) for block in document.blocks] == [
        "Rents rose.",
        "Landlords agree.",
    ]
    assert [comment.text for comment in document.comments] == [" attrib-lint: ignore "]
    assert document.comments[0].span.of(text) == "{/* attrib-lint: ignore */}"


@pytest.mark.parametrize(
    "text",
    [
        "A grant of $2m for a hall. The $200,000 grant is the state’s.",
        "It pays $4, or $5, a head; *not* $6.",
        "They owe US$2m and A$3m (NZ$3.3m) between them.",
    ],
)
def test_sums_of_money_are_no_formula(text: str) -> None:
    assert read(text).text == text.replace("*", "")


def test_a_formula_is_left_out() -> None:
    assert read("Let $x_1 + y$ be $$z*2$$ here; it costs $5.").text == "Let be here; it costs $5."
