"""Marked articles, and the tagger that is trained on them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from attrib_lint.reader.pipeline import MODEL, load_reader
from attrib_lint.reader.suspicions import STEPS, AroundScorer, seen_from
from training.background import read_background, read_judged
from training.marked import Mark, Paragraph, read_marked, read_scope
from training.wikinews import marked_articles, read_texts

ARTICLE = """=== 1 council
Mayor quits

The mayor [[mind-reading:was furious]], [[~vague-collective:critics]] named in the report said.
[[?bare-unnamed-source:A [[hearsay-adverb:reportedly]] close source]] said no more.
"""


def test_marks_are_taken_out_and_nest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf8")
    (article,) = read_marked(tmp_path / "a.txt")
    headline, first, second = article
    assert (headline.text, headline.marks) == ("Mayor quits", ())
    assert [(first.text[m.start : m.end], m.rule, m.verdict) for m in first.marks] == [
        ("was furious", "mind-reading", "must"),
        ("critics", "vague-collective", "trap"),
    ]
    assert second.text == "A reportedly close source said no more."
    assert second.marks == (
        Mark(0, 25, "bare-unnamed-source", "may"),
        Mark(2, 12, "hearsay-adverb", "must"),
    )


@pytest.mark.parametrize(
    ("line", "said"), [("a]] b", "nothing is open"), ("[[x:a b", "not closed")]
)
def test_a_broken_mark_names_its_article(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "b.txt").write_text(f"=== 1\nFine\n\n=== 2\n{line}\n", encoding="utf8")
    with pytest.raises(ValueError, match=f"b.txt: article 2: .*{said}"):
        list(read_marked(tmp_path / "b.txt"))


def test_a_tagger_learns_and_the_reader_runs_it(tmp_path: Path) -> None:
    for name in ("torch", "onnx"):
        pytest.importorskip(name, reason=f"the extra [train] is not installed: {name}")
    from training import suspicions

    marked, model = tmp_path / "marked", tmp_path / "model"
    marked.mkdir()
    shutil.copytree(MODEL, model)
    names = ("Ruiz", "Bell", "Koch", "Haddad", "Costa", "Lee", "Roy", "Shah", "Tran", "Vogt")
    (marked / "a.txt").write_text(
        "".join(
            f"=== {i}\n{name} [[mind-reading:was furious]].\n\n"
            f"{name} was [[?bare-unnamed-source:late]] for the {thing}.\n\n"
            for i, (name, thing) in enumerate(
                (n, t) for n in names for t in ("bus", "vote", "show")
            )
        ),
        encoding="utf8",
    )
    suspicions.main([str(marked), str(model), "--epochs", "20"])
    inventory = json.loads((model / "labels.json").read_text("utf-8"))
    assert inventory["suspicions"] == ["bare-unnamed-source", "mind-reading"]
    from attrib_lint.extract.suspicions import confidences, find_suspicions

    doc = load_reader(model)("Abbott was furious. Abbott was early.")
    (table,) = confidences([doc])
    assert table is not None
    (found,) = find_suspicions(doc, "mind-reading", table[:, 1].tolist(), 0.5)
    assert "furious" in found.span.of(doc.text)


def test_the_graphs_give_what_the_network_gives(tmp_path: Path) -> None:
    for name in ("torch", "onnx"):
        pytest.importorskip(name, reason=f"the extra [train] is not installed: {name}")
    import onnxruntime
    import torch

    from training import suspicion_graphs, suspicions

    torch.manual_seed(3)
    tagger = suspicions.Tagger(24, 3, size=8, gist=5)
    tagger.eval()
    torch.nn.init.normal_(tagger.place)
    paragraphs = [torch.randn(n, 24) for n in (9, 4, 5, 1, 6, 3)]
    graphs = {
        "suspicions": suspicion_graphs.build(tagger),
        "priors": suspicion_graphs.build_priors(tagger),
        "links": suspicion_graphs.build_links(tagger),
    }
    for name, graph in graphs.items():
        (tmp_path / f"{name}.onnx").write_bytes(graph.SerializeToString())
    run = onnxruntime.InferenceSession(tmp_path / "suspicions.onnx").run
    read = [run(["odds", "gist", "notes"], {"states": p.numpy()}) for p in paragraphs]
    around = AroundScorer(tmp_path, 3)(
        [gist[0] for _, gist, _ in read],
        [np.rint(notes * STEPS).astype(np.int8) for _, _, notes in read],
    )
    with torch.no_grad():
        (expected,) = tagger([paragraphs])
    for (odds, _, _), added, wanted in zip(read, around, expected, strict=True):
        # int8 weights cost a hundredth or two; gates in another order would cost far more
        assert np.allclose(odds + added, wanted.numpy(), atol=0.05)


def test_a_tagger_goes_on_from_what_its_graphs_have(tmp_path: Path) -> None:
    for name in ("torch", "onnx"):
        pytest.importorskip(name, reason=f"the extra [train] is not installed: {name}")
    import torch

    from training import suspicion_graphs, suspicions

    torch.manual_seed(3)
    tagger = suspicions.Tagger(24, 3, size=8, gist=5)
    (tmp_path / "suspicions.onnx").write_bytes(suspicion_graphs.build(tagger).SerializeToString())
    for name in ("priors", "links"):
        graph = getattr(suspicion_graphs, f"build_{name}")(tagger)
        (tmp_path / f"{name}.onnx").write_bytes(graph.SerializeToString())
    again = suspicion_graphs.read_weights(tmp_path)
    assert again.keys() == tagger.state_dict().keys()
    for name, weights in tagger.state_dict().items():
        assert torch.allclose(again[name], weights, atol=0.01), name


def test_a_verdict_weighs_more_than_a_mark_and_for_a_fault_no_more_than_against() -> None:
    for name in ("torch", "onnx"):
        pytest.importorskip(name, reason=f"the extra [train] is not installed: {name}")
    from training.suspicions import StateReader

    marks = (Mark(0, 7, "vague-collective", "must"), Mark(12, 17, "vague-collective", "trap"))
    paragraph = Paragraph("Experts and Duffy disagree.", marks)
    read, rules = StateReader(MODEL), ["vague-collective", "mind-reading"]
    meant, judged = read(paragraph, rules), read(paragraph, rules, judged=True)
    assert meant.weights[:, 0].tolist() == [3, 1, 1, 1, 1]
    assert judged.weights[:, 0].tolist() == [8, 1, 8, 1, 1]
    assert judged.wanted[:, 0].tolist() == [1, 0, 0, 0, 0]
    assert {*judged.weights[:, 1].tolist()} == {1}


def test_words_see_the_opening_and_their_neighbours() -> None:
    assert seen_from(0, 9) == [(1, 3), (2, 4)]
    assert seen_from(1, 9) == [(0, 2), (2, 3), (3, 4)]
    assert seen_from(6, 9) == [(0, 0), (1, 1), (2, 1), (5, 2), (7, 3), (8, 4)]
    assert seen_from(0, 1) == []


def test_a_file_may_be_marked_for_some_rules_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Only: mind-reading, late-attribution\n" + ARTICLE, "utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE, "utf-8")
    assert read_scope(tmp_path / "a.txt") == {"mind-reading", "late-attribution"}
    assert read_scope(tmp_path / "b.txt") == frozenset()
    assert list(read_marked(tmp_path / "a.txt")) == list(read_marked(tmp_path / "b.txt"))


WIKINEWS = [
    {
        "docId": 7,
        "title": "Ferry runs aground",
        "document": [
            {"name": "dateline", "value": "May 2, 2009"},
            {"name": "body_par_001", "value": "{{image}} Experts&nbsp;fear a [[oil spill|spill]]."},
            {"name": "body_par_000", "value": "The ferry   ran aground at noon."},
            {"name": "body_par_002", "value": "]] Live coverage"},
        ],
    }
]


def read_news(folder: Path, *marks: dict[str, object]) -> list[list[Paragraph]]:
    """The articles of WIKINEWS that these marks belong to."""
    dataset, marked = folder / "dataset.json", folder / "wikinews.jsonl"
    dataset.write_text("\n".join(map(json.dumps, WIKINEWS)), encoding="utf8")
    marked.write_text("\n".join(map(json.dumps, marks)), encoding="utf8")
    return list(marked_articles(dict(read_texts(dataset)), marked))


def test_a_table_of_news_is_read_in_plain_paragraphs_by_title(tmp_path: Path) -> None:
    (tmp_path / "news.csv").write_text(
        "url,title,text\nx,Ferry runs  aground,"
        '"Monday, May 2, 2009\n\n\nExperts fear\na spill.\n \nLive now"\n',
        encoding="utf8",
    )
    row = {"article": "Ferry runs aground", "paragraph": 1, "start": 0, "words": "Experts"}
    (tmp_path / "marks.jsonl").write_text(
        json.dumps(row | {"rule": "vague-collective", "verdict": "may"}), encoding="utf8"
    )
    texts = dict(read_texts(tmp_path / "news.csv"))
    (article,) = marked_articles(texts, tmp_path / "marks.jsonl")
    assert [p.text for p in article] == ["Ferry runs aground", "Experts fear a spill."]
    assert article[1].marks == (Mark(0, 7, "vague-collective", "may"),)


def test_a_page_of_a_dump_is_read_in_plain_paragraphs_down_to_its_sources(tmp_path: Path) -> None:
    (tmp_path / "AA").mkdir()
    (tmp_path / "AA" / "wiki_00").write_text(
        '<doc id="12" url="u" title="Ferry &amp; tug collide">\n<h1>Ferry &amp; tug collide</h1>\n'
        "Monday, May 2, 2009\n\n"
        '&lt;a href="w%3AExpert"&gt;Experts&lt;/a&gt; fear a spill , officials said[1].\n'
        "<h2>Cleaning up</h2>\nBULLET::::- Oil\n{{image}} A photograph of the ferry.\n"
        "Volunteers came on Tuesday.\n<h2>Sources</h2>\nThe Port Gazette wrote on it.\n</doc>\n",
        encoding="utf8",
    )
    assert dict(read_texts(tmp_path)) == {
        "page 12": [
            "Ferry & tug collide",
            "Experts fear a spill, officials said.",
            "Volunteers came on Tuesday.",
        ]
    }


def test_real_news_is_read_in_plain_paragraphs_with_its_marks(tmp_path: Path) -> None:
    vague = {"rule": "vague-collective", "verdict": "must", "words": "Experts", "start": 0}
    (article,) = read_news(tmp_path, {"article": 7, "paragraph": 2, **vague})
    assert [p.text for p in article] == [
        "Ferry runs aground",
        "The ferry ran aground at noon.",
        "Experts fear a spill.",
    ]
    assert [p.marks for p in article] == [(), (), (Mark(0, 7, "vague-collective", "must"),)]


def test_an_article_without_faults_is_read_as_being_in_order(tmp_path: Path) -> None:
    (article,) = read_news(tmp_path, {"article": 7})
    assert not any(paragraph.marks for paragraph in article)


def test_a_mark_that_does_not_fit_the_dataset_names_its_line(tmp_path: Path) -> None:
    lost = {"rule": "vague-collective", "verdict": "must", "words": "Critics", "start": 0}
    with pytest.raises(ValueError, match=r"wikinews\.jsonl:2: 'Critics' does not"):
        read_news(tmp_path, {"article": 7}, {"article": 7, "paragraph": 2, **lost})


def test_marks_of_a_treebank_fall_on_its_paragraphs(tmp_path: Path) -> None:
    text = "Critics of the new harbour say that it will drown the meadows behind the town ."
    rows = "".join(
        f"{i}\t{form}\t{form}\tNOUN\tNN\t_\t{min(i - 1, 1)}\t{'dep' if i > 1 else 'root'}\t_\t_\n"
        for i, form in enumerate(text.split(), 1)
    )
    for folder, document in (("ewt", "weblog-harbour"), ("gum", "GUM_voyage_coast")):
        (tmp_path / folder).mkdir()
        conllu = f"# newdoc id = {document}\n# newpar\n# sent_id = 1\n{rows}\n"
        (tmp_path / folder / "train.conllu").write_text(conllu, encoding="utf8")
    marks = tmp_path / "treebanks.jsonl"
    mark = {"start": 0, "words": "Critics", "rule": "vague-collective", "verdict": "must"}
    marks.write_text(json.dumps({"document": "weblog-harbour", "paragraph": 0, **mark}), "utf8")
    ((paragraph,),) = read_judged(tmp_path, marks)
    assert paragraph.marks == (Mark(0, 7, "vague-collective", "must"),)
    ((texts, silent),) = read_background(tmp_path)
    assert texts == [text]
    assert "mind-reading" in silent
