"""The cue lexicon as tables: which words credit a statement, and by which complement."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from msgspec import Struct, field

from attrib_lint.core.facts import CueKind
from attrib_lint.lexicon import load, words
from attrib_lint.lexicon.forms import noun_forms, verb_forms

_FRAMES = ("clause", "infinitive", "object", "complement", "as", "preposition")


class CueTable(Struct, frozen=True):
    """The cue lexicon, by dictionary form."""

    forms: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, CueKind] = field(default_factory=dict)
    frames: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    prepositions: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    particles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    noun_forms: dict[str, str] = field(default_factory=dict)


@cache
def cue_table() -> CueTable:
    table = CueTable()
    lists = load("cues")
    kinds: tuple[CueKind, ...] = ("thought", "writing", "speech")
    for kind in kinds:
        for frame in _FRAMES:
            for entry in lists.get(f"{kind}.{frame}", ()):
                lemma, _, preposition = entry.partition(" ")
                if frame != "object" or lemma not in table.kinds:
                    table.kinds[lemma] = kind
                if preposition:
                    table.prepositions[lemma].add(preposition)
                else:
                    table.frames[lemma].add(frame)
    minds = {*lists["thought.clause"], *lists["thought.infinitive"], *lists["thought.object"]}
    voices = {*lists["speech.clause"], *lists["speech.infinitive"], *lists["speech.object"]}
    for lemma in minds - voices:
        table.kinds[lemma] = "thought"  # "sees it as a toll", "considers it a toll"
    for entry in lists["speech.phrasal"]:
        lemma, _, particle = entry.partition(" ")
        table.kinds.setdefault(lemma, "speech")
        table.particles[lemma].add(particle)
    table.forms.update(verb_forms({*table.kinds}))
    nouns = {
        *lists["nouns.clause"],
        *lists["nouns.reaction"],
        *(e.partition(" ")[0] for e in lists["nouns.preposition"]),
    }
    table.noun_forms.update(noun_forms(nouns))
    return table


@cache
def impersonal_forms() -> dict[str, str]:
    """Forms of verbs that tell how something came out: "it emerged"."""
    return verb_forms(words("cues", "impersonal.verbs", "impersonal.phrasal"))


@cache
def feeling_forms() -> dict[str, str]:
    """Forms of verbs that tell what people feel about their subject: "dismayed"."""
    return verb_forms(words("cues", "feelings.verbs"))


@cache
def prepositions_of(name: str) -> dict[str, frozenset[str]]:
    """Word -> the prepositions that it takes."""
    pairs: dict[str, set[str]] = defaultdict(set)
    for entry in load("cues")[name]:
        word, _, preposition = entry.partition(" ")
        pairs[word].add(preposition)
    return {word: frozenset(taken) for word, taken in pairs.items()}


@cache
def thoughts() -> frozenset[str]:
    """Verbs of thinking and feeling: a quotation beside them is not what they credit."""
    return frozenset(lemma for lemma, kind in cue_table().kinds.items() if kind == "thought")


@cache
def adjectives() -> frozenset[str]:
    return words("cues", "adjectives.clause", "adjectives.infinitive") | frozenset(
        prepositions_of("adjectives.preposition")
    )
