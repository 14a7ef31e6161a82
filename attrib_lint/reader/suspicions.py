"""How far each word looks like part of a fault that a rule reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from attrib_lint.reader.encoder import Reading, open_session

Confidences = npt.NDArray[np.uint8]
"""A row for each word, a column for each rule; 255 is certainty."""

KEY = "attrib_lint_suspicions"


class Suspicions(Struct, frozen=True):
    """What a reader suspects in one Doc: a row for each token, a column for each of `rules`."""

    rules: tuple[str, ...]
    confidences: Confidences


class SuspicionScorer:
    """Tags words from the encoder's states: trained on articles whose faults were marked.

    Paragraphs run one at a time, so that none depends on its neighbours.
    """

    def __init__(self, path: Path, rules: int) -> None:
        """`rules` is how many the tagger knows; a model that knows none has no file."""
        self._path = path
        self._rules = rules
        self._session: Any = None

    def __call__(self, reading: Reading) -> Confidences:
        """The confidences of one window's words."""
        if not self._rules:
            return np.zeros((len(reading.states) - 1, 0), np.uint8)
        if self._session is None:
            self._session = open_session(self._path)
        (scores,) = self._session.run(["scores"], {"states": reading.states[1:]})
        confidences: Confidences = np.rint(scores * 255).astype(np.uint8)
        return confidences
