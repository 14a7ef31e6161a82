"""Word pieces and case shapes: what the encoder sees of a word."""

from __future__ import annotations

from pathlib import Path

MAX_PIECES = 8
"""Pieces kept of one word; longer ones are URLs and noise."""
SHAPES = 16
_CACHED_FORMS = 50_000


def shape_of(form: str, glued: bool) -> int:
    """Letter case of a word in eight classes, plus eight where no space stands before it."""
    if form.islower():
        shape = 1
    elif form.isupper():
        shape = 2 if len(form) > 1 else 3
    elif form[:1].isupper() and (form[1:].islower() or len(form) == 1):
        shape = 4
    elif any(c.isdigit() for c in form):
        shape = 5
    elif any(c.isalpha() for c in form):
        shape = 6
    else:
        shape = 7
    return shape + 8 * glued


class WordPieces:
    """Word forms to piece ids, each form split once."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        ids = [self._tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[UNK]")]
        self.cls, self.sep, self._unknown = (i or 0 for i in ids)
        self._ids: dict[str, tuple[int, ...]] = {}

    def __call__(self, form: str) -> tuple[int, ...]:
        """Piece ids of one word, at least one."""
        ids = self._ids.get(form)
        if ids is None:
            if len(self._ids) > _CACHED_FORMS:
                self._ids.clear()
            # An unpaired surrogate cannot cross into the tokenizer; very long words are cut there.
            clean = form[:100].lower().encode("utf8", "replace").decode("utf8")
            encoded = self._tokenizer.encode(clean, add_special_tokens=False)
            ids = tuple(encoded.ids[:MAX_PIECES]) or (self._unknown,)
            self._ids[form] = ids
        return ids
