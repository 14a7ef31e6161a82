"""Trains the tagger of suspicions on marked articles, over the states of the bundled encoder.

    python -m training.suspicions MARKED MODEL [--treebanks TREEBANKS] [--seed N] [--epochs N]

`MARKED` is a folder of files as training.marked reads them; `MODEL` holds encoder.onnx, and gets
suspicions.onnx and the rules' names in labels.json. The encoder is not changed: its states go
through one bidirectional GRU, and every word gets a confidence for each rule. About ten minutes on
one core for 870,000 words, the treebanks' included.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper
from torch import Tensor, nn

from attrib_lint.loader import builtin_folder, load_rules
from attrib_lint.reader.encoder import Encoder
from attrib_lint.reader.pieces import WordPieces
from attrib_lint.reader.pipeline import make_tokenizer
from attrib_lint.reader.windows import WindowCutter
from training.background import read_background
from training.export import GraphBuilder
from training.marked import Paragraph, read_examples, read_marked

BATCH = 32
RARE = 3.0
"""How much more a marked word weighs than one that is in order."""
_WEIGHT = 4
"""How often a rule's own examples are read where an article is read once: they are the contract."""
_IGNORED = -1
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph: states, words x width; wanted, words x rules: 1, 0, or -1 for either."""

    states: npt.NDArray[np.float16]
    wanted: npt.NDArray[np.int8]


class Tagger(nn.Module):
    """States of words -> log-odds for every rule."""

    def __init__(self, width: int, rules: int, size: int = 128, share: float = 0.3) -> None:
        super().__init__()
        self.drop = nn.Dropout(share)
        self.narrow = nn.Linear(width, size)
        self.before = nn.GRU(size, size // 2, batch_first=True)
        self.after = nn.GRU(size, size // 2, batch_first=True)
        self.out = nn.Linear(2 * size, rules)

    def forward(self, states: Tensor, lengths: Tensor) -> Tensor:
        x = F.gelu(self.narrow(self.drop(states)))
        # Read backwards from each paragraph's own end, so that no padding comes first. Packed
        # sequences do the same three times as slowly.
        back = (lengths[:, None] - 1 - torch.arange(x.shape[1])).clamp(min=0)
        turned, _ = self.after(_rows(x, back))
        around = [self.before(x)[0], _rows(turned, back)]
        scores: Tensor = self.out(self.drop(torch.cat([x, *around], -1)))
        return scores


def _rows(x: Tensor, order: Tensor) -> Tensor:
    """The rows of every paragraph in another order."""
    return x.gather(1, order.unsqueeze(-1).expand(-1, -1, x.shape[-1]))


class StateReader:
    """Paragraphs to states of their words, by the bundled encoder."""

    def __init__(self, model: Path) -> None:
        self._tokenize = make_tokenizer()
        self._cut = WindowCutter(WordPieces(model / "tokenizer.json"))
        self._encode = Encoder(model / "encoder.onnx")

    def __call__(
        self, paragraph: Paragraph, rules: Sequence[str], only: str | None = None
    ) -> Example:
        """The example that a marked paragraph gives, for all rules or for one."""
        states, starts, ends = self._read(paragraph.text)
        wanted = np.zeros((len(states), len(rules)), np.int8)
        for verdict, value in (("may", _IGNORED), ("must", 1)):
            for mark in paragraph.marks:
                if mark.verdict == verdict:
                    inside = (starts < mark.end) & (ends > mark.start)
                    wanted[inside, rules.index(mark.rule)] = value
        if only is not None:
            wanted[:, [i for i, rule in enumerate(rules) if rule != only]] = _IGNORED
        return Example(states, wanted)

    def in_order(self, text: str, silent: Collection[str], rules: Sequence[str]) -> Example:
        """The example that a paragraph gives about which `silent` rules have nothing to say."""
        states, _, _ = self._read(text)
        column = [0 if rule in silent else _IGNORED for rule in rules]
        return Example(states, np.tile(np.array(column, np.int8), (len(states), 1)))

    def _read(self, text: str) -> tuple[npt.NDArray[np.float16], Places, Places]:
        """States of a paragraph's words, and where each begins and ends."""
        doc = self._tokenize(text)
        words, windows = self._cut(doc)
        states = np.concatenate([self._encode(w).states[1:] for w in windows]).astype(np.float16)
        starts = np.array([doc[i].idx for i in words])
        ends = np.array([doc[i].idx + len(doc[i]) for i in words])
        return states, starts, ends


