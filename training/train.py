"""Trains the network: one checkpoint per epoch, resumed by running the same command again.

python -m training.train TREEBANKS OUT --pretrained CHECKPOINT --layers 6 --epochs 6
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from attrib_lint.reader.pieces import WordPieces
from training.corpus import Corpus, read_training
from training.entities import swapped
from training.frames import framed_documents
from training.headlines import headlines
from training.network import WIDTH, Reader, Sizes, loss
from training.raw import every_nth, read_articles, read_raw
from training.treebank import Sentence
from training.windows import Collator, Example, Labels, batches, cut_windows

SEED = 20
ENCODER_RATE = 1.2e-4
HEADS_RATE = 1e-3
BUDGET = 1000
"""Padded pieces per batch."""
FRAMES = 2600
HEADLINES = 1500
"""Synthetic sentences per epoch: reported speech, and headlines."""


def examples_of(
    corpus: Corpus, pieces: WordPieces, epoch: int, raw: Sequence[Sentence] = ()
) -> list[Example]:
    """This epoch's windows: gold trees, synthetic attribution and headlines, names, raw text."""
    rng = random.Random(SEED * 1000 + epoch)
    out = list(cut_windows(corpus.parsed, pieces, rng))
    framed = framed_documents(corpus.parsed + corpus.named, rng, count=FRAMES)
    out += cut_windows(framed, pieces, rng, longest=4)
    out += cut_windows(headlines(corpus.parsed, rng, count=HEADLINES), pieces, rng, longest=1)
    out += cut_windows(swapped(corpus.named, rng, share=0.3), pieces, rng)
    out += cut_windows(raw, pieces, rng)
    return out


def sizes_of(labels: Labels, pieces: int, args: argparse.Namespace) -> Sizes:
    """Network sizes that fit the label sets and what was asked for."""
    return Sizes(
        inner=args.inner,
        layers=0 if args.convolutions else args.layers,
        convolutions=args.convolutions,
        width=args.width if args.convolutions else WIDTH,
        pieces=pieces,
        morphs=len(labels.morphs),
        tags=len(labels.tags),
        scripts=len(labels.scripts),
        entities=len(labels.entities),
        labels=len(labels.labels),
    )


@torch.no_grad()
def quick_scores(model: Reader, examples: list[Example], collate: Collator) -> dict[str, float]:
    """Greedy scores on gold words, to watch training by; evaluate.py has the real ones."""
    model.eval()
    right: dict[str, float] = dict.fromkeys(("uas", "las", "morph", "tag", "script", "ent"), 0)
    total = dict.fromkeys(right, 1e-9)
    starts = np.zeros(3)
    for i in range(0, len(examples), 8):
        batch = collate(examples[i : i + 8])
        out = model.heads(
            model.encode(batch["ids"], batch["shapes"], batch["mask"], batch["first"])
        )
        arcs = model.arcs(out).masked_fill(~batch["words"].unsqueeze(1), -1e9).argmax(-1)
        labels = model.labels(out, arcs).argmax(-1)
        gold = batch["label"]
        punct = collate.label.get("punct", -2)
        known = (gold >= 0) & (gold != punct)
        attached = (arcs == batch["head"]) & known
        total["uas"] += int(known.sum())
        right["uas"] += int(attached.sum())
        total["las"] += int(known.sum())
        right["las"] += int((attached & (labels == gold)).sum())
        for name, key in (("morph", "morph"), ("tag", "tag"), ("script", "script")):
            mask = batch[key] >= 0
            total[name] += int(mask.sum())
            right[name] += int((mask & (out[key][:, 1:].argmax(-1) == batch[key])).sum())
        mask = batch["entity"] > 0
        total["ent"] += int(mask.sum())
        right["ent"] += int((mask & (out["entity"][:, 1:].argmax(-1) == batch["entity"])).sum())
        guess, gold_start = out["start"][:, 1:] > 0, batch["start"] == 1
        known = batch["start"] >= 0
        starts += [int((guess & gold_start).sum()), int((guess & known).sum()), gold_start.sum()]
    model.train()
    scores = {k: round(100 * right[k] / total[k], 2) for k in right}
    scores["starts"] = round(200 * float(starts[0]) / max(1, starts[1] + starts[2]), 2)
    return scores


