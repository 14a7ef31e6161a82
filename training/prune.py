"""Narrows the feed-forward parts of a trained network, which costs little accuracy.

    python -m training.prune RUN TREEBANKS OUT --pretrained CHECKPOINT --inner 768

Units are kept by how much they move the output: mean squared activation on training windows times
the squared length of their outgoing weights. Training goes on from OUT/start.pt.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from attrib_lint.reader.pieces import WordPieces
from training.corpus import read_training
from training.network import Reader, Sizes
from training.windows import Collator, Example, Labels, batches, cut_windows


@torch.no_grad()
def unit_energies(model: Reader, examples: list[list[Example]], collate: Collator) -> list[Tensor]:
    """Mean squared activation of every feed-forward unit, by layer."""
    energies = [torch.zeros(model.sizes.inner) for _ in model.blocks]

    def watch(i: int) -> None:
        def add(_module: torch.nn.Module, _inputs: object, output: Tensor) -> None:
            energies[i] += torch.nn.functional.gelu(output).square().flatten(0, 1).mean(0)

        model.blocks[i].up.register_forward_hook(add)

    for i in range(len(model.blocks)):
        watch(i)
    model.eval()
    for group in examples:
        batch = collate(group)
        model.encode(batch["ids"], batch["shapes"], batch["mask"], batch["first"])
    return energies


def narrowed(state: dict[str, Tensor], energies: list[Tensor], inner: int) -> dict[str, Tensor]:
    """The weights with the `inner` strongest units of every layer."""
    out = dict(state)
    for i, energy in enumerate(energies):
        strength = energy * state[f"blocks.{i}.down.weight"].square().sum(0)
        keep = strength.topk(inner).indices.sort().values
        out[f"blocks.{i}.up.weight"] = state[f"blocks.{i}.up.weight"][keep].clone()
        out[f"blocks.{i}.up.bias"] = state[f"blocks.{i}.up.bias"][keep].clone()
        out[f"blocks.{i}.down.weight"] = state[f"blocks.{i}.down.weight"][:, keep].clone()
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and narrow a network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--inner", type=int, default=768)
    args = parser.parse_args(arguments)
    torch.set_num_threads(1)
    state = torch.load(args.run / "last.pt", weights_only=True)
    model = Reader(Sizes(**state["sizes"]))
    model.load_state_dict(state["model"])
    pieces = WordPieces(args.pretrained / "tokenizer.json")
    labels = Labels.load(args.run / "labels.json")
    rng = random.Random(1)
    windows = list(cut_windows(read_training(args.treebanks).parsed, pieces, rng))
    groups = batches(windows, pieces, 1000, rng)[:30]
    energies = unit_energies(model, groups, Collator(labels, pieces))
    args.out.mkdir(parents=True, exist_ok=True)
    sizes = replace(model.sizes, inner=args.inner)
    torch.save(
        {"model": narrowed(state["model"], energies, args.inner), "sizes": sizes.as_dict()},
        args.out / "start.pt",
    )


if __name__ == "__main__":
    main()
