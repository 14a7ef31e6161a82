"""The reader's graphs, built by hand: one node per step, with onnxruntime's fused kernels.

Matrices are quantised per column to 7 bits, because two 8-bit products overflow the 16-bit sums of
CPUs without VNNI; activations are quantised per matrix while running.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.network import ATTENTION_HEADS, Sizes, reach

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

    def whole(self, matrix: Array, name: str) -> list[str]:
        """The matrix in int8, transposed, with a scale and a zero for every column."""
        scale = np.abs(matrix).max(1) / self.peak + 1e-12
        whole = np.clip(np.round(matrix / scale[:, None]), -self.peak, self.peak)
        return [
            self.constant(f"{name}.int8", whole.astype(np.int8).T),
            self.constant(f"{name}.scale", scale.astype(np.float32)),
            self.constant(f"{name}.zero", np.zeros(len(scale), np.int8)),
        ]

    def linear(self, x: str, matrix: Array, bias: Array | None, name: str) -> str:
        """x @ matrix.T + bias in int8; `matrix` is [out, in] as torch keeps it."""
        inputs = [x, *self.whole(matrix, name)]
        if bias is not None:
            inputs.append(self.constant(f"{name}.bias", bias.astype(np.float32)))
        return self.node("DynamicQuantizeMatMul", inputs, f"{name}.out", _MS)

    def skip_norm(self, x: str, skip: str, norm: str, out: str) -> str:
        """Add and normalise: two nodes, three times as fast as the fused one on a CPU.

        onnxruntime would fuse Add, and leaves Sum alone.
        """
        total = self.node("Sum", [x, skip], f"{out}.sum")
        inputs = [total, self.weight(f"{norm}.weight"), self.weight(f"{norm}.bias")]
        return self.node("LayerNormalization", inputs, out, axis=-1, epsilon=1e-12)

    def embed(self) -> str:
        """Piece, position and shape vectors, summed and normalised; convolutions have no places."""
        table = self.weights["pieces.weight"].astype(np.float32)
        if "narrow.weight" in self.weights:
            table = table @ self.weights["narrow.weight"].T
        scale = np.abs(table).max(1, keepdims=True) / 127 + 1e-12
        whole = self.constant("pieces.int8", np.round(table / scale).astype(np.int8))
        self.node("Gather", [whole, "ids"], "ids.int8")
        self.node("Cast", ["ids.int8"], "ids.float", to=TensorProto.FLOAT)
        self.node("Gather", [self.constant("pieces.scale", scale), "ids"], "ids.scale")
        self.node("Mul", ["ids.float", "ids.scale"], "ids.vectors")
        self.node("Gather", [self.weight("shapes.weight"), "shapes"], "shape.vectors")
        if "positions.weight" not in self.weights:
            return self.skip_norm("ids.vectors", "shape.vectors", "norm", "x0")
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
            only = self.constant("only", np.array([0], np.int64))
            self.node("Gather", [self.node("Squeeze", [x, only], f"{x}.flat"), "first"], rows)
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
        return self.skip_norm(self.down(up, p), x, f"{p}.norm2", f"x{i + 1}")

    def convolution(self, x: str, i: int, last: bool) -> str:
        """One block of convolutions; the last one gives the first piece of each word only.

        Bytes are moved to either side, a quarter of what floats would be.
        """
        p, far = f"blocks.{i}", reach(i)
        small, scale, zero = (f"{p}.{part}" for part in ("uint8", "uint8.scale", "uint8.zero"))
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], [small, scale, zero]))
        pads = self.constant(f"pads.{far}", np.array([0, far, 0, 0, far, 0], np.int64))
        padded = self.node("Pad", [small, pads, zero], f"{p}.padded")
        along = self.constant("along", np.array([1], np.int64))
        sides = []
        for side, start, end in (("left", 0, -2 * far), ("right", 2 * far, 2**31)):
            bounds = [
                self.constant(f"{side}.{far}.{kind}", np.array([place], np.int64))
                for kind, place in (("start", start), ("end", end))
            ]
            sides.append(self.node("Slice", [padded, *bounds, along], f"{p}.{side}"))
        seen = self.node("Concat", [sides[0], small, sides[1]], f"{p}.seen", axis=2)
        if last:
            seen, x = self.first_pieces(seen), self.first_pieces(x)
        matrix, scales, zeros = self.whole(self.weights[f"{p}.up.weight"], f"{p}.up")
        inputs = [seen, matrix, scale, scales, zero, zeros, self.weight(f"{p}.up.bias")]
        up = self.node("MatMulIntegerToFloat", inputs, f"{p}.up.out", _MS)
        return self.skip_norm(self.down(up, p), x, f"{p}.norm", f"x{i + 1}")

    def down(self, up: str, p: str) -> str:
        """The second half of the feed-forward part of the block `p`."""
        up = self.node("Gelu", [up], f"{p}.gelu", approximate="tanh")
        down = self.weights[f"{p}.down.weight"]
        return self.linear(up, down, self.weights[f"{p}.down.bias"], f"{p}.down")


_HEADS = (
    *("arc_head", "arc_dep", "label_head", "label_dep"),
    *("morph", "tag", "script", "entity", "start"),
)


def build(weights: dict[str, Array], sizes: Sizes) -> onnx.ModelProto:
    """The whole graph: ids, shapes, first -> one matrix per head, in the rows of `first`."""
    g = GraphBuilder(weights)
    x = g.embed()
    block = g.convolution if sizes.convolutions else g.block
    for i in range(sizes.depth):
        x = block(x, i, last=i + 1 == sizes.depth)
    # What a word means is plainer below than at the top, which was trained to parse.
    below = [g.first_pieces(f"x{i}") for i in (0, sizes.depth // 2)]
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