def train(args: argparse.Namespace) -> None:
    """Run the remaining epochs; writes labels.json, last.pt and epoch checkpoints."""
    torch.manual_seed(SEED)
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    pretrained = Path(args.pretrained)
    pieces = WordPieces(pretrained / "tokenizer.json")
    corpus = read_training(Path(args.treebanks))
    labels = Labels.collect(corpus.parsed)
    labels.save(out / "labels.json")
    vocabulary = (pretrained / "vocab.txt").read_text(encoding="utf8").count("\n")
    sizes = sizes_of(labels, vocabulary, args)
    model = Reader(sizes)
    checkpoint = pretrained / "model.safetensors"
    if not args.start_from and checkpoint.exists():
        model.load_pretrained(checkpoint)
    if args.start_from:
        load_common(model, torch.load(args.start_from, weights_only=True)["model"])
    optimizer = make_optimizer(model)
    state: dict[str, Any] = {"epoch": 0, "seconds": 0.0}
    last = out / "last.pt"
    if last.exists():
        state = torch.load(last, weights_only=True)
        model.load_state_dict(state["model"], strict=False)
        optimizer.load_state_dict(state["optimizer"])
    teacher = load_network(Path(args.teacher)) if args.teacher else None
    raw = list(read_raw(Path(args.raw))) if args.raw else []
    raw += read_articles(Path(args.marked)) if args.marked else []
    collate = Collator(labels, pieces)
    dev = list(cut_windows(corpus.dev, pieces, random.Random(1)))
    dev = [Example(e.sentences) for e in dev][::2]
    seconds = float(state["seconds"])
    for epoch in range(int(state["epoch"]), min(args.epochs, args.stop_after or args.epochs)):
        rng = random.Random(SEED + epoch)
        turn = list(every_nth(raw, args.raw_parts, epoch))
        todo = batches(examples_of(corpus, pieces, epoch, turn), pieces, BUDGET, rng)
        began = time.time()
        running = 0.0
        model.train()
        for n, examples in enumerate(todo):
            progress = (epoch + n / len(todo)) / args.epochs
            factor = args.rate * min(progress * args.epochs / 0.3, 1.0) * max(0.02, 1 - progress)
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * factor
            with torch.autocast("cpu", torch.bfloat16, enabled=args.bfloat16):
                value = loss(model, collate(examples), teacher)
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            running += value.item()
            if n % 50 == 49:
                took = time.time() - began
                print(
                    f"epoch {epoch} {n + 1}/{len(todo)} loss {running / 50:.3f} {took:.0f} s",
                    flush=True,
                )
                running = 0.0
        seconds += time.time() - began
        scores = quick_scores(model, dev, collate)
        print(f"epoch {epoch} done, {seconds:.0f} s training in all, dev {scores}", flush=True)
        state = {
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "epoch": epoch + 1,
            "seconds": seconds,
            "sizes": sizes.as_dict(),
        }
        torch.save(state, out / "next.pt")
        (out / "next.pt").replace(last)


def load_network(run: Path) -> Reader:
    """The network of a finished run, for reading only."""
    state = torch.load(run / "last.pt", weights_only=True)
    model = Reader(Sizes(**state["sizes"]))
    model.load_state_dict(state["model"])
    model.eval()
    return model


def load_common(model: Reader, state: dict[str, torch.Tensor]) -> None:
    """Copy every weight that has the same name and shape (an encoder cut to fewer layers)."""
    own = model.state_dict()
    same = {k: v for k, v in state.items() if k in own and own[k].shape == v.shape}
    model.load_state_dict(same, strict=False)


def make_optimizer(model: Reader) -> torch.optim.Optimizer:
    """AdamW with a low rate for the pretrained encoder and a high one for what is new."""
    encoder: list[torch.Tensor] = []
    new: list[torch.Tensor] = []
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            pretrained = name.startswith(("blocks.", "norm.")) and not model.sizes.convolutions
            (encoder if pretrained else new).append(parameter)
    groups = [
        {"params": encoder, "base": ENCODER_RATE, "lr": 0.0},
        {"params": new, "base": HEADS_RATE, "lr": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks")
    parser.add_argument("out")
    parser.add_argument(
        "--pretrained",
        required=True,
        help="folder with tokenizer.json, vocab.txt and, unless to start from nothing, "
        "model.safetensors",
    )
    parser.add_argument("--start-from", help="a checkpoint whose weights to begin with")
    parser.add_argument("--teacher", help="a finished run whose outputs are imitated as well")
    parser.add_argument("--raw", help="a folder of text that only the teacher labels")
    parser.add_argument("--marked", help="a folder of marked articles, used like --raw")
    parser.add_argument(
        "--raw-parts", type=int, default=1, help="in how many epochs all of that is read once"
    )
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--inner", type=int, default=4 * WIDTH, help="feed-forward width")
    parser.add_argument("--convolutions", type=int, default=0, help="blocks, instead of layers")
    parser.add_argument("--width", type=int, default=256, help="of the states of convolutions")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--stop-after", type=int, help="epochs to run of the --epochs planned")
    parser.add_argument("--rate", type=float, default=1.0, help="factor of the learning rates")
    parser.add_argument("--bfloat16", action="store_true", help="faster where the CPU has it")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args(arguments)
    torch.set_num_threads(args.threads)
    train(args)


if __name__ == "__main__":
    main()
