"""Attribution frames: gold clauses wrapped in "X said", as whole gold trees.

Reported speech is what the reader is for and is rare in treebanks. Clauses and subjects come from
the training sentences; verbs, roles and unnamed sources from frames.toml.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from training.fragments import (
    Fragment,
    comma,
    glue,
    inside,
    join,
    lower_first,
    root_of,
    upper_first,
    word,
)
from training.pools import collect_pools
from training.sayings import Sayings
from training.sources import Sources
from training.treebank import Sentence, Word


def framed_documents(
    sentences: Sequence[Sentence], rng: random.Random, count: int
) -> list[Sentence]:
    """About `count` sentences of reported speech in short paragraphs."""
    pools = collect_pools(sentences)
    clauses = [c for s in sentences if s.parsed and (c := clause_of(s.words))]
    frames = Frames(Sources(pools, rng), clauses, rng)
    out: list[Sentence] = []
    while clauses and len(out) < count:
        paragraph = [s for _ in range(rng.randint(1, 3)) for s in frames.draw()]
        for i, words in enumerate(paragraph):
            out.append(Sentence(tuple(words), document=i == 0, paragraph=i == 0))
    return out


def clause_of(words: Sequence[Word]) -> tuple[Word, ...] | None:
    """A plain statement without its full stop, or None."""
    if not 5 <= len(words) <= 28 or words[-1].form != ".":
        return None
    if any(w.form in "\"“”()[]:;``''" or w.label == "parataxis" for w in words):
        return None
    root = root_of(words)
    has_subject = any(w.head == root and w.label.startswith("nsubj") for w in words)
    if not has_subject or words[0].upos in ("CCONJ", "INTJ", "PUNCT"):
        return None
    return tuple(words[:-1])


class Frames:
    """Draws one paragraph piece at a time: mostly a sentence, two for an interrupted quote."""

    def __init__(
        self, sources: Sources, clauses: Sequence[tuple[Word, ...]], rng: random.Random
    ) -> None:
        self.sources = sources
        self.sayings = Sayings(sources, rng)
        self.clauses = clauses
        self.rng = rng

    def draw(self) -> list[Fragment]:
        r = self.rng.random()
        if r < 0.40:
            return self._content_first()
        if r < 0.52:
            return [self._interrupted() or self._source_first()]
        if r < 0.62:
            return [self._according()]
        return [self._source_first()]

    def _clause(self) -> Fragment:
        return list(self.rng.choice(self.clauses))

    def _quotes(self) -> tuple[Word, Word]:
        straight = self.rng.random() < 0.5
        opening, closing = ('"', '"') if straight else ("“", "”")
        start = replace(word(opening, '"', "PUNCT ``", "punct"), space_after=False)
        return start, word(closing, '"', "PUNCT ''", "punct")

    def _content_first(self) -> list[Fragment]:
        """S, NP said.  "S," said NP.  "S," NP said. "S." """
        rng = self.rng
        quoted = rng.random() < 0.7
        tell = rng.random() < 0.12
        source = self.sources.any()
        clause = self._clause()
        out: Fragment = []
        opening, closing = self._quotes()
        length = len(clause) + 2 * quoted + 1
        content = root_of(clause) + quoted
        if quoted:
            out.append(replace(opening, head=content))
        join(out, clause, "ccomp", 0)
        glue(out)
        british = quoted and rng.random() < 0.2
        mark = word(",", ",", "PUNCT ,", "punct", content)
        if quoted and not british:
            out += [replace(mark, space_after=False), replace(closing, head=content)]
        elif quoted:
            out += [replace(closing, head=content, space_after=False), mark]
        else:
            out.append(mark)
        assert len(out) == length
        inverted = (
            not tell and source[0].upos != "PRON" and rng.random() < (0.45 if quoted else 0.2)
        )
        if inverted:
            verb = self.sayings.plain(out, source)
            join(out, lower_first(source), "nsubj", verb)
        else:
            subject = join(out, lower_first(source), "nsubj", 0)
            verb = self.sayings.verb(out, source, tell=tell)
            out[subject] = replace(out[subject], head=verb)
        if tell:
            self.sayings.recipient(out, verb)
        if rng.random() < 0.3:
            if out[-1].form == ",":
                out[-1] = replace(out[-1], space_after=True)
            self.sayings.setting(out, verb)
        out[content] = replace(out[content], head=verb)
        out = out if quoted else upper_first(out)
        result = [self._finish(out, verb)]
        if quoted and rng.random() < 0.35:
            result.append(self._bare_quote())
        return result

    def _bare_quote(self) -> Fragment:
        out: Fragment = []
        clause = self._clause()
        opening, closing = self._quotes()
        root = root_of(clause) + 1
        out.append(replace(opening, head=root))
        join(out, clause, "ROOT")
        glue(out)
        stop = word(".", ".", "PUNCT .", "punct", root)
        return [*out, replace(stop, space_after=False), replace(closing, head=root)]

    def _source_first(self) -> Fragment:
        """NP said (in an interview) (that) S.   NP said: "S." """
        rng = self.rng
        source = self.sources.any()
        out = upper_first(source)
        subject = root_of(out)
        out[subject] = replace(out[subject], label="nsubj")
        tell = rng.random() < 0.2
        verb = self.sayings.verb(out, source, tell=tell)
        out[subject] = replace(out[subject], head=verb)
        if tell:
            self.sayings.recipient(out, verb)
        if rng.random() < 0.3:
            self.sayings.setting(out, verb)
        clause = self._clause()
        if rng.random() < 0.3:
            return self._quoted_complement(out, verb, clause)
        marker = -1
        if rng.random() < 0.55:
            marker = len(out)
            out.append(word("that", "that", "SCONJ IN", "mark", 0))
        content = join(out, lower_first(clause), "ccomp", verb)
        if marker >= 0:
            out[marker] = replace(out[marker], head=content)
        return self._finish(out, verb)

    def _quoted_complement(self, out: Fragment, verb: int, clause: Fragment) -> Fragment:
        glue(out)
        mark = self.rng.choice((",", ":"))
        opening, closing = self._quotes()
        content = len(out) + 2 + root_of(clause)
        out.append(word(mark, mark, f"PUNCT {mark}", "punct", content))
        out.append(replace(opening, head=content))
        join(out, clause, "ccomp", verb)
        glue(out)
        out.append(replace(word(".", ".", "PUNCT .", "punct", verb), space_after=False))
        out.append(replace(closing, head=content))
        return out

    def _according(self) -> Fragment:
        """According to NP, S.   S, according to NP."""
        source = self.sources.plain()
        clause = self._clause()
        front = self.rng.random() < 0.35
        group: Fragment = []
        head = 2 + root_of(source)
        tags = "VERB VBG Tense=Pres|VerbForm=Part"
        group.append(word("according", "accord", tags, "case", head))
        group.append(word("to", "to", "ADP IN", "fixed", 0))
        if source[0].upos == "PRON":
            source = self.sources.several()
            group[0] = replace(group[0], head=2 + root_of(source))
        join(group, lower_first(source), "ROOT")
        out: Fragment = []
        if front:
            at = join(out, upper_first(group), "obl", 0)
            comma(out, at)
            root = join(out, lower_first(clause), "ROOT")
            out[at] = replace(out[at], head=root)
        else:
            root = join(out, clause, "ROOT")
            comma(out, len(out) + 1 + root_of(group))
            join(out, group, "obl", root)
        return self._finish(out, root)

    def _interrupted(self) -> Fragment | None:
        """S-subject, NP said, rest of S. The saying is a parataxis of the clause."""
        clause = self._clause()
        root = root_of(clause)
        split = 0
        while split < root and clause[split].label != "ROOT":
            split += 1
            top = next((i for i in range(root) if clause[i].head == root and i < split), None)
            if top is not None and all(inside(clause, i, top) for i in range(split)):
                following = clause[split]
                if following.head == root or split == root:
                    break
        else:
            return None
        if split > 6 or split >= root + 1 or clause[split - 1].upos == "PUNCT":
            return None
        source = self.sources.plain()
        block: Fragment = []
        subject = join(block, lower_first(source), "nsubj", 0)
        verb = self.sayings.verb(block, source, tell=False, label="parataxis")
        block[subject] = replace(block[subject], head=verb)
        shift = len(block) + 2
        at = split + 1

        def moved(i: int) -> int:
            return i if i < split else i + shift

        out = [replace(w, head=moved(w.head)) for w in clause[:split]]
        comma(out, at + verb)
        for i, w in enumerate(block):
            out.append(replace(w, head=moved(root) if i == verb else at + w.head))
        comma(out, at + verb)
        out += [replace(w, head=moved(w.head)) for w in clause[split:]]
        return self._finish(out, moved(root))

    def _finish(self, out: Fragment, root: int) -> Fragment:
        """Close with a full stop; a comma just before it goes."""
        if out[-1].form == ",":
            out.pop()
        glue(out)
        out[root] = replace(out[root], head=root, label="ROOT")
        out.append(word(".", ".", "PUNCT .", "punct", root))
        return out
