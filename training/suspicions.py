"""Trains the tagger of suspicions on marked articles, over the states of the bundled encoder.

    python -m training.suspicions MARKED MODEL [--treebanks TREEBANKS] [--wikinews DATASET ...]
        [--go-on] [--share PART]

`MARKED` is a folder of files as training.marked reads them, and holds the marks of the `DATASET`s,
real news (training.wikinews); `MODEL` holds encoder.onnx, and gets suspicions.onnx, priors.onnx,
links.onnx and the rules' names in labels.json; with `--go-on` the tagger begins with what these
have, instead of knowing nothing. The encoder is not changed: its states go through
one bidirectional GRU, which gives every word its log-odds for each rule, and every paragraph a
gist. Over the gists of an article's paragraphs runs a second, small one: what it adds to the odds
of a paragraph is what the article around it says, be it careless or a column. And every word looks
at the words of the headline, the opening and the paragraphs next to its own: what it finds there, a
source that is told later, a hedge that was there before, changes its odds too.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
import numpy.typing as npt
import onnx
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from attrib_lint.loader import builtin_folder, load_rules
from attrib_lint.reader.encoder import Encoder
from attrib_lint.reader.pieces import WordPieces
from attrib_lint.reader.pipeline import make_tokenizer
from attrib_lint.reader.suspicions import NOTE, PLACES, positions, seen_from
from attrib_lint.reader.windows import WindowCutter
from training.background import read_background, read_judged
from training.marked import Paragraph, read_examples, read_marked, read_scope
from training.suspicion_graphs import build, build_links, build_priors, read_weights
from training.wikinews import marked_articles, read_texts

BATCH = 64
"""Paragraphs that are read together, and about as many as the articles of a batch have."""
_ARTICLES = 400  # articles among which those with paragraphs of like length come together
_GIST = 48
_MIXED = 48
RARE = 3
"""How much more a marked word weighs than one that is in order."""
_JUDGED = 8
"""How much more a word weighs that a remark was about, on which an editor gave a verdict."""
_WEIGHT = 4
"""How often a rule's own examples are read where an article is read once: they are the contract."""
_REAL = 3
"""How often an article that was not written to be marked is read."""
_SCOPED = 2
"""How often an article that is marked for a few rules only is read."""
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph: states, words x width; wanted, words x rules: 1 or 0; how much each weighs.

    What weighs 0 may be either.
    """

    states: npt.NDArray[np.float16]
    wanted: npt.NDArray[np.int8]
    weights: npt.NDArray[np.int8]


Sample = list[Example]
"""An article, or a piece of prose that stands for one."""


class Tagger(nn.Module):
    """States of an article's words -> log-odds for every rule."""

    def __init__(
        self, width: int, rules: int, size: int = 128, gist: int = _GIST, share: float = 0.3
    ) -> None:
        super().__init__()
        self.drop = nn.Dropout(share)
        self.narrow = nn.Linear(width, size)
        self.before = nn.GRU(size, size // 2, batch_first=True)
        self.after = nn.GRU(size, size // 2, batch_first=True)
        self.out = nn.Linear(2 * size, rules)
        self.gist = nn.Linear(2 * size, gist)
        self.article = nn.GRU(gist + 2, gist, batch_first=True, bidirectional=True)
        self.prior = nn.Linear(2 * gist, rules)
        self.note = nn.Linear(2 * size, 4 * NOTE)
        self.place = nn.Parameter(torch.zeros(PLACES))
        self.sharpness = nn.Parameter(torch.tensor(1.0))
        self.mix = nn.Linear(2 * NOTE, _MIXED)
        self.link = nn.Linear(_MIXED, rules)

    def paragraphs(self, states: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Log-odds of the words of some paragraphs, each read by itself; their gists; notes.

        A word's notes are what it asks other paragraphs, what it is found by there, what it tells
        them, and what it keeps to itself, NOTE numbers each.
        """
        x = F.gelu(self.narrow(self.drop(states)))
        # Read backwards from each paragraph's own end, so that no padding comes first. Packed
        # sequences do the same three times as slowly.
        places = torch.arange(x.shape[1])
        back = (lengths[:, None] - 1 - places).clamp(min=0)
        turned, _ = self.after(_rows(x, back))
        around = torch.cat([x, self.before(x)[0], _rows(turned, back)], -1)
        inside = (places < lengths[:, None]).unsqueeze(-1)
        middle = (around * inside).sum(1) / lengths[:, None]
        notes = torch.tanh(self.note(self.drop(around)))
        return self.out(self.drop(around)), torch.tanh(self.gist(self.drop(middle))), notes

    def links(self, notes: Sequence[Tensor]) -> list[Tensor]:
        """For each paragraph's notes, what other paragraphs add to the log-odds of its words."""
        added = []
        for j, own in enumerate(notes):
            seen = seen_from(j, len(notes))
            asked, _, _, kept = own.split(NOTE, 1)
            _, found, told, _ = torch.cat([own[:0], *(notes[i] for i, _ in seen)]).split(NOTE, 1)
            places = [self.place[place].expand(len(notes[i])) for i, place in seen]
            scores = asked @ found.T * self.sharpness + torch.cat([own.new_zeros(0), *places])
            nothing = own.new_zeros(len(own), 1)
            shares = torch.softmax(torch.cat([scores, nothing], 1), 1)[:, :-1]
            added.append(torch.cat([shares @ told, kept], 1))
        mixed = F.gelu(self.mix(torch.cat(added)))
        return list(self.link(self.drop(mixed)).split([len(own) for own in notes]))

    def priors(self, gists: Sequence[Tensor]) -> list[Tensor]:
        """For each article's gists, what to add to the log-odds in each of its paragraphs."""
        placed = [torch.cat([some, torch.from_numpy(positions(len(some)))], 1) for some in gists]
        lengths = torch.tensor([len(some) for some in gists])
        padded = nn.utils.rnn.pad_sequence(placed, True)
        packed = nn.utils.rnn.pack_padded_sequence(padded, lengths, True, False)
        context, _ = nn.utils.rnn.pad_packed_sequence(self.article(packed)[0], True)
        return [self.prior(self.drop(c[:n])) for c, n in zip(context, lengths, strict=True)]

    def forward(self, articles: Sequence[Sequence[Tensor]]) -> list[list[Tensor]]:
        """Log-odds, words x rules, of the paragraphs of some articles."""
        flat = [(i, j) for i, article in enumerate(articles) for j in range(len(article))]
        flat.sort(key=lambda at: len(articles[at[0]][at[1]]))
        odds: list[dict[int, Tensor]] = [{} for _ in articles]
        gists: list[dict[int, Tensor]] = [{} for _ in articles]
        notes: list[dict[int, Tensor]] = [{} for _ in articles]
        for k in range(0, len(flat), BATCH):
            near = flat[k : k + BATCH]
            some = [articles[i][j] for i, j in near]
            lengths = torch.tensor([len(states) for states in some])
            read = self.paragraphs(nn.utils.rnn.pad_sequence(some, True), lengths)
            for (i, j), own, gist, note, length in zip(near, *read, lengths, strict=True):
                odds[i][j], gists[i][j], notes[i][j] = own[:length], gist, note[:length]
        priors = self.priors([torch.stack([g[j] for j in range(len(g))]) for g in gists])
        links = [self.links([some[j] for j in range(len(some))]) for some in notes]
        return [
            [own[j] + prior[j] + link[j] for j in range(len(own))]
            for own, prior, link in zip(odds, priors, links, strict=True)
        ]


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
        self,
        paragraph: Paragraph,
        rules: Sequence[str],
        only: Collection[str] = (),
        judged: bool = False,
    ) -> Example:
        """The example that a marked paragraph gives, for all rules or for some.

        The marks may be what editors `judged`, rather than what a writer meant.
        """
        states, starts, ends = self._read(paragraph.text)
        wanted = np.zeros((len(states), len(rules)), np.int8)
        weights = np.ones(wanted.shape, np.int8)
        found, looks = (_JUDGED, _JUDGED) if judged else (RARE, 1)
        for verdict, weight in (("may", 0), ("trap", looks), ("must", found)):
            for mark in paragraph.marks:
                if mark.verdict == verdict:
                    inside = (starts < mark.end) & (ends > mark.start)
                    wanted[inside, rules.index(mark.rule)] = verdict == "must"
                    weights[inside, rules.index(mark.rule)] = weight
        if only:
            weights[:, [i for i, rule in enumerate(rules) if rule not in only]] = 0
        return Example(states, wanted, weights)

    def in_order(self, text: str, silent: Collection[str], rules: Sequence[str]) -> Example:
        """The example that a paragraph gives about which `silent` rules have nothing to say."""
        states, _, _ = self._read(text)
        weights = np.tile(np.array([rule in silent for rule in rules], np.int8), (len(states), 1))
        return Example(states, np.zeros_like(weights), weights)

    def _read(self, text: str) -> tuple[npt.NDArray[np.float16], Places, Places]:
        """States of a paragraph's words, and where each begins and ends."""
        doc = self._tokenize(text)
        words, windows = self._cut(doc)
        states = np.concatenate([self._encode(w).states[1:] for w in windows]).astype(np.float16)
        starts = np.array([doc[i].idx for i in words])
        ends = np.array([doc[i].idx + len(doc[i]) for i in words])
        return states, starts, ends


def batches(articles: Sequence[Sample], chance: random.Random) -> Iterator[list[Sample]]:
    """Articles of together some BATCH paragraphs, those with paragraphs of like length together."""
    order = list(range(len(articles)))
    chance.shuffle(order)
    for start in range(0, len(order), _ARTICLES):
        near = sorted(order[start : start + _ARTICLES], key=lambda i: _length(articles[i]))
        groups: list[list[Sample]] = [[]]
        for i in near:
            if sum(map(len, groups[-1])) >= BATCH:
                groups.append([])
            groups[-1].append(articles[i])
        chance.shuffle(groups)
        yield from groups


def _length(article: Sample) -> float:
    return median(len(example.states) for example in article)


def train(
    tagger: Tagger, epochs: Sequence[Sequence[Sample]], rate: float, chance: random.Random
) -> Tagger:
    """The tagger fitted to the articles of each epoch."""
    torch.set_num_threads(1)
    tagger.train()
    optimizer = torch.optim.AdamW(tagger.parameters(), rate, weight_decay=0.01)
    # As many steps as there can be: a batch has BATCH paragraphs or ends a stretch of articles.
    longest = sum(sum(map(len, a)) // BATCH + len(a) // _ARTICLES + 1 for a in epochs)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rate, total_steps=longest, pct_start=0.1
    )
    for epoch, articles in enumerate(epochs):
        began, total = time.time(), 0.0
        for some in batches(articles, chance):
            odds = tagger([[torch.from_numpy(e.states).float() for e in a] for a in some])
            scores = torch.cat([part for article in odds for part in article])
            wanted, weights = (
                torch.from_numpy(np.concatenate(parts)).float()
                for parts in zip(*((e.wanted, e.weights) for a in some for e in a), strict=True)
            )
            costs = F.binary_cross_entropy_with_logits(scores, wanted, weights, reduction="none")
            # Not the mean by weight: what weighs more shall move the tagger further.
            loss = costs.sum() / (weights > 0).sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total:.3f}, {time.time() - began:.0f} s", flush=True)
    tagger.eval()
    return tagger


def _rules(marked: Sequence[tuple[Sequence[Paragraph], Collection[str]]]) -> list[str]:
    return sorted({mark.rule for article, _ in marked for p in article for mark in p.marks})


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--treebanks", type=Path, help="prose that has few of these faults")
    parser.add_argument(
        "--wikinews", type=Path, nargs="+", help="datasets whose articles have marks"
    )
    parser.add_argument("--go-on", action="store_true", help="begin with the tagger of MODEL")
    parser.add_argument(
        "--share", type=float, default=1.0, help="read of what no editor judged, in each epoch"
    )
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(arguments)
    marked = [(a, read_scope(p)) for p in sorted(args.marked.glob("*.txt")) for a in read_marked(p)]
    rules, common = _rules(marked), _rules([some for some in marked if not some[1]])
    pack = load_rules(builtin_folder(), trusted=True).rules
    unknown = {*rules} - {rule.name for rule in pack}
    if unknown or not rules:
        raise SystemExit(f"{args.marked}: no marks" if not rules else f"no such rule: {unknown}")
    read = StateReader(args.model)
    samples: list[Sample] = []
    judged: list[Sample] = []
    for article, scope in marked:
        sample = [read(p, rules, scope or common) for p in article]
        samples += (_SCOPED if scope else 1) * [sample]
    for rule in pack:
        if rule.name in rules:
            shown = [[read(p, rules, {rule.name}) for p in e] for e in read_examples(rule)]
            samples += _WEIGHT * shown
    if args.wikinews:
        texts = dict(pair for path in args.wikinews for pair in read_texts(path))
        real = marked_articles(texts, args.marked / "wikinews.jsonl")
        samples += _REAL * [[read(p, rules) for p in article] for article in real]
        told = marked_articles(texts, args.marked / "wikinews-judged.jsonl")
        judged += [[read(p, rules, judged=True) for p in article] for article in told]
    if args.treebanks:
        prose = read_judged(args.treebanks, args.marked / "treebanks.jsonl")
        samples += _REAL * [[read(p, rules) for p in stretch] for stretch in prose]
        for stretch, silent in read_background(args.treebanks):
            samples.append([read.in_order(text, silent, rules) for text in stretch])
    chance = random.Random(args.seed)
    drawn = round(args.share * len(samples))
    epochs = [[*judged, *chance.sample(samples, drawn)] for _ in range(args.epochs)]
    words = sum(len(example.states) for sample in epochs[0] for example in sample)
    print(f"{len(epochs[0])} articles, {sum(map(len, epochs[0]))} paragraphs, {words} words")
    torch.manual_seed(args.seed)
    tagger = Tagger(samples[0][0].states.shape[1], len(rules))
    if args.go_on:
        tagger.load_state_dict(read_weights(args.model))
    train(tagger, epochs, args.rate, chance)
    onnx.save(build(tagger), args.model / "suspicions.onnx")
    onnx.save(build_priors(tagger), args.model / "priors.onnx")
    onnx.save(build_links(tagger), args.model / "links.onnx")
    labels = args.model / "labels.json"
    inventory = json.loads(labels.read_text("utf-8")) | {"suspicions": rules}
    labels.write_text(json.dumps(inventory, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
