"""The encoder: word pieces in, one matrix per annotation out (onnxruntime, int8).

Windows run one at a time. Activations are quantised by the range that they span, so in a batch a
paragraph's parse would depend on its neighbours; and without padding one at a time is no slower.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Choices = npt.NDArray[np.intp]

_OUTPUTS = (
    *("arc_head", "arc_dep", "label_head", "label_dep"),
    *("morph", "tag", "script", "entity", "start", "states"),
)


class Window(NamedTuple):
    """Consecutive words as the encoder takes them.

    `ids` and `shapes` run over pieces, with [CLS] and [SEP]; `first` over [CLS] and the words.
    """

    ids: list[int]
    shapes: list[int]
    first: list[int]


class Reading(NamedTuple):
    """What the heads say of one window; row 0 of every array is [CLS], the others are words.

    Arcs and labels are vectors to be combined; `entity` holds scores of name tags and `start` the
    log-odds of a sentence start; `states` are the words' vectors after the pieces, the second and
    the last layer, side by side; the others are numbers of the best class.
    """

    arc_head: Floats
    arc_dep: Floats
    label_head: Floats
    label_dep: Floats
    morph: Choices
    tag: Choices
    script: Choices
    entity: Floats
    start: Floats
    states: Floats


def open_session(path: Path) -> Any:
    """An onnxruntime session on one thread."""
    import onnxruntime

    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Memory of its own, which stays as large as the longest window needs: from the common heap,
    # among the holes that docs leave, the same windows take a tenth longer.
    options.enable_cpu_mem_arena = True
    options.enable_mem_pattern = False  # every window has its own shape
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Encoder:
    """Runs windows through the graph, the session being opened on first use."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._session: Any = None

    def __call__(self, window: Window) -> Reading:
        """What the heads say of one window."""
        if self._session is None:
            self._session = open_session(self._path)
        feed = {
            "ids": np.asarray([window.ids], np.int32),
            "shapes": np.asarray([window.shapes], np.int32),
            "first": np.asarray(window.first, np.int32),
        }
        results: list[Floats] = self._session.run([*_OUTPUTS], feed)
        arc_head, arc_dep, label_head, label_dep, *others = results
        morph, tag, script, entity, start, states = others
        return Reading(
            arc_head=arc_head,
            arc_dep=arc_dep,
            label_head=label_head,
            label_dep=label_dep,
            morph=morph.argmax(1),
            tag=tag.argmax(1),
            script=script.argmax(1),
            entity=entity,
            start=start[:, 0],
            states=states,
        )
