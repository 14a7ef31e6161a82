"""Scores of a spaCy pipeline against gold paragraphs, on its own tokens and sentences.

Every score is an F1 over words matched by their exact offsets, as in the CoNLL 2018 shared task.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from training.gold import Paragraph
from training.lexicon import words

CUES = words("cues")
LABELS = ("ccomp", "parataxis", "appos", "acl:relcl", "nsubj", "obl", "advcl", "conj", "iobj")


@dataclass(slots=True)
class Tally:
    """Counts of right, gold and predicted things by name."""

    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, right: int, gold: int, predicted: int) -> None:
        self.right[name] += right
        self.gold[name] += gold
        self.predicted[name] += predicted

    def f1(self, name: str) -> float:
        """Percent."""
        return 200 * self.right[name] / max(1, self.gold[name] + self.predicted[name])


def score(nlp: Language, golds: Sequence[Paragraph], tally: Tally | None = None) -> Tally:
    """Tally of every annotation; given one, adds to it."""
    tally = tally or Tally()
    for gold, doc in zip(golds, nlp.pipe([g.text for g in golds], batch_size=64), strict=True):
        _score_words(gold, doc, tally)
        _score_names(gold, doc, tally)
        _score_attribution(gold, doc, tally)
    return tally


def _span(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)


def _score_words(gold: Paragraph, doc: Doc, tally: Tally) -> None:
    tokens = {_span(t): t for t in doc if not t.is_space}
    syntactic = [t for t in tokens.values() if t.dep_ not in ("punct", "p")]
    wanted = [w for w in gold.words if w.word.label != "punct"]
    uas = las = 0
    found: Counter[str] = Counter()
    tagged: Counter[str] = Counter()
    for w in gold.words:
        token = tokens.get((w.start, w.end))
        if token is None:
            continue
        tagged["upos"] += token.pos_ == w.word.upos
        tagged["xpos"] += token.tag_ == w.word.xpos
        tagged["lemma"] += token.lemma_.lower() == w.word.lemma.lower()
        attached = _span(token.head) == w.head
        same = attached and token.dep_ == w.word.label
        if w.word.label != "punct":
            uas += attached
            las += same
        if attached:
            base = w.word.label.split(":")[0]
            found[base] += base == token.dep_.split(":")[0]
            found[w.word.label] += same and ":" in w.word.label
    tally.add("uas", uas, len(wanted), len(syntactic))
    tally.add("las", las, len(wanted), len(syntactic))
    for name in ("upos", "xpos", "lemma"):
        tally.add(name, tagged[name], len(gold.words), len(tokens))
    for label in LABELS:
        exact = ":" in label
        in_gold = [w.word.label for w in gold.words]
        in_doc = [t.dep_ for t in doc]
        count = [
            sum((d if exact else d.split(":")[0]) == label for d in x) for x in (in_gold, in_doc)
        ]
        tally.add(label, found[label], *count)
    starts = {w.start for w in gold.words if w.sentence_start}
    guess = {_first_word(sent).idx for sent in doc.sents}
    tally.add("starts", len(starts & guess), len(starts), len(guess))
    ends = {w.end for w, following in pairwise(gold.words) if following.sentence_start}
    spans = set(zip(sorted(starts), [*sorted(ends), gold.words[-1].end], strict=True))
    found_spans = {(_first_word(s).idx, _last_word(s).idx + len(_last_word(s))) for s in doc.sents}
    tally.add("sentences", len(spans & found_spans), len(spans), len(found_spans))


def _first_word(tokens: Span) -> Token:
    return next((t for t in tokens if not t.is_space), tokens[0])


def _last_word(tokens: Span) -> Token:
    return next((t for t in reversed(list(tokens)) if not t.is_space), tokens[-1])


def gold_names(gold: Paragraph) -> set[tuple[int, int, str]]:
    """Names as (start, end, type), MISC left out; nothing where names are not annotated."""
    out = set()
    start, end, kind = 0, 0, ""
    for w in gold.words:
        tag = w.word.entity or "O"
        if kind and (tag[0] != "I" or tag[2:] != kind):
            out.add((start, end, kind))
            kind = ""
        if tag != "O":
            if not kind:
                start, kind = w.start, tag[2:]
            end = w.end
    if kind:
        out.add((start, end, kind))
    return {n for n in out if n[2] != "MISC"}


def _score_names(gold: Paragraph, doc: Doc, tally: Tally) -> None:
    if any(w.word.entity is None for w in gold.words):
        return
    wanted = gold_names(gold)
    kinds = {"PERSON": "PER", "GPE": "LOC"}
    guess = {
        (e.start_char, e.end_char, kinds.get(e.label_, e.label_))
        for e in doc.ents
        if e.label_ != "MISC"
    }
    tally.add("names", len(wanted & guess), len(wanted), len(guess))
    bare = [{n[:2] for n in names} for names in (wanted, guess)]
    tally.add("name spans", len(bare[0] & bare[1]), len(bare[0]), len(bare[1]))
    for kind in ("PER", "ORG", "LOC"):
        a, b = ({n for n in names if n[2] == kind} for names in (wanted, guess))
        tally.add(kind, len(a & b), len(a), len(b))


@dataclass(frozen=True, slots=True)
class _Node:
    at: int
    lemma: str
    pos: str
    label: str
    head: int


def _attributions(nodes: Sequence[_Node]) -> Iterator[tuple[int, int, int]]:
    """(cue, subject, content) of every cue verb that has both, as offsets."""
    by_at = {n.at: n for n in nodes}
    children: dict[int, list[_Node]] = {}
    for n in nodes:
        if n.head != n.at:
            children.setdefault(n.head, []).append(n)
    for cue in nodes:
        if cue.pos != "VERB" or cue.lemma.lower() not in CUES:
            continue
        below = children.get(cue.at, [])
        subjects = [c for c in below if c.label.split(":")[0] == "nsubj"]
        content = [c for c in below if c.label.split(":")[0] == "ccomp"]
        above = by_at[cue.head]
        if cue.label.split(":")[0] == "parataxis" and above.at < cue.at and not content:
            content = [above]
        content += [c for c in below if c.label == "parataxis" and c.at < cue.at]
        for c in content if subjects else ():
            yield cue.at, subjects[0].at, c.at


def _score_attribution(gold: Paragraph, doc: Doc, tally: Tally) -> None:
    wanted = set(
        _attributions(
            [_Node(w.start, w.word.lemma, w.word.upos, w.word.label, w.head[0]) for w in gold.words]
        )
    )
    guess = set(_attributions([_Node(t.idx, t.lemma_, t.pos_, t.dep_, t.head.idx) for t in doc]))
    pairs = [{t[:2] for t in triples} for triples in (wanted, guess)]
    tally.add("cue + source", len(pairs[0] & pairs[1]), len(pairs[0]), len(pairs[1]))
    tally.add("cue + source + content", len(wanted & guess), len(wanted), len(guess))
