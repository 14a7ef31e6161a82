"""Builds the bundled model from a folder of treebanks: one command, resumed by running it again.

    python -m training.build TREEBANKS --pretrained CHECKPOINT [--work FOLDER] [--out FOLDER]

Stages: the first four layers of the checkpoint are trained for two epochs of a plan of five; their
feed-forward parts are cut to half; the narrow network is trained for five epochs; it is written as
int8 ONNX. README.md beside this file says where the data come from.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Sequence
from pathlib import Path

from training import prune, train
from training.export import export

LAYERS = 4
INNER = 768
WIDE_EPOCHS = 2
EPOCHS = 5


def build(
    treebanks: Path,
    pretrained: Path,
    work: Path,
    out: Path,
    *,
    layers: int = LAYERS,
    inner: int = INNER,
    wide_epochs: int = WIDE_EPOCHS,
    epochs: int = EPOCHS,
) -> None:
    """Run every stage that has not finished, and print what it took."""
    began = time.time()
    wide, narrow = work / "wide", work / "narrow"
    common = ["--pretrained", str(pretrained)]
    plan = [str(treebanks), str(wide), *common, "--layers", str(layers)]
    train.main([*plan, "--epochs", str(epochs), "--stop-after", str(wide_epochs)])
    if not (narrow / "start.pt").exists():
        prune.main([str(wide), str(treebanks), str(narrow), *common, "--inner", str(inner)])
    plan = [str(treebanks), str(narrow), *common, "--layers", str(layers), "--inner", str(inner)]
    train.main([*plan, "--epochs", str(epochs), "--start-from", str(narrow / "start.pt")])
    export(narrow, out, pretrained, treebanks)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"built {out} in {time.time() - began:.0f} s, peak {peak} MiB")


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("build/reader"))
    parser.add_argument("--out", type=Path, default=Path("attrib_lint/model"))
    args = parser.parse_args(arguments)
    build(args.treebanks, args.pretrained, args.work, args.out)


if __name__ == "__main__":
    main()