def batches(
    examples: Sequence[Example], chance: random.Random
) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Padded states, wanted values and lengths, paragraphs of like length together."""
    order = list(range(len(examples)))
    chance.shuffle(order)
    groups = []
    for i in range(0, len(order), 20 * BATCH):
        near = sorted(order[i : i + 20 * BATCH], key=lambda k: len(examples[k].states))
        groups += [near[j : j + BATCH] for j in range(0, len(near), BATCH)]
    chance.shuffle(groups)
    for group in groups:
        some = [examples[k] for k in group]
        lengths = torch.tensor([len(e.states) for e in some])
        states = [torch.from_numpy(e.states).float() for e in some]
        wanted = [torch.from_numpy(e.wanted).float() for e in some]
        pad = nn.utils.rnn.pad_sequence
        yield pad(states, True), pad(wanted, True, _IGNORED), lengths


def train(examples: Sequence[Example], epochs: int, seed: int, rate: float = 3e-3) -> Tagger:
    """A tagger fitted to the examples."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    chance = random.Random(seed)
    tagger = Tagger(examples[0].states.shape[1], examples[0].wanted.shape[1])
    optimizer = torch.optim.AdamW(tagger.parameters(), rate, weight_decay=0.01)
    steps = epochs * (len(examples) // BATCH + 2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rate, total_steps=steps, pct_start=0.1
    )
    for epoch in range(epochs):
        began, total = time.time(), 0.0
        for states, wanted, lengths in batches(examples, chance):
            scores = tagger(states, lengths)
            loss = F.binary_cross_entropy_with_logits(
                scores, wanted.clamp(min=0), reduction="none", pos_weight=torch.tensor(RARE)
            )
            known = (wanted != _IGNORED).float()
            loss = (loss * known).sum() / known.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total:.3f}, {time.time() - began:.0f} s", flush=True)
    tagger.eval()
    return tagger


def build(tagger: Tagger) -> onnx.ModelProto:
    """The graph: states (words x width) -> scores (words x rules), 0 to 1."""
    weights = {name: value.detach().numpy() for name, value in tagger.state_dict().items()}
    rules, size = len(weights["out.bias"]), len(weights["narrow.bias"])
    g = GraphBuilder(weights)
    narrow = g.linear("states", weights["narrow.weight"], weights["narrow.bias"], "narrow")
    words = g.node("Gelu", [narrow], "words")
    gates = []
    for kind in ("weight_ih", "weight_hh"):
        both = [_gates(weights[f"{side}.{kind}_l0"]) for side in ("before", "after")]
        gates.append(g.constant(f"gates.{kind}", np.stack(both)))
    biases = [
        np.concatenate([_gates(weights[f"{side}.bias_{part}_l0"]) for part in ("ih", "hh")])
        for side in ("before", "after")
    ]
    sequence = g.node("Unsqueeze", [words, g.constant("one", np.array([1], np.int64))], "sequence")
    context = g.node(
        "GRU",
        [sequence, *gates, g.constant("gates.bias", np.stack(biases))],
        "context",
        direction="bidirectional",
        hidden_size=size // 2,
        linear_before_reset=1,
    )
    turned = g.node("Transpose", [context], "turned", perm=[0, 2, 1, 3])
    flat = g.constant("flat", np.array([-1, size], np.int64))
    around = g.node("Concat", [words, g.node("Reshape", [turned, flat], "around")], "all", axis=1)
    odds = g.linear(around, weights["out.weight"], weights["out.bias"], "out")
    g.node("Sigmoid", [odds], "scores")
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        g.nodes,
        "suspicions",
        [value("states", TensorProto.FLOAT, ["w", weights["narrow.weight"].shape[1]])],
        [value("scores", TensorProto.FLOAT, ["w", rules])],
        list(g.constants.values()),
    )
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def _gates(weights: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """torch orders a GRU's gates reset, update, new; ONNX update, reset, new."""
    reset, update, new = np.split(weights, 3)
    return np.concatenate([update, reset, new])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--treebanks", type=Path, help="prose that has few of these faults")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(arguments)
    files = sorted(args.marked.glob("*.txt"))
    paragraphs = [p for path in files for article in read_marked(path) for p in article]
    rules = sorted({mark.rule for paragraph in paragraphs for mark in paragraph.marks})
    pack = load_rules(builtin_folder(), trusted=True).rules
    unknown = {*rules} - {rule.name for rule in pack}
    if unknown or not rules:
        raise SystemExit(f"{args.marked}: no marks" if not rules else f"no such rule: {unknown}")
    read = StateReader(args.model)
    examples = [read(paragraph, rules) for paragraph in paragraphs]
    for rule in pack:
        if rule.name in rules:
            examples += _WEIGHT * [read(p, rules, rule.name) for p in read_examples(rule)]
    if args.treebanks:
        background = read_background(args.treebanks)
        examples += [read.in_order(text, silent, rules) for text, silent in background]
    print(f"{len(examples)} paragraphs, {sum(len(e.states) for e in examples)} words")
    tagger = train(examples, args.epochs, args.seed)
    onnx.save(build(tagger), args.model / "suspicions.onnx")
    labels = args.model / "labels.json"
    inventory = json.loads(labels.read_text("utf-8")) | {"suspicions": rules}
    labels.write_text(json.dumps(inventory, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
