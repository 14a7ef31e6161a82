"""Arcs that may be appositions or parataxis, and what speaks for and against each of their heads.

The encoder decides arc by arc. Whether "Ruiz, a nurse" is an apposition or the start of a list also
shows in the marks around it, in what else hangs on both words, and in how sure the arc is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from attrib_lint.reader.decode import Ints
from attrib_lint.reader.encoder import Floats, Reading, Window
from attrib_lint.reader.sentences import product

OPTIONS = 4
"""Heads that are considered of each word."""
_LEAST = 0.03
"""How probable one of the doubtful labels has to be for a second look."""
_NEVER = np.float32(-1e9)
_SURE = 12.0
_DISTANCES = np.array([1, 2, 3, 4, 5, 6, 8, 11, 16, 25, 40])
_MARKS = ((",",), ("-", "–", "—"), (":",), (";",), tuple("([{"), tuple(")]}"), tuple("\"'`“”‘’"))
_MARKS += (tuple(".?!…"), ("/",))
MARKS = {mark: kind for kind, marks in enumerate(_MARKS, 1) for mark in marks}
_KINDS = len(_MARKS) + 1

Bools = npt.NDArray[np.bool_]


class Classes(NamedTuple):
    """What is the same for all words of a tag, label or piece."""

    bases: Ints
    """Labels without their subtypes, by label."""
    pos: Ints
    """Part of speech by morph."""
    finite: Bools
    """Whether a morph is a finite verb's."""
    marked: Bools
    """Whether a morph is that of a mark or sign."""
    kinds: Ints
    """Kind of mark by the first piece."""
    doubtful: Ints
    """The labels that are looked at again."""
    root: int
    tags: int

    @classmethod
    def of(
        cls,
        labels: Sequence[str],
        morphs: Sequence[str],
        tags: Sequence[str],
        piece: Callable[[str], tuple[int, ...]],
    ) -> Classes:
        bases = [label.split(":")[0] for label in labels]
        pos = [morph.split("|")[0] for morph in morphs]
        pieces = {piece(mark)[0]: kind for mark, kind in MARKS.items()}
        kinds = np.zeros(max(pieces) + 1, np.intp)
        kinds[[*pieces]] = [*pieces.values()]
        return cls(
            bases=_numbered(bases),
            pos=_numbered(pos),
            finite=np.array(["VerbForm=Fin" in morph for morph in morphs]),
            marked=np.array([p in ("PUNCT", "SYM") for p in pos]),
            kinds=kinds,
            doubtful=np.array(
                [i for i, b in enumerate(bases) if b in ("appos", "parataxis")], np.intp
            ),
            root=labels.index("ROOT"),
            tags=len(tags),
        )


def _numbered(names: Sequence[str]) -> Ints:
    order = sorted(set(names))
    return np.array([order.index(name) for name in names], np.intp)


class Doubts(NamedTuple):
    """Doubtful words of some windows; `heads` (words x options) may repeat a word's own head."""

    words: Ints
    """Places in the windows' words, counted through."""
    heads: Ints
    possible: Bools
    features: Floats
    """A row for each option of each word."""


class _Flat(NamedTuple):
    """The words of some windows, one after the other."""

    up: Ints  # place of the head, -1 for a root
    labels: Ints
    morph: Ints
    tag: Ints
    entity: Ints
    start: Floats
    kind: Ints
    capital: Bools
    first: Ints  # of the word's sentence
    last: Ints  # place after the word's sentence
    window: Ints
    offsets: Ints


def _flatten(
    windows: Sequence[Window],
    readings: Sequence[Reading],
    heads: Sequence[Ints],
    starts: Sequence[Bools],
    labels: Ints,
    classes: Classes,
) -> _Flat:
    sizes = np.array([len(h) for h in heads])
    offsets = np.cumsum(sizes) - sizes
    window = np.repeat(np.arange(len(sizes)), sizes)
    up = np.concatenate(heads) - 1
    up = np.where(up < 0, -1, up + offsets[window])
    morph = np.concatenate([r.morph[1:] for r in readings])
    pieces = [(w.ids[i], w.shapes[i]) for w in windows for i in w.first[1:]]
    piece, shape = np.array(pieces).T
    kind = classes.kinds[np.where(piece < len(classes.kinds), piece, 0)]
    begins = np.concatenate(starts)
    begins[offsets] = True
    bounds = np.append(np.flatnonzero(begins), len(begins))
    sentence = np.cumsum(begins) - 1
    return _Flat(
        up=up,
        labels=labels,
        morph=morph,
        tag=np.concatenate([r.tag[1:] for r in readings]),
        entity=np.concatenate([r.entity[1:].argmax(1) for r in readings]),
        start=np.concatenate([r.start[1:] for r in readings]) / 5,
        kind=np.where(classes.marked[morph], kind, 0),
        capital=(shape & 7 >= 2) & (shape & 7 <= 4),
        first=bounds[sentence],
        last=bounds[sentence + 1],
        window=window,
        offsets=offsets,
    )


