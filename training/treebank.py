"""Reads CoNLL-U treebanks into sentences of surface words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from training.lexicon import words

FEATURES = words("features")


@dataclass(frozen=True, slots=True)
class Word:
    """One surface word. `head` is an index into the sentence; the root points at itself."""

    form: str
    space_after: bool
    lemma: str
    upos: str
    xpos: str
    features: str
    head: int
    label: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words in order. `paragraph` and `document` are true where a new one starts here."""

    words: tuple[Word, ...]
    document: bool = False
    paragraph: bool = False
    misc_known: bool = False
    """Whether an entity tag "O" rules out MISC names too."""
    document_id: str = ""
    sentence_id: str = ""
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    """The syntactic words as read; `word_of_row[i]` is the surface word that row i belongs to."""
    word_of_row: tuple[int, ...] = field(default=(), repr=False)

    @property
    def parsed(self) -> bool:
        """Whether the sentence carries a gold tree (named-entity corpora do not)."""
        return bool(self.words) and self.words[0].head >= 0

    def with_entities(self, entities: list[str]) -> Sentence:
        """The same sentence with one IOB tag per word."""
        words = tuple(replace(w, entity=e) for w, e in zip(self.words, entities, strict=True))
        return replace(self, words=words)

    def without_tree(self) -> Sentence:
        """The same sentence with its names only."""
        words = tuple(replace(w, head=-1) for w in self.words)
        return replace(self, words=words)


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file, in order."""
    comments: list[str] = []
    rows: list[list[str]] = []
    document_id = ""
    with path.open(encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield _sentence(rows, comments, document_id)
                document_id = _value(comments, "# newdoc", document_id)
                comments, rows = [], []
    if rows:
        yield _sentence(rows, comments, document_id)


def _value(comments: list[str], key: str, otherwise: str) -> str:
    for line in comments:
        if line.startswith(key) and "=" in line:
            return line.split("=", 1)[1].strip()
    return otherwise


def _sentence(all_rows: list[list[str]], comments: list[str], document_id: str) -> Sentence:
    rows = [row for row in all_rows if row[0].isdigit()]
    ranges: dict[int, tuple[int, str, bool]] = {}
    for row in all_rows:
        if "-" in row[0]:
            ends = row[0].split("-")
            ranges[int(ends[0])] = (int(ends[1]), row[1], "SpaceAfter=No" not in row[9])
    groups: list[tuple[int, list[int], str, bool]] = []  # (head row, rows, form, space after)
    i = 1
    while i <= len(rows):
        last, surface, space = ranges.get(i, (i, rows[i - 1][1], _spaced(rows[i - 1])))
        members = list(range(i, last + 1))
        forms = [rows[k - 1][1] for k in members]
        if "".join(forms) == surface:
            groups += [(k, [k], rows[k - 1][1], k == last and space) for k in members]
        else:  # a contraction whose words are not its letters stays one surface word
            top = next(k for k in members if int(rows[k - 1][6]) not in members)
            groups.append((top, members, surface, space))
        i = last + 1
    word_of = {k: n for n, (_, members, _, _) in enumerate(groups) for k in members}
    out = []
    for n, (k, _, form, space) in enumerate(groups):
        row = rows[k - 1]
        head = int(row[6])
        out.append(
            Word(
                form=form.replace(" ", "\u00a0"),
                space_after=space,
                lemma=row[2],
                upos=row[3],
                xpos=row[4],
                features="|".join(f for f in row[5].split("|") if f.split("=")[0] in FEATURES),
                head=n if head == 0 else word_of[head],
                label="ROOT" if head == 0 else row[7],
            )
        )
    new_document = any(c.startswith("# newdoc") for c in comments)
    return Sentence(
        words=tuple(out),
        document=new_document,
        paragraph=new_document or any(c.startswith("# newpar") for c in comments),
        document_id=_value(comments, "# newdoc", document_id),
        sentence_id=_value(comments, "# sent_id", ""),
        rows=tuple(tuple(row) for row in rows),
        word_of_row=tuple(word_of[k] for k in range(1, len(rows) + 1)),
    )


def _spaced(row: list[str]) -> bool:
    return "SpaceAfter=No" not in row[9]


def text_of(sentences: list[Sentence]) -> str:
    """The running text of consecutive sentences, without the space after the last word."""
    parts = [w.form + (" " if w.space_after else "") for s in sentences for w in s.words]
    return "".join(parts).rstrip(" ")
