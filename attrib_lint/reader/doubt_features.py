"""What stands at and around the ends of an arc, as numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from attrib_lint.reader.decode import Ints
from attrib_lint.reader.encoder import Floats, Reading, Window

_DISTANCES = np.array([1, 2, 3, 4, 5, 6, 8, 11, 16, 25, 40])
_MARKS: tuple[tuple[str, ...], ...] = (
    (",",),
    ("-", "–", "—"),
    (":",),
    (";",),
    tuple("([{"),
    tuple(")]}"),
    tuple("\"'`“”‘’"),
)
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


class Flat(NamedTuple):
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


def flatten(
    windows: Sequence[Window],
    readings: Sequence[Reading],
    heads: Sequence[Ints],
    starts: Sequence[Bools],
    labels: Ints,
    classes: Classes,
) -> Flat:
    sizes = np.array([len(h) for h in heads])
    offsets = np.cumsum(sizes) - sizes
    window = np.repeat(np.arange(len(sizes)), sizes)
    up = np.concatenate(heads) - 1
    up = np.where(up < 0, -1, up + offsets[window])
    morph = np.concatenate([r.morph[1:] for r in readings])
    piece = np.array([w.ids[i] for w in windows for i in w.first[1:]])
    shape = np.array([w.shapes[i] for w in windows for i in w.first[1:]])
    kind = classes.kinds[np.where(piece < len(classes.kinds), piece, 0)]
    begins = np.concatenate(starts)
    begins[offsets] = True
    bounds = np.append(np.flatnonzero(begins), len(begins))
    sentence = np.cumsum(begins) - 1
    return Flat(
        up=up,
        labels=labels,
        morph=morph,
        tag=np.concatenate([r.tag[1:] for r in readings]),
        entity=np.concatenate([r.entity[1:].argmax(1) for r in readings]),
        start=(np.concatenate([r.start[1:] for r in readings]) / 5).astype(np.float32),
        kind=np.where(classes.marked[morph], kind, 0),
        capital=(shape & 7 >= 2) & (shape & 7 <= 4),
        first=bounds[sentence],
        last=bounds[sentence + 1],
        window=window,
        offsets=offsets,
    )


def describe(
    flat: Flat,
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
    for numbers, n in one_of:
        features[rows, at + numbers] = 1
        at += n
    # What else hangs on either end, before and after it.
    heads = np.where(inside, flat.up[places], -2)
    row, col = np.nonzero(heads == words[:, None])
    child = places[row, col]
    mine = at + width * (child > words[row]) + bases[child]
    for option in range(many):
        np.add.at(features, (row * many + option, mine), 1)
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
