"""Names for the tagger: GUM's entity brackets, UniversalNER and WikiGold as IOB tags.

Types are PER, ORG, LOC and MISC. Only WikiGold marks MISC: elsewhere an "O" may hide one, which
the loss allows for (see `entity_loss` in network.py).
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.lexicon import words
from training.treebank import Sentence, Word

_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
_LINKS = words("links")
_PERSON_LINKS = _LINKS - words("organisation_links")
TITLES = words("titles")


@dataclass(slots=True)
class _Mention:
    group: str
    kind: str
    first: int
    last: int = -1


def _mentions(sentence: Sentence) -> Iterator[_Mention]:
    """Entity brackets of one sentence, as row numbers (from 1)."""
    opened: list[_Mention] = []
    for number, row in enumerate(sentence.rows, 1):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", found.group(1)) if found else ():
            if part.startswith("("):
                fields = part[1:].rstrip(")").split("-")
                mention = _Mention(fields[0], fields[1], number)
                if part.endswith(")"):
                    mention.last = number
                    yield mention
                else:
                    opened.append(mention)
                continue
            for k in range(len(opened) - 1, -1, -1):
                if opened[k].group == part.rstrip(")"):
                    mention = opened.pop(k)
                    mention.last = number
                    yield mention
                    break


def _name_in(sentence: Sentence, mention: _Mention) -> tuple[int, int, str] | None:
    """The proper name at the head of a mention: first row, last row, type."""
    rows = sentence.rows
    kind = _TYPES.get(mention.kind)
    inside = range(mention.first, mention.last + 1)
    head = next((k for k in inside if int(rows[k - 1][6]) not in inside), None)
    if kind is None or head is None:
        return None

    def low(k: int) -> str:
        return rows[k - 1][1].lower()

    def proper(k: int) -> bool:
        return rows[k - 1][4] in ("NNP", "NNPS")

    if not proper(head) or (kind == "PER" and (rows[head - 1][4] == "NNPS" or low(head) in TITLES)):
        return None
    described = {k for k in inside if rows[k - 1][7] == "nmod:desc"} if kind == "PER" else set()
    described |= {k for k in inside if int(rows[k - 1][6]) in described}
    links = _PERSON_LINKS if kind == "PER" else _LINKS
    first = last = head
    while first > mention.first and first - 1 not in described:
        if proper(first - 1):
            first -= 1
        elif first - 2 >= mention.first and low(first - 1) in links and proper(first - 2):
            first -= 2
        else:
            break
    while last < mention.last:
        if proper(last + 1):
            last += 1
        elif last + 2 <= mention.last and low(last + 1) in links and proper(last + 2):
            last += 2
        else:
            break
    while kind == "PER" and first < last and low(first) in TITLES:
        first += 1
    if kind == "PER" and all(low(k) in TITLES for k in range(first, last + 1)):
        return None
    return first, last, kind


def tag_gum(sentences: Iterable[Sentence]) -> list[Sentence]:
    """GUM sentences with the proper names among its person, organization and place mentions.

    A name that GUM types in two ways takes its more frequent type, and one that is a place at
    least a quarter of the time is a place (GUM calls a government by its country's name).
    """
    sentences = list(sentences)
    found = [[n for m in _mentions(s) if (n := _name_in(s, m))] for s in sentences]
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence, names in zip(sentences, found, strict=True):
        for first, last, kind in names:
            kinds[_form(sentence, first, last)][kind] += 1
    out = []
    for sentence, names in zip(sentences, found, strict=True):
        tags = ["O"] * len(sentence.words)
        for first, last, _ in sorted(names, key=lambda n: n[0] - n[1]):
            words = sorted({sentence.word_of_row[k - 1] for k in range(first, last + 1)})
            counts = kinds[_form(sentence, first, last)]
            kind = counts.most_common(1)[0][0]
            if counts["LOC"] * 4 >= counts.total():
                kind = "LOC"
            if all(tags[w] == "O" for w in words):
                tags[words[0]] = f"B-{kind}"
                for w in words[1:]:
                    tags[w] = f"I-{kind}"
        out.append(sentence.with_entities(tags))
    return out


def _form(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(sentence.rows[k - 1][1] for k in range(first, last + 1))


def tag_uner(sentences: Iterable[Sentence], iob: Path) -> list[Sentence]:
    """Sentences with UniversalNER's tags, matched by their letters; unmatched ones are dropped."""
    tags_by_letters: dict[str, list[tuple[str, str]]] = {}
    rows: list[tuple[str, str]] = []
    for line in [*iob.read_text(encoding="utf8").splitlines(), ""]:
        if line and not line.startswith("#"):
            fields = line.split("\t")
            rows.append((fields[1], fields[2]))
        elif not line and rows:
            tags_by_letters[_letters(form for form, _ in rows)] = rows
            rows = []
    out = []
    for sentence in sentences:
        gold = tags_by_letters.get(_letters(row[1] for row in sentence.rows))
        if gold is None:
            continue
        per_letter: list[str] = []
        for form, tag in gold:
            for n, _ in enumerate(form.replace(" ", "")):
                per_letter.append(tag if n == 0 or tag == "O" else f"I{tag[1:]}")
        tags = ["O"] * len(sentence.words)
        position = 0
        for row, w in zip(sentence.rows, sentence.word_of_row, strict=True):
            if tags[w] == "O" and position < len(per_letter) and "OTH" not in per_letter[position]:
                tags[w] = per_letter[position]
            position += len(row[1].replace(" ", "").replace("\u00a0", ""))
        out.append(sentence.with_entities(_well_formed(tags)))
    return out


def _letters(forms: Iterable[str]) -> str:
    return "".join(forms).lower().replace(" ", "").replace("\u00a0", "")


def _well_formed(tags: list[str]) -> list[str]:
    out = []
    previous = "O"
    for tag in tags:
        if tag.startswith("I-") and previous[2:] != tag[2:]:
            tag = f"B{tag[1:]}"
        out.append(tag)
        previous = tag
    return out


def read_wikigold(path: Path) -> Iterator[Sentence]:
    """Sentences with names and without trees; spacing is guessed from the punctuation."""
    words: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf8").splitlines(), ""]:
        fields = line.split()
        if fields and fields[0] != "-DOCSTART-":
            form = fields[0].replace("-LRB-", "(").replace("-RRB-", ")")
            words.append((form.replace("``", '"').replace("''", '"'), fields[-1]))
        elif words:
            yield unparsed(words)
            words = []


def unparsed(words: list[tuple[str, str]]) -> Sentence:
    """A sentence of (form, IO tag) pairs; spacing is guessed from the punctuation."""
    out = []
    quoted = False
    previous = "O"
    for i, (form, tag) in enumerate(words):
        following = words[i + 1][0] if i + 1 < len(words) else ""
        quoted ^= form == '"'
        tight = following in (",", ".", ";", ":", "?", "!", ")", "'s", "n't", "'")
        tight = tight or form in ("(", "$") or (form == '"' and quoted)
        tight = tight or (following == '"' and quoted)
        entity = tag if tag == "O" else f"{'I' if previous == tag else 'B'}-{tag[2:]}"
        previous = tag
        out.append(Word(form, not tight, "", "", "", "", -1, "", entity))
    return Sentence(tuple(out), misc_known=True)


def swapped(sentences: Sequence[Sentence], rng: random.Random, share: float) -> list[Sentence]:
    """Unparsed sentences with a share of their names replaced by others of the same type."""
    pool: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for sentence in sentences:
        for kind, run in _runs(sentence.words):
            if kind:
                pool[kind].append(tuple(w.form for w in run))
    out = []
    for sentence in sentences:
        changed: list[Word] = []
        for kind, run in _runs(sentence.words):
            if not kind or rng.random() > share:
                changed += run
                continue
            forms = rng.choice(pool[kind])
            for i, form in enumerate(forms):
                last = i + 1 == len(forms)
                space = run[-1].space_after if last else True
                tag = f"{'I' if i else 'B'}-{kind}"
                changed.append(replace(run[0], form=form, entity=tag, space_after=space))
        out.append(replace(sentence, words=tuple(changed)))
    return out


def _runs(words: Sequence[Word]) -> Iterator[tuple[str, list[Word]]]:
    """Names and stretches between names: (type or "", words)."""
    run: list[Word] = []
    kind = ""
    for word in words:
        tag = word.entity or "O"
        here = "" if tag == "O" else tag[2:]
        if run and (tag[0] == "B" or here != kind):
            yield kind, run
            run = []
        kind = here
        run.append(word)
    if run:
        yield kind, run