def find_doubts(
    windows: Sequence[Window],
    readings: Sequence[Reading],
    heads: Sequence[Ints],
    starts: Sequence[Bools],
    scores: Floats,
    classes: Classes,
    score: Callable[[Floats, Floats], Floats],
) -> Doubts | None:
    """Doubtful words and the features of their options.

    `scores` are those of all words' labels; `score` gives them for other arcs.
    """
    odds = np.exp(scores - scores.max(1, keepdims=True))
    doubtful = odds[:, classes.doubtful].sum(1) > _LEAST * odds.sum(1)
    words = np.flatnonzero(doubtful & (np.concatenate(heads) > 0))
    if not len(words):
        return None
    labels: Ints = scores.argmax(1)
    flat = _flatten(windows, readings, heads, starts, labels, classes)
    first, last = flat.first[words], flat.last[words]
    places = first[:, None] + np.arange((last - first).max())
    inside = places < last[:, None]
    places = np.where(inside, places, first[:, None])
    below = _below(flat.up, places, words) & inside
    arcs, root = _arcs(readings, flat, words, places.shape[1])
    options = np.where(below | ~inside, _NEVER, arcs)
    own = flat.up[words] - first
    options[np.arange(len(words)), own] = 100.0  # first of all
    rank = np.argsort(-options, axis=1, kind="stable")[:, :OPTIONS]
    if rank.shape[1] < OPTIONS:
        rank = np.pad(rank, ((0, 0), (0, OPTIONS - rank.shape[1])), mode="edge")
    possible = np.take_along_axis(options, rank, 1) > _NEVER
    possible[:, 1:] &= rank[:, 1:] != rank[:, :-1]
    rank = np.where(possible, rank, own[:, None])
    chosen = first[:, None] + rank
    features = _features(
        flat, classes, words, chosen, places, below, inside,
        np.take_along_axis(arcs, rank, 1), root, _labels(readings, flat, words, chosen, score),
    )  # fmt: skip
    return Doubts(words, chosen, possible, features)


def _below(up: Ints, places: Ints, words: Ints) -> Bools:
    """Which of a row's places are the word itself or hang below it."""
    below: Bools = places == words[:, None]
    climbing = np.append(up, -1)  # -1, above the root, stays
    above = places
    while (above >= 0).any():
        above = climbing[above]
        below |= above == words[:, None]
    return below


def _arcs(
    readings: Sequence[Reading], flat: _Flat, words: Ints, longest: int
) -> tuple[Floats, Floats]:
    """Log-probabilities of every head in the word's sentence, and of its being the root."""
    scores = np.full((len(words), longest + 1), _NEVER, np.float32)
    sentences, rows = np.unique(flat.first[words], return_inverse=True)
    for n, begin in enumerate(sentences.tolist()):
        here = np.flatnonzero(rows == n)
        reading, offset = readings[flat.window[begin]], flat.offsets[flat.window[begin]]
        a, b = begin - offset + 1, flat.last[begin] - offset + 1
        arcs = product(reading.arc_dep[words[here] - offset + 1], reading.arc_head[np.r_[0, a:b]])
        scores[here, : arcs.shape[1]] = arcs
    scores[np.arange(len(words)), words - flat.first[words] + 1] = _NEVER
    scores -= scores.max(1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(1, keepdims=True))
    scores = scores.clip(-_SURE)
    return scores[:, 1:], scores[:, 0]


def _labels(
    readings: Sequence[Reading],
    flat: _Flat,
    words: Ints,
    chosen: Ints,
    score: Callable[[Floats, Floats], Floats],
) -> Floats:
    """Log-probabilities of the labels of every option."""
    window = flat.window[words]
    offset = flat.offsets[window]
    pairs = zip(window.tolist(), (words - offset + 1).tolist(), strict=True)
    dep = np.stack([readings[w].label_dep[i] for w, i in pairs])
    rows = zip(window.tolist(), chosen - offset[:, None] + 1, strict=True)
    head = np.concatenate([readings[w].label_head[i] for w, i in rows])
    scores = score(np.repeat(dep, chosen.shape[1], 0), head)
    scores = scores - scores.max(1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(1, keepdims=True))
    return scores.clip(-_SURE)


