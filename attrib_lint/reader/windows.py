"""Cuts a Doc into windows that the encoder can take."""

from __future__ import annotations

from spacy.tokens import Doc

from attrib_lint.reader.encoder import Window
from attrib_lint.reader.pieces import WordPieces, shape_of

MAX_PIECES = 176
"""Longest window, as in training. Longer blocks are cut where a sentence seems to end."""

_ENDS = frozenset(".?!")
_CLOSERS = frozenset("\"'”’)]")


class WindowCutter:
    """Docs to windows; the shape of a word form is worked out once."""

    def __init__(self, pieces: WordPieces) -> None:
        self._pieces = pieces
        self._shapes: dict[tuple[str, bool], int] = {}

    def __call__(self, doc: Doc) -> tuple[list[int], list[Window]]:
        """Indices of the tokens that are not white space, and windows that cover them."""
        words: list[int] = []
        split: list[tuple[int, ...]] = []
        shapes: list[int] = []
        glued = True
        for token in doc:
            if token.is_space:
                glued = False
                continue
            form = token.text
            words.append(token.i)
            split.append(self._pieces(form))
            shapes.append(self._shape(form, glued))
            glued = not token.whitespace_
        windows = []
        first = 0
        while first < len(words):
            last = self._end(doc, words, split, first)
            shapes[first] |= 8  # a window's first word has nothing before it, as in training
            windows.append(self._window(split[first:last], shapes[first:last]))
            first = last
        return words, windows

    def _shape(self, form: str, glued: bool) -> int:
        key = (form, glued)
        shape = self._shapes.get(key)
        if shape is None:
            if len(self._shapes) > 200_000:
                self._shapes.clear()
            shape = self._shapes[key] = shape_of(form, glued)
        return shape

    def _end(self, doc: Doc, words: list[int], split: list[tuple[int, ...]], first: int) -> int:
        """Where the window that begins at word `first` ends."""
        size = 0
        last = first
        while last < len(words) and (last == first or size + len(split[last]) <= MAX_PIECES):
            size += len(split[last])
            last += 1
        if last == len(words):
            return last
        for end in range(last, first, -1):
            before = doc[words[end - 1]].text
            if before in _CLOSERS and end - 2 >= first:
                before = doc[words[end - 2]].text
            here = doc[words[end]].text
            if before[-1] in _ENDS and len(before) <= 3 and here not in _CLOSERS:
                return end
        return last

    def _window(self, split: list[tuple[int, ...]], shapes: list[int]) -> Window:
        ids = [self._pieces.cls]
        piece_shapes = [0]
        first = [0]
        for word, shape in zip(split, shapes, strict=True):
            first.append(len(ids))
            ids += word
            piece_shapes += [shape] * len(word)
        ids.append(self._pieces.sep)
        piece_shapes.append(0)
        return Window(ids, piece_shapes, first)
