from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as new_document  # type: ignore[import-untyped,unused-ignore]  # no stubs

from attrib_lint.core.document import Document
from attrib_lint.core.errors import InputError
from attrib_lint.core.span import Span
from attrib_lint.inputs import read_document, read_text
from tests.inputs.checks import word_package

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(word: object) -> bytes:
    stream = BytesIO()
    word.save(stream)  # type: ignore[attr-defined]  # python-docx has no stubs
    return stream.getvalue()


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_styles_of_a_word_file_tell_kinds() -> None:
    word = new_document()
    word.add_heading("Rents rise", 0)
    word.add_paragraph("They say so.", style="Subtitle")
    word.add_paragraph("By Ann Lee")
    word.add_paragraph("The mayor said so.")
    word.add_heading("What now?", 1)
    word.add_paragraph("One.", style="List Bullet")
    word.add_paragraph("It rose.", style="Intense Quote")
    word.add_table(1, 1).cell(0, 0).text = "5"
    word.add_paragraph("She left, 😀 too.")
    document = read_document("a.docx", saved(word))
    assert blocks(document) == [
        ("headline", "Rents rise"),
        ("standfirst", "They say so."),
        ("byline", "By Ann Lee"),
        ("paragraph", "The mayor said so."),
        ("heading", "What now?"),
        ("list", "One."),
        ("blockquote", "It rose."),
        ("table", "5"),
        ("paragraph", "She left, 😀 too."),
    ]


def test_positions_count_in_a_paragraph() -> None:
    word = new_document()
    word.add_paragraph("The mayor said so.")
    word.add_paragraph("")
    word.add_paragraph("  Critics agreed.")
    document = read_document("a.docx", saved(word))
    start = document.text.index("agreed")
    span = document.offsets.to_source(Span(start, start + 6))
    place = next(p for p in document.locations if p.span.contains(span))
    assert (place.name, span.start - place.span.start) == ("paragraph 3", 10)
    assert span.of(document.source_text) == "agreed"


def test_comments_keep_their_words() -> None:
    word = new_document()
    run = word.add_paragraph("The mayor said so. ").add_run("Critics agreed.")
    word.add_comment(
        run, text="attrib-lint: ignore[vague-collective] known", author="Bo", initials="B"
    )
    document = read_document("a.docx", saved(word))
    (comment,) = document.comments
    assert comment.text == "attrib-lint: ignore[vague-collective] known"
    assert comment.span.of(document.source_text) == "Critics agreed."


def test_deleted_and_hidden_text_is_left_out_and_insertions_are_read() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>Rents </w:t></w:r>"
        "<w:del><w:r><w:delText>fall</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>rise</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:r><w:tab/><w:t>fast</w:t><w:br/><w:t>now.</w:t></w:r></w:p>"
    )
    assert blocks(read_document("a.docx", word_package(body))) == [
        ("paragraph", "Rents rise\tfast now.")
    ]


def test_links_lead_to_their_targets() -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE  # type: ignore[import-untyped,unused-ignore]
    from docx.oxml import parse_xml  # type: ignore[import-untyped,unused-ignore]

    word = new_document()
    paragraph = word.add_paragraph("See ")
    key = paragraph.part.relate_to("http://x.y", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    link = f'<w:hyperlink {W} {r} r:id="{key}"><w:r><w:t>the report</w:t></w:r></w:hyperlink>'
    paragraph._p.append(parse_xml(link))
    document = read_document("a.docx", saved(word))
    assert [(found.span.of(document.text), found.target) for found in document.links] == [
        ("the report", "http://x.y")
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is not a .docx file; open it in Word"),
        (b"PK\x03\x04 not a zip", "it is not a .docx file"),
        (word_package("<w:p>"), "its part word/document.xml is damaged"),
    ],
)
def test_a_broken_file_is_named(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=rf"^a.docx: {message}"):
        read_document("a.docx", data)


def test_a_zip_without_a_document_is_named() -> None:
    stream = BytesIO()
    zipfile.ZipFile(stream, "w").close()
    with pytest.raises(InputError, match=r"^a.docx: it holds no Word document"):
        read_document("a.docx", stream.getvalue())


def test_a_huge_part_is_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 65_000_000)
    with pytest.raises(InputError, match="larger than 64,000,000 bytes"):
        read_document("a.docx", stream.getvalue())


def test_decoded_text_is_no_word_file() -> None:
    with pytest.raises(InputError, match="give the file itself"):
        read_text("a.docx", "text")


def test_a_file_written_by_libreoffice() -> None:
    data = (Path(__file__).parent / "fixtures" / "libreoffice.docx").read_bytes()
    document = read_document("a.docx", data)
    assert blocks(document) == [
        ("headline", "Rents rise in the north of the town"),
        ("standfirst", "The mayor says that nobody is to blame"),
        ("byline", "By Ann Lee"),
        ("paragraph", "Every rent rises by a fifth, critics say, in “Ünïtown” 😀."),
        ("heading", "What now?"),
        ("list", "A court will hear the case."),
        ("blockquote", "It is too much."),
        ("table", "12"),
        ("paragraph", "See the report."),
    ]
    (comment,) = document.comments
    assert comment.text == "attrib-lint: ignore[vague-collective] they asked"
    assert comment.span.of(document.source_text) == "critics say"
    assert [link.target for link in document.links] == ["https://example.org/report"]
