"""Writes a trained network as an int8 ONNX graph and the files that the reader loads beside it.

    python -m training.export RUN TREEBANKS OUT --pretrained CHECKPOINT

The graph is built by hand: one node per step, with onnxruntime's fused kernels. Matrices are
quantised per column to 7 bits, because two 8-bit products overflow the 16-bit sums of CPUs
without VNNI; activations are quantised per matrix while running.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from attrib_lint.reader.lemmas import inflected_table
from training.card import write_meta
from training.corpus import read_training
from training.network import ATTENTION_HEADS, WIDTH, Sizes

_MS = "com.microsoft"
Array = np.ndarray[Any, Any]


class GraphBuilder:
    """Collects nodes and weights; every method gives the name of its output."""

    def __init__(self, weights: dict[str, Array], bits: int = 7) -> None:
        self.weights = weights
        self.peak = 2 ** (bits - 1) - 1
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: Array) -> str:
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name].astype(np.float32))

    def node(self, kind: str, inputs: list[str], out: str, domain: str = "", **options: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [out], domain=domain, **options))
        return out

    def linear(self, x: str, matrix: Array, bias: Array | None, name: str) -> str:
        """x @ matrix.T + bias in int8; `matrix` is [out, in] as torch keeps it."""
        scale = np.abs(matrix).max(1) / self.peak + 1e-12
        whole = np.clip(np.round(matrix / scale[:, None]), -self.peak, self.peak)
        inputs = [
            x,
            self.constant(f"{name}.int8", whole.astype(np.int8).T),
            self.constant(f"{name}.scale", scale.astype(np.float32)),
            self.constant(f"{name}.zero", np.zeros(len(scale), np.int8)),
        ]
        if bias is not None:
            inputs.append(self.constant(f"{name}.bias", bias.astype(np.float32)))
        return self.node("DynamicQuantizeMatMul", inputs, f"{name}.out", _MS)

    def skip_norm(self, x: str, skip: str, norm: str, out: str) -> str:
        """Add and normalise: two nodes, three times as fast as the fused one on a CPU."""
        total = self.node("Add", [x, skip], f"{out}.sum")
        inputs = [total, self.weight(f"{norm}.weight"), self.weight(f"{norm}.bias")]
        return self.node("LayerNormalization", inputs, out, axis=-1, epsilon=1e-12)

    def embed(self) -> str:
        """Piece, position and shape vectors, summed and normalised."""
        table = self.weights["pieces.weight"].astype(np.float32)
        scale = np.abs(table).max(1, keepdims=True) / 127 + 1e-12
        whole = self.constant("pieces.int8", np.round(table / scale).astype(np.int8))
        self.node("Gather", [whole, "ids"], "ids.int8")
        self.node("Cast", ["ids.int8"], "ids.float", to=TensorProto.FLOAT)
        self.node("Gather", [self.constant("pieces.scale", scale), "ids"], "ids.scale")
        self.node("Mul", ["ids.float", "ids.scale"], "ids.vectors")
        self.node("Gather", [self.weight("shapes.weight"), "shapes"], "shape.vectors")
        self.node("Shape", ["ids"], "length", start=1, end=2)
        zero = self.constant("zero", np.array([0], np.int64))
        positions = self.weight("positions.weight")
        self.node("Slice", [positions, zero, "length"], "place.vectors")
        self.node("Add", ["shape.vectors", "place.vectors"], "shape.places")
        return self.skip_norm("ids.vectors", "shape.places", "norm", "x0")

    def first_pieces(self, x: str) -> str:
        """The rows of every word's first piece."""
        rows = f"{x}.first"
        if not any(rows in node.output for node in self.nodes):
            flat = self.constant("flat", np.array([-1, WIDTH], np.int64))
            self.node("Gather", [self.node("Reshape", [x, flat], f"{x}.flat"), "first"], rows)
        return rows

    def block(self, x: str, i: int, last: bool) -> str:
        """One encoder layer; the last one continues with the first piece of each word only."""
        w = self.weights
        p = f"blocks.{i}"
        qkv = self.linear(x, w[f"{p}.qkv.weight"], w[f"{p}.qkv.bias"], f"{p}.qkv")
        parts = [f"{p}.q", f"{p}.k", f"{p}.v"]
        self.nodes.append(helper.make_node("Split", [qkv], parts, axis=2, num_outputs=3))
        mixed = self.node("MultiHeadAttention", parts, f"{p}.mix", _MS, num_heads=ATTENTION_HEADS)
        if last:
            mixed, x = self.first_pieces(mixed), self.first_pieces(x)
        out = self.linear(mixed, w[f"{p}.out.weight"], w[f"{p}.out.bias"], f"{p}.out")
        x = self.skip_norm(out, x, f"{p}.norm1", f"{p}.mid")
        up = self.linear(x, w[f"{p}.up.weight"], w[f"{p}.up.bias"], f"{p}.up")
        up = self.node("Gelu", [up], f"{p}.gelu", approximate="tanh")
        down = self.linear(up, w[f"{p}.down.weight"], w[f"{p}.down.bias"], f"{p}.down")
        return self.skip_norm(down, x, f"{p}.norm2", f"x{i + 1}")


