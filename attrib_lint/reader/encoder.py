"""The encoder: batches of word pieces in, one matrix per annotation out (onnxruntime, int8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Choices = npt.NDArray[np.intp]

BATCH_PIECES = 2048
"""Padded pieces in one call. More is not faster, and attention's memory grows with it."""

_VECTORS = ("arc_head", "arc_dep", "label_head", "label_dep")
_CHOICES = ("morph", "tag", "script")
_OUTPUTS = (*_VECTORS, *_CHOICES, "entity", "start")


class Window(NamedTuple):
    """Consecutive words as the encoder takes them.

    `ids` and `shapes` run over pieces, with [CLS] and [SEP]; `first` over [CLS] and the words.
    """

    ids: list[int]
    shapes: list[int]
    first: list[int]


class Reading(NamedTuple):
    """What the heads say of one window; row 0 of every array is [CLS], the others are words.

    Arcs and labels are vectors to be combined, `entity` holds scores of name tags; the others are
    numbers of the best class, and whether the word starts a sentence.
    """

    arc_head: Floats
    arc_dep: Floats
    label_head: Floats
    label_dep: Floats
    morph: Choices
    tag: Choices
    script: Choices
    entity: Floats
    start: npt.NDArray[np.bool_]
    extra: dict[str, Floats]


def open_session(path: Path) -> Any:
    """An onnxruntime session on one thread."""
    import onnxruntime

    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # every batch has its own shape: an arena only grows
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Encoder:
    """Runs windows through the graph, the session being opened on first use."""

    def __init__(self, path: Path, extra: Sequence[str] = ()) -> None:
        """`extra` names further outputs of the graph: "role" (scores) or "states" (vectors)."""
        self._path = path
        self._extra = tuple(extra)
        self._session: Any = None

    def __call__(self, windows: Sequence[Window]) -> list[Reading]:
        """One reading per window, in the order given."""
        if self._session is None:
            self._session = open_session(self._path)
        out: list[Reading | None] = [None] * len(windows)
        for batch in _batches(windows):
            chosen = [windows[i] for i in batch]
            for i, reading in zip(batch, self._run(chosen), strict=True):
                out[i] = reading
        return [reading for reading in out if reading is not None]

    def _run(self, windows: Sequence[Window]) -> Iterator[Reading]:
        longest = max(len(w.ids) for w in windows)
        shape = (len(windows), longest)
        ids: Ints = np.zeros(shape, np.int32)
        shapes: Ints = np.zeros(shape, np.int32)
        mask: Ints = np.zeros(shape, np.int32)
        first: list[Ints] = []
        for b, window in enumerate(windows):
            n = len(window.ids)
            ids[b, :n] = window.ids
            shapes[b, :n] = window.shapes
            mask[b, :n] = 1
            first.append(np.asarray(window.first, np.int32) + b * longest)
        feed = {"ids": ids, "shapes": shapes, "mask": mask, "first": np.concatenate(first)}
        results: list[Floats] = self._session.run([*_OUTPUTS, *self._extra], feed)
        vectors = results[: len(_VECTORS)]
        choices = [r.argmax(1) for r in results[len(_VECTORS) : len(_OUTPUTS) - 2]]
        entity = results[len(_OUTPUTS) - 2]
        starts = results[len(_OUTPUTS) - 1][:, 0] > 0
        extras = results[len(_OUTPUTS) :]
        offset = 0
        for window in windows:
            rows = slice(offset, offset + len(window.first))
            offset = rows.stop
            extra = {n: r[rows] for n, r in zip(self._extra, extras, strict=True)}
            arc_head, arc_dep, label_head, label_dep = (v[rows] for v in vectors)
            morph, tag, script = (c[rows] for c in choices)
            yield Reading(
                arc_head=arc_head,
                arc_dep=arc_dep,
                label_head=label_head,
                label_dep=label_dep,
                morph=morph,
                tag=tag,
                script=script,
                entity=entity[rows],
                start=starts[rows],
                extra=extra,
            )


def _batches(windows: Sequence[Window]) -> Iterator[list[int]]:
    """Indices of windows of like length, so that little is padding."""
    batch: list[int] = []
    for i in sorted(range(len(windows)), key=lambda i: len(windows[i].ids)):
        if batch and len(windows[i].ids) * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch
