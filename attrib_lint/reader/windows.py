"""Cuts a Doc into windows that the encoder can take."""

from __future__ import annotations

from itertools import accumulate, chain
from typing import NamedTuple

from spacy.attrs import IS_SPACE, ORTH, SPACY
from spacy.tokens import Doc

from attrib_lint.reader.encoder import Window
from attrib_lint.reader.pieces import WordPieces, shape_of

MAX_PIECES = 176
"""Longest window, as in training. Longer blocks are cut where a sentence seems to end."""

_GLUED = 8
_CACHED_FORMS = 50_000
_ENDS = frozenset(".?!")
_CLOSERS = frozenset("\"'”’)]")


class _Form(NamedTuple):
    """What is the same wherever a word form stands; `shape` is that after a space."""

    text: str
    ids: tuple[int, ...]
    shape: int


class WindowCutter:
    """Docs to windows; every word form is looked at once."""

    def __init__(self, pieces: WordPieces) -> None:
        self._pieces = pieces
        self._forms: dict[int, _Form] = {}

    def __call__(self, doc: Doc) -> tuple[list[int], list[Window]]:
        """Indices of the tokens that are not white space, and windows that cover them."""
        words: list[int] = []
        forms: list[_Form] = []
        shapes: list[int] = []
        glued = True
        rows: list[list[int]] = doc.to_array([ORTH, SPACY, IS_SPACE]).tolist()
        for i, (orth, spaced, is_space) in enumerate(rows):
            if is_space:
                glued = False
                continue
            form = self._forms.get(orth) or self._look_up(orth, doc[i].text)
            words.append(i)
            forms.append(form)
            shapes.append(form.shape + _GLUED * glued)
            glued = not spaced
        windows = []
        first = 0
        left = sum(len(form.ids) for form in forms)
        while first < len(words):
            last = len(forms) if left <= MAX_PIECES else self._end(forms, first)
            left -= sum(len(form.ids) for form in forms[first:last])
            shapes[first] |= _GLUED  # a window's first word has nothing before it, as in training
            windows.append(self._window(forms[first:last], shapes[first:last]))
            first = last
        return words, windows

    def _look_up(self, orth: int, text: str) -> _Form:
        if len(self._forms) > _CACHED_FORMS:
            self._forms.clear()
        form = self._forms[orth] = _Form(text, self._pieces(text), shape_of(text, glued=False))
        return form

    def _end(self, forms: list[_Form], first: int) -> int:
        """Where the window that begins at word `first` ends."""
        size = 0
        last = first
        while last < len(forms) and (last == first or size + len(forms[last].ids) <= MAX_PIECES):
            size += len(forms[last].ids)
            last += 1
        if last == len(forms):
            return last
        for end in range(last, first, -1):
            before = forms[end - 1].text
            if before in _CLOSERS and end - 2 >= first:
                before = forms[end - 2].text
            here = forms[end].text
            if before[-1] in _ENDS and len(before) <= 3 and here not in _CLOSERS:
                return end
        return last

    def _window(self, forms: list[_Form], shapes: list[int]) -> Window:
        ids = [self._pieces.cls, *chain.from_iterable(form.ids for form in forms)]
        first = [0, *accumulate((len(form.ids) for form in forms[:-1]), initial=1)]
        pairs = zip(forms, shapes, strict=True)
        piece_shapes = [0, *(shape for form, shape in pairs for _ in form.ids), 0]
        ids.append(self._pieces.sep)
        return Window(ids, piece_shapes, first)
