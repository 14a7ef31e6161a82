"""The network: a truncated MiniLM encoder, or convolutions over its piece vectors, with one linear
head per annotation."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

WIDTH = 384
ATTENTION_HEADS = 12
SHAPES = 16


@dataclass(frozen=True, slots=True)
class Sizes:
    """Everything that fixes the shape of the weights."""

    layers: int
    pieces: int
    morphs: int
    tags: int
    scripts: int
    entities: int
    labels: int
    arc_width: int = 192
    label_width: int = 128
    inner: int = 4 * WIDTH
    """Width of the feed-forward part of a layer."""
    convolutions: int = 0
    """Blocks of convolutions; where there are any, they stand for the layers."""
    width: int = WIDTH
    """Width of the states, WIDTH unless there are convolutions."""

    @property
    def depth(self) -> int:
        """Blocks of either kind."""
        return self.convolutions or self.layers

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


class Block(nn.Module):
    """One BERT layer; the names follow the checkpoint's so that weights load by name."""

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor, drop: Dropout) -> Tensor:
        x = self.norm1(x + drop(self.out(attend(self.qkv(x), bias))))
        h = self.down(F.gelu(self.up(x)))
        out: Tensor = self.norm2(x + drop(h))
        return out


def reach(i: int) -> int:
    """How many pieces to either side the convolution `i` looks: 1, 2, 4, 8 and again from 1."""
    return int(2 ** (i % 4))


class Convolution(nn.Module):
    """A piece with one to its left and one to its right, through a feed-forward part."""

    def __init__(self, width: int, inner: int, reach: int) -> None:
        super().__init__()
        self.reach = reach
        self.up = nn.Linear(3 * width, inner)
        self.down = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, drop: Dropout) -> Tensor:
        length = x.shape[1]
        padded = F.pad(x * mask, (0, 0, self.reach, self.reach))
        seen = torch.cat([padded[:, k * self.reach :][:, :length] for k in range(3)], -1)
        out: Tensor = self.norm(x + drop(self.down(F.gelu(self.up(seen)))))
        return out


