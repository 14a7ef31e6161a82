"""How far each word looks like part of a fault that a rule reports.

Each paragraph is read by itself: its words get log-odds and notes, the paragraph a gist. What the
article around it says is added: from the gists of all its paragraphs priors (in an article that
cites carelessly the next doubtful figure is likelier to be one, in a column it is not), and from
the notes of the headline, the opening and the paragraphs next to it what its words find there (a
study that is told of later, a claim that was hedged before).
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
Notes = npt.NDArray[np.int8]
"""A row for each word, 4 NOTE columns of -1 to 1, STEPS to one: what a word asks of others, what it
is found by, what it tells them and what it keeps to itself."""
NOTE = 32
STEPS = 127
PLACES = 5
"""Where the words stand that another sees: headline, opening, just before, just after, next."""
_FAR = 20  # paragraphs: from here on an article is simply long

KEY = "attrib_lint_suspicions"


class Suspicions(Struct, frozen=True):
    """What a reader suspects in one Doc: a row for each token, a column for each of `rules`.

    `around` gives, from the gists and notes of an article's Docs, what to add to their odds.
    """

    rules: tuple[str, ...]
    odds: Odds
    gist: Floats
    notes: Notes
    around: AroundScorer


class SuspicionScorer:
    """Tags words from the encoder's states: trained on articles whose faults were marked.

    Paragraphs run one at a time, so that none depends on its neighbours.
    """

    def __init__(self, path: Path, rules: int) -> None:
        """`rules` is how many the tagger knows; a model that knows none has no file."""
        self._path = path
        self._rules = rules
        self._session: Any = None

    def __call__(self, reading: Reading) -> tuple[Odds, Floats, Notes]:
        """The odds of one window's words, its gist, and its words' notes."""
        if not self._rules:
            nothing = np.zeros((len(reading.states) - 1, 0), np.int8)
            return nothing, np.zeros(0, np.float32), nothing
        if self._session is None:
            self._session = open_session(self._path)
        given = {"states": reading.states[1:]}
        odds, gist, notes = self._session.run(["odds", "gist", "notes"], given)
        return as_odds(odds), gist[0], np.rint(notes * STEPS).astype(np.int8)


class AroundScorer:
    """What an article's paragraphs say about the words of each of them."""

    def __init__(self, model: Path, rules: int) -> None:
        """`rules` is how many the tagger knows; a model that knows none has no files."""
        self._model = model
        self._rules = rules
        self._sessions: Any = None

    def __call__(self, gists: Sequence[Floats], notes: Sequence[Notes]) -> list[Floats]:
        """Log-odds to add, for each paragraph: a row for each token, a column for each rule."""
        if not self._rules or not gists:
            return [np.zeros((len(own), self._rules), np.float32) for own in notes]
        if self._sessions is None:
            names = ("priors.onnx", "links.onnx")
            self._sessions = [open_session(self._model / name) for name in names]
        priors, links = self._sessions
        placed = np.concatenate([np.stack(gists), positions(len(gists))], 1)
        (shifts,) = priors.run(["priors"], {"gists": placed.astype(np.float32)})
        every: list[Floats] = [own.astype(np.float32) / np.float32(STEPS) for own in notes]
        return [
            shift + links.run(["links"], {"own": own, **_others(every, j)})[0]
            for j, (shift, own) in enumerate(zip(shifts, every, strict=True))
        ]


def _others(notes: Sequence[Floats], here: int) -> dict[str, Floats]:
    """The notes that a paragraph's words see, and where they stand; and a row of nothing."""
    seen = seen_from(here, len(notes))
    counts = [len(notes[i]) for i, _ in seen]
    standing = np.repeat(np.array([place for _, place in seen], np.intp), counts)
    others = [*(notes[i] for i, _ in seen), np.zeros((1, notes[here].shape[1]), np.float32)]
    places = [*np.eye(PLACES)[standing], np.zeros(PLACES)]
    return {"others": np.concatenate(others), "places": np.array(places, np.float32)}


def seen_from(here: int, paragraphs: int) -> list[tuple[int, int]]:
    """The paragraphs whose words those of another see, and the number of where each stands.

    The headline comes first among an article's paragraphs, the opening after it.
    """
    places = {0: 0, 1: 1, 2: 1, here - 1: 2, here + 1: 3, here + 2: 4}
    return [(i, places[i]) for i in sorted(places) if 0 <= i < paragraphs and i != here]


def positions(paragraphs: int) -> Floats:
    """Where each of an article's paragraphs stands: whether it is the first, and how far down."""
    places = np.arange(paragraphs)
    table = np.stack([places == 0, np.minimum(places, _FAR) / _FAR], 1)
    return table.astype(np.float32)


def as_odds(odds: Floats) -> Odds:
    """Log-odds in the form in which they are kept."""
    whole: Odds = np.clip(np.rint(odds * TENTHS), NEVER, -NEVER).astype(np.int8)
    return whole
