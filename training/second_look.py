"""Trains the second look at arcs that may be appositions or parataxis; writes second_look.onnx.

    python -m training.second_look TREEBANKS MODEL

The encoder is not changed: its readings of the training parts of EWT and GUM give the examples.
It knows those trees by heart, so that arcs look surer there than in new text; every part is read
again with words swapped for others of the same tag, which makes it as unsure as it is of new text.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper
from torch import Tensor, nn

from attrib_lint.reader.annotate import Inventory
from attrib_lint.reader.doubt_features import Classes
from attrib_lint.reader.doubts import OPTIONS, find_doubts
from attrib_lint.reader.encoder import Encoder
from attrib_lint.reader.labels import LabelScorer, read_heads
from attrib_lint.reader.pieces import WordPieces
from attrib_lint.reader.pipeline import make_tokenizer
from attrib_lint.reader.windows import WindowCutter
from training.corpus import read_training
from training.frames import framed_documents
from training.gold import Paragraph, paragraphs
from training.graphs import GraphBuilder
from training.treebank import Sentence, Word, read_sentences

COPIES = (
    *(("as-is", 0.0), ("as-is", 0.35), ("lower", 0.35)),
    *(("title", 0.35), ("as-is", 0.35), ("as-is", 0.5)),
)
"""Letter case, and how many of the words of open classes are swapped."""
FRAMED = (0.0, 0.35)
"""How many words are swapped in copies of clauses in frames of reporting."""
FRAMES = 2600
PARTS = ("gum", "ewt")
BATCH = 128
_OPEN = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "CD"))


@dataclass(frozen=True, slots=True)
class Examples:
    """Doubtful words: features (words x options x width), which options there are, what is right.

    `wanted` counts options x labels through; the number after the last says that none is right.
    """

    features: npt.NDArray[np.float16]
    possible: npt.NDArray[np.bool_]
    wanted: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.wanted)

    @classmethod
    def together(cls, parts: Sequence[Examples]) -> Examples:
        return cls(
            np.concatenate([p.features for p in parts]),
            np.concatenate([p.possible for p in parts]),
            np.concatenate([p.wanted for p in parts]),
        )


class DoubtReader:
    """Gold paragraphs to examples, by the bundled encoder."""

    def __init__(self, model: Path) -> None:
        self._tokenize = make_tokenizer()
        pieces = WordPieces(model / "tokenizer.json")
        inventory = Inventory.load(model / "labels.json")
        self._cut = WindowCutter(pieces)
        self._encode = Encoder(model / "encoder.onnx")
        self._label = LabelScorer(model / "labels.onnx", inventory.labels.index("ROOT"))
        self._classes = Classes.of(inventory.labels, inventory.morphs, inventory.tags, pieces)
        self._numbers = {label: i for i, label in enumerate(inventory.labels)}

    def __call__(self, paragraph: Paragraph) -> Examples | None:
        """The examples that a paragraph gives."""
        doc = self._tokenize(paragraph.text)
        words, windows = self._cut(doc)
        readings = [self._encode(window) for window in windows]
        heads, starts = zip(*map(read_heads, readings), strict=True)
        scores = self._label(readings, heads)
        doubts = find_doubts(
            windows, readings, heads, starts, scores, self._classes, self._label.of_pairs
        )
        if doubts is None:
            return None
        spans = [(doc[i].idx, doc[i].idx + len(doc[i])) for i in words]
        place = {span: i for i, span in enumerate(spans)}
        gold = {(w.start, w.end): w for w in paragraph.words}
        labels = len(self._numbers)
        wanted = np.full(len(doubts.words), -1, np.int64)
        for n, word in enumerate(doubts.words.tolist()):
            right = gold.get(spans[word])
            label = self._numbers.get(right.word.label) if right else None
            if right is None or label is None:
                continue
            hit = (doubts.heads[n] == place.get(right.head, -1)) & doubts.possible[n]
            hit &= right.head != spans[word]
            wanted[n] = hit.argmax() * labels + label if hit.any() else OPTIONS * labels
        known = wanted >= 0
        shape = (len(wanted), OPTIONS, -1)
        features = doubts.features.reshape(shape).astype(np.float16)
        return Examples(features[known], doubts.possible[known], wanted[known])


def read_examples(
    treebanks: Path, model: Path, copies: Sequence[tuple[str, float]] = COPIES
) -> Iterator[Examples]:
    """Examples of the training parts, once for each copy, and of clauses in frames."""
    read = DoubtReader(model)

    def examples(sentences: Sequence[Sentence], case: str, share: float, seed: int) -> Any:
        swapped = swap_words(sentences, random.Random(seed), share)
        return filter(None, map(read, paragraphs(swapped, case) if swapped else ()))

    for seed, (case, share) in enumerate(copies):
        for bank in PARTS:
            path = treebanks / bank / "train.conllu"
            sentences = list(read_sentences(path)) if path.exists() else []
            yield from examples(sentences, case, share, seed)
    parsed = read_training(treebanks).parsed
    for seed, share in enumerate(FRAMED, len(copies)):
        framed = framed_documents(parsed, random.Random(seed), count=FRAMES)
        yield from examples(framed, "as-is", share, seed)


def swap_words(sentences: Sequence[Sentence], rng: random.Random, share: float) -> list[Sentence]:
    """Nouns, names, adjectives and numbers replaced by others of the same tag and first letter's
    case."""
    pool: defaultdict[tuple[str, bool], list[Word]] = defaultdict(list)
    for sentence in sentences:
        for w in sentence.words:
            pool[w.xpos, w.form[0].isupper()].append(w)

    def swapped(word: Word) -> Word:
        if word.xpos not in _OPEN or rng.random() >= share:
            return word
        other = rng.choice(pool[word.xpos, word.form[0].isupper()])
        return replace(word, form=other.form, lemma=other.lemma)

    return [replace(s, words=tuple(swapped(w) for w in s.words)) for s in sentences]


class Scorer(nn.Module):
    """Features of options -> scores of labels, and of there being none that is right."""

    def __init__(self, width: int, labels: int, size: int = 96) -> None:
        super().__init__()
        self.drop_in, self.drop = nn.Dropout(0.2), nn.Dropout(0.3)
        self.into = nn.Linear(width, size)
        self.out = nn.Linear(size, labels + 1)
        self.straight = nn.Linear(width, labels + 1, bias=False)
        nn.init.zeros_(self.straight.weight)
        with torch.no_grad():  # at first, what the encoder says: the last features, and the first
            self.straight.weight[:labels, -labels:] = 3 * torch.eye(labels)
            self.straight.weight[:labels, 0] = 2.5

    def forward(self, x: Tensor) -> Tensor:
        hidden = F.gelu(self.into(self.drop_in(x)), approximate="tanh")
        scores: Tensor = self.out(self.drop(hidden)) + self.straight(x)
        return scores


def choices(scorer: Scorer, features: Tensor, possible: Tensor) -> Tensor:
    """Scores of options x labels, and of none."""
    scores = scorer(features)
    none = scores[:, 0, -1:]
    scores = scores[:, :, :-1].masked_fill(~possible[:, :, None], -1e9)
    return torch.cat([scores.flatten(1), none], 1)


def train(examples: Examples, labels: int, epochs: int, seed: int, rate: float = 2e-3) -> Scorer:
    """A scorer fitted to the examples."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    scorer = Scorer(examples.features.shape[2], labels)
    optimizer = torch.optim.AdamW(scorer.parameters(), rate, weight_decay=0.02)
    steps = epochs * -(-len(examples) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rate, total_steps=steps, pct_start=0.15
    )
    for epoch in range(epochs):
        began, total = time.time(), 0.0
        scorer.train()
        for rows in torch.randperm(len(examples)).split(BATCH):
            some = rows.numpy()
            features = torch.from_numpy(examples.features[some]).float()
            scores = choices(scorer, features, torch.from_numpy(examples.possible[some]))
            loss = F.cross_entropy(scores, torch.from_numpy(examples.wanted[some]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item() * len(some)
        took = time.time() - began
        print(f"epoch {epoch + 1}: loss {total / len(examples):.3f}, {took:.0f} s", flush=True)
    scorer.eval()
    return scorer


def build(scorer: Scorer) -> onnx.ModelProto:
    """The graph: features (options x width) -> scores."""
    weights = {name: value.detach().numpy() for name, value in scorer.state_dict().items()}
    g = GraphBuilder(weights)
    into = g.constant("into", weights["into.weight"].T.astype(np.float32))
    g.node("Gemm", ["features", into, g.weight("into.bias")], "into.out")
    hidden = g.node("Gelu", ["into.out"], "hidden", approximate="tanh")
    out = g.constant("out", weights["out.weight"].T.astype(np.float32))
    g.node("Gemm", [hidden, out, g.weight("out.bias")], "out.out")
    straight = g.constant("straight", weights["straight.weight"].T.astype(np.float32))
    g.node("Gemm", ["features", straight, "out.out"], "scores")
    width, labels = weights["straight.weight"].T.shape
    graph = helper.make_graph(
        g.nodes,
        "second_look",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["n", width])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["n", labels])],
        list(g.constants.values()),
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(arguments)
    parts = list(read_examples(args.treebanks, args.model))
    if not parts:
        print("no doubtful arc in the training parts: no second look")
        return
    examples = Examples.together(parts)
    print(f"{len(examples)} doubtful words", flush=True)
    labels = len(Inventory.load(args.model / "labels.json").labels)
    scorer = train(examples, labels, args.epochs, args.seed)
    onnx.save(build(scorer), args.model / "second_look.onnx")


if __name__ == "__main__":
    main()
