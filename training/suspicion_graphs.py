"""Writes the tagger of suspicions as the three graphs that the reader runs (int8 where it pays)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from attrib_lint.reader.suspicions import NOTE, PLACES
from training.graphs import GraphBuilder


def build(tagger: nn.Module) -> onnx.ModelProto:
    """The words' graph: states (words x width) -> odds (words x rules), gist and notes."""
    weights = {name: value.detach().numpy() for name, value in tagger.state_dict().items()}
    rules, size = len(weights["out.bias"]), len(weights["narrow.bias"])
    g = GraphBuilder(weights)
    narrow = g.linear("states", weights["narrow.weight"], weights["narrow.bias"], "narrow")
    words = g.node("Gelu", [narrow], "words")
    context = _both_ways(g, words, ["before.{}_l0", "after.{}_l0"], size // 2, "context")
    around = g.node("Concat", [words, context], "all", axis=1)
    g.node(
        "Identity", [g.linear(around, weights["out.weight"], weights["out.bias"], "out")], "odds"
    )
    g.node(
        "Tanh", [g.linear(around, weights["note.weight"], weights["note.bias"], "note")], "notes"
    )
    middle = g.node("ReduceMean", [around, g.constant("first", np.array([0]))], "middle")
    inputs = [middle, g.weight("gist.weight"), g.weight("gist.bias")]
    g.node("Tanh", [g.node("Gemm", inputs, "short", transB=1)], "gist")
    width = weights["narrow.weight"].shape[1]
    gist = len(weights["gist.bias"])
    return _model(
        g,
        "suspicions",
        (("states", ["words", width]),),
        (("odds", ["words", rules]), ("gist", [1, gist]), ("notes", ["words", 4 * NOTE])),
    )


def build_priors(tagger: nn.Module) -> onnx.ModelProto:
    """The article's graph: gists with positions (paragraphs x gist + 2) -> priors."""
    weights = {name: value.detach().numpy() for name, value in tagger.state_dict().items()}
    rules, gist = len(weights["prior.bias"]), len(weights["gist.bias"])
    g = GraphBuilder(weights)
    context = _both_ways(g, "gists", ["article.{}_l0", "article.{}_l0_reverse"], gist, "context")
    inputs = [context, g.weight("prior.weight"), g.weight("prior.bias")]
    g.node("Gemm", inputs, "priors", transB=1)
    return _model(
        g,
        "priors",
        (("gists", ["paragraphs", gist + 2]),),
        (("priors", ["paragraphs", rules]),),
    )


def build_links(tagger: nn.Module) -> onnx.ModelProto:
    """What a paragraph's words find in others: notes of both, and places of the others' -> odds.

    `own` is words x 4 NOTE, `others` the same for the words of the others, `places` one-hot; a row
    of zeros in both is to be seen where there is nothing to find.
    """
    weights = {name: value.detach().numpy() for name, value in tagger.state_dict().items()}
    rules = len(weights["link.bias"])
    g = GraphBuilder(weights)
    g.nodes += [
        helper.make_node("Split", ["own"], ["asked", "o1", "o2", "kept"], axis=1, num_outputs=4),
        helper.make_node("Split", ["others"], ["a0", "found", "told", "a3"], axis=1, num_outputs=4),
    ]
    g.node("Mul", ["asked", g.weight("sharpness")], "sharp")
    g.node("MatMul", ["sharp", g.node("Transpose", ["found"], "keys", perm=[1, 0])], "alike")
    where = g.node("MatMul", ["places", g.weight("place")], "where")
    scores = g.node("Add", ["alike", where], "scores")
    heard = g.node("MatMul", [g.node("Softmax", [scores], "shares", axis=1), "told"], "heard")
    both = g.node("Concat", [heard, "kept"], "both", axis=1)
    inputs = [both, g.weight("mix.weight"), g.weight("mix.bias")]
    mixed = g.node("Gelu", [g.node("Gemm", inputs, "mix", transB=1)], "mixed")
    g.node("Gemm", [mixed, g.weight("link.weight"), g.weight("link.bias")], "links", transB=1)
    given: list[Shaped] = [
        ("own", ["words", 4 * NOTE]),
        ("others", ["words around", 4 * NOTE]),
        ("places", ["words around", PLACES]),
    ]
    return _model(g, "links", given, (("links", ["words", rules]),))


def read_weights(model: Path) -> dict[str, Tensor]:
    """The weights of the tagger that a model folder holds, as nearly as its int8 matrices tell."""
    own, article, links = (
        {w.name: numpy_helper.to_array(w) for w in onnx.load(model / name).graph.initializer}
        for name in ("suspicions.onnx", "priors.onnx", "links.onnx")
    )
    weights = {name: own[name] for name in ("gist.weight", "gist.bias")}
    for name in ("narrow", "out", "note"):
        weights[f"{name}.weight"] = (own[f"{name}.int8"] * own[f"{name}.scale"]).T
        weights[f"{name}.bias"] = own[f"{name}.bias"]
    weights |= _one_way(own, ["before.{}_l0", "after.{}_l0"])
    weights |= _one_way(article, ["article.{}_l0", "article.{}_l0_reverse"])
    weights |= {name: article[name] for name in ("prior.weight", "prior.bias")}
    weights |= {
        name: links[name]
        for name in ("place", "mix.weight", "mix.bias", "link.weight", "link.bias")
    }
    weights["sharpness"] = links["sharpness"].reshape(())
    return {name: torch.from_numpy(np.array(value)) for name, value in weights.items()}


def _one_way(
    weights: Mapping[str, npt.NDArray[np.float32]], names: Sequence[str]
) -> dict[str, npt.NDArray[np.float32]]:
    """What `_both_ways` put together: the weights of two GRUs, as torch keeps them."""
    parts = {}
    for way, name in enumerate(names):
        for kind in ("weight_ih", "weight_hh"):
            parts[name.format(kind)] = _turned(weights[f"gates.{kind}"][way])
        for kind, bias in zip(("ih", "hh"), np.split(weights["gates.bias"][way], 2), strict=True):
            parts[name.format(f"bias_{kind}")] = _turned(bias)
    return parts


def _both_ways(g: GraphBuilder, x: str, names: Sequence[str], size: int, out: str) -> str:
    """A GRU forwards and one backwards, side by side: rows x 2 size; `names` of their weights."""
    gates = []
    for kind in ("weight_ih", "weight_hh"):
        both = [_turned(g.weights[name.format(kind)]) for name in names]
        gates.append(g.constant(f"gates.{kind}", np.stack(both)))
    biases = [
        np.concatenate([_turned(g.weights[name.format(f"bias_{part}")]) for part in ("ih", "hh")])
        for name in names
    ]
    sequence = g.node("Unsqueeze", [x, g.constant("one", np.array([1], np.int64))], "sequence")
    context = g.node(
        "GRU",
        [sequence, *gates, g.constant("gates.bias", np.stack(biases))],
        "ways",
        direction="bidirectional",
        hidden_size=size,
        linear_before_reset=1,
    )
    turned = g.node("Transpose", [context], "turned", perm=[0, 2, 1, 3])
    return g.node("Reshape", [turned, g.constant("flat", np.array([-1, 2 * size], np.int64))], out)


Shaped = tuple[str, list[str | int]]


def _model(
    g: GraphBuilder, name: str, given: Sequence[Shaped], made: Sequence[Shaped]
) -> onnx.ModelProto:
    inputs, outputs = (
        [helper.make_tensor_value_info(kind, TensorProto.FLOAT, shape) for kind, shape in some]
        for some in (given, made)
    )
    graph = helper.make_graph(g.nodes, name, inputs, outputs, list(g.constants.values()))
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def _turned(weights: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """torch orders a GRU's gates reset, update, new; ONNX update, reset, new: from one to other."""
    first, second, new = np.split(weights, 3)
    return np.concatenate([second, first, new])
