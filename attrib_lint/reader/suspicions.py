"""How far each word looks like part of a fault that a rule reports.

Each paragraph is read by itself: its words get log-odds, and the paragraph a gist. From the gists
of all its paragraphs an article gets priors, which are added to the odds: in an article that cites
carelessly the next doubtful figure is likelier to be one, in a column it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from attrib_lint.reader.encoder import Floats, Reading, open_session

Odds = npt.NDArray[np.int8]
"""A row for each word, a column for each rule: log-odds, TENTHS to one."""
TENTHS = 10
NEVER = -127
_FAR = 20  # paragraphs: from here on an article is simply long

KEY = "attrib_lint_suspicions"


class Suspicions(Struct, frozen=True):
    """What a reader suspects in one Doc: a row for each token, a column for each of `rules`.

    `priors` gives, from the `gist`s of an article's Docs, what to add to their odds.
    """

    rules: tuple[str, ...]
    odds: Odds
    gist: Floats
    priors: PriorScorer


class SuspicionScorer:
    """Tags words from the encoder's states: trained on articles whose faults were marked.

    Paragraphs run one at a time, so that none depends on its neighbours.
    """

    def __init__(self, path: Path, rules: int) -> None:
        """`rules` is how many the tagger knows; a model that knows none has no file."""
        self._path = path
        self._rules = rules
        self._session: Any = None

    def __call__(self, reading: Reading) -> tuple[Odds, Floats]:
        """The odds of one window's words, and its gist."""
        if not self._rules:
            return np.zeros((len(reading.states) - 1, 0), np.int8), np.zeros(0, np.float32)
        if self._session is None:
            self._session = open_session(self._path)
        odds, gist = self._session.run(["odds", "gist"], {"states": reading.states[1:]})
        return as_odds(odds), gist[0]


class PriorScorer:
    """What an article's paragraphs say together about each of them."""

    def __init__(self, path: Path, rules: int) -> None:
        """`rules` is how many the tagger knows; a model that knows none has no file."""
        self._path = path
        self._rules = rules
        self._session: Any = None

    def __call__(self, gists: Sequence[Floats]) -> Floats:
        """Log-odds to add: a row for each paragraph, a column for each rule."""
        if not self._rules or not gists:
            return np.zeros((len(gists), self._rules), np.float32)
        if self._session is None:
            self._session = open_session(self._path)
        placed = np.concatenate([np.stack(gists), positions(len(gists))], 1)
        (priors,) = self._session.run(["priors"], {"gists": placed.astype(np.float32)})
        found: Floats = priors
        return found


def positions(paragraphs: int) -> Floats:
    """Where each of an article's paragraphs stands: whether it is the first, and how far down."""
    places = np.arange(paragraphs)
    table = np.stack([places == 0, np.minimum(places, _FAR) / _FAR], 1)
    return table.astype(np.float32)


def as_odds(odds: Floats) -> Odds:
    """Log-odds in the form in which they are kept."""
    whole: Odds = np.clip(np.rint(odds * TENTHS), NEVER, -NEVER).astype(np.int8)
    return whole