_HEADS = (
    *("arc_head", "arc_dep", "label_head", "label_dep"),
    *("morph", "tag", "script", "entity", "start"),
)


def build(weights: dict[str, Array], sizes: Sizes) -> onnx.ModelProto:
    """The whole graph: ids, shapes, first -> one matrix per head, in the rows of `first`."""
    g = GraphBuilder(weights)
    x = g.embed()
    for i in range(sizes.layers):
        x = g.block(x, i, last=i + 1 == sizes.layers)
    # What a word means is plainer below than at the top, which was trained to parse.
    below = [g.first_pieces(f"x{i}") for i in (0, sizes.layers // 2)]
    g.node("Concat", [*below, x], "states", axis=1)
    matrix = np.concatenate([weights[f"{h}.weight"] for h in _HEADS])
    bias = np.concatenate([weights[f"{h}.bias"] for h in _HEADS])
    every = g.linear(x, matrix, bias, "heads")
    widths = np.array([len(weights[f"{h}.bias"]) for h in _HEADS], np.int64)
    names = [f"{h}.raw" if h.startswith("arc") else h for h in _HEADS]
    split = g.constant("widths", widths)
    g.nodes.append(helper.make_node("Split", [every, split], names, axis=1))
    g.node("Gelu", ["arc_head.raw"], "arc_head", approximate="tanh")
    g.node("Gelu", ["arc_dep.raw"], "arc_dep.gelu", approximate="tanh")
    bilinear = weights["arc_bilinear"].astype(np.float32)
    g.node("MatMul", ["arc_dep.gelu", g.constant("bilinear", bilinear[:-1])], "arc_dep.mul")
    g.node("Add", ["arc_dep.mul", g.constant("bilinear.bias", bilinear[-1])], "arc_dep")
    integer = {"ids": [1, "p"], "shapes": [1, "p"], "first": ["w"]}
    graph = helper.make_graph(
        g.nodes,
        "reader",
        [helper.make_tensor_value_info(n, TensorProto.INT32, s) for n, s in integer.items()],
        [
            helper.make_tensor_value_info(n, TensorProto.FLOAT, ["w", None])
            for n in (*_HEADS, "states")
        ],
        list(g.constants.values()),
    )
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid(_MS, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def build_labels(weights: dict[str, Array], sizes: Sizes) -> onnx.ModelProto:
    """The graph of the label scorer: vectors of dependents and of their heads -> scores."""
    g = GraphBuilder(weights)
    half = sizes.label_width
    for end in ("dep", "head"):
        parts = [f"{end}.sum", f"{end}.product"]
        widths = g.constant("widths", np.array([half, half], np.int64))
        g.nodes.append(helper.make_node("Split", [end, widths], parts, axis=1))
    g.node("Add", ["dep.sum", "head.sum"], "sum")
    g.node("Relu", ["sum"], "sum.relu")
    g.node("Mul", ["dep.product", "head.product"], "product")
    g.node("Concat", ["sum.relu", "product"], "both", axis=1)
    matrix = g.constant("matrix", weights["label_out.weight"].T.astype(np.float32))
    g.node("Gemm", ["both", matrix, g.weight("label_out.bias")], "scores")
    vectors = [
        helper.make_tensor_value_info(n, TensorProto.FLOAT, ["n", 2 * half])
        for n in ("dep", "head")
    ]
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["n", sizes.labels])
    graph = helper.make_graph(g.nodes, "labels", vectors, [scores], list(g.constants.values()))
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


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