def attend(qkv: Tensor, bias: Tensor) -> Tensor:
    """Attention by plain products.

    In bfloat16 torch's fused kernel takes five times as long to differentiate on a CPU.
    `bias` is (batch * heads) x 1 x length.
    """
    batch, length, _ = qkv.shape
    parts = qkv.view(batch, length, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
    q, k, v = parts.reshape(3, batch * ATTENTION_HEADS, length, -1)
    scores = torch.baddbmm(bias.to(q.dtype), q, k.transpose(1, 2), alpha=q.shape[-1] ** -0.5)
    mixed = torch.bmm(scores.softmax(-1), v)
    mixed = mixed.view(batch, ATTENTION_HEADS, length, -1).transpose(1, 2)
    return mixed.reshape(batch, length, -1)


class Dropout(nn.Module):
    """Dropout whose mask is drawn as bytes, ten times as fast on a CPU; `share` in 1/256."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.threshold = round(share * 256)
        self.noise = np.random.Generator(np.random.SFC64(7))

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        drawn = np.frombuffer(self.noise.bytes(x.numel()), np.uint8)
        kept = torch.from_numpy(drawn >= self.threshold).view(x.shape).to(x.dtype)
        return x * kept.mul_(256 / (256 - self.threshold))


class Reader(nn.Module):
    """Encoder and heads. Word vectors are the states of first pieces; [CLS] stands for ROOT."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        width = sizes.width
        self.pieces = nn.Embedding(sizes.pieces, WIDTH)
        self.pieces.weight.requires_grad = False
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        if sizes.convolutions:
            self.narrow = nn.Linear(WIDTH, width, bias=False)
            self.blocks = nn.ModuleList(
                Convolution(width, sizes.inner, reach(i)) for i in range(sizes.convolutions)
            )
        else:
            self.positions = nn.Embedding(512, WIDTH)
            self.positions.weight.requires_grad = False
            self.blocks = nn.ModuleList(Block(sizes.inner) for _ in range(sizes.layers))
        arc, lab = sizes.arc_width, sizes.label_width
        self.arc_head = nn.Linear(width, arc)
        self.arc_dep = nn.Linear(width, arc)
        self.arc_bilinear = nn.Parameter(torch.empty(arc + 1, arc))
        nn.init.xavier_uniform_(self.arc_bilinear)
        # A label is read off a sum and a product of its two ends.
        self.label_head = nn.Linear(width, 2 * lab)
        self.label_dep = nn.Linear(width, 2 * lab)
        self.label_out = nn.Linear(2 * lab, sizes.labels)
        self.morph = nn.Linear(width, sizes.morphs)
        self.tag = nn.Linear(width, sizes.tags)
        self.script = nn.Linear(width, sizes.scripts)
        self.entity = nn.Linear(width, sizes.entities)
        self.start = nn.Linear(width, 1)
        self.drop_heads = Dropout(0.25)
        self.drop_encoder = Dropout(0.05)

    def load_pretrained(self, path: Path) -> None:
        """Fill the encoder from a BERT checkpoint in safetensors: the first layers of it, or the
        piece vectors alone for convolutions."""
        from safetensors.torch import load_file

        raw = {k.removeprefix("bert."): v for k, v in load_file(str(path)).items()}
        if self.sizes.convolutions:
            self.pieces.weight.copy_(raw["embeddings.word_embeddings.weight"])
            return
        state = {
            "pieces.weight": raw["embeddings.word_embeddings.weight"],
            "positions.weight": raw["embeddings.position_embeddings.weight"]
            + raw["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": raw["embeddings.LayerNorm.weight"],
            "norm.bias": raw["embeddings.LayerNorm.bias"],
        }
        names = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for i in range(self.sizes.layers):
            for kind in ("weight", "bias"):
                prefix = f"encoder.layer.{i}."
                state[f"blocks.{i}.qkv.{kind}"] = torch.cat(
                    [raw[f"{prefix}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
                )
                for ours, theirs in names.items():
                    state[f"blocks.{i}.{ours}.{kind}"] = raw[f"{prefix}{theirs}.{kind}"]
        missing, unexpected = self.load_state_dict(state, strict=False)
        assert not unexpected, unexpected
        assert not any(m.startswith("blocks") for m in missing), missing

    def encode(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """States of [CLS] and of every word's first piece: batch x (1 + words) x width."""
        x = self.pieces(ids)
        if self.sizes.convolutions:
            x = self.narrow(x)
            place = mask.unsqueeze(-1).float()
        else:
            x = x + self.positions(torch.arange(ids.shape[1]))
            place = torch.zeros(mask.shape).masked_fill_(~mask, -1e4)
            place = place.repeat_interleave(ATTENTION_HEADS, 0).unsqueeze(1)
        x = self.drop_encoder(self.norm(x + self.shapes(shapes)))
        if torch.is_autocast_enabled("cpu"):
            x = x.bfloat16()
        for block in self.blocks:
            x = block(x, place.to(x.dtype), self.drop_encoder)
        return x.gather(1, first.unsqueeze(-1).expand(-1, -1, x.shape[-1]))

    def heads(self, states: Tensor) -> dict[str, Tensor]:
        """Per-word outputs. Index 0 is ROOT in every array."""
        drop = self.drop_heads
        x = drop(states)
        return {
            "arc_head": drop(F.gelu(self.arc_head(x))),
            "arc_dep": drop(F.gelu(self.arc_dep(x))),
            "label_head": self.label_head(x),
            "label_dep": self.label_dep(x),
            "morph": self.morph(x),
            "tag": self.tag(x),
            "script": self.script(x),
            "entity": self.entity(x),
            "start": self.start(x).squeeze(-1),
        }

    def arcs(self, out: dict[str, Tensor]) -> Tensor:
        """Scores of every head for every word: batch x words x (1 + words)."""
        dep = out["arc_dep"][:, 1:].float()
        dep = torch.cat([dep, torch.ones_like(dep[..., :1])], -1)
        with torch.autocast("cpu", enabled=False):
            return (dep @ self.arc_bilinear) @ out["arc_head"].float().transpose(1, 2)

    def labels(self, out: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Scores of the labels of given arcs: batch x words x labels."""
        dep = out["label_dep"][:, 1:]
        head = out["label_head"]
        head = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        width = self.sizes.label_width
        summed = F.relu(dep[..., :width] + head[..., :width])
        product = dep[..., width:] * head[..., width:]
        x = self.drop_heads(torch.cat([summed, product], -1))
        scores: Tensor = self.label_out(x)
        return scores


def loss(model: Reader, batch: dict[str, Any], teacher: Reader | None = None) -> Tensor:
    """Sum of the heads' losses; what a window does not annotate is masked with -1.

    With a teacher, half of that, and how far the outputs are from the teacher's.
    """
    states = model.encode(batch["ids"], batch["shapes"], batch["mask"], batch["first"])
    out = model.heads(states)
    if teacher is None:
        return annotated_loss(model, out, batch)
    return 0.5 * annotated_loss(model, out, batch) + imitation_loss(model, out, batch, teacher)


def annotated_loss(model: Reader, out: dict[str, Tensor], batch: dict[str, Any]) -> Tensor:
    """Losses against the annotation."""
    total = torch.zeros(())

    def cross(scores: Tensor, gold: Tensor) -> Tensor:
        return F.cross_entropy(scores.flatten(0, 1).float(), gold.flatten(), ignore_index=-1)

    if (batch["label"] >= 0).any():
        total = total + cross(_masked_arcs(model, out, batch), batch["head"])
        total = total + cross(model.labels(out, batch["head"].clamp(min=0)), batch["label"])
        for name, weight in _TAGGERS:
            total = total + weight * cross(out[name][:, 1:], batch[name])
        start = batch["start"].flatten()
        known = start >= 0
        total = total + _START * F.binary_cross_entropy_with_logits(
            out["start"][:, 1:].flatten()[known].float(), start[known].float()
        )
    if (batch["entity"] >= 0).any():
        total = total + _ENTITY * entity_loss(
            out["entity"][:, 1:], batch["entity"], batch["misc_known"]
        )
    return total


_TAGGERS = (("morph", 0.5), ("tag", 0.5), ("script", 0.3))
_START = 1.5
_ENTITY = 2.0


def imitation_loss(
    model: Reader, out: dict[str, Tensor], batch: dict[str, Any], teacher: Reader
) -> Tensor:
    """Cross-entropy against the teacher's distributions, on every word."""
    with torch.no_grad():
        told = teacher.heads(
            teacher.encode(batch["ids"], batch["shapes"], batch["mask"], batch["first"])
        )
        told_arcs = _masked_arcs(teacher, told, batch)
        heads = torch.where(batch["head"] >= 0, batch["head"], told_arcs.argmax(-1))
        told_labels = teacher.labels(told, heads)
    words = batch["words"][:, 1:]

    def cross(scores: Tensor, target: Tensor) -> Tensor:
        wanted = target[words].float().softmax(-1)
        return -(wanted * scores[words].float().log_softmax(-1)).sum(-1).mean()

    total = cross(_masked_arcs(model, out, batch), told_arcs)
    total = total + cross(model.labels(out, heads), told_labels)
    for name, weight in (*_TAGGERS, ("entity", _ENTITY)):
        total = total + weight * cross(out[name][:, 1:], told[name][:, 1:])
    return total + _START * F.binary_cross_entropy_with_logits(
        out["start"][:, 1:][words].float(), told["start"][:, 1:][words].float().sigmoid()
    )


def _masked_arcs(model: Reader, out: dict[str, Tensor], batch: dict[str, Any]) -> Tensor:
    return model.arcs(out).masked_fill(~batch["words"].unsqueeze(1), -1e9)


def entity_loss(scores: Tensor, gold: Tensor, misc_known: Tensor) -> Tensor:
    """Cross-entropy of names; where MISC is not annotated, "O" also means "or MISC".

    Class 0 is O, and B-MISC and I-MISC are the last two.
    """
    log = scores.float().log_softmax(-1)
    outside = log[..., :1]
    either = torch.cat([outside, log[..., -2:]], -1).logsumexp(-1, keepdim=True)
    known = misc_known[:, None, None]
    log = torch.cat([torch.where(known, outside, either), log[..., 1:]], -1)
    return F.nll_loss(log.flatten(0, 1), gold.flatten(), ignore_index=-1)
