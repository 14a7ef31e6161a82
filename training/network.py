"""The network: a truncated MiniLM encoder with one linear head per annotation."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

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
    roles: int = 4
    arc_width: int = 192
    label_width: int = 128
    inner: int = 4 * WIDTH
    """Width of the feed-forward part of a layer."""

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

    def forward(self, x: Tensor, mask: Tensor, drop: float) -> Tensor:
        batch, length, _ = x.shape
        parts = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + F.dropout(self.out(mixed), drop, self.training))
        h = self.down(F.gelu(self.up(x)))
        out: Tensor = self.norm2(x + F.dropout(h, drop, self.training))
        return out


class Reader(nn.Module):
    """Encoder and heads. Word vectors are the states of first pieces; [CLS] stands for ROOT."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.pieces = nn.Embedding(sizes.pieces, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.blocks = nn.ModuleList(Block(sizes.inner) for _ in range(sizes.layers))
        arc, lab = sizes.arc_width, sizes.label_width
        self.arc_head = nn.Linear(WIDTH, arc)
        self.arc_dep = nn.Linear(WIDTH, arc)
        self.arc_bilinear = nn.Parameter(torch.empty(arc + 1, arc))
        nn.init.xavier_uniform_(self.arc_bilinear)
        # A label is read off a sum and a product of its two ends.
        self.label_head = nn.Linear(WIDTH, 2 * lab)
        self.label_dep = nn.Linear(WIDTH, 2 * lab)
        self.label_out = nn.Linear(2 * lab, sizes.labels)
        self.morph = nn.Linear(WIDTH, sizes.morphs)
        self.tag = nn.Linear(WIDTH, sizes.tags)
        self.script = nn.Linear(WIDTH, sizes.scripts)
        self.entity = nn.Linear(WIDTH, sizes.entities)
        self.start = nn.Linear(WIDTH, 1)
        self.role = nn.Linear(WIDTH, sizes.roles)
        self.drop_heads = 0.25
        self.drop_encoder = 0.05
        for table in (self.pieces, self.positions):
            table.weight.requires_grad = False

    def load_pretrained(self, path: Path) -> None:
        """Fill the encoder from a BERT checkpoint in safetensors (the first layers of it)."""
        from safetensors.torch import load_file

        raw = {k.removeprefix("bert."): v for k, v in load_file(str(path)).items()}
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
        places = torch.arange(ids.shape[1])
        x = self.norm(self.pieces(ids) + self.positions(places) + self.shapes(shapes))
        drop = self.drop_encoder
        x = F.dropout(x, drop, self.training)
        attend = mask[:, None, None, :]
        for block in self.blocks:
            x = block(x, attend, drop)
        return x.gather(1, first.unsqueeze(-1).expand(-1, -1, x.shape[-1]))

    def heads(self, states: Tensor) -> dict[str, Tensor]:
        """Per-word outputs. Index 0 is ROOT in every array."""
        p = self.drop_heads
        x = F.dropout(states, p, self.training)

        def drop(t: Tensor) -> Tensor:
            return F.dropout(t, p, self.training)

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
            "role": self.role(x),
        }

    def arcs(self, out: dict[str, Tensor]) -> Tensor:
        """Scores of every head for every word: batch x words x (1 + words)."""
        dep = out["arc_dep"][:, 1:]
        dep = torch.cat([dep, torch.ones_like(dep[..., :1])], -1)
        return (dep @ self.arc_bilinear) @ out["arc_head"].transpose(1, 2)

    def labels(self, out: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Scores of the labels of given arcs: batch x words x labels."""
        dep = out["label_dep"][:, 1:]
        head = out["label_head"]
        head = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        width = self.sizes.label_width
        summed = F.relu(dep[..., :width] + head[..., :width])
        product = dep[..., width:] * head[..., width:]
        x = F.dropout(torch.cat([summed, product], -1), self.drop_heads, self.training)
        scores: Tensor = self.label_out(x)
        return scores


def loss(model: Reader, batch: dict[str, Any]) -> Tensor:
    """Sum of the heads' losses; what a window does not annotate is masked with -1."""
    states = model.encode(batch["ids"], batch["shapes"], batch["mask"], batch["first"])
    out = model.heads(states)
    total = torch.zeros(())

    def cross(scores: Tensor, gold: Tensor) -> Tensor:
        return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-1)

    if (batch["label"] >= 0).any():
        arcs = model.arcs(out).masked_fill(~batch["words"].unsqueeze(1), -1e9)
        total = total + cross(arcs, batch["head"])
        total = total + cross(model.labels(out, batch["head"].clamp(min=0)), batch["label"])
        for name, weight in (("morph", 0.5), ("tag", 0.5), ("script", 0.3)):
            total = total + weight * cross(out[name][:, 1:], batch[name])
        start = batch["start"].flatten()
        known = start >= 0
        total = total + 1.5 * F.binary_cross_entropy_with_logits(
            out["start"][:, 1:].flatten()[known], start[known].float()
        )
    if (batch["entity"] >= 0).any():
        total = total + 2.0 * entity_loss(
            out["entity"][:, 1:], batch["entity"], batch["misc_known"]
        )
    return total


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
