"""The bundled reader, as a whole."""

from __future__ import annotations

import subprocess
import sys

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from attrib_lint.reader.pieces import WordPieces
from attrib_lint.reader.pipeline import MODEL, load_reader
from attrib_lint.reader.windows import MAX_PIECES, WindowCutter


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_reader()


def arcs(doc: Doc) -> list[tuple[str, str, str]]:
    return [(t.text, t.dep_, t.head.text) for t in doc]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\t a \n",
        "😀😀",
        "\x00",
        "a\x00b said so.",
        "\ud800 said so.",
        "He said\u2028so.",
        "“”‘’…—",
        "e\u0301tude",
        "https://example.org/" + "a" * 5000,
        "word" * 3000,
        '“"' * 2000,
        "a " + "x" * 201 + " b " + "y" * 200 + " c",
        "... !!! ???",
        "مرحبا 你好 said",
    ],
)
def test_odd_text_is_read_and_keeps_its_length(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert len(doc.text) == len(text)
    assert sum(len(sentence) for sentence in doc.sents) == len(doc)
    for sentence in doc.sents:
        assert [t for t in sentence if t.head == t] == [sentence.root]


def test_every_sentence_has_one_root_and_every_word_every_annotation(nlp: Language) -> None:
    doc = nlp('"Rents fell," the mayor, Ann Lee, said on Monday.  She  gave no figures.\n')
    for sentence in doc.sents:
        assert sum(t.dep_ == "ROOT" for t in sentence) == 1
    assert all(t.pos_ and t.tag_ and t.dep_ and t.lemma_ for t in doc)


def test_said_takes_its_clause_and_its_speaker(nlp: Language) -> None:
    found = arcs(nlp("The mayor said that rents fell."))
    assert ("mayor", "nsubj", "said") in found
    assert ("fell", "ccomp", "said") in found


def test_title_case_and_capitals_read_like_prose(nlp: Language) -> None:
    for text in ("The Mayor Said That Rents Fell.", "THE MAYOR SAID THAT RENTS FELL."):
        found = [(a.lower(), label, b.lower()) for a, label, b in arcs(nlp(text))]
        assert ("fell", "ccomp", "said") in found


def test_two_sentences_are_two(nlp: Language) -> None:
    doc = nlp("Mr. Lee left the U.S. on Friday. Nobody knew why.")
    assert [s.text for s in doc.sents] == ["Mr. Lee left the U.S. on Friday.", "Nobody knew why."]


def test_a_unit_before_a_full_stop_ends_its_sentence(nlp: Language) -> None:
    doc = nlp("The pier cost £30m. The council paid.")
    assert [s.text for s in doc.sents] == ["The pier cost £30m.", "The council paid."]


def test_names_have_their_types(nlp: Language) -> None:
    doc = nlp("Angela Merkel flew from Berlin to Paris, Reuters reported.")
    assert {(e.text, e.label_) for e in doc.ents} >= {
        ("Angela Merkel", "PERSON"),
        ("Berlin", "LOC"),
        ("Paris", "LOC"),
    }


def test_a_paragraph_reads_the_same_whatever_is_read_with_it(nlp: Language) -> None:
    texts = ["Rents fell.", "", "A", "He said so. " * 30, "Prices rose, officials said."] * 3
    together = [arcs(doc) for doc in nlp.pipe(texts, batch_size=4)]
    assert together == [arcs(nlp(text)) for text in texts]


def test_a_long_line_is_cut_where_sentences_end(nlp: Language) -> None:
    cut = WindowCutter(WordPieces(MODEL / "tokenizer.json"))
    doc = nlp.make_doc("The mayor said on Monday that the rents in the city had fallen. " * 60)
    words, windows = cut(doc)
    assert len(words) == len(doc)
    assert sum(len(w.first) - 1 for w in windows) == len(words)
    assert all(len(w.ids) <= MAX_PIECES + 2 for w in windows)
    at = 0
    for window in windows[:-1]:
        at += len(window.first) - 1
        assert doc[words[at - 1]].text == "."


def test_reading_needs_no_torch_and_opens_the_session_late() -> None:
    code = (
        "import sys; sys.modules['torch'] = None; "  # importing it now fails, installed or not
        "from attrib_lint.reader.pipeline import load_reader; nlp = load_reader(); "
        "assert 'onnxruntime' not in sys.modules; nlp('Hi.'); "
        "assert 'onnxruntime' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
