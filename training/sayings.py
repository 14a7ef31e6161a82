"""Verb groups of saying, with whom they tell and where: "has told her on Tuesday"."""

from __future__ import annotations

import random

from training.fragments import WORDS, Fragment, join, root_of, word
from training.sources import Sources

_VERBS = [v.split() for v in WORDS["verbs"]]
_WEIGHTS = [int(v[4]) for v in _VERBS]
_TELL = ["tell", "told", "told", "tells", "1"]


class Sayings:
    """Appends a verb of saying and what goes with it to the fragment of its source."""

    def __init__(self, sources: Sources, rng: random.Random) -> None:
        self.sources = sources
        self.rng = rng

    def verb(self, out: Fragment, source: Fragment, *, tell: bool, label: str = "ROOT") -> int:
        """Append the verb group for a source; gives the main verb's index."""
        rng = self.rng
        lemma, past, participle, present, _ = _TELL if tell else rng.choices(_VERBS, _WEIGHTS)[0]
        plural = source[root_of(source)].xpos in ("NNS", "NNPS") or source[0].form == "they"
        number = "Number=Plur" if plural else "Number=Sing"
        finite = f"Mood=Ind|{number}|Person=3"
        r = rng.random()
        at = len(out)
        if r < 0.10:
            have = "have" if plural else "has"
            tags = f"AUX {'VBP' if plural else 'VBZ'} {finite}|Tense=Pres|VerbForm=Fin"
            out.append(word(have, "have", tags, "aux", at + 1))
            out.append(word(participle, lemma, "VERB VBN Tense=Past|VerbForm=Part", label, at + 1))
            return at + 1
        if r < 0.15:
            out.append(
                word("had", "have", "AUX VBD Mood=Ind|Tense=Past|VerbForm=Fin", "aux", at + 1)
            )
            out.append(word(participle, lemma, "VERB VBN Tense=Past|VerbForm=Part", label, at + 1))
            return at + 1
        if r < 0.20:
            adverb = self.sources.pick("adverbs")
            out.append(word(adverb, adverb, "ADV RB", "advmod", at + 1))
            at += 1
        if r < 0.35:
            form, xpos = (lemma, "VBP") if plural else (present, "VBZ")
            out.append(
                word(form, lemma, f"VERB {xpos} {finite}|Tense=Pres|VerbForm=Fin", label, at)
            )
        else:
            out.append(word(past, lemma, f"VERB VBD {finite}|Tense=Past|VerbForm=Fin", label, at))
        return at

    def plain(self, out: Fragment, source: Fragment) -> int:
        """As `verb`, in the simple past or present: for a source that stands behind its verb."""
        lemma, past, _, present, _ = self.rng.choices(_VERBS, _WEIGHTS)[0]
        plural = source[root_of(source)].xpos in ("NNS", "NNPS")
        finite = f"Mood=Ind|Number={'Plur' if plural else 'Sing'}|Person=3"
        at = len(out)
        if not plural and self.rng.random() < 0.25:
            tags = f"VERB VBZ {finite}|Tense=Pres|VerbForm=Fin"
            out.append(word(present, lemma, tags, "ROOT", at))
        else:
            tags = f"VERB VBD {finite}|Tense=Past|VerbForm=Fin"
            out.append(word(past, lemma, tags, "ROOT", at))
        return at

    def recipient(self, out: Fragment, verb: int) -> None:
        """Append who is told: a pronoun, a noun without article, or a name."""
        form, lemma, upos, xpos = self.sources.pick("recipients").split(" ")
        if self.rng.random() < 0.25:
            join(out, self.sources.name(), "iobj", verb)
        else:
            out.append(word(form, lemma, f"{upos} {xpos}", "iobj", verb, None))

    def setting(self, out: Fragment, verb: int) -> None:
        """in an interview; on Tuesday; Tuesday"""
        r = self.rng.random()
        at = len(out)
        if r < 0.5:
            noun = self.sources.pick("settings")
            article = "an" if noun[0] in "aeiou" else "a"
            out.append(word("in", "in", "ADP IN", "case", at + 2))
            tags = "DET DT Definite=Ind|PronType=Art"
            out.append(word(article, "a", tags, "det", at + 2))
            out.append(word(noun, noun, "NOUN NN Number=Sing", "obl", verb))
            if self.rng.random() < 0.3:
                part = self.sources.organisation()
                out.append(word("with", "with", "ADP IN", "case", at + 4 + root_of(part)))
                join(out, part, "nmod", at + 2)
            return
        day = self.sources.pick("days")
        if r < 0.75:
            out.append(word("on", "on", "ADP IN", "case", at + 1))
            out.append(word(day, day, "PROPN NNP Number=Sing", "obl", verb))
        else:
            out.append(word(day, day, "PROPN NNP Number=Sing", "obl:unmarked", verb))
