"""The whole path from treebanks to a loaded pipeline, on fifty sentences of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from attrib_lint.reader.pipeline import load_reader

for _name in ("torch", "onnx", "safetensors"):
    pytest.importorskip(_name, reason=f"the extra [train] is not installed: {_name}")

_NAMES = ("Ana Ruiz", "Tom Bell", "Lena Koch", "Omar Haddad", "Ines Costa")
_THINGS = ("rents", "fares", "prices", "costs", "taxes", "wages", "sales", "fees", "tolls", "fines")
_FEATURES = "Number=Plur"


def _sentence(number: int, name: str, thing: str) -> str:
    first, last = name.split()
    rows = [
        (first, first, "PROPN", "NNP", "Number=Sing", 3, "nsubj", "Entity=(1-person-new-sss"),
        (last, last, "PROPN", "NNP", "Number=Sing", 1, "flat", "Entity=1)"),
        ("said", "say", "VERB", "VBD", "Tense=Past|VerbForm=Fin", 0, "root", "_"),
        (thing, thing[:-1], "NOUN", "NNS", _FEATURES, 5, "nsubj", "_"),
        ("fell", "fall", "VERB", "VBD", "Tense=Past|VerbForm=Fin", 3, "ccomp", "SpaceAfter=No"),
        (".", ".", "PUNCT", ".", "_", 3, "punct", "_"),
    ]
    head = f"# newdoc id = d{number}\n" if number % 5 == 0 else ""
    lines = [
        "\t".join((str(i), form, lemma, pos, tag, feats, str(up), label, "_", misc))
        for i, (form, lemma, pos, tag, feats, up, label, misc) in enumerate(rows, 1)
    ]
    return f"{head}# sent_id = s{number}\n" + "\n".join(lines) + "\n\n"


@pytest.fixture(scope="module")
def treebanks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("treebanks")
    sentences = [
        _sentence(n, name, thing)
        for n, (name, thing) in enumerate((name, thing) for name in _NAMES for thing in _THINGS)
    ]
    for bank, part, chosen in (
        ("gum", "train", sentences),
        ("gum", "dev", sentences[:5]),
        ("ewt", "train", sentences[5:10]),
    ):
        path = folder / bank / f"{part}.conllu"
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(chosen), encoding="utf8")
    return folder


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vocabulary without weights: training starts from nothing."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    folder = tmp_path_factory.mktemp("checkpoint")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "said", "fell", ".", "that", "the", *_THINGS]
    words += [part.lower() for name in _NAMES for part in name.split()]
    vocabulary = {word: i for i, word in enumerate(words)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "vocab.txt").write_text("\n".join(words) + "\n", encoding="utf8")
    return folder


def test_fifty_sentences_become_a_pipeline_that_reads(
    treebanks: Path, checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import build, train

    monkeypatch.setattr(train, "FRAMES", 20)
    monkeypatch.setattr(train, "HEADLINES", 5)
    out = tmp_path / "model"
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "text.txt").write_text(" = Rents = \n Ana Ruiz said rents fell . \n", encoding="utf8")
    plan = build.Plan(
        layers=1,
        inner=64,
        wide_epochs=1,
        epochs=2,
        teacher_layers=2,
        teacher_epochs=1,
        student_epochs=1,
    )
    build.build(treebanks, checkpoint, tmp_path / "work", out, plan, raw=raw)
    assert json.loads((out / "meta.json").read_text("utf8"))["license"] == "CC BY-SA 4.0"
    nlp = load_reader(out)
    doc = nlp("Tom Bell said taxes fell. Ana Ruiz said fares fell.")
    assert [t.head.i for t in doc if t.dep_ == "ROOT"] == [s.root.i for s in doc.sents]
    assert all(t.tag_ and t.pos_ and t.dep_ and t.lemma_ for t in doc)


def test_convolutions_learn_from_a_teacher_and_are_read_like_layers(
    treebanks: Path, checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import numpy as np
    import torch

    from attrib_lint.reader.encoder import Encoder, Window
    from training import train
    from training.export import export

    monkeypatch.setattr(train, "FRAMES", 20)
    monkeypatch.setattr(train, "HEADLINES", 5)
    marked, out = tmp_path / "marked", tmp_path / "model"
    marked.mkdir()
    (marked / "a.txt").write_text("=== 1\n[[mind-reading:Tom Bell]] said fees fell.\n", "utf8")
    common = ["--pretrained", str(checkpoint), "--epochs", "1", "--inner", "64"]
    for folder, options in (
        ("teacher", ["--layers", "1"]),
        ("student", ["--teacher", str(tmp_path / "teacher"), "--marked", str(marked)]),
    ):
        sizes = ["--convolutions", "5", "--width", "32"] if folder == "student" else []
        train.main([str(treebanks), str(tmp_path / folder), *common, *options, *sizes])
    export(tmp_path / "student", out, checkpoint, treebanks)
    assert all(t.tag_ and t.dep_ for t in load_reader(out)("Tom Bell said taxes fell."))

    window = Window([2, *range(9, 26), 3], [1] * 19, [*range(18)])
    reading = Encoder(out / "encoder.onnx")(window)
    ids, shapes, first = (torch.tensor([row]) for row in window)
    model = train.load_network(tmp_path / "student")
    with torch.no_grad():
        states = model.encode(ids, shapes, torch.ones_like(ids) > 0, first)[0].numpy()
    assert reading.states.shape == (18, 3 * 32)
    assert np.corrcoef(reading.states[:, -32:].ravel(), states.ravel())[0, 1] > 0.98


def test_padding_is_nothing_to_convolutions() -> None:
    import torch

    from training.network import Reader, Sizes

    sizes = Sizes(0, 30, 2, 2, 2, 2, 2, inner=16, convolutions=5, width=16)
    model = Reader(sizes).eval()
    ids, first = torch.arange(2, 12)[None], torch.arange(9)[None]
    padded = torch.nn.functional.pad(ids, (0, 6), value=1)
    alone = model.encode(ids, ids % 8, ids > 0, first)
    among = model.encode(padded, padded % 8, padded > 1, first)
    assert torch.allclose(alone, among, atol=1e-5)


def test_a_second_run_trains_nothing_again(
    treebanks: Path, checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import train

    monkeypatch.setattr(train, "FRAMES", 5)
    monkeypatch.setattr(train, "HEADLINES", 2)
    plan = [str(treebanks), str(tmp_path), "--pretrained", str(checkpoint), "--layers", "1"]
    plan += ["--inner", "32", "--epochs", "1"]
    train.main(plan)
    first = (tmp_path / "last.pt").read_bytes()
    train.main(plan)
    assert (tmp_path / "last.pt").read_bytes() == first


def test_raw_text_is_put_back_together(tmp_path: Path) -> None:
    from training.raw import read_raw
    from training.treebank import text_of

    text = (
        " = Rents = \n"
        " A well @-@ known study found 1 @,@ 200 flats . The <unk> fell . "
        'She said " rents ( 0 @.@ 5 % ) fell . " \n'
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf8")
    sentences = list(read_raw(tmp_path))
    assert [text_of([s]) for s in sentences] == [
        "A well-known study found 1,200 flats.",
        'She said "rents (0.5 %) fell."',
    ]
    assert [s.document for s in sentences] == [True, True]
    assert not any(s.parsed for s in sentences)


def test_marked_articles_are_raw_text_without_their_marks(tmp_path: Path) -> None:
    from training.raw import every_nth, read_articles
    from training.treebank import text_of

    text = "=== 1\nMayor quits\n\n“I [[mind-reading:hated it]],” he said. She didn't.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf8")
    sentences = list(read_articles(tmp_path))
    wanted = ["Mayor quits", "“I hated it,” he said.", "She didn't."]
    assert [text_of([s]) for s in sentences] == wanted
    assert [s.paragraph for s in sentences] == [True, True, False]
    assert not any(s.parsed for s in sentences)
    turns = [[text_of([s]) for s in every_nth(sentences, 2, turn)] for turn in (1, 2, 3)]
    assert turns == [wanted[:1], wanted[1:], wanted[:1]]


def test_dropout_keeps_the_mean_and_does_nothing_while_reading() -> None:
    import torch

    from training.network import Dropout

    drop = Dropout(0.25)
    ones = torch.ones(400, 100)
    dropped = drop(ones)
    assert abs(float(dropped.mean()) - 1) < 0.05
    assert 0.2 < float((dropped == 0).float().mean()) < 0.3
    drop.eval()
    assert drop(ones) is ones
