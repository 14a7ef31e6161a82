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