def _features(
    flat: _Flat,
    classes: Classes,
    words: Ints,
    chosen: Ints,
    places: Ints,
    below: Bools,
    inside: Bools,
    arcs: Floats,
    root: Floats,
    labels: Floats,
) -> Floats:
    """Counts and ones, a row for each option."""
    size = places.shape[1]
    left = flat.first[words] + below.argmax(1)
    right = flat.first[words] + size - 1 - below[:, ::-1].argmax(1)
    end = len(flat.up) - 1
    inner = np.where(flat.kind[left] > 0, np.minimum(left + 1, right), left)
    marks = np.zeros((end + 2, _KINDS), np.int32)
    marks[np.arange(1, end + 2), flat.kind] = 1
    marks = marks.cumsum(0)
    pos, bases = classes.pos[flat.morph], classes.bases[flat.labels]

    many = chosen.shape[1]
    d, g = np.repeat(words, many), chosen.ravel()
    rows = np.arange(len(d))
    first, last = flat.first[d], flat.last[d]
    begin, stop, inner = (np.repeat(x, many) for x in (left, right, inner))
    gap = np.where(d > g, begin - g - 1, 0)
    dense = [
        *(arcs.ravel() / 5, np.repeat(root, many) / 5, arcs.ravel() > np.repeat(root, many)),
        *(flat.up[d] == g, d > g, stop >= last - 2, begin <= first),
        *(np.log1p(stop - begin), np.log1p(begin - first), np.log1p(last - stop)),
        *(flat.start[begin], flat.start[inner], flat.capital[d], flat.capital[g]),
        *(flat.capital[d] & flat.capital[g], classes.finite[flat.morph[d]]),
        *(classes.finite[flat.morph[g]], pos[d] == pos[g], flat.tag[d] == flat.tag[g]),
        *((gap == 0) & (d > g), gap == 1, gap > 3),
    ]
    distance = np.searchsorted(_DISTANCES, np.abs(g - d)) + (len(_DISTANCES) + 1) * (d > g)
    low = flat.offsets[flat.window[d]]  # no neighbouring window is looked at
    high = np.append(flat.offsets, end + 1)[flat.window[d] + 1] - 1
    tags, parts, kinds, names = classes.tags, classes.pos.max() + 1, _KINDS, 9
    one_of = [
        (rows % many, many),
        (distance, 2 * (len(_DISTANCES) + 1)),
        (flat.kind[begin], kinds),
        (np.where(begin > low, flat.kind[begin - 1], 0), kinds),
        (flat.kind[stop], kinds),
        (np.where(stop < high, flat.kind[np.minimum(stop + 1, end)], 0), kinds),
        *((flat.tag[x], tags) for x in (d, g, inner)),
        *((pos[x], parts) for x in (d, g)),
        *((flat.entity[x], names) for x in (d, g)),
        (bases[g], classes.bases.max() + 1),
    ]
    low, high = np.minimum(d, g), np.maximum(d, g)
    width = classes.bases.max() + 1
    start = len(dense) + sum(n for _, n in one_of)
    features = np.zeros((len(d), start + 4 * width + kinds + labels.shape[1]), np.float32)
    features[:, : len(dense)] = np.stack(dense, 1)
    at = len(dense)
    for number, n in one_of:
        features[rows, at + number] = 1
        at += n
    # What else hangs on either end, before and after it.
    heads = np.where(inside, flat.up[places], -2)
    row, col = np.nonzero(heads == words[:, None])
    child = places[row, col]
    mine = at + width * (child > words[row]) + bases[child]
    for k in range(many):
        np.add.at(features, (row * many + k, mine), 1)
    at += 2 * width
    row, k, col = np.nonzero(heads[:, None, :] == chosen[:, :, None])
    child, parent = places[row, col], chosen[row, k]
    other = child != words[row]
    column = at + width * (child > parent) + bases[child]
    np.add.at(features, ((row * many + k)[other], column[other]), 1)
    at += 2 * width
    features[:, at : at + kinds] = marks[high] - marks[low + 1]
    np.minimum(features[:, start:], 2, out=features[:, start:])
    features[:, at + kinds :] = labels / 6
    return features
