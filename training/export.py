"""Writes a trained network as an int8 ONNX graph and the files that the reader loads beside it.

python -m training.export RUN TREEBANKS OUT --pretrained CHECKPOINT
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import onnx
import torch

from attrib_lint.reader.lemmas import inflected_table
from training.card import write_meta
from training.corpus import read_training
from training.graphs import Array, build, build_labels
from training.network import Sizes


def save_apart(model: onnx.ModelProto, path: Path) -> None:
    """Write a graph, and its weights beside it, where onnxruntime maps instead of copying them."""
    weights = path.with_suffix(".weights")
    weights.unlink(missing_ok=True)  # onnx would write behind what is there
    onnx.save(model, path, save_as_external_data=True, location=weights.name)
    weights.chmod(path.stat().st_mode)


def export(run: Path, out: Path, pretrained: Path, treebanks: Path) -> None:
    """Write encoder.onnx and encoder.weights, labels.onnx, labels.json, lemmas.json,
    tokenizer.json and meta.json."""
    state = torch.load(run / "last.pt", weights_only=True)
    sizes = Sizes(**state["sizes"])
    weights = {k: v.float().numpy() for k, v in state["model"].items()}
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = json.loads((pretrained / "tokenizer.json").read_text(encoding="utf8"))
    weights["pieces.weight"] = prune_vocabulary(tokenizer, weights["pieces.weight"])
    text = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
    (out / "tokenizer.json").write_text(text + "\n", encoding="utf8")
    if "positions.weight" in weights:
        weights["positions.weight"] = weights["positions.weight"][:256]
    save_apart(build(weights, sizes), out / "encoder.onnx")
    onnx.save(build_labels(weights, sizes), out / "labels.onnx")
    words = (w for s in read_training(treebanks).parsed for w in s.words)
    table = inflected_table((w.form, w.xpos, w.lemma) for w in words)
    text = json.dumps(table, ensure_ascii=False, indent=0)
    (out / "lemmas.json").write_text(text + "\n", encoding="utf8")
    shutil.copy(run / "labels.json", out / "labels.json")
    write_meta(out, sizes.as_dict(), {})


def prune_vocabulary(tokenizer: dict[str, Any], table: Array) -> Array:
    """Leave out unused slots and letters of scripts that English news does not print.

    `tokenizer` is changed in place; gives the rows that stay. A character without a piece becomes
    [UNK], as every word of such a script nearly is already.
    """
    vocabulary: dict[str, int] = tokenizer["model"]["vocab"]

    def keep(piece: str) -> bool:
        if piece.startswith("[unused"):
            return False
        return all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2200 for c in piece)

    kept = [p for p, _ in sorted(vocabulary.items(), key=lambda item: item[1]) if keep(p)]
    rows = [vocabulary[p] for p in kept]
    place = {p: i for i, p in enumerate(kept)}
    tokenizer["model"]["vocab"] = place
    for added in tokenizer.get("added_tokens", ()):
        added["id"] = place[added["content"]]
    for special in (tokenizer.get("post_processor") or {}).get("special_tokens", {}).values():
        special["ids"] = [place[t] for t in special["tokens"]]
    for field in ("sep", "cls"):
        pair = (tokenizer.get("post_processor") or {}).get(field)
        if isinstance(pair, list):
            pair[1] = place[pair[0]]
    tokenizer["padding"] = None
    tokenizer["truncation"] = None
    return table[rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pretrained", type=Path, required=True)
    args = parser.parse_args()
    export(args.run, args.out, args.pretrained, args.treebanks)


if __name__ == "__main__":
    main()
